"""What would break the plan: one thing made worse at a time, until a day falls below zero."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from budgetdesk.planning.liquidity import Adjustments, Flow, balances, changed, kroner_of
from budgetdesk.planning.moves import MoveKind
from budgetdesk.planning.plan import BreakPoint

HIGHEST_RENT_RISE = 25
"""Per cent; rents that rise more are another conversation."""
LATEST_WAGE = 5
"""Bank days."""
LATEST_BENEFIT_WEEKS = 6


@dataclass(frozen=True)
class Run:
    """The economy with the plan paid, and its balances; it ends with the plan's run."""

    of: Flow
    days: Sequence[int]

    def breaks_on(self, change: Adjustments) -> date | None:
        """The first day below zero once something has changed, if there is one."""
        below = next((n for n, balance in enumerate(changed(self.of, self.days, change)) if balance < 0), None)
        return None if below is None else self.of.start + timedelta(days=below)


def break_points(of: Flow) -> tuple[BreakPoint, ...]:
    """How much worse each thing may get. `of` is the economy with the plan paid; it ends with the plan's run."""
    kinds = {move.kind for move in of.moves}
    return tuple(_points(Run(of, balances(of)), kinds))


def _points(run: Run, kinds: set[MoveKind]) -> Iterator[BreakPoint]:
    of = run.of
    if MoveKind.RENT in kinds:
        yield _largest(run, "rent_rises_percent", HIGHEST_RENT_RISE, lambda n: Adjustments(rent_percent=n))
    support = max((m.oere for m in of.moves if m.kind is MoveKind.BOLIGSTOETTE), default=0)
    if support:
        whole = -(-support // 100)
        yield _largest(run, "boligstoette_falls", whole, lambda n: Adjustments(boligstoette_less=Decimal(n)))
    yield _bill(run)
    if MoveKind.WAGE in kinds:
        yield _largest(run, "wage_late", LATEST_WAGE, lambda n: Adjustments(wage_late=n))
    late = [_late(run, path) for path in sorted({m.path for m in of.moves if m.kind is MoveKind.BENEFIT})]
    if late:
        yield min(late, key=lambda point: (point.limit is None, point.limit or 0))


def _late(run: Run, path: str) -> BreakPoint:
    point = _largest(run, "benefit_late", LATEST_BENEFIT_WEEKS, lambda n: Adjustments(late_path=path, late_days=n * 7))
    limit = None if point.limit is None else point.limit * 7
    return BreakPoint(kind=point.kind, limit=limit, breaks_on=point.breaks_on, holds=limit is None)


def _bill(run: Run) -> BreakPoint:
    """The largest bill in whole kr that may come on the worst day: all that stands there on the lowest day."""
    of, days = run.of, run.days
    low = min(range(len(days)), key=lambda n: days[n])
    limit = Decimal(int(kroner_of(days[low])))
    return BreakPoint(kind="unexpected_bill", limit=limit, breaks_on=of.start + timedelta(days=low))


def _largest(run: Run, kind: str, highest: int, change: Callable[[int], Adjustments]) -> BreakPoint:
    """The largest whole step that holds. It is worse the larger it is, so that halving finds it."""
    low, high = 0, highest
    if run.breaks_on(change(highest)) is None:
        return BreakPoint(kind=kind, limit=None, breaks_on=None)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if run.breaks_on(change(middle)) is None else (low, middle)
    return BreakPoint(kind=kind, limit=Decimal(low), breaks_on=run.breaks_on(change(high)), holds=low > 0)
