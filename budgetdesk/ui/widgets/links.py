"""A sentence that leads somewhere, wrapped where there is no room for it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from budgetdesk.ui import theme
from budgetdesk.ui.widgets import long_words

_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_PAD = 2


class LinkButton(QAbstractButton):
    """Underlined text that wraps; Enter, Space or a click follows it."""

    def __init__(self, text: str, action: Callable[[], object] | None = None, *, small: bool = False) -> None:
        super().__init__()
        font = QFont(theme.base_font())
        font.setPixelSize(theme.SMALL if small else theme.BODY)
        self._font = font
        self._heights: dict[tuple[str, int], int] = {}
        self.setText(text)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if action is not None:
            self.clicked.connect(lambda _checked: action())

    def _rect(self, width: int) -> QRect:
        room = max(width - 2 * _PAD, 20)
        return QFontMetrics(self._font).boundingRect(QRect(0, 0, room, 4000), _WRAP, self._broken(room))

    def _broken(self, room: int) -> str:
        """As it is painted: a word that is wider than its room (px) goes on in the next line."""
        return long_words.broken(self.text(), room, QFontMetrics(self._font).horizontalAdvance)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        # A layout asks a hundred times for the same few widths.
        height = self._heights.get((self.text(), width))
        if height is None:
            height = self._heights[self.text(), width] = self._rect(width).height() + 2 * _PAD
        return height

    def sizeHint(self) -> QSize:
        width = QFontMetrics(self._font).horizontalAdvance(self.text()) + 2 * _PAD + 2
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        pieces = (word[: long_words.LEAST] for word in self.text().split())
        longest = max((QFontMetrics(self._font).horizontalAdvance(piece) for piece in pieces), default=0)
        return QSize(longest + 2 * _PAD + 2, self.heightForWidth(max(self.width(), longest + 2 * _PAD + 2)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = theme.tokens()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.hasFocus():
                painter.setPen(QColor(colours.accent))
                painter.setBrush(QColor(colours.accent_soft))
                painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 3, 3)
            font = QFont(self._font)
            font.setUnderline(True)
            painter.setFont(font)
            painter.setPen(QColor(colours.accent if self.underMouse() else colours.accent_text))
            inside = self.rect().adjusted(0, _PAD, -_PAD, -_PAD)
            painter.drawText(inside, _WRAP, self._broken(inside.width() - _PAD))


def set_link(link: LinkButton, text: str) -> None:
    """Give a link another sentence."""
    if link.text() != text:
        link.setText(text)
        link.setAccessibleName(text)
        link.updateGeometry()
