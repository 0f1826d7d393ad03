"""The sum before moving in, from what is worked out about the case already. Quick enough for every keystroke."""

from __future__ import annotations

from datetime import date

from budgetdesk.actions.library import Library
from budgetdesk.actions.overview import Overview
from budgetdesk.casework.move_in import MoveIn, move_in
from budgetdesk.household.case import Case
from budgetdesk.wording.key_figures import left_over


def moving_in(case: Case, overview: Overview, library: Library, *, on: date) -> MoveIn | None:
    """None where nobody is moving in."""
    luft = left_over(overview.month) if case.income and case.expenses else None
    return move_in(case, on, library.rates, assessments=overview.assessments, luft=luft)
