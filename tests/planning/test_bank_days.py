"""Days on which banks are closed, as Danmarks Nationalbank lists them for 2026 and 2027."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from budgetdesk.dates import is_bank_day, is_public_holiday

CLOSED = {
    2026: "1/1 2/4 3/4 6/4 14/5 15/5 25/5 5/6 24/12 25/12 31/12",
    2027: "1/1 25/3 26/3 29/3 6/5 7/5 17/5 24/12 31/12",
}
"""Only those on weekdays: 26 December 2026 and 5 June 2027 are Saturdays, Christmas 2027 is a weekend."""


@pytest.mark.parametrize("year", CLOSED)
def test_the_weekdays_on_which_banks_are_closed_are_the_ones_on_the_official_list(year):
    listed = {date(year, int(month), int(day)) for day, month in (text.split("/") for text in CLOSED[year].split())}
    first = date(year, 1, 1)
    days = (first + timedelta(n) for n in range(365))

    assert {day for day in days if day.weekday() < 5 and not is_bank_day(day)} == listed


def test_store_bededag_was_a_holiday_until_2023():
    assert not is_bank_day(date(2023, 5, 5))
    assert is_bank_day(date(2024, 4, 26))
    assert is_bank_day(date(2027, 4, 23))
    assert not is_public_holiday(date(2027, 4, 23))
