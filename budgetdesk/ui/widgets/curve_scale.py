"""Where things stand on the curve of balances: px for days and kroner, lines across, names of months."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from PySide6.QtCore import QRectF

from budgetdesk.i18n import _
from budgetdesk.ui import phrases

_STEPS = (1, 2, 5, 10)
BETWEEN = 14
"""Least room between two names below the curve, px."""


@dataclass(frozen=True)
class Scale:
    """The plot and what its edges mean: `count` days across, `low` to `high` kr from bottom to top."""

    plot: QRectF
    count: int
    low: float
    high: float

    def x(self, day: float) -> float:
        """Where a day begins, px."""
        return self.plot.left() + self.plot.width() * day / max(self.count, 1)

    def y(self, kroner: float) -> float:
        return self.plot.bottom() - self.plot.height() * (kroner - self.low) / (self.high - self.low)

    def day_at(self, x: float) -> int:
        """The day under a place, always one of the curve."""
        day = int((x - self.plot.left()) * self.count / max(self.plot.width(), 1))
        return max(0, min(self.count - 1, day))


def lines_across(low: Decimal, high: Decimal, most: int) -> list[int]:
    """Round amounts between `low` and `high`, 0 among them, at most about `most` of them."""
    span = max(int(high - low), 1)
    size = 10 ** max(len(str(span // max(most, 1))) - 1, 0)
    step = next(size * s for s in _STEPS if span <= size * s * max(most, 1) or s == _STEPS[-1])
    first = -(int(-low) // step) * step if low < 0 else 0
    return [amount for amount in range(first, int(high) + 1, step) if amount >= low]


def month_marks(
    days: Sequence[date], x: Callable[[float], float], right: float, width: Callable[[str], float]
) -> list[tuple[float, str]]:
    """The first of each month; the name as long as there is room: `1. december`, `december`, `dec.`, every other."""
    firsts = [(x(n), day) for n, day in enumerate(days) if day.day == 1]
    for every in (1, 2, 3, 4, 6, 12):
        for named in _NAMINGS:
            marks = [(at, named(day)) for at, day in firsts[::every]]
            if all(at + width(text) + BETWEEN <= after for (at, text), (after, _rest) in pairwise(marks)):
                return _with_today([m for m in marks if m[0] + width(m[1]) <= right], x(0), width)
    return []


def _with_today(marks: list[tuple[float, str]], start: float, width: Callable[[str], float]) -> list[tuple[float, str]]:
    today = _("i dag")
    if not marks or start + width(today) + BETWEEN // 2 <= marks[0][0]:
        return [(start, today), *marks]
    return marks


def _whole(day: date) -> str:
    return phrases.day(day, year=day.month == 1)


def _month(day: date) -> str:
    name = phrases.day(day).split("\u00a0")[1]
    return f"{name} {day.year}" if day.month == 1 else name


def _short(day: date) -> str:
    return phrases.short_day(day).split("\u00a0")[1]


_NAMINGS = (_whole, _month, _short)
