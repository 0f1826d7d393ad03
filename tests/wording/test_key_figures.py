"""The three key figures add up as they are shown."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from budgetdesk.budget.month import month_of
from budgetdesk.formats import amount
from budgetdesk.household.case import Case, Expense, Income
from budgetdesk.money import to_krone
from budgetdesk.readers.case_file import sample_case
from budgetdesk.readers.chart import load_chart
from budgetdesk.wording.key_figures import expenses_are_known, left_over

TODAY = date(2026, 11, 20)
CHART = load_chart()
OERE = st.integers(0, 3_000_000).map(lambda oere: Decimal(oere).scaleb(-2))


@given(OERE, OERE)
def test_in_less_out_is_luft_as_shown_and_at_most_a_krone_from_the_exact(income, food):
    case = Case(income=(Income(id="i1", amount=income),), expenses=(Expense(id="e1", line="704", amount=food),))
    month = month_of(case, CHART, on=TODAY)

    assert left_over(month) == to_krone(month.income_per_month) - to_krone(month.expenses_per_month)
    assert abs(left_over(month) - month.luft) <= 1


def test_the_sample_shows_1221_everywhere_though_its_luft_is_1221_52():
    month = month_of(sample_case(today=TODAY), CHART, on=TODAY)

    assert month.luft == Decimal("1221.52")
    assert amount(left_over(month)) == "1.221"


def test_what_nobody_has_written_is_not_0_kroner():
    nothing = month_of(Case(), CHART, on=TODAY)
    free = month_of(Case(expenses=(Expense(id="e1", line="704", amount=Decimal(0)),)), CHART, on=TODAY)

    assert not expenses_are_known(nothing)
    assert expenses_are_known(free)
