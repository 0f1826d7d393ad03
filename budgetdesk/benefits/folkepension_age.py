"""When a person reaches the folkepensionsalder: it follows the day of birth.

Law:  Lov om social pension (folkepensionsalder). The ages are data: `resources/rates/folkepensionsalder.toml`, one
      figure per group of birth days, named after the first month of the group.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from budgetdesk.benefits.figures import Figures
from budgetdesk.benefits.rates import Confidence, Rates
from budgetdesk.dates import Month

LAW = "folkepensionsalder"
_PREFIX = "foedt_fra_"
_MONTHS_A_YEAR = 12


def pension_age(born: date, rates: Rates, figures: Figures) -> Decimal:
    """The age in years, with halves, for one born on a day. Raises NoRateError."""
    first_month = f"{_PREFIX}{born.year:04d}_{born.month:02d}"
    groups = rates[LAW].series
    name = max((name for name in groups if name <= first_month), default=min(groups))
    age = figures.compare(name, law=LAW)
    if all(rate.confidence is Confidence.UNVERIFIED for rate in groups[name].rates):
        figures.rest_on(name, law=LAW)  # an age that nobody has read in the law is never shown as a fact
    return age


def pension_day(born: date, rates: Rates, figures: Figures) -> date:
    """The day on which the age is reached; 29 February counts as 1 March. Raises NoRateError."""
    months = int(pension_age(born, rates, figures) * _MONTHS_A_YEAR)
    month = Month.of(born).plus(months)
    return date(month.year, month.number, born.day) if born.day <= month.last.day else month.plus(1).first
