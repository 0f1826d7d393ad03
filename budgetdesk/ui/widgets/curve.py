"""The money on the accounts, day by day, as a stepped curve to be read with the mouse, the arrow keys and the ear.

Below zero is said by a pattern and a word, not by colour alone. The lowest day is named in a band of its own below the
curve, where nothing can be in its way.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from budgetdesk import formats
from budgetdesk.i18n import N_, _
from budgetdesk.planning.plan import DayBalance
from budgetdesk.ui import theme
from budgetdesk.ui.widgets.curve_scale import Scale, lines_across, month_marks

_NAMES, _LABEL = 28, 40
"""Room for the names of the months, and for the name of the lowest day (px)."""
_LEAST, _MOST, _SHARE = 240, 380, 0.31
_KEYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
UNDER = N_("under nul")
_LINE = 2.5
"""How thick the curve is: it is read across a desk (px)."""


class BalanceCurve(QWidget):
    """Shows balances; `pointed` is sent with the day that is pointed at, or None."""

    pointed = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._days: Sequence[DayBalance] = ()
        self._lowest: DayBalance | None = None
        self._label = ""
        self._marks: Sequence[date] = ()
        self._at: int | None = None
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.CrossCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_days(
        self,
        days: Sequence[DayBalance],
        lowest: DayBalance | None,
        label: str,
        spoken: str,
        marks: Sequence[date] = (),
    ) -> None:
        """Show a curve. `label` names the lowest day; `spoken` says all of it to who cannot see it; `marks` are days on
        which something changes."""
        self._days, self._lowest, self._label = days, lowest, label
        self._marks = marks
        self._at = min(self._at, len(days) - 1) if self._at is not None and days else None
        self.setAccessibleDescription(spoken)
        self._tell()
        self.update()

    def day(self) -> DayBalance | None:
        """The day that is pointed at."""
        return self._days[self._at] if self._at is not None and self._at < len(self._days) else None

    def point_at(self, number: int | None) -> None:
        """Point at a day by its number from the first, or at none."""
        if number is not None and self._days:
            number = max(0, min(len(self._days) - 1, number))
        if number != self._at:
            self._at = number
            self._tell()
            self.update()

    def say(self, sentence: str) -> None:
        """Tell screen readers about the day that is pointed at."""
        self.setAccessibleName(f"{self._name}. {sentence}")
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))

    # size

    def sizeHint(self) -> QSize:
        return QSize(700, self.heightForWidth(700))

    def minimumSizeHint(self) -> QSize:
        return QSize(260, _LEAST)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(_LEAST, min(_MOST, round(width * _SHARE)))

    # pointing

    def keyPressEvent(self, event: QKeyEvent) -> None:
        target = self._target(event)
        if target is None or not self._days:
            event.ignore()
        else:
            self.point_at(target)

    def _target(self, event: QKeyEvent) -> int | None:
        """Left and right: a day, with Ctrl a week; Page Up and Down: 30 days; Home and End: the ends; L: the lowest."""
        now = self._at if self._at is not None else self._lowest_at()
        key = Qt.Key(event.key())
        if key in _KEYS:
            week = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            return now + _KEYS[key] * (7 if week else 1)
        places = {
            Qt.Key.Key_PageUp: now - 30,
            Qt.Key.Key_PageDown: now + 30,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self._days) - 1,
            Qt.Key.Key_L: self._lowest_at(),
        }
        return places.get(key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._days:
            self.point_at(self._scale().day_at(event.position().x()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if not self.hasFocus():
            self.point_at(None)

    def _tell(self) -> None:
        self.pointed.emit(self.day())

    def _lowest_at(self) -> int:
        low = self._lowest
        return next((n for n, day in enumerate(self._days) if low and day.day == low.day), 0)

    # painting

    def _font(self, size: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        font = QFont(theme.base_font())
        font.setPixelSize(size)
        font.setWeight(weight)
        return font

    def _amounts(self) -> list[tuple[int, str]]:
        balances = [day.balance for day in self._days]
        low, high = min(Decimal(0), *balances), max(Decimal(100), *balances)
        most = 4 if self.height() > _LEAST + 30 else 3
        return [(amount, formats.amount(Decimal(amount))) for amount in lines_across(low, high, most)]

    def _scale(self) -> Scale:
        metrics = QFontMetricsF(self._font(theme.BODY))
        words = [text for _rest, text in self._amounts()]
        balances = [float(day.balance) for day in self._days]
        low, high = min(0.0, *balances), max(100.0, *balances)
        if low < 0:
            words.append(_(UNDER))
        left = max(metrics.horizontalAdvance(word) for word in words) + 18
        plot = QRectF(left, 12, max(self.width() - left - 8, 40), max(self.height() - 12 - _LABEL - _NAMES, 60))
        return Scale(plot, len(self._days), low, high)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            colours = theme.tokens()
            if self.hasFocus():
                painter.setPen(QPen(QColor(colours.accent), 2))
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
            if not self._days:
                return
            scale = self._scale()
            self._paint_amounts(painter, scale, colours)
            self._paint_curve(painter, scale, colours)
            self._paint_months(painter, scale, colours)
            self._paint_marks(painter, scale, colours)
            self._paint_lowest(painter, scale, colours)
            self._paint_pointer(painter, scale, colours)

    def _paint_amounts(self, painter: QPainter, scale: Scale, colours: theme.Tokens) -> None:
        font = self._font(theme.BODY)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        for amount, text in self._amounts():
            y = round(scale.y(float(amount))) + 0.5
            if amount:
                painter.setPen(QPen(QColor(colours.hairline), 1))
                painter.drawLine(QPointF(scale.plot.left(), y), QPointF(scale.plot.right(), y))
            painter.setPen(QColor(colours.muted))
            self._beside(painter, metrics, scale, y, text)
        if scale.low < 0 and (place := self._under(scale, metrics.height())) is not None:
            painter.setPen(QColor(colours.amber_text))
            self._beside(painter, metrics, scale, place, _(UNDER))

    def _under(self, scale: Scale, height: float) -> float | None:
        """Where “under nul” can stand without touching an amount, px; None where there is no room."""
        lines = [scale.y(float(amount)) for amount, _rest in self._amounts()]
        bottom = scale.plot.bottom() + height / 2
        edges = sorted({scale.y(0), *(y for y in lines if y > scale.y(0)), bottom + height / 2})
        for above, below in pairwise(edges):
            if below - above >= 2 * height:
                return (above + below) / 2
        return None

    def _beside(self, painter: QPainter, metrics: QFontMetricsF, scale: Scale, y: float, text: str) -> None:
        x = scale.plot.left() - 8 - metrics.horizontalAdvance(text)
        painter.drawText(QPointF(x, y + metrics.ascent() / 2 - 1), text)

    def _steps(self, scale: Scale) -> QPolygonF:
        points = QPolygonF()
        for number, day in enumerate(self._days):
            y = scale.y(float(day.balance))
            points.append(QPointF(scale.x(number), y))
            points.append(QPointF(scale.x(number + 1), y))
        return points

    def _paint_curve(self, painter: QPainter, scale: Scale, colours: theme.Tokens) -> None:
        steps, zero = self._steps(scale), scale.y(0)
        area = QPolygonF(steps)
        area.append(QPointF(scale.plot.right(), zero))
        area.append(QPointF(scale.plot.left(), zero))
        above = QRectF(0, 0, self.width(), zero)
        below = QRectF(0, zero, self.width(), self.height() - zero)
        hatched = QBrush(QColor(colours.amber_line), Qt.BrushStyle.BDiagPattern)
        for part, fills, line in (
            (above, [QBrush(QColor(colours.accent_soft))], colours.accent),
            (below, [QBrush(QColor(colours.amber_soft)), hatched], colours.amber_text),
        ):
            painter.save()
            painter.setClipRect(part)
            painter.setPen(Qt.PenStyle.NoPen)
            for fill in fills:
                painter.setBrush(fill)
                painter.drawPolygon(area)
            painter.restore()
            painter.save()
            painter.setClipRect(part.adjusted(0, -1, 0, 1))
            painter.setPen(
                QPen(QColor(line), _LINE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.MiterJoin)
            )
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(steps)
            painter.restore()
        painter.setPen(QPen(QColor(colours.muted), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(scale.plot.left(), zero), QPointF(scale.plot.right(), zero))

    def _paint_months(self, painter: QPainter, scale: Scale, colours: theme.Tokens) -> None:
        font = self._font(theme.BODY)
        painter.setFont(font)
        painter.setPen(QColor(colours.muted))
        metrics = QFontMetricsF(font)
        days = [day.day for day in self._days]
        foot = self.height() - 9
        for x, text in month_marks(days, scale.x, scale.plot.right(), metrics.horizontalAdvance):
            painter.drawLine(QPointF(x, scale.plot.bottom() + _LABEL - 2), QPointF(x, scale.plot.bottom() + _LABEL + 3))
            painter.drawText(QPointF(x, foot), text)

    def _paint_marks(self, painter: QPainter, scale: Scale, colours: theme.Tokens) -> None:
        """A small triangle over each day on which something changes."""
        if not self._days:
            return
        first, top = self._days[0].day, scale.plot.top() - 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.violet_text))
        for day in self._marks:
            number = (day - first).days
            if 0 <= number < len(self._days):
                x = scale.x(number + 0.5)
                points = [QPointF(x - 4, top - 7), QPointF(x + 4, top - 7), QPointF(x, top)]
                painter.drawPolygon(QPolygonF(points))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_lowest(self, painter: QPainter, scale: Scale, colours: theme.Tokens) -> None:
        if self._lowest is None:
            return
        font = self._font(theme.TITLE, QFont.Weight.DemiBold)
        painter.setFont(font)
        width = QFontMetricsF(font).horizontalAdvance(self._label)
        place = QPointF(scale.x(self._lowest_at() + 0.5), scale.y(float(self._lowest.balance)))
        left = max(scale.plot.left(), min(place.x() - width / 2, scale.plot.right() - width))
        painter.setPen(QPen(QColor(colours.text), 1))
        painter.drawLine(place, QPointF(place.x(), scale.plot.bottom() + 7))
        self._dot(painter, place, colours)
        painter.drawText(QPointF(left, scale.plot.bottom() + 28), self._label)

    def _paint_pointer(self, painter: QPainter, scale: Scale, colours: theme.Tokens) -> None:
        day = self.day()
        if day is None or self._at is None:
            return
        x = scale.x(self._at + 0.5)
        painter.setPen(QPen(QColor(colours.text), 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(x, scale.plot.top()), QPointF(x, scale.plot.bottom()))
        self._dot(painter, QPointF(x, scale.y(float(day.balance))), colours)

    def _dot(self, painter: QPainter, place: QPointF, colours: theme.Tokens) -> None:
        painter.setPen(QPen(QColor(colours.text), 2))
        painter.setBrush(QColor(colours.card))
        painter.drawEllipse(place, 4.5, 4.5)
        painter.setBrush(Qt.BrushStyle.NoBrush)
