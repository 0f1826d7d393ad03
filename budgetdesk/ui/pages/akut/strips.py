"""The painted strips of the rescue time line: the clock along the top, and one bar below it for each help.

All strips of a card are equally wide and share one frame of days, so that a line goes through them all. What a colour
says is said by a word beside it, too; what nobody knows is dashed.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from budgetdesk.casework.rescue import Chance, Rescue, RescueLine, State, Stops
from budgetdesk.ui import theme
from budgetdesk.wording import rescue_frame as frames
from budgetdesk.wording.rescue_frame import Frame, Mark

LANE, BAND, AXIS = 18, 22, 20
"""Heights of the header: one lane of names, the band of the clock, the days below it (px)."""
BAR = 14
_GAP = 10
_KEYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
ALONE, GOODWILL = "betaling stopper sagen", "kun hvis udlejer siger ja"


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


class ClockStrip(Strip):
    """The steps of the clock: read with the mouse, the arrow keys and screen readers. `pointed` sends the mark."""

    pointed = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._marks: tuple[Mark, ...] = ()
        self._at: int | None = None
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    def show_rescue(self, rescue: Rescue) -> None:
        super().show_rescue(rescue)
        self._marks = frames.marks(rescue, self.frame)
        self._at = None
        self._set_height()
        self.pointed.emit(self.mark())

    def say(self, sentence: str) -> None:
        """What a screen reader says about the step that is pointed at."""
        self.setAccessibleName(f"{self._name}. {sentence}" if sentence else self._name)

    def mark(self) -> Mark | None:
        """The step that is pointed at, else the one everything is held against."""
        if self._at is not None and self._at < len(self._marks):
            return self._marks[self._at]
        rescue = self.rescue
        found = (one for one in self._marks if rescue and frames.is_target(one, rescue))
        return next(found, self._marks[0] if self._marks else None)

    def point_at(self, number: int | None) -> None:
        """Point at a step by its number in the picture, or at none."""
        if number is not None and self._marks:
            number = max(0, min(len(self._marks) - 1, number))
        if number != self._at:
            self._at = number
            self.pointed.emit(self.mark())
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(420, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_height()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _KEYS.get(Qt.Key(event.key()))
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(self._marks) - 1}
        target = ends.get(Qt.Key(event.key()))
        if step is not None:
            target = self._number() + step
        if target is None or not self._marks:
            event.ignore()
        else:
            self.point_at(target)

    def _number(self) -> int:
        here = self.mark()
        return self._marks.index(here) if here in self._marks else 0

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._marks:
            x = event.position().x()
            near = min(range(len(self._marks)), key=lambda n: abs(self._mark_x(self._marks[n]) - x))
            self.point_at(near)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if not self.hasFocus():
            self.point_at(None)

    # painting

    def _mark_x(self, mark: Mark) -> float:
        return self.target_x() if self._is_target(mark) else self.place(self.frame.part(mark.first))

    def _is_target(self, mark: Mark) -> bool:
        return self.rescue is not None and frames.is_target(mark, self.rescue)

    def _label_font(self, mark: Mark) -> QFont:
        return self.font_of(theme.SMALL, QFont.Weight.DemiBold if self._is_target(mark) else QFont.Weight.Normal)

    def _lanes(self) -> list[tuple[int, float]]:
        places = [
            (self._mark_x(mark), QFontMetricsF(self._label_font(mark)).horizontalAdvance(mark.text) + 6)
            for mark in self._marks
        ]
        return frames.lanes(places, self.place(1), _GAP)

    def _set_height(self) -> None:
        lanes = 1 + max((lane for lane, _ in self._lanes()), default=0)
        height = lanes * LANE + BAND + AXIS + 6
        if height != self.minimumHeight():
            self.setFixedHeight(height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.rescue is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lanes = self._lanes()
        top = (1 + max((lane for lane, _ in lanes), default=0)) * LANE + 4
        self.paint_ground(painter, top, self.height())
        self._paint_axis(painter, top + BAND)
        for mark, (lane, left) in zip(self._marks, lanes, strict=True):
            self._paint_mark(painter, mark, lane, left, top)
        self._paint_zones(painter, top)
        self.paint_target(painter, top, self.height())
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.tokens().accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)

    def _paint_zones(self, painter: QPainter, top: float) -> None:
        """What the two times mean, where there is room to say it."""
        colours, font, split = theme.tokens(), self.font_of(theme.SMALL), self.split()
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        for text, begins, right, colour in (
            (ALONE, self.place(0), split, colours.accent_text),
            (GOODWILL, split, self.place(1), colours.muted),
        ):
            width, left = metrics.horizontalAdvance(text), begins
            if left < self.target_x() < left + width + 16:
                left = self.target_x() + 2
            if width + 16 <= right - left:
                ground = colours.accent_soft if text == ALONE else colours.sunken
                painter.fillRect(QRectF(left + 4, top + 2, width + 8, BAND - 4), QColor(ground))
                painter.setPen(QColor(colour))
                painter.drawText(QPointF(left + 8, top + BAND / 2 + metrics.ascent() / 2 - 1), text)

    def _paint_axis(self, painter: QPainter, top: float) -> None:
        colours, font = theme.tokens(), self.font_of(theme.SMALL)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        free = self.place(0)
        days = [self.frame.start, *(day for day in self.frame.mondays() if day != self.frame.start)]
        for day in days:
            x = self.place(self.frame.part(day, of_day=0))
            text = "i dag" if day == self.frame.start else frames.short_day(day)
            width = metrics.horizontalAdvance(text)
            painter.setPen(QPen(QColor(colours.edge), 1))
            painter.drawLine(QPointF(x, top), QPointF(x, top + 4))
            if x + 3 >= free and x + 3 + width <= self.place(1) and not x - 2 <= self.target_x() <= x + width + 6:
                painter.setPen(QColor(colours.muted))
                painter.drawText(QPointF(x + 3, top + AXIS - 5), text)
                free = x + 3 + width + _GAP

    def _paint_mark(self, painter: QPainter, mark: Mark, lane: int, left: float, top: float) -> None:
        colours, x = theme.tokens(), self._mark_x(mark)
        chosen = mark == self.mark() and (self.hasFocus() or self._at is not None)
        line = QColor(colours.accent if chosen else colours.text if self._is_target(mark) else colours.muted)
        style = Qt.PenStyle.DashLine if mark.estimated else Qt.PenStyle.SolidLine
        painter.setPen(QPen(line, 1.5, style))
        foot = top + BAND
        painter.drawLine(QPointF(x, (lane + 1) * LANE), QPointF(x, foot))
        if mark.estimated and mark.last > mark.first:
            end = self.place(self.frame.part(mark.last, of_day=1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawLine(QPointF(x, foot), QPointF(end, foot))
        elif not mark.estimated:
            painter.setBrush(line)
            painter.drawEllipse(QPointF(x, foot), 3.5, 3.5)
        font = self._label_font(mark)
        metrics = QFontMetricsF(font)
        width = metrics.horizontalAdvance(mark.text) + 6
        painter.fillRect(QRectF(left, lane * LANE, width, LANE), QColor(colours.card))
        painter.setFont(font)
        painter.setPen(QColor(colours.accent_text if chosen else colours.text))
        painter.drawText(QPointF(left + 1, lane * LANE + metrics.ascent() + 2), mark.text)


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
        painter = QPainter(self)
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
