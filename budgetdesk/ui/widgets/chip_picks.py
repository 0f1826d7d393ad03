"""Several words of a closed list as marks, and a line in which a few letters find the next one. Never free text.

Letters narrow the list, Enter takes the first that fits (or the one the arrows stand on), Backspace in the empty line
takes the last word away. Left goes into the marks; Delete, Backspace or Space takes away the one in focus.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QStringListModel, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QPushButton, QSizePolicy, QWidget
from shiboken6 import isValid

from budgetdesk.i18n import N_, _, translated
from budgetdesk.ledger.words import fold
from budgetdesk.ui.widgets.editor import Editor, LineBox
from budgetdesk.ui.widgets.fitting import Flow

LINE_WIDTH = 200
_TAKES_AWAY = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ChipPicks(Editor):
    """The words that are chosen, in the order in which they were; the value is a tuple of their keys."""

    def __init__(self, options: Sequence[tuple[str, str]], *, hint: str = N_("Tilføj …")) -> None:
        super().__init__()
        self._titles = dict(options)
        self._chosen: tuple[str, ...] = ()
        self._name = ""
        self.chips: dict[str, _Mark] = {}
        self.line = _PickLine(self)
        self.line.setPlaceholderText(translated(hint))
        self.line.setFixedWidth(LINE_WIDTH)
        self._offers = QStringListModel(self)
        self._completer: QCompleter | None = None
        self._popup: QAbstractItemView | None = None
        self.line.textEdited.connect(lambda _text: self._offer())
        self.line.left.connect(self._leave)
        self.line.entered.connect(self._come)
        self._holder = QWidget()
        self._flow = Flow(self._holder)
        self._flow.addWidget(self.line)
        policy = self._holder.sizePolicy()
        policy.setHeightForWidth(True)
        self._holder.setSizePolicy(policy)
        self.hold(self._holder)
        self.setFocusProxy(self.line)

    # as every field

    def value(self) -> Any:
        return self._chosen

    def show_value(self, value: Any) -> None:
        wanted = tuple(value or ())
        if wanted == self._chosen and len(self.chips) == len(wanted):
            return
        self._chosen = wanted
        for mark in self.chips.values():
            self._flow.removeWidget(mark)
            mark.hide()
            mark.deleteLater()
        self.chips = {key: self._mark(key) for key in wanted}
        self._flow.removeWidget(self.line)
        for mark in self.chips.values():
            self._flow.addWidget(mark)
        self._flow.addWidget(self.line)
        for mark in self.chips.values():
            mark.show()
        self._tell_name()
        self.updateGeometry()

    def targets(self) -> list[QWidget]:
        return [self.line]

    def name(self, name: str) -> None:
        self._name = name
        self.setAccessibleName(name)
        self._tell_name()

    def offers(self) -> list[str]:
        """The titles that fit what is typed and are not chosen yet."""
        words = fold(self.line.text()).split()
        left = (title for key, title in self._titles.items() if key not in self._chosen)
        return [title for title in left if all(word in fold(title) for word in words)]

    # choosing

    def take(self, title: str) -> None:
        """Choose the word with this title."""
        key = next((key for key, own in self._titles.items() if own == title), None)
        if key is not None and key not in self._chosen:
            self.say_problem("")
            self.show_value((*self._chosen, key))
            self._changed()

    def take_away(self, key: str) -> None:
        """Choose a word no more; the keyboard goes to the line."""
        self.line.setFocus()
        self.show_value(tuple(own for own in self._chosen if own != key))
        self._changed()

    def open_list(self) -> None:
        """Show what can be chosen."""
        self._offer()

    def into_marks(self, step: int, start: QPushButton | None = None) -> bool:
        """Move the keyboard among the marks; past the last one lies the line."""
        marks = list(self.chips.values())
        place = len(marks) if start is None else next((n for n, mark in enumerate(marks) if mark is start), 0)
        if place + step >= len(marks):
            self.line.setFocus()
            return True
        if place + step < 0:
            return False
        marks[place + step].setFocus()
        return True

    def last(self) -> str:
        """The word chosen last; "" where there is none."""
        return self._chosen[-1] if self._chosen else ""

    def _make_list(self) -> QAbstractItemView:
        """The list that opens; made when one comes to the line, since most lines are only read."""
        if self._completer is None:
            self._completer = QCompleter(self._offers, self)
            self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
            self._completer.setMaxVisibleItems(9)
            self._completer.activated.connect(self._picked)
            self._popup = self._completer.popup()
            self.line.setCompleter(self._completer)
        assert self._popup is not None  # noqa: S101 - a completer with a popup always has one
        return self._popup

    def _list_is_open(self) -> bool:
        return self._popup is not None and isValid(self._popup) and self._popup.isVisible()

    def _offer(self) -> None:
        self.say_problem("")
        popup, found = self._make_list(), self.offers()
        self._offers.setStringList(found)
        if found and self._completer is not None:
            popup.setMinimumWidth(popup.sizeHintForColumn(0) + 36)
            self._completer.complete()
        else:
            popup.hide()

    def take_first(self) -> None:
        """Enter: the one the arrows stand on, else the first that fits what is typed."""
        stands_on = ""
        if self._popup is not None:
            index = self._popup.currentIndex()
            stands_on = str(index.data()) if index.isValid() and self._popup.isVisible() else ""
            self._popup.hide()
        found = [stands_on] if stands_on else self.offers() if self.line.text().strip() else []
        if found:
            self.line.clear()
            self.take(found[0])
        elif self.line.text().strip():
            self._say_unknown()

    def _picked(self, title: str) -> None:
        self.take(title)
        QTimer.singleShot(0, self.line, self.line.clear)  # the line writes the title into itself after this

    def _come(self) -> None:
        self.entered.emit()

    def _leave(self) -> None:
        if not isValid(self) or self._list_is_open():
            return  # the line loses the keyboard also while the page goes
        if self.line.text().strip():
            found = self.offers()
            if len(found) == 1:
                self.take(found[0])
            else:
                self._say_unknown()
            self.line.clear()
        self.left.emit()

    def _say_unknown(self) -> None:
        typed = self.line.text().strip()
        several = bool(self.offers())
        why = _("passer til flere ord") if several else _("står ikke på listen")
        self.say_problem(_("“{typed}” {why}. Tryk pil ned, og vælg et af ordene.").format(typed=typed, why=why))

    def _changed(self) -> None:
        self.edited.emit()
        self.left.emit()

    def _mark(self, key: str) -> _Mark:
        title = self._titles.get(key, key)
        mark = _Mark(title, self)
        mark.clicked.connect(partial(self.take_away, key))
        mark.key = key
        return mark

    def _tell_name(self) -> None:
        chosen = ", ".join(self._titles.get(key, key) for key in self._chosen)
        self.line.setAccessibleName(self._name)
        self.line.setAccessibleDescription(_("Valgt: {chosen}.").format(chosen=chosen) if chosen else _("Intet valgt."))


class _Mark(QPushButton):
    """One chosen word."""

    def __init__(self, title: str, picks: ChipPicks) -> None:
        super().__init__(f"{title}  ×")
        self._picks = picks
        self.key = ""
        self.setProperty("role", "chip")
        self.setProperty("tone", "accent")
        self.setAccessibleName(_("Fjern: {title}").format(title=title))
        self.setToolTip(_("Fjern"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _TAKES_AWAY:
            self._picks.take_away(self.key)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._picks.into_marks(-1 if key == Qt.Key.Key_Left else 1, self)
        else:
            super().keyPressEvent(event)


class _PickLine(LineBox):
    """The line that narrows the list."""

    def __init__(self, picks: ChipPicks) -> None:
        super().__init__()
        self._picks = picks
        self.setMaxLength(60)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        empty = not self.text()
        if not empty and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._picks.take_first()  # and no dialog around it takes the Enter
            return
        if event.key() == Qt.Key.Key_Down:
            self._picks.open_list()
        elif empty and event.key() == Qt.Key.Key_Backspace and self._picks.last():
            self._picks.take_away(self._picks.last())
        elif self.cursorPosition() == 0 and event.key() == Qt.Key.Key_Left:
            self._picks.into_marks(-1)
        else:
            super().keyPressEvent(event)
