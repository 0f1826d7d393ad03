"""Before a list is deleted: what goes, and what stays."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from budgetdesk.casework.arrears_people import ListInfo
from budgetdesk.i18n import _
from budgetdesk.ui.dialogs.base import SmallDialog
from budgetdesk.ui.widgets.words import Words
from budgetdesk.wording import arrears_import as words


class RemoveDialog(SmallDialog):
    """`remove()` once somebody has said yes."""

    def __init__(self, parent: QWidget, info: ListInfo, remove: Callable[[], object]) -> None:
        super().__init__(parent, _("Slet listen?"), _("Slet for altid"), self._agreed)
        self._remove = remove
        self.add(
            Words(f"{words.named(info)}: {words.rows_of(info.rows)}.", "strong"),
            Words(_("Listen bliver slettet for altid og kan ikke hentes tilbage. Sager, der er lavet, bliver.")),
            Words(_("Næste liste kan så ikke holdes op mod denne."), "muted"),
        )

    def _agreed(self) -> None:
        self.accept()
        self._remove()
