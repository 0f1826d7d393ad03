"""The rows of one table of the statistics: word, bar, number. Arrow keys go from row to row; Enter opens the cases."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QBrush,
    QColor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from budgetdesk.statistics.hiding import Shown
from budgetdesk.ui import theme

ROW = 26
"""Height of a row, px."""
_BAR, _LEAST_BAR, _MOST_NAMES = 8, 36, 0.6
_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


@dataclass(frozen=True)
class CountRow:
    """One row. `word`: whose cases can be opened, None where none can; `quiet`: about the table, not of it."""

    title: str
    text: str
    cases: Shown = 0
    word: str | None = None
    quiet: bool = False


class CountList(QWidget):
    """`opened` is sent with the word of a row whose cases are asked for."""

    opened = Signal(str)
    explained = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._rows: Sequence[CountRow] = ()
        self.at = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    def show_rows(self, rows: Sequence[CountRow]) -> None:
        """Show other rows."""
        self._rows = rows
        self.at = min(self.at, max(len(rows) - 1, 0))
        self.setFixedHeight(max(len(rows), 1) * ROW + 4)
        self.setAccessibleDescription(". ".join(f"{row.title}: {row.text}" for row in rows))
        self._say()
        self.update()

    def rows(self) -> Sequence[CountRow]:
        """What is shown."""
        return self._rows

    def sizeHint(self) -> QSize:
        return QSize(420, max(len(self._rows), 1) * ROW + 4)

    # keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down: a row; Enter: its cases; D: what is counted."""
        key = Qt.Key(event.key())
        if key in _MOVES and 0 <= self.at + _MOVES[key] < len(self._rows):
            self.at += _MOVES[key]
            self._say()
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open(self.at)
        elif key is Qt.Key.Key_D:
            self.explained.emit()
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.at = max(0, min(int(event.position().y() - 2) // ROW, len(self._rows) - 1))
        self._say()
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._open(int(event.position().y() - 2) // ROW)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._say()

    def _open(self, at: int) -> None:
        word = self._rows[at].word if 0 <= at < len(self._rows) else None
        if word is not None:
            self.opened.emit(word)

    def _say(self) -> None:
        row = self._rows[self.at] if self._rows else None
        self.setAccessibleName(f"{self._name}. {row.title}: {row.text}" if row else self._name)
        if self.hasFocus() and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))

    # painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = theme.tokens()
        most = max((row.cases or 0 for row in self._rows if not row.quiet), default=0) or 1
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for number, row in enumerate(self._rows):
                self._paint_row(painter, number, row, most, colours)

    def _paint_row(self, painter: QPainter, number: int, row: CountRow, most: int, colours: theme.Tokens) -> None:
        whole = QRectF(0, 2 + number * ROW, self.width(), ROW)
        if self.hasFocus() and number == self.at:
            painter.setPen(QPen(QColor(colours.accent), 1.5))
            painter.setBrush(QColor(colours.accent_soft))
            painter.drawRoundedRect(whole.adjusted(1, 1, -1, -1), 4, 4)
        font = _font(strong=False)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(QColor(colours.muted if row.quiet else colours.text))
        right = max(metrics.horizontalAdvance(one.text) for one in self._rows) + 14
        names = min(whole.width() * _MOST_NAMES, whole.width() - right - _LEAST_BAR)
        room = whole.width() - right if row.quiet else names - 14
        title = metrics.elidedText(row.title, Qt.TextElideMode.ElideRight, room)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(whole.adjusted(6, 0, 0, 0), middle | Qt.AlignmentFlag.AlignLeft, title)
        painter.drawText(whole.adjusted(0, 0, -6, 0), middle | Qt.AlignmentFlag.AlignRight, row.text)
        if not row.quiet:
            place = QRectF(names, whole.center().y() - _BAR / 2, whole.width() - names - right, _BAR)
            _paint_bar(painter, place, row.cases, most, colours)


def _paint_bar(painter: QPainter, where: QRectF, cases: Shown, most: int, colours: theme.Tokens) -> None:
    if cases is None:
        painter.fillRect(
            where.adjusted(0, 0, -where.width() + 28, 0), QBrush(QColor(colours.muted), Qt.BrushStyle.BDiagPattern)
        )
    elif cases:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.bar))
        painter.drawRect(QRectF(where.left(), where.top(), max(where.width() * cases / most, 1), where.height()))


def _font(*, strong: bool) -> QFont:
    font = theme.base_font()
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return font
