"""The program's own data, read once: the chart of lines, the figures of the law, policy, rules, letter texts."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from budgetdesk.benefits.rates import Rates
from budgetdesk.budget.chart import Chart


@dataclass(frozen=True, kw_only=True)
class Library:
    """What every page may look things up in. Never changed while the program runs."""

    chart: Chart = field(default_factory=lambda: Chart({}, {}, {}))
    rates: Rates = field(default_factory=dict)


@cache
def load_library() -> Library:
    """Read everything under `resources/`. Raises RatesFileError and other BudgetDeskError leaves that name the file."""
    return Library()
