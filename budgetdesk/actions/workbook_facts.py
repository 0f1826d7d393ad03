"""The facts of a case by the keys that an Excel file of the budget names them by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from budgetdesk.actions.workbook_changes import Facts
from budgetdesk.budget.chart import Chart
from budgetdesk.budget.expense_rows import BOLIGSTOETTE, RENT, expense_rows, need_of
from budgetdesk.budget.income_rows import income_rows, paid_out
from budgetdesk.household.case import Case, Expense, Income
from budgetdesk.household.debt import Debt
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.household.words import Tax

_OF_HOME = ("tenancy.rent_per_month", "tenancy.boligstoette.amount")


@dataclass(frozen=True, kw_only=True)
class Fact:
    """One row of the budget as the case has it now."""

    key: str
    code: str
    title: str
    facts: Facts
    locked: bool = False
    """The tenant has locked whether it is needed."""


def of_one(key: str) -> str:
    """What a key is about, without the field that holds the amount: an income that is told after tax instead of before
    is the same income."""
    return key.partition("]")[0]


def facts_of(case: Case, chart: Chart, on: date) -> Mapping[str, Fact]:
    """Every row that an Excel file may hold, by `of_one` of its key."""
    titles = titles_of(case, chart, on)
    found = [*_home(case), *map(_income, case.income), *(_expense(e, chart) for e in case.expenses)]
    found += [_debt(debt, chart) for debt in case.debts if debt.instalment is not None]
    return {of_one(one.key): _titled(one, titles, chart) for one in found}


def titles_of(case: Case, chart: Chart, on: date) -> Mapping[str, str]:
    """What the rows are called in the program, by `of_one` of their keys."""
    rows = [*expense_rows(case, chart, on=on), *income_rows(case, chart, on=on)]
    return {of_one(row.path): row.title for row in rows}


def title_of(code: str, name: str, chart: Chart) -> str:
    """What a row is called that the case has not: its own name, else the chart's."""
    line, income = chart.lines.get(code), chart.incomes.get(code)
    if line is not None:
        return name or line.title
    return name or (income.title if income is not None else code)


def _titled(one: Fact, titles: Mapping[str, str], chart: Chart) -> Fact:
    title = titles.get(of_one(one.key)) or title_of(one.code, one.facts.name, chart)
    return Fact(key=one.key, code=one.code, title=title, facts=one.facts, locked=one.locked)


def _home(case: Case) -> Iterable[Fact]:
    tenancy = case.tenancy
    amounts = (tenancy.rent_per_month, tenancy.boligstoette.amount)
    for key, code, amount in zip(_OF_HOME, (RENT, BOLIGSTOETTE), amounts, strict=True):
        if amount is not None or code == RENT:
            yield Fact(key=key, code=code, title="", facts=Facts(amount=amount, rhythm=Rhythm.MONTHLY))


def _income(income: Income) -> Fact:
    field = "paid_out" if income.tax is Tax.GROSS else "amount"
    facts = Facts(amount=paid_out(income), rhythm=income.rhythm, evidence=income.evidence)
    return Fact(key=f"income[{income.id}].{field}", code=income.kind, title="", facts=facts)


def _expense(expense: Expense, chart: Chart) -> Fact:
    line = chart.lines.get(expense.line)
    facts = Facts(
        name=expense.label,
        amount=expense.amount,
        rhythm=expense.rhythm,
        need=need_of(expense, line) if line is not None else expense.need,
        evidence=expense.evidence,
    )
    locked = expense.locked and expense.tenant_says is not None
    return Fact(key=f"expenses[{expense.id}].amount", code=expense.line, title="", facts=facts, locked=locked)


def _debt(debt: Debt, chart: Chart) -> Fact:
    facts = Facts(name=debt.creditor, amount=debt.instalment, rhythm=debt.rhythm)
    return Fact(key=f"debts[{debt.id}].instalment", code=chart.debt_line(debt.kind).code, title="", facts=facts)
