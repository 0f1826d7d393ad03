"""The small table of areas and years, typed or pasted from a spreadsheet. Arrow keys and Enter go from cell to cell."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from budgetdesk.actions.evaluation import Cells
from budgetdesk.errors import BudgetDeskError
from budgetdesk.i18n import _, translated
from budgetdesk.readers.area_table import COLUMNS, parse_text
from budgetdesk.ui.messages import show_error

SPARE = 3
"""So many empty rows stand below, to type in."""
_WIDTHS = (190, 64, 100, 90, 120)
HEIGHT = 320


class AreaGrid(QTableWidget):
    """`changed` is told after every change."""

    def __init__(self, changed: Callable[[], object]) -> None:
        super().__init__(0, len(COLUMNS))
        self._changed = changed
        self.setHorizontalHeaderLabels(list(translated(COLUMNS)))
        self.setAccessibleName(_("Udsættelser og lejemål for hvert område og år"))
        self.verticalHeader().setDefaultSectionSize(30)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setTabKeyNavigation(False)
        self.setMinimumHeight(HEIGHT)
        for column, width in enumerate(_WIDTHS):
            self.setColumnWidth(column, width)
        self.horizontalHeader().setSectionResizeMode(len(COLUMNS) - 1, QHeaderView.ResizeMode.Stretch)
        self.itemChanged.connect(lambda _item: self._edited())
        self.show_cells(())

    def show_cells(self, cells: Cells) -> None:
        """Show other rows, with room for more below."""
        with QSignalBlocker(self):
            self.setRowCount(len(cells) + SPARE)
            for at in range(self.rowCount()):
                for column in range(len(COLUMNS)):
                    text = cells[at][column] if at < len(cells) and column < len(cells[at]) else ""
                    item = QTableWidgetItem(text)
                    if 0 < column < 4:
                        item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                    self.setItem(at, column, item)

    def cells(self) -> Cells:
        """What stands in the table, without its empty end."""
        rows = [self._row(at) for at in range(self.rowCount())]
        while rows and not any(rows[-1]):
            rows.pop()
        return tuple(rows)

    def paste(self) -> None:
        """Put in what was copied from a spreadsheet, from the row of the cursor on."""
        text = QGuiApplication.clipboard().text()
        if not text.strip():
            return
        try:
            pasted = parse_text(text)
        except BudgetDeskError as error:
            show_error(self, error)
            return
        at, now = max(self.currentRow(), 0), list(self.cells())
        now += [("",) * len(COLUMNS)] * (at - len(now))
        now[at : at + len(pasted)] = pasted
        self.show_cells(tuple(now))
        self._edited()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+V pastes rows; Delete empties cells; Enter goes to the cell below."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            for item in self.selectedItems():
                item.setText("")
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.setCurrentCell(min(self.currentRow() + 1, self.rowCount() - 1), self.currentColumn())
        else:
            super().keyPressEvent(event)

    def _row(self, at: int) -> tuple[str, ...]:
        items = (self.item(at, column) for column in range(len(COLUMNS)))
        return tuple(item.text().strip() if item is not None else "" for item in items)

    def _edited(self) -> None:
        """There is always room below."""
        if any(self._row(self.rowCount() - 1)):
            place = (self.currentRow(), self.currentColumn())
            self.show_cells(self.cells())
            self.setCurrentCell(*place)
        self._changed()
