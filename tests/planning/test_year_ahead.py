"""The year month by month: the same money as the day curve, the seldom ones named, and what may be used freely."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from planning_household import CHART, POLICY, TODAY, household, kr

from budgetdesk.dates import Month
from budgetdesk.household.case import BankAccount, BoligstoetteNow, Case, Expense, Income, Tenancy
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.household.words import PaidTo
from budgetdesk.planning.budget_account import HORIZON
from budgetdesk.planning.liquidity import Flow, balances, flow
from budgetdesk.planning.year import YearAhead, put_by, year_of

BARE = replace(POLICY, adult_per_week=kr(0), further_adult_per_week=kr(0), child_per_week=kr(0))


def ahead(case: Case) -> tuple[Flow, YearAhead]:
    found = flow(case, CHART, BARE, start=TODAY, end=TODAY + HORIZON)
    year = year_of(case, found)
    assert year is not None
    return found, year


def wage(amount: Decimal, **more: object) -> Income:
    return Income(id="i1", kind="loen", amount=amount, **more)  # type: ignore[arg-type]


def test_every_month_has_what_the_day_curve_moves_in_it() -> None:
    case = household()
    found, year = ahead(case)
    days = balances(found)

    assert [one.month for one in year.months] == [Month(2026, 12).plus(n) for n in range(12)]
    for one in year.months:
        before, after = days[found.index(one.month.first) - 1], days[found.index(one.month.last)]
        assert after - before == one.left


def test_a_quarterly_bill_and_the_money_for_the_children_are_named_in_their_months_alone() -> None:
    case = Case(
        income=(
            wage(kr(15000)),
            Income(id="i2", kind="boernetilskud", amount=kr(5000), rhythm=Rhythm.QUARTERLY),
        ),
        expenses=(Expense(id="e1", line="105", amount=kr(900), rhythm=Rhythm.QUARTERLY),),
    )
    _, year = ahead(case)
    named = {one.month.number: [(s.title, s.oere) for s in one.special] for one in year.months if one.special}

    assert named == {number: [("Børnetilskud", 500000), ("Vand", -90000)] for number in (1, 4, 7, 10)}


def test_a_payment_that_a_holiday_moves_into_the_month_before_is_told_in_both() -> None:
    case = Case(income=(wage(kr(15000), pays_on="day:1"),))
    _, year = ahead(case)
    told = {one.month: [(s.times, s.seldom) for s in one.special] for one in year.months if one.special}

    assert told[Month(2026, 12)] == [(2, False)], "1 January is a holiday: the money comes on 30 December"
    assert told[Month(2027, 1)] in ([(0, False)], [(1, False)])


def test_boligstoette_is_money_in_the_hand_only_where_the_tenant_receives_it() -> None:
    def year(to: PaidTo) -> YearAhead:
        support = BoligstoetteNow(amount=kr(1000), paid_to=to)
        return ahead(Case(tenancy=Tenancy(rent_per_month=kr(7000), boligstoette=support)))[1]

    assert (year(PaidTo.TENANT).months[3].came_in, year(PaidTo.TENANT).months[3].went_out) == (100000, 700000)
    assert (year(PaidTo.LANDLORD).months[3].came_in, year(PaidTo.LANDLORD).months[3].went_out) == (0, 600000)


def test_what_is_laid_aside_for_a_row_is_counted_from_now_on() -> None:
    case = Case(
        income=(wage(kr(15000)),), expenses=(Expense(id="e1", line="813", amount=kr(1200), rhythm=Rhythm.YEARLY),)
    )
    found, _ = ahead(case)

    assert put_by(found, ["expenses[e1]"], date(2026, 12, 31)) == 10000
    assert put_by(found, ["expenses[e1]"], date(2027, 2, 28)) == 30000


OERE = st.integers(0, 2_000_000).map(lambda whole: Decimal(whole).scaleb(-2))


@settings(max_examples=20, deadline=None)
@given(pay=OERE, rent=OERE, children=OERE, bill=OERE, balance=st.integers(-500_000, 3_000_000))
def test_the_free_money_is_the_most_with_which_no_day_and_not_the_year_goes_below_zero(
    pay: Decimal, rent: Decimal, children: Decimal, bill: Decimal, balance: int
) -> None:
    case = Case(
        income=(wage(pay), Income(id="i2", kind="boernetilskud", amount=children, rhythm=Rhythm.QUARTERLY)),
        expenses=(
            Expense(id="e1", line="106", amount=rent),
            Expense(id="e2", line="105", amount=bill, rhythm=Rhythm.QUARTERLY),
        ),
        bank=(BankAccount(id="b1", balance=Decimal(balance).scaleb(-2)),),
    )
    found = flow(case, CHART, BARE, start=TODAY, end=TODAY + HORIZON)
    year = year_of(case, found)
    if year is None:
        return
    days = balances(found)

    def holds(free: int) -> bool:
        used = 0
        for at in range(found.index(year.months[-1].month.last) + 1):
            day = found.start + timedelta(days=at)
            used += free if day in {one.month.last for one in year.months} else 0
            if days[at] - used < 0:
                return False
        return 12 * free <= year.left

    free = year.free_per_month
    assert free % 100 == 0
    assert sum(one.to_lay_aside for one in year.months) == year.left - 12 * free
    if free:
        assert holds(free)
        assert year.lowest >= 0
    assert not holds(free + 100)


def test_a_year_in_which_nothing_moves_is_no_year() -> None:
    case = Case()

    assert year_of(case, flow(case, CHART, BARE, start=TODAY, end=TODAY + HORIZON)) is None


def test_a_flow_that_is_too_short_is_refused() -> None:
    case = household()
    with pytest.raises(ValueError, match="twelfth"):
        year_of(case, flow(case, CHART, BARE, start=TODAY, end=TODAY + timedelta(days=300)))
