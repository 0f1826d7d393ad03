"""What a picture of the rescue time line shows, for window and paper: its days, and the names along the top.

Nothing is drawn here: days become parts of the width, 0 to 1, and names get lanes so that none stands on another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from budgetdesk.casework.eviction import Basis, ClockStep, StepKey
from budgetdesk.casework.rescue import Rescue, RescueLine
from budgetdesk.dates import ONE_DAY
from budgetdesk.formats import day as whole_day
from budgetdesk.i18n import translated
from budgetdesk.wording.eviction import EARLIEST, SHORT

AFTER = timedelta(weeks=5)
"""So much is shown after the day that everything is held against."""
MOST = timedelta(weeks=16)
LEAST = timedelta(weeks=3)
MONTH_NAME = 3
"""Letters of a month in a mark."""


@dataclass(frozen=True)
class Frame:
    """From the beginning of the first day to the end of the last."""

    start: date
    end: date

    def part(self, day: date, *, of_day: float = 0.5) -> float:
        """Where a day stands, 0 to 1; `of_day` 0 is its beginning, 1 its end."""
        whole = (self.end - self.start).days + 1
        return min(1.0, max(0.0, ((day - self.start).days + of_day) / whole))

    def shows(self, day: date) -> bool:
        return self.start <= day <= self.end

    def mondays(self) -> tuple[date, ...]:
        """The first days of the weeks in it: what the axis is divided by."""
        first = self.start + timedelta(days=-self.start.weekday() % 7)
        return tuple(first + timedelta(weeks=n) for n in range((self.end - first).days // 7 + 1))


@dataclass(frozen=True)
class Mark:
    """One step of the clock in the picture; `last` is cut where the picture ends."""

    step: ClockStep
    first: date
    last: date
    text: str

    @property
    def estimated(self) -> bool:
        return self.step.basis is Basis.ESTIMATE


def frame(rescue: Rescue) -> Frame:
    """From today until some weeks after the day everything is held against."""
    held = rescue.target.day if rescue.target else rescue.on
    end = min(max(held + AFTER, rescue.on + LEAST), rescue.on + MOST)
    return Frame(rescue.on, end)


def marks(rescue: Rescue, shown: Frame) -> tuple[Mark, ...]:
    """The steps that lie in the picture, from today on."""
    return tuple(
        Mark(step, max(step.first, shown.start), min(step.last, shown.end), _text(step, rescue))
        for step in rescue.clock.steps
        if step.last >= shown.start and shown.shows(max(step.first, shown.start))
    )


def short_day(value: date) -> str:
    """`1. dec.`"""
    name = whole_day(value).split()[1]
    return f"{value.day}.\u00a0{name if len(name) <= MONTH_NAME + 1 else f'{name[:MONTH_NAME]}.'}"


def short_span(first: date, last: date) -> str:
    """`1. dec.`, `9.–16. dec.`, `30. dec.–27. jan.`"""
    if first == last:
        return short_day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}.–{short_day(last)}"
    return f"{short_day(first)}–{short_day(last)}"


def is_target(mark: Mark, rescue: Rescue) -> bool:
    """Whether the mark is the one everything is held against."""
    keys = (StepKey.PAY_BY, StepKey.COURT_MEETING, StepKey.EVICTION)
    return (
        rescue.target is not None
        and mark.step.key in keys
        and mark.step.first
        in (
            rescue.target.day,
            rescue.target.day + ONE_DAY,
        )
    )


def beyond(line: RescueLine, shown: Frame) -> bool:
    """Whether a help comes after the last day of the picture."""
    return line.first is not None and line.first > shown.end


def lanes(places: Sequence[tuple[float, float]], room: float, gap: float) -> list[tuple[int, float]]:
    """A lane (0 is the top one) and a left edge for each name; `places` are where each begins and how wide it is.

    A name that would end outside moves to the left. A name that would touch another goes below it.
    """
    placed: list[tuple[int, float]] = []
    ends: list[tuple[float, float, int]] = []
    for at, width in places:
        left = max(0.0, min(at, room - width))
        touched = [lane for begin, end, lane in ends if begin < left + width + gap and left < end + gap]
        lane = next(n for n in range(len(ends) + 1) if n not in touched)
        lane = max([lane, *(one + 1 for begin, end, one in ends if begin <= at <= end + gap)])
        ends.append((left, left + width, lane))
        placed.append((lane, left))
    return placed


def _text(step: ClockStep, rescue: Rescue) -> str:
    day = short_span(max(step.first, rescue.on), step.last)
    named = (
        translated(EARLIEST).get(step.key, translated(SHORT)[step.key])
        if step.basis is not Basis.LETTER
        else translated(SHORT)[step.key]
    )
    return f"{day} {named}"
