"""A title that opens and closes what stands below it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QSize
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPolygonF

from budgetdesk.i18n import _
from budgetdesk.ui import theme
from budgetdesk.ui.widgets.links import _PAD, _WRAP, LinkButton

MARK = 18
"""Room for the small triangle, px."""


class FoldButton(LinkButton):
    """Text that wraps behind a small triangle; Enter, Space or a click opens or closes."""

    def __init__(self, text: str, action: Callable[[], object]) -> None:
        super().__init__(text, action)
        self.opened = False
        self._font.setWeight(QFont.Weight.Medium)

    def show_opened(self, opened: bool) -> None:
        self.opened = opened
        self.setAccessibleDescription(_("åben") if opened else _("lukket"))
        self.update()

    def _rect(self, width: int) -> QRect:
        room = max(width - 2 * _PAD - MARK, 20)
        return QFontMetrics(self._font).boundingRect(QRect(0, 0, room, 4000), _WRAP, self.text())

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(MARK, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = theme.tokens()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.hasFocus():
                painter.setPen(QColor(colours.accent))
                painter.setBrush(QColor(colours.accent_soft))
                painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 3, 3)
            painter.setPen(QColor(colours.muted))
            painter.setBrush(QColor(colours.muted))
            painter.drawPolygon(self._triangle())
            painter.setFont(self._font)
            painter.setPen(QColor(colours.accent_text if self.underMouse() else colours.text))
            painter.drawText(self.rect().adjusted(MARK, _PAD, -_PAD, -_PAD), _WRAP, self.text())

    def _triangle(self) -> QPolygonF:
        middle = _PAD + QFontMetrics(self._font).height() / 2
        points = [(4, -2), (12, -2), (8, 3)] if self.opened else [(6, -4), (6, 4), (11, 0)]
        return QPolygonF([QPointF(x, middle + y) for x, y in points])
