"""What is not known yet: the range of the answer while facts are missing, and which fact narrows it most.

A gap is one missing fact (or several that are missing together) with the ways it could turn out. Every combination of
the ways is worked through; a gap that changes nothing is not asked about.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from math import prod
from typing import Generic, TypeVar

F = TypeVar("F")


@dataclass(frozen=True)
class Gap(Generic[F]):
    """Missing facts by their paths, and what the household would look like for each way they could turn out."""

    paths: tuple[str, ...]
    ways: tuple[Callable[[F], F], ...]
    ends_bound: bool = False
    """Whether the first and the last way bound the answer, so that those between may be left out."""


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
    filled = _fill(facts, _thinned(gaps))
    values = [value(household) for _, household in filled]
    low, high = (values.index(end) for end in (min(values), max(values)))
    table = dict(zip((choice for choice, _ in filled), values, strict=True))
    asked = [index for index in range(len(gaps)) if _matters(table, index)]
    asked.sort(key=lambda index: _width_when_known(table, index))
    return Spread(
        lowest=values[low],
        highest=values[high],
        at_lowest=filled[low][1],
        at_highest=filled[high][1],
        missing=tuple(path for index in asked for path in gaps[index].paths),
    )


MOST_HOUSEHOLDS = 60
"""More combinations than this, and only the ends are worked through where they bound the answer."""


def _thinned(gaps: Sequence[Gap[F]]) -> Sequence[Gap[F]]:
    if prod(len(gap.ways) for gap in gaps) <= MOST_HOUSEHOLDS:
        return gaps
    return [replace(gap, ways=(gap.ways[0], gap.ways[-1])) if gap.ends_bound else gap for gap in gaps]


Choice = tuple[int, ...]
"""Which way each gap turned out."""
Table = dict[Choice, Decimal]


def _fill(facts: F, gaps: Sequence[Gap[F]]) -> list[tuple[Choice, F]]:
    """Every combination of the ways, and the household it makes."""
    filled: list[tuple[Choice, F]] = [((), facts)]
    for gap in gaps:
        filled = [((*choice, way), fill(found)) for choice, found in filled for way, fill in enumerate(gap.ways)]
    return filled


def _matters(table: Table, index: int) -> bool:
    """Whether the answer changes with this fact while the others stand still."""
    seen: Table = {}
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
