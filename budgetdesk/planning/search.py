"""Which instalments hold, proved and not guessed. Whole øre and day numbers; no facts of a case in here.

Let `b(t)` be the balance on day `t` without instalments. What has been paid by day `t` must never exceed `b(t)`, and
money paid stays paid. So by the i-th due day no more can be paid than `C(i)`, the lowest `b` from that day to the end
of the run. A plan of n instalments therefore holds **if and only if** what is paid by each due day stays at or below
`C(i)`; if `C(n)` is below the debt, no plan of n instalments holds whatever its amounts. That is the proof.

Two people at a desk agree on equal instalments, so those are looked for first (`shortest_equal`, `gentlest_equal`).
Only where no equal plan holds the others are tried: among all plans with a given number of instalments the most equal
one is the lower convex hull of the bounds, the smaller instalments first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

KRONE = 100
"""Unequal instalments are whole kroner where they can be (øre)."""


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


def room(balances: Sequence[int], run: Run, total: int, least: int) -> int | None:
    """The highest lowest-day balance that a plan on this run can have, øre; below 0: none holds.

    None where the debt is too small for so many instalments of at least `least`.
    """
    count = len(run.dues)
    least = least if count > 1 else 0
    if total < least * count:
        return None
    caps = capacities(balances, run)
    room_left = [caps[i] - least * (i + 1) for i in range(count - 1)]
    return min(*balances[: run.dues[0]], caps[-1] - total, *room_left)


def capacities(balances: Sequence[int], run: Run) -> list[int]:
    """`C(i)`: the most that can be paid by each due day, øre."""
    caps, lowest, until = [], balances[run.end], run.end
    for due in reversed(run.dues):
        lowest = min(lowest, *balances[due : until + 1])
        caps.append(lowest)
        until = due
    return caps[::-1]


def shortest_equal(balances: Sequence[int], options: Sequence[Run], total: int, least: int) -> Found | None:
    """The fewest equal instalments that hold; None where no equal ones do."""
    return next((plan for plan in _equal_plans(balances, options, total, least) if plan.lowest >= 0), None)


def gentlest_equal(balances: Sequence[int], options: Sequence[Run], total: int, least: int) -> Found | None:
    """Equal instalments with the highest lowest-day balance, then the fewest; None where no equal ones hold."""
    plans = [plan for plan in _equal_plans(balances, options, total, least) if plan.lowest >= 0]
    return max(plans, key=lambda plan: (plan.lowest, -len(plan.amounts)), default=None)


def _equal_plans(balances: Sequence[int], options: Sequence[Run], total: int, least: int) -> Iterator[Found]:
    for run in options:
        amounts = equal(total, len(run.dues))
        if len(amounts) == 1 or min(amounts) >= least:
            yield Found(run, amounts, lowest_with(balances, run, amounts))


def shortest_any(balances: Sequence[int], options: Sequence[Run], total: int, least: int) -> Found | None:
    """Fewest instalments of any amounts, the most equal of them; None proves that no plan holds."""
    for run in options:
        best = room(balances, run, total, least)
        if best is not None and best >= 0:
            return _found(balances, run, total, least, 0)
    return None


def gentlest_any(balances: Sequence[int], options: Sequence[Run], total: int, least: int) -> Found | None:
    """Highest lowest-day balance, then fewest instalments, then the most equal; None where none holds."""
    best, best_room = None, -1
    for run in options:
        this = room(balances, run, total, least)
        if this is not None and this > best_room:
            best, best_room = run, this
    return None if best is None else _found(balances, best, total, least, best_room)


def lowest_with(balances: Sequence[int], run: Run, amounts: Sequence[int]) -> int:
    """The lowest balance of the run once the amounts are paid on its due days, øre."""
    paid, low = 0, min(balances[: run.dues[0]])
    for due, amount, until in zip(run.dues, amounts, (*run.dues[1:], run.end + 1), strict=True):
        paid += amount
        low = min(low, min(balances[due:until]) - paid)
    return low


def _found(balances: Sequence[int], run: Run, total: int, least: int, level: int) -> Found:
    bounds = [cap - level for cap in capacities(balances, run)]
    amounts = most_equal(total, bounds, KRONE if least % KRONE == 0 else 1)
    return Found(run, amounts, lowest_with(balances, run, amounts))


def equal(total: int, count: int) -> tuple[int, ...]:
    """Equal instalments in whole øre; the last carries what is over (as `money.divide`)."""
    each = total // count
    return (*([each] * (count - 1)), total - each * (count - 1))


def most_equal(total: int, bounds: Sequence[int], step: int = 1) -> tuple[int, ...]:
    """The lower convex hull from nothing paid to everything paid, under the bounds, rounded down to whole steps (øre);
    the last instalment carries what is over."""
    count = len(bounds)
    points = [(0, 0), *((i + 1, bounds[i]) for i in range(count - 1)), (count, total)]
    hull: list[tuple[int, int]] = []
    for point in points:
        while len(hull) > 1 and _turns_down(hull[-2], hull[-1], point):
            hull.pop()
        hull.append(point)
    paid, answer, side = 0, [], 0
    for i in range(1, count + 1):
        while hull[side + 1][0] < i:
            side += 1
        (x0, y0), (x1, y1) = hull[side], hull[side + 1]
        by_now = total if i == count else int((y0 + Fraction((y1 - y0) * (i - x0), x1 - x0)) // step) * step
        answer.append(by_now - paid)
        paid = by_now
    return tuple(answer)


def _turns_down(a: tuple[int, int], b: tuple[int, int], c: tuple[int, int]) -> bool:
    return (b[0] - a[0]) * (c[1] - a[1]) <= (b[1] - a[1]) * (c[0] - a[0])
