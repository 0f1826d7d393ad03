"""One task, and one proposal: what, who, by when, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from budgetdesk.actions import tasks
from budgetdesk.casework.emergency_steps import ADVISER, BOTH, TENANT
from budgetdesk.casework.record import Record
from budgetdesk.casework.tasks import LIST, Proposal
from budgetdesk.household.case import Todo
from budgetdesk.i18n import _, retold
from budgetdesk.ui import phrases
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.pages.journal.unfolding import Line, UnfoldingLine
from budgetdesk.ui.widgets.cards import form_grid
from budgetdesk.ui.widgets.choices import Tick
from budgetdesk.ui.widgets.fields import DateEdit, LineEdit, TimeEdit
from budgetdesk.ui.widgets.words import button, set_shown
from budgetdesk.wording import tasks as words


class TaskRow(UnfoldingLine):
    """G: done (or open again) while one of its buttons has the keyboard; "Ret" opens the fields."""

    def __init__(self, page: Page, todo: Todo) -> None:
        super().__init__(page, f"{LIST}[{todo.id}]")
        self._todo = todo
        self._moved: date | None = None
        self.follow = button("", self._follow, role="quiet")
        self.done = button(_("Gjort"), self.turn)
        self.done.setToolTip(_("Tast G"))
        self.drop = button(_("Fjern"), self._remove, role="quiet")
        self.put(self.follow, self.done, self.edit, self.drop)

    def show_task(self, todo: Todo, moved: date | None) -> None:
        """Show it as it is; `moved`: the day its source has by now."""
        self._todo, self._moved = todo, moved
        what = retold(todo.what) or _("Opgave uden tekst")
        self.title.setText(what)
        self.told.setText(words.told(todo, self._page.desk.today, self._page.record.case))
        self.done.setText(_("Gjort") if todo.done is None else _("Åbn igen"))
        for each, does in (
            (self.done, _("Gjort") if todo.done is None else _("Åbn igen")),
            (self.edit, _("Ret")),
            (self.drop, _("Fjern")),
        ):
            each.setAccessibleName(f"{does}: {what}")
        set_shown(self.edit, todo.done is None)
        set_shown(self.follow, moved is not None)
        if moved is not None:
            self.follow.setText(_("Dagen er nu {moved}").format(moved=phrases.short_day(moved)))
            self.follow.setAccessibleName(
                _("Flyt til den nye dag, {moved}: {what}").format(moved=phrases.day(moved), what=what)
            )

    def turn(self) -> None:
        """Done today, or open again."""
        day = self._page.desk.today if self._todo.done is None else None
        self._change(
            _("Opgave gjort") if day else _("Åbn opgave igen"),
            lambda: tasks.set_done(self._page.record, self._todo.id, day),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """G while one of the buttons has the keyboard; a field keeps its letters."""
        on_button = isinstance(self.focusWidget(), QPushButton)
        if event.key() == Qt.Key.Key_G and on_button and not event.modifiers():
            self.turn()
        else:
            super().keyPressEvent(event)

    def _follow(self) -> None:
        moved = self._moved
        if moved is not None:
            self._change(_("Flyt opgave"), lambda: tasks.move(self._page.record, self._todo.id, moved))

    def _remove(self) -> None:
        self._change(_("Fjern opgave"), lambda: tasks.remove(self._page.record, self._todo.id))

    def _change(self, label: str, act: Callable[[], Record]) -> None:
        """What is being typed is saved first, so that `act` sees it."""
        self._page.place.binder.flush()
        self._page.change(label, act())

    def make_fields(self) -> QWidget:
        page = self._page
        people = [person.name for person in page.record.case.contact_persons if person.name]
        return form_grid(
            [
                self.field(_("Hvem"), "who", LineEdit(_("Hvem"), offers=[TENANT, ADVISER, BOTH, *people])),
                self.field(_("Hvad"), "what", LineEdit(_("Hvad"))),
                self.field(_("Senest"), "by", DateEdit(page.desk.today)),
                self.field(_("Klokken"), "time", TimeEdit()),
                self.field(_("I kalenderen"), "meeting", Tick(_("Det er et møde"))),
            ],
            2,
            least=190,
        )


class ProposalRow(Line):
    """What a source knows, and the button that makes it a task."""

    def __init__(self, page: Page, take: Callable[[], object]) -> None:
        super().__init__()
        self._page = page
        self.take = button(_("Tag den"), take)
        self.put(self.take)

    def show_proposal(self, proposal: Proposal, said: str) -> None:
        """Show what it asks for, by when, and where it is from."""
        today = self._page.desk.today
        self.title.setText(said)
        parts = [words.whose(proposal.who, self._page.record.case), words.by_when(proposal.day, today, proposal.time)]
        self.told.setText(" · ".join([*parts, words.where_from(proposal)]))
        self.take.setAccessibleName(_("Tag som opgave: {said}").format(said=said))
