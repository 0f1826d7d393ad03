"""Bills that one month cannot show."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ledger_rows import spending_of, statement

from budgetdesk.budget.chart import Owner
from budgetdesk.budget.month import month_of
from budgetdesk.household.case import Case, Expense, Person
from budgetdesk.household.pays_on import is_pays_on
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.household.words import Role
from budgetdesk.ledger.missing_bills import missing_bills, no_such_bill, set_aside_for
from budgetdesk.ledger.sorting import sort_spending
from budgetdesk.readers.chart import load_chart
from budgetdesk.readers.missing_bills import load_missing_bills
from budgetdesk.readers.rules import load_rules

CHART, BILLS, RULES = load_chart(), load_missing_bills(), load_rules()
CHILD = Person(id="p2", role=Role.CHILD, born=date(2018, 1, 1))


def asked(case: Case, *rows) -> dict[str, str]:
    spending = sort_spending(spending_of(statement(*rows)) if rows else spending_of(), RULES)
    return {question.bill.line: question.only_if for question in missing_bills(case, spending, CHART, BILLS)}


def test_an_empty_case_is_asked_about_everything_but_children_and_what_only_some_have_comes_last():
    questions = asked(Case())

    assert questions["201"] == ""
    assert questions["609"] == "Hvis I har bil"
    assert "802" not in questions
    assert list(map(bool, questions.values())) == sorted(map(bool, questions.values()))


def test_a_tank_of_petrol_tells_that_there_is_a_car():
    assert asked(Case(), (3, "Circle K", "-400"))["609"] == ""


def test_children_bring_the_bills_of_children():
    assert {"802", "813", "305", "306"} <= asked(Case(persons=(CHILD,))).keys()


def test_what_the_budget_or_a_monthly_bill_knows_is_not_asked_about():
    case = Case(expenses=(Expense(id="e1", line="201", amount=Decimal(300)),))
    questions = asked(case, (3, "3F A-kasse", "-500"), (4, "Norlys Energi", "-400"))

    assert not {"201", "205", "106"} & questions.keys()


def test_one_pair_of_shoes_does_not_tell_a_year_of_clothes():
    assert "801" in asked(Case(), (3, "Zalando", "-400"))


@given(st.sampled_from(BILLS), st.integers(1, 900_000).map(lambda oere: Decimal(oere).scaleb(-2)))
def test_an_answer_becomes_a_reserve_of_the_month_and_is_not_asked_again(bill, amount):
    case = set_aside_for(Case(), bill, CHART, amount)
    (expense,) = case.expenses

    assert bill.line not in asked(case)
    assert expense.pays_on == "" or is_pays_on(expense.pays_on)
    rows = [row for row in month_of(case, CHART, on=date(2026, 11, 20)).expenses if row.code == bill.line]
    assert sum(row.per_month for row in rows if row.counts) == expense_per_month(expense)


def expense_per_month(expense: Expense) -> Decimal:
    from_a_year = expense.amount * expense.rhythm.times_a_year / 12
    return from_a_year.quantize(Decimal("0.01"), "ROUND_HALF_UP")


def test_a_bill_they_do_not_have_is_not_asked_again_and_costs_nothing():
    bill = BILLS[0]
    case = no_such_bill(Case(), bill, CHART)

    assert bill.line not in asked(case)
    assert month_of(case, CHART, on=date(2026, 11, 20)).expenses_per_month == 0


@pytest.mark.parametrize(("rhythm", "months", "said"), [(Rhythm.YEARLY, [5], "day:1 of 5"), (Rhythm.MONTHLY, [], "")])
def test_the_tenants_own_rhythm_counts(rhythm, months, said):
    bill = next(bill for bill in BILLS if bill.line == "201")

    (expense,) = set_aside_for(Case(), bill, CHART, Decimal(1200), rhythm=rhythm, months=months).expenses

    assert (expense.rhythm, expense.pays_on) == (rhythm, said)


def test_every_bill_is_a_line_of_the_budget_and_its_days_can_be_spelled():
    for bill in BILLS:
        assert CHART.lines[bill.line].owner is Owner.BUDGET
        assert not bill.months or len(bill.months) == bill.rhythm.times_a_year
        assert bill.question.endswith("?")
