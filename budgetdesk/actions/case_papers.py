"""All papers of a case in one list: sealed, printed for the pen, come back signed; and whether a seal still holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from budgetdesk.actions.pen_copies import copies_of
from budgetdesk.actions.signing import ANNEX, file_name
from budgetdesk.actions.workspace import Workspace
from budgetdesk.casework.paper_copies import PenCopy
from budgetdesk.casework.record import Record


@dataclass(frozen=True, kw_only=True)
class CasePaper:
    """One paper of the case, without its bytes."""

    id: int
    """Of the kept paper; 0 for a copy of a paper that was not made here."""
    title: str
    made_on: date | None
    code: str = ""
    sealed: bool = False
    for_tenant_only: bool = False
    """Sealed, but nobody signs it."""
    file_name: str = ""
    copies: tuple[PenCopy, ...] = ()
    """As it came back, signed with a pen."""


@dataclass(frozen=True, kw_only=True)
class SealState:
    """What a seal says now."""

    valid: bool
    level: str = ""
    """`PAdES B-B`, `PAdES B-T`."""
    signed_by: tuple[str, ...] = ()
    """Who has signed at the desk, as recorded under the seal."""
    reasons: tuple[str, ...] = ()


def case_papers(workspace: Workspace, case_id: str, record: Record) -> tuple[CasePaper, ...]:
    """The papers of a case, the newest first; a copy stands with its paper."""
    kept = sorted(workspace.documents(case_id), key=lambda one: -one.id)
    papers = [
        CasePaper(
            id=one.id,
            title=one.title,
            made_on=one.made_on,
            code=one.check_code,
            sealed=one.sealed,
            for_tenant_only=one.kind == ANNEX,
            file_name=file_name(one.kind, case_id, one.made_on),
            copies=copies_of(record, one.check_code),
        )
        for one in kept
    ]
    shown = {copy.id for paper in papers for copy in paper.copies}
    alone = (
        CasePaper(id=0, title=copy.title, made_on=copy.made_on, code=copy.code, copies=(copy,))
        for copy in record.copies
        if copy.id not in shown
    )
    return (*alone, *papers)


def seal_state(workspace: Workspace, paper_id: int, on: date) -> SealState:
    """Check the seal of a kept paper now; for a thread. Raises StoreError."""
    from budgetdesk.actions.sealing import known_roots  # noqa: PLC0415 - slow to import, and seldom needed
    from budgetdesk.documents.seals.verify import verify  # noqa: PLC0415

    found = verify(workspace.document(paper_id), roots=known_roots(workspace.folder), on=on)
    return SealState(
        valid=found.valid,
        level=found.level,
        signed_by=tuple(ink.name or ink.role.label for ink in found.ink),
        reasons=found.reasons,
    )


def copy_file(workspace: Workspace, case_id: str, copy: PenCopy) -> bytes:
    """The pages of a copy as one PDF, to look at, print and save. Raises StoreError, DocumentError."""
    from budgetdesk.documents.printer.picture_pdf import from_pictures  # noqa: PLC0415 - seldom needed

    return from_pictures([workspace.picture(case_id, page.picture) for page in copy.pages])
