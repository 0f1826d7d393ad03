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
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from budgetdesk.statistics.hiding import Shown
from budgetdesk.ui import theme

ROW = 26
"""Height of a row, px."""
_BAR, _LEAST_BAR, _MOST_NAMES = 8, 36, 0.6
_BETWEEN = 6
"""Room between two rows, px."""
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
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
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    def show_rows(self, rows: Sequence[CountRow]) -> None:
        """Show other rows."""
        self._rows = rows
        self.at = min(self.at, max(len(rows) - 1, 0))
        self.updateGeometry()
        self.setAccessibleDescription(". ".join(f"{row.title}: {row.text}" for row in rows))
        self._say()
        self.update()

    def rows(self) -> Sequence[CountRow]:
        """What is shown."""
        return self._rows

    def sizeHint(self) -> QSize:
        return QSize(420, self.heightForWidth(420))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, ROW)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        places = self._places(width)
        return round(places[-1].bottom()) + 2 if places else ROW

    def _places(self, width: int) -> list[QRectF]:
        """Where each row stands; a long title takes several lines."""
        metrics, room = QFontMetricsF(_font()), self._names(width)
        places, top = [], 2.0
        for row in self._rows:
            inside = QRectF(0, 0, width - self._texts() if row.quiet else room, 4000)
            high = max(ROW, metrics.boundingRect(inside, _WRAP, row.title).height() + _BETWEEN)
            places.append(QRectF(0, top, width, high))
            top += high
        return places

    def _texts(self) -> float:
        """Room for the numbers."""
        metrics = QFontMetricsF(_font())
        return max((metrics.horizontalAdvance(row.text) for row in self._rows), default=0) + 20

    def _names(self, width: int) -> float:
        """Room for the titles, beside the bars."""
        return max(min(width * _MOST_NAMES, width - self._texts() - _LEAST_BAR), 60) - 14

    def _at(self, y: float) -> int:
        places = self._places(self.width())
        return next((number for number, place in enumerate(places) if y <= place.bottom()), len(places) - 1)

    # keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down: a row; Enter: its cases; D: what is counted."""
        key = Qt.Key(event.key())
        if key in _MOVES and 0 <= self.at + _MOVES[key] < len(self._rows):
            self.at += _MOVES[key]
            self._say()
            self.update()
            self._bring_into_sight()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open(self.at)
        elif key is Qt.Key.Key_D:
            self.explained.emit()
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.at = max(0, self._at(event.position().y()))
        self._say()
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._open(self._at(event.position().y()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._say()

    def _bring_into_sight(self) -> None:
        """Scroll so far that the row and what is around it can be seen."""
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        inside = above.widget() if above is not None else None
        if above is not None and inside is not None:
            middle = self.mapTo(inside, self._places(self.width())[self.at].center().toPoint())
            above.ensureVisible(middle.x(), middle.y(), 0, 2 * ROW)

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
            painter.setFont(_font())
            for number, (row, place) in enumerate(zip(self._rows, self._places(self.width()), strict=True)):
                if self.hasFocus() and number == self.at:
                    painter.setPen(QPen(QColor(colours.accent), 1.5))
                    painter.setBrush(QColor(colours.accent_soft))
                    painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), 4, 4)
                self._paint_row(painter, row, place, most, colours)

    def _paint_row(self, painter: QPainter, row: CountRow, place: QRectF, most: int, colours: theme.Tokens) -> None:
        painter.setPen(QColor(colours.muted if row.quiet else colours.text))
        names, numbers = self._names(self.width()), self._texts()
        room = place.width() - numbers if row.quiet else names
        painter.drawText(QRectF(6, place.top() + _BETWEEN / 2, room, place.height() - _BETWEEN), _WRAP, row.title)
        right = QRectF(0, place.top(), place.width() - 6, ROW)
        painter.drawText(right, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, row.text)
        if not row.quiet:
            bar = QRectF(names + 14, place.top() + (ROW - _BAR) / 2, place.width() - names - 14 - numbers, _BAR)
            _paint_bar(painter, bar, row.cases, most, colours)


def _paint_bar(painter: QPainter, where: QRectF, cases: Shown, most: int, colours: theme.Tokens) -> None:
    if cases is None:
        painter.fillRect(
            where.adjusted(0, 0, -where.width() + 28, 0), QBrush(QColor(colours.muted), Qt.BrushStyle.BDiagPattern)
        )
    elif cases:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.bar))
        painter.drawRect(QRectF(where.left(), where.top(), max(where.width() * cases / most, 1), where.height()))


def _font() -> QFont:
    return theme.base_font()
