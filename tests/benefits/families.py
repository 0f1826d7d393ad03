"""Households for the tests of benefits: valid defaults, one fact overridden at a time."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from budgetdesk.household.case import Case, Income, IncomeBase, Person, Tenancy, Wealth
from budgetdesk.household.words import Heating, Role, Tax

DAY = date(2026, 11, 20)


def person(number: int, role: Role = Role.TENANT, base: str = "loen", **facts: Any) -> Person:
    """One person; an adult born in 1985 unless told otherwise."""
    born = facts.pop("born", date(1985, 5, 1))
    return Person(id=f"p{number}", role=role, born=born, income_base=(IncomeBase(base=base),) if base else (), **facts)


def child(number: int, born: date = date(2018, 6, 3), **facts: Any) -> Person:
    """A child at home."""
    return Person(id=f"p{number}", role=Role.CHILD, born=born, **facts)


def children(count: int, first_number: int = 3) -> tuple[Person, ...]:
    """So many children at home."""
    return tuple(child(first_number + n) for n in range(count))


def personal_income(amount: str | int | Decimal, who: str = "p1", **facts: Any) -> Income:
    """Personlig indkomst a month."""
    return Income(id=f"i-{who}", person=who, kind="personlig_indkomst", amount=Decimal(amount), tax=Tax.GROSS, **facts)


def family(
    *people: Person,
    income: str | int | Decimal | tuple[Income, ...] = 20000,
    rent: str | int | Decimal | None = 8000,
    area: str | int | Decimal | None = 75,
    heating: Heating | None = Heating.SEPARATE,
    wealth: str | int | Decimal = 0,
    **home: Any,
) -> Case:
    """A tenant (unless people are given) with a flat and an income."""
    rows = income if isinstance(income, tuple) else (personal_income(income),)
    return Case(
        persons=people or (person(1),),
        tenancy=Tenancy(
            rent_per_month=None if rent is None else Decimal(rent),
            area_m2=None if area is None else Decimal(area),
            heating=heating,
            **home,
        ),
        income=rows,
        wealth=Wealth(net=Decimal(wealth)),
    )


def with_home(case: Case, **facts: Any) -> Case:
    """The same household in another home."""
    return replace(case, tenancy=replace(case.tenancy, **facts))
