"""The steps of the conversation, down the left: number or tick, word, and a mark where something waits."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from budgetdesk.i18n import _, translated
from budgetdesk.ui import theme
from budgetdesk.ui.menus import page_key
from budgetdesk.ui.pages.base import Page, StepState

_HEIGHT, _CIRCLE, _SIDE = 34, 22, 12
_COMPACT_HEIGHT = 26
_SPACE, _COMPACT_SPACE = 3, 2
"""Eleven steps and what is missing have room in a window of 1024 x 700, and on a screen of 1280 x 800 at 150 %."""


class StepButton(QAbstractButton):
    """One step."""

    def __init__(self, number: int, word: str) -> None:
        super().__init__()
        self.number = number
        self.word = word
        self.state = StepState()
        self.compact = False
        self.setText(word)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        keys = page_key(number)
        self.setToolTip(f"{word} ({keys})" if keys else word)
        self.show_state(self.state)

    def show_state(self, state: StepState) -> None:
        self.state = state
        done = _(", udfyldt") if state.done else ""
        badge = f", {state.badge}" if state.badge else ""
        self.setAccessibleName(f"{self.number}. {self.word}{done}{badge}")
        self.updateGeometry()
        self.update()

    def set_compact(self, compact: bool) -> None:
        """Only the number or tick, where the window is narrow; the word is in the tooltip."""
        self.compact = compact
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        if self.compact:
            return QSize(_SIDE + _CIRCLE + _SIDE, _COMPACT_HEIGHT)
        width = _SIDE + _CIRCLE + 10 + QFontMetrics(_font(600)).horizontalAdvance(self.word) + _SIDE
        if self.state.badge:
            width += 12 + _badge_width(self.state.badge)
        return QSize(width, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_ground(painter)
            left = (self.width() - _CIRCLE) / 2 if self.compact else _SIDE
            self._paint_circle(painter, QRectF(left, (self.height() - _CIRCLE) / 2, _CIRCLE, _CIRCLE))
            if self.compact:
                self._paint_dot(painter)
                return
            self._paint_word(painter)
            if self.state.badge:
                self._paint_badge(painter)

    def _paint_ground(self, painter: QPainter) -> None:
        colours = theme.tokens()
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent_soft if self.isChecked() else colours.sunken))
            painter.drawRoundedRect(self.rect(), 8, 8)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 7, 7)

    def _paint_circle(self, painter: QPainter, circle: QRectF) -> None:
        colours = theme.tokens()
        if self.state.done:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent))
            painter.drawEllipse(circle)
            painter.setPen(QPen(QColor(colours.on_accent), 1.8, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
            x, y = circle.x(), circle.y()
            painter.drawPolyline([QPointF(x + 6.5, y + 11.5), QPointF(x + 9.7, y + 14.6), QPointF(x + 15.6, y + 7.8)])
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colours.accent if self.isChecked() else colours.edge), 1.3))
        painter.drawEllipse(circle.adjusted(0.7, 0.7, -0.7, -0.7))
        painter.setFont(_font(600, 11))
        painter.setPen(QColor(colours.accent_text if self.isChecked() else colours.muted))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(self.number))

    def _paint_word(self, painter: QPainter) -> None:
        colours = theme.tokens()
        painter.setFont(_font(600 if self.isChecked() else 400))
        painter.setPen(QColor(colours.accent_text if self.isChecked() else colours.text))
        left = _SIDE + _CIRCLE + 10
        painter.drawText(
            QRect(left, 0, self.width() - left, self.height()),
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
            self.word,
        )

    def _paint_dot(self, painter: QPainter) -> None:
        if self.state.badge:
            painter.setPen(QPen(QColor(theme.tokens().card), 2))
            painter.setBrush(QColor(theme.tokens().bar_amber))
            painter.drawEllipse(QRectF(self.width() / 2 + 5, self.height() / 2 - 13, 10, 10))

    def _paint_badge(self, painter: QPainter) -> None:
        colours = theme.tokens()
        width = _badge_width(self.state.badge)
        badge = QRectF(self.width() - _SIDE - width, (self.height() - 18) / 2, width, 18)
        painter.setPen(QPen(QColor(colours.amber_line), 1) if colours.dark else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.amber_soft))
        painter.drawRoundedRect(badge, 7, 7)
        painter.setFont(_font(400, theme.SMALL))
        painter.setPen(QColor(colours.amber_text))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, self.state.badge)


class Steps(QWidget):
    """All steps. Calls `go(key)` when one is chosen."""

    def __init__(self, pages: Sequence[type[Page]], go: Callable[[str], None]) -> None:
        super().__init__()
        self.buttons: dict[str, StepButton] = {}
        box = self._box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(_SPACE)
        for number, page in enumerate(pages, 1):
            made = StepButton(number, translated(page.step))
            made.clicked.connect(lambda _checked=False, key=page.key: go(key))
            self.buttons[page.key] = made
            box.addWidget(made)

    def set_compact(self, compact: bool) -> None:
        self._box.setSpacing(_COMPACT_SPACE if compact else _SPACE)
        for button in self.buttons.values():
            button.set_compact(compact)

    def show_current(self, key: str) -> None:
        """Mark the step; Tab stops once in the list, here."""
        for own, made in self.buttons.items():
            made.setChecked(own == key)
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus if own == key else Qt.FocusPolicy.NoFocus)

    def show_state(self, key: str, state: StepState) -> None:
        if self.buttons[key].state != state:
            self.buttons[key].show_state(state)


def _font(weight: int, size: int = theme.BODY) -> QFont:
    font = theme.base_font()
    font.setPixelSize(size)
    font.setWeight(QFont.Weight(weight))
    return font


def _badge_width(text: str) -> int:
    return QFontMetrics(_font(400, theme.SMALL)).horizontalAdvance(text) + 14
