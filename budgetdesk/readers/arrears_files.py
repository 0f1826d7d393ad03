"""A list of arrears as rows of cells, read as a stream: half a million rows are never in memory at once.

`look` opens a file and shows the top of each sheet; `lines` goes through one sheet, line by line. CSV and text in any
usual encoding, and Excel (`arrears_workbook`). Every failure is an ArrearsListError with a sentence.
"""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from budgetdesk.errors import ArrearsListError, StatementError
from budgetdesk.i18n import N_, _
from budgetdesk.readers import arrears_workbook
from budgetdesk.readers.arrears_source import name_of, opened
from budgetdesk.readers.banks.content import Kind, decode, kind_of
from budgetdesk.readers.banks.sheet import LONGEST_LINE, SEPARATORS, Line, split
from budgetdesk.readers.incoming import Source

MOST_ROWS = 1_000_000
TOP = 60
"""Lines that are looked at to see what a sheet is."""
HOW = N_("Gem listen som CSV eller Excel med en række for hver lejer og navne øverst på kolonnerne.")
_HEAD = 64 * 1024
_MOST_LINES_IN_CELL = 4


@dataclass(frozen=True)
class SheetTop:
    """One sheet of a file: its name ("" in a text file) and its first lines that are not blank."""

    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class ListFile:
    """A file that has been looked at."""

    source: Source
    name: str
    sheets: tuple[SheetTop, ...]
    separator: str = ""
    """"" for a workbook."""
    encoding: str = ""

    def lines(self, sheet: int) -> Iterator[Line]:
        """Every line of a sheet that is not blank. Raises ArrearsListError where the file ends in the middle."""
        found = self._text() if self.separator else arrears_workbook.lines(self.source, self.name, sheet)
        for count, line in enumerate(found):
            if count >= MOST_ROWS:
                raise ArrearsListError(
                    _("Filen “{name}” har over {most_rows} rækker. Vælg en kortere liste.")
                    .format(name=self.name, most_rows=f"{MOST_ROWS:_}")
                    .replace("_", ".")
                )
            yield line

    def _text(self) -> Iterator[Line]:
        return text_lines(self.source, self.name, self.encoding, self.separator)


def look(source: Source) -> ListFile:
    """Open a file and see what it is. Raises ArrearsListError."""
    name = name_of(source)
    with opened(source, name) as file:
        head = file.read(_HEAD)
    kind = _kind(head, name)
    if kind is Kind.ZIP:
        sheets = arrears_workbook.tops(source, name, TOP)
        if not sheets:
            raise ArrearsListError(_("Regnearket “{name}” er tomt. {how}").format(name=name, how=_(HOW)))
        return ListFile(source, name, tuple(SheetTop(title, lines) for title, lines in sheets))
    if kind is not Kind.TEXT:
        raise ArrearsListError(
            _("Filen “{name}” er ikke en liste i rækker og kolonner. {how}").format(name=name, how=_(HOW))
        )
    encoding = _encoding(source, name)
    separator = _separator(source, name, encoding)
    top = tuple(islice(text_lines(source, name, encoding, separator), TOP))
    return ListFile(source, name, (SheetTop("", top),), separator, encoding)


def text_lines(source: Source, name: str, encoding: str, separator: str) -> Iterator[Line]:
    """The lines of a text; a quoted cell that goes on over the end of its line is put together again."""
    numbered = _physical(source, name, encoding)
    for number, raw in numbered:
        whole = raw
        if raw.count('"') % 2 and separator in raw:
            for _rest, further in islice(numbered, _MOST_LINES_IN_CELL):
                whole = f"{whole} {further}"
                if whole.count('"') % 2 == 0:
                    break
        if whole.strip() and not (number == 1 and whole.lower().startswith("sep=")):
            cells = split(whole, separator)
            if any(cells):
                yield Line(number, cells)


def _physical(source: Source, name: str, encoding: str) -> Iterator[tuple[int, str]]:
    with io.TextIOWrapper(opened(source, name), encoding=encoding, errors="strict", newline=None) as text:
        number = 0
        try:
            while raw := text.readline(LONGEST_LINE):
                number += 1
                yield number, raw.rstrip("\n")
        except UnicodeDecodeError as cause:
            raise ArrearsListError(
                _("“{name}” kan ikke læses efter linje {number}. {how}").format(name=name, number=number, how=_(HOW))
            ) from cause


def _kind(head: bytes, name: str) -> Kind:
    try:
        kind = kind_of(head, name)
        if kind is Kind.TEXT:
            whole = head if len(head) < _HEAD else head[: (head.rfind(b"\n") + 1) // 2 * 2]
            decode(whole, name)  # a web page, broken letters, no text at all
    except StatementError as error:
        if b"<table" in head.lower() or "webside" in str(error):
            told = _("Filen “{name}” er en webside og ikke et regneark, uanset hvad den hedder.").format(name=name)
        elif not head.strip(b" \t\r\n\x00"):
            told = _("Filen “{name}” er tom.").format(name=name)
        else:
            told = _("Filen “{name}” er ikke en liste i rækker og kolonner.").format(name=name)
        raise ArrearsListError(f"{told} {_(HOW)}") from error
    return kind


def _encoding(source: Source, name: str) -> str:
    """UTF-8 where the whole file is, UTF-16 by its mark, otherwise as Danish Windows writes."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    with opened(source, name) as file:
        head = file.read(2)
        if head in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
            return "utf-16"
        file.seek(0)
        try:
            while chunk := file.read(1024 * 1024):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "cp1252"
    return "utf-8-sig"


def _separator(source: Source, name: str, encoding: str) -> str:
    """The sign that splits most of the first lines."""
    top = [raw for _rest, raw in islice(_physical(source, name, encoding), TOP)]
    if top and top[0].lower().startswith("sep=") and top[0][4:5] in SEPARATORS:
        return top[0][4:5]
    counts = {sign: sum(min(raw.count(sign), 1) for raw in top) for sign in SEPARATORS}
    best = max(SEPARATORS, key=lambda sign: (counts[sign], sum(raw.count(sign) for raw in top)))
    if not counts[best]:
        raise ArrearsListError(_("Filen “{name}” har ingen kolonner. {how}").format(name=name, how=_(HOW)))
    if counts[";"] and counts[";"] * 2 >= counts[best]:
        return ";"  # Danish amounts have commas: a comma on every line says nothing where there is a semicolon
    return best
