"""Payments that come again, found from rows made from a known truth."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from budgetdesk.dates import Month, bank_day_on_or_after, bank_day_on_or_before
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.ledger.next_due import MONTHS_BETWEEN
from budgetdesk.ledger.regular import regular_payments
from budgetdesk.ledger.spending import Spending, Transaction
from budgetdesk.readers.rules import load_rules

RULES = load_rules()
START = Month(2025, 9)
MONTHLY_STEPS = st.sampled_from(sorted(MONTHS_BETWEEN))


def row(day: date, amount: str, text: str = "Zorba Net", line: str = "502") -> Transaction:
    return Transaction(id=f"{text}-{day}-{amount}", batch="b", date=day, text=text, amount=Decimal(amount), line=line)


def found(*rows: Transaction, until: date | None = None):
    return regular_payments(Spending(transactions=tuple(sorted(rows, key=lambda r: r.date))), RULES, until=until)


def due_days(rhythm: Rhythm, number: int, times: int, move) -> list[date]:
    months = [START.plus(MONTHS_BETWEEN[rhythm] * step) for step in range(times)]
    return [move(month.day(number)) for month in months]


@settings(max_examples=60)
@given(
    MONTHLY_STEPS,
    st.integers(1, 31),
    st.integers(3, 13),
    st.sampled_from([bank_day_on_or_after, bank_day_on_or_before]),
)
def test_a_rhythm_in_months_is_found_with_its_next_day_whatever_bank_days_did_to_it(rhythm, number, times, move):
    *seen, coming = due_days(rhythm, number, times + 1, move)
    assume(len(set(seen)) == len(seen))

    (regular,) = found(*(row(day, "-249") for day in seen))

    assert regular.rhythm is rhythm
    assert regular.amount == 249
    assert not regular.stopped
    assert abs(regular.next_due - coming) <= timedelta(days=5)


@settings(max_examples=30)
@given(st.integers(4, 13), st.integers(0, 11))
def test_a_payment_on_the_last_bank_day_is_expected_on_the_last_bank_day(times, first):
    days = [bank_day_on_or_before(START.plus(first + step).last) for step in range(times + 1)]

    (regular,) = found(*(row(day, "-99") for day in days[:-1]))

    assert regular.rhythm is Rhythm.MONTHLY
    assert regular.next_due == days[-1]


@settings(max_examples=30)
@given(st.integers(4, 13), st.integers(0, 11), st.sampled_from([1, 5, 10, 15, 20]))
def test_a_payment_on_a_day_is_expected_on_that_day_or_the_bank_day_after(times, first, number):
    days = [bank_day_on_or_after(START.plus(first + step).day(number)) for step in range(times + 1)]
    assume({day.day for day in days[:-1]} >= {number})

    (regular,) = found(*(row(day, "-99") for day in days[:-1]))

    assert regular.next_due == days[-1]


@settings(max_examples=40)
@given(
    st.sampled_from([(Rhythm.WEEKLY, 7), (Rhythm.BIWEEKLY, 14)]),
    st.dates(date(2026, 1, 1), date(2026, 3, 1)),
    st.integers(4, 20),
)
def test_a_rhythm_in_weeks_is_found(kind, first, times):
    rhythm, step = kind
    days = [bank_day_on_or_after(first + timedelta(days=step * number)) for number in range(times + 1)]
    assume(len(set(days)) == len(days))

    (regular,) = found(*(row(day, "-150") for day in days[:-1]))

    assert regular.rhythm is rhythm
    assert abs(regular.next_due - days[-1]) <= timedelta(days=4)


@settings(max_examples=30)
@given(st.integers(2, 6), st.integers(1, 6), st.integers(2, 30))
def test_a_new_price_is_seen_from_the_day_it_came(before, after, per_cent):
    days = due_days(Rhythm.MONTHLY, 5, before + after, bank_day_on_or_after)
    new = str(-(200 + 2 * per_cent))
    rows = [row(day, "-200") for day in days[:before]] + [row(day, new) for day in days[before:]]

    (regular,) = found(*rows)

    assert (regular.before, regular.changed_on) == (200, days[before])
    assert regular.dearer == 2 * per_cent
    assert regular.amount == 200 + 2 * per_cent


def test_what_should_have_come_and_did_not_has_stopped():
    days = due_days(Rhythm.MONTHLY, 5, 4, bank_day_on_or_after)
    rows = [row(day, "-200") for day in days]

    assert not found(*rows, until=days[-1] + timedelta(days=40))[0].stopped
    assert found(*rows, until=days[-1] + timedelta(days=60))[0].stopped


def test_two_subscriptions_of_one_firm_are_two():
    days = due_days(Rhythm.MONTHLY, 5, 5, bank_day_on_or_after)
    rows = [row(day, "-25", "APPLE.COM/BILL") for day in days]
    rows += [row(day + timedelta(days=11), "-129", "APPLE.COM/BILL") for day in days]

    assert sorted(regular.amount for regular in found(*rows)) == [25, 129]


def test_an_electricity_bill_that_varies_is_regular_and_its_middle_is_expected():
    days = due_days(Rhythm.MONTHLY, 1, 4, bank_day_on_or_after)
    amounts = ["-400", "-480", "-520", "-440"]

    (regular,) = found(*(row(day, amount, line="106") for day, amount in zip(days, amounts, strict=True)))

    assert regular.varies
    assert regular.amount == 460


def test_one_payment_left_out_of_many_does_not_hide_the_rhythm():
    days = due_days(Rhythm.MONTHLY, 5, 8, bank_day_on_or_after)

    (regular,) = found(*(row(day, "-200") for day in (*days[:3], *days[4:])))

    assert regular.rhythm is Rhythm.MONTHLY
    assert regular.confidence < found(*(row(day, "-200") for day in days))[0].confidence


def test_shopping_every_week_is_a_habit_and_no_bill():
    first = date(2026, 3, 7)
    rows = [row(first + timedelta(days=7 * n), str(-300 - 13 * n), "Netto", "701") for n in range(9)]

    assert found(*rows) == ()


@pytest.mark.parametrize("line", ["990", "991", "992"])
def test_cash_persons_and_own_transfers_are_no_bills(line):
    days = due_days(Rhythm.MONTHLY, 5, 5, bank_day_on_or_after)

    assert found(*(row(day, "-200", line=line) for day in days)) == ()


def test_pending_rows_and_one_row_alone_tell_nothing():
    days = due_days(Rhythm.MONTHLY, 5, 3, bank_day_on_or_after)

    assert found(row(days[0], "-200")) == ()
    assert found(*(replace(row(day, "-200"), pending=True) for day in days)) == ()


def test_money_in_is_regular_too():
    days = due_days(Rhythm.QUARTERLY, 20, 4, bank_day_on_or_before)

    (regular,) = found(*(row(day, "1660", "Børneydelse", "boerneydelse") for day in days))

    assert regular.money_in
    assert regular.rhythm is Rhythm.QUARTERLY


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(st.dates(date(2026, 1, 1), date(2026, 12, 31)), st.integers(-900, 900).filter(bool)), max_size=30
    )
)
def test_any_rows_give_payments_that_lie_ahead_of_their_last_row(rows):
    for regular in found(*(row(day, str(amount)) for day, amount in rows)):
        assert regular.next_due > regular.last
        assert 0 < regular.confidence <= 1
        assert len(regular.rows) == len(set(regular.rows)) > 1
