"""The invented cases around the sample: in the list with something to do, and never counted."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from budgetdesk.actions.case_list import Chosen, Status, listed
from budgetdesk.actions.workspace import Workspace
from budgetdesk.casework.due_today import due_today
from budgetdesk.demo.neighbours import take_in_neighbours
from budgetdesk.household.plausible import doubts

TODAY = date(2026, 11, 20)


def test_they_show_what_the_list_is_for_and_never_count(tmp_path: Path) -> None:
    with Workspace.create(tmp_path, passphrase="fire ord efter hinanden", today=TODAY, remember=False) as workspace:
        take_in_neighbours(workspace)
        cases = workspace.cases()
        days = [case.next_step(TODAY) for case in listed(cases, Chosen(), on=TODAY)]
        said = [doubts(workspace.desk(case.id).record.case, TODAY) for case in cases]

        assert None not in days
        assert len(due_today(cases, TODAY)) == 2
        assert len(listed(cases, Chosen(status=Status.CLOSED), on=TODAY)) == 1
        assert workspace.counted() == {}
        assert said == [()] * len(cases)
