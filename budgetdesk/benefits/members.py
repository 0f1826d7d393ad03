"""Who belongs to the household on a day, and what each lives on: shared by the benefits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from budgetdesk.dates import age_on
from budgetdesk.household.case import Case, Expense, Income, IncomeBase, Person
from budgetdesk.household.words import INCOME_BASES, Marital, Role, Status

OLD_PENSION_BEFORE = date(2003, 1, 1)
"""Førtidspension granted before this day follows the old rules (lov om social pension; boligstøtteloven §§ 2-4)."""

KONTANTHJAELP = ("kontanthjaelp_mindstesats", "kontanthjaelp_grundsats", "kontanthjaelp_forhoejet")


@dataclass(frozen=True)
class Members:
    """Those who live in the home on a day; a lodger is not one of them."""

    adults: tuple[Person, ...]
    children: tuple[Person, ...]
    ageless: tuple[Person, ...]
    """Entered as children, but without a birth date."""

    @property
    def ids(self) -> frozenset[str]:
        """The adults' ids, and "" for rows of the household as a whole."""
        return frozenset({person.id for person in self.adults} | {""})


def members(case: Case, day: date, *, child_under: int) -> Members:
    """Adults and children of the home. Tenant and partner are adults whatever their age."""
    adults: list[Person] = []
    children: list[Person] = []
    ageless: list[Person] = []
    for person in case.persons:
        if person.role is Role.LODGER or not (person.lives_at_home or person.role is Role.TENANT):
            continue
        if person.role in (Role.TENANT, Role.PARTNER):
            adults.append(person)
        elif person.born is None:
            (ageless if person.role is Role.CHILD else adults).append(person)
        else:
            (children if age_on(person.born, day) < child_under else adults).append(person)
    return Members(tuple(adults), tuple(children), tuple(ageless))


def in_force(row: Income | IncomeBase | Expense, day: date) -> bool:
    """Whether a row counts on a day; its first and last day both count."""
    return (row.start is None or row.start <= day) and (row.end is None or day <= row.end)


def incomes_on(case: Case, day: date) -> tuple[Income, ...]:
    """The rows of income that are granted and in force on a day."""
    return tuple(row for row in case.income if row.status is Status.GRANTED and in_force(row, day))


def lives_on(case: Case, person: Person, day: date) -> frozenset[str]:
    """What a person lives on, from the income bases and the rows of income; empty where nothing is known."""
    bases = {base.base for base in person.income_base if in_force(base, day)}
    rows = {row.kind for row in incomes_on(case, day) if row.person == person.id and row.kind in INCOME_BASES}
    return frozenset(bases | rows)


def couple(case: Case) -> tuple[Person, ...]:
    """Tenant and partner where they live together as a couple; the tenant alone otherwise."""
    tenant = case.tenant
    if tenant is None:
        return ()
    partner = next((p for p in case.persons if p.role is Role.PARTNER and p.lives_at_home), None)
    alone = partner is None or (tenant.marital is Marital.SINGLE and partner.marital is Marital.SINGLE)
    return (tenant,) if partner is None or alone else (tenant, partner)
