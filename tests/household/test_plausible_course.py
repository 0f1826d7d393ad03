"""Days in an impossible order, and CPR numbers that do not fit, stand as a sentence at their field."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from budgetdesk.household import paths
from budgetdesk.household.case import ArrearsRow, Case, CaseInfo, Person
from budgetdesk.household.course import Contact
from budgetdesk.household.plausible import doubts
from budgetdesk.household.words import Role

DAY = date(2026, 11, 20)


def case(**facts: object) -> Case:
    """A tenant, and the facts of a path each (`course__began`)."""
    made = Case(persons=(Person(id="p1", role=Role.TENANT, name="Nadia", born=date(1989, 4, 12)),))
    for path, value in facts.items():
        made = paths.put(made, path.replace("__", "."), value)
    return made


def said(made: Case) -> dict[str, str]:
    return {doubt.path: doubt.text for doubt in doubts(made, DAY)}


@pytest.mark.parametrize("name", ["began", "ended", "offered_on", "left_on"])
def test_what_has_happened_cannot_lie_ahead(name: str) -> None:
    assert "fremtiden" in said(case(**{f"course__{name}": DAY + timedelta(days=1)}))[f"course.{name}"]


def test_today_is_not_ahead() -> None:
    assert said(case(course__began=DAY, course__ended=DAY, course__offered_on=DAY)) == {}


def test_nothing_is_said_about_days_in_order() -> None:
    made = case(
        course__began=date(2026, 1, 5),
        course__ended=date(2026, 1, 5),
        tenancy__moved_in=date(2020, 1, 1),
        arrears__ophaevelse_arrived=date(2026, 2, 1),
        arrears__court_meeting=date(2026, 2, 1),
        arrears__eviction=date(2026, 3, 1),
    )

    assert said(made) == {}


def test_a_course_cannot_end_before_it_begins() -> None:
    made = case(course__began=date(2026, 2, 2), course__ended=date(2026, 2, 1))

    assert "før det begynder" in said(made)["course.ended"]


@pytest.mark.parametrize("path", ["course.began", "course.offered_on", "tenancy.moved_in"])
def test_nothing_happens_before_the_tenant_is_born(path: str) -> None:
    assert "fødselsdag" in said(case(**{path.replace(".", "__"): date(1989, 4, 11)}))[path]


def test_a_contact_before_the_tenant_was_born_is_a_mistake() -> None:
    made = replace(case(), contacts=(Contact(id="k1", on=date(1980, 1, 1)),))

    assert "fødselsdag" in said(made)["contacts[k1].on"]


def test_without_a_birthday_no_day_is_before_it() -> None:
    nobody = replace(case(course__began=date(1970, 1, 1)), persons=())
    ageless = replace(nobody, persons=(Person(id="p1", role=Role.TENANT),))

    assert said(nobody) == said(ageless) == {}


def test_a_contact_that_has_not_been_is_a_task() -> None:
    ahead = replace(case(), contacts=(Contact(id="k1", on=DAY + timedelta(days=1)), Contact(id="k2", on=DAY)))

    assert list(said(ahead)) == ["contacts[k1].on"]


def test_the_next_step_comes_after_the_contact() -> None:
    before = replace(case(), contacts=(Contact(id="k1", on=date(2026, 3, 2), next_on=date(2026, 3, 1)),))
    alone = replace(case(), contacts=(Contact(id="k1", on=date(2026, 3, 2)), Contact(id="k2", next_on=DAY)))
    same = replace(case(), contacts=(Contact(id="k1", on=date(2026, 3, 2), next_on=date(2026, 3, 2)),))

    assert list(said(before)) == ["contacts[k1].next_on"]
    assert said(alone) == said(same) == {}


def test_one_may_leave_on_the_day_of_moving_in_and_not_before() -> None:
    days = date(2026, 3, 2), date(2026, 3, 1)

    assert said(case(tenancy__moved_in=days[0], course__left_on=days[0])) == {}
    assert list(said(case(tenancy__moved_in=days[0], course__left_on=days[1]))) == ["course.left_on"]


def test_the_letters_come_in_their_order() -> None:
    made = case(
        arrears__rows=(ArrearsRow(id="r1", amount=Decimal(1), paakrav_arrived=date(2026, 3, 2)),),
        arrears__ophaevelse_arrived=date(2026, 3, 1),
        arrears__court_meeting=date(2026, 2, 1),
        arrears__eviction=date(2026, 1, 1),
    )

    found = said(made)
    assert found["arrears.ophaevelse_arrived"] == "Ophævelsen ligger før påkravet. Ret en af dagene."
    assert found["arrears.court_meeting"] == "Mødet i fogedretten ligger før ophævelsen. Ret en af dagene."
    assert found["arrears.eviction"] == "Udsættelsen ligger før mødet i fogedretten. Ret en af dagene."


def test_somebody_who_has_not_moved_in_yet_is_no_doubt_where_the_tenant_is_new() -> None:
    ahead = case(tenancy__moved_in=DAY + timedelta(days=20))

    assert "tenancy.moved_in" in said(ahead)
    assert "tenancy.moved_in" not in said(replace(ahead, info=CaseInfo(type="ny_lejer")))
    assert "tenancy.moved_in" not in said(replace(ahead, course=replace(ahead.course, more_types=("ny_lejer",))))


def number(cpr: str, *more: Person) -> dict[str, str]:
    made = case()
    return said(replace(made, persons=(replace(made.persons[0], cpr=cpr), *more)))


def test_a_number_that_fails_modulus_11_is_noted_and_accepted() -> None:
    assert "nyere numre" in number("120489-9995")["persons[p1].cpr"]


def test_a_number_and_a_birthday_that_disagree_are_said() -> None:
    assert "13. april 1989" in number("130489-9995")["persons[p1].cpr"]


def test_a_number_that_is_none_is_said() -> None:
    assert "ti cifre" in number("1204")["persons[p1].cpr"]


def test_two_persons_with_one_number_are_said() -> None:
    other = Person(id="p2", role=Role.PARTNER, name="Omar", cpr="120489-9995")

    assert "Nadia har det samme CPR-nummer" in number("1204899995", other)["persons[p2].cpr"]
