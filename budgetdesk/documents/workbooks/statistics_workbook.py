"""The statistics as an Excel file and as a table with semicolons. Numbers are numbers; no text becomes a formula."""

from __future__ import annotations

import csv
import io
import re
from datetime import datetime
from decimal import Decimal
from typing import Any

from budgetdesk import formats
from budgetdesk.i18n import _
from budgetdesk.wording.statistics_report import NOTHING, Cell, Content

ABOUT, MEANINGS = "Om tallene", "Definitioner"
_WIDE, _NARROW, _TEXT = 46, 22, 110
"""Widths of columns, in letters."""
_USUAL = 3
"""Columns of a table of the statistics: word, cases, kr."""
LONGEST_NAME = 31
"""Excel takes no longer name of a sheet."""
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
BOM = b"\xef\xbb\xbf"


def workbook(content: Content) -> bytes:
    """An Excel file: what it is about, one sheet per table, the definitions."""
    from openpyxl import Workbook  # noqa: PLC0415 - 90 ms that only a workbook should cost

    book = Workbook()
    about = book.active
    about.title = ABOUT
    _fill(about, _about(content), (_WIDE, _TEXT), strong=1)
    taken = {ABOUT.casefold(), MEANINGS.casefold()}
    for sheet in content.sheets:
        made = book.create_sheet(_name(sheet.title, taken))
        columns = (_WIDE, *(_NARROW for _rest in sheet.heading[1:]))
        _fill(made, [(sheet.title,), sheet.heading, *sheet.rows], columns, strong=2)
        made.freeze_panes = "A3"
    meanings = book.create_sheet(MEANINGS)
    rows: list[tuple[Cell, ...]] = [("Tabel", "Det tælles")]
    _fill(meanings, rows + [(sheet.title, sheet.definition) for sheet in content.sheets], (_WIDE, _TEXT), strong=1)
    # The day of the figures, not of the saving: the same figures give the same file.
    book.properties.created = book.properties.modified = datetime(content.on.year, content.on.month, content.on.day)  # noqa: DTZ001
    book.properties.creator = content.organisation or "BudgetDesk"
    book.properties.title = content.title
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def table(content: Content) -> bytes:
    """All tables in one, row by row: UTF-8 with its mark and semicolons, as Danish programs read it."""
    out = io.StringIO()
    rows = csv.writer(out, delimiter=";", lineterminator="\r\n")
    wide = any(len(sheet.heading) > _USUAL for sheet in content.sheets)
    rows.writerow(("Afsnit", "Tabel", "Række", *(() if wide else ("Antal", "Kr."))))
    for sheet in content.sheets:
        if wide:
            rows.writerow([as_text(text) for text in (sheet.section, sheet.title, *sheet.heading)])
        for row in sheet.rows:
            rows.writerow([_written(cell) for cell in (sheet.section, sheet.title, *row)])
    for row in _about(content):
        rows.writerow([as_text(str(cell)) for cell in (ABOUT, *row)])
    return BOM + out.getvalue().encode()


def as_text(cell: str) -> str:
    """A text that a spreadsheet would take for a formula stands as text."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _written(cell: Cell) -> str:
    """A text, or a number as Danish programs read it: a comma, no dots, and a minus that is one."""
    if isinstance(cell, str):
        return as_text(cell)
    return f"{cell:f}".replace(".", ",") if isinstance(cell, Decimal) else str(cell)


def _about(content: Content) -> list[tuple[Cell, ...]]:
    rows: list[tuple[Cell, ...]] = [(content.title, content.organisation)]
    rows += content.facts
    rows += [("Talt op", formats.day(content.on)), ("Hvem må få det", content.note)]
    if not content.sheets:
        rows.append(("Ingen sager", _(NOTHING)))
    rows += [("Det siger tallene", sentence) for sentence in content.said]
    rows += [("Ikke talt med", sentence) for sentence in content.left_out]
    return rows + [(content.rules_title, sentence) for sentence in content.rules]


def _name(title: str, taken: set[str]) -> str:
    """A name of a sheet that Excel takes and that is there once."""
    plain = _FORBIDDEN.sub(" ", title).strip("' ") or "Tabel"
    name, number = plain[:LONGEST_NAME].strip(), 1
    while name.casefold() in taken:
        number += 1
        name = f"{plain[: LONGEST_NAME - 4].strip()} {number}"
    taken.add(name.casefold())
    return name


def _fill(sheet: Any, rows: list[tuple[Cell, ...]], widths: tuple[int, ...], *, strong: int) -> None:
    """`strong`: how many rows are headings."""
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415 - as above
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    for at, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(at, column)
            cell.value = value
            if isinstance(value, str):
                cell.data_type, cell.quotePrefix = "s", value.startswith(_FORMULA)
            cell.alignment = Alignment(wrap_text=column > 1 and isinstance(value, str), vertical="top")
            if not isinstance(value, str):
                cell.number_format = "#,##0" if isinstance(value, int) else "#,##0.0"
                cell.alignment = Alignment(horizontal="right", vertical="top")
            cell.font = Font(bold=at <= strong)
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
