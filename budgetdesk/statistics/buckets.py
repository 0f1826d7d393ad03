"""The periods that are asked about, and the months or years they are divided into along an axis."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from budgetdesk.dates import Month

MOST_MONTHS = 24
"""A longer period is divided into years."""


class Period(StrEnum):
    """The periods one can choose."""

    MONTH = "month"
    LAST_MONTH = "last_month"
    QUARTER = "quarter"
    YEAR = "year"
    LAST_YEAR = "last_year"
    ALL = "all"
    OWN = "own"


@dataclass(frozen=True)
class Bucket:
    """One month or one year of an axis: both days included."""

    first: date
    last: date

    @property
    def is_year(self) -> bool:
        """Whether it is a whole calendar year."""
        return self.first.month == 1 and self.last.month == 12

    def holds(self, day: date | None) -> bool:
        """Whether a day lies in it."""
        return day is not None and self.first <= day <= self.last


def days_of(period: Period, today: date) -> tuple[date | None, date | None]:
    """First and last day; a period that has not ended yet ends today. `ALL` and `OWN` have none."""
    this = Month.of(today).first
    if period is Period.MONTH:
        return this, today
    if period is Period.LAST_MONTH:
        before = this - timedelta(days=1)
        return Month.of(before).first, before
    if period is Period.QUARTER:
        return date(today.year, 3 * ((today.month - 1) // 3) + 1, 1), today
    if period is Period.YEAR:
        return date(today.year, 1, 1), today
    if period is Period.LAST_YEAR:
        return year_days(today.year - 1)
    return None, None


def year_days(year: int) -> tuple[date, date]:
    """First and last day of a calendar year."""
    return date(year, 1, 1), date(year, 12, 31)


def buckets(first: date, last: date) -> tuple[Bucket, ...]:
    """The months from one day to another, or the years where there are too many months. The first and the last one may
    be whole although the period has only a part of them: nothing outside the period is counted all the same."""
    if last < first:
        return ()
    number = (last.year - first.year) * 12 + last.month - first.month + 1
    if number > MOST_MONTHS:
        return tuple(Bucket(*year_days(year)) for year in range(first.year, last.year + 1))
    months = (Month.of(first).plus(n) for n in range(number))
    return tuple(Bucket(month.first, month.last) for month in months)


def span(days: Iterable[date | None], first: date | None, last: date | None, on: date) -> tuple[date, date] | None:
    """The days an axis goes from and to: those of the period, else of what is known, and never beyond `on`: what has
    not happened yet is not drawn as zero. None where there is nothing."""
    known = [day for day in days if day is not None and (first is None or first <= day) and day <= (last or on)]
    start, end = first or min(known, default=None), min(last or on, on)
    return (start, end) if start is not None and start <= end else None
