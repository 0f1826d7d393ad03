"""The list of cases: only the rows in sight are painted, so that ten thousand scroll as lightly as ten."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from budgetdesk.i18n import _
from budgetdesk.ui.start.case_model import CASE_ROLE, CaseModel, Index
from budgetdesk.ui.start.case_paint import CasePainter

STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class CaseListView(QListView):
    """Arrows move, Enter or a click opens; letters go on in the search."""

    def __init__(self, model: CaseModel, open_case: Callable[[str], object], typed: Callable[[str], object]) -> None:
        super().__init__()
        self._open, self._typed = open_case, typed
        self.setModel(model)
        self.setItemDelegate(CasePainter(self))
        self.setObjectName("cases")
        self.setAccessibleName(_("Sager"))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(20)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.clicked.connect(self._open_at)

    def chosen(self) -> str:
        """The number of the case the cursor stands on; "" where the list is empty."""
        index = self.currentIndex()
        return str(index.data(CASE_ROLE)) if index.isValid() else ""

    def choose(self, row: int) -> None:
        """Put the cursor on a row, and scroll it into sight."""
        rows = self.model().rowCount()
        if rows:
            index = self.model().index(max(0, min(rows - 1, row)), 0)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)

    def step(self, key: int) -> bool:
        """Follow an arrow key; False where the key is none."""
        step = STEPS.get(Qt.Key(key), 0)
        if not step:
            return False
        self.choose(self.currentIndex().row() + step)
        return True

    def open_chosen(self) -> None:
        """Open the case the cursor stands on."""
        self._open_at(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.open_chosen()
        elif event.text().isprintable() and event.text() and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            self._typed(event.text())
        else:
            super().keyPressEvent(event)

    def _open_at(self, index: Index) -> None:
        if index.isValid():
            self._open(str(index.data(CASE_ROLE)))
