"""What the program knows about lists of arrears as data: names of columns, keeping, and the order in which to call.

The values come from `resources/arrears_list.toml` (`readers.arrears_rules`). None of them is law.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from budgetdesk.casework.arrears_entries import Column


class Group(StrEnum):
    """How pressing it is. The order of the groups stands in the data."""

    PAY_BY = "pay_by"
    COURT = "court"
    TERMINATED = "terminated"
    DEADLINE_OVER = "deadline_over"
    PAAKRAV_MAY_COME = "paakrav_may_come"
    LATE = "late"
    NO_DAY = "no_day"
    PLAN = "plan"


class Chance(StrEnum):
    """What makes it likelier that help arrives in time, or more needed."""

    CHILDREN = "children"
    FIRST_TIME = "first_time"
    SMALL = "small"
    GROWN = "grown"


class Then(StrEnum):
    """What decides within a group."""

    DAYS = "days"
    """The nearest day first."""
    CHILDREN = "children"
    FIRST_TIME = "first_time"
    SMALL = "small"
    GROWN = "grown"
    OWED = "owed"
    """The smaller sum first: it is sooner paid."""


@dataclass(frozen=True, kw_only=True)
class Explained:
    """A word with why it counts, and where that comes from."""

    title: str
    why: str
    source: str = ""


@dataclass(frozen=True, kw_only=True)
class CallOrder:
    """The order in which to call: open, and the same for all."""

    groups: dict[Group, Explained]
    """In order."""
    chances: dict[Chance, Explained]
    then: tuple[Then, ...]
    small_rents: Decimal
    """Months of rent up to which what is owed is small."""
    small_kroner: Decimal
    """The same where no rent is known, kr."""


@dataclass(frozen=True, kw_only=True)
class Keeping:
    """Why, on what ground and how long a list is kept, as it is proposed."""

    purpose: str
    legal_basis: str
    keep_days: int
    most_days: int
    source: str


@dataclass(frozen=True, kw_only=True)
class ListRules:
    """All of the file."""

    columns: dict[Column, tuple[str, ...]]
    """Words in the names of columns, the surest first; folded."""
    never: dict[Column, tuple[str, ...]]
    """Words that tell that a column is something else."""
    first_and_last: tuple[str, ...]
    """Names of columns that together are a name, in order."""
    totals: tuple[str, ...]
    keeping: Keeping
    order: CallOrder
