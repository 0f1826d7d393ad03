"""Figures that the law changes, each with its days, its source and how sure we are of it.

Values only; the files under `resources/rates/` are read by `budgetdesk.readers.rates`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from budgetdesk.errors import NoRateError
from budgetdesk.i18n import _


class Confidence(StrEnum):
    """How sure a figure is: read in the act, in a good secondary source, computed by us, or not confirmed."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    DERIVED = "derived"
    UNVERIFIED = "unverified"


@dataclass(frozen=True)
class Rate:
    """One figure, in force from one day to another, both included."""

    value: Decimal
    start: date
    end: date
    source: str
    confidence: Confidence
    checked: date
    entered_by: str = ""
    """Who in the organisation entered it, and who confirmed it; empty for the program's own figures."""
    confirmed_by: str = ""


@dataclass(frozen=True)
class RateUsed:
    """A rate as an answer shows it: with its name."""

    name: str
    title: str
    unit: str
    paragraph: str
    value: Decimal
    start: date
    end: date
    source: str
    confidence: Confidence
    entered_by: str = ""
    confirmed_by: str = ""


@dataclass(frozen=True)
class Series:
    """The history of one figure, in the order of time. Days in `unknown` are declared not to be known; from the day
    `repealed` on there is no such figure any more."""

    name: str
    title: str
    unit: str
    paragraph: str
    rates: tuple[Rate, ...]
    unknown: tuple[tuple[date, date], ...] = ()
    repealed: date | None = None

    def on(self, day: date) -> RateUsed:
        """The figure in force on a day, never the nearest one. Raises NoRateError."""
        starts, used = self._by_start
        at = bisect_right(starts, day) - 1
        if at >= 0 and day <= used[at].end:
            return used[at]
        first, last = (self.rates[0].start, self.rates[-1].end) if self.rates else (None, None)
        known = (
            _(" Vi kender den fra {first} til {last}.").format(first=f"{first:%d.%m.%Y}", last=f"{last:%d.%m.%Y}")
            if first and last
            else ""
        )
        raise NoRateError(
            _("Vi har ingen sats for “{title}” ({paragraph}) den {day}.{known}").format(
                title=self.title, paragraph=self.paragraph, day=f"{day:%d.%m.%Y}", known=known
            )
        )

    @cached_property
    def _by_start(self) -> tuple[tuple[date, ...], tuple[RateUsed, ...]]:
        """The first days, and the figures as answers show them: made once, looked up for every household."""
        used = tuple(
            RateUsed(
                self.name,
                self.title,
                self.unit,
                self.paragraph,
                rate.value,
                rate.start,
                rate.end,
                rate.source,
                rate.confidence,
                rate.entered_by,
                rate.confirmed_by,
            )
            for rate in self.rates
        )
        return tuple(rate.start for rate in used), used


@dataclass(frozen=True)
class Law:
    """All the figures of one law."""

    key: str
    title: str
    url: str
    series: Mapping[str, Series]
    known: tuple[date, date] | None = None
    """The first and last day the file vouches for."""
    repealed: date | None = None
    """The first day without the law."""

    def on(self, name: str, day: date) -> RateUsed:
        """The figure `name` on `day`. Raises NoRateError, or KeyError for a name the law does not have."""
        return self.series[name].on(day)


Rates = Mapping[str, Law]
"""Every law by its key, such as `boligstoette`."""


@dataclass(frozen=True)
class Ending:
    """Figures of one law whose last known day is the same: what has expired, or soon will."""

    law: str
    title: str
    last_day: date
    series: tuple[str, ...]


def expired(rates: Rates, day: date) -> tuple[Ending, ...]:
    """The figures that the law still has, but that are not known any more on `day`; the longest expired first."""
    return tuple(ending for ending in _endings(rates) if ending.last_day < day)


def coming_to_end(rates: Rates, day: date, *, within: int = 60) -> tuple[Ending, ...]:
    """The figures whose last known day is `day` or one of the next `within` days, the soonest first."""
    last = day + timedelta(days=within)
    return tuple(ending for ending in _endings(rates) if day <= ending.last_day <= last)


def _endings(rates: Rates) -> list[Ending]:
    grouped: dict[tuple[str, date], list[str]] = {}
    for law in rates.values():
        for series in _alive(law):
            grouped.setdefault((law.key, series.rates[-1].end), []).append(series.name)
    found = [Ending(key, rates[key].title, last, tuple(names)) for (key, last), names in grouped.items()]
    return sorted(found, key=lambda ending: (ending.last_day, ending.law))


def _alive(law: Law) -> Iterator[Series]:
    """The figures that were in force when they were last checked, and have not been repealed with their last day.

    A figure that ended before it was checked is a gap we know of, not one that time has made.
    """
    for series in law.series.values():
        last = series.rates[-1]
        repealed = min((day for day in (series.repealed, law.repealed) if day is not None), default=None)
        if last.end >= last.checked and (repealed is None or repealed > last.end + timedelta(days=1)):
            yield series
