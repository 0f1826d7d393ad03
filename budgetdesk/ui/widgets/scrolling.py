"""What is longer than its window: scrolled in one way everywhere, and never a stop for the keyboard itself."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget


def scrolled(body: QWidget) -> QScrollArea:
    """The body, up and down only."""
    body.setObjectName("page_body")
    area = QScrollArea()
    area.setObjectName("page")
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(body)
    return area


def scrolled_part(part: QWidget) -> QScrollArea:
    """A part that takes the room it needs, at the top, with air beside the bar."""
    body = QWidget()
    inner = QVBoxLayout(body)
    inner.setContentsMargins(0, 0, 10, 0)
    inner.addWidget(part)
    inner.addStretch(1)
    return scrolled(body)
