"""Everything that follows from the facts of a case on a day, computed at once: what every page shows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from budgetdesk.actions.library import Library
from budgetdesk.benefits.assessment import Assessment
from budgetdesk.budget.lenses import lenses
from budgetdesk.budget.month import MonthBudget, month_of
from budgetdesk.casework.clock import clock_of
from budgetdesk.casework.deadlines import Clock
from budgetdesk.casework.missing import Missing
from budgetdesk.casework.missing_rules import missing
from budgetdesk.casework.record import Record
from budgetdesk.household.case import Case
from budgetdesk.planning.finder import test_plan
from budgetdesk.planning.plan import PlanTest
from budgetdesk.readers.lenses import load_yardsticks


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
        month=_month(case, day, library),
        clock=clock_of(case),
        missing=missing(record, on=day, chart=library.chart),
        assessments=(),
        plan=test_plan(case, library.chart, library.policy, on=day),
    )


def glance(previous: Overview, record: Record, day: date, library: Library) -> Overview:
    """As `look`, but only the quick parts anew (month, days, what is missing); the slow ones stay as in `previous`."""
    return replace(
        previous,
        month=_month(record.case, day, library),
        clock=clock_of(record.case),
        missing=missing(record, on=day, chart=library.chart),
    )


def _month(case: Case, day: date, library: Library) -> MonthBudget:
    month = month_of(case, library.chart, on=day)
    return replace(month, lenses=lenses(case, month, load_yardsticks(library.rates, on=day), on=day))
