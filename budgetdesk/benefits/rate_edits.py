"""Figures that an organisation enters itself, such as next year's rates from the official notice, on top of ours.

An edit wins over the program's own figure on its days. The program counts with those alone that a second person has
confirmed (`in_force`); the others wait. Put on top all the same, such as for a look ahead, an edit that nobody has
confirmed is `unverified`, whatever its source. Nothing is ever deleted: what was corrected or withdrawn stays, with the
name and the day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from budgetdesk.benefits.rates import Confidence, Law, Rate, Rates
from budgetdesk.errors import RatesFileError
from budgetdesk.i18n import _

_ONE_DAY = timedelta(days=1)


class Standing(StrEnum):
    """Where an entered figure is on its way: it waits for a second person, it is counted with, or it was withdrawn."""

    WAITING = "waiting"
    IN_FORCE = "in_force"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, kw_only=True)
class RateEdit:
    """One figure entered by the organisation: which, how much, on which days (both included), from where, by whom."""

    law: str
    series: str
    value: Decimal
    start: date
    end: date
    source: str
    confidence: Confidence
    entered_by: str
    entered_on: date
    confirmed_by: str = ""
    confirmed_on: date | None = None
    id: str = ""
    link: str = ""
    """Where the official notice can be read, and its day."""
    source_day: date | None = None
    withdrawn_by: str = ""
    withdrawn_on: date | None = None

    @property
    def confirmed(self) -> bool:
        """Whether somebody else has read the figure in its source, too."""
        other = bool(self.confirmed_by) and not same_person(self.confirmed_by, self.entered_by)
        return other and self.confirmed_on is not None

    @property
    def standing(self) -> Standing:
        """Waiting, in force or withdrawn."""
        if self.withdrawn_on is not None:
            return Standing.WITHDRAWN
        return Standing.IN_FORCE if self.confirmed else Standing.WAITING

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day."""
        return self.start, self.end

    def of_same(self, other: RateEdit) -> bool:
        """Whether both are about the same figure of the same law, on whatever days."""
        return (self.law, self.series) == (other.law, other.series)

    def touches(self, other: RateEdit) -> bool:
        """Whether they have a day in common."""
        return self.start <= other.end and other.start <= self.end


def same_person(one: str, other: str) -> bool:
    """Whether two names are the same, however they were typed."""
    return _plain(one) == _plain(other)


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


def live(edits: Iterable[RateEdit]) -> tuple[RateEdit, ...]:
    """Those that were not withdrawn."""
    return tuple(edit for edit in edits if edit.standing is not Standing.WITHDRAWN)


def in_force(edits: Iterable[RateEdit]) -> tuple[RateEdit, ...]:
    """Those that the program counts with: confirmed by a second person, and not withdrawn."""
    return tuple(edit for edit in edits if edit.standing is Standing.IN_FORCE)


def with_overrides(own: Rates, edits: Iterable[RateEdit]) -> Rates:
    """The program's figures with the organisation's on top; among edits of the same days the one entered last wins.

    Raises RatesFileError for a law or a figure that there is not, and for days that end before they begin.
    """
    laws = dict(own)
    for edit in sorted(edits, key=lambda one: one.entered_on):
        laws[edit.law] = _with(_law(laws, edit), edit)
    return laws


def _law(laws: Rates, edit: RateEdit) -> Law:
    law = laws.get(edit.law)
    if law is None or edit.series not in law.series:
        raise RatesFileError(
            _("{law}: satsen “{series}” findes ikke. Ret navnet eller slet rettelsen.").format(
                law=edit.law, series=edit.series
            )
        )
    if edit.end < edit.start:
        days = _("slutter {end}, før den begynder").format(end=f"{edit.end:%d.%m.%Y}")
        raise RatesFileError(
            _("{law}: {series}: perioden {days}. Ret dagene.").format(law=edit.law, series=edit.series, days=days)
        )
    return law


def _with(law: Law, edit: RateEdit) -> Law:
    series = law.series[edit.series]
    kept = [part for rate in series.rates for part in _outside(rate, edit)]
    rates = tuple(sorted([*kept, _rate(edit)], key=lambda rate: rate.start))
    unknown = tuple(part for gap in series.unknown for part in _cut(gap, edit))
    return replace(law, series={**law.series, series.name: replace(series, rates=rates, unknown=unknown)})


def _rate(edit: RateEdit) -> Rate:
    return Rate(
        value=edit.value,
        start=edit.start,
        end=edit.end,
        source=edit.source,
        confidence=edit.confidence if edit.confirmed else Confidence.UNVERIFIED,
        checked=edit.confirmed_on or edit.entered_on,
        entered_by=edit.entered_by,
        confirmed_by=edit.confirmed_by if edit.confirmed else "",
    )


def _outside(rate: Rate, edit: RateEdit) -> Iterator[Rate]:
    """What is left of our own figure before and after the days of the edit."""
    for start, end in _cut((rate.start, rate.end), edit):
        yield replace(rate, start=start, end=end)


def _cut(period: tuple[date, date], edit: RateEdit) -> Iterator[tuple[date, date]]:
    start, end = period
    if end < edit.start or edit.end < start:
        yield period
        return
    if start < edit.start:
        yield start, edit.start - _ONE_DAY
    if edit.end < end:
        yield edit.end + _ONE_DAY, end
