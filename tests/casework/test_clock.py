"""The eviction clock against case law, Themis' weekday table, the worked example and the table for 2027."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetdesk.casework.clock import clock, clock_of
from budgetdesk.dates import Month, is_public_holiday
from budgetdesk.errors import BadInputError
from budgetdesk.household.case import Arrears, ArrearsRow, Case, Tenancy
from budgetdesk.household.words import Letter


def test_case_law_a_paakrav_six_october_2021_for_rent_due_friday_the_first():
    """UfR 2022.1586 V."""
    assert clock(date(2021, 10, 1)).earliest_paakrav.day == date(2021, 10, 6)


@pytest.mark.parametrize(
    ("due", "earliest"),
    [
        # Weeks without holidays, September 2026: Monday to Friday (Themis' table).
        (date(2026, 9, 7), date(2026, 9, 11)),
        (date(2026, 9, 8), date(2026, 9, 12)),
        (date(2026, 9, 9), date(2026, 9, 14)),
        (date(2026, 9, 10), date(2026, 9, 15)),
        (date(2026, 9, 11), date(2026, 9, 16)),
    ],
)
def test_the_weekday_table(due, earliest):
    assert clock(due).earliest_paakrav.day == earliest
    assert not clock(due).earliest_paakrav.vejledende


@pytest.mark.parametrize("due", [date(2026, 9, 12), date(2026, 9, 13)])
def test_due_in_a_weekend_shows_friday_as_safe_and_says_that_thursday_is_in_doubt(due):
    answer = clock(due)

    assert answer.earliest_paakrav.day == date(2026, 9, 18)
    assert answer.earliest_paakrav.vejledende
    assert "Fredag den 18. september 2026 er den sikre dag" in answer.warnings[0]
    assert "torsdag den 17. september 2026" in answer.warnings[0]


def test_worked_example_december_2026():
    answer = clock(date(2026, 12, 1), paakrav_arrived=date(2026, 12, 7))

    assert answer.last_timely_payment.day == date(2026, 12, 1)
    assert answer.earliest_paakrav.day == date(2026, 12, 5)
    assert answer.pay_by
    assert answer.pay_by.day == date(2026, 12, 21)
    assert answer.earliest_ophaevelse
    assert answer.earliest_ophaevelse.day == date(2026, 12, 22)
    assert answer.warnings == ()


def test_worked_example_january_2027():
    answer = clock(date(2027, 1, 1), paakrav_arrived=date(2027, 1, 8))

    assert answer.last_timely_payment.day == date(2027, 1, 4)
    assert answer.earliest_paakrav.day == date(2027, 1, 8)
    assert answer.pay_by
    assert answer.pay_by.day == date(2027, 1, 22)
    assert answer.earliest_ophaevelse
    assert answer.earliest_ophaevelse.day == date(2027, 1, 23)
    assert answer.warnings == ()


def test_a_deadline_in_the_christmas_days_moves_to_the_next_hverdag():
    answer = clock(date(2026, 12, 1), paakrav_arrived=date(2026, 12, 11))

    assert answer.pay_by
    assert answer.pay_by.day == date(2026, 12, 28)
    assert "fredag den 25. december 2026" in answer.pay_by.why


@pytest.mark.parametrize(
    ("month", "earliest"),
    [(1, 8), (2, 5), (3, 5), (4, 6), (5, 8), (6, 5), (7, 6), (8, 6), (9, 6), (10, 6), (11, 5), (12, 6)],
)
def test_the_table_for_2027_when_rent_is_due_the_first(month, earliest):
    assert clock(date(2027, month, 1)).earliest_paakrav.day == date(2027, month, earliest)


def test_when_the_earliest_day_is_grundlovsdag_the_monday_after_is_named_as_safe():
    answer = clock(date(2027, 6, 1))

    assert answer.earliest_paakrav.vejledende
    assert answer.warnings == (
        "Den tidligste dag for et påkrav er grundlovsdag. Mandag den 7. juni 2027 er den sikre dag.",
    )


def test_christmas_eve_is_not_moved_by_law_but_banks_are_closed():
    answer = clock(date(2026, 12, 1), paakrav_arrived=date(2026, 12, 10))

    assert answer.pay_by
    assert answer.pay_by.day == date(2026, 12, 24)
    assert answer.pay_by.vejledende
    assert answer.warnings == (
        "Bankerne har lukket torsdag den 24. december 2026. Betal senest onsdag den 23. december 2026.",
    )


def test_a_paakrav_that_came_too_early_is_pointed_out():
    answer = clock(date(2026, 12, 1), paakrav_arrived=date(2026, 12, 4))

    assert "Det kan være ugyldigt." in answer.warnings[0]


def test_a_paakrav_on_the_safe_day_itself_is_in_time_and_still_in_doubt_where_the_due_day_was():
    """Due Saturday 12 September 2026: Friday the 18th is safe, Thursday the 17th in doubt."""
    on_the_day = clock(date(2026, 9, 12), paakrav_arrived=date(2026, 9, 18))
    later = clock(date(2026, 9, 12), paakrav_arrived=date(2026, 9, 19))

    assert not any("ugyldigt" in w for w in on_the_day.warnings)
    assert any("den sikre dag" in w for w in on_the_day.warnings)
    assert not any("den sikre dag" in w for w in later.warnings)


def test_without_a_paakrav_no_clock_runs():
    answer = clock(date(2026, 11, 1))

    assert answer.pay_by is None
    assert answer.earliest_ophaevelse is None


def test_private_tenancies_have_the_same_days_and_say_what_differs():
    private = clock(date(2026, 11, 1), paakrav_arrived=date(2026, 11, 17), kind="privat")

    assert private.pay_by
    assert private.pay_by.day == date(2026, 12, 1)
    assert "lejeloven § 182" in private.pay_by.why
    assert any("kommunen" in warning for warning in private.warnings)


def test_a_doubt_about_the_earliest_day_is_not_told_when_the_letter_came_later():
    assert clock(date(2026, 11, 1), paakrav_arrived=date(2026, 11, 17)).warnings == ()


def test_other_tenancies_are_refused_with_a_sentence():
    with pytest.raises(BadInputError, match="“fremleje”"):
        clock(date(2026, 11, 1), kind="fremleje")


def case(*rows: ArrearsRow, **more) -> Case:
    return Case(tenancy=Tenancy(), arrears=Arrears(rows=rows, **more))


def test_the_sample_household_must_pay_by_the_first_of_december():
    row = ArrearsRow(id="r1", month=Month(2026, 11), paakrav_arrived=date(2026, 11, 17))
    answer = clock_of(case(row))

    assert answer
    assert answer.pay_by
    assert answer.pay_by.day == date(2026, 12, 1)
    assert answer.last_timely_payment.day == date(2026, 11, 2)


def test_the_letter_in_hand_is_enough_to_know_the_last_day_to_pay():
    answer = clock_of(case(letter=Letter.PAAKRAV, letter_arrived=date(2026, 11, 17)))

    assert answer
    assert answer.pay_by
    assert answer.pay_by.day == date(2026, 12, 1)


def test_a_rykker_starts_no_clock():
    row = ArrearsRow(id="r1", month=Month(2026, 11))
    answer = clock_of(case(row, letter=Letter.RYKKER, letter_arrived=date(2026, 11, 17)))

    assert answer
    assert answer.pay_by is None


def test_of_two_paakrav_the_first_one_runs():
    first = ArrearsRow(id="r1", month=Month(2026, 10), paakrav_arrived=date(2026, 10, 12))
    second = ArrearsRow(id="r2", month=Month(2026, 11), paakrav_arrived=date(2026, 11, 17))
    answer = clock_of(case(second, first))

    assert answer
    assert answer.pay_by
    assert answer.pay_by.day == date(2026, 10, 26)
    assert answer.last_timely_payment.day == date(2026, 10, 1)


def test_no_arrears_no_clock_and_other_tenancies_none():
    row = ArrearsRow(id="r1", month=Month(2026, 11))

    assert clock_of(case()) is None
    assert clock_of(replace(case(row), tenancy=Tenancy(kind="fremleje"))) is None


@given(st.dates(date(2024, 1, 1), date(2035, 12, 1)), st.integers(0, 60))
def test_whatever_the_day_at_least_fourteen_days_are_given_and_no_deadline_is_a_holiday(due, later):
    arrived = due + timedelta(days=later)
    answer = clock(due, paakrav_arrived=arrived)

    assert answer.pay_by
    assert arrived + timedelta(days=14) <= answer.pay_by.day <= arrived + timedelta(days=20)
    assert answer.pay_by.day.weekday() < 5
    assert not is_public_holiday(answer.pay_by.day)
    assert answer.last_timely_payment.day >= due
    assert answer.earliest_paakrav.day >= answer.last_timely_payment.day + timedelta(days=4)
    assert answer.earliest_ophaevelse
    assert answer.earliest_ophaevelse.day > answer.pay_by.day


def test_where_no_month_is_told_the_letter_is_about_the_last_rent_due_before_it_came():
    told = case(letter=Letter.PAAKRAV, letter_arrived=date(2026, 11, 17))
    late_in_the_month = replace(told, tenancy=Tenancy(rent_due_day=20))

    assert clock_of(told).last_timely_payment.day == date(2026, 11, 2)
    assert clock_of(late_in_the_month).last_timely_payment.day == date(2026, 10, 20)


def test_a_letter_on_the_due_day_itself_is_about_the_rent_of_that_day():
    told = case(letter=Letter.PAAKRAV, letter_arrived=date(2026, 12, 1))

    assert clock_of(told).last_timely_payment.day == date(2026, 12, 1)


def _by_hand(due: date, arrived: date) -> tuple[date, date, date, date]:
    """The four days counted out plainly: the rule of the law, day by day."""

    def is_closed(day: date) -> bool:
        return day.weekday() >= 5 or is_public_holiday(day) or (day.month, day.day) == (6, 5)

    def moved(day: date) -> date:
        return next(d for n in range(20) if not is_closed(d := day + timedelta(days=n)))

    def hverdage_after(day: date) -> list[date]:
        later = (day + timedelta(days=n) for n in range(1, 30))
        return [d for d in later if d.weekday() != 6 and not is_public_holiday(d)]

    timely = moved(due)
    third = hverdage_after(timely)[2]
    doubtful = third.weekday() == 5 or (third.month, third.day) == (6, 5)
    earliest = hverdage_after(third)[0] if doubtful else third + timedelta(days=1)
    pay_by = moved(arrived + timedelta(days=14))
    return timely, earliest, pay_by, pay_by + timedelta(days=1)


@pytest.mark.parametrize("year", range(2024, 2029))
def test_every_due_day_and_every_day_of_arrival_comes_out_as_counted_by_hand(year):
    for number in range(366):
        due = date(year, 1, 1) + timedelta(days=number)
        arrived = due + timedelta(days=10)
        answer = clock(due, paakrav_arrived=arrived)
        days = answer.last_timely_payment, answer.earliest_paakrav, answer.pay_by, answer.earliest_ophaevelse

        assert tuple(one.day for one in days) == _by_hand(due, arrived)
