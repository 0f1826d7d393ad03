"""The page Journal: contact, tasks, notes and people, one part at a time."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from budgetdesk.actions.overview import Overview
from budgetdesk.casework.record import Record
from budgetdesk.i18n import N_, _
from budgetdesk.ui import tab_order
from budgetdesk.ui.pages.base import Command, Page, Place, StepState
from budgetdesk.ui.pages.journal.contacts import ContactsPart
from budgetdesk.ui.pages.journal.notes import NotesPart
from budgetdesk.ui.pages.journal.part import Part
from budgetdesk.ui.pages.journal.people import PeoplePart
from budgetdesk.ui.pages.journal.tasks import TasksPart
from budgetdesk.ui.pages.journal.timeline import TimelinePart
from budgetdesk.ui.widgets.choices import Choice
from budgetdesk.ui.widgets.words import set_shown
from budgetdesk.wording.tenant_screen import Screen

PARTS: tuple[type[Part], ...] = (TasksPart, ContactsPart, NotesPart, PeoplePart, TimelinePart)


class JournalPage(Page):
    """What happened, what is to happen, and who is there."""

    key, step = "journal", N_("Journal")
    title = N_("Journal")
    subtitle = N_("Hvad skete der, hvad skal der ske, og hvem er med?")
    tells_doubts = True
    commands = (
        Command(N_("Skriv en kontakt"), "write_contact", "Ctrl+J"),
        Command(N_("Skriv en opgave"), "write_task", "Ctrl+Shift+J"),
        Command(N_("Skriv til lejeren …"), "write_to_tenant"),
        Command(N_("Til kalenderen …"), "to_calendar"),
        Command(N_("Skriv notatet færdigt"), "show_notes", "Ctrl+Shift+N"),
        Command(N_("Søg i forløbet"), "show_timeline"),
        Command(N_("Er du bekymret for et barn?"), "show_child"),
    )

    def build(self) -> None:
        self.parts: dict[str, Part] = {}
        self._overview: Overview | None = None
        self.tabs = Choice([(part.key, _(part.word)) for part in PARTS], role="tab")
        self.tabs.name(_("Hvad vil du se"))
        self.tabs.show_value(PARTS[0].key)
        self.tabs.edited.connect(self._turned)
        self.room = QVBoxLayout()
        self.add(self.tabs, self.room)

    def refresh(self, overview: Overview) -> None:
        self._overview = overview
        part = self.part(self.tabs.value())
        for each in self.parts.values():
            set_shown(each, each is part)
        part.refresh(overview)

    def part(self, key: str) -> Part:
        """A part, made when it is first wanted."""
        if key not in self.parts:
            made = self.parts[key] = next(each for each in PARTS if each.key == key)(self)
            self.room.addWidget(made)
        return self.parts[key]

    def show_part(self, key: str) -> Part:
        """Turn to a part."""
        self.tabs.show_value(key)
        if self._overview is not None:
            self.refresh(self._overview)
        return self.part(key)

    def reveal(self, path: str) -> None:
        for part in PARTS:
            if path.startswith(part.paths):
                self.show_part(part.key).reveal(path)

    def ensureWidgetVisible(self, child: QWidget, xmargin: int = 50, ymargin: int = 50) -> None:
        """Scroll to a field; first turn to the part it stands in."""
        for key, part in self.parts.items():
            if part.isAncestorOf(child) and part.isHidden():
                self.show_part(key)
        super().ensureWidgetVisible(child, xmargin, ymargin)

    @classmethod
    def state(cls, record: Record, overview: Overview) -> StepState:
        """Never done: a journal goes on. The mark counts the tasks that should have been done."""
        todos = record.case.conversation.next_steps
        late = sum(1 for one in todos if one.done is None and one.by is not None and one.by < overview.on)
        return StepState(badge=str(late) if late else "")

    @classmethod
    def mark(cls, place: Place, record: Record, overview: Overview) -> StepState:
        """What is late first; then that the note of the meeting is not closed."""
        found = cls.state(record, overview)
        if found.badge or not place.desk.meeting_is_kept:
            return found
        return StepState(done=found.done, badge=_("notat"))

    def write_contact(self) -> None:
        """Turn to the line in which a contact is written, the keyboard in it."""
        part = self.show_part(ContactsPart.key)
        if isinstance(part, ContactsPart):
            QTimer.singleShot(0, part, part.entry.entry.setFocus)

    def write_task(self) -> None:
        """Turn to the line in which a task is written, the keyboard in it."""
        part = self.show_part(TasksPart.key)
        if isinstance(part, TasksPart):
            QTimer.singleShot(0, part, part.list.entry.setFocus)

    def write_to_tenant(self) -> None:
        """Choose a letter, a postcard or a short text."""
        part = self.show_part(ContactsPart.key)
        if isinstance(part, ContactsPart):
            part.next.open_texts()

    def to_calendar(self) -> None:
        """Choose what goes into the calendar."""
        part = self.show_part(TasksPart.key)
        if isinstance(part, TasksPart):
            part.list.to_calendar()

    def show_notes(self) -> None:
        """Turn to the note, the keyboard in it."""
        self._focus_part(NotesPart.key)

    def show_timeline(self) -> None:
        """Turn to the list of what happened, the keyboard in its search."""
        self._focus_part(TimelinePart.key)

    def show_child(self) -> None:
        """Open what to do about a child."""
        part = self.show_part(NotesPart.key)
        if isinstance(part, NotesPart):
            part.child.open()
            self.ensureWidgetVisible(part.child)

    def _focus_part(self, key: str) -> None:
        part = self.show_part(key)
        QTimer.singleShot(0, part, partial(tab_order.focus_first, part))

    def for_tenant(self, overview: Overview) -> Screen:
        return Screen(question=_("Vi skriver op, hvad vi aftaler."))

    def _turned(self) -> None:
        self.show_part(self.tabs.value())
