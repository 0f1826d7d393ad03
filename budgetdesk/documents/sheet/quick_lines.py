"""A paragraph in one face and one size, broken and drawn as ReportLab does it: the same bytes in a third of its time.

Nearly every cell of a table is one. ReportLab's own way weighs bullets, links, hyphens, justified lines and scripts
from the right for each of them; paragraphs that have any of these are left to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

# isort: split
from reportlab.lib.rl_accel import escapePDF, fp_str
from reportlab.pdfbase.pdfmetrics import getAscentDescent, getFont, stringWidth
from reportlab.platypus.paragraph import split, strip

_RIGHT = 2
_NO_MORE_THAN = -1e-8
"""A line that is fuller has its spaces drawn together."""
_NEARLY = 1e-6
"""By less, in points, nothing is moved."""
_ESCAPED = {sign: escapePDF(bytes([sign])) for sign in range(256)}
"""How a byte stands in a text of a PDF."""
_SOFT_HYPHEN = "\u00ad"


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
    """The paragraph broken into lines of `room` points; None where it is left to ReportLab, as is a word that is
    longer than a line."""
    frags = paragraph.frags
    if len(frags) != 1 or paragraph.bulletText or not _plain_style(paragraph.style) or not _plain_piece(frags[0]):
        return None
    piece = frags[0]
    face, size = piece.fontName, piece.fontSize
    words = [(word, _wide(word, face, size)) for word in split(strip(piece.text))]
    if any(wide > room for _word, wide in words):
        return None
    space = _wide(" ", face, size)
    lines = list(_filled(words, room, space, paragraph.style.spaceShrinkage * space))
    ascent, descent = _edges(face, size)
    return piece.clone(kind=0, lines=lines, ascent=ascent, descent=descent, fontSize=size)


def _filled(
    words: list[tuple[str, float]], room: float, space: float, shrinks: float
) -> Iterator[tuple[float, list[str]]]:
    """What is left of each line, and its words. Spaces may shrink a little to let one more in."""
    held: list[str] = []
    wide = -space
    for word, own in words:
        longer = wide + space + own
        if held and longer > room + shrinks * len(held):
            yield room - wide, held
            held, wide = [word], own
        else:
            held.append(word)
            wide = longer
    if held:
        yield room - wide, held


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
    said = " ".join(_letters(canvas._doc, broken, style.leading))
    return f"q\n{_colour(broken.textColor)} rg\nBT 1 0 0 1 {place} Tm {there}{said} {back}ET\nQ"


def _colour(of: Any) -> str:
    return " ".join(map(number, (of.red, of.green, of.blue)))


@lru_cache(maxsize=20_000)
def number(of: float) -> str:
    """A number as it stands in a PDF. Most come again and again: places of columns, sizes, parts of colours."""
    return str(fp_str(of))


def _letters(document: Any, broken: Any, leading: float) -> Iterator[str]:
    """The lines, each letter in the selection of the face that it is in."""
    face, now = getFont(broken.fontName), -1
    for _extra, words in broken.lines:
        for selection, letters in _selected(face, " ".join(words), document):
            if selection != now:
                name = face.getSubsetInternalName(selection, document)
                yield f"{name} {number(broken.fontSize)} Tf {number(leading)} TL"
                now = selection
            yield f"({letters.decode('latin-1').translate(_ESCAPED)}) Tj"
        yield "T*"


def _selected(face: Any, text: str, document: Any) -> list[tuple[int, bytes]]:
    """The letters as this file numbers them. The first selection of a face has those that come first, so nearly all."""
    if face.state.get(document) is not None:
        known = face.state[document].assignments
        try:
            return [(0, bytes([known[ord(letter)] for letter in text.replace("\u00a0", " ")]))]
        except (KeyError, ValueError):  # a letter that comes for the first time, or one of another selection
            pass
    selected: list[tuple[int, bytes]] = face.splitString(text, document)
    return selected


def _plain_style(style: Any) -> bool:
    """Whether its paragraphs are set to the left or right and no more."""
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
