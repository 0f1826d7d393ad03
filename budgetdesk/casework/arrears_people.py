"""The people of a list of arrears that was taken in: all rows of one tenant together, and how it went since last time.

Amounts are kr. A list says what the landlord says on a day; what it does not say is not known.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from budgetdesk.casework.arrears_entries import ListEntry
from budgetdesk.casework.arrears_match import How
from budgetdesk.money import ZERO


@dataclass(frozen=True, kw_only=True)
class ListInfo:
    """One list that is kept: whose, of which day, why, and until when."""

    id: int
    sender: str
    stated_on: date
    """The day that the list says it is of."""
    taken_on: date
    taken_by: str = ""
    purpose: str = ""
    legal_basis: str = ""
    keep_until: date
    rows: int = 0
    unread: int = 0
    """Rows that could not be read and are not kept."""
    total: Decimal = ZERO
    left_out: tuple[str, ...] = ()
    """Names of the columns that were not kept."""

    def is_due(self, on: date) -> bool:
        """Whether it should have been deleted: its last day has passed."""
        return self.keep_until < on


class Since(StrEnum):
    """How somebody stands since the sender's list before this one."""

    FIRST = "first"
    """On none of the lists that are kept."""
    RETURNED = "returned"
    """Not on the last one, but on one before it."""
    GROWN = "grown"
    SHRUNK = "shrunk"
    SAME = "same"
    UNKNOWN = "unknown"
    """There is no list before this one."""


@dataclass(frozen=True, kw_only=True)
class ListPerson:
    """One tenant of a list."""

    key: str
    reference: str = ""
    name: str = ""
    address: str = ""
    phone: str = ""
    owed: Decimal = ZERO
    """All rows together; below zero where the tenant has money to the good."""
    rows: int = 1
    due: date | None = None
    """The oldest due day."""
    paakrav: date | None = None
    """The first påkrav: it is the one that runs."""
    rent: Decimal | None = None
    case_id: str | None = None
    how: How = How.NOBODY
    before: Decimal | None = None
    """What was owed on the sender's list before this one; None where it did not name them."""
    since: Since = Since.UNKNOWN


@dataclass(frozen=True, kw_only=True)
class Gone:
    """Somebody who stood on the list before, and does not any more: paid, moved, or with a lawyer. Ask."""

    key: str
    reference: str = ""
    name: str = ""
    address: str = ""
    owed: Decimal = ZERO
    case_id: str | None = None


def person(rows: Iterable[tuple[ListEntry, str | None, How]]) -> ListPerson:
    """All rows of one tenant together: each with its case, if it has one, and how it was matched."""
    found = list(rows)
    entries = [entry for entry, _, _ in found]
    first = entries[0]
    matched = next(((case_id, how) for _, case_id, how in found if case_id), (None, found[0][2]))
    return ListPerson(
        key=first.key,
        reference=first.reference,
        name=_said(entry.name for entry in entries),
        address=_said(entry.address for entry in entries),
        phone=_said(entry.phone for entry in entries),
        owed=sum((entry.amount for entry in entries), ZERO),
        rows=len(entries),
        due=min((entry.due for entry in entries if entry.due and entry.amount > ZERO), default=None),
        paakrav=min((entry.paakrav for entry in entries if entry.paakrav), default=None),
        rent=max((entry.rent for entry in entries if entry.rent), default=None),
        case_id=matched[0],
        how=matched[1],
    )


def since_last(owed: Decimal, before: Decimal | None, *, is_first_list: bool, on_an_older: bool) -> Since:
    """How somebody stands since the list before. `before` is None where that list did not name them."""
    if is_first_list:
        return Since.UNKNOWN
    if before is None or before <= ZERO:
        return Since.RETURNED if on_an_older else Since.FIRST
    return Since.SAME if owed == before else Since.GROWN if owed > before else Since.SHRUNK


def _said(texts: Iterable[str]) -> str:
    """The longest: `N. Skovgaard` and `Nadia Skovgaard` are the same tenant."""
    return max(texts, key=len, default="")
