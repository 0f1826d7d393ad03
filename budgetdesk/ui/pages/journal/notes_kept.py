"""The notes of the record: closed ones to read, open ones to finish, and the way to a correction or a paper."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from budgetdesk.actions import notes
from budgetdesk.casework.record_notes import corrections, is_closed, record_notes
from budgetdesk.errors import BudgetDeskError
from budgetdesk.formats import day
from budgetdesk.household import paths
from budgetdesk.household.course import JournalNote
from budgetdesk.i18n import _
from budgetdesk.ui.messages import show_error
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.pages.journal.child_hint import ChildHint
from budgetdesk.ui.pages.journal.note_field import NoteField
from budgetdesk.ui.pages.journal.notes_paper import RecordDialog
from budgetdesk.ui.widgets.announced import Announced
from budgetdesk.ui.widgets.cards import Card, Rows, row
from budgetdesk.ui.widgets.fold import FoldButton
from budgetdesk.ui.widgets.words import Chip, EmptyState, Words, button, set_shown
from budgetdesk.wording.note_text import paragraphs


class RecordCard(Card):
    """The record, the newest first."""

    def __init__(self, page: Page) -> None:
        super().__init__(_("Journalens notater"))
        self._page = page
        self._notes: dict[str, JournalNote] = {}
        self.empty = EmptyState(_("Der er ingen notater endnu"), _("Når du lukker et notat, står det her."))
        self.rows: Rows[str, ClosedRow | OpenRow] = Rows(self._row)
        self.paper = button(_("Journalen på papir …"), lambda: RecordDialog(page).open())
        self.add(self.empty, self.rows, row(self.paper))

    def refresh(self) -> None:
        """Show the notes as they stand."""
        found = record_notes(self._page.record.case)
        self._notes = {one.id: one for one in found}
        # A note that was closed is another row: nothing can be typed in it any more.
        self.rows.show_items(f"{one.id} {is_closed(one)}" for one in reversed(found))
        for each in self.rows.rows.values():
            each.refresh()
        set_shown(self.empty, not found)

    def reveal(self, path: str) -> None:
        """Unfold the note that a path is about."""
        for each in self.rows.rows.values():
            if isinstance(each, ClosedRow) and path.startswith(each.path):
                each.open()

    def correct(self, note_id: str) -> None:
        """A new note that corrects a closed one, and the keyboard in it."""
        page = self._page
        page.place.binder.flush()
        record, key = notes.correction_of(page.record, note_id, on=page.desk.today)
        page.change(_("Skriv en rettelse"), record)
        made = self.rows.rows.get(f"{key} False")
        if isinstance(made, OpenRow):
            made.field.editor.area.setFocus()

    def _row(self, key: str) -> ClosedRow | OpenRow:
        note = self._notes[key.rpartition(" ")[0]]
        return ClosedRow(self._page, note.id, self.correct) if is_closed(note) else OpenRow(self._page, note.id)


class ClosedRow(QWidget):
    """A closed note: its head, and its text when it is opened."""

    def __init__(self, page: Page, note_id: str, correct: Callable[[str], object]) -> None:
        super().__init__()
        self._page, self._id, self.path = page, note_id, f"case.notes[{note_id}]"
        note: JournalNote = paths.get(page.record, self.path)
        self.fold = FoldButton(_title(note), self._fold)
        page.place.binder.anchor(self.path, self.fold)
        self.head = Words(_head(note), "small")
        self.corrected = Words("", "small")
        self.text = QWidget()
        self._lay_text(note)
        self.text.hide()
        self.wrong = button(_("Skriv en rettelse"), lambda: correct(note_id), role="quiet")
        self.wrong_row = QWidget()
        self.wrong_row.setLayout(row(self.wrong))
        self.wrong_row.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 8)
        box.setSpacing(4)
        box.addLayout(row(self.fold))
        for each in (self.head, self.corrected, self.text, self.wrong_row):
            box.addWidget(each)

    def refresh(self) -> None:
        """Say whether it was corrected since."""
        since = corrections(self._page.record.case, self._id)
        said = ", ".join(day(one.on) for one in since if one.on is not None)
        self.corrected.setText(_("Rettet i et nyere notat: {said}").format(said=said) if since else "")
        set_shown(self.corrected, bool(since))

    def open(self) -> None:
        """Show the text."""
        if not self.fold.opened:
            self._fold()

    def _fold(self) -> None:
        self.fold.show_opened(not self.fold.opened)
        set_shown(self.text, self.fold.opened)
        set_shown(self.wrong_row, self.fold.opened)

    def _lay_text(self, note: JournalNote) -> None:
        box = QVBoxLayout(self.text)
        box.setContentsMargins(18, 0, 0, 0)
        box.setSpacing(4)
        for heading, lines in paragraphs(note.text):
            if heading:
                box.addWidget(Words(heading, "strong"))
            for line in lines:
                box.addWidget(Words(line))


class OpenRow(QWidget):
    """A note that was put aside, or a correction, still to be written and closed."""

    def __init__(self, page: Page, note_id: str) -> None:
        super().__init__()
        self._page, self._id, self._path = page, note_id, f"case.notes[{note_id}]"
        note: JournalNote = paths.get(page.record, self._path)
        self.field = NoteField(_title(note), _("Skriv, hvad der er rigtigt") if note.corrects else _("Skriv notatet"))
        page.bind(f"{self._path}.text", self.field.editor, _title(note))
        self.field.editor.edited.connect(self._look_for_child)
        self.hint, self.said = ChildHint(), Announced("small")
        self.close_it = button(_("Luk notatet"), self._close)
        self.gone = button(_("Slet udkastet"), self._gone, role="quiet")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 8)
        box.setSpacing(4)
        box.addLayout(row(Words(_title(note), "strong", wrap=False), Chip(_("ikke lukket"), "amber")))
        for each in (self.field, self.hint, self.said):
            box.addWidget(each)
        box.addLayout(row(self.close_it, self.gone))

    def refresh(self) -> None:
        """Look at the words again."""
        self._look_for_child()

    def _look_for_child(self) -> None:
        self.hint.look_at(self.field.text(), self._page.record.case)

    def _close(self) -> None:
        page = self._page
        page.place.binder.flush()
        adviser = page.record.case.info.adviser.strip()
        if not adviser:
            self.said.say(_("Skriv dit navn som rådgiver på siden Sag, før du lukker notatet."))
        elif not self.field.text().strip():
            self.said.say(_("Notatet er tomt. Skriv noget, eller slet det."))
        else:
            try:
                notes.close_open(page.desk, self._id, by=adviser)
            except BudgetDeskError as error:
                show_error(self, error)

    def _gone(self) -> None:
        page = self._page
        page.place.binder.flush()
        page.change(_("Slet udkast til notat"), paths.remove(page.record, self._path))


def _title(note: JournalNote) -> str:
    return note.title.strip() or (_("Notat {on}").format(on=day(note.on)) if note.on is not None else _("Notat"))


def _head(note: JournalNote) -> str:
    """`Skete 20. november 2026 · Skrevet 21. november 2026 · Lukket af Karen Mølgaard`."""
    parts = [_("Skete {on}").format(on=day(note.on)) if note.on is not None else ""]
    if note.entered_on is not None and note.entered_on != note.on:
        parts.append(_("Skrevet {entered_on}").format(entered_on=day(note.entered_on)))
    if note.closed_on is not None:
        by = _(" af {closed_by}").format(closed_by=note.closed_by) if note.closed_by else ""
        parts.append(_("Lukket {closed_on}{by}").format(closed_on=day(note.closed_on), by=by))
    return " · ".join(part for part in parts if part)
