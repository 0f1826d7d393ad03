"""Numbers in words that people use: what is not exact has `ca.` before it, and no share is far from the truth."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from budgetdesk.household.rhythm import Rhythm
from budgetdesk.wording.said import NEAR, SHARES, about, each, fixed, share, when

D = Decimal
AMOUNTS = st.decimals(min_value=0, max_value=100_000, places=2)


def told(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_an_amount_is_said_as_it_is_or_with_ca() -> None:
    assert told(about(D(985))) == "985 kr."
    assert told(about(D("985.40"))) == "ca. 985 kr."
    assert told(about(D(1187), step=50)) == "ca. 1.200 kr."
    assert told(about(D(1200), step=50)) == "1.200 kr."


def test_an_amount_is_said_with_how_often_and_for_what() -> None:
    assert told(each(D(1200), what="mad")) == "1.200 kr. om ugen til mad"
    assert told(each(D("985.40"))) == "ca. 985 kr. om ugen"
    assert told(each(D(300), Rhythm.QUARTERLY)) == "300 kr. hver tredje måned"


def test_every_rhythm_has_words() -> None:
    assert all(each(D(1), rhythm) for rhythm in Rhythm)


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [
        (50, 100, "halvdelen"),
        (52, 100, "ca. halvdelen"),
        (7600, 22800, "en tredjedel"),
        (100, 100, "det hele"),
        (99, 100, "99 kr. af hver 100 kr."),
        (101, 100, "mere end det hele"),
        (15, 100, "15 kr. af hver 100 kr."),
        ("14.6", 100, "ca. 15 kr. af hver 100 kr."),
        (1, 1000, "næsten intet"),
        (999, 1000, "næsten det hele"),
        (0, 100, "0 kr. af hver 100 kr."),
        (5, 0, ""),
        (-5, 100, ""),
    ],
)
def test_a_share_has_the_name_people_use(part: str | int, whole: int, said: str) -> None:
    assert told(share(D(part), D(whole))) == said


@given(part=AMOUNTS, whole=AMOUNTS)
def test_a_share_said_by_name_is_near_and_without_ca_exact(part: Decimal, whole: Decimal) -> None:
    assume(whole > 0 and part <= whole)
    exact, said = Fraction(part) / Fraction(whole), share(part, whole)
    named = {words: value for value, words in SHARES.items()}.get(said.removeprefix("ca. "))

    if named is not None:
        assert (named == exact) != said.startswith("ca. ")
        assert abs(named - exact) <= NEAR
    elif found := re.search(r"(\d+)\skr. af hver 100", said):
        assert abs(Fraction(int(found[1]), 100) - exact) <= Fraction(1, 200)
        assert (Fraction(int(found[1]), 100) == exact) != said.startswith("ca. ")
    else:
        assert said in ("næsten intet", "næsten det hele")


@given(AMOUNTS)
def test_ca_stands_before_what_is_rounded_and_nowhere_else(amount: Decimal) -> None:
    assert about(amount).startswith("ca. ") == (amount != amount.to_integral_value())


@pytest.mark.parametrize(
    ("pays_on", "said"),
    [
        ("day:1", "fast den 1. hver måned"),
        ("first_bank_day", "fast den første bankdag hver måned"),
        ("weekday:thu from 2026-11-26", "fast hver torsdag"),
        ("day:20 of 1,4,7,10", "fast den 20. i januar, april, juli og oktober"),
        ("date:2026-12-01", ""),
        ("", ""),
        ("nonsense", ""),
    ],
)
def test_a_day_that_comes_again_is_fixed(pays_on: str, said: str) -> None:
    assert fixed(pays_on) == said


def test_every_other_week_is_not_every_week() -> None:
    assert fixed("weekday:thu from 2026-11-26", Rhythm.BIWEEKLY) == "fast hver anden torsdag"


def test_a_single_day_is_said_with_its_year() -> None:
    assert when("date:2026-12-01") == "den 1. december 2026"
