"""Being a month behind: what it costs in fees, and what it takes to get level. Amounts are kr.

Who always pays the rent a month late gets a påkrav every month, and pays its fee each time (almenlejeloven § 90,
stk. 2; lejeloven § 182, stk. 2). No other reminder fee may be added to that one. For other bills the law's most is so
much for each reminder, so many times, and once more for collection (renteloven § 9 b).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from budgetdesk.benefits.rates import Confidence, Rates, RateUsed
from budgetdesk.errors import NoRateError
from budgetdesk.household.case import Case
from budgetdesk.household.words import ArrearsKind
from budgetdesk.money import ZERO, divide
from budgetdesk.planning.owed import still_owed

MONTHS_A_YEAR = 12
RUNS = (3, 6, 12)
"""Over how many months the way to being level is shown."""


@dataclass(frozen=True)
class Way:
    """One way to get level: so much a month for so many months beside the rent; the last month carries the øre."""

    months: int
    per_month: Decimal


@dataclass(frozen=True, kw_only=True)
class MonthBehind:
    """What being behind costs, and the ways out of it."""

    owed: Decimal
    """What is missing to be level, kr."""
    months: int
    """How many rents are missing, as the arrears have them; at least 1."""
    fee: RateUsed
    """The fee for one påkrav."""
    fees_a_year: Decimal
    """That fee every month for a year, kr."""
    most_for_a_bill: Decimal
    """The most another bill that is not paid may cost in reminders and collection, kr."""
    others: tuple[RateUsed, ...]
    ways: tuple[Way, ...]
    """From the quickest on; the first is all at once."""

    @property
    def vejledende(self) -> bool:
        """Whether a figure is not confirmed."""
        return any(rate.confidence is Confidence.UNVERIFIED for rate in (self.fee, *self.others))


def month_behind(case: Case, rates: Rates, *, on: date) -> MonthBehind | None:
    """What it costs to be behind with the rent, and what it takes to get level; None where no rent is missing, or where
    the fee of the year is not known."""
    missing = {row.month for row in case.arrears.rows if row.kind is ArrearsKind.RENT and row.amount}
    owed = still_owed(case)
    if not missing or owed <= ZERO:
        return None
    try:
        fee = rates["paakrav"].on("gebyr", on)
        others = tuple(rates["renteloven"].on(name, on) for name in ("rykkergebyr", "rykkere_hoejst", "inkassogebyr"))
    except NoRateError:
        return None
    reminder, times, collection = others
    return MonthBehind(
        owed=owed,
        months=len(missing),
        fee=fee,
        fees_a_year=fee.value * MONTHS_A_YEAR,
        most_for_a_bill=reminder.value * times.value + collection.value,
        others=others,
        ways=(Way(1, owed), *(Way(months, max(divide(owed, months))) for months in RUNS)),
    )
