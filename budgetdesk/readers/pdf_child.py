"""The process that opens a PDF: bytes on standard input, lines of words as JSON on standard output, then it ends."""

from __future__ import annotations

import ctypes
import json
import os
import sys
from collections.abc import Iterator
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

MEMORY = 1024**3
"""Bytes of address space."""
MOST_PAGES = 200
MOST_SIGNS = 400_000
"""Ten years of statements are about as many."""
_SAME_LINE = 2.5
"""Points: what stands higher or lower by less is on the same line."""
_GAP = 0.22
"""Of the height of the letters: a wider gap parts two words."""
_SPACES = frozenset(" \t\r\n\u00a0\u202f\u2009\u00ad\ufffe\x00\x02")
Sign = tuple[float, float, float, float, str]
Words = list[tuple[str, float, float, float]]


class RefusedError(Exception):
    """`args[0]` is "encrypted", "pages", "signs" or "broken"."""


def main() -> None:
    """Read one file and answer."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what a library prints is no answer
    _limit()
    try:
        answer: Any = lines_of(sys.stdin.buffer.read())
    except RefusedError as error:
        answer = error.args[0]
    except Exception:
        answer = "broken"
    answers.write(json.dumps(answer).encode())
    answers.flush()


def lines_of(data: bytes) -> list[tuple[int, float, Words]]:
    """Page, base line and words of every line, page by page from the top. Raises RefusedError."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as cause:
        raise RefusedError("encrypted" if "password" in str(cause).lower() else "broken") from cause
    if len(document) > MOST_PAGES:
        raise RefusedError("pages")
    return list(_all_lines(document))


def _limit() -> None:
    """Memory, files and core dumps, where the system can."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not on Windows

    for what, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_CORE, 0)):
        try:
            resource.setrlimit(what, (most, most))
        except (ValueError, OSError):
            continue  # macOS knows some limits and refuses them


def _all_lines(document: Any) -> Iterator[tuple[int, float, Words]]:
    left = MOST_SIGNS
    for number in range(len(document)):
        page = document[number]
        text = page.get_textpage()
        left -= text.count_chars()
        if left < 0:
            raise RefusedError("signs")
        yield from _lines(list(_signs(text)), number + 1)
        text.close()
        page.close()


def _signs(text: Any) -> Iterator[Sign]:
    """Each letter: base line, left, right, height, the letter. Spaces are left out: gaps tell them."""
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


def _lines(signs: list[Sign], page: int) -> Iterator[tuple[int, float, Words]]:
    signs.sort(key=lambda sign: (-sign[0], sign[1]))
    at = 0
    while at < len(signs):
        end, base = at, signs[at][0]
        while end < len(signs) and base - signs[end][0] < _SAME_LINE:
            end += 1
        yield page, base, list(_words(sorted(signs[at:end], key=lambda sign: sign[1])))
        at = end


def _words(signs: list[Sign]) -> Iterator[tuple[str, float, float, float]]:
    text, left, right = "", 0.0, 0.0
    for y, x0, x1, height, sign in signs:
        if text and x0 - right > _GAP * height:
            yield text, left, right, y
            text = ""
        if not text:
            left = x0
        text, right = text + sign, x1
    if text:
        yield text, left, right, signs[0][0]
