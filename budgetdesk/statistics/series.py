"""What happened when: cases begun and ended, arrears found and removed, benefits found, by the day it happened.

A sum of kr is shown only where at least `hiding.LEAST` cases stand behind it, none with nearly all of it, and is
rounded to whole hundreds of kr (half up), so that nobody's amount can be worked out.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from budgetdesk.money import ZERO
from budgetdesk.statistics import hiding
from budgetdesk.statistics.amounts import Amount
from budgetdesk.statistics.buckets import Bucket, buckets, span
from budgetdesk.statistics.counted import Counted
from budgetdesk.statistics.hiding import Shown
from budgetdesk.statistics.tables import Selection

ROUND_TO = Decimal(100)
"""Sums are shown in whole hundreds of kr."""
MOST_OF_ONE = Decimal("0.75")
"""A sum of which one case has more than this part is hidden."""

Events = Callable[[Counted], Iterable[Amount]]


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One series. `money`: kr are added up; otherwise cases are counted."""

    name: str
    events: Events
    money: bool = True


@dataclass(frozen=True, kw_only=True)
class Point:
    """One month or year: in how many cases, and how many kr. None where that is hidden."""

    when: Bucket
    cases: Shown
    kroner: Decimal | None = None


@dataclass(frozen=True, kw_only=True)
class Series:
    """The months or years of a period, and all together."""

    name: str
    money: bool
    points: tuple[Point, ...]
    cases: Shown
    """How many times in all; a case counts once for every month or year it stands in."""
    kroner: Decimal | None = None
    without_day: Shown = 0
    """Cases left out because the day is not known."""


def _day(day: date | None) -> tuple[Amount, ...]:
    return (Amount(kroner=ZERO, on=day),)


KINDS: tuple[Kind, ...] = (
    Kind(name="begun", events=lambda case: _day(case.began), money=False),
    Kind(name="ended", events=lambda case: _day(case.ended) if case.ended else (), money=False),
    Kind(name="arrears_found", events=lambda case: case.money.found),
    Kind(name="arrears_removed", events=lambda case: case.money.removed),
    Kind(name="benefits_monthly", events=lambda case: case.money.monthly),
    Kind(name="benefits_once", events=lambda case: case.money.once),
)
"""Every series, in the order in which it is shown."""


def series(cases: Sequence[Counted], selection: Selection, on: date) -> dict[str, Series]:
    """Every series of a selection, up to the day `on`. All have the same months or years, so that they can stand beside
    each other."""
    chosen = [case for case in cases if selection.chosen(case)]
    events = {kind.name: [tuple(kind.events(case)) for case in chosen] for kind in KINDS}
    days = (one.on for of_cases in events.values() for of_case in of_cases for one in of_case)
    ends = span(days, selection.first, selection.last, on)
    axis = buckets(*ends) if ends else ()
    return {kind.name: _series(kind, events[kind.name], axis, selection) for kind in KINDS}


def _series(kind: Kind, events: list[tuple[Amount, ...]], axis: tuple[Bucket, ...], selection: Selection) -> Series:
    by = _by_bucket(events, axis, selection)
    cells = [len(shares) for shares in by]
    shown = hiding.hide(cells, adds_up=True, forced=_dominated(by) if kind.money else ())
    safe = hiding.total_may_be_shown(cells, shown)
    if not safe:
        shown = tuple(None for _ in cells)
    return Series(
        name=kind.name,
        money=kind.money,
        points=tuple(
            Point(when=when, cases=cell, kroner=_rounded(shares) if kind.money and cell is not None else None)
            for when, shares, cell in zip(axis, by, shown, strict=True)
        ),
        cases=sum(cells) if safe else None,
        kroner=_rounded([share for shares in by for share in shares]) if safe and kind.money else None,
        without_day=hiding.of(sum(any(one.on is None for one in of_case) for of_case in events)),
    )


def _by_bucket(events: list[tuple[Amount, ...]], axis: tuple[Bucket, ...], selection: Selection) -> list[list[Decimal]]:
    """For each month or year what each case that is there adds, kr."""
    found: list[list[Decimal]] = [[] for _ in axis]
    starts = [when.first for when in axis]
    for of_case in events:
        adds: dict[int, Decimal] = {}
        for one in of_case:
            place = bisect_right(starts, one.on) - 1 if one.on is not None else -1
            if place >= 0 and axis[place].holds(one.on) and selection.holds(one.on):
                adds[place] = adds.get(place, ZERO) + one.kroner
        for place, share in adds.items():
            found[place].append(share)
    return found


def _dominated(by: list[list[Decimal]]) -> set[int]:
    """Where one case has nearly all of the sum."""
    return {place for place, shares in enumerate(by) if shares and max(shares) > MOST_OF_ONE * sum(shares, ZERO) > ZERO}


def _rounded(shares: list[Decimal]) -> Decimal:
    return (sum(shares, ZERO) / ROUND_TO).quantize(Decimal(1), ROUND_HALF_UP) * ROUND_TO
