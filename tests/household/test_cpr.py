"""CPR numbers against CPR-kontoret's own table of centuries, and the note about modulus 11."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetdesk.errors import BadInputError
from budgetdesk.household.cpr import born_of, parse_cpr, passes_modulus_11


@pytest.mark.parametrize("typed", ["0707614285", "070761-4285", " 070761 4285 ", "070761 - 4285"])
def test_is_read_however_it_is_written(typed: str) -> None:
    assert parse_cpr(typed) == "070761-4285"


@pytest.mark.parametrize("typed", ["07076142", "070761-42851", "abcdef-ghij", "070761/4285"])
def test_says_that_ten_digits_are_needed(typed: str) -> None:
    with pytest.raises(BadInputError, match="ti cifre"):
        parse_cpr(typed)


@pytest.mark.parametrize("typed", ["320189-1234", "301389-1234", "290289-1234", "000000-0000"])
def test_refuses_a_day_that_does_not_exist(typed: str) -> None:
    with pytest.raises(BadInputError, match="ikke findes"):
        parse_cpr(typed)


@pytest.mark.parametrize(
    ("cpr", "year"),
    [
        ("010199-0000", 1999), ("010100-3999", 1900),
        ("010136-4000", 2036), ("010137-4000", 1937),
        ("010157-5000", 2057), ("010158-8999", 1858),
        ("010136-9000", 2036), ("010137-9999", 1937),
    ],
)  # fmt: skip
def test_the_seventh_digit_says_the_century(cpr: str, year: int) -> None:
    assert born_of(cpr) == date(year, 1, 1)


def test_a_replacement_number_has_sixty_added_to_the_day() -> None:
    assert born_of("720489-9995") == date(1989, 4, 12)


def test_the_old_check_is_known_and_a_newer_number_may_fail_it() -> None:
    """070761-4285 is CPR-kontoret's own example of a number that passes."""
    assert passes_modulus_11("070761-4285")
    assert not passes_modulus_11("070761-4286")
    assert parse_cpr("070761-4286") == "070761-4286"


@given(st.text(max_size=14))
def test_any_text_is_refused_or_read_to_what_reads_the_same(text: str) -> None:
    with suppress(BadInputError):
        read = parse_cpr(text)
        assert read == "" or parse_cpr(read) == read


@given(st.dates(date(1937, 1, 1), date(2036, 12, 31)), st.integers(0, 999))
def test_the_day_of_birth_comes_out_as_it_went_in(born: date, serial: int) -> None:
    seventh = 4 if born.year >= 2000 else 3

    assert born_of(f"{born:%d%m%y}-{seventh}{serial:03}") == born
