"""The sheets of an Excel workbook with their cells, and the names that are defined in it. Formulas are never worked
out, links never followed, macros never run, a document type is refused."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.parsers import expat

from budgetdesk.readers.arrears_cells import local, parser_of
from budgetdesk.readers.budget_workbook_cells import NOTHING, Cell, CellReader, Place
from budgetdesk.readers.budget_workbook_file import MOST_UNPACKED, broken, packed, too_large
from budgetdesk.readers.workbook_parts import (
    RELATIONS,
    WORKBOOK,
    NamedSheet,
    day_formats,
    named_sheet,
    part_of,
    relations,
    shared_texts,
)

MOST_SHEETS = 60
_CHUNK = 64 * 1024
_BROKEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    expat.ExpatError,
    OSError,
    EOFError,
    LookupError,
    ValueError,
    RuntimeError,
    OverflowError,
)
"""What unpacking and reading let through where a file is not what it says; a locked part is a RuntimeError."""
Told = Callable[[int], object]
"""Is told how many sheets are read, between two of them; may raise to stop."""


@dataclass(frozen=True)
class SheetCells:
    """One sheet."""

    name: str
    hidden: bool = False
    cells: dict[Place, Cell] = field(default_factory=dict)
    merged: tuple[tuple[Place, Place], ...] = ()
    hidden_rows: frozenset[int] = frozenset()

    def cell(self, row: int, at: int) -> Cell:
        """The cell; an empty one where nothing stands."""
        return self.cells.get((row, at), NOTHING)

    @property
    def last_row(self) -> int:
        return max((row for row, _at in self.cells), default=0)


@dataclass(frozen=True)
class WorkbookCells:
    """All sheets in their order, and the defined names."""

    sheets: tuple[SheetCells, ...]
    names: dict[str, str] = field(default_factory=dict)
    """Name -> what it stands for, as the workbook has it: `'Budget'!$A$1`, `"7"`."""


def workbook_cells(data: bytes, name: str, told: Told = lambda _sheets: None) -> WorkbookCells:
    """Everything that stands in the workbook. Raises BudgetWorkbookError."""
    try:
        with packed(data, name) as found:
            return _Book(found, name).read(told)
    except _BROKEN as cause:
        raise broken(name) from cause


class _Book:
    def __init__(self, found: zipfile.ZipFile, name: str) -> None:
        self._packed, self._name = found, name
        self._parts = {part.filename.lower(): part.filename for part in found.infolist()}
        self._left = MOST_UNPACKED
        self._names: dict[str, str] = {}

    def read(self, told: Told) -> WorkbookCells:
        sheets = self._sheets()
        texts, parser = shared_texts()
        self._feed(parser, self._parts.get("xl/sharedstrings.xml"))
        day_numbers, parser = day_formats()
        self._feed(parser, self._parts.get("xl/styles.xml"))
        days = day_numbers()
        made = []
        for number, (title, hidden, part) in enumerate(sheets):
            told(number)  # may raise UserCancelled
            reader = CellReader(texts, days)
            self._feed(reader.parser, part)
            made.append(SheetCells(title, hidden, reader.cells, tuple(reader.merged), frozenset(reader.hidden)))
        return WorkbookCells(tuple(made), self._names)

    def _sheets(self) -> list[tuple[str, bool, str]]:
        """Name, whether it is hidden, and the part of each sheet of cells."""
        named: list[NamedSheet] = []
        targets, parser = relations()
        self._feed(parser, self._parts[RELATIONS])
        self._feed(self._with_names(named), self._parts[WORKBOOK])
        placed = ((sheet, part_of(sheet, targets, self._parts)) for sheet in named[:MOST_SHEETS])
        return [(sheet.title, sheet.hidden, part) for sheet, part in placed if part]

    def _with_names(self, named: list[NamedSheet]) -> expat.XMLParserType:
        """A parser of the workbook's own part, that fills `named` and keeps the defined names as well."""
        state = {"name": ""}
        inside: list[str] = []

        def start(tag: str, given: dict[str, str]) -> None:
            if sheet := named_sheet(tag, given):
                named.append(sheet)
            if local(tag) == "definedName":
                state["name"] = given.get("name", "")
                inside.clear()

        def end(tag: str) -> None:
            if local(tag) == "definedName":
                self._names[state["name"]] = "".join(inside).strip()
                state["name"] = ""

        def data(text: str) -> None:
            if state["name"]:
                inside.append(text)

        return parser_of(start, end, data)

    def _feed(self, parser: expat.XMLParserType, part: str | None) -> None:
        """What a part claims about its size is not trusted: what comes out of it is counted."""
        if part is None:
            return
        with self._packed.open(part) as file:
            while chunk := file.read(_CHUNK):
                self._left -= len(chunk)
                if self._left < 0:
                    raise too_large(self._name)
                parser.Parse(chunk, False)
            parser.Parse(b"", True)
