"""Excel workbooks (.xlsx) as lines and cells. Formulas are never worked out: only what was saved beside them is read.

Before anything is opened, what is packed in the file is added up, so that a small file that unpacks to a giant is
refused. Numbers are written as the text cells of the sheet write theirs, so that the column decides what a dot means.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from math import isfinite
from typing import Any

from budgetdesk.errors import StatementError
from budgetdesk.i18n import N_, _
from budgetdesk.readers.banks.amounts import Convention, convention
from budgetdesk.readers.banks.content import HOW
from budgetdesk.readers.banks.sheet import Line, Sheet

MOST_UNPACKED = 60 * 1024 * 1024
"""Bytes. A hundred thousand rows are about 40 MB."""
MOST_PARTS = 1000
MOST_ROWS, MOST_COLUMNS, MOST_SHEETS = 200_000, 100, 20
_MOST_TIMES = 400
"""How many times larger a part may become when it is unpacked; sheets of numbers grow about 20 times."""
_LONGEST_CELL = 2000
_TOO_LARGE = 1e15
_BROKEN = N_("er gået i stykker og kan ikke læses.")


def workbook_sheets(data: bytes, name: str) -> tuple[Sheet, ...]:
    """Every page of the workbook that has something on it. Raises StatementError."""
    _check(data, name)
    try:
        return tuple(_pages(data))
    except Exception as cause:  # the library raises whatever its XML makes it stumble over
        raise StatementError(
            _("Regnearket “{name}” {broken} {how}").format(name=name, broken=_(_BROKEN), how=_(HOW))
        ) from cause


def _check(data: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
    except Exception as cause:  # zipfile lets errors of many kinds through
        raise StatementError(
            _("Filen “{name}” {broken} {how}").format(name=name, broken=_(_BROKEN), how=_(HOW))
        ) from cause
    if not any(part.filename.lower() == "xl/workbook.xml" for part in parts):
        raise StatementError(
            _("Filen “{name}” er pakket (zip) og ikke et regneark. Pak den ud, og vælg filen i den.").format(name=name)
        )
    total = sum(part.file_size for part in parts)
    swollen = any(part.file_size > 1_000_000 and part.file_size > _MOST_TIMES * part.compress_size for part in parts)
    if len(parts) > MOST_PARTS or total > MOST_UNPACKED or swollen:
        raise StatementError(
            _(
                "Regnearket “{name}” fylder alt for meget, når det pakkes ud. Så stort er et kontoudtog "
                "ikke. Hent en kortere periode som CSV."
            ).format(name=name)
        )


def _pages(data: bytes) -> Iterator[Sheet]:
    from openpyxl import load_workbook  # noqa: PLC0415 - 90 ms that only a workbook should cost

    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    try:
        for page in book.worksheets[:MOST_SHEETS]:
            page.reset_dimensions()  # what the file claims about its size is not to be trusted
            rows = page.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS, values_only=True)
            kept = [(n, row) for n, row in enumerate(rows, start=1) if any(v not in (None, "") for v in row)]
            if kept:
                yield Sheet("", made=_lines(kept))
    finally:
        book.close()


def _lines(rows: Sequence[tuple[int, Sequence[Any]]]) -> tuple[Line, ...]:
    texts = (value for _rest, row in rows for value in row if isinstance(value, str) and value[-1:].isdigit())
    comma = convention(texts) is Convention.DANISH
    return tuple(Line(number, tuple(_cell(value, comma=comma) for value in row)) for number, row in rows)


def _cell(value: Any, *, comma: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, int | float):
        return _number(value, comma=comma)
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return str(value)[:_LONGEST_CELL].strip()


def _number(value: float, *, comma: bool) -> str:
    """Two decimals where the sheet's own arithmetic has left a trace of more (`41.799999999999997`)."""
    if not isfinite(value) or abs(value) >= _TOO_LARGE:
        return "?"
    if value == int(value):
        return str(int(value))
    exact = Decimal(repr(value))
    near = round(exact, 2)
    text = f"{near if abs(near - exact) < Decimal('0.000001') else exact:f}"
    return text.replace(".", ",") if comma else text
