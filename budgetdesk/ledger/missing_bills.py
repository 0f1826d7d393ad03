"""The yearly and quarterly bills that a month of statements cannot show: asked about one by one, and made reserves.

A bill is not asked about when the budget or the statements know its line. A bill that only some have (a car) comes
last with “Hvis ...” where nothing tells that they have one. The bills are data: `resources/missing_bills.toml`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from budgetdesk.budget.chart import Chart, ChartLine, LineType, Owner
from budgetdesk.household.case import Case, Expense
from budgetdesk.household.paths import next_id
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.household.words import Evidence, Heating, Role
from budgetdesk.i18n import N_, _
from budgetdesk.ledger.regular import Regular
from budgetdesk.ledger.spending import Spending
from budgetdesk.money import ZERO

NOT_OURS = N_("Den regning har vi ikke.")


class When(StrEnum):
    """Who has the bill."""

    ALWAYS = "always"
    CAR = "car"
    CHILDREN = "children"
    WORK = "work"
    PETS = "pets"
    SEPARATE_HEATING = "separate_heating"


IF_SO = {
    When.CAR: N_("Hvis I har bil"),
    When.WORK: N_("Hvis I er forsikret mod ledighed"),
    When.PETS: N_("Hvis I har et dyr"),
    When.SEPARATE_HEATING: N_("Hvis I selv betaler vand"),
}
"""Said before a question when nothing tells whether they have it. Children are known from the case, so never asked."""

SIGNS = {
    When.CAR: frozenset({"204", "603", "604", "605", "608", "609"}),
    When.PETS: frozenset({"810"}),
    When.WORK: frozenset({"205", "206", "loen", "dagpenge"}),
}
"""Lines and kinds of income that show that the household has it."""


@dataclass(frozen=True, kw_only=True)
class Bill:
    """One bill that comes seldom."""

    line: str
    rhythm: Rhythm
    months: tuple[int, ...]
    when: When
    question: str
    where: str


@dataclass(frozen=True, kw_only=True)
class BillQuestion:
    """One bill to ask about."""

    bill: Bill
    title: str
    """Of the line in the chart."""
    only_if: str = ""
    """`Hvis I har bil`; "" when they have it."""

    @property
    def text(self) -> str:
        return f"{self.only_if}: {self.bill.question}" if self.only_if else self.bill.question


def missing_bills(
    case: Case, spending: Spending, chart: Chart, bills: Iterable[Bill], regular: Iterable[Regular] = ()
) -> tuple[BillQuestion, ...]:
    """The bills nobody has told about, those they surely have first. `regular` are payments found in the statements:
    a line paid every month or quarter is known; one purchase on a line of reserve (shoes) does not tell a year."""
    told = {expense.line for expense in case.expenses}
    told |= {payment.line for payment in regular if not payment.stopped}
    seen = {row.line for row in spending.transactions if not row.pending} | told | _incomes(case)
    told |= {code for code in seen if code in chart.lines and chart.lines[code].type is not LineType.RESERVE}
    asked = []
    for bill in bills:
        line = chart.lines[bill.line]
        has = _has(bill.when, case, seen)
        if bill.line in told or line.owner is not Owner.BUDGET or (bill.when is When.CHILDREN and not has):
            continue
        asked.append(BillQuestion(bill=bill, title=line.title, only_if="" if has else _(IF_SO[bill.when])))
    return tuple(sorted(asked, key=lambda question: bool(question.only_if)))


def set_aside_for(
    case: Case, bill: Bill, chart: Chart, amount: Decimal, *, rhythm: Rhythm | None = None, months: Iterable[int] = ()
) -> Case:
    """The case with the bill as an expense, kr each time it comes; the month then sets its share aside.

    `rhythm` and `months` (1-12) as the tenant says; else as the bill usually comes. 0 kr means: we have no such bill.
    """
    how_often = rhythm or bill.rhythm
    usual = bill.months if how_often is bill.rhythm else ()
    expense = Expense(
        id=next_id(case.expenses, "e"),
        line=bill.line,
        amount=amount,
        rhythm=how_often,
        pays_on=_pays_on(tuple(months) or usual, how_often, chart.lines[bill.line]),
        evidence=Evidence.SAID,
        note="" if amount else NOT_OURS,
    )
    return replace(case, expenses=(*case.expenses, expense))


def no_such_bill(case: Case, bill: Bill, chart: Chart) -> Case:
    """The case that knows that the household does not have the bill: it is not asked about again."""
    return set_aside_for(case, bill, chart, ZERO)


def _pays_on(months: tuple[int, ...], rhythm: Rhythm, line: ChartLine) -> str:
    if months and len(months) == rhythm.times_a_year < 12:
        return "day:1 of " + ",".join(map(str, sorted(months)))
    return line.pays_on if rhythm is line.rhythm else ""


def _has(when: When, case: Case, seen: set[str]) -> bool:
    if when is When.CHILDREN:
        return any(person.role is Role.CHILD and person.lives_at_home for person in case.persons)
    if when is When.SEPARATE_HEATING:
        return case.tenancy.heating is Heating.SEPARATE
    return when is When.ALWAYS or bool(SIGNS[when] & seen)


def _incomes(case: Case) -> set[str]:
    return {income.kind for income in case.income}
