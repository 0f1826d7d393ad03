"""Words put together to printed lines, left to right, wide gaps kept as two spaces. Imports no library."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

from budgetdesk.readers.ocr.shapes import Box, Line, Word

_TORN = re.compile(r"-?[0-9.]*[0-9] ?[.,] ?[0-9]{2}-?")
_LETTER = "A-Za-zÆØÅæøå"
_LOST_SPACES = (
    re.compile(rf"(?<=[{_LETTER}]{{3}})(?=[0-9])"),
    re.compile(rf"(?i)(?<=[{_LETTER}]{{3}})(?=(?:DKK|KR\.?)$)"),
    re.compile(
        r"(?i)(?<=^at)(?=betale)|(?<=^til)(?=betaling)|(?<=^moms)(?=udg)|(?<=^heraf)(?=moms)|(?<=^bel.b)(?=i ?alt)"
    ),
)
_WIDE = 2.2
"""Letters between two words that are columns of their own."""


def lines_of(words: Sequence[Word]) -> list[Line]:
    """The words as lines, from the top. Words that the engine did not number are put together by their height."""
    kept = [word for word in words if word.text.strip(" _|~—-=.'`") or len(word.text) > 3]
    if not kept:
        return []
    groups = _numbered(kept) if kept[0].line else _by_height(kept)
    letter = median(word.box[2] / max(len(word.text), 1) for word in kept)
    return [_line(group, letter) for group in sorted(groups, key=_middle)]


def _numbered(words: Iterable[Word]) -> list[list[Word]]:
    groups: dict[tuple[int, ...], list[Word]] = defaultdict(list)
    for word in words:
        groups[word.line].append(word)
    return list(groups.values())


def _by_height(words: Sequence[Word]) -> list[list[Word]]:
    """Words whose middles lie within half a letter of the line's are on it."""
    groups: list[list[Word]] = []
    for word in sorted(words, key=lambda word: word.box[1] + word.box[3] / 2):
        middle = word.box[1] + word.box[3] / 2
        group = next((g for g in reversed(groups[-4:]) if abs(_middle(g) - middle) < 0.5 * _height(g, word)), None)
        if group is None:
            groups.append([word])
        else:
            group.append(word)
    return groups


def _middle(group: Sequence[Word]) -> float:
    return sum(word.box[1] + word.box[3] / 2 for word in group) / len(group)


def _height(group: Sequence[Word], word: Word) -> float:
    return min(median(other.box[3] for other in group), word.box[3])


def _line(group: list[Word], letter: float) -> Line:
    ordered = sorted(group, key=lambda word: word.box[0])
    text = ordered[0].text
    for before, word in pairwise(ordered):
        text += _between(before, word, letter) + word.text
    letters = sum(len(word.text) for word in group)
    confidence = sum(word.confidence * len(word.text) for word in group) / letters
    return Line(text, confidence, around([word.box for word in group]))


def _between(before: Word, word: Word, letter: float) -> str:
    """What stands between two words: nothing inside an amount that the engine has torn (`103,` `00`)."""
    gap = word.box[0] - before.box[0] - before.box[2]
    if gap > _WIDE * letter:
        return "  "
    torn = _TORN.fullmatch(f"{before.text} {word.text}") is not None
    return "" if torn and gap < 1.2 * letter else " "


def with_spaces(text: str) -> str:
    """Text of an engine that loses spaces: `TOTALDKK` and `KVARK500 G` get theirs again."""
    for pattern in _LOST_SPACES:
        text = pattern.sub(" ", text)
    return text


def around(boxes: Sequence[Box]) -> Box:
    """The smallest box around all of them."""
    left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, bottom = max(box[0] + box[2] for box in boxes), max(box[1] + box[3] for box in boxes)
    return left, top, right - left, bottom - top
