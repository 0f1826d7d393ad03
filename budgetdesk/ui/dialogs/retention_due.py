"""Skal slettes: the cases that are due for deletion now or soon. Nothing is deleted here without another yes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from budgetdesk import formats
from budgetdesk.actions import rights
from budgetdesk.actions.workspace import Workspace
from budgetdesk.casework.retention import Due
from budgetdesk.i18n import _
from budgetdesk.ui import background, tab_order, theme
from budgetdesk.ui.dialogs.retention_erase import EraseDialog
from budgetdesk.ui.dialogs.retention_extend import ExtendDialog
from budgetdesk.ui.dialogs.retention_parts import fit, scrolled
from budgetdesk.ui.dialogs.retention_periods import PeriodsDialog
from budgetdesk.ui.keyed_dialog import KeyedDialog
from budgetdesk.ui.messages import show_note
from budgetdesk.ui.widgets.cards import Card, Rows, row
from budgetdesk.ui.widgets.figures import FigureTable
from budgetdesk.ui.widgets.words import Chip, EmptyState, Words, button, set_shown
from budgetdesk.wording import retention as words

WIDE, HIGH = 900, 700
Tallied = dict[tuple[int, str, str], int]
AT_ONCE = 60
"""So many rows are shown; the list gets shorter as they are dealt with."""


class DueDialog(KeyedDialog):
    """The list, and below it what was erased before."""

    def __init__(
        self, parent: QWidget, workspace: Workspace, open_case: Callable[[str], object],
        leave: Callable[[str], object], changed: Callable[[], object],
    ) -> None:  # fmt: skip
        """`leave` closes a case that is open and about to be erased; `changed`: the list of cases is another."""
        super().__init__(parent)
        self.setWindowTitle(_("Skal slettes"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workspace, self._open, self._leave, self._changed = workspace, open_case, leave, changed
        self._due: dict[str, Due] = {}
        self.rows: Rows[str, QWidget] = Rows(self._row)
        self.nothing = EmptyState(
            _("Ingen sager skal slettes"),
            _(
                "En sag kommer på listen, når dens frist er gået, og en måned før. Programmet sletter "
                "aldrig selv en sag."
            ),
        )
        self.gone, self.gone_card = FigureTable((".Slettet", ".Sag", _("Hvorfor"))), Card(_("Slettede sager"))
        self.counted = Words("", "muted")
        self.gone_card.add(self.gone, self.counted)
        card = Card()
        card.add(self.rows, self.nothing)
        self.close_button = button(_("Luk"), self.reject)
        box = QVBoxLayout(self)
        box.setContentsMargins(28, 24, 28, 20)
        box.setSpacing(theme.INNER)
        box.addWidget(Words(_("Skal slettes"), "title"))
        box.addWidget(Words(_("Oplysninger må ikke ligge længere end nødvendigt. Du bestemmer for hver sag."), "muted"))
        box.addWidget(scrolled(card, self.gone_card), 1)
        box.addLayout(row(button(_("Frister …"), self._periods), None, self.close_button))
        fit(self, WIDE, HIGH)
        self.read()

    def read(self) -> None:
        """Look through the cases anew, in a thread."""
        workspace = self._workspace
        background.run(
            self,
            lambda: (rights.due_cases(workspace), rights.erased_cases(workspace), rights.tallied(workspace)),
            lambda read: self._show(*read),
        )

    def _show(self, due: tuple[Due, ...], gone: tuple[tuple[str, date, str], ...], tallied: Tallied) -> None:
        self.rows.show_items([])
        self._due = {one.case.number: one for one in due[:AT_ONCE]}
        self.rows.show_items(self._due)
        set_shown(self.nothing, not self._due)
        self.gone.show_rows([(formats.short_day(on), number, why) for number, on, why in gone[:AT_ONCE]])
        set_shown(self.gone_card, bool(gone))
        self.counted.setText(words.counted_of_erased(tallied))
        set_shown(self.counted, bool(self.counted.text()))
        tab_order.focus_first(self)

    def _row(self, number: str) -> QWidget:
        due, today = self._due[number], self._workspace.today
        said = QVBoxLayout()
        said.setSpacing(2)
        name = due.case.tenant or _("Uden navn")
        said.addWidget(Words(f"{number}  {name}", "strong"))
        said.addWidget(Words(words.why(due, rights.retention(self._workspace)), "small"))
        holder = QWidget()
        across = QHBoxLayout(holder)
        across.setContentsMargins(0, 8, 0, 8)
        across.setSpacing(theme.GAP)
        across.addWidget(Chip(words.when(due, today), "amber" if due.days_left(today) <= 0 else ""), 0)
        across.addLayout(said, 1)
        for text, act in ((_("Åbn"), self._open_one), (_("Gem længere …"), self._extend), (_("Slet …"), self._erase)):
            across.addWidget(
                button(
                    text,
                    partial(act, number),
                    name=_("{text} sag {number}").format(text=text.rstrip(" …"), number=number),
                )
            )
        return holder

    def _open_one(self, number: str) -> None:
        self.accept()
        self._open(number)

    def _extend(self, number: str) -> None:
        due, workspace = self._due[number], self._workspace
        self._leave(number)
        said = _("Fristen er {on}. {why}").format(
            on=formats.day(due.on), why=words.why(due, rights.retention(workspace))
        )

        def extend(until: date, reason: str) -> None:
            rights.extend(workspace.desk(number, purpose="frist"), until, reason)
            self._changed()
            self.read()

        ExtendDialog(self, number, workspace.today, said, extend).open()

    def _erase(self, number: str) -> None:
        EraseDialog(self, self._workspace, number, lambda: self._leave(number), self._erased).open()

    def _erased(self, said: str) -> None:
        self._changed()
        self.read()
        show_note(self, _("Sagen er slettet"), said)

    def _periods(self) -> None:
        PeriodsDialog(self, self._workspace, self.read).open()
