"""What a row of the budget is to the accounts: does it count here, is it everyday money, on which days does it fall."""

from __future__ import annotations

from budgetdesk.budget.chart import ChartLine, LineType, Owner
from budgetdesk.budget.expense_rows import BUFFER
from budgetdesk.errors import BadInputError
from budgetdesk.household.case import Expense
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.planning.paydays import Kind, PaysOn, parse


def rule_of(text: str, default: str) -> PaysOn | None:
    """The day rule of a row, else the default of its line; None where neither can be read."""
    for candidate in (text, default):
        try:
            if candidate:
                return parse(candidate)
        except BadInputError:
            continue
    return None


def counts_here(line: ChartLine | None) -> bool:
    """Whether a row of expense counts as typed: lines owned by the tenancy, the debts or the plan count there.
    The buffer (902) is 0 until there is luft: the policy's cushion stands for it."""
    return line is None or (line.owner is Owner.BUDGET and line.code != BUFFER)


def is_everyday(row: Expense, line: ChartLine | None) -> bool:
    """Everyday money: spread over the days. A single event never is, nor what leaves on a day of its own."""
    return is_for_living(row, line) and not has_own_day(row)


def is_for_living(row: Expense, line: ChartLine | None) -> bool:
    """Whether a row is part of what there is to live on, on a day of its own or not."""
    return line is not None and line.type is LineType.VARIABLE and row.rhythm is not Rhythm.ONCE


def has_own_day(row: Expense) -> bool:
    """Whether a row of everyday money leaves the account on days that are known."""
    rule = rule_of(row.pays_on, "")
    return rule is not None and rule.kind is not Kind.WEEKDAY
