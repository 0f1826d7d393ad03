"""How many of a receipt's items have been found: the right price beside a text that is plainly the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from difflib import SequenceMatcher

ALIKE = 0.6
Item = tuple[str, Decimal]


@dataclass(frozen=True)
class Score:
    """`right` items of `of`, and those that were missed."""

    right: int
    of: int
    missed: tuple[Item, ...]


def score_items(truth: Sequence[Item], found: Sequence[Item]) -> Score:
    """Each item that was read counts once; it is right when the amount is exact and the text at least 60 % alike."""
    left = list(found)
    missed = []
    for text, amount in truth:
        fits = [item for item in left if item[1] == amount and _alike(item[0], text) >= ALIKE]
        if fits:
            left.remove(max(fits, key=lambda item: _alike(item[0], text)))
        else:
            missed.append((text, amount))
    return Score(len(truth) - len(missed), len(truth), tuple(missed))


def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, _plain(one), _plain(other)).ratio()


def _plain(text: str) -> str:
    return "".join(text.lower().split())
