"""What would break the plan, checked by making it happen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from planning_household import CHART, POLICY, TODAY, household, kr

from budgetdesk.household.agreement import Agreement, Instalment
from budgetdesk.household.case import BoligstoetteNow, Case, Expense, Income
from budgetdesk.planning import finder
from budgetdesk.planning.liquidity import Adjustments, Flow, curve
from budgetdesk.planning.moves import Move, MoveKind
from budgetdesk.planning.plan import BreakPoint
from budgetdesk.planning.stress import break_points

PLAN = tuple(
    Instalment(due=d, amount=kr(a))
    for d, a in ((date(2026, 12, 1), 900), (date(2027, 1, 4), 2000), (date(2027, 2, 1), 2000), (date(2027, 3, 1), 3035))
)


def case_with_support() -> Case:
    case = replace(household(wage="14500"), agreement=Agreement(instalments=PLAN))
    return replace(case, tenancy=replace(case.tenancy, boligstoette=BoligstoetteNow(amount=kr(600))))


def points(case: Case) -> dict[str, BreakPoint]:
    return {p.kind: p for p in finder.test_plan(case, CHART, POLICY, on=TODAY).breaks_when}


def lowest(case: Case, **changes):
    end = date(2027, 3, 31)
    adjustments = Adjustments(**changes)
    days = curve(case, CHART, start=TODAY, end=end, instalments=PLAN, policy=POLICY, adjustments=adjustments)
    return min(d.balance for d in days)


def first_below(case: Case, **changes):
    adjustments = Adjustments(**changes)
    days = curve(
        case, CHART, start=TODAY, end=date(2027, 3, 31), instalments=PLAN, policy=POLICY, adjustments=adjustments
    )
    return next(d.day for d in days if d.balance < 0)


def test_the_rent_may_rise_to_the_limit_and_not_one_per_cent_more():
    case = case_with_support()
    point = points(case)["rent_rises_percent"]
    limit = int(point.limit)

    assert lowest(case, rent_percent=limit) >= 0
    assert lowest(case, rent_percent=limit + 1) < 0
    assert point.breaks_on == first_below(case, rent_percent=limit + 1)


def test_boligstoette_may_fall_to_the_limit_and_not_one_krone_more():
    case = case_with_support()
    tenancy = replace(case.tenancy, boligstoette=BoligstoetteNow(amount=kr(3000)))
    case = replace(case, tenancy=tenancy, income=(replace(case.income[0], amount=kr(12900)), case.income[1]))
    limit = points(case)["boligstoette_falls"].limit

    assert limit is not None
    assert lowest(case, boligstoette_less=limit) >= 0
    assert lowest(case, boligstoette_less=limit + 1) < 0


def test_the_largest_bill_is_what_stands_there_on_the_worst_day():
    case = case_with_support()
    point = points(case)["unexpected_bill"]

    assert lowest(case, bill=point.limit, bill_on=TODAY + timedelta(days=1)) >= 0
    assert lowest(case, bill=point.limit + 1, bill_on=point.breaks_on) < 0


def test_a_wage_one_bank_day_late_is_answered_with_the_day_it_breaks():
    case = case_with_support()
    point = points(case)["wage_late"]

    assert point.holds == (lowest(case, wage_late=1) >= 0)
    assert point.breaks_on == first_below(case, wage_late=int(point.limit) + 1)


def test_child_benefit_six_weeks_late_is_tested():
    case = case_with_support()
    point = points(case)["benefit_late"]

    assert point.holds == (lowest(case, late_path="income[i2]", late_days=42) >= 0)


def test_what_nothing_tested_breaks_has_no_limit():
    case = replace(household(balance="90000"), agreement=Agreement(instalments=PLAN))
    found = points(case)

    assert found["rent_rises_percent"].limit is None
    assert found["wage_late"].limit is None
    assert found["benefit_late"].holds


def test_nobody_without_boligstoette_is_told_that_it_may_fall():
    assert "boligstoette_falls" not in points(replace(household(), agreement=Agreement(instalments=PLAN)))


def test_a_plan_that_breaks_already_has_no_break_points():
    case = replace(household(), income=(Income(id="i1", amount=kr(100)),), expenses=(Expense(id="e1", line="106"),))

    assert points(case) == {}


def test_nothing_to_spare_stands_no_rise_and_a_benefit_may_be_late_by_whole_weeks():
    """100 kr.; rent 100 kr. on day 5; a benefit of 50 kr. on day 10 and a bill of 50 kr. on day 47."""
    start = date(2026, 11, 20)
    moves = (
        Move(start + timedelta(days=5), -10000, "Husleje", MoveKind.RENT),
        Move(start + timedelta(days=10), 5000, "Ydelse", MoveKind.BENEFIT, "income[i1]"),
        Move(start + timedelta(days=47), -5000, "Regning", MoveKind.BILL),
    )
    found = {p.kind: p for p in break_points(Flow(start, start + timedelta(days=60), 10000, moves))}

    assert found["rent_rises_percent"].limit == 0
    assert not found["rent_rises_percent"].holds
    assert found["benefit_late"].limit == 35
    assert found["benefit_late"].breaks_on == start + timedelta(days=47)
