"""What is longer than the window, to scroll."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget


def scrolled(body: QWidget) -> QScrollArea:
    """A part in an area that scrolls up and down."""
    holder = QWidget()
    holder.setObjectName("page_body")
    box = QVBoxLayout(holder)
    box.setContentsMargins(0, 0, 10, 0)
    box.addWidget(body)
    area = QScrollArea()
    area.setObjectName("page")
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(holder)
    return area
