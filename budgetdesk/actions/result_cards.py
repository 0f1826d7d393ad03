"""Result cards for those who pay for the work: one page for a course, or one row for each of many.

Only what statistics may count, coarser, and only with the tenant's yes (`Course.may_be_counted`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from budgetdesk.documents.workbooks.result_card_table import table, workbook
from budgetdesk.errors import BadInputError
from budgetdesk.household.case import Case
from budgetdesk.i18n import SOURCE_LANGUAGE, _, speaking, translated
from budgetdesk.readers.categories import load_categories
from budgetdesk.readers.result_card import load_coarse
from budgetdesk.statistics.counted import Counted, counted
from budgetdesk.statistics.result_card import ResultCard, result_card
from budgetdesk.storage.files import replace_file
from budgetdesk.wording import result_card as words

ENDINGS = (".xlsx", ".csv")


class CountsOf(Protocol):
    """What is needed of a workspace."""

    today: date

    def counted(self) -> dict[str, Counted]:
        """Case number -> what statistics count; never an invented one."""


@dataclass(frozen=True, kw_only=True)
class CardsWritten:
    """How many courses stand in the file, and how many were left out."""

    rows: int
    without_yes: int


def card_of(case: Case) -> ResultCard:
    """The card of one case."""
    return _card(counted(case))


@speaking(SOURCE_LANGUAGE)
def card_pdf(case: Case, *, on: date, organisation: str = "") -> bytes:
    """The card of one case as PDF bytes. Raises DocumentError where the tenant has said no."""
    from budgetdesk.documents.papers.result_card_pdf import result_card_pdf  # noqa: PLC0415 - ReportLab is slow to import

    return result_card_pdf(card_of(case), load_categories(), on=on, organisation=organisation)


def write_cards(workspace: CountsOf, target: Path) -> CardsWritten:
    """One row for each course whose tenant has said yes, in an Excel file or a table with semicolons. The rows stand in
    an order of their own, so that none can be known by its place. Raises BadInputError and StoreNotWritableError."""
    ending = target.suffix.lower()
    if ending not in ENDINGS:
        raise BadInputError(_("Kortene kan gemmes som .xlsx eller .csv. Ret filens navn."))
    cases = list(workspace.counted().values())
    with speaking(SOURCE_LANGUAGE):  # as every paper
        rows = _rows(case for case in cases if case.may_be_counted)
        data = workbook(rows, translated(words.LEFT_OUT), on=workspace.today) if ending == ENDINGS[0] else table(rows)
    replace_file(target, data)
    return CardsWritten(rows=len(rows), without_yes=len(cases) - len(rows))


def _rows(cases: Iterable[Counted]) -> list[dict[str, str | int]]:
    categories = load_categories()
    return sorted(
        (words.row(_card(case), categories) for case in cases), key=lambda row: [str(v) for v in row.values()]
    )


def _card(case: Counted) -> ResultCard:
    return result_card(case, load_coarse(), age_groups=load_categories().age_from)
