"""Ending a case, taking it up again, and new cases for a tenant who is known or has not moved in yet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from budgetdesk.actions import case_course
from budgetdesk.actions.case_course import Ending
from budgetdesk.casework.record import Record
from budgetdesk.errors import BadInputError
from budgetdesk.household.case import Case, CaseInfo, Person
from budgetdesk.household.course import Course
from budgetdesk.household.words import EvictionKind, Evidence, Role, ThreatOutcome
from budgetdesk.readers.case_file import sample_case

TODAY = date(2026, 11, 20)


def nadia() -> Record:
    case = sample_case(today=TODAY)
    return Record(case=replace(case, info=replace(case.info, number="2026-0143")))


def begun() -> Record:
    return Record(case=Case(course=Course(began=date(2026, 3, 1))))


def test_types_are_one_list_whose_first_word_is_the_main_one() -> None:
    record = case_course.with_types(begun(), ("bekymring", "raadgivning"))

    assert record.case.info.type == "bekymring"
    assert record.case.course.more_types == ("raadgivning",)
    assert case_course.types_of(record) == ("bekymring", "raadgivning")
    assert case_course.types_of(case_course.with_types(record, ())) == ()


def test_an_open_case_is_proposed_to_end_today() -> None:
    running = replace(begun().case.course, outcome=ThreatOutcome.RUNNING)
    record = Record(case=replace(begun().case, course=running))

    assert case_course.ending_of(record, today=TODAY) == Ending(ended=TODAY)


def test_a_case_that_has_ended_is_shown_as_it_ended() -> None:
    ending = Ending(ended=date(2026, 5, 1), outcome=ThreatOutcome.PLAN, arrears_covered=True, advice=("gaeld",))
    record = case_course.end_case(begun(), ending, today=TODAY)

    assert case_course.ending_of(record, today=TODAY) == ending


@pytest.mark.parametrize(
    ("ending", "field"),
    [
        (Ending(), "ended"),
        (Ending(ended=date(2026, 2, 28)), "ended"),
        (Ending(ended=date(2026, 11, 21)), "ended"),
        (
            Ending(ended=TODAY, outcome=ThreatOutcome.MOVED, left_on=date(2026, 2, 1)),
            "left_on",
        ),
        (
            Ending(ended=TODAY, outcome=ThreatOutcome.MOVED, arrears_at_leaving=Decimal(-1)),
            "arrears_at_leaving",
        ),
    ],
)
def test_an_ending_that_cannot_be_is_told_at_its_field_and_not_saved(ending: Ending, field: str) -> None:
    assert list(case_course.ending_problems(begun(), ending, today=TODAY)) == [field]
    with pytest.raises(BadInputError):
        case_course.end_case(begun(), ending, today=TODAY)


def test_a_doubt_about_another_fact_keeps_nobody_from_ending() -> None:
    """The day it began lies before the tenant's birth: told at its own field, and no matter of the end."""
    tenant = Person(id="p1", role=Role.TENANT, born=date(2026, 4, 1), cpr="1")
    record = Record(case=replace(begun().case, persons=(tenant,)))

    assert case_course.ending_problems(record, Ending(ended=TODAY), today=TODAY) == {}


def test_who_stays_has_neither_left_nor_been_evicted() -> None:
    """Somebody may have said so first and corrected it: it must not be counted."""
    ending = Ending(
        ended=TODAY, outcome=ThreatOutcome.PLAN, eviction=EvictionKind.BAILIFF, left_on=TODAY,
        arrears_at_leaving=Decimal(5),
    )  # fmt: skip
    course = case_course.end_case(begun(), ending, today=TODAY).case.course

    assert (course.eviction, course.left_on, course.arrears_at_leaving) == (None, None, None)


def test_a_case_that_is_taken_up_again_is_open_and_forgets_nothing_else() -> None:
    ended = case_course.end_case(begun(), Ending(ended=TODAY, outcome=ThreatOutcome.PLAN), today=TODAY)
    again = case_course.take_up_again(ended)

    assert again.case.course == replace(ended.case.course, ended=None)


def test_a_new_case_for_the_same_tenant_takes_persons_and_home_and_no_figures() -> None:
    old = nadia()
    new = case_course.for_same_tenant(old, today=TODAY).case

    assert [(p.name, p.born, p.cpr) for p in new.persons] == [(p.name, p.born, p.cpr) for p in old.case.persons]
    assert (new.tenancy.address, new.tenancy.area_m2) == (old.case.tenancy.address, old.case.tenancy.area_m2)
    assert new.info.earlier_case == "2026-0143"
    assert (new.info.number, new.info.opened) == ("", TODAY)
    assert new.tenancy.rent_per_month is None
    assert new.tenancy.boligstoette.amount is None
    assert all(p.child.childcare_price is None and p.adult.income_before is None for p in new.persons)
    assert (new.income, new.expenses, new.debts, new.bank) == ((), (), (), ())


def test_figures_that_are_taken_along_are_only_said_until_they_are_seen_again() -> None:
    old = nadia()
    new = case_course.for_same_tenant(old, today=TODAY, figures=True).case

    assert new.tenancy.rent_per_month == old.case.tenancy.rent_per_month
    assert [row.amount for row in new.expenses] == [row.amount for row in old.case.expenses]
    assert {row.evidence for row in (*new.income, *new.expenses)} == {Evidence.SAID}
    assert all(account.balance is None for account in new.bank)


def test_what_a_child_costs_in_care_is_a_figure() -> None:
    old = nadia()
    child = next(person for person in old.case.persons if person.role is Role.CHILD)
    priced = replace(child, child=replace(child.child, childcare_price=Decimal(1500)))
    record = Record(case=replace(old.case, persons=(priced,)))

    with_it = case_course.for_same_tenant(record, today=TODAY, figures=True).case.persons[0]
    without = case_course.for_same_tenant(record, today=TODAY).case.persons[0]
    assert (with_it.child.childcare_price, without.child.childcare_price) == (Decimal(1500), None)


@pytest.mark.parametrize("figures", [False, True])
def test_what_belongs_to_the_case_before_stays_there(figures: bool) -> None:
    old = nadia().case
    new = case_course.for_same_tenant(Record(case=old), today=TODAY, figures=figures).case
    empty = Case()

    for name in ("conversation", "arrears", "agreement", "former_agreements", "applications", "contacts", "notes"):
        assert getattr(new, name) == getattr(empty, name), name
    assert new.course.began is None


def test_a_new_tenant_is_moving_and_of_that_type() -> None:
    case = case_course.new_tenant_record(TODAY).case

    assert case.info == CaseInfo(type="ny_lejer", opened=TODAY)
    assert case.circumstances.moving is True
