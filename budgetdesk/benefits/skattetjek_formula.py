"""The arithmetic of the tax checks: what a deduction is, and about what it is worth in a month.

Law: Ligningsloven §§ 9 C, 9 J and 13; personskatteloven § 11. Plain numbers in, kr/year out, not rounded.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from budgetdesk.benefits.figures import HUNDRED
from budgetdesk.money import ZERO

QUARTERS = 4


@dataclass(frozen=True)
class Commuting:
    """The figures of the commuting deduction: km/day without deduction, km/day where the rate changes, kr/km."""

    free_km: Decimal
    far_km: Decimal
    rate: Decimal
    far_rate: Decimal


@dataclass(frozen=True)
class LowIncome:
    """The figures of the extra commuting deduction for low incomes: per cent, and kr/year."""

    per_cent: Decimal
    highest: Decimal
    full_to: Decimal
    none_from: Decimal


def single_provider(income_per_year: Decimal, per_cent: Decimal, highest: Decimal, quarters: int) -> Decimal:
    """The extra employment deduction of a single provider, kr/year (ligningsloven § 9 J, stk. 3-4).

    `income_per_year` is the income from work after AM-bidrag; `quarters` those in which ekstra børnetilskud was paid.
    """
    return min(max(ZERO, income_per_year) * per_cent / HUNDRED, highest) * min(max(quarters, 0), QUARTERS) / QUARTERS


def commuting(km_per_day: Decimal, days: int, figures: Commuting) -> Decimal:
    """The commuting deduction, kr/year (ligningsloven § 9 C), of the way there and back."""
    near = max(ZERO, min(km_per_day, figures.far_km) - figures.free_km)
    far = max(ZERO, km_per_day - figures.far_km)
    return (near * figures.rate + far * figures.far_rate) * max(days, 0)


def low_income_commuting(deduction: Decimal, income_per_year: Decimal, figures: LowIncome) -> Decimal:
    """The extra commuting deduction for a low income, kr/year; it falls evenly between the two incomes."""
    width = figures.none_from - figures.full_to
    share = min(Decimal(1), max(ZERO, (figures.none_from - income_per_year) / width))
    return min(figures.highest, deduction * figures.per_cent / HUNDRED) * share


def interest_value(
    interest_per_year: Decimal, tax_per_cent: Decimal, extra_per_cent: Decimal, limit: Decimal
) -> Decimal:
    """What a year's interest is worth in tax, kr/year: the extra per cent counts up to the limit (§ 11)."""
    up_to = min(interest_per_year, limit)
    return (interest_per_year * tax_per_cent + up_to * extra_per_cent) / HUNDRED


def worth(deduction: Decimal, tax_per_cent: Decimal) -> Decimal:
    """What a deduction is worth in tax, kr/year."""
    return deduction * tax_per_cent / HUNDRED
