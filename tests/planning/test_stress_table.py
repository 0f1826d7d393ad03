"""The table of things that go wrong: each row checked by making it happen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from planning_household import CHART, POLICY, TODAY, household, kr

from budgetdesk.dates import Month, bank_day_on_or_after
from budgetdesk.household.case import BoligstoetteNow, Case, Income, Tenancy
from budgetdesk.household.words import Status
from budgetdesk.planning import finder
from budgetdesk.planning.expected import Expected
from budgetdesk.planning.liquidity import Adjustments, curve
from budgetdesk.planning.plan import DayBalance, PlanTest, StressRow


def tight() -> Case:
    support = BoligstoetteNow(amount=kr(800))
    return replace(
        household(wage="13500", balance="4000"), tenancy=Tenancy(rent_per_month=kr(7600), boligstoette=support)
    )


def answer(case: Case, **more) -> PlanTest:
    return finder.test_plan(case, CHART, POLICY, on=TODAY, **more)


def row(test: PlanTest, kind: str, size: int | None = None) -> StressRow:
    return next(one for one in test.stress if one.kind == kind and (size is None or one.size == size))


def made_so(case: Case, test: PlanTest, **changes) -> tuple[DayBalance, ...]:
    return curve(
        case,
        CHART,
        start=TODAY,
        end=test.curve[-1].day,
        instalments=test.instalments,
        policy=POLICY,
        adjustments=Adjustments(**changes),
    )


def agrees(one: StressRow, days: tuple[DayBalance, ...]) -> bool:
    below = next((day for day in days if day.balance < 0), None)
    if below is None:
        return one.holds and one.breaks_on is None and one.missing == 0
    return not one.holds and one.breaks_on == below.day and one.missing == -below.balance


def test_every_row_is_what_happens_when_it_is_made_so():
    case = tight()
    test = answer(case)

    assert agrees(row(test, "rent_rises_percent"), made_so(case, test, rent_percent=5))
    assert agrees(row(test, "boligstoette_falls"), made_so(case, test, boligstoette_less=kr(500)))
    assert agrees(row(test, "wage_late"), made_so(case, test, wage_late=1))
    assert agrees(row(test, "benefit_late"), made_so(case, test, late_path="income[i2]", late_days=42))


def test_the_bill_comes_on_the_first_bank_day_of_the_month_with_the_lowest_day():
    case = tight()
    test = answer(case)
    first = bank_day_on_or_after(max(Month.of(test.lowest.day).first, TODAY + timedelta(1)))

    for bill in (1500, 3000):
        assert agrees(row(test, "bill", bill), made_so(case, test, bill=kr(bill), bill_on=first))


def test_a_bill_of_the_limit_holds_and_one_krone_more_does_not():
    case = tight()
    test = answer(case)
    limit = row(test, "bill", 1500).limit
    first = bank_day_on_or_after(max(Month.of(test.lowest.day).first, TODAY + timedelta(1)))

    assert all(day.balance >= 0 for day in made_so(case, test, bill=limit, bill_on=first))
    assert any(day.balance < 0 for day in made_so(case, test, bill=limit + 1, bill_on=first))


def test_less_boligstoette_than_500_falls_by_all_of_it():
    case = replace(
        household(balance="20000"),
        tenancy=Tenancy(rent_per_month=kr(7600), boligstoette=BoligstoetteNow(amount=kr(120))),
    )

    assert row(answer(case), "boligstoette_falls").size == kr(120)


def test_who_has_no_wage_is_asked_about_the_benefit_they_live_on():
    case = household(balance="9000", owed="2000")
    pension = Income(id="i1", person="p1", kind="folkepension", amount=kr(15300))
    test = answer(replace(case, income=(pension, case.income[1])))

    assert row(test, "wage_late").title == "Folkepension"


def test_a_late_answer_is_only_asked_about_where_the_plan_waits_for_one():
    waits = Income(id="i9", kind="boernebidrag", amount=kr(3000), status=Status.APPLIED)
    case = household(wage="11000", owed="9000", balance="6000")
    waiting = answer(replace(case, income=(*case.income, waits)))

    assert waiting.verdict == "holds_if"
    assert row(waiting, "decision_late").size == 6
    assert not [one for one in answer(household(balance="20000")).stress if one.kind == "decision_late"]


def test_an_answer_six_weeks_later_is_the_same_plan_on_money_that_comes_six_weeks_later():
    """Six weeks after 20 November is 1 January, twelve are 12 February: paid on 4 January, or on 1 March."""
    case = household(wage="11000", owed="9000", balance="6000")
    support = Income(id="x", kind="andet", amount=kr(3000), pays_on="first_bank_day", status=Status.APPLIED)
    test = answer(case, expected=(Expected("Boligstøtte", kr(3000)),))
    granted = replace(support, status=Status.GRANTED, start=date(2027, 3, 1))
    late = replace(case, income=(*case.income, granted))

    assert test.verdict == "holds_if"
    assert agrees(row(test, "decision_late"), made_so(late, test))


def test_a_plan_that_breaks_already_has_no_table():
    assert answer(household(wage="9000")).stress == ()


def test_what_holds_says_nothing_is_missing():
    test = answer(household(balance="90000"))

    assert all(one.holds and one.missing == Decimal(0) for one in test.stress)
