"""Money in the accounts day by day, and what would change it. Whole øre throughout: no øre is lost.

The end balance is the opening balance plus every move, exactly. Every calendar day is shown, but money only moves on
bank days, so that the lowest day is one. An overdraft is never used.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from itertools import accumulate

from budgetdesk.benefits.rates import Rates
from budgetdesk.budget.chart import Chart
from budgetdesk.dates import bank_day_on_or_after, bank_day_on_or_before
from budgetdesk.household.agreement import Instalment
from budgetdesk.household.case import Case
from budgetdesk.i18n import _
from budgetdesk.money import ZERO
from budgetdesk.planning.moves import WEEKS_A_YEAR, Move, MoveKind, moves, oere
from budgetdesk.planning.plan import DayBalance
from budgetdesk.planning.policy import Policy


@dataclass(frozen=True, kw_only=True)
class Adjustments:
    """What is made different from the facts, to see what happens. Amounts are kr."""

    with_applied: bool = False
    """Counts money that is applied or hoped for as well."""
    rent_percent: int = 0
    boligstoette_less: Decimal = ZERO
    bill: Decimal = ZERO
    bill_on: date | None = None
    wage_late: int = 0
    """Every wage comes so many bank days late."""
    late_path: str = ""
    late_days: int = 0
    """The next payment of the benefit at `late_path` comes so many days late."""
    more_per_month: Decimal = ZERO
    """So much more is left each month, evenly over the days (52/12 weeks to a month)."""


NO_CHANGE = Adjustments()


@dataclass(frozen=True)
class Flow:
    """The accounts of one household: the balance at the end of `start`, and every move after it."""

    start: date
    end: date
    opening: int
    """In whole øre."""
    moves: tuple[Move, ...]

    def index(self, day: date) -> int:
        return (day - self.start).days


def opening(case: Case) -> Decimal:
    """What stands in all accounts today, kr. An unknown balance counts as 0; overdraft limits do not count."""
    return sum((account.balance for account in case.bank if account.balance is not None), ZERO)


def flow(
    case: Case,
    chart: Chart,
    policy: Policy,
    *,
    start: date,
    end: date,
    adjustments: Adjustments = NO_CHANGE,
    rates: Rates | None = None,
) -> Flow:
    """The running economy without any instalment on the arrears."""
    found = moves(case, chart, policy, start, end, with_applied=adjustments.with_applied, rates=rates)
    return adjust(Flow(start, end, oere(opening(case)), found), adjustments)


def adjust(base: Flow, change: Adjustments) -> Flow:
    """The same economy with the changes made (`with_applied` is decided in `flow`)."""
    if change == NO_CHANGE:
        return base
    changed = [_adjusted(move, change) for move in base.moves]
    if change.late_path:
        changed = _delay_first(changed, change.late_path, change.late_days)
    if change.bill:
        changed.append(Move(change.bill_on or base.start, -oere(change.bill), _("Uventet regning"), MoveKind.CHANGE))
    if change.more_per_month:
        changed += _extra(base, oere(change.more_per_month))
    return replace(base, moves=tuple(changed))


def balances(of: Flow) -> list[int]:
    """The balance at the end of every day from `start` to `end`, whole øre."""
    first, count = of.start.toordinal(), of.index(of.end) + 1
    change = [0] * count
    change[0] = of.opening
    for move in of.moves:
        at = move.day.toordinal() - first
        if at < count:
            change[at] += move.oere
    return list(accumulate(change))


def changed(of: Flow, days: Sequence[int], change: Adjustments) -> list[int]:
    """`balances(adjust(of, change))`, from the balances there are: only what the change touches is looked at."""
    more = [0] * len(days)
    for day, amount in _effects(of, change):
        at = of.index(day)
        if at < len(more):
            more[at] += amount
    return [before + extra for before, extra in zip(days, accumulate(more), strict=True)]


def _effects(of: Flow, change: Adjustments) -> Iterator[tuple[date, int]]:
    """The days on which there is another amount than before, and how much more, øre."""
    kinds = set()
    kinds |= {MoveKind.RENT} if change.rent_percent else set()
    kinds |= {MoveKind.BOLIGSTOETTE} if change.boligstoette_less else set()
    kinds |= {MoveKind.WAGE} if change.wage_late else set()
    before = [m for m in of.moves if m.kind in kinds or (change.late_path and m.path == change.late_path)]
    after = adjust(replace(of, moves=tuple(before)), change).moves
    yield from ((move.day, -move.oere) for move in before)
    yield from ((move.day, move.oere) for move in after)


def pay(of: Flow, instalments: Iterable[Instalment]) -> Flow:
    """With the instalments that fall after the start, on the bank day that is still in time."""
    paid = tuple(
        Move(day, -oere(i.amount), "Afdrag på restance", MoveKind.INSTALMENT)
        for i in instalments
        if (day := bank_day_on_or_before(i.due)) > of.start
    )
    return replace(of, moves=of.moves + paid)


def curve(
    case: Case,
    chart: Chart,
    *,
    start: date,
    end: date,
    instalments: Sequence[Instalment],
    policy: Policy,
    adjustments: Adjustments = NO_CHANGE,
    rates: Rates | None = None,
) -> tuple[DayBalance, ...]:
    """The balance of all accounts together at the end of every day from `start` to `end`, kr, and what moved.

    `start` has today's balance: what moves on that day has already moved.
    """
    running = flow(case, chart, policy, start=start, end=end, adjustments=adjustments, rates=rates)
    return show(pay(running, instalments))


def show(of: Flow) -> tuple[DayBalance, ...]:
    """The flow as values for people, kr."""
    days, first = balances(of), of.start.toordinal()
    by_day: list[list[tuple[str, Decimal]] | None] = [None] * len(days)
    for move in of.moves:
        at = move.day.toordinal() - first
        if at < len(by_day):
            moved = by_day[at]
            if moved is None:
                by_day[at] = moved = []
            moved.append((move.title, kroner_of(move.oere)))
    return tuple(
        DayBalance(day, kroner_of(balance), tuple(moved) if moved else ())
        for day, balance, moved in zip(_calendar(of.start, len(days)), days, by_day, strict=True)
    )


@lru_cache(maxsize=50)
def _calendar(start: date, count: int) -> tuple[date, ...]:
    return tuple(start + timedelta(days=number) for number in range(count))


@lru_cache(maxsize=100_000)
def kroner_of(whole: int) -> Decimal:
    """Whole øre as kr."""
    return Decimal(whole).scaleb(-2)


def _adjusted(move: Move, change: Adjustments) -> Move:
    if move.kind is MoveKind.RENT and change.rent_percent:
        return replace(move, oere=move.oere + move.oere * change.rent_percent // 100)
    if move.kind is MoveKind.BOLIGSTOETTE and change.boligstoette_less:
        return replace(move, oere=max(0, move.oere - oere(change.boligstoette_less)))
    if move.kind is MoveKind.WAGE and change.wage_late:
        return replace(move, day=_bank_days_later(move.day, change.wage_late))
    return move


def _bank_days_later(day: date, number: int) -> date:
    for _rest in range(number):
        day = bank_day_on_or_after(day + timedelta(days=1))
    return day


def _delay_first(found: list[Move], path: str, late: int) -> list[Move]:
    first = min((m.day for m in found if m.path == path), default=None)
    return [
        replace(m, day=bank_day_on_or_after(m.day + timedelta(days=late))) if m.path == path and m.day == first else m
        for m in found
    ]


def _extra(base: Flow, per_month: int) -> list[Move]:
    given, extra = 0, []
    for number in range(1, base.index(base.end) + 1):
        now = per_month * 12 * number // (WEEKS_A_YEAR * 7)
        extra.append(Move(base.start + timedelta(days=number), now - given, _("Mere om måneden"), MoveKind.CHANGE))
        given = now
    return extra
