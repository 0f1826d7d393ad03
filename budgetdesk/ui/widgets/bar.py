"""A bar that shows how much of the most: to be compared by eye, never read as a figure."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from budgetdesk.ui import theme
from budgetdesk.ui.widgets.words import Tone

HEIGHT = 9


class Bar(QWidget):
    """`show_part(0..1, tone)`. The amount beside it says the same in figures, so screen readers skip it."""

    def __init__(self) -> None:
        super().__init__()
        self._part = 0.0
        self._tone: Tone = ""
        self.setFixedHeight(HEIGHT + 2)

    def show_part(self, part: float, tone: Tone = "") -> None:
        self._part, self._tone = max(0.0, min(1.0, part)), tone
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(110, HEIGHT + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = theme.tokens()
        filled = {"violet": colours.bar_violet, "amber": colours.bar_amber}.get(self._tone, colours.bar)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        ground = QRectF(0, 1, self.width(), HEIGHT)
        painter.setBrush(QColor(colours.bar_ground))
        painter.drawRoundedRect(ground, HEIGHT / 2, HEIGHT / 2)
        if self._part > 0:
            painter.setBrush(QColor(filled))
            painter.drawRoundedRect(
                QRectF(0, 1, max(HEIGHT, self.width() * self._part), HEIGHT), HEIGHT / 2, HEIGHT / 2
            )
