"""Facts that can hardly be true: a child older than its mother, a rent of nothing, money that begins in the future.

A doubt is a sentence at the field, never a block: the household may be the exception, and what is said stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from budgetdesk.dates import age_on
from budgetdesk.household.case import Case, Income, Person
from budgetdesk.household.plausible_course import course_doubts, is_new_tenant
from budgetdesk.household.plausible_debts import debt_doubts
from budgetdesk.household.rhythm import per_month
from budgetdesk.household.words import Role
from budgetdesk.i18n import _

YOUNGEST_PARENT = 12
OLDEST = 110
YOUNGEST_TENANT = 15
ADULT = 18
SMALLEST_HOME, LARGEST_HOME = Decimal(6), Decimal(400)
"""m2"""
LOWEST_RENT, HIGHEST_RENT = Decimal(500), Decimal(40_000)
"""Kr/month. Less is a week or a mistake, more is a year or a mistake."""
HIGHEST_INCOME = Decimal(200_000)
"""Kr/month for one row: more is a yearly income entered as a month's."""


@dataclass(frozen=True)
class Doubt:
    """A fact that can hardly be true: its path in the case, and a sentence that says what to look at."""

    path: str
    text: str


def doubts(case: Case, day: date) -> tuple[Doubt, ...]:
    """Everything in the case that can hardly be true on `day`, in the order of the case."""
    found = (
        *_persons(case, day),
        *_home(case, day),
        *_incomes(case, day),
        *debt_doubts(case.debts, day),
        *_arrears(case, day),
        *_plans(case),
        *course_doubts(case, day),
    )
    return tuple(Doubt(path, text) for path, text in found)


Said = Iterator[tuple[str, str]]


def _persons(case: Case, day: date) -> Said:
    by_id = {person.id: person for person in case.persons}
    for person in case.persons:
        path = f"persons[{person.id}]"
        yield from _age(person, path, day)
        for parent in _parents(person, by_id, case):
            yield from _older_than_parent(person, parent, path)
        yield from _dates_of(person, path, day)


def _age(person: Person, path: str, day: date) -> Said:
    if person.born is None:
        return
    age = age_on(person.born, day)
    if person.born > day:
        yield f"{path}.born", _("Fødselsdagen ligger ude i fremtiden. Ret året.")
    elif age > OLDEST:
        yield f"{path}.born", _("Det giver en alder på {age} år. Se, om året er rigtigt.").format(age=age)
    elif person.role is Role.CHILD and age >= ADULT:
        yield (
            f"{path}.role",
            _("{name} er fyldt {adult} år. Brug rollen voksent barn.").format(name=_name(person), adult=ADULT),
        )
    elif person.role in (Role.TENANT, Role.PARTNER) and age < YOUNGEST_TENANT:
        yield f"{path}.born", _("Det giver en alder på {age} år for en voksen. Se, om året er rigtigt.").format(age=age)


def _parents(person: Person, by_id: dict[str, Person], case: Case) -> tuple[Person, ...]:
    """The parents as entered; for a child of whom they are not said, the tenant."""
    if person.parents:
        return tuple(by_id[parent] for parent in person.parents if parent in by_id)
    return (case.tenant,) if person.role is Role.CHILD and case.tenant else ()


def _older_than_parent(person: Person, parent: Person, path: str) -> Said:
    if person.born is None or parent.born is None or parent.id == person.id:
        return
    if person.born <= parent.born:
        yield (
            f"{path}.born",
            _("{name} er født før {name_2}. Se, om et af årene er galt.").format(
                name=_name(person), name_2=_name(parent)
            ),
        )
    elif age_on(parent.born, person.born) < YOUNGEST_PARENT:
        age = age_on(parent.born, person.born)
        yield (
            f"{path}.born",
            _("{name} var {age} år, da {name_2} blev født. Se, om et af årene er galt.").format(
                name=_name(parent), age=age, name_2=_name(person)
            ),
        )


def _dates_of(person: Person, path: str, day: date) -> Said:
    granted, born = person.pension_granted, person.born
    if granted is not None and granted > day:
        yield f"{path}.pension_granted", _("Pensionen er først tilkendt i fremtiden. Ret dagen, eller slet den.")
    elif granted is not None and born is not None and granted < born:
        yield f"{path}.pension_granted", _("Pensionen er tilkendt før fødslen. Ret dagen.")
    years = person.residence_years
    if years is not None and born is not None and years > max(age_on(born, day), 0):
        yield f"{path}.residence_years", _("{years} år i Danmark er mere end alderen. Ret tallet.").format(years=years)


def _home(case: Case, day: date) -> Said:
    home = case.tenancy
    yield from _rent("tenancy.rent_per_month", home.rent_per_month)
    yield from _area("tenancy.area_m2", home.area_m2)
    yield from _rent("circumstances.new_rent", case.circumstances.new_rent)
    yield from _area("circumstances.new_area_m2", case.circumstances.new_area_m2)
    if home.moved_in is not None and home.moved_in > day and not is_new_tenant(case):
        yield "tenancy.moved_in", _("Indflytningen ligger ude i fremtiden. Ret dagen, hvis I bor der nu.")
    if home.area_m2 is not None and home.lodger_area_m2 > home.area_m2:
        yield "tenancy.lodger_area_m2", _("Logerendes areal er større end hele boligen. Ret et af tallene.")
    support = home.boligstoette.amount
    if support is not None and home.rent_per_month is not None and support > home.rent_per_month:
        yield "tenancy.boligstoette.amount", _("Boligstøtten er højere end huslejen. Ret et af beløbene.")


def _rent(path: str, rent: Decimal | None) -> Said:
    if rent is None:
        return
    if rent == 0:
        yield path, _("Huslejen er 0. Skriv huslejen, eller lad feltet stå tomt.")
    elif rent < LOWEST_RENT:
        yield path, _("Huslejen er meget lav. Er det for en hel måned?")
    elif rent > HIGHEST_RENT:
        yield path, _("Huslejen er meget høj. Er det for én måned?")


def _area(path: str, area: Decimal | None) -> Said:
    if area is None:
        return
    if area == 0:
        yield path, _("Arealet er 0. Skriv arealet, eller lad feltet stå tomt.")
    elif area < SMALLEST_HOME:
        yield path, _("Arealet er meget lille. Se i lejekontrakten.")
    elif area > LARGEST_HOME:
        yield path, _("Arealet er meget stort. Se i lejekontrakten.")


def _incomes(case: Case, day: date) -> Said:
    for row in case.income:
        path = f"income[{row.id}]"
        if row.start is not None and row.start > day:
            yield (
                f"{path}.start",
                _("Indtægten begynder først {start} og tæller ikke i dag.").format(start=f"{row.start:%d.%m.%Y}"),
            )
        if row.start is not None and row.end is not None and row.end < row.start:
            yield f"{path}.end", _("Indtægten slutter, før den begynder. Ret dagene.")
        yield from _amounts(row, path)


def _amounts(row: Income, path: str) -> Said:
    if row.amount is None:
        return
    if per_month(row.amount, row.rhythm) > HIGHEST_INCOME:
        yield f"{path}.amount", _("Beløbet er meget højt. Er det for et helt år?")
    if row.paid_out is not None and row.paid_out > row.amount:
        yield f"{path}.paid_out", _("Udbetalingen er højere end beløbet før skat. Ret et af beløbene.")


def _arrears(case: Case, day: date) -> Said:
    arrears = case.arrears
    for name in ("letter_arrived", "ophaevelse_arrived", "municipality_notified"):
        arrived: date | None = getattr(arrears, name)
        if arrived is not None and arrived > day:
            yield f"arrears.{name}", _("Dagen ligger ude i fremtiden. Skriv den dag, brevet kom.")
    for row in arrears.rows:
        if row.paakrav_arrived is not None and row.paakrav_arrived > day:
            yield f"arrears.rows[{row.id}].paakrav_arrived", _("Påkravet er først kommet i fremtiden. Ret dagen.")
    for account in case.bank:
        if account.on is not None and account.on > day:
            yield f"bank[{account.id}].on", _("Saldoen er fra en dag i fremtiden. Ret dagen.")


def _plans(case: Case) -> Said:
    facts = case.circumstances
    for name in ("heating_cost", "moving_cost", "single_expense"):
        if getattr(facts, name) == 0:
            yield f"circumstances.{name}", _("Beløbet er 0. Skriv det, eller lad feltet stå tomt.")


def _name(person: Person) -> str:
    if person.name:
        return person.name.split()[0]
    return {Role.TENANT: _("Lejeren"), Role.CHILD: _("Barnet")}.get(person.role, _("En voksen"))
