"""The headings over the columns of a long table stay at the top of the page while the table is scrolled past."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from budgetdesk.ui.widgets.words import set_shown

_ABOVE = 7
"""Room above and below the headings, px."""
_LINE = 1
"""The card's edge, px."""


class StickyHead(QFrame):
    """A copy of `head` over the page, as long as `head` is above the edge and the end of `table` below it.

    The copy is for the eye only: it takes no clicks and no focus, and is made when it is first needed.
    """

    def __init__(self, page: QScrollArea, head: QWidget, table: QWidget, copy: Callable[[], QWidget]) -> None:
        super().__init__(page.viewport())
        self._page, self._head, self._table, self._copy = page, head, table, copy
        self._box: QVBoxLayout | None = None
        self.setProperty("role", "sticky")
        self.setEnabled(False)
        self.hide()
        page.verticalScrollBar().valueChanged.connect(lambda _value: self.follow())
        table.installEventFilter(self)

    def follow(self) -> None:
        """Stand where the table stands now, or go."""
        edge = self._page.viewport()
        top = self._head.mapTo(edge, QPoint(0, 0)) if edge.isAncestorOf(self._head) else QPoint(0, 0)
        end = top.y() + self._table.height()
        wanted = self._table.isVisible() and top.y() < 0 and end > 2 * self._head.height()
        if wanted:
            box = self._fill()
            left = self._table.mapTo(edge, QPoint(0, 0)).x()
            height = self._head.height() + 2 * _ABOVE
            before = top.x() - left - _LINE
            box.setContentsMargins(
                before, _ABOVE, self._table.width() - before - self._head.width() - 2 * _LINE, _ABOVE
            )
            self.setGeometry(left, 0, self._table.width(), height)
            self.raise_()
        set_shown(self, wanted)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self.follow()
        return super().eventFilter(watched, event)

    def _fill(self) -> QVBoxLayout:
        if self._box is None:
            self._box = QVBoxLayout(self)
            self._box.addWidget(self._copy())
        return self._box
