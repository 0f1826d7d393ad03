"""The edge of a paper of a case, and the list of the signatures that stand on it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from budgetdesk.documents.papers import signatures
from budgetdesk.documents.papers.parties import Party
from budgetdesk.documents.seals.ink import ATTACHMENT, Ink, to_json
from budgetdesk.documents.sheet import page
from budgetdesk.household.case import Case


def head(
    case: Case,
    title: str,
    *,
    on: date,
    signing: Sequence[Party] = (),
    ink: Sequence[Ink] = (),
    proposal: bool = False,
    mark: str = "",
) -> page.Head:
    """The edge of the page; `mark` is written across a page that is to look at only.

    Only signatures of those who sign this paper are listed in the file: what is recorded under the seal is what can be
    seen."""
    placed = signatures.placed(signing, ink)
    return page.Head(
        title=title,
        on=on,
        case_number=case.info.number,
        organisation=case.info.organisation,
        adviser=case.info.adviser,
        proposal=proposal,
        mark=mark,
        attached={ATTACHMENT: to_json(placed)} if placed else {},
    )
