"""Lines of text in any of the languages a tenant's page is printed in, from left or from right.

ReportLab draws letters from left to right in the shape they have alone. So Arabic, Farsi and Urdu are broken into
lines first, as they are read; then each line's letters take the shape of their place in the word (arabic-reshaper),
and the line is put in the order in which it is seen (python-bidi, UAX 9). Names, telephone numbers and amounts inside
such a line are set apart (isolates, UAX 9 § 2.4.2), or `33 19 32 00` would be read from its end.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby

from budgetdesk.documents.sheet import fonts
from budgetdesk.documents.sheet.holding import held

# isort: split
from reportlab.pdfbase.pdfmetrics import stringWidth

FROM_RIGHT = frozenset({"ar", "fa", "ur"})
"""The languages that are written from right to left."""
APART, LEFT, RIGHT, END = "\u2068", "\u2066", "\u2067", "\u2069"
"""Before a name whose direction is its own, before what is read from the left, from the right, and after each."""
_LAST_FROM_LEFT = "\u0590"
"""No letter up to here is written from the right."""
_CONTROLS = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069\u200e\u200f\u200c\u200d"))
_LATIN = r"A-Za-z0-9À-ɏ@§_"
_BESIDE = r".,:;/&'’%+–−\- \u00a0"
_FROM_LEFT = re.compile(
    rf"[+−]?[{_LATIN}](?:(?:[{_LATIN}{_BESIDE}]|\([{_LATIN}{_BESIDE}]*\))*(?:[{_LATIN}%]|\([{_LATIN}{_BESIDE}]*\)))?"
    r"(?:(?<=\bkr)\.)?"
)
"""What is read from the left in a line from the right; a bracket that opens in it closes in it."""
_BETWEEN = re.compile(r"(?<=[\u0600-\u06ff\u2069])[,;](?= |$)|(?<=[\d)]),(?= (?:\d+ )?[\u2068\u0600-\u06ff]|$)")
"""What stands between the parts of a list in a line from the right; a figure or a Danish word may end a part."""
_OWN_SIGNS = {",": "،", ";": "؛"}
_HEH_WITH_HAMZA = ("ه\u0654", "\u06c0")
"""As two signs (so the days of Farsi come) and as the one that has a shape."""
ARABIC_SIZE = 1.14
"""The letters of Naskh are smaller than those of the house face at the same size."""


@dataclass(frozen=True)
class Laid:
    """One line, ready to be drawn."""

    read: str
    """As it is read: what is copied out of the paper."""
    drawn: tuple[tuple[str, float, str], ...]
    """As it is seen from left to right: face, size, letters."""
    width: float
    turned: bool = False
    """Whether it is drawn otherwise than it is read."""


def apart(text: str) -> str:
    """A typed text whose own direction does not turn the sentence around it."""
    return f"{APART}{text}{END}" if text else text


def without_controls(text: str) -> str:
    """What is seen of it."""
    return text.translate(_CONTROLS)


@lru_cache(maxsize=4_000)
def lay(text: str, room: float, size: float, *, bold: bool = False, from_right: bool = False) -> tuple[Laid, ...]:
    """A text as lines of at most `room` points. A word that is longer is broken between letters. A text in which no
    letter is written from the right is read from the left wherever it stands.

    It is remembered: a row is laid each time its table is measured, and the same words stand on many papers.
    """
    from_right = from_right and turns(text)
    listed = _BETWEEN.sub(lambda found: _OWN_SIGNS[found[0]], text) if from_right else text
    said = set_apart(held(listed), from_right=from_right)
    lines: list[str] = []
    begun = ""
    for word in _words(said, room, size, bold):
        longer = f"{begun} {word}" if begun else word
        if begun and _width(longer, size, bold) > room:
            lines.append(begun)
            begun = word
        else:
            begun = longer
    return tuple(_laid(line, size, bold, from_right) for line in _closed([*lines, begun] if begun else lines))


def width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a text is on one line, in points."""
    return _width(text, size, bold)


@lru_cache(maxsize=1_000)
def one_line(text: str, size: float, *, bold: bool = False, from_right: bool = False) -> Laid:
    """A text on one line, however wide it gets."""
    from_right = from_right and turns(text)
    return _laid(set_apart(text, from_right=from_right), size, bold, from_right)


def set_apart(text: str, *, from_right: bool) -> str:
    """A text in which each piece keeps its direction, also where a line ends in it. In one from the right that is each
    piece from the left too."""
    told = _FROM_LEFT.sub(lambda found: f"{LEFT}{found[0]}{END}", text) if from_right else text
    return "".join(_own_direction(told, at) if sign == APART else sign for at, sign in enumerate(told))


def _own_direction(text: str, at: int) -> str:
    """Of the name that begins after the sign at `at`: that of its first letter, passing over what is set apart within
    it (UAX 9, P2)."""
    within = 0
    for one in text[at + 1 :]:
        within += (one in (APART, LEFT)) - (one == END)
        if within < 0:
            break
        if within == 0 and (kind := unicodedata.bidirectional(one)) in ("L", "R", "AL"):
            return LEFT if kind == "L" else RIGHT
    return LEFT


def undrawable(text: str) -> list[str]:
    """The letters that none of the faces has."""
    shown = without_controls(_shaped(text))
    return [one for one in shown if _face(one, bold=False) is None or _face(one, bold=True) is None]


def _closed(lines: list[str]) -> Iterator[str]:
    """Each line with the isolates it opens closed, and opened again on the next."""
    opened: list[str] = []
    for line in lines:
        begun = "".join(opened)
        for sign in line:
            if sign in (LEFT, RIGHT):
                opened.append(sign)
            elif sign == END and opened:
                opened.pop()
        yield f"{begun}{line}{END * len(opened)}"


def _words(text: str, room: float, size: float, bold: bool) -> Iterator[str]:
    for word in text.split(" "):
        rest = word
        while rest and _width(rest, size, bold) > room:
            kept = _fitting(rest, room, size, bold)
            yield rest[:kept]
            rest = rest[kept:]
        if rest:
            yield rest


def _fitting(word: str, room: float, size: float, bold: bool) -> int:
    """How many letters of a word stand on one line; at least one."""
    fits, too_many = 1, len(word)
    while too_many - fits > 1:
        middle = (fits + too_many) // 2
        if _width(word[:middle], size, bold) <= room:
            fits = middle
        else:
            too_many = middle
    return fits


@lru_cache(maxsize=20_000)
def _width(text: str, size: float, bold: bool) -> float:
    return float(sum(stringWidth(letters, face, drawn) for face, drawn, letters in _runs(_shaped(text), size, bold)))


def _laid(line: str, size: float, bold: bool, from_right: bool) -> Laid:
    read = without_controls(line)
    if not from_right and not turns(line):
        runs = tuple(_runs(read, size, bold))
    else:
        from bidi import get_display  # noqa: PLC0415 - needed for few papers

        seen = get_display(_mirrored(_shaped(line), from_right), base_dir="R" if from_right else "L")
        runs = tuple(_runs(str(seen), size, bold))
    wide = sum(stringWidth(letters, face, drawn) for face, drawn, letters in runs)
    return Laid(read, runs, wide, "".join(letters for _, _, letters in runs) != read)


_MIRRORED = str.maketrans("()[]{}<>«»‹›“”", ")(][}{><»«›‹”“")
"""Unicode leaves the quotation marks as they are, but Arabic and Urdu open with what closes elsewhere (CLDR)."""


def _mirrored(text: str, from_right: bool) -> str:
    """With the brackets and quotation marks turned that stand in what is read from the right: python-bidi orders, and
    mirrors nothing."""
    directions, seen = [from_right], []
    for sign in text:
        if sign in (LEFT, RIGHT):
            directions.append(sign == RIGHT)
        elif sign == END and len(directions) > 1:
            directions.pop()
        seen.append(sign.translate(_MIRRORED) if directions[-1] else sign)
    return "".join(seen)


def turns(text: str) -> bool:
    """Whether any letter of it is written from the right."""
    if max(text, default="") <= _LAST_FROM_LEFT:
        return False
    return any(one > _LAST_FROM_LEFT and unicodedata.bidirectional(one) in ("R", "AL") for one in text)


def _shaped(text: str) -> str:
    """Word by word: no letter is joined to one beyond a space, and the same words come again and again."""
    return " ".join(map(_shaped_word, text.split(" "))) if turns(text) else text


@lru_cache(maxsize=4_000)
def _shaped_word(word: str) -> str:
    return str(_reshaper().reshape(word.replace(*_HEH_WITH_HAMZA))) if turns(word) else word


@cache
def _reshaper() -> _Reshaper:
    from arabic_reshaper import ArabicReshaper  # noqa: PLC0415 - needed for few papers

    made: _Reshaper = ArabicReshaper({"delete_harakat": False, "ARABIC LIGATURE ALLAH": False})
    return made


class _Reshaper:
    """What is used of arabic-reshaper, which has no types."""

    def reshape(self, text: str) -> str:
        raise NotImplementedError


def _runs(shaped: str, size: float, bold: bool) -> Iterator[tuple[str, float, str]]:
    """What is drawn in one face after the other. A space takes the face before it."""
    seen = without_controls(shaped)
    house = fonts.BOLD if bold else fonts.REGULAR
    if fonts.has_all(house, seen):  # nearly every line: no need to look at each letter
        if seen:
            yield house, size, seen
        return
    faces: list[tuple[str, str]] = []
    for letter in seen:
        face = faces[-1][0] if faces and letter == " " else _face(letter, bold=bold)
        faces.append((face or fonts.SPARE, letter if face else fonts.UNKNOWN))
    for face, letters in groupby(faces, key=lambda pair: pair[0]):
        drawn = size * ARABIC_SIZE if face in fonts.WHEN_USED else size
        yield face, drawn, "".join(letter for _, letter in letters)


@lru_cache(maxsize=10_000)
def _face(letter: str, *, bold: bool) -> str | None:
    house = fonts.BOLD if bold else fonts.REGULAR
    if fonts.has(house, letter):
        return house
    if letter > _LAST_FROM_LEFT:
        arabic = fonts.ARABIC_BOLD if bold else fonts.ARABIC
        if fonts.has(arabic, letter):
            return arabic
    return fonts.SPARE if fonts.has(fonts.SPARE, letter) else None
