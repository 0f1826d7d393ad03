"""Everything that is counted of many cases, ready to be shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from budgetdesk.statistics.categories import Categories
from budgetdesk.statistics.outcome import Kept
from budgetdesk.statistics.series import Series
from budgetdesk.statistics.tables import Selection, Table


@dataclass(frozen=True, kw_only=True)
class Statistics:
    """Everything that is shown about many cases. Small numbers are hidden already."""

    selection: Selection
    tables: dict[str, Table]
    kept_after_start: Kept
    kept_after_end: Kept
    categories: Categories
    plans: Table
    """How plans ended; counts plans, not cases."""
    on: date
    """The day it was counted; what has not happened yet is not shown."""
    series: dict[str, Series]
