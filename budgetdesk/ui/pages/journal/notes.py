"""The part Notater: the note that wrote itself, the record, and the adviser's own notes apart from it."""

from __future__ import annotations

from functools import partial

from budgetdesk.actions import notes
from budgetdesk.actions.overview import Overview
from budgetdesk.casework.meeting import PaperMade
from budgetdesk.errors import BudgetDeskError, CaseBusyError
from budgetdesk.i18n import N_
from budgetdesk.ui.messages import show_error
from budgetdesk.ui.pages.base import Place
from budgetdesk.ui.pages.journal.notes_closing import ClosingCard
from budgetdesk.ui.pages.journal.notes_draft import DraftCard
from budgetdesk.ui.pages.journal.notes_kept import RecordCard
from budgetdesk.ui.pages.journal.notes_own import ChildCard, OwnCard
from budgetdesk.ui.pages.journal.notes_resume import ResumeCard
from budgetdesk.ui.pages.journal.part import Part
from budgetdesk.ui.pages.journal.tried import tried
from budgetdesk.ui.widgets.cards import columns
from budgetdesk.ui.widgets.words import set_shown

LEFT, RIGHT = 430, 300
"""The narrowest that draft and closing may stand beside each other, px."""


def papers_of(place: Place) -> tuple[PaperMade, ...]:
    """The signed papers of the case."""
    if place.vault is None:
        return ()
    return tuple(PaperMade(id=str(one.id), title=one.title) for one in place.vault.papers())


class NotesPart(Part):
    """The draft beside what closes it, then what is written already."""

    key, word = "notater", N_("Notater")
    paths = ("case.notes",)

    def build(self) -> None:
        self._overview: Overview | None = None
        self.resume = ResumeCard(self.begin_anew, self.put_aside)
        self.draft = DraftCard(self.page, self.again)
        self.closing = ClosingCard(self.page, self.again, self.close_note)
        self.draft.setMinimumWidth(LEFT)
        self.closing.setMinimumWidth(RIGHT)
        self.page.place.binder.also_keep(self, self.keep)
        self.kept, self.own, self.child = RecordCard(self.page), OwnCard(self.page), ChildCard(self.page)
        self.add(self.resume, columns(self.draft, self.closing, stretch=(3, 2)), self.kept, self.own, self.child)

    def refresh(self, overview: Overview) -> None:
        self._overview = overview
        wrote = notes.writing(self.page.desk, overview, papers_of(self.page.place))
        self.resume.show_writing(wrote, self.page.desk)
        self.draft.show_writing(wrote)
        self.closing.show_writing(wrote)
        for card in (self.kept, self.own, self.child):
            card.refresh()
        set_shown(self.draft, wrote is not None)
        set_shown(self.closing, wrote is not None)

    def again(self) -> None:
        """Something was done to the draft."""
        if self._overview is not None:
            self.refresh(self._overview)
        self.page.place.look_again()

    def reveal(self, path: str) -> None:
        self.kept.reveal(path)

    # the meeting

    def begin_anew(self) -> None:
        """A new meeting from now."""
        if self._overview is not None:
            self._flush()
            tried(self, partial(notes.begin_anew, self.page.desk, self._overview, papers_of(self.page.place)))
            self.again()

    def put_aside(self) -> None:
        """Keep the draft as an open note, and begin a new meeting."""
        if self._overview is not None:
            self._flush()
            tried(self, partial(notes.put_aside, self.page.desk, self._overview, papers_of(self.page.place)))
            self.again()

    def close_note(self) -> None:
        """Close the note as it stands, with what was typed a moment ago."""
        if self._overview is None:
            return
        self._flush()
        desk, papers = self.page.desk, papers_of(self.page.place)
        wrote = notes.writing(desk, self._overview, papers)
        if wrote is not None and wrote.text:
            closing = self.closing.closing()
            if tried(self, partial(notes.close_meeting, desk, closing, wrote.text, self._overview, papers)):
                self.closing.say_closed()
            self.again()

    def keep(self) -> None:
        """Keep what is being typed into the draft; while a long change is under way it waits in its field."""
        try:
            self.draft.keep()
        except CaseBusyError:
            return
        except BudgetDeskError as error:
            show_error(self, error)

    def _flush(self) -> None:
        self.page.place.binder.flush()
