"""The painted strips of the rescue time line: their common ground, and one bar for each help.

All strips of a card are equally wide and share one frame of days, so that a line goes through them all. What a colour
says is said by a word beside it, too; what nobody knows is dashed.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from budgetdesk.casework.rescue import Chance, Rescue, RescueLine, State, Stops
from budgetdesk.ui import theme
from budgetdesk.wording import rescue_frame as frames
from budgetdesk.wording.rescue_frame import Frame

BAR = 14
"""Height of a bar, px."""


class Strip(QWidget):
    """The ground: the time in which paying stops it, the time after it, and the line between."""

    def __init__(self) -> None:
        super().__init__()
        self.rescue: Rescue | None = None
        self.frame = Frame(date.min, date.min)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_rescue(self, rescue: Rescue) -> None:
        self.rescue = rescue
        self.frame = frames.frame(rescue)
        self.update()

    def place(self, part: float) -> float:
        """Px for a part of the width."""
        return 1 + part * max(self.width() - 2, 1)

    def font_of(self, size: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        font = QFont(theme.base_font())
        font.setPixelSize(size)
        font.setWeight(weight)
        return font

    def split(self) -> float:
        """Where paying stops to be enough by itself, px; the left edge where it is not any more."""
        target = self.rescue.target if self.rescue else None
        if target is None or target.stops is not Stops.BY_RIGHT:
            return self.place(0)
        return self.place(self.frame.part(target.day, of_day=1))

    def paint_ground(self, painter: QPainter, top: float, bottom: float) -> None:
        colours, split = theme.tokens(), self.split()
        left, right = self.place(0), self.place(1)
        painter.fillRect(QRectF(left, top, split - left, bottom - top), QColor(colours.accent_soft))
        after = QRectF(split, top, right - split, bottom - top)
        painter.fillRect(after, QColor(colours.sunken))
        painter.fillRect(after, QBrush(QColor(colours.hairline), Qt.BrushStyle.BDiagPattern))

    def target_x(self) -> float:
        """Where the day stands that everything is held against, px; outside the picture where there is none."""
        target = self.rescue.target if self.rescue else None
        if target is None or target.stops is Stops.AT_ONCE or not self.frame.shows(target.day):
            return -100.0
        return self.place(self.frame.part(target.day, of_day=1 if target.stops is Stops.BY_RIGHT else 0.5))

    def paint_target(self, painter: QPainter, top: float, bottom: float) -> None:
        """The day everything is held against, through all strips."""
        target, x = self.rescue.target if self.rescue else None, self.target_x()
        if target is None or x < 0:
            return
        style = Qt.PenStyle.DashLine if target.estimate else Qt.PenStyle.SolidLine
        painter.setPen(QPen(QColor(theme.tokens().text), 2, style))
        painter.drawLine(QPointF(x, top), QPointF(x, bottom))


class HelpStrip(Strip):
    """One help: a thin line while one waits, a bar where the money usually comes. The words beside it say the same."""

    def __init__(self) -> None:
        super().__init__()
        self.line: RescueLine | None = None
        self.setMinimumHeight(36)

    def show_line(self, line: RescueLine, rescue: Rescue) -> None:
        self.line = line
        self.show_rescue(rescue)

    def sizeHint(self) -> QSize:
        return QSize(420, 40)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.rescue is None or self.line is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.paint_ground(painter, 0, self.height())
            self.paint_target(painter, 0, self.height())
            middle = self.height() / 2
            if self.line.first is None or self.line.last is None:
                self._paint_unknown(painter, middle)
            else:
                self._paint_bar(painter, self.line, middle)

    def _paint_unknown(self, painter: QPainter, middle: float) -> None:
        """Nobody knows the day: a dashed line with no end; whole where it is settled."""
        colours = theme.tokens()
        settled = self.line is not None and self.line.state is State.AGREED
        style = Qt.PenStyle.SolidLine if settled else Qt.PenStyle.DotLine
        painter.setPen(QPen(QColor(colours.accent if settled else colours.muted), 2, style))
        painter.drawLine(QPointF(self.place(0) + 6, middle), QPointF(self.place(1) - 8, middle))

    def _paint_bar(self, painter: QPainter, line: RescueLine, middle: float) -> None:
        colours = theme.tokens()
        first, last = line.first or self.frame.start, line.last or self.frame.end
        fill = {Chance.TOO_LATE: colours.bar_amber, Chance.UNKNOWN: colours.bar_ground}.get(line.chance, colours.accent)
        start = self.place(self.frame.part(max(line.begins, self.frame.start), of_day=0))
        left = self.place(self.frame.part(first, of_day=0))
        painter.setPen(QPen(QColor(colours.muted), 1.5))
        if frames.beyond(line, self.frame):
            self._paint_arrow(painter, start, middle)
            return
        painter.drawLine(QPointF(start, middle), QPointF(left, middle))
        right = max(self.place(self.frame.part(last, of_day=1)), left + BAR)
        bar = QRectF(left, middle - BAR / 2, min(right, self.place(1)) - left, BAR)
        edge = colours.amber_text if line.chance is Chance.TOO_LATE else colours.accent_text
        painter.setPen(QPen(QColor(edge), 1))
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(bar, BAR / 2, BAR / 2)
        self._paint_apply_by(painter, line, middle)

    def _paint_apply_by(self, painter: QPainter, line: RescueLine, middle: float) -> None:
        """The last day to apply, where it comes before the money would: a small upright mark on the waiting line."""
        if line.apply_by is None or line.first is None or line.apply_by > line.first:
            return
        x = self.place(self.frame.part(line.apply_by, of_day=1))
        painter.setPen(QPen(QColor(theme.tokens().accent_text), 2.5))
        painter.drawLine(QPointF(x, middle - BAR / 2 - 3), QPointF(x, middle + BAR / 2 + 3))

    def _paint_arrow(self, painter: QPainter, start: float, middle: float) -> None:
        """It comes after the picture ends."""
        end = self.place(1) - 6
        painter.drawLine(QPointF(start, middle), QPointF(end, middle))
        for way in (-4, 4):
            painter.drawLine(QPointF(end, middle), QPointF(end - 6, middle + way))
