"""Pick one out of many by typing a few letters: which line of the budget, for instance."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from budgetdesk.i18n import _
from budgetdesk.ledger.words import fold
from budgetdesk.ui import theme
from budgetdesk.ui.widgets.fields import LineEdit
from budgetdesk.ui.widgets.words import Words

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


@dataclass(frozen=True)
class Found:
    """One thing to pick: its key, its name, where it belongs, and a quiet sentence about it."""

    key: str
    text: str
    where: str = ""
    help: str = ""


class SearchList(QDialog):
    """A line to type in, and the list that gets shorter. Enter picks; the arrow keys move while one types."""

    def __init__(
        self, title: str, things: Sequence[Found], picked: Callable[[str], object], parent: QWidget, *, hint: str = ""
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(520, 460)
        self._things = list(things)
        self._picked = picked
        self.search = LineEdit(hint or _("Skriv et par bogstaver"))
        self.search.name(title)
        self.list = QListWidget()
        self.list.setAccessibleName(_("Det, der passer"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.help = Words("", "small")
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.INNER, theme.INNER, theme.INNER, theme.INNER)
        box.setSpacing(theme.GAP)
        box.addWidget(self.search)
        box.addWidget(self.list, 1)
        box.addWidget(self.help)
        self.search.edited.connect(self._show_found)
        self.search.line.returnPressed.connect(self._pick)
        self.search.line.installEventFilter(self)
        self.list.currentItemChanged.connect(lambda _now, _before: self._show_help())
        self.list.itemClicked.connect(lambda _item: self._pick())
        self._show_found()

    def found(self) -> list[Found]:
        """What holds every word typed; names that begin with them first."""
        words = fold(self.search.text()).split()
        fitting = [t for t in self._things if all(w in fold(f"{t.text} {t.where} {t.key}") for w in words)]
        return sorted(fitting, key=lambda t: not fold(t.text).startswith(" ".join(words)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys move in the list while the cursor stays in the line."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()), 0)
            if step:
                self.list.setCurrentRow(max(0, min(self.list.count() - 1, self.list.currentRow() + step)))
                return True
        return super().eventFilter(watched, event)

    def _show_found(self) -> None:
        self.list.clear()
        for thing in self.found():
            item = QListWidgetItem(f"{thing.text}   ·   {thing.where}" if thing.where else thing.text)
            item.setData(Qt.ItemDataRole.UserRole, thing.key)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self._show_help()

    def _show_help(self) -> None:
        item = self.list.currentItem()
        key = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        about = next((t.help for t in self._things if t.key == key), _("Intet passer. Prøv et andet ord."))
        self.help.setText(about)
        self.list.setAccessibleDescription(f"{item.text()}. {about}" if item is not None else about)

    def _pick(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            key = item.data(Qt.ItemDataRole.UserRole)
            self.accept()
            self._picked(key)
