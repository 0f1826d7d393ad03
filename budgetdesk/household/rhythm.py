"""How often money comes or goes, and on which days.

Month factors (docs: "Public contracts"): weekly 52/12, biweekly 26/12, the others their number a year / 12.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from budgetdesk.money import to_oere


class Rhythm(StrEnum):
    """How often an amount falls. `once` is a single event and counts nothing in an ordinary month."""

    WEEKLY = "weekly"
    BIWEEKLY = "biweekly"
    MONTHLY = "monthly"
    BIMONTHLY = "bimonthly"
    QUARTERLY = "quarterly"
    HALFYEARLY = "halfyearly"
    YEARLY = "yearly"
    ELEVEN = "eleven"
    ONCE = "once"

    @property
    def times_a_year(self) -> int:
        return TIMES_A_YEAR[self]


TIMES_A_YEAR = {
    Rhythm.WEEKLY: 52,
    Rhythm.BIWEEKLY: 26,
    Rhythm.MONTHLY: 12,
    Rhythm.BIMONTHLY: 6,
    Rhythm.QUARTERLY: 4,
    Rhythm.HALFYEARLY: 2,
    Rhythm.YEARLY: 1,
    Rhythm.ELEVEN: 11,
    Rhythm.ONCE: 0,
}


def per_month(amount: Decimal, rhythm: Rhythm) -> Decimal:
    """The amount in an ordinary month, kr/month, rounded to whole øre (half away from zero)."""
    return to_oere(amount * rhythm.times_a_year / Decimal(12))
