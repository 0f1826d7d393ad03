"""Days against official lists: Nationalbanken's bank closing days, the public holidays, and reading dates."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetdesk.dates import (
    Month,
    age_on,
    bank_day_on_or_after,
    bank_day_on_or_before,
    days,
    is_bank_day,
    is_hverdag,
    is_public_holiday,
    parse_birth_date,
    parse_clock,
    parse_date,
)
from budgetdesk.errors import BadDateError

# Danmarks Nationalbank, banklukkedage, besides Saturdays and Sundays.
CLOSED_2026 = "01-01 04-02 04-03 04-06 05-14 05-15 05-25 06-05 12-24 12-25 12-26 12-31"
CLOSED_2027 = "01-01 03-25 03-26 03-29 05-06 05-07 05-17 06-05 12-24 12-25 12-26 12-31"
DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))
YEARS = st.integers(1990, 2090)


@pytest.mark.parametrize(("year", "closed"), [(2026, CLOSED_2026), (2027, CLOSED_2027)])
def test_banks_are_closed_on_the_days_nationalbanken_lists_and_on_no_other(year, closed):
    listed = {date.fromisoformat(f"{year}-{day}") for day in closed.split()}
    ours = {day for day in days(date(year, 1, 1), date(year, 12, 31)) if not is_bank_day(day)}

    assert ours == listed | {day for day in days(date(year, 1, 1), date(year, 12, 31)) if day.weekday() >= 5}


def test_the_holidays_of_2026_are_those_of_the_law():
    holidays = "01-01 04-02 04-03 04-05 04-06 05-14 05-24 05-25 12-25 12-26"

    assert [
        f"{d:%m-%d}" for d in days(date(2026, 1, 1), date(2026, 12, 31)) if is_public_holiday(d)
    ] == holidays.split()


def test_store_bededag_ended_with_2023():
    assert is_public_holiday(date(2023, 5, 5))
    assert not is_public_holiday(date(2024, 4, 26))


@given(YEARS)
def test_the_movable_holidays_follow_easter(year):
    easter = _easter_sunday(year)

    for distance in (-3, -2, 0, 1, 39, 49, 50):
        assert is_public_holiday(easter + timedelta(distance))
    assert not is_bank_day(easter + timedelta(40))


@given(YEARS)
def test_banks_close_for_all_of_easter_and_no_longer(year):
    easter = _easter_sunday(year)

    assert bank_day_on_or_after(easter - timedelta(3)) == easter + timedelta(2)
    assert bank_day_on_or_before(easter + timedelta(1)) == easter - timedelta(4)


@pytest.mark.parametrize(
    ("day", "counts"),
    [
        (date(2026, 12, 5), True),  # a Saturday: UfR 2022.1586 V
        (date(2026, 12, 6), False),
        (date(2026, 12, 24), True),  # closed banks, but no public holiday
        (date(2026, 12, 25), False),
        (date(2026, 5, 15), True),
    ],
)
def test_saturday_counts_as_hverdag_and_a_closed_bank_changes_nothing(day, counts):
    assert is_hverdag(day) is counts


@given(DAYS)
def test_moving_to_a_bank_day_is_short_and_never_the_wrong_way(day):
    after, before = bank_day_on_or_after(day), bank_day_on_or_before(day)

    assert is_bank_day(after)
    assert is_bank_day(before)
    assert before <= day <= after
    assert (after - day).days <= 5
    assert (day - before).days <= 5


@given(DAYS)
def test_every_bank_day_is_a_hverdag(day):
    assert is_hverdag(day) or not is_bank_day(day)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("1.12.2026", date(2026, 12, 1)),
        ("01-12-26", date(2026, 12, 1)),
        ("1/12 2026", date(2026, 12, 1)),
        ("1/12/2026", date(2026, 12, 1)),
        ("1. 12. 2026", date(2026, 12, 1)),
        ("2026-12-01", date(2026, 12, 1)),
        ("12.04.89", date(1989, 4, 12)),
        ("3.6.36", date(2036, 6, 3)),
        ("3.6.37", date(1937, 6, 3)),
    ],
)
def test_dates_are_read_as_danes_write_them(typed, day, today):
    assert parse_date(typed, today=today) == day


@pytest.mark.parametrize(
    "typed", ["", "29.2.2026", "31.11.2026", "1.13.2026", "12/2026", "i morgen", "1.1.0001", "0001-01-01", "0.1.26"]
)
def test_a_date_that_is_none_is_refused_with_a_sentence(typed, today):
    with pytest.raises(BadDateError, match=r"Skriv den som dag\.måned\.år"):
        parse_date(typed, today=today)


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_every_day_can_be_typed_in_both_ways(day):
    assert parse_date(f"{day:%d.%m.%Y}", today=day) == day
    assert parse_date(day.isoformat(), today=day) == day


def test_nobody_is_born_in_the_future(today):
    with pytest.raises(BadDateError, match="fremtiden"):
        parse_birth_date("21.11.2026", today=today)
    assert parse_birth_date("20.11.2026", today=today) == today


def test_a_birth_year_of_two_figures_lies_in_the_past(today):
    assert parse_birth_date("1.1.30", today=today) == date(1930, 1, 1)


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        (date(2008, 2, 29), date(2026, 2, 28), 17),
        (date(2008, 2, 29), date(2026, 3, 1), 18),
        (date(2018, 6, 3), date(2026, 6, 2), 7),
        (date(2018, 6, 3), date(2026, 6, 3), 8),
    ],
)
def test_one_grows_older_on_the_birthday(born, day, age):
    assert age_on(born, day) == age


@given(st.integers(1990, 2090), st.integers(1, 12), st.integers(-500, 500))
def test_months_added_can_be_taken_back(year, number, months):
    month = Month(year, number)

    assert month.plus(months).plus(-months) == month
    assert month.plus(1).first == month.last + timedelta(1)
    assert Month.parse(str(month)) == month == Month.of(month.last)


def test_the_31st_is_the_last_day_of_a_shorter_month():
    assert Month(2027, 2).day(31) == date(2027, 2, 28)
    assert Month(2027, 3).day(31) == date(2027, 3, 31)


@pytest.mark.parametrize("typed", ["2026-13", "2026-00", "11-2026", "2026-1", ""])
def test_a_month_that_is_none_is_refused(typed):
    with pytest.raises(BadDateError, match="2026-11"):
        Month.parse(typed)


def _easter_sunday(year: int) -> date:
    """The Gregorian computus (Meeus), independent of the library that our code uses."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    correction = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * correction) // 451
    month, day = divmod(h + correction - 7 * m + 114, 31)
    return date(year, month, day + 1)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("14.30", "14.30"),
        ("14:30", "14.30"),
        ("kl. 9", "09.00"),
        ("klokken 9.05", "09.05"),
        ("0930", "09.30"),
        ("", ""),
    ],
)
def test_a_time_of_the_day_is_read_as_people_write_it(written, read):
    assert parse_clock(written) == read


@pytest.mark.parametrize("written", ["25", "12.60", "om aftenen", "1.2.3", "-1"])
def test_a_time_that_cannot_be_is_refused_with_how_to_write_it(written):
    with pytest.raises(BadDateError, match="Skriv det som"):
        parse_clock(written)
