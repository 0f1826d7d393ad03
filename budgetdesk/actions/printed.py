"""The papers that went out unsigned: kept as they were printed or saved, so that what comes back is known again.

A paper signed with a pen is found by its check code, and the numbers on a sheet mean the rows they had when it was
drawn. The same paper is kept once.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from budgetdesk.actions.paper_round import sheet_rows
from budgetdesk.actions.workspace import DocumentSummary, RateOnPaper, Workspace
from budgetdesk.budget.chart import Chart
from budgetdesk.casework.record import Record
from budgetdesk.documents.papers.catalogue import RECORD
from budgetdesk.documents.sheet import check_code

SHEET = "budget_ark"


def keep_printed(
    workspace: Workspace, case_id: str, *, name: str, title: str, pdf: bytes, rates: Sequence[RateOnPaper] = ()
) -> int | None:
    """Keep a paper that goes out without a seal; its id. None for one that has no code, is kept already, or never comes
    back (the journal). Raises StoreError."""
    code = check_code.of(pdf)
    if not code or name.partition(":")[0] == RECORD:
        return None
    if any(one.check_code == code for one in workspace.documents(case_id)):
        return None
    return workspace.save_document(case_id, kind=name, title=title, pdf=pdf, rates=rates)


def keep_numbers(workspace: Workspace, document_id: int, record: Record, chart: Chart, on: date) -> None:
    """Keep with a sheet what its numbers mean. `record`: what it was drawn from."""
    workspace.opened.store.keep_numbers(document_id, sheet_rows(record, chart, on))


def sheets(workspace: Workspace, case_id: str) -> tuple[DocumentSummary, ...]:
    """The sheets with numbers that were printed of a case, the newest first."""
    kept = (one for one in workspace.documents(case_id) if one.numbered is not None)
    return tuple(sorted(kept, key=lambda one: -one.id))
