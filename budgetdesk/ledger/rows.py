"""The bank rows of a case, and how to find some of them again without walking through all.

A case may hold ten years of rows, and a page asks for one month of them many times. So what is looked up is worked
out once for each tuple of rows, when it is first asked for; a thread that has made many rows asks for it at once
(`look_up`), so that the window never has to.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from budgetdesk.dates import Month

if TYPE_CHECKING:
    from budgetdesk.ledger.spending import Transaction


class Rows(tuple["Transaction", ...]):
    """A tuple of bank rows like any other, that remembers where they are."""

    @cached_property
    def by_id(self) -> Mapping[str, Transaction]:
        """Each row by its id."""
        return {row.id: row for row in self}

    @cached_property
    def by_month(self) -> Mapping[Month, tuple[Transaction, ...]]:
        """The rows of each month, in the order in which they stand; the oldest month first."""
        months: dict[Month, list[Transaction]] = {}
        of_day: dict[date, list[Transaction]] = {}
        for row in self:
            here = of_day.get(row.date)
            if here is None:
                here = of_day[row.date] = months.setdefault(Month.of(row.date), [])
            here.append(row)
        return {month: tuple(months[month]) for month in sorted(months)}

    @cached_property
    def batches_of(self) -> Mapping[Month, frozenset[str]]:
        """The ids of the batches that each month's rows came with."""
        return {month: frozenset({row.batch for row in rows}) for month, rows in self.by_month.items()}

    @cached_property
    def unsorted(self) -> tuple[Transaction, ...]:
        """The booked rows that have no line yet."""
        return tuple([row for row in self if not row.line and not row.pending])

    def look_up(self) -> None:
        """Work everything out now, in this thread."""
        _ = self.by_id, self.batches_of, self.unsorted
