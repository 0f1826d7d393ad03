"""What must be known before a plan can be trusted: missing facts, and what has been taken for granted meanwhile.

A fact whose absence can only make the plan look better than it is (an unknown rent, an unknown balance) becomes a
condition of the verdict. An unknown income only makes it look worse: it is missing, and no condition.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from budgetdesk.budget.chart import Chart, LineType
from budgetdesk.budget.income_rows import paid_out
from budgetdesk.formats import day as day_text
from budgetdesk.household.case import BankAccount, Case, Expense
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.household.words import Status
from budgetdesk.i18n import _
from budgetdesk.planning.moves import belongs_to_another, counts_here, is_everyday, rule_of
from budgetdesk.planning.paydays import knows_its_days
from budgetdesk.planning.policy import Policy


@dataclass(frozen=True)
class Unknown:
    """A missing fact: its path, and the condition it puts on the verdict ("" = none)."""

    path: str
    condition: str = ""


def unknowns(case: Case, chart: Chart, policy: Policy, *, on: date) -> tuple[Unknown, ...]:
    """Every missing fact that could change the verdict, the most important first."""
    return (*_arrears(case), *_rent(case), *_bank(case, policy, on), *_income(case, chart), *_expenses(case, chart))


def _arrears(case: Case) -> Iterator[Unknown]:
    if not case.arrears.rows:
        yield Unknown("arrears.rows", _("Restancen er ikke oplyst endnu."))
    for row in case.arrears.rows:
        if row.amount is None:
            yield Unknown(f"arrears.rows[{row.id}].amount", _("Et beløb i restancen mangler og er regnet som 0 kr."))


def _rent(case: Case) -> Iterator[Unknown]:
    if case.tenancy.rent_per_month is None:
        yield Unknown("tenancy.rent_per_month", _("Huslejen er ikke oplyst og er regnet som 0 kr."))


def _bank(case: Case, policy: Policy, on: date) -> Iterator[Unknown]:
    if not case.bank:
        yield Unknown("bank", _("Saldoen i dag er ikke oplyst og er regnet som 0 kr."))
    for account in case.bank:
        name = account.name or "kontoen"
        if account.balance is None:
            yield Unknown(
                f"bank[{account.id}].balance",
                _("Saldoen på {name} er ikke oplyst og er regnet som 0 kr.").format(name=name),
            )
        elif account.on is not None and _is_old(account, policy, on):
            told = _("Saldoen på {name} er fra {day_text}. Se den igen.").format(
                name=name, day_text=day_text(account.on)
            )
            yield Unknown(f"bank[{account.id}].on", told)


def _is_old(account: BankAccount, policy: Policy, on: date) -> bool:
    return account.on is not None and on - account.on > timedelta(days=policy.balance_days)


def _income(case: Case, chart: Chart) -> Iterator[Unknown]:
    if not case.income:
        yield Unknown("income")
    for row in case.income:
        if row.status is not Status.GRANTED or row.kind == "ingen" or belongs_to_another(row, case):
            continue
        if paid_out(row) is None:
            yield Unknown(f"income[{row.id}].{'paid_out' if row.amount is not None else 'amount'}")
        line = chart.incomes.get(row.kind)
        if rule_of(row.pays_on, line.pays_on if line else "") is None and row.start is None:
            yield Unknown(f"income[{row.id}].pays_on")


def _expenses(case: Case, chart: Chart) -> Iterator[Unknown]:
    for row in case.expenses:
        line = chart.lines.get(row.line)
        if not counts_here(line):
            continue
        title = row.label or (line.title if line else row.line)
        if row.amount is None:
            yield Unknown(
                f"expenses[{row.id}].amount",
                _("Beløbet for {title} mangler og er regnet som 0 kr.").format(title=title),
            )
        elif not is_everyday(row, line) and not _has_days(row, chart):
            yield Unknown(f"expenses[{row.id}].pays_on")


def _has_days(row: Expense, chart: Chart) -> bool:
    """Reserves are set aside monthly, so that only bills need days."""
    line = chart.lines.get(row.line)
    if line and line.type is LineType.RESERVE and not row.pays_on and row.rhythm is not Rhythm.ONCE:
        return True
    rule = rule_of(row.pays_on, line.pays_on if line else "")
    return rule is not None and knows_its_days(rule, row.rhythm, row.start)
