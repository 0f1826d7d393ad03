"""Amounts: what people type, and dividing without losing an øre."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetdesk.errors import BadAmountError
from budgetdesk.formats import amount as shown
from budgetdesk.formats import kroner
from budgetdesk.money import LARGEST, divide, parse_amount, to_krone, to_oere

OERE = st.integers(-(10**10), 10**10).map(lambda oere: Decimal(oere).scaleb(-2))


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("1.000", "1000.00"),
        ("1000", "1000.00"),
        ("1.234,50", "1234.50"),
        ("1234,5", "1234.50"),
        ("1.234.567,89", "1234567.89"),
        ("0,05", "0.05"),
        ("7", "7.00"),
        ("-75", "-75.00"),
        ("\u2212 75", "-75.00"),
        ("+75", "75.00"),
        ("75 kr.", "75.00"),
        ("75kr", "75.00"),
        ("kr. 75", "75.00"),
        ("DKK 75", "75.00"),
        ("75,00 DKK", "75.00"),
        ("75,-", "75.00"),
        ("1 234,50", "1234.50"),
        ("1\u00a0234,50", "1234.50"),
        ("  12 ", "12.00"),
    ],
)
def test_amounts_are_read_as_danes_write_them(typed, amount):
    assert parse_amount(typed) == Decimal(amount)


@pytest.mark.parametrize(
    "typed",
    ["", "-", "kr.", "abc", "1,000.00", "12.345,6,7", "1.00", "12.34", "1.2345", "1,234", "1..000", "12a", "--5", "½"],
)
def test_what_could_mean_two_amounts_is_refused_with_a_sentence(typed):
    with pytest.raises(BadAmountError, match=r"Skriv .*1\.234,50\.$"):
        parse_amount(typed)


def test_english_separators_are_called_by_their_name():
    with pytest.raises(BadAmountError, match="på engelsk"):
        parse_amount("1,000.00")


def test_a_single_decimal_is_tenths_of_a_krone():
    assert parse_amount("12.345,6") == Decimal("12345.60")


@pytest.mark.parametrize("typed", ["1.000.000.000.000", "-1.000.000.000.000", "100.000.000,01"])
def test_a_million_million_is_a_slip_of_the_finger(typed):
    with pytest.raises(BadAmountError, match="for stort"):
        parse_amount(typed)


@given(OERE)
def test_what_we_show_can_be_typed_back(value):
    if abs(value) <= LARGEST:
        assert parse_amount(kroner(value)) == value
        assert parse_amount(shown(value, oere=True)) == value


@given(OERE, st.integers(1, 60))
def test_dividing_loses_no_oere(total, parts):
    amounts = divide(total, parts)

    assert len(amounts) == parts
    assert sum(amounts) == total
    assert len(set(amounts[:-1])) <= 1
    assert Decimal(0) <= amounts[-1] - amounts[0] < Decimal("0.01") * parts


@pytest.mark.parametrize(("total", "parts"), [(Decimal("1.005"), 2), (Decimal(1), 0), (Decimal(1), -1)])
def test_dividing_refuses_half_an_oere_and_no_parts(total, parts):
    with pytest.raises(ValueError, match=r"øre|parts"):
        divide(total, parts)


@pytest.mark.parametrize(
    ("amount", "krone", "oere"),
    [
        ("0.5", "1", "0.50"),
        ("-0.5", "-1", "-0.50"),
        ("1.005", "1", "1.01"),
        ("-1.005", "-1", "-1.01"),
        ("2.4999", "2", "2.50"),
        ("1.5", "2", "1.50"),
        ("2.5", "3", "2.50"),
    ],
)
def test_half_is_rounded_away_from_zero(amount, krone, oere):
    assert to_krone(Decimal(amount)) == Decimal(krone)
    assert to_oere(Decimal(amount)) == Decimal(oere)


@pytest.mark.parametrize("digits", [9, 28, 29, 60, 100_000])
@pytest.mark.parametrize("end", ["", ",50"])
def test_an_amount_with_far_too_many_digits_is_refused_in_a_short_sentence(digits: int, end: str):
    with pytest.raises(BadAmountError, match="for stort") as refused:
        parse_amount("2" * digits + end)

    assert len(str(refused.value)) < 150
