"""One task, and one proposal: what, who, by when, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from budgetdesk.actions import tasks
from budgetdesk.casework.emergency_steps import ADVISER, BOTH, TENANT
from budgetdesk.casework.record import Record
from budgetdesk.casework.tasks import LIST, Proposal
from budgetdesk.household.case import Todo
from budgetdesk.ui import phrases
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.widgets.cards import form_grid
from budgetdesk.ui.widgets.choices import Tick
from budgetdesk.ui.widgets.editor import Editor
from budgetdesk.ui.widgets.fields import DateEdit, LineEdit, TimeEdit
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.words import Words, button, set_shown
from budgetdesk.wording import tasks as words


class _Line(QWidget):
    """A strong line, a quiet one, and buttons to the right."""

    def __init__(self) -> None:
        super().__init__()
        self.title, self.told = Words("", "strong"), Words("", "small")
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self.title)
        texts.addWidget(self.told)
        self.across = QHBoxLayout()
        self.across.setSpacing(8)
        self.across.addLayout(texts, 1)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 8, 0, 8)
        self.box.addLayout(self.across)

    def put(self, *buttons: QPushButton) -> None:
        for each in buttons:
            self.across.addWidget(each, 0, Qt.AlignmentFlag.AlignVCenter)


class TaskRow(_Line):
    """G: done (or open again) while one of its buttons has the keyboard; "Ret" opens the fields."""

    def __init__(self, page: Page, todo: Todo) -> None:
        super().__init__()
        self._page, self._todo = page, todo
        self._moved: date | None = None
        self.follow = button("", self._follow, role="quiet")
        self.done = button("Gjort", self.turn)
        self.done.setToolTip("Tast G")
        self.edit = button("Ret", self._turn, role="quiet")
        self.drop = button("Fjern", self._remove, role="quiet")
        self.put(self.follow, self.done, self.edit, self.drop)
        self.fields: QWidget | None = None

    def show_task(self, todo: Todo, moved: date | None) -> None:
        """Show it as it is; `moved`: the day its source has by now."""
        self._todo, self._moved = todo, moved
        what = todo.what or "Opgave uden tekst"
        self.title.setText(what)
        self.told.setText(words.told(todo, self._page.desk.today, self._page.record.case))
        self.done.setText("Gjort" if todo.done is None else "Åbn igen")
        for each, does in (
            (self.done, "Gjort" if todo.done is None else "Åbn igen"),
            (self.edit, "Ret"),
            (self.drop, "Fjern"),
        ):
            each.setAccessibleName(f"{does}: {what}")
        set_shown(self.edit, todo.done is None)
        set_shown(self.follow, moved is not None)
        if moved is not None:
            self.follow.setText(f"Dagen er nu {phrases.short_day(moved)}")
            self.follow.setAccessibleName(f"Flyt til den nye dag, {phrases.day(moved)}: {what}")

    def turn(self) -> None:
        """Done today, or open again."""
        day = self._page.desk.today if self._todo.done is None else None
        self._change(
            "Opgave gjort" if day else "Åbn opgave igen", lambda: tasks.set_done(self._page.record, self._todo.id, day)
        )

    def open(self) -> None:
        """Unfold the fields."""
        if self.fields is None:
            self.fields = self._make_fields()
            self.box.addWidget(self.fields)
        set_shown(self.fields, True)
        self.edit.setText("Luk")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """G while one of the buttons has the keyboard; a field keeps its letters."""
        on_button = isinstance(self.focusWidget(), QPushButton)
        if event.key() == Qt.Key.Key_G and on_button and not event.modifiers():
            self.turn()
        else:
            super().keyPressEvent(event)

    def _turn(self) -> None:
        if self.fields is not None and not self.fields.isHidden():
            self._page.place.binder.flush()
            set_shown(self.fields, False)
            self.edit.setText("Ret")
            return
        self.open()

    def _follow(self) -> None:
        moved = self._moved
        if moved is not None:
            self._change("Flyt opgave", lambda: tasks.move(self._page.record, self._todo.id, moved))

    def _remove(self) -> None:
        self._change("Fjern opgave", lambda: tasks.remove(self._page.record, self._todo.id))

    def _change(self, label: str, act: Callable[[], Record]) -> None:
        """What is being typed is saved first, so that `act` sees it."""
        self._page.place.binder.flush()
        self._page.change(label, act())

    def _make_fields(self) -> QWidget:
        page = self._page
        people = [person.name for person in page.record.case.contact_persons if person.name]
        return form_grid(
            [
                self._field("Hvem", "who", LineEdit("Hvem", offers=[TENANT, ADVISER, BOTH, *people])),
                self._field("Hvad", "what", LineEdit("Hvad")),
                self._field("Senest", "by", DateEdit(page.desk.today)),
                self._field("Klokken", "time", TimeEdit()),
                self._field("I kalenderen", "meeting", Tick("Det er et møde")),
            ],
            2,
            least=190,
        )

    def _field(self, label: str, name: str, editor: Editor) -> Labelled:
        made = Labelled(label, editor)
        self._page.place.binder.bind(f"{LIST}[{self._todo.id}].{name}", editor, label)
        return made


class ProposalRow(_Line):
    """What a source knows, and the button that makes it a task."""

    def __init__(self, page: Page, take: Callable[[], object]) -> None:
        super().__init__()
        self._page = page
        self.take = button("Tag den", take)
        self.put(self.take)

    def show_proposal(self, proposal: Proposal, said: str) -> None:
        """Show what it asks for, by when, and where it is from."""
        today = self._page.desk.today
        self.title.setText(said)
        parts = [words.whose(proposal.who, self._page.record.case), words.by_when(proposal.day, today, proposal.time)]
        self.told.setText(" · ".join([*parts, words.where_from(proposal)]))
        self.take.setAccessibleName(f"Tag som opgave: {said}")
