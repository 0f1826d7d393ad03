"""Restancelister: the landlords' lists that are kept, and whom to call first. Over the window, case or not.

A list is read in a thread. The program contacts nobody: it says who, in which order and why, and makes a case with one
key when the adviser wants one.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from budgetdesk import formats
from budgetdesk.actions import arrears_imports, list_calls
from budgetdesk.actions.arrears_imports import Looked
from budgetdesk.actions.list_calls import Calls
from budgetdesk.actions.workspace import Workspace
from budgetdesk.casework.arrears_people import ListInfo, ListPerson
from budgetdesk.casework.arrears_rules import Group
from budgetdesk.errors import BudgetDeskError, UserCancelled
from budgetdesk.formats import kroner
from budgetdesk.i18n import N_, _
from budgetdesk.readers.arrears_rules import load_list_rules
from budgetdesk.ui import background, tab_order, theme
from budgetdesk.ui.keyed_dialog import KeyedDialog
from budgetdesk.ui.messages import show_error
from budgetdesk.ui.papers import show_pdf
from budgetdesk.ui.restancer import work
from budgetdesk.ui.restancer.incoming import IncomingDialog
from budgetdesk.ui.restancer.removing import RemoveDialog
from budgetdesk.ui.restancer.rows import GroupHead, ListCallRow, RowActs
from budgetdesk.ui.widgets.announced import Announced
from budgetdesk.ui.widgets.cards import Card, Rows, row
from budgetdesk.ui.widgets.choices import ListChoice
from budgetdesk.ui.widgets.fold import FoldButton
from budgetdesk.ui.widgets.scrolling import scrolled
from budgetdesk.ui.widgets.words import EmptyState, Points, Words, button, set_shown
from budgetdesk.wording import arrears_import as about_lists
from budgetdesk.wording import list_calls as words

AT_ONCE = 40
"""So many rows are made at a time."""
READING = N_("Læser listen …")
WIDTH, HEIGHT = 980, 780
FILES = N_("Lister (*.csv *.txt *.xlsx)")
Key = tuple[str, str]
"""`("group", "pay_by")` or `("person", key)`."""


class ArrearsDialog(KeyedDialog):
    """One list at a time, in the order in which to call."""

    def __init__(self, parent: QWidget, workspace: Workspace, open_case: Callable[[str], object]) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Restancelister"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workspace, self._open = workspace, open_case
        self._order = load_list_rules().order
        self._lists: dict[int, ListInfo] = {}
        self.calls: Calls | None = None
        self._shown = AT_ONCE
        self._asked = 0
        self._reading = work.Stop()
        self.finished.connect(self._stop_reading)
        self._just_taken: int | None = None
        self._widgets()
        self._lay_out()
        room = parent.window().size()
        self.resize(min(WIDTH, room.width() - 40), min(HEIGHT, room.height() - 40))
        self.show_lists()

    # lists

    def show_lists(self, chosen: int | None = None) -> None:
        """The lists that are kept; the newest is shown, or `chosen`."""
        try:
            found = arrears_imports.lists(self._workspace)
        except BudgetDeskError as error:
            show_error(self, error)
            return
        self._lists = {one.id: one for one in found}
        due = [one for one in found if one.is_due(self._workspace.today)]
        self.due.setText(about_lists.due(due) if due else "")
        set_shown(self.due_card, bool(due))
        set_shown(self.chooser, len(found) > 1)
        set_shown(self._empty, not found)
        for widget in (self.list_card, self.page, self.remove_button):
            set_shown(widget, bool(found))
        if found:
            self.chooser.set_options([(one.id, about_lists.named(one)) for one in found])
            self.chooser.show_value(chosen if chosen in self._lists else found[0].id)
            self.read()

    def fetch(self) -> None:
        """A file from the landlord: looked at first."""
        name, _rest = QFileDialog.getOpenFileName(self, _("Hent restanceliste"), "", _(FILES))
        if name:
            self.open_file(Path(name))

    def open_file(self, file: Path) -> None:
        """Look at a file in a thread, and show what it would bring."""
        workspace = self._workspace
        background.run(self, lambda: arrears_imports.look_at(workspace, file), self._looked)

    def _looked(self, looked: Looked) -> None:
        IncomingDialog(self, self._workspace, looked, self._taken).open()

    def _taken(self, info: ListInfo) -> None:
        self._just_taken = info.id
        self._tell(
            _("Listen er gemt: {rows_of}. Ingen er kontaktet.").format(rows_of=about_lists.rows_of(info.rows)),
            undo=True,
        )
        self.show_lists(info.id)

    def undo_fetch(self) -> None:
        """Take the list that was just fetched away again, for good."""
        if self._just_taken is not None:
            self._remove(self._just_taken, _("Listen er taget ud igen. Der er intet tilbage af den."))

    def ask_to_remove(self) -> None:
        """Delete the list that is shown, after a word about what that means."""
        info = self._lists.get(self._chosen())
        if info is not None:
            said = _("Listen er slettet. Der er intet tilbage af den.")
            RemoveDialog(self, info, partial(self._remove, info.id, said)).open()

    def _remove(self, list_id: int, said: str) -> None:
        workspace = self._workspace

        def removed(_nothing: None) -> None:
            self._just_taken = None
            self._tell(said)
            self.show_lists()

        work.do(self, _("Sletter listen."), lambda told: arrears_imports.remove(workspace, list_id, told=told), removed)

    # one list

    def read(self) -> None:
        """Read the chosen list anew, in a thread."""
        self._asked += 1
        set_shown(self.again, False)
        list_id, workspace, asked = self._chosen(), self._workspace, self._asked
        info = self._lists[list_id]
        self.about.show_points(about_lists.about(info, workspace.today))
        self.said.setText(_(READING))
        self._reading.asked.set()  # what was being read before is not wanted any more
        stop = self._reading = work.Stop()
        told = stop.told(lambda people: background.tell(self, partial(self._show_how_far, asked, people)))
        background.run(
            self,
            lambda: list_calls.calls_of(workspace, list_id, told=told),
            partial(self._show, asked),
            partial(self._not_read, asked),
        )

    def _show_how_far(self, asked: int, people: int) -> None:
        """A long list: how far it is, and a stop."""
        if asked == self._asked and not self._reading.asked.is_set():
            so_far = _("{value} {people} lejere indtil nu.")
            self.said.setText(so_far.format(value=_(READING), people=formats.number(people)))
            set_shown(self.stop, True)

    def _not_read(self, asked: int, error: Exception) -> None:
        if asked != self._asked:
            return
        set_shown(self.stop, False)
        stopped = isinstance(error, UserCancelled)
        self.said.setText(_("Listen er ikke læst færdig. Intet er ændret.") if stopped else _("Listen kan ikke læses."))
        set_shown(self.again, True)
        if not stopped:
            show_error(self, error)

    def _stop_reading(self) -> None:
        self._reading.asked.set()

    def _show(self, asked: int, found: Calls) -> None:
        if asked != self._asked:
            return
        set_shown(self.stop, False)
        self.calls = found
        self._people = {call.person.key: call for call in found.listed.calls}
        key = self._key_in_focus()
        self._body.hide()
        self.rows.show_items([])
        self._fill()
        self.said.setText(words.headline(found.listed))
        gone = [
            _("{name}: skyldte {owed}").format(name=one.name or one.reference, owed=kroner(one.owed))
            for one in found.listed.gone
        ]
        self.gone.show_points([words.gone_said(), *gone] if gone else [])
        set_shown(self.gone_card, bool(gone))
        self._body.show()
        self._focus_again(key)

    def _key_in_focus(self) -> Key | None:
        here = self.focusWidget()
        return next((key for key, shown in self.rows.rows.items() if here and shown.isAncestorOf(here)), None)

    def _focus_again(self, key: Key | None) -> None:
        """The keyboard stays at the tenant it was at, though the rows were made anew."""
        shown = self.rows.rows.get(key) if key is not None else None
        if shown is not None:
            QTimer.singleShot(0, shown, lambda: tab_order.focus_first(shown))

    def _fill(self) -> None:
        if self.calls is None:
            return
        keys: list[Key] = []
        group: Group | None = None
        for call in self.calls.listed.calls[: self._shown]:
            if call.group is not group:
                group = call.group
                keys.append(("group", group.value))
            keys.append(("person", call.person.key))
        self.rows.show_items(keys)
        left = len(self.calls.listed.calls) - self._shown
        self.more.setText(_("Vis flere ({left})").format(left=left))
        set_shown(self.more, left > 0)
        beyond = self.calls.listed.in_all - len(self.calls.listed.calls)
        self.beyond.setText(
            _("Her står de første {count}. {beyond} kommer efter dem.").format(
                count=len(self.calls.listed.calls), beyond=beyond
            )
        )
        set_shown(self.beyond, beyond > 0 and left <= 0)

    def _more(self) -> None:
        self._shown += AT_ONCE
        self._body.hide()
        self._fill()
        self._body.show()

    def _row(self, key: Key) -> QWidget:
        calls = self.calls
        if calls is None:
            return QWidget()
        if key[0] == "group":
            group = Group(key[1])
            title = words.group_title(group, self._order, calls.listed.groups.get(group, 0))
            return GroupHead(title, self._order.groups[group].why)
        acts = RowActs(open=self._open_case, make=self._make, same=self._same, nobody=self._nobody)
        found = calls.candidates.get(key[1], ())
        return ListCallRow(self._people[key[1]], found, self._order, self._workspace.today, acts)

    def _open_case(self, case_id: str) -> None:
        self.accept()
        self._open(case_id)

    def _make(self, person: ListPerson) -> None:
        """One key makes the case; nobody is contacted."""
        info = self._lists[self._chosen()]
        self._try(lambda: list_calls.make_case(self._workspace, info, person).case_id, self._made)

    def _made(self, case_id: str) -> None:
        self._tell(_("Sag {case_id} er lavet. Ingen er kontaktet.").format(case_id=case_id))
        self.read()

    def _same(self, person: ListPerson, case_id: str) -> None:
        list_id = self._chosen()
        self._try(lambda: list_calls.say_same(self._workspace, list_id, person, case_id), lambda _done: self.read())

    def _nobody(self, person: ListPerson) -> None:
        list_id = self._chosen()
        self._try(lambda: list_calls.say_nobody(self._workspace, list_id, person), lambda _done: self.read())

    def _try(self, act: Callable[[], object], done: Callable[[str], object]) -> None:
        try:
            result = act()
        except BudgetDeskError as error:
            show_error(self, error)
            return
        done(str(result))

    def show_page(self) -> None:
        """The list as a page, to print and take along."""
        calls, order = self.calls, self._order
        if calls is None:
            return
        organisation = self._workspace.library.policy.organisation

        def make() -> bytes:
            from budgetdesk.documents.papers.list_calls_pdf import list_calls_pdf  # noqa: PLC0415 - ReportLab is slow to import

            return list_calls_pdf(calls.listed, order, organisation=organisation)

        name = f"restanceliste-{calls.listed.info.stated_on}.pdf"
        background.run(self, make, lambda pdf: show_pdf(self, _("Hvem ringes op først"), pdf, file_name=name))

    # laying out

    def _chosen(self) -> int:
        return int(self.chooser.value() or 0)

    def _list_chosen(self) -> None:
        self._shown = AT_ONCE
        self.read()

    def _tell(self, sentence: str, *, undo: bool = False) -> None:
        self.told.say(sentence)
        set_shown(self.undo, undo)

    def _widgets(self) -> None:
        self.due = Words("", "strong")
        self.nothing = EmptyState(
            _("Der er ingen restancelister her"),
            _("Hent udlejers liste som CSV eller Excel. I ser, hvad den siger, før noget bliver gemt."),
            button(_("Hent restanceliste …"), self.fetch, role="primary"),
        )
        self.chooser = ListChoice([], width=420)
        self.chooser.name(_("Hvilken liste"))
        self.chooser.edited.connect(self._list_chosen)
        self.told = Announced()
        self.undo = button(_("Fortryd"), self.undo_fetch, role="quiet", name=_("Fortryd: tag listen ud igen"))
        self.said = Words("", "strong")
        self.stop = button(_("Stop"), self._stop_reading, name=_("Stop med at læse listen"))
        self.again = button(_("Læs listen igen"), self.read)
        self.rows: Rows[Key, QWidget] = Rows(self._row)
        self.more = button(_("Vis flere"), self._more)
        self.beyond = Words("", "muted")
        self.about, self.gone, self.order = Points(), Points(), Points()
        self.page = button(_("Vis som side …"), self.show_page)
        self.remove_button = button(_("Slet listen …"), self.ask_to_remove, role="quiet")
        self._body = QWidget()

    def _lay_out(self) -> None:
        self.due_card = Card(tone="amber")
        self.due_card.add(self.due)
        self.list_card, self.gone_card = Card(), Card(_("Står ikke mere på listen"))
        self.list_card.add(self.chooser, self.said, row(self.stop, self.again))
        self._folded(self.list_card, _("Om listen: formål, grundlag og sletning"), self.about)
        self._folded(self.list_card, _("Sådan er ordenen"), self.order)
        self.order.show_points(words.order_said(self._order))
        self.list_card.add(self.rows, row(self.more), self.beyond)
        self.gone_card.add(self.gone)
        empty = Card()
        empty.add(self.nothing)
        inner = QVBoxLayout(self._body)
        inner.setContentsMargins(0, 0, 10, 0)
        inner.setSpacing(theme.BETWEEN)
        for card in (self.due_card, empty, self.list_card, self.gone_card):
            inner.addWidget(card)
        inner.addStretch(1)
        self._empty = empty
        box = QVBoxLayout(self)
        box.setContentsMargins(28, 22, 28, 18)
        box.setSpacing(theme.INNER)
        box.addWidget(Words(_("Restancelister"), "title"))
        box.addWidget(Words(_("Hvem ringes op først, og hvorfor. Programmet kontakter ingen."), "muted"))
        after = row(self.undo)
        after.insertWidget(0, self.told, 1)
        box.addLayout(after)
        box.addWidget(scrolled(self._body), 1)
        fetch = button(_("Hent restanceliste …"), self.fetch, name=_("Hent udlejers restanceliste fra fil"))
        box.addLayout(row(fetch, self.page, self.remove_button, None, button(_("Luk"), self.accept)))
        for widget in (self.undo, self.stop, self.again, self.gone_card, self.more, self.beyond):
            widget.hide()

    def _folded(self, card: Card, title: str, points: Points) -> None:
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 0, 0, 6)
        inside.addWidget(points)
        fold = FoldButton(title, lambda: _turn(fold, holder))
        fold.show_opened(False)
        card.add(fold, holder)
        holder.hide()


def _turn(fold: FoldButton, holder: QWidget) -> None:
    opened = holder.isHidden()
    set_shown(holder, opened)
    fold.show_opened(opened)


def open_lists(
    parent: QWidget,
    workspace: Workspace,
    open_case: Callable[[str], object],
    changed: Callable[[], object] = lambda: None,
) -> None:
    """Show the lists over the window; `changed` is told when they are closed and no case was opened."""
    dialog = ArrearsDialog(parent, workspace, open_case)
    dialog.rejected.connect(changed)
    dialog.open()
