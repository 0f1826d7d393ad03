"""The month: what comes in, what goes out, what is left. Pure; amounts are kr/month in whole øre.

    rådighedsbeløb = income - fixed costs (lines of type `fixed`, instalments of debts among them), before food
    luft           = rådighedsbeløb - reserves - everyday costs: what is left after everything
    til at leve for = rådighedsbeløb - reserves: what the everyday may cost, shown per week (12/52)

Only granted money that lands in the household's own accounts counts. Every total is the exact sum of the rows that
count, so that a printed column adds up.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from budgetdesk.budget.chart import Chart, LineType
from budgetdesk.budget.expense_rows import BUFFER, buffer_within, expense_rows, set_aside
from budgetdesk.budget.income_rows import income_rows
from budgetdesk.budget.lens_lines import LensLine
from budgetdesk.budget.month_row import MonthRow
from budgetdesk.household.case import Case
from budgetdesk.money import ZERO, to_oere

__all__ = ["Lens", "LensLine", "MonthBudget", "MonthRow", "group_totals", "month_of"]

WEEKS_A_MONTH = Decimal(52) / Decimal(12)


@dataclass(frozen=True, kw_only=True)
class Lens:
    """How somebody else counts: Gældsstyrelsen, gældssanering ... Shown for comparison; never decides."""

    key: str
    title: str
    amount_per_month: Decimal | None
    text: str
    source: str
    vejledende: bool = True
    lines: tuple[LensLine, ...] = ()
    """What they count, line by line; what they add themselves comes last."""
    differences: tuple[str, ...] = ()
    """Where their count is another than the tenant's, in sentences."""


@dataclass(frozen=True, kw_only=True)
class MonthBudget:
    """The month in figures, kr/month."""

    income: tuple[MonthRow, ...]
    expenses: tuple[MonthRow, ...]
    income_per_month: Decimal
    fixed_per_month: Decimal
    expenses_per_month: Decimal
    raadighedsbeloeb: Decimal
    """Income less fixed costs, before food."""
    luft: Decimal
    """What is left after everything, reserves and instalments included."""
    for_living_per_week: Decimal
    """What the everyday may cost in a week when fixed costs and reserves are paid, kr/week."""
    lenses: tuple[Lens, ...] = ()


def month_of(case: Case, chart: Chart, *, on: date) -> MonthBudget:
    """The ordinary month of a household as it is on a day. Amounts not known yet count 0 and say so in their note."""
    income = income_rows(case, chart, on=on)
    rows = expense_rows(case, chart, on=on)
    income_per_month = _sum(income)
    expenses = _with_buffer(rows, income_per_month)
    fixed = _sum(expenses, LineType.FIXED)
    spent = _sum(expenses)
    before_food = income_per_month - fixed
    for_living = before_food - _sum(expenses, LineType.RESERVE)
    return MonthBudget(
        income=income,
        expenses=(*expenses, set_aside(expenses, chart)),
        income_per_month=income_per_month,
        fixed_per_month=fixed,
        expenses_per_month=spent,
        raadighedsbeloeb=before_food,
        luft=income_per_month - spent,
        for_living_per_week=to_oere(for_living / WEEKS_A_MONTH),
    )


def group_totals(budget: MonthBudget) -> dict[str, Decimal]:
    """What each group of expenses costs in an ordinary month, kr/month, in the order of the chart."""
    totals: dict[str, Decimal] = {}
    for row in budget.expenses:
        if row.counts:
            totals[row.group] = totals.get(row.group, ZERO) + row.per_month
    return totals


def _with_buffer(rows: tuple[MonthRow, ...], income: Decimal) -> tuple[MonthRow, ...]:
    """The buffer counts only as far as there is air when everything else is paid."""
    air = income - _sum(tuple(row for row in rows if row.code != BUFFER))
    fitted: list[MonthRow] = []
    for row in rows:
        if row.code == BUFFER and row.counts:
            fitted.append(buffer_within(row, air))
            air -= fitted[-1].per_month
        else:
            fitted.append(row)
    return tuple(fitted)


def _sum(rows: tuple[MonthRow, ...], kind: LineType | None = None) -> Decimal:
    return sum((row.per_month for row in rows if row.counts and kind in (None, row.type)), ZERO)
