"""What has to give: an amount is missing each month, and the tenant has not locked everything. Three ways, in sums that
people use.

What can give comes in this order, and what comes later is touched only when all that comes before is not enough:

1. what can be done without (nice), wholly or in part; an agreement (`whole`) ends or stays;
2. what is needed and can shrink: by at most the policy's share of it, never ended.

The three ways differ in which of these give how much:

* **fewest**: as few changes as possible, the largest first; the last gives only what is still missing;
* **gentlest**: every line gives the same share, as small as can be; agreements end only when that is not enough;
* **soonest**: as early as possible; then the fewest changes among what is free by then.

No line gives more than it may, none that is locked gives anything. Where all together is not enough, the way says how
much is still missing. A line gives whole tens of kroner, or all it may: that is up to 10 kr. more than is missing, and
where an agreement ends it can be more. Amounts are kr/month in whole øre.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_DOWN, ROUND_UP, Decimal
from enum import StrEnum

from budgetdesk.household.words import Need
from budgetdesk.money import OERE, ZERO

TEN = Decimal(10)
"""Kr: nobody saves 2,88 kr. a month."""


class Way(StrEnum):
    """Which of the three."""

    FEWEST = "fewest"
    GENTLEST = "gentlest"
    SOONEST = "soonest"


@dataclass(frozen=True, kw_only=True)
class CanGive:
    """One line or one agreement that may give. `key` names it once: the code of a line, or the key of a payment."""

    key: str
    code: str
    title: str
    per_month: Decimal
    need: Need
    free_from: date
    """The first day on which a change made today shows on the account (notice, next due day)."""
    locked: bool = False
    whole: bool = False
    """True for an agreement: it ends or it stays."""
    who: str = ""
    """Who must do what, in a Danish sentence."""


@dataclass(frozen=True, kw_only=True)
class Change:
    """What one line gives, kr/month."""

    of: CanGive
    gives: Decimal

    @property
    def left(self) -> Decimal:
        """What the line still has, kr/month."""
        return self.of.per_month - self.gives

    @property
    def ends(self) -> bool:
        """True when nothing is left of it."""
        return self.left == ZERO


@dataclass(frozen=True, kw_only=True)
class Alternative:
    """One way to find the money."""

    way: Way
    changes: tuple[Change, ...]
    gives: Decimal
    missing: Decimal
    """What is still missing each month when all these changes are made; 0 when it is enough."""
    free_from: date | None
    """The day from which all of it is free; None when nothing is changed."""

    @property
    def over(self) -> bool:
        """True when it is enough."""
        return self.missing == ZERO


def what_gives(missing: Decimal, can_give: Iterable[CanGive], *, share_of_need: Decimal) -> tuple[Alternative, ...]:
    """The ways to find `missing` kr/month, each different; () when nothing is missing.

    `share_of_need` (0-1) is how much a line that is needed may shrink, by the organisation's policy. Lines to talk
    about (`ask`) count as needed until somebody has said that they can be done without.
    """
    if missing <= ZERO:
        return ()
    candidates = [each for each in can_give if not each.locked and each.per_month > ZERO]
    nice = [(each, each.per_month) for each in candidates if each.need is Need.NICE]
    needed = [(each, _part(each, share_of_need)) for each in candidates if each.need is not Need.NICE]
    ways = {
        Way.FEWEST: _in_order(missing, nice, needed, _fewest),
        Way.GENTLEST: _in_order(missing, nice, needed, _gentlest),
        Way.SOONEST: _soonest(missing, nice, needed),
    }
    return _different(_alternative(way, changes, missing) for way, changes in ways.items())


Limit = tuple[CanGive, Decimal]
"""What may give, and at most how much, kr/month."""


def _part(each: CanGive, share: Decimal) -> Decimal:
    return ZERO if each.whole else (each.per_month * share).quantize(OERE, ROUND_DOWN)


Find = Callable[[Decimal, Iterable[Limit]], list[Change]]


def _in_order(missing: Decimal, nice: Sequence[Limit], needed: Sequence[Limit], find: Find) -> list[Change]:
    """All that can be done without before anything that is needed."""
    most = _sum(nice)
    if most >= missing:
        return find(missing, nice)
    return [*(Change(of=each, gives=limit) for each, limit in nice), *_rather_in_tens(missing - most, needed, find)]


def _rather_in_tens(missing: Decimal, needed: Sequence[Limit], find: Find) -> list[Change]:
    """Where it takes no more changes, nobody has to save 41,50 kr. on food."""
    exact = find(missing, needed)
    in_tens = find(missing, [(each, _tens(limit, ROUND_DOWN)) for each, limit in needed])
    enough = sum((change.gives for change in in_tens), ZERO) >= missing
    return in_tens if enough and len(in_tens) <= len(exact) else exact


def _fewest(missing: Decimal, limits: Iterable[Limit]) -> list[Change]:
    """The largest first is the fewest. The last is the one that suffices with least, and gives no more."""
    left, changes = missing, []
    rest = sorted((limit for limit in limits if limit[1] > ZERO), key=lambda limit: (-limit[1], limit[0].key))
    while left > ZERO and rest:
        enough = [limit for limit in rest if limit[1] >= left]
        chosen = min(enough, key=lambda limit: _given(limit, left)) if enough else rest[0]
        rest.remove(chosen)
        changes.append(Change(of=chosen[0], gives=_given(chosen, left)))
        left -= changes[-1].gives
    return changes


def _given(limit: Limit, left: Decimal) -> Decimal:
    return limit[1] if limit[0].whole else min(limit[1], _tens(left, ROUND_UP))


def _tens(amount: Decimal, rounding: str) -> Decimal:
    """Whole tens of kroner, up or down."""
    return (amount / TEN).quantize(Decimal(1), rounding) * TEN


def _gentlest(missing: Decimal, limits: Iterable[Limit]) -> list[Change]:
    """The same share of every line that can give in part; then agreements, the largest first."""
    here = [limit for limit in limits if limit[1] > ZERO]
    parts = sorted((limit for limit in here if not limit[0].whole), key=lambda limit: limit[0].key)
    wholes = [limit for limit in here if limit[0].whole]
    most = _sum(parts)
    if most >= missing:
        return _spread(missing, parts)
    ended = _fewest(missing - most, wholes)
    left = missing - sum((change.gives for change in ended), ZERO)
    return [*ended, *_spread(min(left, most), parts)]


def _spread(amount: Decimal, limits: Sequence[Limit]) -> list[Change]:
    """Divide an amount over the limits in proportion, in whole tens; what a line gives too much, it keeps again as far
    as the amount is still reached."""
    most = _sum(limits)
    if amount <= ZERO or not limits:
        return []
    exact = [amount * limit / most for _, limit in limits]
    gives = [min(limit, _tens(share, ROUND_UP)) for (_, limit), share in zip(limits, exact, strict=True)]
    over = sum(gives, ZERO) - amount
    while True:
        lower = [_tens(given - OERE, ROUND_DOWN) if given else ZERO for given in gives]
        may = [n for n, given in enumerate(gives) if ZERO < given - lower[n] <= over]
        if not may:
            break
        most_over = max(may, key=lambda n: (gives[n] / exact[n], limits[n][0].key))
        over -= gives[most_over] - lower[most_over]
        gives[most_over] = lower[most_over]
    return [Change(of=each, gives=part) for (each, _), part in zip(limits, gives, strict=True) if part > ZERO]


def _soonest(missing: Decimal, nice: Sequence[Limit], needed: Sequence[Limit]) -> list[Change]:
    """The earliest day by which enough is free; what is needed joins only when all that is nice is not enough."""
    pool = nice if _sum(nice) >= missing else [*nice, *needed]
    for day in sorted({each.free_from for each, _ in pool}):
        by_then = [limit for limit in pool if limit[0].free_from <= day]
        if _sum(by_then) >= missing:
            return _fewest_of(missing, by_then, nice)
    return [Change(of=each, gives=limit) for each, limit in pool if limit > ZERO]


def _fewest_of(missing: Decimal, by_then: Sequence[Limit], nice: Sequence[Limit]) -> list[Change]:
    first = [limit for limit in by_then if limit in nice]
    return _in_order(missing, first, [limit for limit in by_then if limit not in nice], _fewest)


def _sum(limits: Iterable[Limit]) -> Decimal:
    return sum((limit for _, limit in limits), ZERO)


def _alternative(way: Way, changes: Iterable[Change], missing: Decimal) -> Alternative:
    made = tuple(sorted(changes, key=lambda change: (-change.gives, change.of.key)))
    gives = sum((change.gives for change in made), ZERO)
    return Alternative(
        way=way,
        changes=made,
        gives=gives,
        missing=max(ZERO, missing - gives),
        free_from=max((change.of.free_from for change in made), default=None),
    )


def _different(alternatives: Iterable[Alternative]) -> tuple[Alternative, ...]:
    found: list[Alternative] = []
    for alternative in alternatives:
        if all(alternative.changes != other.changes for other in found):
            found.append(alternative)
    return tuple(found)
