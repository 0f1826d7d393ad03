"""From a case to what the check of kontanthjælp starts from: who receives it, the facts of the rate, and the pay."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from budgetdesk.benefits.figures import Figures
from budgetdesk.benefits.kontanthjaelp_check import Pay
from budgetdesk.benefits.kontanthjaelp_rates import RATES, Recipient
from budgetdesk.benefits.members import KONTANTHJAELP, couple, incomes_on, lives_on
from budgetdesk.dates import age_on
from budgetdesk.household.case import Case, Income, Person
from budgetdesk.household.rhythm import Rhythm, per_month
from budgetdesk.household.words import INCOME_BASES, Marital, Role, Tax
from budgetdesk.money import ZERO

MEANS = frozenset(INCOME_BASES) - {"ingen", "andet"} | {"personlig_indkomst", "privat_pension", "atp"}
"""Income that a person lives on, so that it comes before kontanthjælp. Family benefits and single payments do not."""


def recipients(case: Case, day: date) -> tuple[Person, ...]:
    """Tenant and partner who live on kontanthjælp on `day`."""
    return tuple(each for each in couple(case) if lives_on(case, each, day) & set(KONTANTHJAELP))


def recipient(case: Case, person: Person, day: date, figures: Figures) -> Recipient:
    """The facts of the rate for one adult; one who does not receive it stands with the lowest rate."""
    under = int(figures.compare("barn_under"))
    children = [each for each in case.persons if each.role is Role.CHILD and _is_child(each, day, under)]
    own = [each for each in children if not each.parents or person.id in each.parents]
    found = lives_on(case, person, day)
    return Recipient(
        rate=next((figure for base, figure in RATES.items() if base in found), "mindstesats"),
        age=None if person.born is None else age_on(person.born, day),
        single=_single(case, person),
        provider=bool(own),
        children_at_home=sum(1 for each in own if each.lives_at_home),
        aktivitetsparat=person.adult.aktivitetsparat,
        opholdskrav=person.adult.opholdskrav,
        beskaeftigelseskrav=person.adult.beskaeftigelseskrav,
        lives_with_parent=person.adult.lives_with_parent,
    )


def _is_child(person: Person, day: date, under: int) -> bool:
    return person.born is None or (person.born <= day and age_on(person.born, day) < under)


def _single(case: Case, person: Person) -> bool | None:
    """Whether somebody is single: as the person says it; with other adults in the home and nothing said, not known."""
    if len(couple(case)) > 1 or person.marital in (Marital.COHABITING, Marital.MARRIED):
        return False
    if person.marital is Marital.SINGLE:
        return True
    alone = all(each.role in (Role.TENANT, Role.CHILD, Role.LODGER) for each in case.persons if each.lives_at_home)
    return True if alone else None


def pay_of(case: Case, person: Person, day: date) -> Pay:
    """What stands in the case for one adult, kr/month: kontanthjælp before and after tax, and wage beside it."""
    rows = [row for row in incomes_on(case, day) if row.person == person.id and row.rhythm is not Rhythm.ONCE]
    help_rows = [row for row in rows if row.kind in KONTANTHJAELP]
    before = [row for row in help_rows if row.tax is Tax.GROSS and row.amount is not None]
    whole = bool(help_rows) and len(before) == len(help_rows)
    after = [_after_tax(row) for row in help_rows]
    known_after = [each for each in after if each is not None]
    return Pay(
        gross=sum((_monthly(row) for row in before), ZERO) if whole else None,
        net=sum(known_after, ZERO) if known_after and len(known_after) == len(after) else None,
        wage=sum((_monthly(row) for row in rows if row.kind == "loen"), ZERO),
    )


def _after_tax(row: Income) -> Decimal | None:
    amount = row.amount if row.tax is Tax.NET else row.paid_out
    return None if amount is None else per_month(amount, row.rhythm)


def _monthly(row: Income) -> Decimal:
    return ZERO if row.amount is None else per_month(row.amount, row.rhythm)


def means(case: Case, people: Iterable[Person], day: date) -> Decimal | None:
    """What these people live on, kr/month, at least: amounts after tax as they are, a range by its lower end.

    None where no amount is known at all. Rows of the household as a whole count for the couple together only.
    """
    ids = {each.id for each in people}
    if len(ids) == len(couple(case)):
        ids.add("")
    found = []
    for row in incomes_on(case, day):
        amount = row.amount if row.amount is not None else row.min
        if row.person in ids and row.kind in MEANS and row.rhythm is not Rhythm.ONCE and amount is not None:
            found.append(per_month(amount, row.rhythm))
    return sum(found, ZERO) if found else None


def support_each_other(case: Case) -> bool:
    """Whether one income is for all: a single, or a married couple (§ 2). Cohabitants do not support each other."""
    pair = couple(case)
    return len(pair) == 1 or all(each.marital is Marital.MARRIED for each in pair)
