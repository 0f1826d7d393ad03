"""The log of look-ups: who opened which case, when, and for what purpose. It holds nothing of what was seen, and is
deleted of itself when its own period is over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from sqlalchemy import Connection, delete, func, insert, select, update

from budgetdesk.storage.oversight import lookups

CLOCK_JUMP = timedelta(days=400)
"""A newest entry that is older than this, or lies ahead, means a clock that is wrong: nothing is then deleted."""


class Look(StrEnum):
    """What was done with a case."""

    OPENED = "opened"
    EXPORTED = "exported"
    HANDED_OUT = "handed_out"
    """Everything about the person was written out for them."""


@dataclass(frozen=True, kw_only=True)
class LookUp:
    """One entry."""

    at: datetime
    who: str
    """The account of the computer."""
    what: Look
    purpose: str
    """"" is the purpose of the case itself."""


def note(connection: Connection, case_id: str, *, at: datetime, who: str, what: Look, purpose: str = "") -> None:
    """Add an entry."""
    connection.execute(insert(lookups).values(case_id=case_id, at=at, who=who, what=what.value, purpose=purpose))


def say_purpose(connection: Connection, case_id: str, *, who: str, purpose: str) -> None:
    """Give the newest entry of somebody another purpose: what they looked for this time."""
    mine = (lookups.c.case_id == case_id) & (lookups.c.who == who)
    newest = connection.scalar(select(func.max(lookups.c.id)).where(mine))
    connection.execute(update(lookups).where(lookups.c.id == newest).values(purpose=purpose))


def of_case(connection: Connection, case_id: str) -> tuple[LookUp, ...]:
    """The entries of a case, the newest first."""
    rows = connection.execute(select(lookups).where(lookups.c.case_id == case_id).order_by(lookups.c.id.desc()))
    return tuple(LookUp(at=row.at, who=row.who, what=Look(row.what), purpose=row.purpose) for row in rows)


def forget_before(connection: Connection, day: date, *, now: datetime) -> int:
    """Delete the entries from before a day. Returns how many; none where the clock cannot be trusted."""
    newest = connection.scalar(select(func.max(lookups.c.at)))
    if newest is None or not newest <= now + timedelta(days=1) <= newest + CLOCK_JUMP:
        return 0
    start = datetime(day.year, day.month, day.day, tzinfo=now.tzinfo)
    return connection.execute(delete(lookups).where(lookups.c.at < start)).rowcount
