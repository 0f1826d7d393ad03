"""What a budget that comes back from Excel would change in the case: values, made by `actions.workbook_in`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import Any

from budgetdesk.budget.workbook_layout import RowKind
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.household.words import Evidence, Need


class Act(StrEnum):
    """What a change does to the budget."""

    SET = "set"
    ADD = "add"
    REMOVE = "remove"


@dataclass(frozen=True, kw_only=True)
class Facts:
    """The values of a row that may stand in the sheet."""

    name: str = ""
    amount: Decimal | None = None
    rhythm: Rhythm | None = None
    need: Need | None = None
    evidence: Evidence | None = None


@dataclass(frozen=True, kw_only=True)
class ValueChange:
    """One value of a row: what it was when the file was written, what the case says now, what Excel says."""

    name: str
    """A field of `Facts`."""
    before: Any
    now: Any
    after: Any

    @property
    def both(self) -> bool:
        """Whether it was changed in the case as well, to something else."""
        return self.now not in (self.before, self.after)


@dataclass(frozen=True, kw_only=True)
class RowChange:
    """What Excel would do to one row of the budget."""

    id: str
    """Stays the same while the file is looked at: the fact, or the row of something new."""
    act: Act
    both: bool = False
    """Changed in Excel and in the case since: somebody has to choose."""
    title: str
    where: str = ""
    """`Arket Budget, række 12`; "" for a row that is no longer on the sheet."""
    kind: RowKind
    key: str = ""
    """The fact in the case now; "" for one that comes new."""
    code: str = ""
    """Line of the chart, or kind of income."""
    whose: str = ""
    """Id of a person, for an income that comes new."""
    values: tuple[ValueChange, ...] = ()
    """What changes. For a new row everything it holds; for one that goes nothing."""
    facts: Facts = Facts()
    """What the row holds: as Excel has it, or as the case has it where the row goes."""
    note: str = ""
    """One more sentence about it."""

    @property
    def usual(self) -> bool:
        """Whether it is ticked from the start: what takes something away is not, nor what somebody has to choose."""
        return self.act is not Act.REMOVE and not self.both

    @property
    def is_income(self) -> bool:
        return not self.code[:1].isdecimal()


@dataclass(frozen=True, kw_only=True)
class WorkbookChanges:
    """Everything the file says."""

    name: str
    """Of the file."""
    changes: tuple[RowChange, ...] = ()
    problems: tuple[str, ...] = ()
    """Rows that cannot be taken in, a sentence each."""
    notes: tuple[str, ...] = ()
    same: int = 0
    """Rows that are as they were."""

    @property
    def nothing(self) -> bool:
        """Whether there is nothing to take in, and nothing wrong."""
        return not self.changes and not self.problems

    def of(self, act: Act) -> tuple[RowChange, ...]:
        """The changes of a kind that nobody has to choose about."""
        return tuple(one for one in self.changes if one.act is act and not one.both)

    @property
    def clashes(self) -> tuple[RowChange, ...]:
        """The changes that somebody has to choose about."""
        return tuple(one for one in self.changes if one.both)

    def chosen(self, ids: Iterable[str]) -> tuple[RowChange, ...]:
        """The changes with these ids, in their order."""
        wanted = set(ids)
        return tuple(one for one in self.changes if one.id in wanted)


def with_note(change: RowChange, note: str) -> RowChange:
    """The change with one more sentence."""
    return replace(change, note=" ".join(part for part in (change.note, note) if part))
