"""All that the page Forbrug shows of one month, worked out together: in a thread where there is much, and once."""

from __future__ import annotations

from dataclasses import dataclass

from budgetdesk.actions.library import Library
from budgetdesk.actions.spending import month_summary
from budgetdesk.actions.talk import topics
from budgetdesk.budget.chart import ChartLine
from budgetdesk.casework.record import Record
from budgetdesk.dates import Month
from budgetdesk.ledger.summary import MonthSummary
from budgetdesk.ledger.to_budget import bills_not_seen


@dataclass(frozen=True, kw_only=True)
class MonthView:
    """One month of one record, counted with one library."""

    record: Record
    library: Library
    month: Month
    summary: MonthSummary
    topics: int
    """How many things there are to talk about."""
    bills: tuple[ChartLine, ...]
    """The bills nearly everybody has that neither the month nor the budget knows."""

    def is_of(self, record: Record, month: Month, library: Library) -> bool:
        """Whether it still says what is so: records and libraries are new where anything in them is."""
        return self.record is record and self.library is library and self.month == month


def month_view(record: Record, month: Month, library: Library) -> MonthView:
    """Look at one month."""
    summary = month_summary(record, month, library)
    return MonthView(
        record=record,
        library=library,
        month=month,
        summary=summary,
        topics=len(topics(record, month, library, summary=summary)),
        bills=bills_not_seen(record.case, record.spending, month, library.chart),
    )
