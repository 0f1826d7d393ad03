"""The three key figures of a month, in, out and luft, in whole kroner: the same in the window and on paper."""

from __future__ import annotations

from decimal import Decimal

from budgetdesk.budget.month import MonthBudget
from budgetdesk.money import to_krone

UNKNOWN = "–"
"""For a figure that nobody has written: nothing is not the same as 0 kr."""


def income_is_known(month: MonthBudget) -> bool:
    """Whether any income is written, be it 0 kr. Without one there is no luft to speak of either."""
    return any(row.amount is not None for row in month.income)


def expenses_are_known(month: MonthBudget) -> bool:
    """Whether any expense that counts is written, be it 0 kr."""
    return any(row.amount is not None and row.counts for row in month.expenses)


def left_over(month: MonthBudget) -> Decimal:
    """Luft in whole kroner: in less out, each rounded first (50 øre away from zero).

    Whoever checks the figures that are shown with a calculator gets what stands there; it is at most 1 kr from the
    exact amount.
    """
    return to_krone(month.income_per_month) - to_krone(month.expenses_per_month)
