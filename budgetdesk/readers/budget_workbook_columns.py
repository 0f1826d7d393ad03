"""Where the columns of the sheet `Budget` stand now: found by their headings, so that they may be moved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from budgetdesk.budget import workbook_layout as layout
from budgetdesk.budget.workbook_layout import Column
from budgetdesk.errors import BudgetWorkbookError
from budgetdesk.i18n import _
from budgetdesk.readers.budget_workbook_cells import MOST_COLUMNS, Cell, CellKind
from budgetdesk.readers.budget_workbook_parts import SheetCells

_LOOK_IN = 60
"""Rows at the top of a sheet in which headings are looked for: somebody may have put some rows in."""
_LEAST = 5
"""So many of our headings in one row are no accident."""
VALUES: Mapping[str, Column] = {
    "name": layout.NAME,
    "amount": layout.AMOUNT,
    "rhythm": layout.RHYTHM,
    "need": layout.NEED,
    "evidence": layout.EVIDENCE,
}
"""The values of a row that may be changed, by the fields of `WrittenRow`."""
_NEEDED = (layout.KEY, layout.KIND, layout.AMOUNT)
_HEADINGS = {one.heading.casefold(): one for one in layout.COLUMNS}


@dataclass(frozen=True)
class Heading:
    """The row with the headings, and the column of each."""

    row: int
    at: Mapping[Column, int]
    """Column -> its number now, from 1."""

    @property
    def values(self) -> frozenset[str]:
        """Which values have a column."""
        return frozenset(name for name, column in VALUES.items() if column in self.at)

    @property
    def missing(self) -> tuple[str, ...]:
        """The headings of values whose column is gone."""
        return tuple(column.heading for column in VALUES.values() if column not in self.at)

    def cell(self, sheet: SheetCells, row: int, column: Column) -> Cell:
        """The cell of a row in a column; an empty one where the column is gone."""
        at = self.at.get(column)
        return sheet.cell(row, at) if at is not None else Cell()

    def text(self, sheet: SheetCells, row: int, column: Column) -> str:
        """What the cell says."""
        return self.cell(sheet, row, column).text


def find_heading(sheet: SheetCells, name: str) -> Heading | None:
    """The headings of a sheet; None where it has not ours. Raises BudgetWorkbookError where it has, and one is missing
    that nothing can be read without."""
    for row in range(1, min(sheet.last_row, _LOOK_IN) + 1):
        found: dict[Column, int] = {}
        for at in range(1, MOST_COLUMNS + 1):
            cell = sheet.cell(row, at)
            column = _HEADINGS.get(_plain(cell.text)) if cell.kind is CellKind.TEXT else None
            if column is not None:
                found.setdefault(column, at)
        if len(found) >= _LEAST:
            _check(found, sheet, name)
            return Heading(row, found)
    return None


def _check(found: Mapping[Column, int], sheet: SheetCells, name: str) -> None:
    gone = [column for column in _NEEDED if column not in found]
    if not gone:
        return
    if gone[0].hidden:
        said = _(
            "En skjult kolonne på arket “{sheet}” i “{name}” er slettet, så rækkerne kan ikke kendes igen. Fortryd det "
            "i Excel, eller gem en ny fil fra programmet."
        )
    else:
        said = _(
            "Kolonnen “{heading}” mangler på arket “{sheet}” i “{name}”. Fortryd det i Excel, eller skriv overskriften "
            "igen."
        )
    raise BudgetWorkbookError(said.format(heading=gone[0].heading, sheet=sheet.name[:40], name=name))


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
