"""Enter presses the button or follows the link in focus, as Space does. Qt does so for default buttons only."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def pressed(event: QKeyEvent) -> bool:
    """Press what is in focus, if the key is Enter and there is something to press. A box to tick needs Space."""
    focus = QApplication.focusWidget()
    if event.key() not in _ENTER or not isinstance(focus, QAbstractButton) or isinstance(focus, QCheckBox):
        return False
    focus.click()
    return True
