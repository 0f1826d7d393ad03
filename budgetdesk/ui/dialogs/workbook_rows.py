"""The rows of a budget that comes back from Excel: what each changes, and a box to tick or a word to choose."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from budgetdesk.actions.workbook_changes import Act, RowChange, ValueChange
from budgetdesk.i18n import _, translated
from budgetdesk.ui.widgets.cards import Card, Rows, row
from budgetdesk.ui.widgets.choices import Choice, Tick
from budgetdesk.ui.widgets.words import Words, button, set_shown
from budgetdesk.wording import workbook_in as words

MANY = 5
"""Rows beyond which all of them can be ticked at once."""
SHORT = 60
"""Letters that have room beside the box at any width of the dialog."""
AT_ONCE = 8
"""Rows that are made before the window is let go on: 40 ms."""
Say = Callable[[bool], object]


class ChangeRow(QWidget):
    """One row: what it is called, what becomes of it, and a box to tick."""

    def __init__(self, change: RowChange, said: bool | None, say: Say) -> None:
        super().__init__()
        self.tick = Tick(_("Fjern den") if change.act is Act.REMOVE else _("Tag med"))
        self.tick.name(f"{self.tick.tick.text()}: {translated(change.title)}. {_told(change)}")
        self.show_said(said)
        self.tick.edited.connect(lambda: say(bool(self.tick.value())))
        texts = QVBoxLayout()
        texts.setSpacing(2)
        about = words.joined((change.note, change.where))
        lines = ((translated(change.title), "strong"), (_told(change), ""), (about, "small"))
        for line, role in lines:
            if line:
                texts.addWidget(_line(line, role))
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 8, 0, 8)
        across.setSpacing(12)
        across.addLayout(texts, 1)
        across.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignTop)
        self.setFocusProxy(self.tick)

    def show_said(self, said: bool | None) -> None:
        """Tick the box, or not."""
        self.tick.show_value(bool(said))


class BothRow(QWidget):
    """One row that was changed in both places: all that is known of it, and the choice."""

    def __init__(self, change: RowChange, said: bool | None, say: Say) -> None:
        super().__init__()
        gone_here, gone_there = change.act is Act.ADD, change.act is Act.REMOVE
        as_excel = _("Fjern den som i Excel") if gone_there else _("Som i Excel")
        as_case = _("Lad den være slettet") if gone_here else _("Som i sagen")
        self.which = Choice([(True, as_excel), (False, as_case)])
        self.which.name(_("{title}, hvad gælder").format(title=translated(change.title)))
        self.show_said(said)
        self.which.edited.connect(lambda: say(bool(self.which.value())))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 10)
        box.setSpacing(4)
        about = words.joined((change.note, change.where))
        sides = ((side, "") for side in _sides(change))
        for line, role in ((translated(change.title), "strong"), *sides, (about, "small")):
            if line:
                box.addWidget(_line(line, role))
        box.addWidget(self.which)
        self.setFocusProxy(self.which)

    def show_said(self, said: bool | None) -> None:
        """Choose Excel (True) or the case (False); nothing is chosen by None."""
        if said is not None:
            self.which.show_value(said)


class Section(Card):
    """The rows of one kind under a heading; hidden where there are none. Many rows are made a few at a time, so that
    the window does not stop."""

    def __init__(
        self,
        heading: str,
        quiet: str,
        make: type[ChangeRow] | type[BothRow],
        changed: Callable[[], object],
        *,
        all_at_once: bool = False,
    ) -> None:
        """`changed` is told when something is ticked or chosen; `all_at_once`: all can be ticked by one button."""
        super().__init__(heading, quiet)
        self.filled: Callable[[], object] = lambda: None
        """Is told when the last row is made."""
        self._make, self._changed, self._all_at_once = make, changed, all_at_once
        self._changes: dict[str, RowChange] = {}
        self.said: dict[str, bool | None] = {}
        """By the id of a change: take it in or not; None while somebody has to choose."""
        self._list: Rows[str, ChangeRow | BothRow] = Rows(self._row)
        self.all = button("", self._tick_all, role="quiet")
        self.add(row(self.all), self._list)
        set_shown(self.all, False)
        set_shown(self, False)

    @property
    def rows(self) -> dict[str, ChangeRow | BothRow]:
        """The widgets there are so far, by the ids of the changes."""
        return self._list.rows

    @property
    def waiting(self) -> list[str]:
        """Which rows nobody has chosen about yet."""
        return [key for key, said in self.said.items() if said is None]

    def show_changes(self, changes: Sequence[RowChange]) -> None:
        """Show these; those that were there before are forgotten with what was ticked."""
        self._list.show_items(())
        self._changes = {one.id: one for one in changes}
        self.said = {one.id: None if one.both else one.usual for one in changes}
        set_shown(self.all, self._all_at_once and len(changes) > MANY)
        self._name_all()
        set_shown(self, bool(changes))
        if changes:
            self._show_more()

    @property
    def is_whole(self) -> bool:
        """Whether every row is made."""
        return len(self.rows) == len(self._changes)

    def _show_more(self) -> None:
        order = list(self._changes)
        self._list.show_items(order[: len(self.rows) + AT_ONCE])
        if self.is_whole:
            self.filled()
        else:
            QTimer.singleShot(0, self, self._show_more)

    def _row(self, key: str) -> ChangeRow | BothRow:
        return self._make(self._changes[key], self.said[key], partial(self._say, key))

    def _say(self, key: str, said: bool) -> None:
        self.said[key] = said
        self._name_all()
        self._changed()

    def _tick_all(self) -> None:
        wanted = not all(self.said.values())
        self.said = dict.fromkeys(self.said, wanted)
        for one in self.rows.values():
            one.show_said(wanted)
        self._name_all()
        self._changed()

    def _name_all(self) -> None:
        self.all.setText(_("Fjern alle hak") if all(self.said.values()) else _("Sæt hak ved alle"))
        self.all.setAccessibleName(self.all.text())


def _line(text: str, role: str) -> Words:
    """A line of a row. A short one need not wrap, and what cannot wrap is laid out ten times as fast."""
    return Words(text, role, wrap=len(text) > SHORT)


def _told(change: RowChange) -> str:
    """What becomes of a row."""
    facts = change.facts
    if change.act is Act.SET:
        return words.joined(words.step(one.name, one.now, one.after) for one in change.values)
    return words.row(facts.amount, facts.rhythm, facts.need, facts.evidence)


def _sides(change: RowChange) -> list[str]:
    """Excel, the case now, and the file when it was written: only the values that differ."""
    facts = change.facts
    whole = words.row(facts.amount, facts.rhythm, facts.need, facts.evidence)
    if change.act is Act.REMOVE:
        return [_("I sagen nu: {what}").format(what=whole)]
    if change.act is Act.ADD:
        return [_("I Excel: {what}").format(what=whole)]
    return [
        _("I Excel: {what}").format(what=words.joined(_value(one, one.after) for one in change.values)),
        _("I sagen nu: {what}").format(what=words.joined(_value(one, one.now) for one in change.values)),
        _("Da filen blev gemt: {what}").format(what=words.joined(_value(one, one.before) for one in change.values)),
    ]


def _value(one: ValueChange, said: object) -> str:
    return words.value(one.name, said)
