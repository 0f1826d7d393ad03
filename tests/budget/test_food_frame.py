"""The shopping of a week: the rows of the budget, nothing added, and days that never cost more than the week."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from budgetdesk.budget.food import food_frame
from budgetdesk.budget.month import MonthBudget, month_of
from budgetdesk.household.case import Case, Expense, Income
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.readers.chart import load_chart

CHART = load_chart()
SHOP, EATEN = ("701", "702", "705", "709"), ("701", "705", "709")


def month(*weekly: tuple[str, str]) -> MonthBudget:
    rows = (
        Expense(id=f"e{n}", line=line, amount=Decimal(amount), rhythm=Rhythm.WEEKLY)
        for n, (line, amount) in enumerate(weekly)
    )
    pay = Income(id="i1", kind="loen", amount=Decimal(6000))
    return month_of(Case(income=(pay,), expenses=tuple(rows)), CHART, on=date(2026, 11, 20))


def test_the_week_is_the_sum_of_its_rows() -> None:
    found = food_frame(month(("701", "720"), ("702", "55"), ("705", "45"), ("709", "10"), ("708", "500")), SHOP, EATEN)

    assert found is not None
    assert [str(one.per_week) for one in found.rows] == ["720.00", "55.00", "45.00", "-10.00"]
    assert (found.per_week, found.food_per_week, found.per_day) == (Decimal(810), Decimal(755), Decimal(107))
    assert not found.too_much


def test_shopping_above_what_there_is_to_live_on_is_told() -> None:
    found = food_frame(month(("701", "1400")), SHOP, EATEN)

    assert found is not None
    assert found.for_living < 1400
    assert found.too_much


def test_without_such_rows_there_is_no_frame() -> None:
    assert food_frame(month(("701", "720")), ("999",), ()) is None
    assert food_frame(month(), SHOP, EATEN) is None


@given(st.integers(1, 900_000))
def test_seven_days_never_cost_more_than_the_week(oere: int) -> None:
    found = food_frame(month(("701", str(Decimal(oere).scaleb(-2)))), SHOP, EATEN)

    assert found is not None
    assert 0 <= found.food_per_week - 7 * found.per_day < 7
