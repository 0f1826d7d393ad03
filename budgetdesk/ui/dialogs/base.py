"""A small dialog of our own: fields, one sentence about what is wrong, and two buttons. Esc closes it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from budgetdesk.i18n import _
from budgetdesk.ui import theme
from budgetdesk.ui.keyed_dialog import OrderedDialog
from budgetdesk.ui.widgets.cards import row
from budgetdesk.ui.widgets.words import InlineError, Words, button


class SmallDialog(OrderedDialog):
    """Heading, what `add` puts in, and the buttons."""

    def __init__(self, parent: QWidget, title: str, agree: str, do: Callable[[], object]) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(460)
        self.problem = InlineError()
        self.agree = button(agree, do, role="primary")
        self.agree.setDefault(True)
        self._fields = QVBoxLayout()
        self._fields.setSpacing(theme.INNER)
        box = QVBoxLayout(self)
        box.setContentsMargins(28, 24, 28, 20)
        box.setSpacing(theme.INNER)
        box.addWidget(Words(title, "title"))
        box.addLayout(self._fields)
        box.addWidget(self.problem)
        box.addLayout(row(self.agree, button(_("Annuller"), self.reject)))

    def add(self, *fields: QWidget) -> None:
        for field in fields:
            self._fields.addWidget(field)
