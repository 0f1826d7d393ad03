"""An Excel workbook as a stream of rows: a sheet of half a million rows takes the memory of one.

Only text, numbers and days are read; formulas are never worked out, links never followed, a document type is refused.
Numbers come out as Danes write them (`1234,50`), days as `2026-11-01`. Cells merged downwards say in each row what they
say in the first: that is how a list puts several months beside one name.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any
from xml.parsers import expat

from budgetdesk.errors import ArrearsListError
from budgetdesk.i18n import _
from budgetdesk.readers.arrears_cells import LONGEST_CELL, Row, SheetReader, column, local, parser_of
from budgetdesk.readers.arrears_source import opened
from budgetdesk.readers.banks.sheet import Line
from budgetdesk.readers.incoming import Source
from budgetdesk.readers.workbook_parts import (
    RELATIONS,
    WORKBOOK,
    NamedSheet,
    day_formats,
    named_sheet,
    nothing,
    part_of,
    relations,
    shared_texts,
)

MOST_UNPACKED = 1200 * 1024 * 1024
"""Bytes of a sheet when it is unpacked; half a million rows are about 250 MB."""
MOST_TEXT = 120 * 1024 * 1024
MOST_PARTS, MOST_SHEETS = 1000, 20
_MOST_TIMES = 400
_CHUNK = 256 * 1024
_MERGE = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]*\bref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
_EPOCH = {False: date(1899, 12, 30), True: date(1904, 1, 1)}
Merged = dict[int, list[tuple[int, int]]]
"""Column -> first and last row of the cells that are merged downwards there."""


def tops(source: Source, name: str, count: int) -> list[tuple[str, tuple[Line, ...]]]:
    """Name and first lines of each sheet that has any. Raises ArrearsListError."""
    found = []
    with _book(source, name) as book:
        for title, _rest in book.sheets:
            lines = book.lines(title)
            top = tuple(line for line, _rest in zip(lines, range(count), strict=False))
            lines.close()
            if top:
                found.append((title, top))
    return found


def lines(source: Source, name: str, sheet: int) -> Iterator[Line]:
    """Every line of one sheet, as `tops` counts them. Raises ArrearsListError."""
    with _book(source, name) as book:
        with_rows = [title for title, _rest in book.sheets if next(book.lines(title), None) is not None]
        yield from book.lines(with_rows[sheet])


@contextmanager
def _book(source: Source, name: str) -> Iterator[_Book]:
    try:
        with opened(source, name) as file, zipfile.ZipFile(file) as packed:
            yield _Book(packed, name)
    except ArrearsListError:
        raise
    except (zipfile.BadZipFile, expat.ExpatError, OSError, KeyError, ValueError, EOFError, NotImplementedError,
            RuntimeError) as cause:  # fmt: skip
        raise ArrearsListError(
            _(
                "Regnearket “{name}” er gået i stykker eller låst. Åbn det i Excel, gem det igen uden "
                "kode, og vælg det."
            ).format(name=name)
        ) from cause


class _Book:
    """What the workbook says about itself: its sheets, its texts, and which formats are days."""

    def __init__(self, packed: zipfile.ZipFile, name: str) -> None:
        self._packed, self._name = packed, name
        self._check()
        self._parts = {part.filename.lower(): part.filename for part in packed.infolist()}
        self._texts: list[str] | None = None
        self._since_1904 = False
        self.sheets = self._find_sheets()
        days, parser = day_formats()
        self._feed(parser, self._parts.get("xl/styles.xml"))
        self._days = days()

    def lines(self, title: str) -> Any:
        """A generator of the lines of a sheet."""
        part = dict(self.sheets)[title]
        merged = self._merged(part)
        return self._lines(part, merged)

    def _lines(self, part: str, merged: Merged) -> Iterator[Line]:
        above: dict[int, str] = {}
        for number, cells in self._rows(part):
            for at, spans in merged.items():
                if cells.get(at):
                    above[at] = cells[at]
                elif any(first < number <= last for first, last in spans):
                    cells[at] = above.get(at, "")
            if any(cells.values()):
                yield Line(number, tuple(cells.get(at, "") for at in range(max(cells) + 1)))

    def _rows(self, part: str) -> Iterator[Row]:
        reader = SheetReader(self._texts_of_book, self._days, _EPOCH[self._since_1904])
        with self._packed.open(part) as file:
            while chunk := file.read(_CHUNK):
                reader.parser.Parse(chunk, False)
                yield from reader.taken()
            reader.parser.Parse(b"", True)
            yield from reader.taken()

    def _texts_of_book(self) -> list[str]:
        """The texts that cells share, read when the first cell asks for one."""
        if self._texts is None:
            self._texts, parser = shared_texts(lambda text: text[:LONGEST_CELL].strip())
            self._feed(parser, self._parts.get("xl/sharedstrings.xml"))
        return self._texts

    def _find_sheets(self) -> list[tuple[str, str]]:
        """Name and part of each sheet that is seen."""
        seen: list[NamedSheet] = []

        def start(tag: str, given: dict[str, str]) -> None:
            if local(tag) == "workbookPr" and given.get("date1904") in ("1", "true"):
                self._since_1904 = True
            if (sheet := named_sheet(tag, given)) and not sheet.hidden:
                seen.append(sheet)

        targets, parser = relations()
        self._feed(parser, self._parts[RELATIONS])
        self._feed(parser_of(start, nothing, nothing), self._parts[WORKBOOK])
        placed = ((sheet.title, part_of(sheet, targets, self._parts)) for sheet in seen[:MOST_SHEETS])
        return [(title, part) for title, part in placed if part]

    def _merged(self, part: str) -> Merged:
        """Cells merged downwards. They stand behind the rows, so the sheet is gone through once before."""
        found: Merged = {}
        kept = b""
        with self._packed.open(part) as file:
            while chunk := file.read(_CHUNK):
                text = kept + chunk
                if b"mergeCell" in text:
                    for first, top, _rest, bottom in _MERGE.findall(text):
                        if int(top) < int(bottom):
                            found.setdefault(column(first.decode()), []).append((int(top), int(bottom)))
                    kept = text[text.rfind(b"<") :][:200]
                else:
                    kept = text[-200:]
        return found

    def _feed(self, parser: expat.XMLParserType, part: str | None) -> None:
        """Parse a part, where the workbook has it."""
        if part is None:
            return
        with self._packed.open(part) as file:
            while chunk := file.read(_CHUNK):
                parser.Parse(chunk, False)
            parser.Parse(b"", True)

    def _check(self) -> None:
        """Nothing is unpacked before what is packed has been added up. Raises ArrearsListError."""
        parts = self._packed.infolist()
        names = {part.filename.lower() for part in parts}
        if WORKBOOK not in names:
            raise ArrearsListError(
                _("Filen “{name}” er pakket (zip) og ikke et regneark. Pak den ud, og vælg filen i den.").format(
                    name=self._name
                )
            )
        swollen = any(one.file_size > 1_000_000 and one.file_size > _MOST_TIMES * one.compress_size for one in parts)
        texts = sum(one.file_size for one in parts if "sharedstrings" in one.filename.lower())
        large = any(part.file_size > MOST_UNPACKED for part in parts) or texts > MOST_TEXT
        if len(parts) > MOST_PARTS or swollen or large:
            raise ArrearsListError(
                _(
                    "Regnearket “{name}” fylder alt for meget, når det pakkes ud. Gem arket som CSV, og vælg den."
                ).format(name=self._name)
            )
