"""Which instalments hold, proved and not guessed. Whole øre and day numbers; no facts of a case in here.

Let `b(t)` be the balance on day `t` without instalments. What has been paid by day `t` must never exceed `b(t)`, and
money paid stays paid. So by the i-th due day no more can be paid than `C(i)`, the lowest `b` from that day to the end
of the run. A plan of n instalments therefore holds **if and only if** what is paid by each due day stays at or below
`C(i)`; if `C(n)` is below the debt, no plan of n instalments holds whatever its amounts. That is the proof.

The fewest instalments win, whatever their amounts. Among plans with the same number the equal ones come first, as two
people at a desk would agree on; where those do not hold, the most equal one is the lower convex hull of the bounds.
`Limits` keep unequal instalments from becoming absurd.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

KRONE = 100
"""Unequal instalments are whole kroner where they can be (øre)."""


@dataclass(frozen=True)
class Limits:
    """What single instalments may be, so that no plan is absurd. One instalment, and equal ones, have no limits but
    `least`: the others are held to all three."""

    least: int
    """Øre."""
    share: Fraction = Fraction(0)
    """At least this part (0-1) of what equal instalments would be, rounded down to whole kroner."""
    most: int | None = None
    """Øre; None = no limit."""

    def at_least(self, total: int, count: int) -> int:
        """Øre, for a plan of `count` instalments."""
        return max(self.least, int(total * self.share / count) // KRONE * KRONE)

    def paid_at_least(self, total: int, count: int) -> list[int] | None:
        """By each due day so much must be paid for the limits to be kept, øre; None where they cannot be."""
        each = self.at_least(total, count)
        most = total if self.most is None else self.most
        if not each * count <= total <= most * count:
            return None
        return [max(each * i, total - most * (count - i)) for i in range(1, count + 1)]


@dataclass(frozen=True)
class Run:
    """A plan of instalments on the due days (day numbers); the run lasts to `end`, the day before the next due day."""

    dues: tuple[int, ...]
    end: int


@dataclass(frozen=True)
class Found:
    """A plan that holds: its run, its amounts in øre and its lowest balance in øre."""

    run: Run
    amounts: tuple[int, ...]
    lowest: int


def runs(dues: Sequence[int], ends: Sequence[int]) -> tuple[Run, ...]:
    """Plans of 1, 2, 3 ... instalments, one on every due day from the first; `ends` has the end of each one's run."""
    return tuple(Run(tuple(dues[: n + 1]), ends[n]) for n in range(len(dues)))


def room(balances: Sequence[int], run: Run, total: int, limits: Limits) -> int | None:
    """The highest lowest-day balance that a plan on this run can have, øre; below 0: none holds.

    None where no plan of so many instalments is within the limits.
    """
    count, before = len(run.dues), min(balances[: run.dues[0]])
    caps = capacities(balances, run)
    answers = []
    if count == 1 or total // count >= limits.least:
        answers.append(lowest_with(balances, run, equal(total, count)))
    paid = limits.paid_at_least(total, count) if count > 1 else None
    if paid is not None:
        answers.append(min(before, *(cap - p for cap, p in zip(caps, paid, strict=True))))
    return max(answers, default=None)


def capacities(balances: Sequence[int], run: Run) -> list[int]:
    """`C(i)`: the most that can be paid by each due day, øre."""
    caps, lowest, until = [], balances[run.end], run.end
    for due in reversed(run.dues):
        lowest = min(lowest, *balances[due : until + 1])
        caps.append(lowest)
        until = due
    return caps[::-1]


def shortest(balances: Sequence[int], options: Sequence[Run], total: int, limits: Limits) -> Found | None:
    """Fewest instalments, equal ones where those hold, else the most equal; None proves that no plan holds."""
    for run in options:
        best = room(balances, run, total, limits)
        if best is not None and best >= 0:
            return _found(balances, run, total, limits, 0)
    return None


def gentlest(balances: Sequence[int], options: Sequence[Run], total: int, limits: Limits) -> Found | None:
    """Highest lowest-day balance, then fewest instalments, then the most equal; None where none holds."""
    best, best_room = None, -1
    for run in options:
        this = room(balances, run, total, limits)
        if this is not None and this > best_room:
            best, best_room = run, this
    return None if best is None else _found(balances, best, total, limits, best_room)


def any_holds(balances: Sequence[int], options: Sequence[Run], total: int, least: int) -> bool:
    """Whether any plan of these runs holds, whatever its amounts from `least` up: the proof alone, far quicker than
    finding the plan. The runs share their due days, as `runs` makes them."""
    if not options:
        return False
    dues = options[-1].dues
    if min(balances[: dues[0]]) < 0:
        return False
    lows = [min(balances[due:until]) for due, until in pairwise(dues)]
    return any(_one_holds(balances, run, lows, total, least) for run in options)


def _one_holds(balances: Sequence[int], run: Run, lows: Sequence[int], total: int, least: int) -> bool:
    """`lows` are the lowest balances from each due day to the day before the next."""
    count = len(run.dues)
    low = min(balances[run.dues[-1] : run.end + 1])
    if low < total or (count > 1 and least * count > total):
        return False
    for number in range(count - 1, 0, -1):
        low = min(low, lows[number - 1])
        if low < least * number:
            return False
    return True


def lowest_with(balances: Sequence[int], run: Run, amounts: Sequence[int]) -> int:
    """The lowest balance of the run once the amounts are paid on its due days, øre."""
    paid, low = 0, min(balances[: run.dues[0]])
    for due, amount, until in zip(run.dues, amounts, (*run.dues[1:], run.end + 1), strict=True):
        paid += amount
        low = min(low, min(balances[due:until]) - paid)
    return low


def _found(balances: Sequence[int], run: Run, total: int, limits: Limits, level: int) -> Found:
    """The most equal plan of the run that leaves at least `level` on every day; the caller knows that there is one."""
    same = equal(total, len(run.dues))
    low = lowest_with(balances, run, same)
    if low >= level:
        return Found(run, same, low)
    bounds = [cap - level for cap in capacities(balances, run)]
    amounts = most_equal(total, bounds, KRONE)
    if not _within(amounts, total, limits):
        amounts = most_equal(total, bounds)
    return Found(run, amounts, lowest_with(balances, run, amounts))


def _within(amounts: Sequence[int], total: int, limits: Limits) -> bool:
    most = limits.most is None or max(amounts) <= limits.most
    return most and min(amounts) >= limits.at_least(total, len(amounts))


def equal(total: int, count: int) -> tuple[int, ...]:
    """Equal instalments in whole øre; the last carries what is over (as `money.divide`)."""
    each = total // count
    return (*([each] * (count - 1)), total - each * (count - 1))


def most_equal(total: int, bounds: Sequence[int], step: int = 1) -> tuple[int, ...]:
    """The lower convex hull from nothing paid to everything paid, under the bounds. Instalments on one side of the hull
    are equal, rounded down to whole steps (øre); its last one carries what is over."""
    paid, answer = 0, []
    hull = _hull(total, bounds)
    for (start, _), (until, by_then) in pairwise(hull):
        count = until - start
        left = (by_then if until == len(bounds) else by_then // step * step) - paid
        each = left // count // step * step
        answer += [*([each] * (count - 1)), left - each * (count - 1)]
        paid += left
    return tuple(answer)


def _hull(total: int, bounds: Sequence[int]) -> list[tuple[int, int]]:
    """Corners as (number of instalments, øre paid by then)."""
    points = [(0, 0), *((i + 1, bound) for i, bound in enumerate(bounds[:-1])), (len(bounds), total)]
    hull: list[tuple[int, int]] = []
    for point in points:
        while len(hull) > 1 and _turns_down(hull[-2], hull[-1], point):
            hull.pop()
        hull.append(point)
    return hull


def _turns_down(a: tuple[int, int], b: tuple[int, int], c: tuple[int, int]) -> bool:
    return (b[0] - a[0]) * (c[1] - a[1]) <= (b[1] - a[1]) * (c[0] - a[0])


def least_that(holds: Callable[[int], bool], high: int) -> int | None:
    """The least whole number from 0 to `high` that holds, by halving; None where not even `high` does. What holds for a
    number must hold for every larger one."""
    if not holds(high):
        return None
    low = 0
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if holds(middle) else (middle + 1, high)
    return low
