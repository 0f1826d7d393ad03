"""Pay days against the calendars of Nationalbanken and Udbetaling Danmark."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetdesk.dates import is_bank_day
from budgetdesk.errors import BadInputError
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.planning.paydays import (
    Direction,
    Kind,
    PaysOn,
    bank_day_for_legal_payment,
    legal_payment_day,
    months_of,
    parse,
    pay_days,
)

IN, OUT = Direction.IN, Direction.OUT
YEAR = (date(2026, 1, 1), date(2026, 12, 31))


def falls(text: str, rhythm: Rhythm, direction: Direction, start: date, end: date, first: date | None = None):
    return pay_days(parse(text), rhythm, direction, start, end, first)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("day:1", PaysOn(Kind.DAY, 1)),
        ("day:20 of 1,4,7,10", PaysOn(Kind.DAY, 20, (1, 4, 7, 10))),
        ("first_bank_day", PaysOn(Kind.FIRST_BANK_DAY)),
        ("last_bank_day", PaysOn(Kind.LAST_BANK_DAY)),
        ("weekday:thu from 2026-11-26", PaysOn(Kind.WEEKDAY, 3, anchor=date(2026, 11, 26))),
        ("weekday:sat", PaysOn(Kind.WEEKDAY, 5)),
        ("date:2026-12-01", PaysOn(Kind.DATE, anchor=date(2026, 12, 1))),
    ],
)
def test_reads_every_shape_of_the_contract(text, read):
    assert parse(text) == read


@pytest.mark.parametrize("text", ["", "day:0", "day:32", "day:20 of 13", "weekday:thx", "date:2026-02-30", "den 1."])
def test_refuses_what_is_not_a_pay_day_and_says_how_to_write_it(text):
    with pytest.raises(BadInputError, match=r"kan ikke læses\. Skriv fx day:1"):
        parse(text)


def test_child_benefit_2026_comes_on_the_days_udbetaling_danmark_gives():
    days = falls("day:20 of 1,4,7,10", Rhythm.QUARTERLY, IN, *YEAR)

    assert days == (date(2026, 1, 20), date(2026, 4, 20), date(2026, 7, 20), date(2026, 10, 20))


def test_wages_of_december_come_before_the_bank_closes_on_the_31st():
    assert falls("last_bank_day", Rhythm.MONTHLY, IN, date(2026, 12, 1), date(2026, 12, 31)) == (date(2026, 12, 30),)


def test_income_on_a_sunday_comes_the_friday_before_and_a_bill_leaves_the_monday_after():
    first, last = date(2026, 10, 28), date(2026, 11, 5)  # 1 November 2026 is a Sunday

    assert falls("day:1", Rhythm.MONTHLY, IN, first, last) == (date(2026, 10, 30),)
    assert falls("day:1", Rhythm.MONTHLY, OUT, first, last) == (date(2026, 11, 2),)


def test_a_day_just_outside_the_window_that_moves_into_it_counts():
    assert falls("day:1", Rhythm.MONTHLY, IN, date(2026, 10, 20), date(2026, 10, 31)) == (date(2026, 10, 30),)
    assert falls("day:1", Rhythm.MONTHLY, OUT, date(2026, 11, 2), date(2026, 11, 5)) == (date(2026, 11, 2),)


def test_a_bill_of_the_longest_run_of_closed_days_is_not_lost():
    """Maundy Thursday 25 March 2027: banks are closed until Tuesday 30 March. And 24 December 2026, until Monday."""
    assert falls("day:25", Rhythm.MONTHLY, OUT, date(2027, 3, 30), date(2027, 4, 5)) == (date(2027, 3, 30),)
    assert falls("day:29", Rhythm.MONTHLY, IN, date(2027, 3, 20), date(2027, 3, 24)) == (date(2027, 3, 24),)


def test_fortnightly_money_keeps_its_weekday():
    days = falls("weekday:thu from 2026-11-26", Rhythm.BIWEEKLY, IN, date(2026, 11, 20), date(2027, 1, 10))

    # 24 December is a bank holiday: paid the day before.
    assert days == (date(2026, 11, 26), date(2026, 12, 10), date(2026, 12, 23), date(2027, 1, 7))


def test_a_quarterly_row_counts_its_months_from_the_month_it_begins():
    days = falls("day:10", Rhythm.QUARTERLY, OUT, date(2026, 11, 1), date(2027, 6, 30), first=date(2026, 11, 1))

    assert [(d.year, d.month) for d in days] == [(2026, 11), (2027, 2), (2027, 5)]


def test_rare_income_of_unknown_month_is_never_counted_before_its_period_ends():
    assert months_of(Rhythm.QUARTERLY) == (3, 6, 9, 12)
    assert months_of(Rhythm.YEARLY) == (12,)


def test_eleven_times_a_year_is_eleven_times():
    assert len(falls("day:1", Rhythm.ELEVEN, OUT, *YEAR)) == 11


@pytest.mark.parametrize(
    ("due", "legal", "bank"),
    [
        (date(2027, 1, 1), date(2027, 1, 4), date(2027, 1, 4)),  # holiday, Saturday, Sunday
        (date(2026, 6, 5), date(2026, 6, 8), date(2026, 6, 8)),  # grundlovsdag, a Friday
        (date(2026, 5, 15), date(2026, 5, 15), date(2026, 5, 13)),  # banks closed, the law does not move the day
        (date(2026, 12, 24), date(2026, 12, 24), date(2026, 12, 23)),
    ],
)
def test_the_law_moves_other_days_than_the_banks(due, legal, bank):
    assert legal_payment_day(due) == legal
    assert bank_day_for_legal_payment(due) == bank


@given(
    start=st.dates(date(2024, 1, 1), date(2029, 1, 1)),
    day=st.integers(1, 31),
    direction=st.sampled_from(Direction),
)
def test_money_only_ever_moves_on_bank_days_and_within_the_window(start, day, direction):
    end = start.replace(year=start.year + 1, day=min(start.day, 28))
    days = pay_days(PaysOn(Kind.DAY, day), Rhythm.MONTHLY, direction, start, end)

    assert all(is_bank_day(d) and start <= d <= end for d in days)
    assert len(days) in (11, 12, 13)
