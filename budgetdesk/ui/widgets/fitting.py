"""Ways to lay things out that give way where there is less room: beside each other, else under each other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLayout, QLayoutItem, QWidget

from budgetdesk.ui import theme

_AROUND = 40
"""px of the window behind a dialog that stay in sight."""
_NO_WINDOW = QSize(840, 520)


class Columns(QWidget):
    """Cards beside each other, aligned at the top (`even`: of the same height); under each other where each would get
    less than it needs."""

    def __init__(self, cards: Sequence[QWidget], weights: Sequence[int], *, even: bool = False) -> None:
        super().__init__()
        self._cards = list(cards)
        self._weights = list(weights)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.BETWEEN)
        for card, weight in zip(cards, weights, strict=True):
            self._row.addWidget(card, weight, Qt.AlignmentFlag(0) if even else Qt.AlignmentFlag.AlignTop)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest card: the others go below it."""
        sizes = [card.minimumSizeHint() for card in self._cards]
        return QSize(max((s.width() for s in sizes), default=0), max((s.height() for s in sizes), default=0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - theme.BETWEEN * (len(self._cards) - 1)
        whole = sum(self._weights) or 1
        beside = all(
            room * weight // whole >= max(card.minimumSizeHint().width(), card.minimumWidth())
            for card, weight in zip(self._cards, self._weights, strict=True)
        )
        wanted = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._row.direction() != wanted:
            self._row.setDirection(wanted)
            for card, weight in zip(self._cards, self._weights, strict=True):
                self._row.setStretchFactor(card, weight if beside else 0)
            self.updateGeometry()


class FormGrid(QWidget):
    """Labelled fields in columns of the same width, read row by row; fewer columns where there is less room."""

    def __init__(self, fields: Sequence[QWidget], across: int, least: int) -> None:
        super().__init__()
        self._fields = list(fields)
        self._most = across
        self._least = least
        self._across = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.BETWEEN)
        self._grid.setVerticalSpacing(12)
        self._arrange(across)

    def minimumSizeHint(self) -> QSize:
        widest = max((field.minimumSizeHint().width() for field in self._fields), default=0)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        widest = max([self._least, *(field.minimumSizeHint().width() for field in self._fields)])
        fitting = (self.width() + theme.BETWEEN) // (widest + theme.BETWEEN)
        self._arrange(max(1, min(self._most, fitting)))

    def _arrange(self, across: int) -> None:
        if across == self._across:
            return
        self._across = across
        for field in self._fields:
            self._grid.removeWidget(field)
        for index, field in enumerate(self._fields):
            self._grid.addWidget(field, index // across, index % across, Qt.AlignmentFlag.AlignTop)
        for column in range(self._most):
            self._grid.setColumnStretch(column, 1 if column < across else 0)
        self.updateGeometry()


class Flow(QLayout):
    """Things beside each other that go on in the next line where there is no room left."""

    def __init__(self, parent: QWidget, space: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._space = space
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item in self._items]
        width = sum(s.width() for s in sizes) + self._space * max(0, len(sizes) - 1)
        return QSize(width, max((s.height() for s in sizes), default=0))

    def minimumSize(self) -> QSize:
        sizes = [item.sizeHint() for item in self._items]
        return QSize(max((s.width() for s in sizes), default=0), max((s.height() for s in sizes), default=0))

    def _place(self, rect: QRect, *, move: bool) -> int:
        x, y, line = rect.x(), rect.y(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if x > rect.x() and x + size.width() > rect.x() + rect.width():
                x, y, line = rect.x(), y + line + self._space, 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), size))
            x += size.width() + self._space
            line = max(line, size.height())
        return y + line - rect.y()


def room_over(widget: QWidget | None) -> QSize:
    """What the window that lies behind all dialogs leaves for one more; `widget` stands in it, or in one of them."""
    while widget is not None and (behind := widget.window().parentWidget()) is not None:
        widget = behind
    size = widget.window().size() if widget is not None else _NO_WINDOW
    return QSize(size.width() - _AROUND, size.height() - _AROUND)


def resize_within(dialog: QWidget, width: int, height: int) -> None:
    """So large (px), or as large as the window behind leaves room for."""
    dialog.resize(QSize(width, height).boundedTo(room_over(dialog.parentWidget())))
