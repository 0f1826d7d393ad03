"""What the engines hand on: words with places, and lines made of them. No library is imported here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

Box = tuple[int, int, int, int]
"""Left, top, width, height, px."""


class Word(NamedTuple):
    """One word. `line` is the engine's own numbering of lines; () where it has none."""

    text: str
    confidence: float
    box: Box
    line: tuple[int, ...] = ()


@dataclass(frozen=True)
class Line:
    """One printed line."""

    text: str
    confidence: float
    box: Box
