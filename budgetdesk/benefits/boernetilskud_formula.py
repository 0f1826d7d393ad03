"""The arithmetic of børnetilskud: who counts for how long, the five kinds, and the reductions.

Law: Børnetilskudsloven §§ 2-4, 10 a and 10 c. Plain numbers and days in, kroner out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from budgetdesk.benefits.children import GROWN_UP, birthday, quarter_of
from budgetdesk.benefits.figures import HUNDRED
from budgetdesk.money import ZERO


def paid_until(born: date, age: int, day: date) -> bool:
    """Whether a child counts on `day`: to the end of the quarter in which it turns `age`."""
    return born <= day and quarter_of(birthday(born, age)) >= quarter_of(day)


def counts(born: date, day: date) -> bool:
    """Whether børnetilskud is paid for a child on `day`: to the end of the quarter of the 18th birthday."""
    return paid_until(born, GROWN_UP, day)


def single_provider(children: int, ordinary: Decimal, extra: Decimal) -> Decimal:
    """Ordinary børnetilskud for each child and one extra for the household (§§ 2-3), in the unit of the two amounts."""
    return ordinary * children + extra if children else ZERO


def beyond_the_first(births: Iterable[date]) -> int:
    """How many children of twin and other multiple births there are beyond the first of each birth (§ 10 a)."""
    return sum(count - 1 for count in Counter(births).values())


def reduced(amount: Decimal, income_per_year: Decimal, limit: Decimal, per_cent: Decimal) -> Decimal:
    """An amount a year less a share of the income above a limit, never below 0 (§ 4, stk. 7; § 10 c)."""
    return max(ZERO, amount - max(ZERO, income_per_year - limit) * per_cent / HUNDRED)
