"""One-off money that goes to the arrears: only where the policy lets it, and against brute force."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random

import pytest
from planning_household import CHART, POLICY, TODAY, arrears, household, kr

from budgetdesk.dates import Month
from budgetdesk.household.case import BankAccount, Case, Expense, Income, Tenancy
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.household.words import Status
from budgetdesk.planning import finder
from budgetdesk.planning.due_days import calendar, due_day, months_after
from budgetdesk.planning.liquidity import balances, flow
from budgetdesk.planning.one_off import STEP
from budgetdesk.planning.plan import PlanOption
from budgetdesk.planning.policy import Policy

LETS = replace(POLICY, one_off_payments=True)


def with_holiday_money(amount: int = 5000, day: date = date(2027, 3, 5), **more) -> Case:
    once = Income(id="i8", kind="feriepenge", amount=kr(amount), rhythm=Rhythm.ONCE, pays_on=f"date:{day}", **more)
    case = household(wage="13500", balance="4000", owed="9000")
    return replace(case, income=(*case.income, once))


def extra_plan(case: Case, policy=LETS) -> PlanOption | None:
    test = finder.test_plan(case, CHART, policy, on=TODAY)
    return next((option for option in test.alternatives if option.name == "with_one_off"), None)


def test_the_money_goes_to_the_arrears_on_the_bank_day_after_it_comes():
    option = extra_plan(with_holiday_money())

    assert option is not None
    assert option.one_off is not None
    assert option.one_off.due == date(2027, 3, 8)  # Friday 5 March, so Monday
    assert option.one_off_title == "Feriepenge"
    assert sum(i.amount for i in option.instalments) == kr(9000)
    assert option.one_off in option.instalments


def test_the_other_instalments_are_smaller_than_without():
    test = finder.test_plan(with_holiday_money(), CHART, LETS, on=TODAY)
    options = {option.name: option for option in test.alternatives}
    extra = options["with_one_off"]
    usual = max(i.amount for i in extra.instalments if i != extra.one_off)

    assert usual < max(i.amount for i in options["shortest"].instalments)


def test_where_the_policy_does_not_let_it_there_is_no_such_plan_and_the_others_stay_as_they_were():
    case = with_holiday_money()
    off, on = (finder.test_plan(case, CHART, policy, on=TODAY).alternatives for policy in (POLICY, LETS))

    assert [option.name for option in off] == ["shortest", "gentlest"]
    assert on[:2] == off


def test_no_more_of_it_is_paid_than_the_policy_says():
    option = extra_plan(with_holiday_money(), replace(LETS, most_one_off=kr(1200)))

    assert option is not None
    assert option.one_off is not None
    assert option.one_off.amount <= kr(1200)


@pytest.mark.parametrize("status", [Status.APPLIED, Status.HOPED])
def test_money_that_is_not_granted_is_never_promised(status):
    assert extra_plan(with_holiday_money(status=status)) is None


def test_a_plan_that_waits_for_one_benefit_promises_no_other_money_in_process():
    waits = Income(id="i9", kind="boernebidrag", amount=kr(3000), status=Status.APPLIED)
    holiday = with_holiday_money(status=Status.APPLIED).income[-1]
    case = household(wage="11000", owed="9000", balance="6000")
    case = replace(case, income=(*case.income, holiday, waits))
    test = finder.test_plan(case, CHART, LETS, on=TODAY)

    assert test.verdict == "holds_if"
    assert extra_plan(case) is None


def test_money_that_comes_after_the_last_due_day_is_too_late():
    assert extra_plan(with_holiday_money(day=date(2027, 12, 20))) is None


# brute force


def small(random: Random) -> tuple[Case, Policy]:
    """Rent, a wage a little above it, a sum on a day; whole hundreds."""
    rent = random.randint(15, 30) * 100
    once = Income(
        id="i2",
        kind="feriepenge",
        amount=kr(random.randint(3, 30) * 100),
        rhythm=Rhythm.ONCE,
        pays_on=f"date:{TODAY + timedelta(days=random.randint(5, 100))}",
    )
    case = Case(
        tenancy=Tenancy(rent_per_month=kr(rent)),
        income=(Income(id="i1", amount=kr(rent + random.randint(1, 9) * 100)), once),
        expenses=(Expense(id="e1", line="106", amount=kr(100), pays_on="day:10"),),
        arrears=arrears(str(random.randint(5, 40) * 100)),
        bank=(BankAccount(id="b1", balance=kr(random.randint(2, 9) * 100), on=TODAY),),
    )
    bare = replace(LETS, adult_per_week=kr(0), max_months=4, least_share=kr(0), most_of_luft=kr(0))
    return case, replace(bare, start_within_months=0, least_instalment=kr(50))


def by_force(case: Case, policy) -> tuple[int, Decimal] | None:
    """Fewest equal instalments beside the extra payment, and the largest extra payment, tried day by day. (A policy
    with no more than equal instalments, so that every plan can be tried.)"""
    dues, _ = calendar(policy, TODAY, months_after(case))
    receipt = date.fromisoformat(case.income[1].pays_on[5:])
    horizon = date(2028, 1, 1)
    base = flow(case, CHART, policy, start=TODAY, end=horizon)
    days = balances(base)
    came = next(move.day for move in base.moves if move.title == "Feriepenge")
    assert came <= receipt
    extra = came + timedelta(1)
    while extra.weekday() > 4 or (extra.month, extra.day) in {(12, 24), (12, 25), (12, 31), (1, 1)} or extra in EASTER:
        extra += timedelta(1)
    if extra > dues[-1]:
        return None
    total, money = int(case.arrears.total * 100), int((case.income[1].amount or 0) * 100)
    for count in range(len(dues) + 1):
        last = max([extra, *dues[:count]])
        end = due_day(policy, Month.of(last).plus(1)) - timedelta(1)
        for amount in sorted({min(money, total), *range(STEP, min(money, total), STEP)}, reverse=True):
            rest = total - amount
            if (count == 0) != (rest == 0) or (count > 1 and rest // count < 5000):
                continue
            shares = [rest // count] * (count - 1) + [rest - rest // count * (count - 1)] if count else []
            paid = dict(zip(dues[:count], shares, strict=True))
            paid[extra] = paid.get(extra, 0) + amount
            so_far, holds = 0, True
            for number in range((end - TODAY).days + 1):
                so_far += paid.get(TODAY + timedelta(number), 0)
                holds = holds and days[number] - so_far >= 0
            if holds:
                return count, Decimal(amount).scaleb(-2)
    return None


EASTER = {date(2027, 3, 25), date(2027, 3, 26), date(2027, 3, 29)}


def test_brute_force_finds_the_same_number_of_instalments_and_the_same_extra_payment():
    several = 0
    for number in range(120):
        case, policy = small(Random(number))  # noqa: S311 - households, not secrets
        option = extra_plan(case, policy)
        forced = by_force(case, policy)
        if option is None:
            holds = finder.test_plan(case, CHART, policy, on=TODAY).alternatives
            assert forced is None or not holds
            continue
        assert option.one_off is not None
        others = len([i for i in option.instalments if i.due != option.one_off.due])
        together = next(i.amount for i in option.instalments if i.due == option.one_off.due)
        if together == option.one_off.amount:
            assert (others, option.one_off.amount) == forced
            several += 1
    assert several > 30
