"""Where a word that is wider than its room goes on in the next line: Qt breaks lines at spaces and hyphens only, and
the rest of a name of thirty letters would be cut off."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

LEAST = 8
"""Letters that stay together however little room there is: a layout asks for the height at no width, too."""
BREAK = "\u200b"
"""A zero-width space: a place to break, and nothing to see."""
_HOLDS = ("Mn", "Me", "Mc", "Cf")
"""Signs that belong to the letter before them."""


def widest(text: str, advance: Callable[[str], int]) -> int:
    """The width of the widest word that could be broken; 0 where none is long. `advance`: the width of a text, px."""
    return max((advance(word) for word in set(text.split()) if len(word) > LEAST), default=0)


def broken(text: str, room: int, advance: Callable[[str], int]) -> str:
    """The text with places to break in each word that is wider than `room` (px); everything else as it is."""
    done: list[str] = []
    at = 0
    for word in text.split():
        found = text.index(word, at)
        done += (text[at:found], *_pieces(word, room, advance))
        at = found + len(word)
    return "".join((*done, text[at:]))


def _pieces(word: str, room: int, advance: Callable[[str], int]) -> list[str]:
    """The word whole, or in pieces that fit with a place to break after each but the last."""
    pieces = []
    while len(word) > LEAST and advance(word) > room:
        cut = _cut(word, room, advance)
        if cut >= len(word):
            break
        pieces.append(word[:cut] + BREAK)
        word = word[cut:]
    return [*pieces, word]


def _cut(word: str, room: int, advance: Callable[[str], int]) -> int:
    """How many letters fit: to the last hyphen among them, else as many as there is room for."""
    low, high = LEAST, LEAST + 1
    while high < len(word) and advance(word[:high]) <= room:
        low, high = high, min(high * 2, len(word))
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if advance(word[:middle]) <= room else (low, middle)
    hyphen = word.rfind("-", 0, low) + 1
    cut = hyphen or low
    while cut < len(word) and unicodedata.category(word[cut]) in _HOLDS:
        cut += 1
    return cut
