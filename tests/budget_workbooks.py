"""Excel files of a budget as the program lays them out, made with another library than the program's own writer, and
what people do to them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from openpyxl import Workbook, load_workbook

from budgetdesk.budget import workbook_layout as layout
from budgetdesk.budget.workbook_layout import RowKind, Stamp, WrittenRow

Edit = Callable[[Any], object]
FIRST = layout.HEADING_ROW + 1


def made(rows: Iterable[WrittenRow], stamp: Stamp, *, free: int = 2, whose: Mapping[str, str] | None = None) -> bytes:
    """An Excel file with these rows, and some free ones for an income and for an expense."""
    rows = list(rows)
    book = Workbook()
    sheet = book.active
    sheet.title = layout.BUDGET
    sheet["A1"] = "Budget"
    for column in layout.COLUMNS:
        sheet[f"{column.letter}{layout.HEADING_ROW}"] = column.heading
    at = FIRST
    for row in rows:
        _fill(sheet, at, row, whose or {})
        at += 1
    sheet.cell(at, 5, "I alt")
    sheet.cell(at, 8, f"=SUM(H{FIRST}:H{at - 1})")
    for kind in (RowKind.NEW_INCOME, RowKind.NEW_EXPENSE):
        for _number in range(free):
            at += 1
            sheet[f"{layout.KIND.letter}{at}"] = kind.value
            sheet[f"{layout.CODE.letter}{at}"] = f'=IF(E{at}="","",1)'
    _keep(book.create_sheet(layout.DATA), rows, stamp)
    return saved(book)


def _fill(sheet: Any, at: int, row: WrittenRow, whose: Mapping[str, str]) -> None:
    words = {
        layout.KEY: row.key,
        layout.KIND: row.kind.value,
        layout.CODE: row.code,
        layout.NAME: row.name,
        layout.WHOSE: whose.get(row.whose, row.whose),
        layout.AMOUNT: float(row.amount) if row.amount is not None else None,
        layout.RHYTHM: layout.RHYTHM_WORDS[row.rhythm],
        layout.NEED: layout.NEED_WORDS[row.need] if row.need else None,
        layout.EVIDENCE: layout.EVIDENCE_WORDS[row.evidence] if row.evidence else None,
    }
    for column, value in words.items():
        cell = sheet[f"{column.letter}{at}"]
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"


def _keep(sheet: Any, rows: Iterable[WrittenRow], stamp: Stamp) -> None:
    sheet.sheet_state = "veryHidden"
    for at, pair in enumerate(stamp.cells(), 1):
        for column, text in enumerate(pair, 1):
            sheet.cell(at, column, text).data_type = "s"
    for at, cells in enumerate([layout.ROW_HEADINGS, *(row.cells() for row in rows)], layout.ROWS_BEGIN):
        for column, text in enumerate(cells, 1):
            if text:
                sheet.cell(at, column, text).data_type = "s"


def edited(data: bytes, edit: Edit) -> bytes:
    """The file after somebody has done something to its sheet `Budget`."""
    return worked_on(data, lambda book: edit(book[layout.BUDGET]))


def worked_on(data: bytes, edit: Edit) -> bytes:
    """The file after somebody has done something to the whole of it."""
    book = load_workbook(io.BytesIO(data))
    edit(book)
    return saved(book)


def saved(book: Any) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def row_of(data: bytes, key: str) -> int:
    """The row of a fact on the sheet `Budget`."""
    sheet = load_workbook(io.BytesIO(data))[layout.BUDGET]
    return next(row for row in range(1, sheet.max_row + 1) if sheet[f"A{row}"].value == key)


def free_row(data: bytes, kind: RowKind) -> int:
    """The first free row of a kind."""
    sheet = load_workbook(io.BytesIO(data))[layout.BUDGET]
    return next(row for row in range(1, sheet.max_row + 1) if sheet[f"B{row}"].value == kind.value)


def with_parts(
    data: bytes, change: Callable[[str, bytes], bytes | None], add: Mapping[str, bytes] | None = None
) -> bytes:
    """The file with its parts changed (None: left out) or more of them."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            content = change(name, before.read(name))
            if content is not None:
                after.writestr(name, content)
        for name, content in (add or {}).items():
            after.writestr(name, content)
    return out.getvalue()


def places(data: bytes) -> dict[str, int]:
    """The row of every fact on the sheet `Budget`."""
    sheet = load_workbook(io.BytesIO(data), read_only=True)[layout.BUDGET]
    rows = sheet.iter_rows(max_col=1, values_only=True)
    return {str(key): row for row, (key,) in enumerate(rows, 1) if key}


def patched(data: bytes, cells: Mapping[str, float | str | None]) -> bytes:
    """The file with some cells of its first sheet written over, which takes a tenth of the time of opening and saving
    the whole of it."""

    def written(place: str, given: str, value: float | str | None) -> str:
        if value is None:
            return f'<c r="{place}"{given}/>'
        if isinstance(value, str):
            return f'<c r="{place}"{given} t="inlineStr"><is><t>{value}</t></is></c>'
        return f'<c r="{place}"{given}><v>{value!r}</v></c>'

    def change(name: str, content: bytes) -> bytes:
        if name != "xl/worksheets/sheet1.xml":
            return content
        text = content.decode()
        for place, value in cells.items():
            found = re.search(rf'<c r="{place}"([^>]*?)(/>|>.*?</c>)', text)
            assert found is not None, place
            given = re.sub(r' t="\w+"', "", found[1])
            text = text[: found.start()] + written(place, given, value) + text[found.end() :]
        return text.encode()

    return with_parts(data, change)
