"""What is not known yet: the range of the answer while facts are missing, and which fact narrows it most.

A gap is one missing fact (or several that are missing together) with the ways it could turn out. Every combination of
the ways is worked through; a gap that changes nothing is not asked about.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from typing import Generic, TypeVar

F = TypeVar("F")


@dataclass(frozen=True)
class Gap(Generic[F]):
    """Missing facts by their paths, and what the household would look like for each way they could turn out."""

    paths: tuple[str, ...]
    ways: tuple[Callable[[F], F], ...]


@dataclass(frozen=True)
class Spread(Generic[F]):
    """The range of an answer, the households at its two ends, and the facts that would narrow it, best first."""

    lowest: Decimal
    highest: Decimal
    at_lowest: F
    at_highest: F
    missing: tuple[str, ...]


def spread(facts: F, gaps: Sequence[Gap[F]], value: Callable[[F], Decimal]) -> Spread[F]:
    """Work `value` through for every way the gaps could turn out. Gaps are filled in their order."""
    choices = list(product(*(range(len(gap.ways)) for gap in gaps)))
    filled = [_fill(facts, gaps, choice) for choice in choices]
    values = [value(each) for each in filled]
    low, high = (values.index(end) for end in (min(values), max(values)))
    table = dict(zip(choices, values, strict=True))
    asked = [index for index in range(len(gaps)) if _matters(table, index)]
    asked.sort(key=lambda index: _width_when_known(table, index))
    return Spread(
        lowest=values[low],
        highest=values[high],
        at_lowest=filled[low],
        at_highest=filled[high],
        missing=tuple(path for index in asked for path in gaps[index].paths),
    )


Table = dict[tuple[int, ...], Decimal]


def _fill(facts: F, gaps: Sequence[Gap[F]], choice: Sequence[int]) -> F:
    for gap, way in zip(gaps, choice, strict=True):
        facts = gap.ways[way](facts)
    return facts


def _matters(table: Table, index: int) -> bool:
    """Whether the answer changes with this fact while the others stand still."""
    seen: dict[tuple[int, ...], Decimal] = {}
    for choice, value in table.items():
        others = choice[:index] + choice[index + 1 :]
        if seen.setdefault(others, value) != value:
            return True
    return False


def _width_when_known(table: Table, index: int) -> Decimal:
    """How wide the range still is, on average, when this fact is known."""
    by_way: dict[int, list[Decimal]] = {}
    for choice, value in table.items():
        by_way.setdefault(choice[index], []).append(value)
    widths = [max(values) - min(values) for values in by_way.values()]
    return sum(widths, Decimal(0)) / len(widths)
