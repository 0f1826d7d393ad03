"""What the household's folkepension should be: kr/month before tax, as a range while facts are missing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import Enum, auto
from itertools import product

from budgetdesk.benefits.assessment import Step
from budgetdesk.benefits.figures import Figures
from budgetdesk.benefits.folkepension_age import pension_age, pension_day
from budgetdesk.benefits.folkepension_formula import WHOLE, Pensioner, monthly, residence_share, steps
from budgetdesk.benefits.folkepension_standing import age_step
from budgetdesk.benefits.members import couple, incomes_on, lives_on
from budgetdesk.benefits.rates import Rates
from budgetdesk.benefits.tillaegsprocent_income import OtherIncome, other_income
from budgetdesk.household.case import Case, Person
from budgetdesk.household.rhythm import per_month
from budgetdesk.household.words import Tax
from budgetdesk.money import ZERO


class Place(Enum):
    """Where a person stands towards folkepension on a day."""

    GETS_IT = auto()
    MISSING = auto()
    """Old enough, and lives on something else."""
    MAYBE = auto()
    """Birth day or income base is not known."""
    TOO_YOUNG = auto()


@dataclass(frozen=True)
class Expected:
    """The range of folkepension for some people, kr/month before tax."""

    lowest: Decimal
    highest: Decimal
    missing: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()


def place(case: Case, person: Person, day: date, rates: Rates, figures: Figures) -> Place:
    """Where one person stands. Raises NoRateError."""
    bases = lives_on(case, person, day)
    if "folkepension" in bases:
        return Place.GETS_IT
    if person.born is None:
        return Place.MAYBE
    if pension_day(person.born, rates, figures) > day:
        return Place.TOO_YOUNG
    return Place.MISSING if bases else Place.MAYBE


def expected(
    case: Case, people: tuple[tuple[Person, Place], ...], day: date, rates: Rates, figures: Figures
) -> Expected:
    """The range for some people of the household together. Raises NoRateError."""
    income = other_income(case, day)
    parts = [_one(case, person, where, day, rates, income, figures) for person, where in people]
    return Expected(
        lowest=sum((part.lowest for part in parts), ZERO),
        highest=sum((part.highest for part in parts), ZERO),
        missing=tuple(dict.fromkeys(path for part in parts for path in part.missing)),
        steps=tuple(step for part in parts for step in part.steps),
    )


def _one(
    case: Case, person: Person, where: Place, day: date, rates: Rates, income: OtherIncome, figures: Figures
) -> Expected:
    others = tuple(each for each in couple(case) if each.id != person.id)
    shares = _shares(person, rates, figures)
    incomes = (income.least, income.most)
    ways = [
        Pensioner(alone=not others, share=share, other_income=other, both_have_pension=both)
        for share, other, both in product(shares, dict.fromkeys(incomes), _partner_has_pension(case, others, day))
    ]
    amounts = [monthly(way, figures) for way in ways]
    best = ways[amounts.index(max(amounts))]
    by_income = {monthly(replace(best, other_income=other), figures) for other in incomes}
    return Expected(
        lowest=ZERO if where is Place.MAYBE else min(amounts),
        highest=max(amounts),
        missing=(
            *_unsaid(person, where),
            *((f"persons[{person.id}].residence_years",) if len(shares) > 1 else ()),
            *(income.missing if len(by_income) > 1 else ()),
        ),
        steps=(age_step(person, day, rates, figures), *steps(best, figures)),
    )


def _unsaid(person: Person, where: Place) -> tuple[str, ...]:
    if where is not Place.MAYBE:
        return ()
    return (f"persons[{person.id}].{'born' if person.born is None else 'income_base'}",)


def _shares(person: Person, rates: Rates, figures: Figures) -> tuple[Decimal, ...]:
    """The shares of a full pension that the years in Denmark can give: one, or from nothing to all."""
    if person.residence_years is None or person.born is None:
        return ZERO, WHOLE
    reached = pension_day(person.born, rates, figures)
    age = pension_age(person.born, rates, figures)
    return (residence_share(person.residence_years, reached, age, rates, figures),)


def _partner_has_pension(case: Case, others: tuple[Person, ...], day: date) -> tuple[bool, ...]:
    """The ways it could be: a partner with seniorpension, or of whom nothing is said, could go either way."""
    bases = [lives_on(case, other, day) for other in others]
    if any(found & {"folkepension", "foertidspension"} for found in bases):
        return (True,)
    return (False,) if all(found and "seniorpension" not in found for found in bases) else (False, True)


def received(case: Case, people: tuple[Person, ...], day: date, kind: str) -> Decimal | None:
    """What the rows of a pension say before tax, kr/month; None where somebody's is missing or after tax."""
    ids = {person.id for person in people}
    rows = [row for row in incomes_on(case, day) if row.kind == kind and row.person in ids]
    known = [row for row in rows if row.tax is Tax.GROSS and row.amount is not None]
    if len(known) < len(rows) or {row.person for row in known} != ids:
        return None
    return sum((per_month(row.amount, row.rhythm) for row in known if row.amount is not None), ZERO)
