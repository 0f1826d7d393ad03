"""One row of the month."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from budgetdesk.budget.chart import LineType
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.household.words import Evidence, Need


@dataclass(frozen=True, kw_only=True)
class MonthRow:
    """One row of the budget as it counts in an ordinary month."""

    path: str
    """The fact it comes from (budgetdesk.household.paths), such as `expenses[e3].amount`."""
    code: str
    """Code of the chart, or kind of income."""
    title: str
    group: str
    type: LineType | None
    amount: Decimal | None
    rhythm: Rhythm
    per_month: Decimal
    need: Need
    evidence: Evidence = Evidence.SAID
    locked: bool = False
    counts: bool = True
    """False for money that is shown but does not count: not granted, one-off, paid to the landlord."""
    note: str = ""
