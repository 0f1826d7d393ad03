"""What is longer than its window: scrolled in one way everywhere, and never a stop for the keyboard itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget

LEAST_HEIGHT = 120
"""px: what is seen of a long dialog in a low window."""
BESIDE_BAR = 10
"""px of air beside the bar."""


def scrolled(body: QWidget) -> QScrollArea:
    """The body, up and down only."""
    area = QScrollArea()
    _dress(area, body)
    return area


class Fitting(QScrollArea):
    """What a dialog is about, as high as it needs where there is room; less makes it scroll."""

    def __init__(self, things: QLayout) -> None:
        super().__init__()
        self._needed = QSize(0, 0)
        body = QWidget()
        self._inner = QVBoxLayout(body)
        self._inner.setContentsMargins(0, 0, 0, 0)
        self._inner.addLayout(things)
        self._inner.addStretch(1)
        _dress(self, body)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def measure(self, width: int) -> None:
        """Find out how high it must be at this width, px."""
        self._inner.activate()
        least = self._inner.totalMinimumSize().width()
        height = self._inner.totalHeightForWidth(max(width, least))
        if height < 0:  # nothing in it wraps
            height = self._inner.totalSizeHint().height()
        needed = QSize(least, height)
        if needed != self._needed:
            self._needed = needed
            self._show_bar()
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        return self._needed if self._needed.height() else self._inner.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._inner.totalMinimumSize().width(), min(LEAST_HEIGHT, self.sizeHint().height()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whoever lays it out hears when something in it was shown, hidden or said."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return bool(super().eventFilter(watched, event))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_bar()

    def _show_bar(self) -> None:
        """Only where there is less room than is needed, with air beside it: never while the dialog is about to grow."""
        low = self.height() < self._needed.height()
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAsNeeded if low else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        self._inner.setContentsMargins(0, 0, BESIDE_BAR if low else 0, 0)


def scrolled_part(part: QWidget) -> QScrollArea:
    """A part that takes the room it needs, at the top, with air beside the bar."""
    body = QWidget()
    inner = QVBoxLayout(body)
    inner.setContentsMargins(0, 0, BESIDE_BAR, 0)
    inner.addWidget(part)
    inner.addStretch(1)
    return scrolled(body)


def with_below(area: QScrollArea, below: QWidget) -> QWidget:
    """Something that is scrolled, and what must be in sight below it however far that is, such as what went wrong."""
    holder = QWidget()
    box = QVBoxLayout(holder)
    box.setContentsMargins(0, 0, 0, 0)
    box.addWidget(area, 1)
    box.addWidget(below)
    return holder


def _dress(area: QScrollArea, body: QWidget) -> None:
    body.setObjectName("page_body")
    area.setObjectName("page")
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(body)
