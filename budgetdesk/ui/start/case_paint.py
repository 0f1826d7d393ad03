"""Paints one row of the list of cases: who and where to the left, what is next and when to the right."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from budgetdesk.i18n import _
from budgetdesk.ui import theme
from budgetdesk.ui.start.case_model import LINE_ROLE, CaseLine, Index

HEIGHT = 62
_SIDE, _BETWEEN, _CHIP = 14, 24, 9
_SLACK = 6
"""Letters drawn need a little more than they measure, px."""
_RIGHT_SHARE = 42
"""Per cent of the width that what is next may take."""
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CasePainter(QStyledItemDelegate):
    """No widget per case: only the rows in sight are painted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._strong, self._plain, self._small = _font(theme.BODY, bold=True), _font(theme.BODY), _font(theme.SMALL)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del index
        return QSize(option.rect.width(), HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: CaseLine = index.data(LINE_ROLE)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        colours = theme.tokens()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent_soft))
            painter.drawRoundedRect(rect.adjusted(2, 2, -2, -3), 7, 7)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.sunken))
            painter.drawRoundedRect(rect.adjusted(2, 2, -2, -3), 7, 7)
        painter.setPen(QColor(colours.hairline))
        painter.drawLine(rect.left() + _SIDE, rect.bottom(), rect.right() - _SIDE, rect.bottom())
        inner = rect.adjusted(_SIDE, 9, -_SIDE, -10)
        taken = self._paint_next(painter, inner, line, colours)
        self._paint_who(painter, inner.adjusted(0, 0, -taken - _BETWEEN, 0), line, colours)
        painter.restore()

    def _paint_who(self, painter: QPainter, rect: QRect, line: CaseLine, colours: theme.Tokens) -> None:
        upper, lower = _halves(rect)
        _write(painter, upper, line.who, self._strong, colours.text if line.open else colours.muted, _LEFT)
        if line.found:
            said = _("Fundet på {found}").format(found=line.found)
            wide = min(QFontMetrics(self._small).horizontalAdvance(said) + 14, lower.width())
            _write(painter, lower, said, self._small, colours.accent_text, _LEFT)
            lower = lower.adjusted(wide, 0, 0, 0)
        _write(painter, lower, line.about, self._small, colours.muted, _LEFT)

    def _paint_next(self, painter: QPainter, rect: QRect, line: CaseLine, colours: theme.Tokens) -> int:
        """Returns how wide it became, px."""
        most = rect.width() * _RIGHT_SHARE // 100
        step = QFontMetrics(self._plain).horizontalAdvance(line.step)
        when = QFontMetrics(self._small).horizontalAdvance(line.when) + (2 * _CHIP if line.pressing else 0)
        taken = min(max(step + _SLACK, when), most)
        room = QRect(rect.right() - taken + 1, rect.top(), taken, rect.height())
        upper, lower = _halves(room)
        quiet = not line.when
        font = self._small if quiet else self._plain
        _write(painter, upper, line.step, font, colours.muted if quiet else colours.text, _RIGHT)
        if line.pressing:
            chip = QRect(room.right() - when + 1, lower.top() + 2, when, lower.height() - 1)
            painter.setPen(QColor(colours.amber_line))
            painter.setBrush(QColor(colours.amber_soft))
            painter.drawRoundedRect(chip, 9, 9)
            _write(painter, chip, line.when, self._small, colours.amber_text, Qt.AlignmentFlag.AlignCenter)
        else:
            _write(painter, lower, line.when, self._small, colours.muted, _RIGHT)
        return taken


def _halves(rect: QRect) -> tuple[QRect, QRect]:
    half = rect.height() // 2
    return QRect(rect.left(), rect.top(), rect.width(), half), QRect(rect.left(), rect.top() + half, rect.width(), half)


def _write(painter: QPainter, rect: QRect, text: str, font: QFont, colour: str, how: Qt.AlignmentFlag) -> None:
    if not text or rect.width() <= 0:
        return
    painter.setFont(font)
    painter.setPen(QColor(colour))
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, int(how), shown)


def _font(size: int, *, bold: bool = False) -> QFont:
    font = QFont(theme.base_font())
    font.setPixelSize(size)
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font
