"""Husstandsindkomsten for økonomisk friplads: the month's income of the adults before tax and AM-bidrag, times 12.

ATP and own pension are taken off first: they are not part of the A-indkomst that the municipality sees. A net amount
cannot be turned back into gross; the gross amount is then a missing fact, and the income has a range.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from budgetdesk.benefits.boligstoette_income import BOUNDLESS, NET_TO_GROSS, TAXABLE, WAGES
from budgetdesk.benefits.figures import HUNDRED, Figures
from budgetdesk.benefits.members import couple, incomes_on, lives_on
from budgetdesk.household.case import Case, Income, Person
from budgetdesk.household.rhythm import Rhythm, per_month
from budgetdesk.household.words import Tax
from budgetdesk.money import ZERO

COUNTED = frozenset({*WAGES, *TAXABLE, "personlig_indkomst", "andet", "loen"})
AM = "arbejdsmarkedsbidrag"


@dataclass(frozen=True)
class HouseholdIncome:
    """Kr/year at least and at most, and the facts that would settle it, the widest first."""

    least: Decimal
    most: Decimal
    missing: tuple[str, ...]

    @property
    def known(self) -> bool:
        return not self.missing


def income_of(case: Case, day: date, figures: Figures) -> HouseholdIncome:
    """The income of tenant and partner on `day`, kr/year. Raises NoRateError without AM-bidrag's own figure."""
    adults = couple(case)
    ids = {adult.id for adult in adults} | {""}
    rows = [row for row in incomes_on(case, day) if row.person in ids and row.kind in COUNTED]
    found = [_range(case, row, day, figures) for row in rows if row.rhythm is not Rhythm.ONCE]
    # A lowest amount above the highest is a slip of the finger: the range is then the wider of the two.
    ranges = [(max(ZERO, min(low, high)), max(ZERO, low, high), path) for low, high, path in found]
    ranges += [(ZERO, BOUNDLESS, "income") for adult in adults if _silent(case, adult, rows, day)]
    settling = sorted((found for found in ranges if found[2]), key=lambda found: found[0] - found[1])
    return HouseholdIncome(
        12 * sum((low for low, _, _ in ranges), ZERO),
        12 * sum((high for _, high, _ in ranges), ZERO),
        tuple(dict.fromkeys(path for _, _, path in settling)),
    )


def _silent(case: Case, adult: Person, rows: list[Income], day: date) -> bool:
    """Whether an adult should have an income that nobody has entered. Income of the household speaks for everybody."""
    if any(row.person in (adult.id, "") for row in rows):
        return False
    bases = lives_on(case, adult, day)
    return bases != {"ingen"} if not rows else bool(bases - {"ingen"})


def _range(case: Case, row: Income, day: date, figures: Figures) -> tuple[Decimal, Decimal, str]:
    """What a row counts, kr/month, at least and at most, and the path of what would settle it."""
    if row.kind == "personlig_indkomst" and row.amount is not None:
        return _from_personal(case, row, day, figures)
    amount = f"income[{row.id}].{'kind' if row.kind == 'andet' else 'amount'}"
    if row.tax is Tax.GROSS and row.amount is not None and row.kind != "andet":
        exact = _month(row, row.amount)
        return exact, exact, ""
    if row.amount is not None:
        low, high = row.amount, row.amount * (1 if row.tax is Tax.GROSS else NET_TO_GROSS)
    elif row.min is not None and row.max is not None:
        low, high = row.min, row.max * (1 if row.tax is Tax.GROSS else NET_TO_GROSS)
    elif row.paid_out is not None:
        low, high = row.paid_out, row.paid_out * NET_TO_GROSS
    else:
        return ZERO, BOUNDLESS, amount
    return (ZERO if row.kind == "andet" else _month(row, low)), per_month(high, row.rhythm), amount


def _month(row: Income, amount: Decimal) -> Decimal:
    return per_month(max(ZERO, amount - (row.atp_and_pension or ZERO)), row.rhythm)


def _from_personal(case: Case, row: Income, day: date, figures: Figures) -> tuple[Decimal, Decimal, str]:
    """Personlig indkomst of a wage stands after AM-bidrag, of a benefit it does not; turned back where it can be."""
    after = per_month(row.amount or ZERO, row.rhythm)
    before = after * HUNDRED / (HUNDRED - figures.take(AM, law=AM))
    adult = next((person for person in couple(case) if person.id == row.person), None)
    bases = lives_on(case, adult, day) if adult else frozenset()
    if bases and not bases & {"loen", "andet"}:
        return after, after, ""
    if bases == {"loen"}:
        return before, before, ""
    return after, before, f"income[{row.id}].kind"
