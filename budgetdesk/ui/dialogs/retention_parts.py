"""What the dialogs about keeping and deleting share."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from budgetdesk.ui import theme


def scrolled(*things: QWidget) -> QScrollArea:
    """Things under each other that scroll where the screen is low."""
    body = QWidget()
    box = QVBoxLayout(body)
    box.setContentsMargins(0, 0, 12, 0)
    box.setSpacing(theme.INNER)
    for thing in things:
        box.addWidget(thing)
    box.addStretch(1)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(body)
    return area


def fit(dialog: QWidget, wide: int, high: int) -> None:
    """So large, or as large as the window behind leaves room for."""
    parent = dialog.parentWidget()
    room = parent.window().size() if parent is not None else dialog.size()
    dialog.resize(min(wide, room.width() - 40), min(high, room.height() - 40))
