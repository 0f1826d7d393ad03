"""The mark beside the case number while several cases are open: which they are, and the way to them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy

from budgetdesk.i18n import _
from budgetdesk.ui.widgets.words import set_shown


class OpenCasesMark(QPushButton):
    """`3 åbne sager`; hidden while there is one. Ctrl+Tab goes round among them."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "chip")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Ctrl+Tab is the way by keys
        self.setToolTip(_("Skift sag med Ctrl+Tab"))
        self.hide()

    def show_cases(self, numbers: Sequence[str], switch: Callable[[str], object]) -> None:
        """The one on the desk first."""
        menu = QMenu(self)
        for number in numbers[1:]:
            menu.addAction(_("Sag {number}").format(number=number), partial(switch, number))
        self.setMenu(menu)
        self.setText(_("{count} åbne sager").format(count=len(numbers)))
        self.setAccessibleName(_("{count} åbne sager. Skift sag").format(count=len(numbers)))
        set_shown(self, len(numbers) > 1)
