"""The month: what comes in, what goes out, what is left. Pure; amounts are kr/month."""

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


@dataclass(frozen=True, kw_only=True)
class Lens:
    """How somebody else counts: Gældsstyrelsen, gældssanering ... Shown for comparison; never decides."""

    key: str
    title: str
    amount_per_month: Decimal | None
    text: str
    source: str
    vejledende: bool = True


@dataclass(frozen=True, kw_only=True)
class MonthBudget:
    """The month in figures, kr/month."""

    income: tuple[MonthRow, ...]
    expenses: tuple[MonthRow, ...]
    income_per_month: Decimal
    fixed_per_month: Decimal
    expenses_per_month: Decimal
    raadighedsbeloeb: Decimal
    """Income less fixed costs, before food."""
    luft: Decimal
    """What is left after everything, reserves and instalments included."""
    for_living_per_week: Decimal
    lenses: tuple[Lens, ...] = ()
