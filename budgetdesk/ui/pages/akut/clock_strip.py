"""The clock along the top of the rescue time line: the steps with their names, read with the mouse, the arrow keys and
screen readers."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
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

from budgetdesk.casework.rescue import Rescue
from budgetdesk.i18n import N_, _
from budgetdesk.ui import theme
from budgetdesk.ui.pages.akut.strips import Strip
from budgetdesk.wording import rescue_frame as frames
from budgetdesk.wording.rescue_frame import Mark

LANE, BAND, AXIS = 18, 22, 20
"""Heights: one lane of names, the band of the clock, the days below it (px)."""
_GAP = 10
_KEYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
ALONE, GOODWILL = N_("betaling stopper sagen"), N_("kun hvis udlejer siger ja")


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
        lanes = 1 + max((lane for lane, _rest in self._lanes()), default=0)
        height = lanes * LANE + BAND + AXIS + 6
        if height != self.minimumHeight():
            self.setFixedHeight(height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.rescue is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            lanes = self._lanes()
            top = (1 + max((lane for lane, _rest in lanes), default=0)) * LANE + 4
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
            (_(ALONE), self.place(0), split, colours.accent_text),
            (_(GOODWILL), split, self.place(1), colours.muted),
        ):
            width, left = metrics.horizontalAdvance(text), begins
            if left < self.target_x() < left + width + 16:
                left = self.target_x() + 2
            if width + 16 <= right - left:
                ground = colours.accent_soft if text == _(ALONE) else colours.sunken
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
            text = _("i dag") if day == self.frame.start else frames.short_day(day)
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
