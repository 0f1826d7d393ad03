"""The sample household on the desk: its case, a month of two accounts, and its receipts, taken in as a person would."""

from __future__ import annotations

from datetime import date

from budgetdesk.actions import spending
from budgetdesk.actions.desk import Desk
from budgetdesk.actions.spending import Change
from budgetdesk.actions.workspace import Workspace
from budgetdesk.readers import resources

DAY = date(2026, 11, 20)
"""The day of the demonstration, shown on every page: so that it works, and says the same, in every year."""

STATEMENTS = {"danske_bank_oktober.csv": "Lønkonto", "nordea_oktober.csv": "Opsparing"}


def take_in(workspace: Workspace) -> Desk:
    """Open the sample case with its October. Each step can be undone, as at a real desk."""
    desk, _read = workspace.import_case(resources.path("sample", "case.json"))
    library = desk.library
    for name, account in STATEMENTS.items():
        read = spending.preview_statement(
            resources.path("sample", name), library, account=account, today=workspace.today
        )
        _save(desk, spending.import_statement(desk.record, read, library))
    for file in sorted(resources.path("sample").glob("kvittering*")):
        _save(desk, spending.import_receipts(desk.record, spending.preview_receipts(file), library))
    return desk


def _save(desk: Desk, change: Change) -> None:
    desk.change(change.label, change.record)
