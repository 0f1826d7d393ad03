"""Light follow-up: planned with the tenant's yes, asked in a minute, and a year is always counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetdesk.actions import checks as actions
from budgetdesk.casework import checks
from budgetdesk.casework.case_summary import CaseSummary, in_list
from budgetdesk.casework.record import Record
from budgetdesk.errors import BadInputError
from budgetdesk.household.agreement import Agreement, Instalment
from budgetdesk.household.case import Case, CaseInfo, Person
from budgetdesk.household.circumstances import Application
from budgetdesk.household.course import Check, Course
from budgetdesk.household.words import HomeStatus, Outcome, Role
from budgetdesk.planning.policy import Policy
from budgetdesk.statistics.counted import counted
from budgetdesk.wording import checks as words
from budgetdesk.wording.readability import lix

BEGAN = date(2026, 8, 31)
POLICY = Policy(version="x")


def begun(*more: Check, ended: date | None = None) -> Case:
    tenant = Person(id="p1", role=Role.TENANT, name="Nadia Skovgaard", phone="20304050")
    return Case(persons=(tenant,), course=Course(began=BEGAN, ended=ended), checks=more)


def planned(case: Case) -> list[tuple[int, date | None]]:
    return [(one.months, checks.day_of(case, one)) for one in case.checks]


def test_the_policys_months_are_planned_and_a_year_is_always_among_them() -> None:
    assert planned(checks.plan(begun(), (1, 3))) == [
        (1, date(2026, 9, 30)),  # no 31 September
        (3, date(2026, 11, 30)),
        (12, date(2027, 8, 31)),
    ]
    assert actions.plan(Record(case=begun()), POLICY).case.checks[-1].months == checks.YEAR


def test_planning_twice_adds_nothing_and_after_the_end_there_are_others() -> None:
    once = checks.plan(begun(ended=date(2026, 12, 1)), (1,))
    twice = checks.plan(once, (1,))
    after = checks.plan(twice, (1,), after_end=True)

    assert twice == once
    assert [(one.after_end, checks.day_of(after, one)) for one in after.checks[2:]] == [
        (True, date(2027, 1, 1)),
        (True, date(2027, 12, 1)),
    ]
    assert len({one.id for one in after.checks}) == 4


def test_the_latest_that_is_due_is_asked_and_the_next_is_told() -> None:
    case = checks.plan(begun(), (1, 3, 9))
    found = checks.checks_of(case, on=date(2026, 12, 1))

    assert [one.check.months for one in found.due] == [3, 1]
    assert [one.check.months for one in found.coming] == [9, 12]
    assert words.due(found.due[0], date(2026, 12, 1)) == "Ring nu: efter 3 måneder. Det var 30. november 2026."
    assert words.coming(found) == "Næste gang: 31. maj 2027, efter 9 måneder."
    assert not found.may_plan


def test_an_answer_takes_out_the_calls_nobody_made_but_never_the_year() -> None:
    case = checks.plan(begun(), (1, 3))
    third = next(one for one in case.checks if one.months == 3)
    said = checks.answer(case, third.id, home=HomeStatus.OWN_HOME, plan_kept=True, on=date(2026, 12, 1))

    assert [(one.months, one.done) for one in said.checks] == [(3, date(2026, 12, 1)), (12, None)]


def test_the_year_after_the_start_is_still_asked_when_a_later_call_comes_first() -> None:
    case = checks.plan(checks.plan(begun(ended=date(2027, 7, 1)), ()), (3,), after_end=True)
    later = next(one for one in case.checks if one.after_end and one.months == 3)
    said = checks.answer(case, later.id, home=HomeStatus.OWN_HOME, on=date(2027, 10, 1))

    assert [(one.after_end, one.months, one.done is None) for one in said.checks] == [
        (False, 12, True),
        (True, 3, False),
        (True, 12, True),
    ]


def test_nobody_is_called_after_a_death_or_a_no() -> None:
    case = checks.plan(begun(), (1, 3))
    first = case.checks[0]
    dead = checks.answer(case, first.id, home=HomeStatus.DEAD, on=date(2026, 10, 1))
    said_no = checks.stop(checks.answer(case, first.id, home=HomeStatus.OWN_HOME, on=date(2026, 10, 1)))

    assert [one.months for one in dead.checks] == [1]
    assert [one.months for one in said_no.checks] == [1]


@given(st.integers(0, 500), st.sampled_from([home for home in HomeStatus if home is not HomeStatus.UNKNOWN]))
def test_what_is_said_after_a_year_is_what_statistics_count(late: int, home: HomeStatus) -> None:
    case = checks.plan(begun(ended=date(2026, 12, 1)), (), after_end=True)
    day = date.fromordinal(date(2027, 12, 1).toordinal() + late)
    said = counted(checks.answer(case, case.checks[0].id, home=home, on=day))

    assert (said.a_year_after_end, said.a_year_after_start) == (home, None)


def test_only_what_there_is_to_ask_about_is_asked() -> None:
    waiting = Application(id="boligstoette", outcome=Outcome.WAITING)
    refused = Application(id="paragraf_34", outcome=Outcome.REFUSED)
    plan = Agreement(made_on=BEGAN, instalments=(Instalment(due=BEGAN, amount=Decimal(1)),))
    nothing = checks.asked_about(begun())
    both = checks.asked_about(replace(begun(), applications=(waiting, refused), agreement=plan))

    assert (nothing.plan, nothing.benefits, words.benefits_question(nothing)) == (False, (), "")
    assert (both.plan, both.benefits) == (True, ("boligstoette",))
    assert words.benefits_question(both) == "Kom pengene: Boligstøtte?"


def test_an_answer_without_a_home_is_refused_with_a_sentence() -> None:
    record = Record(case=checks.plan(begun(), (1,)))

    with pytest.raises(BadInputError, match="hvor lejeren bor"):
        actions.answer(record, record.case.checks[0].id, home=None, on=BEGAN)
    with pytest.raises(BadInputError, match="taget ud"):
        actions.answer(record, "væk", home=HomeStatus.OWN_HOME, on=BEGAN)


def test_all_cases_whose_call_is_due_are_listed_the_longest_due_first() -> None:
    def summary(case_id: str, case: Case) -> CaseSummary:
        at = datetime(2026, 11, 20, tzinfo=UTC)
        return CaseSummary(id=case_id, opened_at=at, saved_at=None, about=in_list(case))

    early, late = (
        checks.plan(begun(), (1, 3)),
        checks.plan(replace(begun(), course=Course(began=date(2026, 10, 1))), (1,)),
    )
    invented = replace(early, info=CaseInfo(invented=True))
    cases = [summary("s1", late), summary("s2", early), summary("s3", begun()), summary("s4", invented)]
    found = actions.due_in_all(cases, on=date(2026, 11, 20))

    assert [(one.case_id, one.months, one.day, one.phone) for one in found] == [
        ("s2", 1, date(2026, 9, 30), "20304050"),
        ("s1", 1, date(2026, 11, 1), "20304050"),
    ]


def test_what_is_said_on_the_telephone_is_easy_and_may_be_refused() -> None:
    said = words.script("Karen", "Nadia Skovgaard")
    sad = Check(id="k1", home=HomeStatus.NO_HOME, plan_kept=False, benefits_arrived=False)

    assert said.startswith("“Hej Nadia. Det er Karen.")
    assert "sige nej" in said
    assert max(lix(text) for text in (said, words.NOTHING, *words.then(sad))) <= 30
    assert len(words.then(sad)) == 3
    assert words.then(Check(id="k1", home=HomeStatus.OWN_HOME, plan_kept=True)) == ()
