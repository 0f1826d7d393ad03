"""The table of lines and lenses: what each of the others counts of the budget. The headings stay in sight; the arrow
keys go from cell to cell, and the sentence below tells about the one that is chosen.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from budgetdesk.i18n import N_, _
from budgetdesk.ui.widgets.cards import Card
from budgetdesk.ui.widgets.words import Words
from budgetdesk.wording.lens_table import LEFT, Cell, LensTable

HIGHEST = 460
"""The table is scrolled in itself from this height, px."""
TITLE_WIDTH = 250
HINT = N_("Vælg et felt for at se hvorfor.")


class LensLines(Card):
    """One row for each line, one column for each who counts."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: LensTable | None = None
        self.set_heading(_("Linje for linje"))
        self.table = _made()
        self.why = Words(_(HINT), "muted")
        self.add(self.table, self.why)
        self.table.currentCellChanged.connect(lambda row, column, *_old: self._tell(row, column))

    def show_table(self, shown: LensTable) -> None:
        """Show other lines; nothing is done where nothing changed."""
        if shown == self._shown:
            return
        self._shown = shown
        self.why.setText(_(HINT))
        self.table.clear()
        self.table.setColumnCount(1 + len(shown.columns))
        self.table.setRowCount(len(shown.rows))
        self.table.setHorizontalHeaderLabels([_("Linje"), *shown.columns])
        first = QTableWidgetItem(_("Linje"))
        first.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.setHorizontalHeaderItem(0, first)
        for at, (title, cells) in enumerate(shown.rows):
            last = title == _(LEFT)
            self.table.setItem(at, 0, _item(Cell(title), last))
            for column, cell in enumerate(cells, start=1):
                self.table.setItem(at, column, _item(cell, last, f"{title}, {shown.columns[column - 1]}: "))
        self._fit()

    def _fit(self) -> None:
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        head.resizeSection(0, TITLE_WIDTH)
        self.table.resizeRowsToContents()
        rows = sum(self.table.rowHeight(row) for row in range(self.table.rowCount()))
        self.table.setFixedHeight(min(HIGHEST, rows + head.sizeHint().height() + 4))

    def _tell(self, row: int, column: int) -> None:
        if self._shown is None or not (0 <= row < len(self._shown.rows)):
            return
        title, cells = self._shown.rows[row]
        why = cells[column - 1].why if column > 0 else ""
        self.why.setText(why or title)


def _made() -> QTableWidget:
    made = QTableWidget()
    made.setAccessibleName(_("Hvad andre tæller med, linje for linje"))
    made.verticalHeader().hide()
    made.setShowGrid(False)
    made.setWordWrap(True)
    made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    made.setTabKeyNavigation(False)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.viewport().setBackgroundRole(QPalette.ColorRole.Base)
    made.viewport().setAutoFillBackground(True)
    made.horizontalHeader().setHighlightSections(False)
    made.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return made


def _item(cell: Cell, last: bool, before: str = "") -> QTableWidgetItem:
    item = QTableWidgetItem(cell.text)
    side = Qt.AlignmentFlag.AlignRight if before else Qt.AlignmentFlag.AlignLeft
    item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{before}{cell.text}")
    if last:
        font = QFont(item.font())
        font.setWeight(QFont.Weight.DemiBold)
        item.setFont(font)
    return item
