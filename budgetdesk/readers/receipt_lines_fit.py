"""Lines and total held against each other: maybes are taken only when exactly one set of them makes the sum right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations

from budgetdesk.money import ZERO
from budgetdesk.readers.receipt_lines_drafts import Draft
from budgetdesk.readers.receipt_lines_words import Role

MOST_CHANGES = 3
"""How many maybes may be needed at once; with more, chance would find a sum."""
_MOST_OPTIONS = 24

_CONFUSED = ("08", "06", "09", "17", "14", "27", "35", "38", "39", "49", "56", "58", "68", "69", "89", "23")
_MAY_BE = {a: {b for pair in _CONFUSED if a in pair for b in pair if b != a} for a in "0123456789"}


@dataclass(frozen=True)
class Fit:
    """The drafts as they count, and how many maybes it took; None = the sum is not right."""

    drafts: tuple[Draft, ...]
    changes: int | None


def fit(drafts: tuple[Draft, ...], total: Decimal, *, most: int = MOST_CHANGES) -> Fit:
    """Make the drafts add up to the total with as few maybes as possible; untouched where that is not to be had."""
    gap = total - sum_of(drafts)
    if gap == 0:
        return Fit(drafts, 0)
    options = [
        (number, amount, amount - draft.counts)
        for number, draft in enumerate(drafts)
        for amount in draft.maybe
        if amount != draft.counts
    ]
    if len(options) > _MOST_OPTIONS:
        most = min(most, 1)
    for size in range(1, most + 1):
        chosen = [set_ for set_ in combinations(options, size) if _right(set_, gap)]
        if chosen:
            # Two sets that do: nobody knows which, so neither.
            return Fit(_taken(drafts, chosen[0]), size) if len(chosen) == 1 else Fit(drafts, None)
    return Fit(drafts, None)


def sum_of(drafts: Sequence[Draft]) -> Decimal:
    """Kr of the drafts that count."""
    return sum((draft.counts for draft in drafts), ZERO)


def _right(chosen: Sequence[tuple[int, Decimal, Decimal]], gap: Decimal) -> bool:
    return sum((delta for _, _, delta in chosen), ZERO) == gap and len({number for number, _, _ in chosen}) == len(
        chosen
    )


def _taken(drafts: tuple[Draft, ...], chosen: Sequence[tuple[int, Decimal, Decimal]]) -> tuple[Draft, ...]:
    new = {number: amount for number, amount, _ in chosen}
    return tuple(
        replace(draft, amount=new[number], counted=bool(new[number])) if number in new else draft
        for number, draft in enumerate(drafts)
    )


def one_wrong_digit(drafts: Sequence[Draft], total: Decimal) -> tuple[Draft, Decimal] | None:
    """The one item, and its price, that would make the sum right if one digit was misread; None when not just one."""
    gap = total - sum_of(drafts)
    found = [
        (draft, amount)
        for draft in drafts
        if draft.counted and draft.role is not Role.ROUNDING
        for amount in _misread(draft.amount)
        if amount - draft.amount == gap
    ]
    return found[0] if gap and len(found) == 1 else None


def _misread(amount: Decimal) -> Iterator[Decimal]:
    digits = f"{amount:.2f}"
    for place, digit in enumerate(digits):
        for other in _MAY_BE.get(digit, ()):
            yield Decimal(digits[:place] + other + digits[place + 1 :])
