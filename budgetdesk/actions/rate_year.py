"""A whole new year of one law: every figure with the old one beside it, ready to be filled in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from budgetdesk.actions.library import Library
from budgetdesk.benefits.rate_changes import figure_before
from budgetdesk.benefits.rate_edits import RateEdit, Standing, live
from budgetdesk.benefits.rates import Law, Rate, Rates, Series, coming_to_end, expired

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class YearRow:
    """One figure to fill in: the old one, and what was entered for the new days already."""

    law: str
    series: Series
    old: Rate | None
    entered: RateEdit | None = None


@dataclass(frozen=True, kw_only=True)
class LawToRenew:
    """A law, and how many of its figures are neither known nor entered from a day on."""

    key: str
    title: str
    lacking: int


def next_period(rates: Rates, today: date) -> tuple[date, date]:
    """The days to enter figures for: from the day after the first last day that is past or near, to the year's end."""
    endings = (*expired(rates, today), *coming_to_end(rates, today, within=366))
    newest = max((ending.last_day for ending in expired(rates, today)), default=None)
    last = newest or min((ending.last_day for ending in endings), default=date(today.year, 12, 31))
    start = last + _ONE_DAY
    return start, date(start.year, 12, 31)


def laws_to_renew(library: Library, start: date) -> tuple[LawToRenew, ...]:
    """Every law that is in force on the day, those that lack most figures first."""
    made = [
        LawToRenew(
            key=law.key,
            title=law.title,
            lacking=sum(row.entered is None for row in year_rows(library, law.key, start)),
        )
        for law in library.shipped_rates.values()
        if law.repealed is None or law.repealed > start
    ]
    return tuple(sorted(made, key=lambda law: (-law.lacking, law.title)))


def year_rows(library: Library, law: str, start: date, *, all_figures: bool = False) -> tuple[YearRow, ...]:
    """The figures of a law that the program does not know on the day although the law has them; with `all_figures` the
    others, too, such as for a correction. In the order of the law's file."""
    own = library.shipped_rates[law]
    ended = {name for ending in expired({law: own}, start) for name in ending.series}
    return tuple(
        YearRow(law=law, series=one, old=figure_before(one, start), entered=_entered(library, law, one.name, start))
        for one in own.series.values()
        if (one.name in ended) or (all_figures and _in_force(own, one, start))
    )


def _in_force(law: Law, series: Series, start: date) -> bool:
    gone = min((day for day in (series.repealed, law.repealed) if day is not None), default=None)
    return gone is None or gone > start


def _entered(library: Library, law: str, name: str, start: date) -> RateEdit | None:
    """What was entered for the day, the one that waits before the one in force."""
    there = [
        edit
        for edit in live(library.rate_edits)
        if (edit.law, edit.series) == (law, name) and edit.start <= start <= edit.end
    ]
    return max(there, key=lambda edit: edit.standing is Standing.WAITING, default=None)
