"""The eviction clock of an almen tenancy: each day computed, with the reason. Values; the rules follow."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Deadline:
    """A day and why it is that day, in Danish, with the paragraph."""

    day: date
    why: str
    vejledende: bool = False


@dataclass(frozen=True, kw_only=True)
class Clock:
    """The days that follow from the rent's due day and the letters received."""

    last_timely_payment: Deadline
    earliest_paakrav: Deadline
    pay_by: Deadline | None
    """Last day to pay: only when a påkrav has arrived."""
    earliest_ophaevelse: Deadline | None
    warnings: tuple[str, ...] = ()
    """What the rules do not settle, or what looks wrong with the letter (Danish sentences)."""
