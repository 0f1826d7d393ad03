"""Everything the program can do, by typing a few letters (Ctrl+K): pages, fields, commands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from budgetdesk.i18n import _
from budgetdesk.ui import theme
from budgetdesk.ui.widgets.fields import LineEdit
from budgetdesk.ui.widgets.words import Words

_KEYS = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


@dataclass(frozen=True)
class Entry:
    """One thing that can be done: what it is called, where it belongs, and how to do it."""

    text: str
    where: str
    do: Callable[[], object]


class Palette(QDialog):
    """A line to type in, and the list that gets shorter. Enter does the chosen one."""

    def __init__(self, entries: Sequence[Entry], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Alt, hvad programmet kan"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(560, 440)
        self._entries = list(entries)
        self.search = LineEdit(_("Hvad vil du? Fx husleje, fortryd, påkrav"))
        self.search.name(_("Søg i alt, hvad programmet kan"))
        self.list = QListWidget()
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setAccessibleName(_("Det, der passer"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.nothing = Words(_("Intet passer. Prøv et andet ord."), "muted")
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.INNER, theme.INNER, theme.INNER, theme.INNER)
        box.setSpacing(theme.GAP)
        box.addWidget(self.search)
        box.addWidget(self.list, 1)
        box.addWidget(self.nothing)
        self.search.edited.connect(self._show_found)
        self.search.line.returnPressed.connect(self._do_chosen)
        self.search.line.installEventFilter(self)
        self.list.itemClicked.connect(lambda _item: self._do_chosen())
        self._show_found()

    def found(self) -> list[Entry]:
        """The entries that hold every word typed; those that begin with them first."""
        words = self.search.text().casefold().split()
        fitting = [e for e in self._entries if all(w in f"{e.text} {e.where}".casefold() for w in words)]
        return sorted(fitting, key=lambda e: not e.text.casefold().startswith(" ".join(words)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys move in the list while the cursor stays in the line."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _KEYS:
            step = 1 if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_PageDown) else -1
            row = max(0, min(self.list.count() - 1, self.list.currentRow() + step))
            self.list.setCurrentRow(row)
            return True
        return super().eventFilter(watched, event)

    def _show_found(self) -> None:
        self.list.clear()
        for entry in self.found():
            item = QListWidgetItem(f"{entry.text}   ·   {entry.where}" if entry.where else entry.text)
            item.setData(Qt.ItemDataRole.UserRole, entry)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.nothing.setVisible(self.list.count() == 0)

    def _do_chosen(self) -> None:
        item = self.list.currentItem()
        entry = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        if isinstance(entry, Entry):
            self.accept()
            entry.do()
