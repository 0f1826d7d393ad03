"""Months for which too little særlig støtte can still be claimed: three years from the day it should have been paid.

Law:  Forældelsesloven § 3; retssikkerhedsloven § 5. § 34 was paid in arrears, on the last bank day of the month.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from budgetdesk.benefits.figures import Figures
from budgetdesk.benefits.members import members
from budgetdesk.benefits.paragraf_34_formula import LAW, Children, threshold
from budgetdesk.benefits.rates import Rates
from budgetdesk.dates import Month, bank_day_on_or_before
from budgetdesk.errors import NoRateError
from budgetdesk.household.case import Case


@dataclass(frozen=True)
class BackClaim:
    """One past month: the last day to claim, and that year's own threshold for this household (None: not known)."""

    month: Month
    last_day: date
    threshold: Decimal | None


def back_claims(case: Case, day: date, last_month: Month, rates: Rates, figures: Figures) -> tuple[BackClaim, ...]:
    """Every month up to `last_month` whose claim lives on `day`, oldest first. Figures used are added to `figures`.

    Raises NoRateError where the length of the limitation is not known on `day`.
    """
    years = int(figures.compare("krav_foraeldes_efter"))
    found = []
    for month in _months_back(min(last_month, Month.of(day)), years):
        paid = bank_day_on_or_before(month.last)
        last_day = _years_later(paid, years)
        if paid <= day <= last_day:
            found.append(BackClaim(month, last_day, _threshold(case, month, rates, figures)))
    return tuple(found)


def _months_back(last: Month, years: int) -> Iterator[Month]:
    for back in range(years * 12 + 1, -1, -1):
        yield last.plus(-back)


def _years_later(day: date, years: int) -> date:
    return date(day.year + years, 2, 28) if (day.month, day.day) == (2, 29) else day.replace(year=day.year + years)


def _threshold(case: Case, month: Month, rates: Rates, figures: Figures) -> Decimal | None:
    own = Figures(rates, LAW, month.first)
    try:
        found = threshold(children_of(case, month.last, own), own)
    except NoRateError:
        return None
    figures.add(own)
    return found


def children_of(case: Case, day: date, figures: Figures) -> Children:
    """The children at home on a day; those born later do not count. Children elsewhere are not in the case file."""
    under = int(figures.compare("barn_under"))
    young = [p for p in members(case, day, child_under=under).children if p.born and p.born <= day]
    return Children(at_home=len(young))
