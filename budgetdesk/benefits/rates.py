"""Figures that the law changes, each with its days, its source and how sure we are of it.

Values only; the files under `resources/rates/` are read by `budgetdesk.readers.rates`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from budgetdesk.errors import NoRateError


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


@dataclass(frozen=True)
class Series:
    """The history of one figure. Days in `unknown` are declared not to be known."""

    name: str
    title: str
    unit: str
    paragraph: str
    rates: tuple[Rate, ...]
    unknown: tuple[tuple[date, date], ...] = ()

    def on(self, day: date) -> RateUsed:
        """The figure in force on a day, never the nearest one. Raises NoRateError."""
        for rate in self.rates:
            if rate.start <= day <= rate.end:
                return RateUsed(
                    self.name,
                    self.title,
                    self.unit,
                    self.paragraph,
                    rate.value,
                    rate.start,
                    rate.end,
                    rate.source,
                    rate.confidence,
                )
        first, last = (self.rates[0].start, self.rates[-1].end) if self.rates else (None, None)
        known = f" Vi kender den fra {first:%d.%m.%Y} til {last:%d.%m.%Y}." if first and last else ""
        raise NoRateError(f"Vi har ingen sats for “{self.title}” ({self.paragraph}) den {day:%d.%m.%Y}.{known}")


@dataclass(frozen=True)
class Law:
    """All the figures of one law."""

    key: str
    title: str
    url: str
    series: Mapping[str, Series]

    def on(self, name: str, day: date) -> RateUsed:
        """The figure `name` on `day`. Raises NoRateError, or KeyError for a name the law does not have."""
        return self.series[name].on(day)


Rates = Mapping[str, Law]
"""Every law by its key, such as `boligstoette`."""
