"""The sample household on the desk, in a store of its own."""

from __future__ import annotations

from datetime import date

from budgetdesk.actions.desk import Desk
from budgetdesk.actions.sample import sample_record
from budgetdesk.actions.workspace import Workspace

DAY = date(2026, 11, 20)
"""The day of the demonstration, shown on every page: so that it works, and says the same, in every year."""


def take_in(workspace: Workspace) -> Desk:
    """Open the sample as a new case."""
    record = sample_record(workspace.library, today=workspace.today)
    return workspace.new_case(record, number=record.case.info.number or None)
