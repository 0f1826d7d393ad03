"""Dialogs that are used by keys as the window is: Tab in reading order, Enter for what is in focus. Esc closes them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog

from budgetdesk.ui import enter, tab_order


class OrderedDialog(QDialog):
    """Tab goes through it in the order in which it is read; its other keys are its own."""

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab and Shift+Tab, in reading order."""
        return tab_order.move(self, forward=forward)


class KeyedDialog(OrderedDialog):
    """Enter presses what is in focus. In a field it does nothing more, unless the dialog has a default button."""

    enter_agrees = False
    """Whether Enter where there is nothing to press presses the dialog's default button, as Qt does of itself."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses what is in focus."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not enter.pressed(event) and (self.enter_agrees or not is_enter):
            super().keyPressEvent(event)
