"""Result cards as rows of an Excel file, or of a table with semicolons. Numbers are numbers; no text is a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from budgetdesk.documents.workbooks.statistics_workbook import BOM, as_text

Row = Mapping[str, str | int]
SHEET, ABOUT = "Resultatkort", "Om kortene"
_WIDE = 24


def workbook(rows: Sequence[Row], about: Sequence[str], *, on: date) -> bytes:
    """One row per course, and a sheet with what is left out."""
    from openpyxl import Workbook  # noqa: PLC0415 - 90 ms that only a workbook should cost
    from openpyxl.styles import Font  # noqa: PLC0415

    book = Workbook()
    sheet = book.active
    sheet.title = SHEET
    names = _columns(rows)
    for at, name in enumerate(names, 1):
        sheet.cell(row=1, column=at, value=name).font = Font(bold=True)
        sheet.column_dimensions[sheet.cell(row=1, column=at).column_letter].width = _WIDE
    for number, row in enumerate(rows, 2):
        for at, name in enumerate(names, 1):
            value = row[name]
            sheet.cell(row=number, column=at, value=value if isinstance(value, int) else as_text(value))
    sheet.freeze_panes = "A2"
    told = book.create_sheet(ABOUT)
    for number, sentence in enumerate(about, 1):
        told.cell(row=number, column=1, value=as_text(sentence))
    # The day of the figures, not of the saving: the same figures give the same file.
    book.properties.created = book.properties.modified = datetime(on.year, on.month, on.day)  # noqa: DTZ001
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def table(rows: Sequence[Row]) -> bytes:
    """The same rows: UTF-8 with its mark and semicolons, as Danish programs read it."""
    out = io.StringIO()
    written = csv.writer(out, delimiter=";", lineterminator="\r\n")
    names = _columns(rows)
    written.writerow([as_text(name) for name in names])
    for row in rows:
        written.writerow([as_text(str(row[name])) for name in names])
    return BOM + out.getvalue().encode()


def _columns(rows: Sequence[Row]) -> list[str]:
    return list(rows[0]) if rows else []
