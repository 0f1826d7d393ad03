"""A field for a note: as high as its text, kept while one types and when one leaves it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from budgetdesk.ui.widgets.fields import TextEdit
from budgetdesk.ui.widgets.growing import grow

MOST_LINES = 14
"""A field grows with its text up to here, and is then scrolled."""
KEEP_MS = 600
"""How long after a keystroke it is kept."""


class NoteField(QWidget):
    """Several lines of text that grow."""

    def __init__(self, name: str, empty: str) -> None:
        super().__init__()
        self.editor = TextEdit(empty, lines=1)
        self.editor.name(name)
        self.editor.area.textChanged.connect(self._grow)
        self._keep: Callable[[], object] = lambda: None
        self._soon = QTimer(self, singleShot=True, interval=KEEP_MS)
        self._soon.timeout.connect(self._keep_now)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.editor)
        self.setFocusProxy(self.editor)
        self._grow()

    @property
    def is_typing(self) -> bool:
        """Whether somebody is in the field."""
        return self.editor.area.hasFocus()

    def text(self) -> str:
        return self.editor.text()

    def show_text(self, text: str) -> None:
        if self.editor.text() != text:
            self.editor.show_text(text)
        self._grow()

    def keep_soon(self, keep: Callable[[], object]) -> None:
        """Call `keep` when nobody has typed for a moment."""
        self._keep = keep
        self._soon.start()

    def _keep_now(self) -> None:
        self._keep()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrower fields are higher."""
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        grow(self.editor.area, MOST_LINES)
