"""A picture of numbers on the screen, painted from the shapes of `wording.plots`, read aloud by its description."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from budgetdesk.ui import theme
from budgetdesk.wording.plots import Box, Dot, Label, Plot, Shape, Stroke, height_of, layout

_LETTER = float(theme.SMALL)
_NOTHING = Plot(title="", caption="", spoken="", labels=(), strands=())


class PlotView(QWidget):
    """Shows one picture; the height follows from what is in it."""

    def __init__(self) -> None:
        super().__init__()
        self._plot = _NOTHING
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_plot(self, plot: Plot) -> None:
        """Show another picture."""
        self._plot = plot
        self.setAccessibleName(plot.title)
        self.setAccessibleDescription(plot.spoken)
        self.setFixedHeight(round(height_of(plot, _LETTER)))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(460, round(height_of(self._plot, _LETTER)))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, round(height_of(self._plot, _LETTER)))

    def shapes(self) -> tuple[Shape, ...]:
        """What is painted at the width there is now."""
        metrics = QFontMetricsF(_font(strong=True))
        return layout(self._plot, self.width(), _LETTER, metrics.horizontalAdvance)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._plot.is_empty:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for shape in self.shapes():
                _paint(painter, shape, theme.tokens())


def _paint(painter: QPainter, shape: Shape, colours: theme.Tokens) -> None:
    if isinstance(shape, Box):
        _paint_box(painter, shape, colours)
    elif isinstance(shape, Stroke):
        painter.setPen(_pen(shape, colours))
        painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in shape.points]))
    elif isinstance(shape, Dot):
        painter.setPen(QPen(QColor(colours.accent), 2))
        painter.setBrush(QColor(colours.accent if shape.filled else colours.card))
        painter.drawEllipse(QPointF(shape.x, shape.y), 4, 4)
    else:
        _paint_label(painter, shape, colours)


def _paint_box(painter: QPainter, box: Box, colours: theme.Tokens) -> None:
    where = QRectF(box.x, box.y, box.width, box.height)
    if box.fill == "hidden":
        painter.fillRect(where, QBrush(QColor(colours.muted), Qt.BrushStyle.BDiagPattern))
        return
    painter.setPen(QPen(QColor(colours.accent), 1.2))
    painter.setBrush(QColor(colours.bar if box.fill == "solid" else colours.card))
    painter.drawRect(where)


def _pen(stroke: Stroke, colours: theme.Tokens) -> QPen:
    if stroke.role == "grid":
        return QPen(QColor(colours.hairline), 1)
    if stroke.role == "axis":
        return QPen(QColor(colours.muted), 1.2)
    line = Qt.PenStyle.SolidLine if stroke.role == "first" else Qt.PenStyle.DashLine
    return QPen(QColor(colours.accent), 2.2, line)


def _paint_label(painter: QPainter, label: Label, colours: theme.Tokens) -> None:
    font = _font(strong=label.strong)
    painter.setFont(font)
    painter.setPen(QColor(colours.muted if label.quiet else colours.text))
    wide = QFontMetricsF(font).horizontalAdvance(label.text)
    left = label.x - {"left": 0.0, "middle": wide / 2, "right": wide}[label.align]
    painter.drawText(QPointF(left, label.y), label.text)


def _font(*, strong: bool) -> QFont:
    font = theme.base_font()
    font.setPixelSize(theme.SMALL)
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return font
