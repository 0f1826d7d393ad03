"""A field of several lines that is as high as its text, up to a height from which it is scrolled."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QPlainTextEdit

_AROUND = 22
"""Room around the text of a field, px."""


def grow(area: QPlainTextEdit, most_lines: int) -> None:
    """Give the field the height of its text when it is wrapped. Its own layout knows only what it has painted."""
    metrics, room = area.fontMetrics(), area.viewport().width() - round(2 * area.document().documentMargin())
    wrapped = QRect(0, 0, max(room, 1), 1)
    flags = int(Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere)
    heights = [metrics.boundingRect(wrapped, flags, row or " ").height() for row in area.toPlainText().split("\n")]
    lines = sum(max(1, round(height / metrics.lineSpacing())) for height in heights)
    shown = Qt.ScrollBarPolicy.ScrollBarAsNeeded if lines > most_lines else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    area.setVerticalScrollBarPolicy(shown)
    area.setFixedHeight(_AROUND + metrics.lineSpacing() * min(lines, most_lines))
