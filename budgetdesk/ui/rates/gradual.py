"""Long lists, filled a little at a time, so that the window is seen at once and never stands still."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import Generic, TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from budgetdesk.ui.widgets.cards import Rows

K = TypeVar("K", bound=Hashable)
W = TypeVar("W", bound=QWidget)
PORTION = 9
"""How many rows are made at a time."""
REST_MS = 20
"""Until the next: those that were made find their heights first, else all are seen too low meanwhile."""


class GradualRows(Rows[K, W], Generic[K, W]):
    """As Rows: the first rows at once, the others when the window is at rest. `made` is told of each portion."""

    def __init__(self, make: Callable[[K], W], made: Callable[[], object] | None = None) -> None:
        super().__init__(make)
        self._made = made
        self._wanted: list[K] = []
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.setInterval(REST_MS)
        self._next.timeout.connect(lambda: self._show(len(self.rows) + PORTION))

    def show_items(self, keys: Iterable[K]) -> None:
        self._wanted = list(keys)
        there = sum(key in self.rows for key in self._wanted)
        self._show(max(there, PORTION))

    def show_all(self) -> None:
        """Make what is not made yet, such as before everything is read."""
        self._show(len(self._wanted))

    def _show(self, number: int) -> None:
        super().show_items(self._wanted[:number])
        if self._made is not None:
            self._made()
        if number < len(self._wanted):
            self._next.start()
        else:
            self._next.stop()
