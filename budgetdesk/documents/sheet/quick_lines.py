"""A paragraph in one face and one size, broken and drawn as ReportLab does it: the same bytes, in far less time.

Nearly every cell of a table is one. ReportLab's own way weighs bullets, links, hyphens, justified lines and scripts
from the right for each of them; paragraphs that have any of these are left to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

# isort: split
from reportlab.lib.rl_accel import escapePDF, fp_str
from reportlab.pdfbase.pdfmetrics import getAscentDescent, getFont, stringWidth
from reportlab.platypus.paragraph import _SplitWord, _SplitWordEnd, split, strip

_RIGHT = 2
_NO_MORE_THAN = -1e-8
"""A line that is fuller has its spaces drawn together."""
_NEARLY = 1e-6
"""By less, in points, nothing is moved."""
ESCAPED: dict[int, str] = {sign: escapePDF(bytes([sign])) for sign in range(256)}
"""How a byte stands in a text of a PDF."""
_SOFT_HYPHEN = "\u00ad"
_NO_BREAK = "\u00a0"
_NARROW = 2
"""Letters of a size: where a line has room for fewer, it is left to ReportLab."""
_ODD = re.compile("[\u0000\u180e\u200b]")
"""Marks that are no letters, which ReportLab counts among spaces and Python does not, or the other way round."""


def joined(pieces: Sequence[Any]) -> list[Any]:
    """The pieces of a paragraph, as one where only their letters differ: ReportLab makes a piece of every `&amp;`."""
    made: list[Any] = []
    for piece in pieces:
        if made and _only_letters(piece) and _look(made[-1]) == _look(piece):
            made[-1].text += piece.text
        else:
            made.append(piece)
    return made


def _look(piece: Any) -> dict[str, Any]:
    return {name: value for name, value in vars(piece).items() if name != "text"}


def _only_letters(piece: Any) -> bool:
    """Whether it is no picture, no end of a line and leads nowhere."""
    return not (hasattr(piece, "cbDefn") or hasattr(piece, "lineBreak") or getattr(piece, "link", None))


def lines_of(paragraph: Any, room: float) -> Any:
    """The paragraph broken into lines of `room` points; None where it is left to ReportLab."""
    frags = paragraph.frags
    if len(frags) != 1 or paragraph.bulletText or not _plain_style(paragraph.style) or not _plain_piece(frags[0]):
        return None
    piece = frags[0]
    face, size = piece.fontName, piece.fontSize
    words = _words(piece.text)
    if room < _NARROW * size or not paragraph.style.splitLongWords:
        return None
    lines = list(_filled(words, room, paragraph.style.spaceShrinkage, (face, size)))
    ascent, descent = _edges(face, size)
    return copied(piece, kind=0, lines=lines, ascent=ascent, descent=descent, fontSize=size)


def copied(piece: Any, **more: Any) -> Any:
    """Another piece like this one; ReportLab's own way makes two of them."""
    made = object.__new__(type(piece))
    made.__dict__.update(piece.__dict__, **more)
    return made


def _words(text: str) -> list[str]:
    """What a line may be broken between; a no-break space is none of it."""
    if _NO_BREAK not in text:
        return text.split()
    if not _ODD.search(text):
        return [word.replace("\0", _NO_BREAK) for word in text.replace(_NO_BREAK, "\0").split()]
    found: list[str] = split(strip(text))
    return found


def _filled(
    words: list[str], room: float, shrinkage: float, in_face: tuple[str, float]
) -> Iterator[tuple[float, list[str]]]:
    """What is left of each line, and its words. Spaces may shrink a little to let one more in; a word that is longer
    than a line begins where it stands and is cut where the line ends."""
    space = _wide(" ", *in_face)
    shrinks = shrinkage * space
    held: list[str] = []
    wide = -space
    for word in words:
        own = _wide(word, *in_face)
        longer = wide + space + own
        if own > room:
            first, *rest = _cut(word, wide + space, room, in_face)
            yield room - (wide + space + _wide(first, *in_face)), [*held, first] if first else held
            held, wide = [], -space
            for piece in rest:
                if held:
                    yield room - wide, held
                held, wide = [piece], -space + space + _wide(piece, *in_face)
        elif held and longer > room + shrinks * len(held):
            yield room - wide, held
            held, wide = [word], own
        else:
            held.append(word)
            wide = longer
    if held:
        yield room - wide, held


def _cut(word: str, begins: float, room: float, in_face: tuple[str, float]) -> list[str]:
    """A word in pieces, the first for a line that is full up to `begins`, as ReportLab cuts it."""
    pieces: list[str] = []
    held = ""
    for letter in word:
        own = _wide(letter, *in_face)
        begins += own
        if begins > room:
            pieces.append(_SplitWord(held))
            held, begins = "", own
        held += letter
    return [*pieces, _SplitWordEnd(held)]


def code_of(paragraph: Any, canvas: Any) -> str | None:
    """What draws a paragraph that is broken into lines; None where it is left to ReportLab."""
    broken, style = paragraph.blPara, paragraph.style
    if broken.kind or not broken.lines or paragraph.bulletText or not _plain_style(style):
        return None
    aside = broken.lines[0][0] if style.alignment == _RIGHT else 0.0
    full = any(extra <= _NO_MORE_THAN for extra, _words in broken.lines)
    if full or broken.us_lines or broken.link or (aside and len(broken.lines) > 1):
        return None
    there = back = ""
    if abs(aside) > _NEARLY:
        there, back = f"{number(aside)} 0 Td ", f"{number(-aside)} 0 Td "
    place = f"{number(style.leftIndent)} {number(paragraph.height - broken.fontSize)}"
    said = " ".join(_letters(canvas, broken, style.leading))
    colour = broken.textColor
    return f"q\n{_colour(colour.red, colour.green, colour.blue)} rg\nBT 1 0 0 1 {place} Tm {there}{said} {back}ET\nQ"


@lru_cache(maxsize=100)
def _colour(red: float, green: float, blue: float) -> str:
    return f"{number(red)} {number(green)} {number(blue)}"


_FORMATS = ((10.0, "%.6f"), (100.0, "%.5f"), (1000.0, "%.4f"))
"""Below so much a number has so many decimals: seven figures."""


@lru_cache(maxsize=20_000)
def number(of: float) -> str:
    """A number as it stands in a PDF, as ReportLab writes it. Most come again and again: places of columns, sizes."""
    size = abs(of)
    if size <= _NOTHING or size >= _FORMATS[-1][0]:
        return str(fp_str(of))
    written = str(next(how for most, how in _FORMATS if size < most) % of)
    written = written.rstrip("0").rstrip(".")
    return written[1:] if written[0] == "0" and len(written) > 1 else written


_NOTHING = 1e-7


class _Unknown(Exception):
    """A letter that comes for the first time, or one of another selection of its face."""


class Letters(dict[int, str]):
    """How the letters of a face stand in one file, as `str.translate` asks for them. The first selection of a face has
    those letters that come first, so nearly all."""

    def __init__(self, face: Any, document: Any) -> None:
        super().__init__()
        self.face, self.document = face, document
        self.known = face._assignState(document).assignments
        self._set: dict[tuple[float, float], str] = {}

    def __missing__(self, letter: int) -> str:
        at = self.known.get(ord(" ") if letter == ord(_NO_BREAK) else letter)
        if at is None or at not in ESCAPED:
            raise _Unknown
        self[letter] = written = ESCAPED[at]
        return written

    def set_in(self, selection: int, size: float, leading: float) -> str:
        """What sets the face, in a size."""
        name = self.face.getSubsetInternalName(selection, self.document)
        return f"{name} {number(size)} Tf {number(leading)} TL"

    def set_first(self, size: float, leading: float) -> str:
        """The same for the first selection; a paper has few sizes."""
        found = self._set.get((size, leading))
        if found is None:
            found = self._set[size, leading] = self.set_in(0, size, leading)
        return found


def _letters(canvas: Any, broken: Any, leading: float) -> Iterator[str]:
    """The lines, each letter in the selection of the face that it is in."""
    letters, now = canvas.letters.get(broken.fontName), -1
    if letters is None:
        letters = canvas.letters[broken.fontName] = Letters(getFont(broken.fontName), canvas._doc)
    for _extra, words in broken.lines:
        text = " ".join(words)
        try:
            said = text.translate(letters)
        except _Unknown:
            for selection, some in letters.face.splitString(text, canvas._doc):
                if selection != now:
                    yield letters.set_in(selection, broken.fontSize, leading)
                    now = selection
                yield f"({some.decode('latin-1').translate(ESCAPED)}) Tj"
        else:
            if now != 0 and text:
                yield letters.set_first(broken.fontSize, leading)
                now = 0
            if text:
                yield f"({said}) Tj"
        yield "T*"


def _plain_style(style: Any) -> bool:
    """Whether its paragraphs are set to the left or right and no more. It stays with the style."""
    owner, plain = getattr(style, "plain", (None, False))
    if owner is not style:  # a style begins with all that its parent has
        plain = _sets_no_more(style)
        style.plain = (style, plain)
    return bool(plain)


def _sets_no_more(style: Any) -> bool:
    return not (
        style.alignment not in (0, _RIGHT)
        or style.firstLineIndent
        or style.backColor
        or (style.borderColor and style.borderWidth)
        or style.wordWrap
        or style.shaping
        or style.endDots
        or style.hyphenationLang
        or style.embeddedHyphenation
        or style.uriWasteReduce
        or getattr(style, "autoLeading", "")
    )


def _plain_piece(piece: Any) -> bool:
    """Whether it is text and no picture, and has no ground of its own and nothing to break at but spaces."""
    return (
        hasattr(piece, "text")
        and not hasattr(piece, "cbDefn")
        and not hasattr(piece, "backColor")
        and _SOFT_HYPHEN not in piece.text
    )


@lru_cache(maxsize=20_000)
def _wide(text: str, face: str, size: float) -> float:
    return float(stringWidth(text, face, size))


@lru_cache(maxsize=100)
def _edges(face: str, size: float) -> tuple[float, float]:
    ascent, descent = getAscentDescent(face, size)
    return ascent, descent
