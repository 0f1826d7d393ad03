"""Where an expense stands on the page: a row that exists, or the first row of a line that is still empty.

Typing in an empty line makes the expense; emptying it again takes it away. So a line that nearly everybody has can
stand there from the start without being a fact of the case.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from budgetdesk.budget.chart import ChartLine
from budgetdesk.budget.expense_rows import need_of
from budgetdesk.casework.record import Record
from budgetdesk.household import paths
from budgetdesk.household.case import Expense
from budgetdesk.ledger import by_hand

_LIST = "case.expenses"


@dataclass(frozen=True)
class Spot:
    """`id` of one expense, or "" for the first expense of the line, if there is one yet."""

    line: ChartLine
    id: str = ""

    def path(self, name: str = "") -> str:
        """What the field of a fact here is called; an empty line is called by its code."""
        whole = f"{_LIST}[{self.id or self.line.code}]"
        return f"{whole}.{name}" if name else whole

    def find(self, record: Record) -> Expense | None:
        """The expense, or None while the line is empty."""
        if self.id:
            return next((e for e in record.case.expenses if e.id == self.id), None)
        return next((e for e in record.case.expenses if e.line == self.line.code), None)

    def get(self, name: str) -> Callable[[Record], Any]:
        """Reads a fact. Raises KeyError once the row is gone."""
        return lambda record: getattr(self._here(record), name)

    def put(self, name: str) -> Callable[[Record, Any], Record]:
        """Writes a fact, and makes the expense where the line was empty. Raises KeyError once the row is gone."""
        return lambda record, value: self._kept(record, replace(self._here(record), **{name: value}))

    def need(self, record: Record) -> Any:
        """Need or nice as it counts: what is locked, what is agreed, or the chart's word."""
        return need_of(self._here(record), self.line)

    def put_need(self, record: Record, need: Any) -> Record:
        """Say need or nice. Where the tenant has locked the line, it is the tenant who says so."""
        here = self._here(record)
        if here.locked:
            record = self._said_here(record)
        return self._kept(record, replace(here, need=need, tenant_says=need if here.locked else here.tenant_says))

    def put_locked(self, record: Record, locked: Any) -> Record:
        """The tenant locks the line as it counts now, or lets go of it."""
        here = self._here(record)
        says = here.tenant_says or need_of(here, self.line)
        record = self._said_here(record)
        return self._kept(record, replace(here, locked=locked, tenant_says=says if locked else here.tenant_says))

    def another(self, record: Record) -> tuple[Record, str]:
        """One more row of the same line, and its id."""
        new = replace(self._blank(record), pays_on="")
        return paths.add(record, _LIST, new), new.id

    def without(self, record: Record) -> Record:
        """The record without this row."""
        here = self.find(record)
        return record if here is None else paths.remove(record, f"{_LIST}[{here.id}]")

    def _said_here(self, record: Record) -> Record:
        """The tenant's last word is the one on this row, not what was said about a month before."""
        return replace(record, spending=by_hand.forget(record.spending, self.line.code))

    def _here(self, record: Record) -> Expense:
        found = self.find(record)
        if found is None and self.id:
            raise KeyError(self.id)
        return found or self._blank(record)

    def _blank(self, record: Record) -> Expense:
        return Expense(id=paths.next_id(record.case.expenses, "e"), line=self.line.code, rhythm=self.line.rhythm)

    def _kept(self, record: Record, changed: Expense) -> Record:
        found = self.find(record)
        if found is not None and not self.id and changed == replace(self._blank(record), id=changed.id):
            return self.without(record)
        if found is not None:
            return paths.put(record, f"{_LIST}[{found.id}]", changed)
        return record if changed == self._blank(record) else paths.add(record, _LIST, changed)
