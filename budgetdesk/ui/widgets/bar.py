"""A bar that shows how much of the most: to be compared by eye, never read as a figure.

Bars stay in proportion. One purchase far beyond the others, such as a washing machine, would squeeze them all: its bar
then goes to the edge and is broken there, as on a drawing that does not fit the paper.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QWidget

from budgetdesk.ui import theme
from budgetdesk.ui.widgets.words import Tone

HEIGHT = 9
FAR_BEYOND = 2
"""So many times the largest of what is bought often is far beyond it."""
_BREAK = 4
"""Width of the gap in a broken bar, px."""


def full_length(often: Iterable[Decimal], once: Iterable[Decimal]) -> Decimal:
    """The amount that fills a bar: the largest of all, unless it was paid once and is far beyond the rest."""
    usual = max(often, default=Decimal(0))
    near = [amount for amount in once if amount <= FAR_BEYOND * usual or usual <= 0]
    whole = max([usual, *near])
    return whole if whole > 0 else Decimal(1)


class Bar(QWidget):
    """`show_part(part, tone)`: 1 is full, more is broken at the end. The amount beside it says the same in figures, so
    screen readers skip it."""

    def __init__(self) -> None:
        super().__init__()
        self._part = 0.0
        self._tone: Tone = ""
        self.setFixedHeight(HEIGHT + 2)

    def show_part(self, part: float, tone: Tone = "") -> None:
        if (part, tone) != (self._part, self._tone):
            self._part, self._tone = part, tone
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(110, HEIGHT + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = theme.tokens()
        filled = {"violet": colours.bar_violet, "amber": colours.bar_amber}.get(self._tone, colours.bar)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            ground = QRectF(0, 1, self.width(), HEIGHT)
            painter.setBrush(QColor(colours.bar_ground))
            painter.drawRoundedRect(ground, HEIGHT / 2, HEIGHT / 2)
            if self._part > 0:
                painter.setBrush(QColor(filled))
                painter.drawRoundedRect(
                    QRectF(0, 1, max(HEIGHT, self.width() * min(self._part, 1.0)), HEIGHT), HEIGHT / 2, HEIGHT / 2
                )
            if self._part > 1:
                painter.setBrush(QColor(colours.card))
                painter.drawPolygon(self._gap())

    def _gap(self) -> QPolygonF:
        """A slanted cut a little before the end."""
        x, top, bottom = self.width() - 22.0, -1.0, HEIGHT + 3.0
        return QPolygonF(
            [QPointF(x + 4, top), QPointF(x + 4 + _BREAK, top), QPointF(x + _BREAK, bottom), QPointF(x, bottom)]
        )
