"""What if: ready-made changes to a household, as pure functions from facts to facts.

A scenario is a name and its changes; the facts of the case itself are never touched. Amounts are kroner a month.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from budgetdesk.household.case import Case, Income, IncomeBase, Person
from budgetdesk.household.paths import next_id
from budgetdesk.household.words import INCOME_BASES, Heating, Marital, Role, Tax
from budgetdesk.i18n import _

Change = Callable[[Case], Case]


@dataclass(frozen=True)
class Scenario:
    """How the household could look: a name in a few words, and the changes in their order."""

    name: str
    changes: tuple[Change, ...] = ()

    def applied_to(self, case: Case) -> Case:
        """The household as it would be."""
        for change in self.changes:
            case = change(case)
        return case


def partner_moves_in(
    *, born: date, base: str = "loen", gross: Decimal | None = None, paid_out: Decimal | None = None
) -> Change:
    """Somebody moves in and the two live as a couple; `gross` and `paid_out` are kr/month."""

    def change(case: Case) -> Case:
        partner = Person(
            id=next_id(case.persons, "p"),
            role=Role.PARTNER,
            name=_("Ny samlever"),
            born=born,
            marital=Marital.COHABITING,
            income_base=(IncomeBase(base=base),),
        )
        people = tuple(
            replace(person, marital=Marital.COHABITING) if person.role is Role.TENANT else person
            for person in case.persons
        )
        return _earning(replace(case, persons=(*people, partner)), partner.id, base, gross, paid_out)

    return change


def child_turns_18(child_id: str, on: date) -> Change:
    """A child comes of age on `on` and stays at home; its benefits are the child's no more."""

    def change(case: Case) -> Case:
        return _with_person(case, child_id, role=Role.ADULT_CHILD, born=_years_before(on, 18))

    return change


def child_moves_out(child_id: str) -> Change:
    """A child lives somewhere else."""

    def change(case: Case) -> Case:
        return _with_person(case, child_id, lives_at_home=False, registered_here=False, nights_per_fortnight=0)

    return change


def other_home(*, rent: Decimal, area_m2: Decimal, heating: Heating | None = None) -> Change:
    """Another home, such as a cheaper flat: rent before boligstøtte in kr/month, and its area."""

    def change(case: Case) -> Case:
        home = replace(case.tenancy, rent_per_month=rent, area_m2=area_m2, heating=heating or case.tenancy.heating)
        return replace(case, tenancy=home)

    return change


def job(person_id: str, *, gross: Decimal, paid_out: Decimal | None = None, on: date) -> Change:
    """A person gets work: the wage in kr/month before tax and as paid out replaces what they lived on."""
    return _lives_on(person_id, "loen", gross, paid_out, on)


def pension(
    person_id: str, *, base: str = "folkepension", gross: Decimal, paid_out: Decimal | None = None, on: date
) -> Change:
    """A person gets a pension (`folkepension`, `foertidspension` ...) from `on`, kr/month."""
    lives_on = _lives_on(person_id, base, gross, paid_out, on)

    def change(case: Case) -> Case:
        return _with_person(lives_on(case), person_id, pension_granted=on)

    return change


def rent_rises(percent: Decimal) -> Change:
    """The rent rises by so many per cent."""

    def change(case: Case) -> Case:
        rent = case.tenancy.rent_per_month
        if rent is None:
            return case
        risen = (rent * (100 + percent) / 100).quantize(Decimal("0.01"))
        return replace(case, tenancy=replace(case.tenancy, rent_per_month=risen))

    return change


def _lives_on(person_id: str, base: str, gross: Decimal, paid_out: Decimal | None, on: date) -> Change:
    def change(case: Case) -> Case:
        rows = [row for row in case.income if row.person != person_id or row.kind not in _REPLACED]
        person = _with_person(
            replace(case, income=tuple(rows)), person_id, income_base=(IncomeBase(base=base, start=on),)
        )
        return _earning(person, person_id, base, gross, paid_out)

    return change


_REPLACED = frozenset({*INCOME_BASES, "personlig_indkomst"})
"""What a person lives on goes when something else comes; the children's benefits stay."""


def _earning(case: Case, person_id: str, base: str, gross: Decimal | None, paid_out: Decimal | None) -> Case:
    if gross is None and paid_out is None:
        return case
    tax, amount = (Tax.NET, paid_out) if gross is None else (Tax.GROSS, gross)
    row = Income(
        id=next_id(case.income, "i"),
        person=person_id,
        kind=base,
        amount=amount,
        tax=tax,
        paid_out=paid_out if tax is Tax.GROSS else None,
    )
    return replace(case, income=(*case.income, row))


def _with_person(case: Case, person_id: str, **facts: object) -> Case:
    people = tuple(
        replace(person, **facts) if person.id == person_id else person  # type: ignore[arg-type]  # fields by name
        for person in case.persons
    )
    return replace(case, persons=people)


def _years_before(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return date(day.year - years, 3, 1)
