"""Figures that an organisation enters itself, such as next year's rates from the official notice, on top of ours.

An edit wins over the program's own figure on its days. Until a second person has confirmed it, it counts as not
confirmed, whatever its source: what rests on it is shown as vejledende.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from budgetdesk.benefits.rates import Confidence, Law, Rate, Rates
from budgetdesk.errors import RatesFileError

_ONE_DAY = timedelta(days=1)


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

    @property
    def confirmed(self) -> bool:
        """Whether somebody else has read the figure in its source, too."""
        return bool(self.confirmed_by) and self.confirmed_by != self.entered_by and self.confirmed_on is not None


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
        raise RatesFileError(f"{edit.law}: satsen “{edit.series}” findes ikke. Ret navnet eller slet rettelsen.")
    if edit.end < edit.start:
        days = f"slutter {edit.end:%d.%m.%Y}, før den begynder"
        raise RatesFileError(f"{edit.law}: {edit.series}: perioden {days}. Ret dagene.")
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
