"""The whole way to an eviction: worked examples, what the letters say, order, estimates, laws that always hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetdesk.casework.clock import DAYS_TO_PAY, HVERDAGE, clock
from budgetdesk.casework.emergency import emergency
from budgetdesk.casework.eviction import (
    Basis,
    EvictionClock,
    Letters,
    StepKey,
    disorder_of,
    eviction_clock,
    eviction_clock_of,
)
from budgetdesk.casework.municipality import duties
from budgetdesk.casework.record import Record
from budgetdesk.dates import Month, is_bank_day, is_public_holiday
from budgetdesk.household.case import Arrears, ArrearsRow, Case, Person, Tenancy
from budgetdesk.household.words import Letter, Role
from budgetdesk.readers.letters import load_letters
from budgetdesk.readers.rates import load_rates
from budgetdesk.readers.usual_times import load_usual_times

USUAL = load_usual_times()
RATES = load_rates()
TODAY = date(2026, 11, 20)
DAYS = st.dates(date(2024, 1, 1), date(2035, 12, 1))


def days_of(answer: EvictionClock, key: StepKey) -> tuple[date, date]:
    step = answer.step(key)
    assert step is not None
    return step.first, step.last


def case(**arrears: object) -> Case:
    row = ArrearsRow(id="r1", month=Month(2026, 11), paakrav_arrived=date(2026, 11, 17))
    facts: dict[str, object] = {"rows": (row,), **arrears}
    return Case(tenancy=Tenancy(), arrears=Arrears(**facts))  # type: ignore[arg-type]


def test_worked_example_december_2026_from_the_rent_to_the_eviction():
    answer = eviction_clock(date(2026, 12, 1), Letters(paakrav=date(2026, 12, 7)), USUAL)

    assert days_of(answer, StepKey.LAST_TIMELY) == (date(2026, 12, 1), date(2026, 12, 1))
    assert days_of(answer, StepKey.PAY_BY) == (date(2026, 12, 21), date(2026, 12, 21))
    assert days_of(answer, StepKey.OPHAEVELSE)[0] == date(2026, 12, 22)
    assert days_of(answer, StepKey.COURT_FILING) == (date(2026, 12, 29), date(2027, 1, 5))
    assert days_of(answer, StepKey.COURT_MEETING) == (date(2027, 1, 19), date(2027, 2, 16))
    first, last = days_of(answer, StepKey.EVICTION)
    assert first <= date(2027, 3, 1) <= last  # about three months after the rent (ret-raad.dk)
    assert answer.by_right_until == date(2026, 12, 21)


def test_worked_example_january_2027_from_the_rent_to_the_eviction():
    answer = eviction_clock(date(2027, 1, 1), Letters(paakrav=date(2027, 1, 8)), USUAL)
    ended = answer.step(StepKey.OPHAEVELSE)

    assert ended is not None
    assert (ended.first, ended.in_practice) == (date(2027, 1, 23), date(2027, 1, 25))
    assert days_of(answer, StepKey.COURT_FILING)[0] == date(2027, 2, 1)
    assert days_of(answer, StepKey.COURT_MEETING)[0].month == 2
    assert days_of(answer, StepKey.COURT_MEETING)[1].month == 3
    first, last = days_of(answer, StepKey.EVICTION)
    assert first <= date(2027, 4, 1) <= last


@pytest.mark.parametrize(
    ("month", "earliest", "in_practice"),
    [
        (1, 8, None),
        (2, 5, None),
        (3, 5, None),
        (4, 6, None),
        (5, 8, 10),
        (6, 5, 7),
        (7, 6, None),
        (8, 6, None),
        (9, 6, None),
        (10, 6, None),
        (11, 5, None),
        (12, 6, None),
    ],
)
def test_every_due_month_of_2027_and_the_day_an_office_is_open(month, earliest, in_practice):
    """8 May 2027 is a Saturday; 5 June 2027 is grundlovsdag and a Saturday, and Monday 7 June is the safe day."""
    step = eviction_clock(date(2027, month, 1), Letters(), USUAL).step(StepKey.PAAKRAV)

    assert step is not None
    assert step.first == date(2027, month, earliest)
    assert step.in_practice == (date(2027, month, in_practice) if in_practice else None)


def test_a_paakrav_on_a_saturday_is_practice_on_monday():
    """Due Tuesday 1 December 2026: the earliest day is Saturday the 5th, in practice Monday the 7th."""
    step = eviction_clock(date(2026, 12, 1), Letters(), USUAL).step(StepKey.PAAKRAV)

    assert step is not None
    assert (step.first, step.in_practice) == (date(2026, 12, 5), date(2026, 12, 7))


def test_the_holidays_of_christmas_move_the_last_day_and_all_that_follows():
    answer = eviction_clock(date(2026, 12, 1), Letters(paakrav=date(2026, 12, 11)), USUAL)

    assert days_of(answer, StepKey.PAY_BY)[0] == date(2026, 12, 28)
    assert days_of(answer, StepKey.OPHAEVELSE)[0] == date(2026, 12, 29)


@pytest.mark.parametrize("due", [date(2026, 9, 12), date(2026, 9, 13)])
def test_the_thursday_in_doubt_is_marked_on_the_step_too(due):
    answer = eviction_clock(due, Letters(), USUAL)
    step = answer.step(StepKey.PAAKRAV)

    assert step is not None
    assert (step.first, step.vejledende) == (date(2026, 9, 18), True)
    assert any("torsdag den 17. september 2026" in warning for warning in answer.warnings)


def test_on_christmas_eve_the_money_must_leave_the_bank_the_day_before():
    answer = eviction_clock(date(2026, 12, 1), Letters(paakrav=date(2026, 12, 10)), USUAL)

    assert days_of(answer, StepKey.PAY_BY)[0] == date(2026, 12, 24)
    assert answer.by_right_until == date(2026, 12, 23)


def test_the_counts_of_the_law_in_the_file_are_those_the_clock_counts_with():
    assert USUAL.law["dage_til_at_betale"].value == DAYS_TO_PAY
    assert USUAL.law["hverdage"].value == HVERDAGE


# What the day rests on


def test_the_law_a_letter_and_an_estimate_are_told_apart():
    answer = eviction_clock(date(2026, 12, 1), Letters(paakrav=date(2026, 12, 7)), USUAL)

    assert [(step.key.value, step.basis.value) for step in answer.steps] == [
        ("last_timely_payment", "rule"),
        ("paakrav", "letter"),
        ("pay_by", "rule"),
        ("ophaevelse", "rule"),
        ("court_filing", "estimate"),
        ("court_meeting", "estimate"),
        ("eviction", "estimate"),
    ]
    assert all(step.vejledende for step in answer.steps if step.basis is Basis.ESTIMATE)


def test_without_a_paakrav_no_deadline_runs_and_what_would_follow_is_an_estimate():
    answer = eviction_clock(date(2026, 12, 1), Letters(), USUAL, on=date(2026, 12, 2))
    pay_by = answer.step(StepKey.PAY_BY)

    assert pay_by is not None
    assert (pay_by.first, pay_by.basis) == (date(2026, 12, 21), Basis.ESTIMATE)
    assert "Ingen frist løber endnu" in pay_by.why
    assert answer.paakrav is None


def test_a_paakrav_that_has_not_come_yet_can_come_today_at_the_earliest():
    answer = eviction_clock(date(2026, 11, 1), Letters(), USUAL, on=TODAY)

    assert days_of(answer, StepKey.PAAKRAV)[0] == TODAY
    assert days_of(answer, StepKey.PAY_BY)[0] == date(2026, 12, 4)


def test_real_days_from_the_court_win_over_estimates():
    told = Letters(
        paakrav=date(2026, 11, 17),
        ophaevelse=date(2026, 12, 3),
        court_meeting=date(2027, 1, 12),
        eviction=date(2027, 1, 28),
    )
    answer = eviction_clock(date(2026, 11, 1), told, USUAL, on=date(2027, 1, 5))

    assert days_of(answer, StepKey.COURT_MEETING) == (date(2027, 1, 12), date(2027, 1, 12))
    assert days_of(answer, StepKey.EVICTION) == (date(2027, 1, 28), date(2027, 1, 28))
    assert answer.step(StepKey.COURT_FILING) is None
    assert answer.by_right_until is None
    assert answer.warnings == ()


def test_a_meeting_day_moves_the_estimate_of_the_eviction():
    told = Letters(paakrav=date(2026, 11, 17), ophaevelse=date(2026, 12, 3), court_meeting=date(2027, 1, 12))
    answer = eviction_clock(date(2026, 11, 1), told, USUAL, on=date(2026, 12, 20))

    assert days_of(answer, StepKey.EVICTION) == (date(2027, 1, 20), date(2027, 2, 11))


def test_no_estimate_lies_before_today():
    told = Letters(paakrav=date(2026, 11, 17), ophaevelse=date(2026, 12, 3))
    answer = eviction_clock(date(2026, 11, 1), told, USUAL, on=date(2027, 6, 1))

    assert all(step.first >= date(2027, 6, 1) for step in answer.steps if step.basis is Basis.ESTIMATE)


def test_an_ophaevelse_that_nobody_dated_ends_the_right_all_the_same():
    letter = case(rows=(ArrearsRow(id="r1", month=Month(2026, 11)),), letter=Letter.FOGED)
    answer = eviction_clock_of(letter, USUAL, on=TODAY)

    assert answer
    assert answer.terminated
    assert answer.by_right_until is None
    assert answer.step(StepKey.PAY_BY) is None
    assert days_of(answer, StepKey.COURT_MEETING)[0] > TODAY


# Days that cannot be


def test_an_ophaevelse_before_the_deadline_is_over_may_be_invalid_and_is_pointed_out():
    told = Letters(paakrav=date(2026, 11, 17), ophaevelse=date(2026, 12, 1))
    later = replace(told, ophaevelse=date(2026, 12, 2))

    assert any("Den kan være ugyldig" in w for w in eviction_clock(date(2026, 11, 1), told, USUAL).warnings)
    assert eviction_clock(date(2026, 11, 1), later, USUAL).warnings == ()


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (Letters(paakrav=date(2026, 11, 17), ophaevelse=date(2026, 11, 10)), "ophævelsen (tirsdag den 10. november"),
        (
            Letters(ophaevelse=date(2026, 12, 3), court_meeting=date(2026, 12, 1)),
            "mødet i fogedretten (tirsdag den 1. december",
        ),
        (
            Letters(ophaevelse=date(2026, 12, 3), eviction=date(2026, 12, 2)),
            "udsættelsen (onsdag den 2. december",
        ),
    ],
)
def test_letters_in_an_impossible_order_get_a_sentence_that_names_both_days(told, said):
    warnings = eviction_clock(date(2026, 11, 1), told, USUAL).warnings

    assert any("Dagene passer ikke" in w and said in w for w in warnings)


def test_the_page_akut_warns_about_an_ophaevelse_that_came_too_early():
    early = case(letter=Letter.OPHAEVELSE, ophaevelse_arrived=date(2026, 11, 30))

    page = emergency(Record(case=early), on=TODAY, templates=load_letters())

    assert "før fristen tirsdag den 1. december 2026 var gået" in disorder_of(early)[0]
    assert set(disorder_of(early)) <= set(page.warnings)
    assert disorder_of(case(letter=Letter.OPHAEVELSE, ophaevelse_arrived=date(2026, 12, 2))) == ()


# A case


def test_the_clock_of_a_case_uses_its_letters():
    answer = eviction_clock_of(case(), USUAL, on=TODAY)

    assert answer
    assert answer.by_right_until == date(2026, 12, 1)
    assert [step.path for step in answer.steps][-2:] == ["case.arrears.court_meeting", "case.arrears.eviction"]


def test_no_arrears_no_clock_and_other_tenancies_none():
    assert eviction_clock_of(Case(), USUAL, on=TODAY) is None
    assert eviction_clock_of(replace(case(), tenancy=Tenancy(kind="fremleje")), USUAL, on=TODAY) is None


# The municipality and the landlord


def test_only_an_almen_landlord_must_tell_the_municipality():
    almen, private = case(), replace(case(), tenancy=Tenancy(kind="privat"))
    said = {
        who: [d.who for d in duties(who, answer, RATES, on=TODAY)]
        for who in (almen, private)
        if (answer := eviction_clock_of(who, USUAL, on=TODAY))
    }

    assert "Udlejer" in said[almen]
    assert "Udlejer" not in said[private]


def test_the_day_to_ask_the_municipality_is_told_as_a_question_and_never_as_a_duty_to_offer():
    told = case(
        ophaevelse_arrived=date(2026, 12, 3), municipality_notified=date(2026, 12, 10), letter=Letter.OPHAEVELSE
    )
    answer = eviction_clock_of(told, USUAL, on=date(2026, 12, 11))
    assert answer
    found = duties(told, answer, RATES, on=date(2026, 12, 11))
    asked = [duty for duty in found if duty.day == date(2026, 12, 24)]

    assert [duty.who for duty in asked] == ["Spørg kommunen"]
    assert "kontrollér gældende ordlyd" in asked[0].what
    assert asked[0].vejledende
    assert not any("14 dage" in duty.what for duty in found)


def test_children_in_the_home_make_the_municipality_look_at_once():
    child = Person(id="p2", role=Role.CHILD, born=date(2018, 6, 3))
    grown = replace(child, born=date(2008, 6, 3))
    answer = eviction_clock_of(case(), USUAL, on=TODAY)
    assert answer

    def said(*persons: Person) -> bool:
        return any("straks" in d.what for d in duties(replace(case(), persons=persons), answer, RATES, on=TODAY))

    assert said(child)
    assert not said(grown)
    assert not said(replace(child, lives_at_home=False))


# Laws


@given(DAYS, st.integers(1, 40), st.integers(0, 30))
def test_a_later_due_day_never_gives_an_earlier_day_anywhere(due, later, arrives_after):
    early, late = (
        eviction_clock(day, Letters(paakrav=day + timedelta(days=arrives_after)), USUAL)
        for day in (due, due + timedelta(days=later))
    )

    for one, other in zip(early.steps, late.steps, strict=True):
        assert one.first <= other.first
        assert one.last <= other.last
    assert clock(due).earliest_paakrav.day <= clock(due + timedelta(days=later)).earliest_paakrav.day


@given(DAYS)
def test_without_letters_too_a_later_due_day_never_gives_an_earlier_deadline(due):
    early, late = (eviction_clock(day, Letters(), USUAL) for day in (due, due + timedelta(days=1)))

    assert all(one.first <= other.first for one, other in zip(early.steps, late.steps, strict=True))


@given(DAYS, st.integers(0, 60))
def test_the_last_day_to_pay_is_never_a_weekend_a_holiday_or_the_fifth_of_june(due, after):
    arrived = due + timedelta(days=after)
    day = days_of(eviction_clock(due, Letters(paakrav=arrived), USUAL), StepKey.PAY_BY)[0]

    assert day.weekday() < 5
    assert not is_public_holiday(day)
    assert (day.month, day.day) != (6, 5)
    assert day >= arrived + timedelta(days=14)  # the day of arrival is not counted


@given(DAYS, st.integers(0, 60))
def test_the_steps_come_in_their_order_and_money_leaves_on_a_bank_day(due, after):
    answer = eviction_clock(due, Letters(paakrav=due + timedelta(days=after)), USUAL)
    firsts = [step.first for step in answer.steps if step.key is not StepKey.PAAKRAV]

    assert firsts == sorted(firsts)
    assert all(step.first <= step.last for step in answer.steps)
    assert answer.by_right_until
    assert is_bank_day(answer.by_right_until)
    assert answer.by_right_until <= days_of(answer, StepKey.PAY_BY)[0]
