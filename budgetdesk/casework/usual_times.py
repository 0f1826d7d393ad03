"""How long things usually take: between the steps to an eviction, and until a help is there. Values, no promises.

No law sets these times. They are data (`resources/eviction.toml`, `resources/rescue.toml`, read by
`budgetdesk.readers.usual_times`), each with its source and how sure it is; what no source says is not there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from budgetdesk.benefits.rates import Confidence
from budgetdesk.dates import bank_day_on_or_after

COURT_FILING, COURT_MEETING, EVICTION = "court_filing", "court_meeting", "eviction"
WAITS = (COURT_FILING, COURT_MEETING, EVICTION)
"""The waits nobody decides by law, each counted from the step before it."""


@dataclass(frozen=True, kw_only=True)
class UsualTime:
    """From `least_days` to `most_days` calendar days, or a season of every year (month and day, first and last)."""

    source: str
    confidence: Confidence
    least_days: int | None = None
    most_days: int | None = None
    season: tuple[tuple[int, int], tuple[int, int]] | None = None

    def after(self, day: date) -> Span:
        """When it is there, counted from `day`: bank days, for nobody answers or pays while all is closed. For a
        season: the next one that has not ended."""
        if self.season is not None:
            return _next_season(day, *self.season)
        least, most = (day + timedelta(days=days or 0) for days in (self.least_days, self.most_days))
        return Span(bank_day_on_or_after(least), bank_day_on_or_after(most))


@dataclass(frozen=True)
class Span:
    """Two days, both included; the same where there is only one."""

    first: date
    last: date


@dataclass(frozen=True, kw_only=True)
class LegalCount:
    """A number of days that the law itself sets, as the program counts with it."""

    value: int
    start: date
    paragraph: str
    source: str
    confidence: Confidence


@dataclass(frozen=True, kw_only=True)
class UsualTimes:
    """Everything the files hold. `checked` is the day the sources were last looked at."""

    checked: date
    waits: Mapping[str, UsualTime]
    rescues: Mapping[str, UsualTime] = field(default_factory=dict)
    law: Mapping[str, LegalCount] = field(default_factory=dict)


def _next_season(day: date, first: tuple[int, int], last: tuple[int, int]) -> Span:
    year = day.year if (day.month, day.day) <= last else day.year + 1
    return Span(max(day, date(year, *first)), date(year, *last))
