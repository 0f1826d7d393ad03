"""Amounts and days as Danes write them."""

import os
import subprocess
import sys
from datetime import date
from decimal import Decimal

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from budgetdesk import formats
from budgetdesk.dates import Month

DAY = date(2026, 12, 1)


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        ("0", "0 kr."),
        ("1234", "1.234 kr."),
        ("1234.00", "1.234 kr."),
        ("1234.5", "1.234,50 kr."),
        ("1234567.89", "1.234.567,89 kr."),
        ("-7600", "−7.600 kr."),
        ("-0.50", "−0,50 kr."),
        ("-0.001", "0 kr."),
        ("1234.995", "1.235 kr."),
    ],
)
def test_kroner_have_a_dot_for_thousands_and_oere_only_where_there_are_any(amount, shown):
    assert formats.kroner(Decimal(amount)) == shown.replace(" ", formats.NO_BREAK)


def test_oere_can_be_asked_for_and_left_out():
    assert formats.amount(Decimal(1234), oere=True) == "1.234,00"
    assert formats.amount(Decimal("1234.50"), oere=False) == "1.235"
    assert formats.amount(Decimal("-0.4"), oere=False) == "0"


@given(st.integers(-(10**12), 10**12))
def test_whole_kroner_are_shown_figure_by_figure(kroner):
    shown = formats.amount(Decimal(kroner))

    assert shown == f"{kroner:,}".replace(",", ".").replace("-", "−")


@pytest.mark.parametrize(
    ("value", "decimals", "shown"),
    [("8", 1, "8 %"), ("12.50", 1, "12,5 %"), ("0.05", 1, "0,1 %"), ("-3", 1, "−3 %"), ("24.996", 2, "25 %")],
)
def test_per_cent_stand_after_a_space(value, decimals, shown):
    assert formats.percent(Decimal(value), decimals) == shown.replace(" ", formats.NO_BREAK)


def test_days_are_written_in_danish():
    assert formats.day(DAY) == "1. december 2026"
    assert formats.short_day(DAY) == "01.12.2026"
    assert formats.weekday(DAY) == "tirsdag"
    assert formats.weekday_and_day(DAY) == "tirsdag den 1. december 2026"
    assert formats.month(Month(2026, 5)) == formats.month(date(2026, 5, 31)) == "maj 2026"


def test_numbers_that_are_not_money_keep_their_decimals():
    assert [formats.number(n) for n in (84, Decimal("84.5"), 12500)] == ["84", "84,5", "12.500"]


def test_the_language_of_the_machine_changes_nothing():
    code = "from budgetdesk import formats; from decimal import Decimal; print(formats.kroner(Decimal('1234.5')))"
    environment = os.environ | {"LANG": "en_US.UTF-8", "LC_ALL": "en_US.UTF-8", "PYTHONUTF8": "1"}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=True)

    assert done.stdout.decode("utf-8").strip() == "1.234,50\u00a0kr."


@given(st.decimals(min_value=-100_000_000, max_value=100_000_000, places=2), st.booleans())
def test_amounts_are_written_as_the_locale_writes_them(value, oere):
    shown = value if oere else value.quantize(Decimal(1), "ROUND_HALF_UP")
    pattern = "#,##0.00" if oere else "#,##0"

    wanted = format_decimal(shown + 0, pattern, locale=formats.LOCALE).replace("-", formats.MINUS)
    assert formats.amount(value, oere=oere) == wanted
