"""A field to sign in by hand: mouse, pen or finger. Whoever cannot draw types the name instead."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QTabletEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from budgetdesk.i18n import _
from budgetdesk.ui import theme

HEIGHT = 116
INK = "#1c2529"
"""The ink is dark on white in both looks: it is paper."""
BASE_LINE = 0.74

Point = tuple[float, float, float]


class InkPad(QWidget):
    """White paper with a line. Touch arrives as mouse events; a pen as its own."""

    drawn = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setAccessibleDescription(_("Tegn underskriften med mus, pen eller finger. Eller skriv navnet i stedet."))
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_TabletTracking, False)
        self._strokes: list[list[Point]] = []
        self._drawing = False
        self._clock = QElapsedTimer()

    @property
    def strokes(self) -> tuple[tuple[Point, ...], ...]:
        """What was drawn: (x, y, seconds since the first point), y downwards."""
        return tuple(tuple(stroke) for stroke in self._strokes)

    def clear(self) -> None:
        """An empty sheet."""
        self._strokes = []
        self._drawing = False
        self.update()
        self.drawn.emit()

    # drawing

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._begin(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go_on(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._end()

    def tabletEvent(self, event: QTabletEvent) -> None:
        if event.type() is QEvent.Type.TabletPress:
            self._begin(event.position())
        elif event.type() is QEvent.Type.TabletMove:
            self._go_on(event.position())
        elif event.type() is QEvent.Type.TabletRelease:
            self._end()
        event.accept()

    def _begin(self, where: QPointF) -> None:
        if not self._strokes:
            self._clock.start()
        self._drawing = True
        self._strokes.append([self._point(where)])
        self.update()

    def _go_on(self, where: QPointF) -> None:
        if self._drawing:
            self._strokes[-1].append(self._point(where))
            self.update()

    def _end(self) -> None:
        if self._drawing:
            self._drawing = False
            self.drawn.emit()

    def _point(self, where: QPointF) -> Point:
        x = min(max(where.x(), 0.0), float(self.width()))
        y = min(max(where.y(), 0.0), float(self.height()))
        return x, y, self._clock.elapsed() / 1000

    # showing

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(theme.tokens().edge), 1))
            painter.setBrush(QColor("white"))
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 6, 6)
            line = round(self.height() * BASE_LINE)
            painter.setPen(QPen(QColor("#b9beba"), 1))
            painter.drawLine(18, line, self.width() - 18, line)
            painter.setPen(
                QPen(QColor(INK), 2.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
            )
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for stroke in self._strokes:
                painter.drawPath(_path(stroke))


def _path(stroke: list[Point]) -> QPainterPath:
    first, *rest = [QPointF(x, y) for x, y, _rest in stroke]
    path = QPainterPath(first)
    if not rest:
        path.lineTo(first + QPointF(0.1, 0.1))
    for point in rest:
        path.lineTo(point)
    return path
