"""The part Opgaver: who does what, by when; and what the facts of the case propose."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QApplication

from budgetdesk.actions import tasks
from budgetdesk.actions.overview import Overview
from budgetdesk.casework.record import Record
from budgetdesk.casework.tasks import Proposal, Tasks
from budgetdesk.household.case import Todo
from budgetdesk.i18n import N_, _
from budgetdesk.ui.dialogs.calendar_export import export_case
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.pages.journal.part import Part
from budgetdesk.ui.pages.journal.quick_entry import QuickEntry
from budgetdesk.ui.pages.journal.task_row import ProposalRow, TaskRow
from budgetdesk.ui.papers import show_paper
from budgetdesk.ui.widgets.cards import Card, Rows, row
from budgetdesk.ui.widgets.fold import FoldButton
from budgetdesk.ui.widgets.words import EmptyState, Words, button, set_shown
from budgetdesk.wording import tasks as words

PAPER = "opgaver"
HEADING = N_("Hvem gør hvad, og hvornår?")
EXAMPLE = N_("Fx: lejer: find lønsedlen inden torsdag")
HOW = N_("Begynd med lejer, jeg eller vi. Dagen kan stå hvor som helst. Tryk Enter.")
SHOWN = 6
"""So many proposals are shown at once; the rest are unfolded."""


class TasksPart(Part):
    """What is to be done, the nearest day first; then what could be taken on."""

    key, word = "opgaver", N_("Opgaver")
    paths = ("case.conversation.next_steps",)

    def build(self) -> None:
        self.list = ListCard(self.page)
        self.proposed = ProposedCard(self.page)
        self.add(self.list, self.proposed)

    def refresh(self, overview: Overview) -> None:
        found = tasks.tasks(self.page.record, overview)
        self.list.show_tasks(found)
        self.proposed.show_proposals(found.proposed, overview)

    def reveal(self, path: str) -> None:
        self.list.reveal(path)


class ListCard(QuickEntry):
    """Quick entry, the open tasks, and those done lately."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, _(HEADING), _(HOW), name=_("Ny opgave"), example=_(EXAMPLE), save=_("Tilføj"))
        self.save.setAccessibleName(_("Tilføj opgaven"))
        self._todos: dict[str, Todo] = {}
        self.rows: Rows[str, TaskRow] = Rows(self._row)
        self.nothing = EmptyState(
            _("Der er ingen opgaver endnu"),
            _("Skriv den første ovenfor. Kender sagen en dag, kommer den som et forslag nedenfor."),
        )
        self.fold = FoldButton("", self._turn)
        self.done: Rows[str, TaskRow] = Rows(self._row)
        self.paper = button(_("Side til lejeren …"), partial(show_paper, self, page.desk, PAPER))
        self.calendar = button(_("Til kalenderen …"), self.to_calendar, name=_("Gem opgaver til kalenderen"))
        page.place.binder.anchor("case.conversation.next_steps", self.entry)
        self.add(self.entry, self.heard, self.problem, row(self.save), self.told)
        self.readable = Words("", "small")
        self.add(self.rows, self.nothing, row(self.fold), self.done, row(self.paper, self.calendar), self.readable)

    def show_tasks(self, found: Tasks) -> None:
        """Open ones by day; done ones under their fold."""
        self._todos = {one.id: one for one in (*found.open, *found.done)}
        moved = dict(found.moved)
        place, before = self._place_of_keyboard(), list(self.rows.rows)
        self.rows.show_items(one.id for one in found.open)
        if place is not None and before[place] not in self.rows.rows:
            self._go_on(place)
        for one in found.open:
            self.rows.rows[one.id].show_task(one, moved.get(one.id))
        self._show_done(found)
        set_shown(self.nothing, not found.open and not found.done)
        some = bool(found.open)
        set_shown(self.paper, some)
        self._show_readable(found)
        set_shown(self.calendar, some or bool(found.proposed))
        late = len(found.late(self._page.desk.today))
        said = (
            _("Én opgave skulle være gjort.")
            if late == 1
            else _("{late} opgaver skulle være gjort.").format(late=late)
            if late
            else _(HOW)
        )
        self.set_heading(_(HEADING), said)

    def _place_of_keyboard(self) -> int | None:
        """In which of the open tasks the keyboard is."""
        focus = QApplication.focusWidget()
        rows = self.rows.rows.values()
        return next((at for at, each in enumerate(rows) if focus is not None and each.isAncestorOf(focus)), None)

    def _go_on(self, place: int) -> None:
        """The task the keyboard was in is gone: to the one that took its place, or to the line for a new one."""
        left = list(self.rows.rows.values())
        (left[min(place, len(left) - 1)].done if left else self.entry).setFocus()

    def reveal(self, path: str) -> None:
        task_id = path.partition("[")[2].partition("]")[0]
        if task_id in self.rows.rows:
            self.rows.rows[task_id].open()

    def to_calendar(self) -> None:
        """Choose what goes into the calendar."""
        vault = self._page.place.vault
        export_case(self, self._page.desk, vault.workspace if vault is not None else None)

    def _show_done(self, found: Tasks) -> None:
        set_shown(self.fold, bool(found.done))
        self.fold.setText(_("Gjort den sidste måned ({count})").format(count=len(found.done)))
        self.done.show_items(one.id for one in found.done if self.fold.opened)
        for task_id, each in self.done.rows.items():
            each.show_task(self._todos[task_id], None)

    def _show_readable(self, found: Tasks) -> None:
        """A hint where the tenant's page is hard to read."""
        said = words.readable(found.open)
        self.readable.setText(said)
        set_shown(self.readable, bool(said))

    def _turn(self) -> None:
        self.fold.show_opened(not self.fold.opened)
        self.show_tasks(tasks.tasks(self._page.record, self._page.desk.overview))

    def understood(self, text: str) -> str:
        page = self._page
        heard = tasks.understood(text, page.desk.today)
        told = words.told(heard, page.desk.today, page.record.case)
        return _("Forstået: {told} · {what}").format(told=told, what=heard.what) if heard.what else ""

    def write(self, text: str) -> tuple[str, Record, str]:
        record = tasks.write(self._page.record, text, self._page.desk.today)
        return (
            _("Tilføj opgave"),
            record,
            _("Tilføjet: {what}").format(what=record.case.conversation.next_steps[-1].what),
        )

    def _row(self, task_id: str) -> TaskRow:
        return TaskRow(self._page, self._todos[task_id])


class ProposedCard(Card):
    """What the clock, the plan, the answers and the rest know a day for. A person chooses."""

    def __init__(self, page: Page) -> None:
        super().__init__(
            _("Forslag fra sagen"), _("Dage, som fristerne, aftalen og ansøgningerne kender. Tag dem, I vil gøre.")
        )
        self._page = page
        self._overview: Overview | None = None
        self._found: dict[str, Proposal] = {}
        self.rows: Rows[str, ProposalRow] = Rows(self._row)
        self.more = FoldButton("", self._turn)
        self.all = button(_("Tag dem alle"), self._take_all, name=_("Tag alle forslag som opgaver"))
        self.add(self.rows, row(self.more), row(self.all))

    def show_proposals(self, found: tuple[Proposal, ...], overview: Overview) -> None:
        """The nearest first; hidden while there are none."""
        self._overview = overview
        self._found = {one.key: one for one in found}
        shown = list(self._found) if self.more.opened else list(self._found)[:SHOWN]
        self.rows.show_items(shown)
        for key in shown:
            one = self._found[key]
            self.rows.rows[key].show_proposal(one, tasks.said(one, self._page.record, overview))
        rest = len(self._found) - SHOWN
        set_shown(self.more, rest > 0)
        self.more.setText(_("Vis færre") if self.more.opened else _("Vis {rest} til").format(rest=rest))
        set_shown(self.all, len(self._found) > 1)
        set_shown(self, bool(self._found))

    def _turn(self) -> None:
        self.more.show_opened(not self.more.opened)
        if self._overview is not None:
            self.show_proposals(tuple(self._found.values()), self._overview)

    def _take(self, key: str) -> None:
        keys = list(self.rows.rows)
        after = keys[keys.index(key) + 1 :] if key in keys else []
        self._change([self._found[key]], _("Tag opgave"))
        there = next((k for k in after if k in self.rows.rows), None) or next(iter(self.rows.rows), None)
        if there is not None:
            self.rows.rows[there].take.setFocus()

    def _take_all(self) -> None:
        self._change(list(self._found.values()), _("Tag alle forslag"))

    def _change(self, chosen: list[Proposal], label: str) -> None:
        page, overview = self._page, self._overview
        if overview is not None:
            page.place.binder.flush()
            page.change(label, tasks.take_on(page.record, chosen, overview, page.desk.library))

    def _row(self, key: str) -> ProposalRow:
        return ProposalRow(self._page, partial(self._take, key))
