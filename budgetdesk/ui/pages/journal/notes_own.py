"""The adviser's own notes, visibly apart from the record; and what to do when somebody is worried about a child."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from budgetdesk.actions import notes
from budgetdesk.casework.child_concern import whom_to_call
from budgetdesk.casework.record_notes import own_notes
from budgetdesk.formats import day
from budgetdesk.household import paths
from budgetdesk.i18n import _
from budgetdesk.readers.notes import load_note_words
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.pages.journal.child_hint import ChildHint
from budgetdesk.ui.pages.journal.note_field import NoteField
from budgetdesk.ui.widgets.cards import Card, Rows, row
from budgetdesk.ui.widgets.fold import FoldButton
from budgetdesk.ui.widgets.words import Chip, Points, Words, button, set_shown


class OwnCard(Card):
    """A card of another colour: what stands here is no part of the record."""

    def __init__(self, page: Page) -> None:
        words = load_note_words()
        super().__init__(tone="violet")
        self._page = page
        self.about = Points()
        self.about.show_points(words.own_text)
        self.ended = Words(words.own_ended, "strong")
        self.forget = button(_("Slet alle egne notater"), self._forget)
        self.rows: Rows[str, OwnRow] = Rows(partial(OwnRow, page))
        self.new = button(_("Skriv et eget notat"), self.add_note)
        self.add(
            row(Words(words.own_title, "section", wrap=False), Chip(_("ikke i journalen"), "violet")),
            self.about,
            self.ended,
            row(self.forget),
            self.rows,
            row(self.new),
        )

    def refresh(self) -> None:
        """Show the notes as they stand."""
        case = self._page.record.case
        own = own_notes(case)
        self.rows.show_items(one.id for one in own)
        for each in self.rows.rows.values():
            each.refresh()
        over = case.course.ended is not None and bool(own)
        set_shown(self.ended, over)
        set_shown(self.forget, over)

    def add_note(self) -> None:
        """A new own note, and the keyboard in it."""
        page = self._page
        page.place.binder.flush()
        record, key = notes.own_note(page.record, on=page.desk.today)
        page.change(_("Skriv et eget notat"), record)
        if key in self.rows.rows:
            self.rows.rows[key].field.editor.area.setFocus()

    def _forget(self) -> None:
        page = self._page
        page.place.binder.flush()
        page.change(_("Slet egne notater"), notes.without_own_notes(page.record))


class OwnRow(QWidget):
    """One own note."""

    def __init__(self, page: Page, note_id: str) -> None:
        super().__init__()
        self._page, self._id, self._path = page, note_id, f"case.notes[{note_id}]"
        self.head = Words("", "small")
        self.field = NoteField(_("Eget notat"), _("Kun til dig selv"))
        page.bind(f"{self._path}.text", self.field.editor, _("Eget notat"))
        self.field.editor.edited.connect(self._look_for_child)
        self.hint = ChildHint()
        self.into = button(_("Gør til en del af sagen"), self._into, role="quiet")
        self.gone = button(_("Slet"), self._gone, role="quiet", name=_("Slet det egne notat"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 8)
        box.setSpacing(4)
        for each in (self.head, self.field, self.hint):
            box.addWidget(each)
        box.addLayout(row(self.into, self.gone))

    def refresh(self) -> None:
        """Show its day."""
        note = paths.get(self._page.record, self._path)
        self.head.setText(day(note.on) if note.on is not None else "")
        self._look_for_child()

    def _look_for_child(self) -> None:
        self.hint.look_at(self.field.text(), self._page.record.case)

    def _into(self) -> None:
        page = self._page
        page.place.binder.flush()
        page.change(_("Gør notat til en del af sagen"), notes.into_record(page.record, self._id, on=page.desk.today))

    def _gone(self) -> None:
        page = self._page
        page.place.binder.flush()
        page.change(_("Slet eget notat"), paths.remove(page.record, self._path))


class ChildCard(Card):
    """The duty to notify, and whom to call. Nothing is written here, and nothing is stored."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        words = load_note_words()
        self.fold = FoldButton(words.child_title, self._fold)
        self.duty, self.calls = Points(), Points(_("Ring, og skriv"))
        self.inside = QWidget()
        box = QVBoxLayout(self.inside)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.duty)
        box.addWidget(self.calls)
        self.inside.hide()
        self.add(row(self.fold), self.inside)

    def refresh(self) -> None:
        """Show whom to call in this case."""
        if self.fold.opened:
            words = load_note_words()
            self.duty.show_points([f"{one.text} ({_source(one.source, one.confidence)})" for one in words.duty])
            self.calls.show_points(whom_to_call(self._page.record.case, words))

    def open(self) -> None:
        """Unfold it, and put the keyboard there."""
        if not self.fold.opened:
            self._fold()
        self.fold.setFocus()

    def _fold(self) -> None:
        self.fold.show_opened(not self.fold.opened)
        self.refresh()
        set_shown(self.inside, self.fold.opened)


def _source(source: str, confidence: str) -> str:
    return _("{source}, vejledende: tjek paragraffen").format(source=source) if confidence == "unverified" else source
