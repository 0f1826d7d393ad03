"""Pay days: from "the 20th of January, April, July and October" to the bank days on which money moves.

Two conventions, one for each direction:

* money **in** comes on the bank day on or before its day (benefits and wages are paid the bank day before a weekend);
* money **out** leaves on the bank day on or after its day (Betalingsservice, standing orders).

What the *law* says must be paid by a day (rent, a påkrav, an instalment) is moved by `legal_payment_day`, which is
another rule: only Sundays, public holidays, Saturdays and 5 June move it (almenlejeloven § 44, stk. 2; § 90, stk. 2),
and where banks are closed on the day it ends at, the money must leave the bank day before.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from budgetdesk.dates import (
    ONE_DAY,
    Month,
    bank_day_on_or_after,
    bank_day_on_or_before,
    is_public_holiday,
)
from budgetdesk.errors import BadInputError
from budgetdesk.household.pays_on import is_pays_on
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.i18n import _

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SATURDAY = 5
_WEEKS = {
    Rhythm.WEEKLY: 1,
    Rhythm.BIWEEKLY: 2,
    Rhythm.BIMONTHLY: 8,
    Rhythm.QUARTERLY: 13,
    Rhythm.HALFYEARLY: 26,
    Rhythm.YEARLY: 52,
}
"""Weeks between two payments on a weekday; a "monthly" one comes every fourth week."""


class Direction(StrEnum):
    """Whether money comes in or goes out: they are moved to different bank days."""

    IN = "in"
    OUT = "out"


class Kind(StrEnum):
    """The shapes that `pays_on` may have."""

    DAY = "day"
    FIRST_BANK_DAY = "first_bank_day"
    LAST_BANK_DAY = "last_bank_day"
    WEEKDAY = "weekday"
    DATE = "date"


@dataclass(frozen=True)
class PaysOn:
    """A pay day as the case file writes it. `months` is empty where only the rhythm tells the months.

    `day` is the day of the month, or for a weekday 0 (Monday) to 6.
    """

    kind: Kind
    day: int = 1
    months: tuple[int, ...] = ()
    anchor: date | None = None
    """The first weekday, or the date itself."""


@lru_cache(maxsize=1000)
def parse(text: str) -> PaysOn:
    """Read `day:1`, `first_bank_day`, `last_bank_day`, `weekday:thu from 2026-11-26`, `day:20 of 1,4,7,10`,
    `date:2026-12-01`. A weekday counts from the first such weekday on or after its "from". Raises BadInputError."""
    plain = " ".join(text.split())
    if not is_pays_on(plain):
        raise BadInputError(
            _("Betalingsdagen “{text}” kan ikke læses. Skriv fx day:1, last_bank_day eller date:2026-12-01.").format(
                text=text
            )
        )
    name, _rest, rest = plain.partition(":")
    kind = Kind(name)
    if kind is Kind.DAY:
        number, _rest, months = rest.partition(" of ")
        return PaysOn(kind, int(number), tuple(sorted({int(m) for m in months.split(",") if m})))
    if kind is Kind.WEEKDAY:
        weekday, _rest, begins = rest.partition(" from ")
        return PaysOn(kind, WEEKDAYS.index(weekday), anchor=date.fromisoformat(begins) if begins else None)
    return PaysOn(kind, anchor=date.fromisoformat(rest) if rest else None)


def knows_its_days(pays_on: PaysOn, rhythm: Rhythm, first: date | None) -> bool:
    """Whether the days can be named: a quarterly bill "on the 1st" does not say in which months it comes."""
    if pays_on.kind is Kind.WEEKDAY:
        return rhythm is Rhythm.WEEKLY or pays_on.anchor is not None
    if rhythm in (Rhythm.WEEKLY, Rhythm.BIWEEKLY):
        return False
    if pays_on.kind is Kind.DATE or pays_on.months or first is not None:
        return True
    return rhythm is Rhythm.MONTHLY


@lru_cache(maxsize=20_000)
def pay_days(
    pays_on: PaysOn, rhythm: Rhythm, direction: Direction, start: date, end: date, first: date | None = None
) -> tuple[date, ...]:
    """The bank days from `start` to `end` (both included) on which the money moves.

    `first` is the day the row begins; it tells in which months a rare payment falls. Where nothing tells, money in
    is taken to come in the last month of each period (the careful guess).
    Remembered: while one types, all rows but one have the days they had a keystroke ago.
    """
    margin = timedelta(days=10)  # the longest Danish run of closed days is 6
    moved = (_to_bank_day(day, direction) for day in _nominal(pays_on, rhythm, start - margin, end + margin, first))
    return tuple(sorted(day for day in moved if start <= day <= end))


@lru_cache(maxsize=2**12)
def legal_payment_day(day: date) -> date:
    """The last day on which a payment due on `day` is in time: moved past Sundays, public holidays, Saturdays and
    5 June (almenlejeloven § 44, stk. 2 and § 90, stk. 2; lejeloven § 182, stk. 2)."""
    while day.weekday() >= _SATURDAY or is_public_holiday(day) or (day.month, day.day) == (6, 5):
        day += ONE_DAY
    return day


def bank_day_for_legal_payment(day: date) -> date:
    """The bank day on which money must leave to be in time for `day`: 24 and 31 December and the Friday after
    Ascension Day do not move the legal day, but banks are closed."""
    return bank_day_on_or_before(legal_payment_day(day))


def _to_bank_day(day: date, direction: Direction) -> date:
    return bank_day_on_or_before(day) if direction is Direction.IN else bank_day_on_or_after(day)


def _nominal(pays_on: PaysOn, rhythm: Rhythm, start: date, end: date, first: date | None) -> Iterator[date]:
    if pays_on.kind is Kind.DATE or rhythm is Rhythm.ONCE:
        day = pays_on.anchor or first
        return iter([day] if day and start <= day <= end else [])
    if pays_on.kind is Kind.WEEKDAY:
        return _weekdays(pays_on, rhythm, start, end)
    return _monthly(pays_on, rhythm, start, end, first)


def _weekdays(pays_on: PaysOn, rhythm: Rhythm, start: date, end: date) -> Iterator[date]:
    anchor = pays_on.anchor or start
    anchor += timedelta(days=(pays_on.day - anchor.weekday()) % 7)
    step = timedelta(weeks=_WEEKS.get(rhythm, 4))
    day = anchor + step * max(0, -((anchor - start) // step))
    while day <= end:
        if day >= start:
            yield day
        day += step


def _monthly(pays_on: PaysOn, rhythm: Rhythm, start: date, end: date, first: date | None) -> Iterator[date]:
    months = pays_on.months or months_of(rhythm, first.month if first else None)
    month = Month.of(start)
    while month.first <= end:
        if month.number in months:
            day = _in_month(pays_on, month)
            if start <= day <= end:
                yield day
        month = month.plus(1)


def _in_month(pays_on: PaysOn, month: Month) -> date:
    if pays_on.kind is Kind.FIRST_BANK_DAY:
        return bank_day_on_or_after(month.first)
    if pays_on.kind is Kind.LAST_BANK_DAY:
        return bank_day_on_or_before(month.last)
    return month.day(pays_on.day)


def months_of(rhythm: Rhythm, first_month: int | None = None) -> tuple[int, ...]:
    """In which months a payment falls: counted from its first month, else the last month of each period.

    Eleven times a year leaves July out (the month in which day care is free where it is paid so).
    """
    if rhythm is Rhythm.ELEVEN:
        return tuple(m for m in range(1, 13) if m != 7)
    step = {Rhythm.BIMONTHLY: 2, Rhythm.QUARTERLY: 3, Rhythm.HALFYEARLY: 6, Rhythm.YEARLY: 12}.get(rhythm, 1)
    offset = (first_month or step) % step
    return tuple(m for m in range(1, 13) if m % step == offset)
