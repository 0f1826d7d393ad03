"""Everything that follows from the facts of a case on a day, computed at once: what every page shows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from budgetdesk.actions.library import Library
from budgetdesk.benefits.assessment import Assessment
from budgetdesk.budget.month import MonthBudget, month_of
from budgetdesk.casework.deadlines import Clock
from budgetdesk.casework.missing import Missing
from budgetdesk.casework.record import Record
from budgetdesk.planning.finder import test_plan
from budgetdesk.planning.plan import PlanTest


@dataclass(frozen=True, kw_only=True)
class Overview:
    """The answers for one case on one day."""

    on: date
    month: MonthBudget
    clock: Clock | None
    missing: tuple[Missing, ...]
    assessments: tuple[Assessment, ...]
    plan: PlanTest | None


def look(record: Record, day: date, library: Library) -> Overview:
    """Everything that follows from `record` on `day`."""
    case = record.case
    return Overview(
        on=day,
        month=month_of(case, library.chart, on=day),
        clock=None,
        missing=(),
        assessments=(),
        plan=test_plan(case, library.chart, library.policy, on=day),
    )


def glance(previous: Overview, record: Record, day: date, library: Library) -> Overview:
    """As `look`, but only the quick parts anew (the month, what is missing); the slow ones are kept from `previous`."""
    return replace(previous, month=month_of(record.case, library.chart, on=day))
