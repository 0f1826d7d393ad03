"""Kroner and moments the way paper needs them; everything else is `budgetdesk.formats`."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from budgetdesk import formats
from budgetdesk.budget.month import MonthBudget
from budgetdesk.money import to_krone


def whole(amount: Decimal) -> str:
    """`7.600 kr.`: rounded to whole kroner (50 øre away from zero), for pictures and big figures."""
    return formats.kroner(amount, oere=False)


def left_over(month: MonthBudget) -> Decimal:
    """What is left of the month in whole kroner: in less out, each rounded first (50 øre away from zero).

    Whoever checks the page with a calculator gets what stands there; it is at most 1 kr from the exact amount.
    """
    return to_krone(month.income_per_month) - to_krone(month.expenses_per_month)


def moment_text(at: datetime) -> str:
    """`20. november 2026 kl. 14.05`, in the time zone that `at` carries."""
    return f"{formats.day(at.date())} kl.\u00a0{at:%H.%M}"
