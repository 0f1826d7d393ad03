"""The plan finder against brute force: every possible plan of small random households, tried day by day.

The oracle knows nothing of capacities or hulls. It takes the household's moves, pays every division of the debt on
every choice of due days, and looks at every day. `make plan-campaign` tries 2,000 households; the suite a few.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import product
from random import Random

import pytest
from planning_household import CHART, POLICY, arrears

from budgetdesk.budget.month import month_of
from budgetdesk.household.case import BankAccount, Case, Expense, Income, Person, Tenancy
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.household.words import Role, Status
from budgetdesk.planning import finder
from budgetdesk.planning.due_days import calendar, months_after
from budgetdesk.planning.moves import moves
from budgetdesk.planning.plan import PlanOption, PlanTest
from budgetdesk.planning.policy import Policy

HOUSEHOLDS = int(os.environ.get("BUDGETDESK_PLANS", "150"))
TODAY = date(2026, 11, 20)
HUNDRED = 100_00
"""Amounts are whole hundreds of kroner, so that all plans can be tried (øre)."""


@dataclass(frozen=True)
class Plan:
    """What brute force found: amounts (øre) by due day, and the lowest balance of the run."""

    dues: tuple[date, ...]
    amounts: tuple[int, ...]
    lowest: int


def household(random: Random) -> tuple[Case, Policy]:
    """A tenant with a few rows, all in whole hundreds; a policy of two to four months."""

    def hundreds(low: int, high: int) -> Decimal:
        return Decimal(random.randint(low, high) * 100)

    rent = hundreds(15, 35)
    bills = tuple(
        Expense(id=f"e{n}", line="106", amount=hundreds(1, 6), pays_on=f"day:{random.randint(1, 28)}")
        for n in range(random.randint(0, 3))
    )
    needed = rent + sum((bill.amount or Decimal(0) for bill in bills), Decimal(0))
    first = TODAY + timedelta(days=random.randint(1, 14))
    rhythm = random.choice([Rhythm.MONTHLY, Rhythm.MONTHLY, Rhythm.BIWEEKLY])
    each = needed + hundreds(-2, 7)
    wage = Income(
        id="i1",
        person="p1",
        amount=each if rhythm is Rhythm.MONTHLY else (each / 200).to_integral_value() * 100,
        rhythm=rhythm,
        pays_on=f"weekday:thu from {first}"
        if rhythm is Rhythm.BIWEEKLY
        else random.choice(["last_bank_day", "day:28"]),
    )
    more = Income(
        id="i2",
        kind="feriepenge",
        amount=hundreds(2, 20),
        rhythm=Rhythm.ONCE,
        pays_on=f"date:{TODAY + timedelta(days=random.randint(5, 80))}",
        status=random.choice([Status.GRANTED, Status.APPLIED]),
    )
    months, share = random.randint(2, 4), random.choice([Decimal(0), Decimal("0.5")])
    # All that limits instalments must be whole hundreds too, or the best plan lies between the ones that are tried.
    share = share if months < 4 else Decimal(0)
    owed = (
        hundreds(5, 16) if not share else Decimal(1200) if months == 3 else random.choice([Decimal(400), Decimal(800)])
    )
    whole = wage.rhythm is Rhythm.MONTHLY
    case = Case(
        persons=(Person(id="p1", role=Role.TENANT),),
        tenancy=Tenancy(rent_per_month=rent),
        income=(wage, more)[: random.randint(1, 2)],
        expenses=bills,
        arrears=arrears(str(owed)),
        bank=(BankAccount(id="b1", balance=hundreds(2, 14), on=TODAY),),
    )
    policy = replace(
        POLICY,
        max_months=months,
        adult_per_week=Decimal(0),
        least_instalment=hundreds(1, 2),
        least_share=share,
        most_of_luft=random.choice([Decimal(0), Decimal(1), Decimal(3)] if whole else [Decimal(0), Decimal(100)]),
        start_within_months=random.randint(0, 2),
        pause_months=random.choice([(), (12,), (1, 2)]),
    )
    return case, policy


def day_by_day(case: Case, policy: Policy, end: date) -> list[int]:
    """The balance at the end of every day, added up move by move."""
    balance = int(sum((a.balance or 0 for a in case.bank), Decimal(0)) * 100)
    by_day: dict[date, int] = {}
    for move in moves(case, CHART, policy, TODAY, end):
        by_day[move.day] = by_day.get(move.day, 0) + move.oere
    days, day = [balance], TODAY
    while day < end:
        day += timedelta(days=1)
        balance += by_day.get(day, 0)
        days.append(balance)
    return days


def every_plan(case: Case, policy: Policy, *, strict: bool) -> Iterator[tuple[int, Plan]]:
    """Every plan of the policy with its number of the first due day; `strict` with all the policy's wishes. Equal
    instalments are whole øre, all others whole hundreds."""
    dues, ends = calendar(policy, TODAY, months_after(case))
    days = day_by_day(case, policy, max(ends))
    luft = month_of(replace(case, agreement=None), CHART, on=TODAY).luft
    total, least = int(case.arrears.total * 100), int(policy.least_instalment * 100)
    for late in range(min(policy.start_within_months + 1, len(dues))):
        for count in range(1, len(dues) - late + 1):
            chosen, end = dues[late : late + count], ends[late + count - 1]
            for amounts in divisions(total, count):
                each = total // count
                same = amounts == (*([each] * (count - 1)), total - each * (count - 1))
                if count > 1 and min(amounts) < (each if same and each >= least else least):
                    continue
                if count > 1 and not same and strict:
                    lowest_share = int(total * Fraction(policy.least_share) / count) // 100 * 100
                    most = int(luft * policy.most_of_luft * 100)
                    if min(amounts) < max(least, lowest_share) or max(amounts) > most:
                        continue
                yield late, Plan(chosen, amounts, lowest_day(days, chosen, amounts, end))


def divisions(total: int, count: int) -> Iterator[tuple[int, ...]]:
    """Every division into whole hundreds, and the equal one in whole øre."""
    if count == 1:
        yield (total,)
        return
    each = total // count
    yield (*([each] * (count - 1)), total - each * (count - 1))
    for parts in product(range(0, total + 1, HUNDRED), repeat=count - 1):
        if sum(parts) <= total:
            yield (*parts, total - sum(parts))


def lowest_day(days: list[int], dues: tuple[date, ...], amounts: tuple[int, ...], end: date) -> int:
    paid, lowest = dict(zip(dues, amounts, strict=True)), days[0]
    so_far = 0
    for number, balance in enumerate(days[: (end - TODAY).days + 1]):
        so_far += paid.get(TODAY + timedelta(days=number), 0)
        lowest = min(lowest, balance - so_far)
    return lowest


def by_force(case: Case, policy: Policy) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """How late and how long the shortest is; lowest balance and length of the gentlest; None where none holds."""
    for strict in (True, False):
        holding: dict[int, list[Plan]] = {}
        for late, plan in every_plan(case, policy, strict=strict):
            if plan.lowest >= 0:
                holding.setdefault(late, []).append(plan)
        if holding:
            late = min(holding)
            shortest = min(len(plan.dues) for plan in holding[late])
            gentlest = max(holding[late], key=lambda plan: (plan.lowest, -len(plan.dues)))
            return (late, shortest), (gentlest.lowest, len(gentlest.dues))
    return None


def option(test: PlanTest, name: str) -> PlanOption:
    return next(o for o in test.alternatives if o.name == name)


def found(case: Case, policy: Policy) -> tuple[tuple[int, int], tuple[int, int]] | None:
    granted = replace(case, income=tuple(row for row in case.income if row.status is Status.GRANTED))
    test = finder.test_plan(granted, CHART, policy, on=TODAY)
    if not test.alternatives:
        return None
    short, gentle = option(test, "shortest"), option(test, "gentlest")
    dues, _ = calendar(policy, TODAY, months_after(granted))
    late = dues.index(short.instalments[0].due)
    return (late, len(short.instalments)), (int(gentle.lowest.balance * 100), len(gentle.instalments))


@pytest.mark.parametrize("number", range(HOUSEHOLDS))
def test_the_finder_and_brute_force_find_the_same(number: int) -> None:
    case, policy = household(Random(number))  # noqa: S311 - households, not secrets

    assert found(case, policy) == by_force(case, policy)
