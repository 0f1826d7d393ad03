"""The cells of an Excel sheet as its XML streams by: text, numbers as Danes write them, days as `2026-11-01`."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from xml.parsers import expat

MOST_COLUMNS = 100
LONGEST_CELL = 2000
_MOST_FIGURES = 15
_WHOLE_DAYS = re.compile(r"\d{4,6}(?:\.\d+)?")
Row = tuple[int, dict[int, str]]
"""Its number, and column -> text."""


class SheetReader:
    """Rows as the parser comes by them."""

    def __init__(self, texts: Callable[[], list[str]], days: frozenset[int], epoch: date) -> None:
        self._texts, self._days, self._epoch = texts, days, epoch
        self._done: list[Row] = []
        self._cells: dict[int, str] = {}
        self._number = 0
        self._at = self._style = 0
        self._kind = ""
        self._value: list[str] = []
        self._keep = False
        self.parser = parser_of(self._start, self._end, self._data)

    def taken(self) -> list[Row]:
        """The rows that are whole, taken out."""
        done, self._done = self._done, []
        return done

    def _start(self, tag: str, given: dict[str, str]) -> None:
        word = local(tag)
        if word == "c":
            place = given.get("r", "")
            self._at = column(place.rstrip("0123456789")) if place else self._at + 1
            self._kind, self._style = given.get("t", "n"), int(given.get("s", "0"))
            self._value.clear()
        elif word in ("v", "t"):
            self._keep = True
        elif word == "row":
            self._number = int(given.get("r", self._number + 1))
            self._cells, self._at = {}, -1

    def _data(self, text: str) -> None:
        if self._keep:
            self._value.append(text)

    def _end(self, tag: str) -> None:
        word = local(tag)
        if word in ("v", "t"):
            self._keep = False
        elif word == "c":
            if self._value and 0 <= self._at < MOST_COLUMNS:
                self._cells[self._at] = self._text("".join(self._value))
        elif word == "row" and self._cells:
            self._done.append((self._number, self._cells))

    def _text(self, value: str) -> str:
        if self._kind == "s":
            texts = self._texts()
            return texts[int(value)] if int(value) < len(texts) else ""
        if self._kind in ("str", "inlineStr", "d"):
            return value[:LONGEST_CELL].strip()
        if self._kind == "b":
            return "ja" if value == "1" else "nej"
        if self._kind == "e":
            return ""
        return self._figures(value)

    def _figures(self, value: str) -> str:
        if self._style in self._days and _WHOLE_DAYS.fullmatch(value):
            return (self._epoch + timedelta(days=int(float(value)))).isoformat()
        if value.isdigit() and len(value) <= _MOST_FIGURES:
            return value
        try:
            exact = Decimal(value)
        except InvalidOperation:
            return ""
        if not exact.is_finite() or abs(exact) >= 10**_MOST_FIGURES:
            return "?"
        if exact == exact.to_integral_value():
            return f"{exact.to_integral_value():f}"
        return f"{round(exact, 2):f}".replace(".", ",")


def parser_of(
    start: Callable[[str, dict[str, str]], None], end: Callable[[str], None], data: Callable[[str], None]
) -> expat.XMLParserType:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, data
    parser.StartDoctypeDeclHandler = _refuse
    return parser


def _refuse(*_given: object) -> None:
    raise ValueError("a document type in a sheet")


@lru_cache(maxsize=512)
def local(tag: str) -> str:
    return tag.rpartition(" ")[2]


@lru_cache(maxsize=2048)
def column(letters: str) -> int:
    """`A` is 0, `B` 1, `AA` 26."""
    found = 0
    for letter in letters:
        found = found * 26 + ord(letter) - 64
    return found - 1
