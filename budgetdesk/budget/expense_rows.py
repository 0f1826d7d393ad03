"""The expense side of the month, kr/month. Each fact is counted once, from where it is owned:

* rent and boligstøtte from the tenancy (lines 101 and 102),
* instalments from the debts; what is already taken from the pay is shown and not counted,
* the repayment plan (910) from the agreement, and only once the landlord has said yes,
* everything else from the rows of the budget.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from budgetdesk.budget.chart import Chart, ChartLine, LineType, Owner
from budgetdesk.budget.income_rows import TO_LANDLORD, outside, paid_out
from budgetdesk.budget.month_row import MonthRow
from budgetdesk.household.case import Case, Expense, Income
from budgetdesk.household.debt import Debt
from budgetdesk.household.rhythm import Rhythm, per_month
from budgetdesk.household.words import Need, PaidTo, Status
from budgetdesk.i18n import _
from budgetdesk.money import ZERO

RENT, BOLIGSTOETTE, PLAN, SET_ASIDE, BUFFER = "101", "102", "910", "901", "902"


def expense_rows(case: Case, chart: Chart, *, on: date) -> tuple[MonthRow, ...]:
    """Every row of expense in the order of the chart, counted or not; the buffer and what to set aside not yet."""
    rows = [
        *_tenancy(case, chart),
        *(_to_landlord(income, chart, on) for income in case.income if income.paid_to == TO_LANDLORD),
        *(_typed(expense, chart, on) for expense in case.expenses),
        *(_instalment(debt, chart) for debt in case.debts if debt.instalment is not None),
        *_plan(case, chart, on),
    ]
    order = {code: number for number, code in enumerate(chart.lines)}
    return tuple(sorted(rows, key=lambda row: order.get(row.code, len(order))))


def need_of(expense: Expense, line: ChartLine) -> Need:
    """What the tenant has locked stands; then what is agreed; then the chart's default."""
    if expense.locked and expense.tenant_says is not None:
        return expense.tenant_says
    return expense.need or line.need


def _tenancy(case: Case, chart: Chart) -> list[MonthRow]:
    tenancy = case.tenancy
    rows = [_owned("tenancy.rent_per_month", chart.lines[RENT], tenancy.rent_per_month, Rhythm.MONTHLY)]
    support = tenancy.boligstoette
    if support.amount is not None and support.paid_to is PaidTo.LANDLORD:
        rows.append(_owned("tenancy.boligstoette.amount", chart.lines[BOLIGSTOETTE], support.amount, Rhythm.MONTHLY))
    return rows


def _to_landlord(income: Income, chart: Chart, on: date) -> MonthRow:
    """Help paid straight to the landlord lowers the rent, if it is granted and running."""
    row = _owned(f"income[{income.id}].amount", chart.lines[BOLIGSTOETTE], paid_out(income), income.rhythm)
    why_not = outside(income.start, income.end, on)
    if income.status is not Status.GRANTED:
        why_not = _("Tæller først, når pengene er bevilget.")
    return replace(
        row,
        title=_("{title}, betales til udlejer").format(title=chart.incomes[income.kind].title),
        counts=row.counts and not why_not,
        note=why_not or row.note,
        evidence=income.evidence,
    )


def _typed(expense: Expense, chart: Chart, on: date) -> MonthRow:
    line = chart.lines.get(expense.line) or _unknown(expense.line, chart)
    row = _owned(f"expenses[{expense.id}].amount", line, expense.amount, expense.rhythm)
    why_not = outside(expense.start, expense.end, on)
    if expense.rhythm is Rhythm.ONCE:
        why_not = _("Kommer kun én gang og tæller ikke i en almindelig måned.")
    if line.owner is not Owner.BUDGET:
        why_not = _("Tælles et andet sted, så den tæller ikke med her.")
    return replace(
        row,
        title=expense.label or line.title,
        need=need_of(expense, line),
        evidence=expense.evidence,
        locked=expense.locked,
        counts=row.counts and not why_not,
        note=why_not or row.note or expense.note,
    )


def _unknown(code: str, chart: Chart) -> ChartLine:
    """A line that the chart no longer has still counts: nothing typed is lost."""
    return ChartLine(
        code=code,
        title=_("Linje {code} (findes ikke længere)").format(code=code),
        group=list(chart.groups)[-1],
        type=LineType.VARIABLE,
        need=Need.ASK,
        rhythm=Rhythm.MONTHLY,
    )


def _instalment(debt: Debt, chart: Chart) -> MonthRow:
    line = chart.debt_line(debt.kind)
    row = _owned(f"debts[{debt.id}].instalment", line, debt.instalment, debt.rhythm)
    return replace(
        row,
        title=f"{line.title}: {debt.creditor}" if debt.creditor and debt.creditor not in line.title else line.title,
        counts=row.counts and not debt.deducted_from_income,
        note=_("Er allerede trukket, før pengene bliver udbetalt.") if debt.deducted_from_income else debt.note,
    )


def _plan(case: Case, chart: Chart, on: date) -> list[MonthRow]:
    agreement = case.agreement
    coming = sorted((i for i in agreement.instalments if i.due >= on), key=lambda i: i.due) if agreement else []
    if not coming:
        return []
    row = _owned("agreement.instalments", chart.lines[PLAN], coming[0].amount, Rhythm.MONTHLY)
    if case.arrears.landlord_accepted is not None:
        return [row]
    return [replace(row, counts=False, note=_("Forslag, gælder først når udlejer har sagt ja."))]


def _owned(path: str, line: ChartLine, amount: Decimal | None, rhythm: Rhythm) -> MonthRow:
    each_month = per_month(amount, rhythm) if amount is not None else ZERO
    return MonthRow(
        path=path,
        code=line.code,
        title=line.title,
        group=line.group,
        type=line.type,
        amount=amount,
        rhythm=rhythm,
        per_month=-each_month if line.minus else each_month,
        need=line.need,
        counts=amount is not None,
        note="" if amount is not None else _("Beløbet mangler."),
    )


def set_aside(rows: tuple[MonthRow, ...], chart: Chart) -> MonthRow:
    """Line 901: what to put by each month for the bills that do not come every month. Shown; they count themselves."""
    total = sum((row.per_month for row in rows if row.counts and row.type is LineType.RESERVE), ZERO)
    row = _owned("expenses", chart.lines[SET_ASIDE], total, Rhythm.MONTHLY)
    return replace(row, counts=False, note=_("Er allerede regnet med i linjerne ovenfor."))


def buffer_within(row: MonthRow, air: Decimal) -> MonthRow:
    """Line 902 as far as there is air for it: the buffer is 0 until there is luft."""
    allowed = max(ZERO, min(row.per_month, air))
    if allowed == row.per_month:
        return row
    return replace(row, per_month=allowed, note=_("Tæller først, når der er luft til den."))
