"""Find the layout of a file: by the names of its columns, or, where it has no header, by what stands in its rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from budgetdesk.readers.banks.amounts import Convention, convention, read_amount
from budgetdesk.readers.banks.days import day_form, read_day
from budgetdesk.readers.banks.layout import Columns, Layout, columns_by_number, columns_in, explained, header_of
from budgetdesk.readers.banks.reading import read_rows
from budgetdesk.readers.banks.rows import BankRows
from budgetdesk.readers.banks.sheet import HEADER_WITHIN, Line, Sheet

_LOOKED_AT = 50
_MOST_ROWS = 0.8
"""Share of the first rows that must look as a layout without a header says."""


@dataclass(frozen=True)
class Found:
    """A layout, and the lines below its header."""

    layout: Layout
    columns: Columns
    header: tuple[str, ...]
    lines: tuple[Line, ...]

    def read(self, *, today: date) -> BankRows:
        """The rows. Raises nothing."""
        header = tuple(cell.casefold() for cell in self.header)
        return read_rows(self.lines, self.columns, today=today, header=header, currency=self.layout.in_currency)


def recognise(sheets: Sequence[Sheet], layouts: Sequence[Layout], *, today: date) -> Found | None:
    """The layout that explains most columns of a header; else one without a header that the rows fit; else None."""
    return _by_header(sheets, layouts) or _by_data(sheets, layouts, today)


def _by_header(sheets: Sequence[Sheet], layouts: Sequence[Layout]) -> Found | None:
    named = [layout for layout in layouts if layout.has_header]
    for sheet in sheets:
        for index, line in enumerate(sheet.top[:HEADER_WITHIN]):
            header = header_of(line.cells)
            fits = [(layout, columns) for layout in named if (columns := columns_in(layout, header)) is not None]
            if fits:
                layout, columns = max(fits, key=lambda fit: explained(fit[0], header))
                below = tuple(below for below in sheet.lines[index:] if below.number > line.number)
                return Found(layout, columns, line.cells[: len(header)], below)
    return None


def _by_data(sheets: Sequence[Sheet], layouts: Sequence[Layout], today: date) -> Found | None:
    for sheet in sheets:
        for layout in layouts:
            if layout.has_header:
                continue
            lines = _records(sheet.top, layout)
            columns = columns_by_number(layout)
            if lines and _looks_right(lines[:_LOOKED_AT], layout, columns, today):
                return Found(layout, columns, (), _records(sheet.lines, layout))
    return None


def _records(lines: tuple[Line, ...], layout: Layout) -> tuple[Line, ...]:
    if not (layout.skip or layout.moments):
        return lines
    kept = tuple(line for line in lines if line.cells[0] not in layout.skip)
    return kept[1:] if layout.moments else kept


def _looks_right(lines: Sequence[Line], layout: Layout, columns: Columns, today: date) -> bool:
    form = day_form({_at(line, columns.date) for line in lines}, today=today)
    how = convention(_at(line, i) for line in lines for i in columns.money)
    right = 0
    for line in lines:
        day = read_day(_at(line, columns.date), form, today=today)
        right += day is not None and _has_shape(line, layout) and _has_amounts(line, columns, how)
    return right >= max(1, _MOST_ROWS * len(lines))


def _has_shape(line: Line, layout: Layout) -> bool:
    low, high = layout.cells
    length = len(line.cells)
    while length > low and not line.cells[length - 1]:
        length -= 1
    if not low <= length <= high:
        return False
    if layout.first and line.cells[0] != layout.first:
        return False
    if layout.first_like and re.fullmatch(layout.first_like, line.cells[0]) is None:
        return False
    return all(re.search(r"[0-9]{1,2}:[0-9]{2}", line.cells[i - 1]) for i in layout.moments)


def _has_amounts(line: Line, columns: Columns, how: Convention) -> bool:
    if read_amount(_at(line, columns.amount), how) is None:
        return False
    if not any(c.isalpha() for c in _at(line, columns.text)):
        return False
    balance = _at(line, columns.balance)
    return not balance or read_amount(balance, how) is not None


def _at(line: Line, index: int) -> str:
    return line.cells[index] if 0 <= index < len(line.cells) else ""
