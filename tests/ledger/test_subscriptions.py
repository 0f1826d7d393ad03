"""Subscriptions: known by name, with the day from which the money is free."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetdesk.household.rhythm import Rhythm
from budgetdesk.household.words import Need
from budgetdesk.ledger.regular import Regular
from budgetdesk.ledger.subscriptions import Ends, Notice, free_from, last_day, service_of, subscriptions
from budgetdesk.readers.chart import load_chart
from budgetdesk.readers.subscriptions import load_subscriptions

SERVICES = load_subscriptions()


def payment(
    name: str = "Netflix", *, due: date = date(2026, 12, 5), rhythm: Rhythm = Rhythm.MONTHLY, **more
) -> Regular:
    return Regular(
        key=name,
        name=name,
        line="504",
        need=Need.NICE,
        rhythm=rhythm,
        amount=Decimal(149),
        varies=False,
        last=date(2026, 11, 5),
        next_due=due,
        confidence=Decimal("0.9"),
        rows=("a", "b"),
        **more,
    )


def notice(ends: Ends) -> Notice:
    return Notice(ends=ends, text="", source="", confidence="primary")


@pytest.mark.parametrize(
    ("ends", "on", "free"),
    [
        (Ends.PERIOD_END, date(2026, 11, 20), date(2026, 12, 5)),
        (Ends.PERIOD_END, date(2026, 12, 5), date(2027, 1, 5)),
        (Ends.TELE, date(2026, 11, 20), date(2027, 1, 5)),
        (Ends.TELE, date(2026, 11, 4), date(2026, 12, 5)),
        (Ends.MONTH_END_AFTER_MONTH, date(2026, 11, 20), date(2027, 1, 5)),
        (Ends.MONTH_END_AFTER_MONTH, date(2026, 12, 1), date(2027, 2, 5)),
        (Ends.MONTH_END_AFTER_30_DAYS, date(2026, 11, 20), date(2027, 1, 5)),
        (Ends.MONTH_END_AFTER_30_DAYS, date(2026, 12, 2), date(2027, 2, 5)),
    ],
)
def test_the_money_is_free_from_the_first_due_day_after_the_end(ends, on, free):
    assert free_from(payment(), notice(ends), on) == free


@given(
    st.sampled_from(Ends),
    st.dates(date(2026, 1, 1), date(2028, 1, 1)),
    st.sampled_from([Rhythm.WEEKLY, Rhythm.MONTHLY, Rhythm.QUARTERLY, Rhythm.YEARLY]),
)
def test_money_is_never_free_before_the_notice_has_run_out_nor_a_whole_period_later(ends, on, rhythm):
    free = free_from(payment(rhythm=rhythm), notice(ends), on)
    end = last_day(notice(ends), on)

    assert free > on
    assert free > end or ends is Ends.PERIOD_END
    assert free <= max(end, date(2026, 12, 5), on) + timedelta(days=366)


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Netflix.com", "Streaming"),
        ("SPOTIFY P16D8A", "Musik og lydbøger"),
        ("YouSee bredbånd", "Internet"),
        ("YouSee", "Tv-pakke"),
        ("Tryg Forsikring", "Forsikring"),
        ("PureGym Denmark", "Fitness"),
        ("Lejerbo", None),
    ],
)
def test_a_service_is_known_by_its_longest_name(name, title):
    service = service_of(name, SERVICES)

    assert (service.title if service else None) == title


def test_what_has_stopped_or_comes_in_is_no_subscription():
    given = [payment(), payment(stopped=True), payment(money_in=True), payment("Lejerbo")]

    assert [found.regular for found in subscriptions(given, SERVICES)] == [given[0]]


def test_where_the_notice_is_not_known_the_company_is_asked():
    (found,) = subscriptions([payment("Fitness World")], SERVICES)

    assert found.said(date(2026, 11, 20)) == (
        "Opsiges det i dag, er pengene senest fri fra 5. januar 2027. Spørg selskabet om varslet."
    )


def test_every_service_stands_on_a_line_of_the_chart_and_says_who_does_what():
    lines = load_chart().lines

    assert all(service.line in lines and service.who.endswith(".") for service in SERVICES)
