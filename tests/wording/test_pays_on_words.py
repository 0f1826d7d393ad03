"""Pay days as people say them, there and back."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetdesk.errors import BadInputError
from budgetdesk.wording import pays_on

TODAY = date(2026, 11, 20)
_months = st.lists(st.integers(1, 12), min_size=1, unique=True).map(lambda m: ",".join(map(str, sorted(m))))
_days = st.integers(1, 31)
_dates = st.dates(date(2020, 1, 1), date(2035, 12, 31)).map(date.isoformat)
_weekdays = st.sampled_from(["mon", "tue", "wed", "thu", "fri", "sat", "sun"])
rules = st.one_of(
    st.sampled_from(["", "first_bank_day", "last_bank_day"]),
    st.builds("day:{}".format, _days),
    st.builds("day:{} of {}".format, _days, _months),
    st.builds("weekday:{}".format, _weekdays),
    st.builds("weekday:{} from {}".format, _weekdays, _dates),
    st.builds("date:{}".format, _dates),
)


@given(rules)
def test_what_is_said_is_read_back_as_the_same_rule(rule: str) -> None:
    assert pays_on.read(pays_on.words(rule), today=TODAY) == rule


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        ("1", "day:1"),
        ("den 1.", "day:1"),
        ("15. i måneden", "day:15"),
        ("20. jan., apr., jul., okt.", "day:20 of 1,4,7,10"),
        ("20. januar og juli", "day:20 of 1,7"),
        ("1. marts", "day:1 of 3"),
        ("1. i ulige måneder", "day:1 of 1,3,5,7,9,11"),
        ("15. undtagen juli", "day:15 of 1,2,3,4,5,6,8,9,10,11,12"),
        ("Sidste bankdag", "last_bank_day"),
        ("sidste", "last_bank_day"),
        ("lørdag", "weekday:sat"),
        ("torsdag fra 26.11.2026", "weekday:thu from 2026-11-26"),
        ("1.12.2026", "date:2026-12-01"),
        ("day:20 of 1,4,7,10", "day:20 of 1,4,7,10"),
    ],
)
def test_days_are_read_as_people_write_them(typed: str, rule: str) -> None:
    assert pays_on.read(typed, today=TODAY) == rule


@pytest.mark.parametrize("typed", ["snart", "40. i måneden", "1. blomstermåned", "0", "31.2.2026", "den", "1. jan 13"])
def test_what_cannot_be_a_day_is_answered_with_how_to_write_it(typed: str) -> None:
    with pytest.raises(BadInputError, match="Skriv"):
        pays_on.read(typed, today=TODAY)
