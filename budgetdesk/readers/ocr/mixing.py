"""Two or three readings of one paper, neither of which adds up: the line that one has right, put into the other.

All readings of a file have the same places, so that lines that lie over each other are the same printed line.
Nothing is made up: every figure has been read by an engine, and the sum must be the printed total.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations, islice

from budgetdesk.readers.receipt_text import ReceiptText, TextLine

_MOST_TRIED = 150
"""Mixtures; each takes some milliseconds."""
_FIGURES = re.compile(r"[^0-9,.-]+")
Swap = tuple[int, TextLine]


def mixed(readings: Sequence[ReceiptText], adds_up: Callable[[Sequence[TextLine]], bool]) -> ReceiptText | None:
    """The first mixture that adds up: one line taken from another reading, then two. None when there is none."""
    for swaps_at_once in (1, 2):
        for base in readings:
            swaps = list(_swaps(base, readings))
            for chosen in islice(combinations(swaps, swaps_at_once), _MOST_TRIED):
                lines = _with(base.lines, chosen)
                if adds_up(lines):
                    return replace(base, lines=lines)
    return None


def _swaps(base: ReceiptText, readings: Sequence[ReceiptText]) -> Iterator[Swap]:
    """Lines of other readings that lie where one of ours does and have other figures; those beside a sum first."""
    seen = set()
    for other in readings:
        if other is base:
            continue
        for number, line in enumerate(base.lines):
            theirs = _same_place(line, other.lines)
            figures = _FIGURES.sub("", theirs.text) if theirs is not None else ""
            if theirs is None or figures == _FIGURES.sub("", line.text) or (number, figures) in seen:
                continue
            seen.add((number, figures))
            yield number, theirs


def _same_place(line: TextLine, others: Sequence[TextLine]) -> TextLine | None:
    """The line whose middle lies within ours, and ours within it."""
    if line.box is None:
        return None
    for other in others:
        if other.box is not None and abs(_middle(line.box) - _middle(other.box)) < 0.5 * min(line.box[3], other.box[3]):
            return other
    return None


def _middle(box: tuple[int, int, int, int]) -> float:
    return box[1] + box[3] / 2


def _with(lines: tuple[TextLine, ...], swaps: Sequence[Swap]) -> tuple[TextLine, ...]:
    taken = dict(swaps)
    return tuple(taken.get(number, line) for number, line in enumerate(lines))
