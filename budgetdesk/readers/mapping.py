"""A mapping made by hand for a layout we do not know: which column holds what. Remembered by the header's fingerprint.

The window shows `sample_rows`, begins with the mapping of `readers.guess.guess_mapping`, and keeps what the two at the
desk agree on as JSON (`to_json`, `from_json`). There is nothing personal in a mapping: only numbers of columns.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date

from budgetdesk.errors import StatementError
from budgetdesk.i18n import N_, _
from budgetdesk.readers.banks.amounts import Convention
from budgetdesk.readers.banks.days import DayForm
from budgetdesk.readers.banks.layout import FIELDS, Columns, header_of
from budgetdesk.readers.banks.reading import read_rows
from budgetdesk.readers.banks.rows import BankRows
from budgetdesk.readers.banks.sheet import HEADER_WITHIN, Line, Sheet

NOWHERE = -1
_LONGEST_JSON = 10_000
_NAME = re.compile(r"[^\W\d_][^0-9]*|[^\W\d_].{0,60}")
_FIRST_TRIED = 3


@dataclass(frozen=True, kw_only=True)
class Mapping:
    """Which column (the first is 0, -1 = none) holds what. Either `amount`, or `money_in` and `money_out`, is given."""

    fingerprint: str
    title: str = N_("Eget layout")
    header_row: int = NOWHERE
    """Which of the lines that are not blank holds the names of the columns (the first is 0); -1 = none does."""
    date: int
    text: int
    name: int = NOWHERE
    amount: int = NOWHERE
    money_in: int = NOWHERE
    money_out: int = NOWHERE
    balance: int = NOWHERE
    separator: str = ";"
    """"" for a workbook."""
    encoding: str = ""
    """"" = found out from the file."""
    decimal: str = ""
    """`,` or `.`; "" = decided from the column."""
    day_form: str = ""
    """One of DayForm; "" = decided from the column."""


@dataclass(frozen=True)
class Sample:
    """The first lines of a file for a person to look at. `header` is "" where none was found."""

    separator: str
    header_row: int
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def sample_rows(split: Sequence[Sheet], *, separator: str | None = None, count: int = 12) -> Sample:
    """The first rows below the header, of the sheet with this separator (else the likeliest). Raises StatementError."""
    wanted = [sheet for sheet in split if separator in (None, sheet.separator)] or list(split)
    if not wanted:
        raise StatementError(_("Filen har ingen rækker og kolonner. Vælg en anden fil."))
    sheet = wanted[0]
    at = header_row(sheet)
    below = sheet.lines[at + 1 : at + 1 + count]
    header = sheet.lines[at].cells if at >= 0 else ()
    return Sample(sheet.separator, at, header, tuple(line.cells for line in below))


def fingerprint(sheet: Sheet) -> str:
    """What tells one layout from another: the names of its columns; without a header, the shape of its rows."""
    at = header_row(sheet)
    if at >= 0:
        told = "|".join(header_of(sheet.top[at].cells))
    else:
        told = "|".join(_shape(cell) for cell in sheet.top[0].cells) if sheet.top else ""
    return hashlib.sha256(f"{sheet.separator}|{told}".encode()).hexdigest()[:16]


def header_row(sheet: Sheet) -> int:
    """Where the names of the columns stand among the lines; -1 when the file begins with its rows."""
    for index, line in enumerate(sheet.top[:HEADER_WITHIN]):
        cells = [cell for cell in line.cells if cell]
        if len(cells) >= _FIRST_TRIED and len(set(cells)) == len(cells) and all(map(_NAME.fullmatch, cells)):
            return index
        if any(_shape(cell) == "9" for cell in cells) and len(cells) >= _FIRST_TRIED:
            return NOWHERE
    return NOWHERE


def read_mapped(mapping: Mapping, split: Sequence[Sheet], *, today: date) -> BankRows:
    """The rows of a file as the mapping says. Raises StatementError when the mapping does not fit the file at all."""
    sheet = next((sheet for sheet in split if sheet.separator == mapping.separator), None)
    if sheet is None:
        raise StatementError(_("Filen har ikke det skilletegn, som er valgt for den. Vælg et andet."))
    lines = sheet.lines[mapping.header_row + 1 :]
    header = _folded(sheet.lines[mapping.header_row]) if 0 <= mapping.header_row < len(sheet.lines) else ()
    return read_rows(lines, columns(mapping), today=today, header=header)


def columns(mapping: Mapping) -> Columns:
    """The mapping as the readers of layouts use it."""
    return Columns.at(
        {key: value for key, value in asdict(mapping).items() if key in FIELDS},
        decimal={",": Convention.DANISH, ".": Convention.ENGLISH}.get(mapping.decimal),
        day_form=DayForm(mapping.day_form) if mapping.day_form else None,
    )


def to_json(mapping: Mapping) -> str:
    """The mapping to keep, in JSON."""
    return json.dumps(asdict(mapping), ensure_ascii=False, sort_keys=True)


def from_json(text: str) -> Mapping:
    """A mapping that was kept. Raises StatementError when it is broken."""
    try:
        if len(text) > _LONGEST_JSON:
            raise ValueError("too long")
        data = json.loads(text)
        made = Mapping(**data)
        for field in fields(Mapping):
            if type(getattr(made, field.name)).__name__ != field.type:
                raise TypeError(field.name)
        columns(made)
    except (ValueError, TypeError, RecursionError):
        raise StatementError(_("Det gemte layout er gået i stykker. Vælg kolonnerne igen.")) from None
    return made


def _shape(cell: str) -> str:
    """`9` for an amount or a day, `a` for words, "" for nothing."""
    if not cell:
        return ""
    return "9" if sum(c.isdigit() for c in cell) * 2 >= len(cell) else "a"


def _folded(line: Line) -> tuple[str, ...]:
    cells = [cell.casefold() for cell in line.cells]
    while cells and not cells[-1]:
        cells.pop()
    return tuple(cells)
