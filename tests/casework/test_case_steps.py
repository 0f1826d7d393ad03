"""What is next in a case: the nearest open day, with what it is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from any_record import any_record
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from budgetdesk.casework.case_steps import NextStep, StepKind, most_urgent, open_steps, steps_of
from budgetdesk.casework.case_summary import in_list
from budgetdesk.casework.record import Record
from budgetdesk.dates import Month
from budgetdesk.household.agreement import Agreement, Instalment, LandlordAccepted, PlanPayment
from budgetdesk.household.case import (
    Arrears,
    ArrearsRow,
    Case,
    CaseInfo,
    Consent,
    Conversation,
    Person,
    Tenancy,
    Todo,
)
from budgetdesk.household.circumstances import Application
from budgetdesk.household.course import Check, Contact, Course
from budgetdesk.household.words import ConsentKind, Letter, Outcome, Role

TODAY = date(2026, 11, 20)
OWED = Arrears(rows=(ArrearsRow(id="r1", month=Month(2026, 11), amount=Decimal(7600)),))
PLAN = Agreement(
    instalments=tuple(Instalment(due=date(2026, n, 1), amount=Decimal(760)) for n in (10, 11, 12)),
    made_on=date(2026, 9, 15),
)


def days(case: Case, on: date = TODAY) -> list[tuple[StepKind, date]]:
    return [(step.kind, step.day) for step in open_steps(steps_of(case), ended=case.course.ended, on=on)]


def with_todos(*todos: Todo) -> Case:
    return Case(conversation=Conversation(next_steps=todos))


NEAR = st.dates(date(2026, 11, 17), date(2026, 11, 23))
STEPS = st.lists(st.builds(NextStep, NEAR, st.sampled_from(StepKind), lapses=st.booleans()), max_size=6)


@given(STEPS, st.none() | NEAR)
@settings(max_examples=60, deadline=None)
def test_the_most_urgent_step_is_the_first_of_those_that_are_open(steps: list[NextStep], ended: date | None) -> None:
    assert most_urgent(steps, ended=ended, on=TODAY) == next(iter(open_steps(steps, ended=ended, on=TODAY)), None)


# the clock


def test_without_a_letter_the_first_day_of_a_paakrav_is_next_until_it_has_passed() -> None:
    case = Case(arrears=replace(OWED, rows=(replace(OWED.rows[0], month=Month(2026, 12)),)))

    # 1 December 2026 is a Tuesday: the third hverdag after it is Friday, so Saturday, which is a hverdag, is the day
    assert days(case) == [(StepKind.PAAKRAV, date(2026, 12, 5))]
    assert days(case, date(2026, 12, 6)) == []


def test_after_a_paakrav_the_last_bank_day_to_pay_stays_until_somebody_does_something() -> None:
    case = Case(arrears=replace(OWED, rows=(replace(OWED.rows[0], paakrav_arrived=date(2026, 11, 9)),)))

    assert days(case) == [(StepKind.PAY_BY, date(2026, 11, 23))]
    assert days(case, date(2026, 12, 1)) == [(StepKind.PAY_BY, date(2026, 11, 23))]


def test_arrears_that_are_paid_have_no_clock() -> None:
    paid = replace(PLAN, payments=(PlanPayment(id="b1", amount=Decimal(7600), paid_on=TODAY),))
    first = date(2026, 11, 1)

    assert StepKind.PAAKRAV in {kind for kind, _ in days(Case(arrears=OWED, agreement=PLAN), first)}
    assert StepKind.PAAKRAV not in {kind for kind, _ in days(Case(arrears=OWED, agreement=paid), first)}


def test_the_days_of_the_court_come_from_its_letters() -> None:
    case = Case(arrears=replace(OWED, court_meeting=date(2026, 12, 3), eviction=date(2026, 12, 20)))

    assert days(case) == [(StepKind.COURT_MEETING, date(2026, 12, 3)), (StepKind.EVICTION, date(2026, 12, 20))]
    assert days(case, date(2026, 12, 4)) == [(StepKind.EVICTION, date(2026, 12, 20))]


def test_a_terminated_tenancy_without_a_day_of_the_court_is_pressing_from_the_day_the_letter_came() -> None:
    assert days(Case(arrears=replace(OWED, ophaevelse_arrived=date(2026, 11, 12)))) == [
        (StepKind.TERMINATED, date(2026, 11, 12))
    ]


def test_an_estimate_is_never_a_step() -> None:
    kinds = {kind for kind, _ in days(Case(arrears=replace(OWED, ophaevelse_arrived=date(2026, 11, 12))))}

    assert not kinds & {StepKind.COURT_MEETING, StepKind.EVICTION}


def test_while_a_plan_has_the_landlords_yes_a_deadline_that_has_passed_is_over() -> None:
    rows = (replace(OWED.rows[0], paakrav_arrived=date(2026, 9, 1)),)
    case = Case(
        arrears=replace(OWED, rows=rows, landlord_accepted=LandlordAccepted(on=date(2026, 9, 15))), agreement=PLAN
    )

    assert StepKind.PAY_BY not in {kind for kind, _ in days(case)}


def test_a_yes_after_the_paakrav_stops_its_deadline_and_one_before_it_does_not() -> None:
    rows = (replace(OWED.rows[0], paakrav_arrived=date(2026, 11, 17)),)
    arrears = replace(OWED, rows=rows, letter=Letter.PAAKRAV, letter_arrived=date(2026, 11, 17))
    found = {}
    for day in (date(2026, 9, 15), date(2026, 11, 18), None):
        yes = LandlordAccepted(by="Mette Holm", on=day)
        case = Case(arrears=replace(arrears, landlord_accepted=yes), agreement=PLAN)
        found[day] = StepKind.PAY_BY in {step.kind for step in steps_of(case)}

    assert found == {date(2026, 9, 15): True, date(2026, 11, 18): False, None: True}


# what somebody does


def test_a_to_do_is_open_until_it_is_done_and_has_its_words() -> None:
    case = with_todos(
        Todo(id="1", who="lejer", what="Ring til banken", by=date(2026, 11, 18)),
        Todo(id="2", what="Gjort", by=TODAY, done=TODAY),
        Todo(id="3", what="Uden dag"),
    )

    assert steps_of(case) == (NextStep(date(2026, 11, 18), StepKind.TODO, "Ring til banken", "lejer"),)


def test_only_the_last_contact_with_each_says_when_to_try_again() -> None:
    case = Case(
        contacts=(
            Contact(id="2", on=date(2026, 11, 12), next_on=date(2026, 11, 24), next_step="besøg"),
            Contact(id="1", on=date(2026, 11, 10), next_on=date(2026, 11, 12), next_step="ring igen"),
            Contact(id="3", on=date(2026, 11, 10), with_whom="kp1", next_on=date(2026, 11, 30)),
        )
    )

    assert days(case) == [(StepKind.CONTACT, date(2026, 11, 24)), (StepKind.CONTACT, date(2026, 11, 30))]


def test_the_first_payment_that_nobody_has_ticked_is_expected() -> None:
    ticked = replace(PLAN, payments=(PlanPayment(id="b", due=date(2026, 10, 1), paid_on=date(2026, 10, 1)),))

    assert days(Case(arrears=OWED, agreement=ticked))[0] == (StepKind.INSTALMENT, date(2026, 11, 2))  # a Monday
    rent = Case(arrears=OWED, agreement=ticked, tenancy=Tenancy(rent_per_month=Decimal(7600)))
    assert days(rent)[0] == (StepKind.RENT, date(2026, 10, 1))


def test_a_proposed_plan_expects_nothing() -> None:
    assert StepKind.INSTALMENT not in {kind for kind, _ in days(Case(agreement=replace(PLAN, made_on=None)))}


def test_the_first_day_of_looking_at_the_plan_since_the_last_tick_is_open() -> None:
    look = replace(PLAN, follow_up=(date(2026, 10, 10), date(2026, 12, 10)))
    ticked = replace(look, payments=(PlanPayment(id="b", due=date(2026, 10, 1), paid_on=date(2026, 10, 12)),))

    assert (StepKind.LOOK, date(2026, 10, 10)) in days(Case(agreement=look))
    assert (StepKind.LOOK, date(2026, 12, 10)) in days(Case(agreement=ticked))


def test_an_answer_about_a_benefit_is_asked_for_while_it_is_waited_for() -> None:
    waiting = Application(id="boligstoette", ask_again=date(2026, 12, 1))
    answered = Application(id="paragraf_81", ask_again=date(2026, 12, 1), outcome=Outcome.GRANTED)

    assert steps_of(Case(applications=(waiting, answered))) == (
        NextStep(date(2026, 12, 1), StepKind.ANSWER, "boligstoette"),
    )


def test_a_check_counts_its_months_from_the_start_or_the_end() -> None:
    course = Course(began=date(2026, 1, 31), ended=date(2026, 10, 31))
    case = Case(
        course=course,
        checks=(Check(id="1", months=1, after_end=True), Check(id="2", months=12), Check(id="3", months=3, done=TODAY)),
    )

    assert days(case) == [(StepKind.CHECK, date(2026, 11, 30)), (StepKind.CHECK, date(2027, 1, 31))]


# the order


def test_what_is_overdue_is_due_today_and_the_clock_comes_before_what_we_promised() -> None:
    steps = (
        NextStep(TODAY - timedelta(days=20), StepKind.TODO),
        NextStep(TODAY + timedelta(days=1), StepKind.EVICTION),
        NextStep(TODAY, StepKind.PAY_BY),
    )

    assert [step.kind for step in open_steps(steps, ended=None, on=TODAY)] == [
        StepKind.PAY_BY,
        StepKind.TODO,
        StepKind.EVICTION,
    ]


def test_after_the_end_only_payments_the_plan_and_checks_go_on() -> None:
    steps = tuple(NextStep(TODAY, kind) for kind in StepKind)

    assert {step.kind for step in open_steps(steps, ended=TODAY, on=TODAY)} == {
        StepKind.INSTALMENT,
        StepKind.RENT,
        StepKind.LOOK,
        StepKind.CHECK,
    }
    assert len(open_steps(steps, ended=TODAY + timedelta(days=1), on=TODAY)) == len(StepKind)


@pytest.mark.parametrize(("day", "left"), [(TODAY, 0), (TODAY + timedelta(days=3), 3), (TODAY - timedelta(days=2), -2)])
def test_days_left_are_counted_from_the_day_that_is_asked(day: date, left: int) -> None:
    assert NextStep(day, StepKind.TODO).days_left(TODAY) == left


# who and where


def test_the_summary_says_who_and_where_and_keeps_numbers_as_figures() -> None:
    case = Case(
        info=CaseInfo(type="raadgivning", adviser="Kirsten"),
        persons=(
            Person(id="1", role=Role.PARTNER, name="Søren", cpr="010190-1111", phone="11 22 33 44"),
            Person(id="2", role=Role.TENANT, name="Nadia", cpr="020291 2222"),
            Person(id="3", role=Role.CHILD, name="Alma", cpr="0303193333"),
        ),
        course=Course(more_types=("ny_lejer", "raadgivning")),
    )

    found = in_list(case)
    assert (found.tenant, found.others, found.types) == ("Nadia", ("Søren",), ("raadgivning", "ny_lejer"))
    assert (found.tenant_cpr, found.cprs[0]) == ("0202912222", "0202912222")
    assert set(found.cprs) == {"0101901111", "0202912222", "0303193333"}


def test_a_consent_that_was_taken_back_or_is_no_consent_is_not_counted() -> None:
    given = Consent(id="1", given=date(2026, 1, 1), until=date(2026, 12, 31))
    case = Case(
        conversation=Conversation(
            consents=(given, replace(given, id="2", withdrawn=TODAY), replace(given, id="3", kind=ConsentKind.FULDMAGT))
        )
    )

    assert in_list(case).consents == ((date(2026, 1, 1), date(2026, 12, 31)),)


@given(any_record())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_any_case_at_all_has_a_summary(record: Record) -> None:
    in_list(record.case)
