"""A button that opens what stands below it, made when it is first wanted."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from budgetdesk.ui import theme
from budgetdesk.ui.widgets.words import hairline


class Fold(QPushButton):
    """The button; what it opens stands in `room`, which is put where there is place for it."""

    def __init__(
        self, open_text: str, close_text: str, make: Callable[[], QWidget], opened: Callable[[], None]
    ) -> None:
        super().__init__(open_text)
        self._texts = (open_text, close_text)
        self._make, self._opened = make, opened
        self._inner: QWidget | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.room = QWidget()
        self._box = QVBoxLayout(self.room)
        self._box.setContentsMargins(0, theme.GAP, 0, theme.GAP)
        self._box.setSpacing(theme.INNER)
        self._box.addWidget(hairline())
        self.room.hide()
        self.clicked.connect(lambda _checked: self.toggle_room())

    def inner(self) -> QWidget | None:
        """What is open; None while it is closed."""
        return None if self.room.isHidden() else self._inner

    def open_room(self) -> None:
        """Open, unless it is open."""
        if self.room.isHidden():
            self.toggle_room()

    def toggle_room(self) -> None:
        """Open or close."""
        if self._inner is None:
            self._inner = self._make()
            self._box.addWidget(self._inner)
        opening = self.room.isHidden()
        self.room.setVisible(opening)
        self.setText(self._texts[1] if opening else self._texts[0])
        self.setAccessibleName(self.text())
        self._opened()
        settle_soon(self.room)


def settle_soon(room: QWidget) -> None:
    """Let everything around a room that was opened take its new height in one go, so that nothing is seen squeezed."""
    QTimer.singleShot(0, room, partial(_settle, room))


def _settle(room: QWidget) -> None:
    for within in reversed(room.findChildren(QWidget)):
        within.ensurePolished()
        _lay_out(within)
    up: QWidget | None = room
    while up is not None and not isinstance(up, QScrollArea):
        _lay_out(up)
        up = up.parentWidget()
    if up is not None:
        QApplication.sendEvent(up, QEvent(QEvent.Type.LayoutRequest))


def _lay_out(widget: QWidget) -> None:
    layout = widget.layout()
    if layout is not None:
        layout.invalidate()
        layout.activate()
