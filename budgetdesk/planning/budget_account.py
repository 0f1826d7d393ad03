"""A budget account: one account that pays all bills, and what must be moved to it on each pay day. Whole øre.

It pays what leaves on a day of its own: rent (less the boligstøtte that the landlord receives), bills, what is laid
aside, instalments. Food and the rest of the everyday stay on the other account (`budget.envelopes`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import accumulate

from budgetdesk.dates import ONE_DAY, Month
from budgetdesk.household.case import Case
from budgetdesk.planning.liquidity import Flow
from budgetdesk.planning.moves import Move, MoveKind, oere
from budgetdesk.planning.pay_plan import Pay, is_income, pays_of

MONTHS = 12
WHOLE = oere(Decimal(1))
"""People move whole kroner."""
HORIZON = timedelta(weeks=59)
"""So far a flow must reach: to the thirteenth pay day from today."""


@dataclass(frozen=True, kw_only=True)
class Payer:
    """What one person moves to the account."""

    name: str
    each: int
    """On every pay day, whole kroner, øre."""
    days: tuple[date, ...]
    too_much: bool = False
    """Whether that is more than what comes on the pay day."""


@dataclass(frozen=True, kw_only=True)
class Paid:
    """One bill through the year."""

    title: str
    oere: int
    times: int
    kind: MoveKind


@dataclass(frozen=True, kw_only=True)
class BudgetAccount:
    """A year of the account, from the first pay day."""

    first: date
    last: date
    payers: tuple[Payer, ...]
    """Who brings home most first."""
    pays: tuple[Paid, ...]
    """The largest first."""
    start: int
    """What must stand on it before the first day: the fewest whole kroner with which it never goes below zero."""
    lowest: int
    """The lowest balance at the end of a day, with that start."""
    lowest_on: date

    @property
    def total(self) -> int:
        """What it pays through the year."""
        return sum(one.oere for one in self.pays)


def budget_account(case: Case, flow: Flow) -> BudgetAccount | None:
    """The account; None without an income whose pay days are known, or without bills."""
    pays = pays_of(case, flow)
    first = next((day for day in pays[0].days if day > flow.start), None) if pays else None
    if first is None:
        return None
    last = _last(pays[0], first)
    bills = tuple(move for move in flow.moves if first <= move.day <= last and _is_bill(move, case))
    total = -sum(move.oere for move in bills)
    if total <= 0:
        return None
    payers = tuple(_payers(pays, first, last, total))
    days = balances(first, last, [*((move.day, move.oere) for move in bills), *_moved(payers)])
    start = max(0, -(min(days) // WHOLE * WHOLE))
    return BudgetAccount(
        first=first,
        last=last,
        payers=payers,
        pays=_by_bill(bills),
        start=start,
        lowest=start + min(days),
        lowest_on=first + timedelta(days=days.index(min(days))),
    )


def balances(first: date, last: date, moved: Iterable[tuple[date, int]]) -> list[int]:
    """What stands at the end of every day, beginning with nothing."""
    change = [0] * ((last - first).days + 1)
    for day, amount in moved:
        change[(day - first).days] += amount
    return list(accumulate(change))


def _last(main: Pay, first: date) -> date:
    """The day before the pay day a year later, where one payment comes every month; else a year."""
    following = main.days[main.days.index(first) :]
    later = Month.of(first).plus(MONTHS).day(first.day)
    monthly = len(following) > MONTHS and abs((following[MONTHS] - later).days) < MONTHS
    return (following[MONTHS] if monthly else later) - ONE_DAY


def _is_bill(move: Move, case: Case) -> bool:
    return move.kind is not MoveKind.EVERYDAY and not is_income(move, case)


def _payers(pays: Sequence[Pay], first: date, last: date, total: int) -> Iterator[Payer]:
    """Each by the share of what comes home, rounded up to whole kroner each time, so that all bills are paid."""
    inside = {one.person: tuple(day for day in one.days if first <= day <= last) for one in pays}
    able = [one for one in pays if inside[one.person]]
    income = sum(one.total for one in able)
    for one in able:
        days = inside[one.person]
        each = -(-total * one.total // (income * len(days) * WHOLE)) * WHOLE
        yield Payer(name=one.name, each=each, days=days, too_much=each > one.least)


def _moved(payers: Iterable[Payer]) -> Iterator[tuple[date, int]]:
    for payer in payers:
        for day in payer.days:
            yield day, payer.each


def _by_bill(bills: Iterable[Move]) -> tuple[Paid, ...]:
    amounts: Counter[tuple[str, str, MoveKind]] = Counter()
    times: Counter[tuple[str, str, MoveKind]] = Counter()
    for move in bills:
        key = (move.path, move.title, move.kind)
        amounts[key] -= move.oere
        times[key] += 1
    made = (
        Paid(title=title, oere=amounts[path, title, kind], times=number, kind=kind)
        for (path, title, kind), number in times.items()
    )
    return tuple(sorted(made, key=lambda one: -one.oere))
