"""The draft of the note: under each heading the sentences that wrote themselves, and room for the adviser's own."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from budgetdesk.actions import notes
from budgetdesk.actions.notes import Writing
from budgetdesk.casework.note_topics import Heading
from budgetdesk.i18n import N_, _, translated
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.pages.journal.child_hint import ChildHint
from budgetdesk.ui.pages.journal.note_field import NoteField
from budgetdesk.ui.pages.journal.tried import tried
from budgetdesk.ui.widgets.cards import Card, Rows
from budgetdesk.ui.widgets.words import Words, button, set_shown
from budgetdesk.wording.note_text import NoteLine
from budgetdesk.wording.note_words import HEADINGS

TITLE = N_("Notat fra mødet")
NOTHING = N_("Der er ikke ændret noget endnu. Notatet skriver sig selv, mens I arbejder.")
HOW = N_("Det skete, siden sagen blev åbnet. Ret en sætning, tag den ud, eller skriv selv.")
STALE = N_("Rettet her. Sagen siger nu: {facts}")
_WORDS = {
    Heading.PURPOSE: N_("Hvorfor mødtes I?"),
    Heading.SEEN: N_("Skriv mere, hvis der mangler noget"),
    Heading.AGREED: N_("Skriv mere, hvis der mangler noget"),
    Heading.WHO: N_("Skriv mere, hvis der mangler noget"),
}


class DraftCard(Card):
    """The note as it will stand."""

    def __init__(self, page: Page, again: Callable[[], object]) -> None:
        super().__init__(_(TITLE), _(HOW))
        self.blocks = {heading: HeadingBlock(heading, page, again) for heading in Heading}
        page.place.binder.anchor("case.notes", self.blocks[Heading.PURPOSE].words.editor)
        self.add(*self.blocks.values())

    def show_writing(self, wrote: Writing | None) -> None:
        """Show the sentences as they stand."""
        if wrote is not None:
            self.set_heading(_(TITLE), _(HOW) if wrote.lines else _(NOTHING))
            for heading, block in self.blocks.items():
                block.show_lines(wrote.under(heading), wrote.words.get(heading, ""))

    def keep(self) -> None:
        """Keep what is being typed."""
        for block in self.blocks.values():
            block.keep()


class HeadingBlock(QWidget):
    """One heading: its sentences, then a field."""

    def __init__(self, heading: Heading, page: Page, again: Callable[[], object]) -> None:
        super().__init__()
        self._heading, self._page, self._again = heading, page, again
        self._lines: dict[str, NoteLine] = {}
        self.rows: Rows[str, SentenceRow] = Rows(self._row, lines=False)
        self.words = NoteField(
            _("{headings}: skriv selv").format(headings=HEADINGS[heading]), translated(_WORDS)[heading]
        )
        self.words.editor.edited.connect(self._typed)
        self.words.editor.left.connect(self._keep_and_tell)
        self.hint = ChildHint()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 6, 0, 0)
        box.setSpacing(4)
        for each in (Words(HEADINGS[heading], "strong"), self.rows, self.words, self.hint):
            box.addWidget(each)

    def show_lines(self, lines: tuple[NoteLine, ...], words: str) -> None:
        """Show the sentences of the heading, and what was written by hand."""
        self._lines = {line.key: line for line in lines}
        self.rows.show_items(self._lines)
        for key, each in self.rows.rows.items():
            each.show_line(self._lines[key])
        if not self.words.is_typing:
            self.words.show_text(words)
        self._look_for_child()

    def keep(self) -> None:
        """Keep what is being typed."""
        for each in self.rows.rows.values():
            each.keep()
        notes.write_under(self._page.desk, self._heading, self.words.text())

    def _keep_and_tell(self) -> None:
        """Keep it, and let the rest of the page know that there is something to close."""
        before = self._page.desk.meeting
        tried(self, self.keep)
        if self._page.desk.meeting is not before:
            self._again()

    def _row(self, key: str) -> SentenceRow:
        return SentenceRow(self._lines[key], self._page, self._again)

    def _typed(self) -> None:
        self._look_for_child()
        self.words.keep_soon(self._keep_and_tell)

    def _look_for_child(self) -> None:
        self.hint.look_at(self.words.text(), self._page.record.case)


class SentenceRow(QWidget):
    """One sentence with two buttons: change it, or take it out. Delete takes it out as well."""

    def __init__(self, line: NoteLine, page: Page, again: Callable[[], object]) -> None:
        super().__init__()
        self._line, self._page, self._again = line, page, again
        self._made: NoteField | None = None
        self.text = Words("")
        self.note = Words("", "small")
        self.change = button(_("Ret"), self.open_field, role="quiet")
        self.out = button(_("Tag ud"), self._take_out, role="quiet")
        self._words = QVBoxLayout()
        self._words.setSpacing(2)
        self._words.addWidget(self.text)
        self._words.addWidget(self.note)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 2, 0, 2)
        across.setSpacing(6)
        across.addLayout(self._words, 1)
        across.addWidget(self.change, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(self.out, 0, Qt.AlignmentFlag.AlignTop)
        self.show_line(line)

    @property
    def field(self) -> NoteField:
        """Where the sentence is typed; made when it is first wanted, since few sentences are."""
        if self._made is None:
            self._made = NoteField(_("Ret sætningen"), "")
            self._made.hide()
            self._made.editor.left.connect(self._done)
            self._words.insertWidget(1, self._made)
        return self._made

    @property
    def is_open(self) -> bool:
        """Whether the sentence is being typed."""
        return self._made is not None and not self._made.isHidden()

    def show_line(self, line: NoteLine) -> None:
        """Show the sentence as it stands."""
        self._line = line
        self.text.setText(line.text)
        self.change.setAccessibleName(_("Ret: {text}").format(text=line.text))
        self.out.setAccessibleName(_("Tag ud: {text}").format(text=line.text))
        self.note.setText(_(STALE).format(facts=line.facts) if line.stale and line.facts else "")
        set_shown(self.note, bool(self.note.text()))

    def open_field(self) -> None:
        """Let the sentence be typed."""
        self.field.show_text(self._line.text)
        set_shown(self.text, False)
        set_shown(self.field, True)
        self.field.editor.area.setFocus()
        self.field.editor.area.selectAll()

    def keep(self) -> None:
        """Keep what is being typed."""
        if self.is_open and self.field.text().strip():
            notes.edit_line(self._page.desk, self._line, self.field.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the sentence out while it is not being typed."""
        if event.key() == Qt.Key.Key_Delete and not self.is_open:
            self._take_out()
        else:
            super().keyPressEvent(event)

    def _done(self) -> None:
        if not self.is_open:
            return
        emptied = not self.field.text().strip()
        tried(self, partial(notes.take_out, self._page.desk, self._line) if emptied else self.keep)
        set_shown(self.field, False)
        set_shown(self.text, True)
        self._again()

    def _take_out(self) -> None:
        tried(self, partial(notes.take_out, self._page.desk, self._line))
        self.focusNextChild()
        self.focusNextChild()
        self._again()
