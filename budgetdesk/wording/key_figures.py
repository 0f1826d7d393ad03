"""The three key figures of a month, in, out and luft, in whole kroner: the same in the window and on paper."""

from __future__ import annotations

from decimal import Decimal

from budgetdesk.budget.month import MonthBudget
from budgetdesk.money import to_krone


def left_over(month: MonthBudget) -> Decimal:
    """Luft in whole kroner: in less out, each rounded first (50 øre away from zero).

    Whoever checks the figures that are shown with a calculator gets what stands there; it is at most 1 kr from the
    exact amount.
    """
    return to_krone(month.income_per_month) - to_krone(month.expenses_per_month)
