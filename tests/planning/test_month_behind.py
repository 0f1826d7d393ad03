"""What being a month behind costs, and what it takes to get level."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from plan_under_way import MADE, kr, plan_case, rate, with_arrears

from budgetdesk.dates import Month
from budgetdesk.household.case import ArrearsRow
from budgetdesk.household.words import ArrearsKind
from budgetdesk.planning.month_behind import month_behind
from budgetdesk.readers.rates import load_rates
from budgetdesk.wording import month_behind as words

RATES = load_rates()
CASE = plan_case()


@pytest.mark.parametrize(("day", "fee", "year"), [(MADE, 335, 4020), (date(2023, 5, 1), 314, 3768)])
def test_a_paakrav_every_month_costs_its_fee_twelve_times_a_year(day: date, fee: int, year: int) -> None:
    found = month_behind(CASE, RATES, on=day)

    assert found is not None
    assert (found.fee.value, found.fees_a_year) == (fee, year)


def test_other_bills_cost_at_most_three_reminders_and_one_collection() -> None:
    found = month_behind(CASE, RATES, on=MADE)

    assert found is not None
    assert found.most_for_a_bill == 3 * 100 + 100


def test_the_ways_to_being_level_pay_all_of_it_and_no_oere_too_little() -> None:
    found = month_behind(CASE, RATES, on=MADE)

    assert found is not None
    assert [(way.months, way.per_month) for way in found.ways] == [
        (1, kr(7935)),
        (3, kr(2645)),
        (6, kr("1322.50")),
        (12, kr("661.25")),
    ]


def test_a_sum_that_cannot_be_shared_out_evenly_is_told_by_its_largest_part() -> None:
    found = month_behind(with_arrears(CASE, rows=(replace(CASE.arrears.rows[0], amount=kr(1000)),)), RATES, on=MADE)

    assert found is not None
    assert found.ways[1].per_month == kr("333.34")


def test_what_was_paid_is_taken_off() -> None:
    found = month_behind(plan_case(rate(1, MADE)), RATES, on=MADE)

    assert found is not None
    assert found.owed == 5935


def test_nothing_is_said_where_no_rent_is_missing_or_the_fee_is_not_known() -> None:
    fee_only = (ArrearsRow(id="r1", month=Month(2026, 11), kind=ArrearsKind.FEE, amount=kr(335)),)

    assert month_behind(with_arrears(CASE, rows=fee_only), RATES, on=MADE) is None
    assert month_behind(with_arrears(CASE, rows=()), RATES, on=MADE) is None
    assert month_behind(CASE, RATES, on=date(2031, 1, 1)) is None


def test_a_fee_that_is_not_confirmed_is_called_vejledende() -> None:
    """The fee of 2024 stands in a source without a year."""
    sure, unsure = month_behind(CASE, RATES, on=MADE), month_behind(CASE, RATES, on=date(2024, 6, 1))

    assert sure is not None
    assert unsure is not None
    assert "vejledende" in words.cost(unsure)
    assert "vejledende" not in words.cost(sure)
    assert "335\u00a0kr. om måneden og 4.020\u00a0kr. om året" in words.cost(sure)


def test_the_months_are_counted_once_each() -> None:
    two = (
        *CASE.arrears.rows,
        ArrearsRow(id="r2", month=Month(2026, 10), amount=kr(100)),
        replace(CASE.arrears.rows[0], id="r3"),
    )
    found = month_behind(with_arrears(CASE, rows=two), RATES, on=MADE)

    assert found is not None
    assert found.months == 2
