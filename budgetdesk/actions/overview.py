"""Everything that follows from the facts of a case on a day, computed at once: what every page shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from budgetdesk.benefits.assessment import Assessment
from budgetdesk.budget.month import MonthBudget
from budgetdesk.casework.deadlines import Clock
from budgetdesk.casework.missing import Missing
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
