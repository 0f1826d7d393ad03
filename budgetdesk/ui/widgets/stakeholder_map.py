"""Who is around a case, drawn: the tenant in the middle, the others on both sides. A table says the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from budgetdesk.i18n import _
from budgetdesk.ui import theme
from budgetdesk.ui.widgets.words import Tone

NODE, SPACE, MIDDLE = 50, 10, 130
"""Height of a node, room between two, and width of the middle, px."""
WIDEST, NARROWEST = 300, 150
PAD = 12


@dataclass(frozen=True)
class Node:
    """One body: its key, what it is called, who is there, and how it is to look.

    `there`: somebody is written down; else it is drawn with a broken line. The words say the same."""

    key: str
    title: str
    told: str
    there: bool
    tone: Tone = ""


class StakeholderMap(QWidget):
    """`show_nodes`; a click on a node tells its key."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._middle = ""
        self._nodes: list[Node] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_nodes(self, middle: str, nodes: Sequence[Node], described: str) -> None:
        """Show who is there; `described` is the whole picture in words."""
        self.setAccessibleName(_("Kort over, hvem der er med i sagen"))
        self.setAccessibleDescription(described)
        if (middle, list(nodes)) != (self._middle, self._nodes):
            self._middle, self._nodes = middle, list(nodes)
            self.setFixedHeight(self._height())
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(2 * NARROWEST + MIDDLE + 80, self._height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def places(self) -> list[tuple[Node, QRectF]]:
        """Each node and where it is drawn: the first half on the left, from the top."""
        width = min(WIDEST, max(NARROWEST, (self.width() - MIDDLE) / 2 - 40))
        left = self._nodes[: (len(self._nodes) + 1) // 2]
        found = []
        for column, x in ((left, 0.0), (self._nodes[len(left) :], self.width() - width)):
            top = (self.height() - len(column) * (NODE + SPACE) + SPACE) / 2
            found += [(node, QRectF(x, top + n * (NODE + SPACE), width, NODE)) for n, node in enumerate(column)]
        return found

    def mousePressEvent(self, event: QMouseEvent) -> None:
        hit = next((node for node, box in self.places() if box.contains(event.position())), None)
        if hit is not None:
            self.chosen.emit(hit.key)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            middle = QRectF((self.width() - MIDDLE) / 2, self.height() / 2 - NODE / 2, MIDDLE, NODE)
            for node, box in self.places():
                self._paint_line(painter, node, box, middle)
            for node, box in self.places():
                self._paint_node(painter, node, box)
            self._paint_middle(painter, middle)

    def _paint_line(self, painter: QPainter, node: Node, box: QRectF, middle: QRectF) -> None:
        colours, on_left = theme.tokens(), box.center().x() < middle.center().x()
        start = QPointF(box.right() if on_left else box.left(), box.center().y())
        end = QPointF(middle.left() if on_left else middle.right(), middle.center().y())
        half = (start.x() + end.x()) / 2
        path = QPainterPath(start)
        path.cubicTo(QPointF(half, start.y()), QPointF(half, end.y()), end)
        line = Qt.PenStyle.SolidLine if node.there else Qt.PenStyle.DashLine
        painter.setPen(QPen(QColor(colours.accent_line if node.there else colours.edge), 1.6, line))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)

    def _paint_node(self, painter: QPainter, node: Node, box: QRectF) -> None:
        colours = theme.tokens()
        soft = {"accent": colours.accent_soft, "amber": colours.amber_soft}.get(node.tone, colours.card)
        edge = {"accent": colours.accent_line, "amber": colours.amber_line}.get(node.tone, colours.edge)
        line = Qt.PenStyle.SolidLine if node.there else Qt.PenStyle.DashLine
        painter.setPen(QPen(QColor(edge), 1.2, line))
        painter.setBrush(QColor(soft))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 8, 8)
        top = QRectF(box.left() + PAD, box.top() + 6, box.width() - 2 * PAD, 19)
        _write(painter, top, node.title, colours.text, theme.BODY, strong=True)
        _write(painter, top.translated(0, 19), node.told, colours.muted, theme.SMALL)

    def _paint_middle(self, painter: QPainter, box: QRectF) -> None:
        colours = theme.tokens()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent))
        painter.drawRoundedRect(box, 10, 10)
        inside = box.adjusted(8, 0, -8, 0)
        _write(painter, inside, self._middle, colours.on_accent, theme.BODY, strong=True, centred=True)

    def _height(self) -> int:
        rows = max(1, (len(self._nodes) + 1) // 2)
        return rows * (NODE + SPACE)


def _write(
    painter: QPainter, box: QRectF, text: str, colour: str, size: int, *, strong: bool = False, centred: bool = False
) -> None:
    """One line, shortened where there is no room: the table has it whole."""
    font = theme.base_font()
    font.setPixelSize(size)
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()))
    across = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
    painter.drawText(box, across | Qt.AlignmentFlag.AlignVCenter, shown)
