"""The text layer of a PDF as words with their places. Nothing in it is run, and a file that is too much is refused."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from budgetdesk.errors import StatementError
from budgetdesk.readers.banks.content import HOW

MOST_PAGES = 200
MOST_SIGNS = 400_000
"""Ten years of statements are about as many."""
_SAME_LINE = 2.5
"""Points: what stands higher or lower by less is on the same line."""
_GAP = 0.22
"""Of the height of the letters: a wider gap parts two words."""
_SPACES = frozenset(" \t\r\n\u00a0\u202f\u2009\u00ad\ufffe\x00\x02")


@dataclass(frozen=True, slots=True)
class Word:
    """A word: its left and right edge and its base line, in points from the page's lower left corner."""

    text: str
    x0: float
    x1: float
    y: float


@dataclass(frozen=True)
class TextLine:
    """The words of one line, from left to right, on a page (the first is 1)."""

    page: int
    y: float
    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


def text_lines(data: bytes, name: str) -> tuple[TextLine, ...]:
    """All lines of the file, page by page from the top. Raises StatementError."""
    import pypdfium2 as pdfium  # noqa: PLC0415 - only a PDF should cost the import

    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as cause:
        raise _not_opened(name, str(cause)) from cause
    try:
        if len(document) > MOST_PAGES:
            raise StatementError(f"Filen “{name}” har mere end {MOST_PAGES} sider. Hent en kortere periode.")
        lines = tuple(_all_lines(document, name))
    except pdfium.PdfiumError as cause:
        raise _not_opened(name, str(cause)) from cause
    finally:
        document.close()
    if not lines:
        raise StatementError(f"PDF’en “{name}” har ingen tekst, kun billeder. {HOW}")
    return lines


def _not_opened(name: str, why: str) -> StatementError:
    if "password" in why.lower():
        return StatementError(f"PDF’en “{name}” er låst med en adgangskode. Gem den uden kode, og vælg den igen.")
    return StatementError(f"PDF’en “{name}” er gået i stykker og kan ikke læses. {HOW}")


def _all_lines(document: Any, name: str) -> Iterator[TextLine]:
    left = MOST_SIGNS
    for number in range(len(document)):
        page = document[number]
        text = page.get_textpage()
        left -= text.count_chars()
        if left < 0:
            raise StatementError(f"PDF’en “{name}” har for meget tekst til et kontoudtog. Hent en kortere periode.")
        yield from _lines(list(_signs(text)), number + 1)
        text.close()
        page.close()


def _signs(text: Any) -> Iterator[tuple[float, float, float, float, str]]:
    """Each letter: base line, left, right, height, the letter. Spaces are left out: gaps tell them."""
    from pypdfium2 import raw  # noqa: PLC0415

    x, y = ctypes.c_double(), ctypes.c_double()
    box = raw.FS_RECTF()
    for index in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, index)
        sign = chr(code) if 0 < code < 0x110000 else " "
        if sign in _SPACES or 0xD800 <= code < 0xE000:
            continue
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        raw.FPDFText_GetLooseCharBox(text, index, box)
        if box.right > box.left:
            yield y.value, box.left, box.right, box.top - box.bottom, sign


def _lines(signs: list[tuple[float, float, float, float, str]], page: int) -> Iterator[TextLine]:
    signs.sort(key=lambda sign: (-sign[0], sign[1]))
    at = 0
    while at < len(signs):
        end, base = at, signs[at][0]
        while end < len(signs) and base - signs[end][0] < _SAME_LINE:
            end += 1
        words = tuple(_words(sorted(signs[at:end], key=lambda sign: sign[1])))
        yield TextLine(page, base, words)
        at = end


def _words(signs: list[tuple[float, float, float, float, str]]) -> Iterator[Word]:
    text, left, right = "", 0.0, 0.0
    for y, x0, x1, height, sign in signs:
        if text and x0 - right > _GAP * height:
            yield Word(text, left, right, y)
            text = ""
        if not text:
            left = x0
        text, right = text + sign, x1
    if text:
        yield Word(text, left, right, signs[0][0])
