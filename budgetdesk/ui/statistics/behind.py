"""Which cases are behind a figure: for the adviser who has the cases anyway. Nothing of it goes into a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from budgetdesk.i18n import N_, _
from budgetdesk.ui import theme
from budgetdesk.ui.keyed_dialog import OrderedDialog
from budgetdesk.ui.widgets.cards import row
from budgetdesk.ui.widgets.fitting import resize_within
from budgetdesk.ui.widgets.words import Words, button

WHY = N_("Kun til dig: sagerne står aldrig i det, der gemmes eller printes.")
WIDTH, HEIGHT = 560, 520


class BehindDialog(OrderedDialog):
    """The cases in a list; Enter opens one."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        cases: Sequence[str],
        tenants: Mapping[str, str],
        open_case: Callable[[str], object],
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Sagerne bag tallet"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._open = open_case
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        self.list.setUniformItemSizes(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        for number in cases:
            name = tenants.get(number) or _("Uden navn endnu")
            item = QListWidgetItem(f"{number}   {name}")
            item.setData(Qt.ItemDataRole.UserRole, number)
            self.list.addItem(item)
        self.list.setCurrentRow(0 if cases else -1)
        self.list.itemActivated.connect(lambda _item: self.open_chosen())
        box = QVBoxLayout(self)
        box.setContentsMargins(28, 22, 28, 18)
        box.setSpacing(theme.INNER)
        box.addWidget(Words(title, "section"))
        box.addWidget(Words(_(WHY), "muted"))
        box.addWidget(self.list, 1)
        box.addLayout(
            row(button(_("Åbn sagen"), self.open_chosen, role="primary"), None, button(_("Luk"), self.reject))
        )
        resize_within(self, WIDTH, HEIGHT)
        self.list.setFocus()

    def open_chosen(self) -> None:
        """Open the case that is chosen."""
        item = self.list.currentItem()
        if item is not None:
            self.accept()
            self._open(item.data(Qt.ItemDataRole.UserRole))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the list opens; Esc closes."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.list.hasFocus():
            self.open_chosen()
        else:
            super().keyPressEvent(event)
