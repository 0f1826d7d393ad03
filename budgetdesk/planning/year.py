"""The year ahead month by month: what comes in, goes out and is left, which months are dear, what may be used freely.

Made of the same moves as the day curve (`liquidity.flow`); nothing is counted twice. Whole øre throughout.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from budgetdesk.dates import Month
from budgetdesk.household.case import Case
from budgetdesk.planning.liquidity import Flow, balances, pay
from budgetdesk.planning.moves import Move, MoveKind, oere
from budgetdesk.planning.pay_plan import is_income
from budgetdesk.planning.plan import PlanTest, Standing

MONTHS = 12
WHOLE = oere(Decimal(1))
"""A whole krone."""
_SELDOM = MONTHS // 2
"""A bill or an income that comes in no more months than this, and never in two in a row, is a special one."""
_REGULAR = frozenset({MoveKind.EVERYDAY, MoveKind.RESERVE, MoveKind.CHANGE})
"""What never makes a month special: it is spread out on purpose."""


@dataclass(frozen=True, kw_only=True)
class Special:
    """What makes a month another than the others."""

    title: str
    oere: int
    """All of it in that month; minus is out. 0 where it does not come at all."""
    path: str = ""
    """The fact it comes from."""
    seldom: bool = True
    """False for what else comes every month, and now comes `times` times (0 or more than usual)."""
    times: int = 1


@dataclass(frozen=True, kw_only=True)
class MonthAhead:
    """One calendar month, øre."""

    month: Month
    came_in: int
    went_out: int
    special: tuple[Special, ...] = ()
    to_lay_aside: int = 0
    """So that every month has the same to use freely; minus: to take back."""

    @property
    def left(self) -> int:
        return self.came_in - self.went_out

    @property
    def dear(self) -> bool:
        """Whether more goes out than comes in."""
        return self.left < 0


@dataclass(frozen=True, kw_only=True)
class YearAhead:
    """Twelve calendar months, øre."""

    months: tuple[MonthAhead, ...]
    free_per_month: int
    """The most, in whole kroner, that may be used beyond the budget every month: no day goes below zero, and the year
    takes no more than it brings. 0 where there is none."""
    lowest: int
    """The lowest balance from today to the end of the year, when that is used as well."""
    lowest_on: date
    below_from: date | None = None
    """The first day below zero; how deep it would fall after that, nobody needs to know."""

    @property
    def left(self) -> int:
        """What the year brings beyond what it takes."""
        return sum(one.left for one in self.months)


def with_agreed(case: Case, flow: Flow | None, plan: PlanTest | None) -> Flow | None:
    """The economy of the year, with the instalments that the landlord has said yes to."""
    if flow is None or plan is None or plan.standing is not Standing.ACCEPTED:
        return flow
    chosen = case.agreement.instalments if case.agreement and case.agreement.instalments else plan.instalments
    return pay(flow, chosen)


def year_of(case: Case, flow: Flow) -> YearAhead | None:
    """The twelve calendar months after the one of the flow's first day. None where nothing but the
    least to live on moves in them.

    Raises ValueError where the flow ends before they do: that is a mistake in the program.
    """
    first = Month.of(flow.start).plus(1)
    months = tuple(first.plus(number) for number in range(MONTHS))
    if flow.end < months[-1].last:
        raise ValueError("The flow must reach to the end of the twelfth month.")
    of_month: dict[Month, list[Move]] = {month: [] for month in months}
    for move in flow.moves:
        if first.first <= move.day <= months[-1].last:
            of_month[Month.of(move.day)].append(move)
    if not any(move.oere and move.kind is not MoveKind.EVERYDAY for moved in of_month.values() for move in moved):
        return None
    special = specials(months, of_month)
    plain = [_month(case, month, of_month[month], special[month]) for month in months]
    days = balances(flow)[: flow.index(months[-1].last) + 1]
    free = _free(flow, months, days, sum(one.left for one in plain))
    lowest, lowest_on = _lowest(flow, months, days, free)
    return YearAhead(
        months=tuple(_with_aside(one, free) for one in plain),
        free_per_month=free,
        lowest=lowest,
        lowest_on=lowest_on,
        below_from=next((flow.start + timedelta(days=at) for at, one in enumerate(days) if one < 0), None),
    )


def _month(case: Case, month: Month, moved: Iterable[Move], special: tuple[Special, ...]) -> MonthAhead:
    came_in = went_out = 0
    for move in moved:
        if is_income(move, case):
            came_in += move.oere
        else:
            went_out -= move.oere  # boligstøtte to the landlord, and pant, make the way out shorter
    return MonthAhead(month=month, came_in=came_in, went_out=went_out, special=special)


def _with_aside(one: MonthAhead, free: int) -> MonthAhead:
    return MonthAhead(
        month=one.month,
        came_in=one.came_in,
        went_out=one.went_out,
        special=one.special,
        to_lay_aside=one.left - free,
    )


def _free(flow: Flow, months: Sequence[Month], days: Sequence[int], left: int) -> int:
    """Used on the last day of each month, so that every day after `n` such days has `n` times as much less."""
    most = left // MONTHS
    for at, balance in enumerate(days):
        ended = _ended(flow, months, at)
        if balance < 0:
            return 0
        if ended:
            most = min(most, balance // ended)
    return max(0, most // WHOLE * WHOLE)


def _ended(flow: Flow, months: Sequence[Month], at: int) -> int:
    """How many of the months have ended, their last day included, on day number `at`."""
    day = flow.start + timedelta(days=at)
    through = (day.year - months[0].year) * 12 + day.month - months[0].number
    return max(0, through + (day == Month.of(day).last))


def _lowest(flow: Flow, months: Sequence[Month], days: Sequence[int], free: int) -> tuple[int, date]:
    with_use = [balance - free * _ended(flow, months, at) for at, balance in enumerate(days)]
    lowest = min(with_use)
    return lowest, flow.start + timedelta(days=with_use.index(lowest))


def specials(months: Sequence[Month], moved: dict[Month, list[Move]]) -> dict[Month, tuple[Special, ...]]:
    """What comes seldom, and what comes more or less often than usual, month by month; the largest first."""
    by_fact: dict[tuple[str, str], dict[Month, list[Move]]] = defaultdict(dict)
    for month in months:
        for move in moved[month]:
            if move.kind not in _REGULAR:
                by_fact[move.path, move.title].setdefault(month, []).append(move)
    found: dict[Month, list[Special]] = {month: [] for month in months}
    for (path, title), falls in by_fact.items():
        for month, special in _of_fact(path, title, months, falls):
            found[month].append(special)
    return {month: tuple(sorted(all_, key=lambda one: -abs(one.oere))) for month, all_ in found.items()}


def _of_fact(
    path: str, title: str, months: Sequence[Month], falls: dict[Month, list[Move]]
) -> Iterable[tuple[Month, Special]]:
    at = [number for number, month in enumerate(months) if month in falls]
    if len(at) <= _SELDOM and not any(b - a == 1 for a, b in pairwise(at)):
        for month, moves in falls.items():
            yield month, Special(path=path, title=title, oere=sum(move.oere for move in moves))
        return
    usual = Counter(len(falls.get(month, ())) for month in months[at[0] : at[-1] + 1]).most_common(1)[0][0]
    for month in months[at[0] : at[-1] + 1]:
        moves = falls.get(month, [])
        if len(moves) > usual or not moves:
            total = sum(move.oere for move in moves)
            yield month, Special(path=path, title=title, oere=total, seldom=False, times=len(moves))


def put_by(flow: Flow, paths: Iterable[str], until: date) -> int:
    """What is laid aside for some rows of the budget (`expenses[e3]`) from now to a day, that day included, øre."""
    wanted = frozenset(paths)
    kept = (move.oere for move in flow.moves if move.kind is MoveKind.RESERVE and move.path in wanted)
    days = (move.day for move in flow.moves if move.kind is MoveKind.RESERVE and move.path in wanted)
    return -sum(amount for amount, day in zip(kept, days, strict=True) if day <= until)
