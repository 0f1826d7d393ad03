"""The cells of one sheet of an Excel workbook as its XML streams by, with what a way back needs to know of each: is it
text, a number or a day, is it a formula, and was the formula worked out when the file was saved?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from xml.parsers import expat

from budgetdesk.readers.arrears_cells import column, local, parser_of

MOST_ROWS, MOST_COLUMNS = 5_000, 60
LONGEST_TEXT = 2_000
_LARGEST = Decimal(10) ** 15
_FIGURES = 9
"""Decimals that are kept of a number: what a spreadsheet's own arithmetic leaves behind them is none."""


class CellKind(StrEnum):
    """What stands in a cell."""

    EMPTY = "empty"
    TEXT = "text"
    NUMBER = "number"
    DAY = "day"
    YES_NO = "yes_no"
    ERROR = "error"
    """`#DIV/0!` and its kind."""
    UNSAID = "unsaid"
    """A formula that nobody has worked out: the program that saved the file kept no value."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell as it was saved."""

    kind: CellKind = CellKind.EMPTY
    text: str = ""
    """What it shows, roughly: a text as it stands, a number as it is stored (`1234.5`)."""
    number: Decimal | None = None
    formula: bool = False


NOTHING = Cell()
Place = tuple[int, int]
"""Row and column, both from 1, as a spreadsheet counts the rows."""


def letters(at: int) -> str:
    """The name of a column: 1 is `A`, 27 `AA`."""
    said = ""
    while at > 0:
        at, letter = divmod(at - 1, 26)
        said = chr(ord("A") + letter) + said
    return said


def place_name(place: Place) -> str:
    """`F12`, as the spreadsheet says it."""
    row, at = place
    return f"{letters(at)}{row}"


class CellReader:
    """Cells as the parser comes by them; `merged` holds the ranges of cells that are one."""

    def __init__(self, texts: list[str], days: frozenset[int]) -> None:
        self.cells: dict[Place, Cell] = {}
        self.merged: list[tuple[Place, Place]] = []
        self.hidden: set[int] = set()
        """Rows that are hidden, by a filter or by hand."""
        self._texts, self._days = texts, days
        self._row = 0
        self._column = 0
        self._kind, self._style, self._formula = "n", 0, False
        self._value: list[str] = []
        self._keep = False
        self._had_value = self._phonetic = False
        self.parser: expat.XMLParserType = parser_of(self._start, self._end, self._data)

    def _start(self, tag: str, given: dict[str, str]) -> None:
        word = local(tag)
        if word == "c":
            self._begin_cell(given)
        elif word == "f":
            self._formula = True
        elif word == "rPh":
            self._phonetic = True
        elif word == "v" or (word == "t" and not self._phonetic):
            self._keep = self._had_value = True
        elif word == "row":
            self._row = _whole(given.get("r"), self._row + 1)
            self._column = 0
            if given.get("hidden") in ("1", "true"):
                self.hidden.add(self._row)
        elif word == "mergeCell":
            self._merge(given.get("ref", ""))

    def _begin_cell(self, given: Mapping[str, str]) -> None:
        place = given.get("r", "").rstrip("0123456789")
        self._column = column(place) + 1 if place else self._column + 1
        self._kind, self._style = given.get("t", "n"), _whole(given.get("s"), 0)
        self._formula = self._had_value = False
        self._value.clear()

    def _data(self, text: str) -> None:
        if self._keep:
            self._value.append(text)

    def _end(self, tag: str) -> None:
        word = local(tag)
        if word in ("v", "t"):
            self._keep = False
        elif word == "rPh":
            self._phonetic = False
        elif word == "c" and 0 < self._row <= MOST_ROWS and 0 < self._column <= MOST_COLUMNS:
            found = self._cell("".join(self._value))
            if found is not NOTHING:
                self.cells[self._row, self._column] = found

    def _cell(self, value: str) -> Cell:
        if not value.strip():
            if self._formula:
                # An empty text is an answer; no answer at all is none.
                worked_out = self._kind == "str" and self._had_value
                return Cell(CellKind.EMPTY if worked_out else CellKind.UNSAID, formula=True)
            return NOTHING
        if self._kind == "s":
            at = _whole(value, -1)
            return self._text(self._texts[at] if 0 <= at < len(self._texts) else "")
        if self._kind in ("str", "inlineStr"):
            return self._text(value)
        if self._kind == "d":
            return Cell(CellKind.DAY, value[:10], formula=self._formula)
        if self._kind == "b":
            return Cell(CellKind.YES_NO, "SAND" if value.strip() == "1" else "FALSK", formula=self._formula)
        if self._kind == "e":
            return Cell(CellKind.ERROR, value[:20], formula=self._formula)
        return self._number(value)

    def _text(self, text: str) -> Cell:
        plain = text[:LONGEST_TEXT].replace("\u00a0", " ").strip()
        if not plain:
            return Cell(formula=True) if self._formula else NOTHING
        return Cell(CellKind.TEXT, plain, formula=self._formula)

    def _number(self, value: str) -> Cell:
        try:
            exact = Decimal(value.strip())
        except InvalidOperation:
            return Cell(CellKind.ERROR, value[:20], formula=self._formula)
        if not exact.is_finite() or abs(exact) >= _LARGEST:
            return Cell(CellKind.ERROR, value[:20], formula=self._formula)
        number = round(exact, _FIGURES)
        kind = CellKind.DAY if self._style in self._days else CellKind.NUMBER
        shown = f"{number.normalize():f}"
        return Cell(kind, shown, number=number, formula=self._formula)

    def _merge(self, ref: str) -> None:
        first, _rest, last = ref.partition(":")
        ends = (_place(first), _place(last or first))
        if all(ends) and len(self.merged) < MOST_ROWS:
            self.merged.append((ends[0] or (0, 0), ends[1] or (0, 0)))


def _place(ref: str) -> Place | None:
    name = ref.replace("$", "")
    said = name.rstrip("0123456789")
    if not said.isalpha() or not said.isascii() or not name[len(said) :]:
        return None
    return int(name[len(said) :]), column(said.upper()) + 1


def _whole(said: str | None, otherwise: int) -> int:
    text = (said or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else otherwise
