"""Laws of nature for every plan and every curve, on households nobody would think of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from laws import examples
from planning_household import CHART, POLICY, TODAY, household, kr

from budgetdesk.dates import bank_day_on_or_before, is_bank_day
from budgetdesk.household.case import Case, Expense, Income
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.household.words import Status
from budgetdesk.planning import finder
from budgetdesk.planning.liquidity import Adjustments, adjust, balances, changed, curve, flow, pay
from budgetdesk.planning.plan import DayBalance, PlanVerdict
from budgetdesk.planning.policy import least_per_week

END = TODAY + timedelta(days=150)
AMOUNT = st.integers(0, 2_500_000).map(lambda oere: Decimal(oere).scaleb(-2))
DAY = st.dates(TODAY + timedelta(days=3), END)
"""From Monday 23 November: what comes on the Saturday before has come on Friday, today, and is in today's balance."""
RHYTHM = st.sampled_from([Rhythm.MONTHLY, Rhythm.BIWEEKLY, Rhythm.QUARTERLY])
ONE_OFF = replace(POLICY, one_off_payments=True)


@st.composite
def households(draw: st.DrawFn) -> Case:
    """The household of the tests with another wage, balance and debt, a dated sum, and money in process."""
    case = household(
        owed=str(draw(st.integers(1, 30_000))),
        balance=str(draw(st.integers(0, 15_000))),
        wage=str(draw(st.integers(10_500, 17_000))),
    )
    once = Income(id="i8", kind="feriepenge", amount=draw(AMOUNT), rhythm=Rhythm.ONCE, pays_on=f"date:{draw(DAY)}")
    waits = Income(
        id="i9", kind="boernebidrag", amount=draw(AMOUNT), status=draw(st.sampled_from([Status.APPLIED, Status.HOPED]))
    )
    return replace(case, income=(*case.income, *((once,) if draw(st.booleans()) else ()), waits))


@settings(max_examples=examples(20))
@given(case=households())
def test_instalments_add_up_to_the_arrears_to_the_oere_and_fall_on_bank_days(case: Case) -> None:
    test = finder.test_plan(case, CHART, ONE_OFF, on=TODAY)

    for plan in (test.instalments, *(option.instalments for option in test.alternatives)):
        assert sum(i.amount for i in plan) == case.arrears.total
        assert all(is_bank_day(i.due) and i.due > TODAY and i.amount > 0 for i in plan)
        assert [i.due for i in plan] == sorted({i.due for i in plan})


@settings(max_examples=examples(20))
@given(case=households())
def test_no_plan_that_holds_has_a_day_below_zero_or_rests_on_money_that_is_not_granted(case: Case) -> None:
    test = finder.test_plan(case, CHART, ONE_OFF, on=TODAY)
    granted = replace(case, income=tuple(row for row in case.income if row.status is Status.GRANTED))
    assume(test.verdict in (PlanVerdict.HOLDS, PlanVerdict.TIGHT))

    for option in test.alternatives:
        last = max(option.instalments, key=lambda i: i.due).due
        days = curve(
            granted, CHART, start=TODAY, end=last + timedelta(27), instalments=option.instalments, policy=ONE_OFF
        )
        assert all(day.balance >= 0 for day in days)


@settings(max_examples=15)
@given(case=households(), food=st.integers(0, 2000))
def test_no_week_of_a_plan_that_holds_is_below_the_floor(case: Case, food: int) -> None:
    rows = tuple(replace(row, amount=kr(food)) if row.line == "701" else row for row in case.expenses)
    case = replace(case, expenses=rows)
    test = finder.test_plan(case, CHART, POLICY, on=TODAY)
    assume(test.verdict in (PlanVerdict.HOLDS, PlanVerdict.TIGHT))
    floor = least_per_week(POLICY, case, TODAY)

    weeks = [test.curve[n + 1 : n + 8] for n in range(0, len(test.curve) - 7, 7)]
    spent = [-sum((a for day in week for title, a in day.moves if title == "Hverdag"), Decimal(0)) for week in weeks]
    # Rounded up per day as a whole, and booked on the next bank day: over all weeks together, never less.
    assert all(sum(spent[:n], Decimal(0)) >= floor * n - floor for n in range(1, len(spent) + 1))
    assert sum(spent, Decimal(0)) >= floor * len(spent) - floor * 4 / 7


@settings(max_examples=examples(20))
@given(case=households(), late=st.integers(1, 40), on=DAY, amount=AMOUNT)
def test_postponing_a_dated_receipt_raises_no_days_balance(case: Case, late: int, on: date, amount: Decimal) -> None:
    def days(day: date) -> list[int]:
        once = Income(id="x", kind="overskydende_skat", amount=amount, rhythm=Rhythm.ONCE, pays_on=f"date:{day}")
        more = replace(case, income=(*case.income, once))
        return balances(flow(more, CHART, POLICY, start=TODAY, end=END))

    assert all(after <= before for before, after in zip(days(on), days(on + timedelta(late)), strict=True))
    came = balances(flow(case, CHART, POLICY, start=TODAY, end=END))[-1] + int(amount * 100)
    assert days(on)[-1] == came


@settings(max_examples=examples(20))
@given(case=households(), late=st.integers(1, 40), on=DAY, amount=AMOUNT)
def test_postponing_a_dated_payment_lowers_no_days_balance(case: Case, late: int, on: date, amount: Decimal) -> None:
    def days(day: date) -> list[int]:
        bill = Expense(id="x", line="106", amount=amount, rhythm=Rhythm.ONCE, pays_on=f"date:{day}")
        more = replace(case, expenses=(*case.expenses, bill))
        return balances(flow(more, CHART, POLICY, start=TODAY, end=END))

    assert all(after >= before for before, after in zip(days(on), days(on + timedelta(late)), strict=True))
    left = balances(flow(case, CHART, POLICY, start=TODAY, end=END))[-1] - int(amount * 100)
    assert on > END - timedelta(7) or days(on)[-1] == left


@settings(max_examples=15)
@given(case=households(), cut=st.integers(1, 149))
def test_the_end_of_one_day_is_the_start_of_the_next(case: Case, cut: int) -> None:
    days = curve(case, CHART, start=TODAY, end=END, instalments=(), policy=POLICY)

    assert days[0] == DayBalance(TODAY, case.bank[0].balance or Decimal(0))
    for before, after in pairwise(days):
        assert after.day == before.day + timedelta(1)
        assert after.balance == before.balance + sum((a for _, a in after.moves), Decimal(0))


CHANGES = st.builds(
    Adjustments,
    rent_percent=st.integers(0, 25),
    boligstoette_less=AMOUNT,
    bill=AMOUNT,
    bill_on=DAY,
    wage_late=st.integers(0, 5),
    late_path=st.sampled_from(["", "income[i2]"]),
    late_days=st.integers(0, 42),
    more_per_month=AMOUNT,
)


@settings(max_examples=60)
@given(case=households(), change=CHANGES)
def test_what_a_change_does_is_the_same_counted_anew_and_counted_from_what_was(case: Case, change: Adjustments) -> None:
    base = flow(case, CHART, POLICY, start=TODAY, end=END)

    assert changed(base, balances(base), change) == balances(adjust(base, change))


@settings(max_examples=15)
@given(case=households(), more=st.integers(1, 5000))
def test_a_plan_counted_along_while_one_types_is_the_plan_counted_anew(case: Case, more: int) -> None:
    before = finder.test_plan(case, CHART, POLICY, on=TODAY)
    assume(before.instalments)
    bank = tuple(replace(account, balance=(account.balance or Decimal(0)) + more) for account in case.bank)
    typed = replace(case, bank=bank)
    along = finder.along(before, typed, CHART, POLICY, on=TODAY)
    base = flow(typed, CHART, POLICY, start=TODAY, end=along.outlook[-1].day)

    assume(before.verdict is not PlanVerdict.HOLDS_IF)
    assert [int(day.balance * 100) for day in along.outlook] == balances(pay(base, before.instalments))
    assert along.lowest is not None
    assert along.lowest.balance == min(day.balance for day in along.curve)


def test_two_years_are_looked_at_and_every_day_of_the_plan_is_among_them() -> None:
    test = finder.test_plan(household(), CHART, POLICY, on=TODAY)

    assert test.outlook[-1].day == date(2028, 11, 20)
    assert test.curve == test.outlook[: len(test.curve)]
    assert bank_day_on_or_before(test.instalments[-1].due) < test.curve[-1].day
