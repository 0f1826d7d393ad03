"""The arithmetic of børne- og ungeydelse: which amount a child's age gives, halves, the payments, the reduction.

Law: Lov om en børne- og ungeydelse §§ 1, 1 a, 4 and 5. Plain numbers and days in, kroner out.

§ 5 pays børneydelse for a quarter ahead, for the first time in the quarter after the birth. The amount of a quarter
follows the age when it begins: a child that turns 3 during a quarter has the amount of 0-2 years in that one still.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import ROUND_FLOOR, Decimal

from budgetdesk.benefits.children import GROWN_UP, birthday, next_quarter, quarter_of
from budgetdesk.benefits.figures import HUNDRED
from budgetdesk.dates import Month, age_on
from budgetdesk.money import ZERO, to_krone

BANDS = ("beloeb_0_2", "beloeb_3_6", "beloeb_7_14", "beloeb_15_17")
"""The names of the yearly amounts in `resources/rates/boerneydelse.toml`."""
_BAND_BEGINS = (0, 3, 7)
UNGEYDELSE_FROM = 15
MONTHS_A_YEAR = 12
QUARTERS_A_YEAR = 4

Yearly = Callable[[str], Decimal]
"""The yearly amount of a band, kr: whole or half."""


def band_on(born: date, day: date) -> str | None:
    """Which yearly amount counts on `day`; None before the birth and from the 18th birthday on."""
    if day < born or day >= birthday(born, GROWN_UP):
        return None
    if paid_monthly(born, Month.of(day)):
        return BANDS[3]
    age = age_on(born, quarter_of(day).first - timedelta(days=1))
    return next(
        band for band, begins in reversed(list(zip(BANDS, _BAND_BEGINS, strict=False))) if max(age, 0) >= begins
    )


def paid_monthly(born: date, month: Month) -> bool:
    """Whether the child is on ungeydelse: from the month after the 15th birthday (§ 5, stk. 4)."""
    return month > Month.of(birthday(born, UNGEYDELSE_FROM))


def first_quarter(born: date) -> Month:
    """The first month of the first quarter that is paid for (§ 5, stk. 3)."""
    return next_quarter(born)


def half(whole: Decimal, multiple: Decimal) -> Decimal:
    """Half of a yearly amount as it is paid out, kr/year: rounded down to a multiple of 12 (§ 4, stk. 1)."""
    return part(whole, Decimal("0.5"), multiple)


def part(whole: Decimal, share: Decimal, multiple: Decimal) -> Decimal:
    """The share of a yearly amount, kr/year. The whole is not rounded; a share is rounded down as the halves are."""
    if share >= 1:
        return whole
    return (max(ZERO, whole * share) / multiple).to_integral_value(ROUND_FLOOR) * multiple


def payment(born: date, month: Month, yearly: Yearly) -> Decimal:
    """What is paid out on the 20th of `month` for one child, kr (§ 5, stk. 3-4), in whole kroner where it is a share.

    The quarter of the 15th birthday is paid for its months up to the birthday's, the month of the 18th for its days.
    """
    if month < first_quarter(born):
        return ZERO
    if paid_monthly(born, month):
        return _ungeydelse(born, month, yearly)
    if month != quarter_of(month.first):
        return ZERO
    band = band_on(born, month.first)
    whole = ZERO if band is None else yearly(band) / QUARTERS_A_YEAR
    fifteenth = Month.of(birthday(born, UNGEYDELSE_FROM))
    if quarter_of(fifteenth.first) != month:
        return whole
    return to_krone(whole * (fifteenth.number - month.number + 1) / 3)


def _ungeydelse(born: date, month: Month, yearly: Yearly) -> Decimal:
    grown_up = birthday(born, GROWN_UP)
    whole = yearly(BANDS[3]) / MONTHS_A_YEAR
    if month > Month.of(grown_up):
        return ZERO
    if month == Month.of(grown_up):
        return to_krone(whole * grown_up.day / month.last.day)
    return whole


def reduction(income_per_year: Decimal, limit: Decimal, per_cent: Decimal) -> Decimal:
    """What a person's own income above the limit takes off all that the person is paid, kr/year (§ 1 a)."""
    return max(ZERO, income_per_year - limit) * per_cent / HUNDRED


def switches(born: date) -> tuple[tuple[Month, int], ...]:
    """The first month of each new amount, and the age that brings it; at 18 the month of the last payment."""
    quarters = tuple((next_quarter(birthday(born, age)), age) for age in (3, 7))
    fifteen = (Month.of(birthday(born, UNGEYDELSE_FROM)).plus(1), UNGEYDELSE_FROM)
    return (*quarters, fifteen, (Month.of(birthday(born, GROWN_UP)), GROWN_UP))
