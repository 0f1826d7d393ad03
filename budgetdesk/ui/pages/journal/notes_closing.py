"""Beside the draft: what the note is called, when it was, how they met, what was taken out, and closing it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from budgetdesk.actions import notes
from budgetdesk.actions.notes import Closing, Writing
from budgetdesk.errors import BadInputError
from budgetdesk.household.words import ContactKind
from budgetdesk.i18n import N_, _, translated
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.pages.journal.tried import tried
from budgetdesk.ui.widgets.announced import Announced
from budgetdesk.ui.widgets.cards import Card, Rows, row
from budgetdesk.ui.widgets.choices import ListChoice
from budgetdesk.ui.widgets.fields import DateEdit, LineEdit
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.links import LinkButton
from budgetdesk.ui.widgets.words import Words, button, set_shown
from budgetdesk.wording.note_text import NoteLine

SURE = N_("Et lukket notat kan ikke laves om. Er der fejl, så skriv en rettelse.")
NO_NAME = N_("Skriv, hvem der lukker notatet.")
_MET = (
    (ContactKind.MEETING, N_("Møde")),
    (ContactKind.PHONE, N_("Telefon")),
    (ContactKind.VISIT, N_("Besøg hjemme")),
    (None, N_("Vi talte ikke sammen")),
)


class ClosingCard(Card):
    """Title, day and name are proposed; two presses close the note."""

    def __init__(self, page: Page, again: Callable[[], object], close: Callable[[], object]) -> None:
        super().__init__(_("Luk notatet"), _("Så er det en del af journalen."))
        self._page, self._again, self._close = page, again, close
        self._named = self._of = ""
        self.title, self.by = LineEdit(), LineEdit(_("Dit navn"))
        self.on, self.met = DateEdit(page.desk.today), ListChoice(translated(_MET))
        self.on.show_value(page.desk.today)
        self.met.show_value(ContactKind.MEETING)
        self.by.show_value(page.record.case.info.adviser)
        for field in (self.on, self.met):
            field.edited.connect(self._retitle)
        self.title.name(_("Overskrift"))
        self.ask = button(_("Luk notatet"), self._asked, role="primary")
        self.sure = Words(_(SURE), "muted")
        self.yes, self.no = (
            button(_("Ja, luk det"), self._closed, role="primary"),
            button(_("Ikke endnu"), self._not_yet),
        )
        self.answers = QWidget()
        self.answers.setLayout(row(self.yes, self.no))
        self.said = Announced("small")
        self.gone_words = Words(_("Taget ud"), "strong")
        self.gone: Rows[str, LinkButton] = Rows(self._back, lines=False)
        self._gone: dict[str, NoteLine] = {}
        self.add(
            Labelled(_("Overskrift"), self.title),
            Labelled(_("Dagen, det skete"), self.on),
            Labelled(_("Hvordan mødtes I?"), self.met),
            Labelled(_("Lukkes af"), self.by),
            row(self.ask),
            self.sure,
            self.answers,
            self.said,
            self.gone_words,
            self.gone,
        )
        self._not_yet()

    def show_writing(self, wrote: Writing | None) -> None:
        """Show what there is to close."""
        self._gone = {line.key: line for line in wrote.gone} if wrote is not None else {}
        self.gone.show_items(self._gone)
        set_shown(self.gone_words, bool(self._gone))
        begun = str(wrote.meeting.begun_at) if wrote is not None else ""
        if wrote is not None and begun != self._of:
            self._of = begun
            self.on.show_value(wrote.meeting.begun_on)
            self._retitle()
        self.ask.setEnabled(wrote is not None and bool(wrote.text))
        if wrote is None or not wrote.text:
            self._not_yet()

    def closing(self) -> Closing:
        """What is said about the note. Raises BadInputError for a day that cannot be read, or no name."""
        on = self.on.value()
        if not self.by.value():
            raise BadInputError(_(NO_NAME))
        return Closing(
            title=self.title.value(),
            on=on if on is not None else self._page.desk.today,
            by=self.by.value(),
            kind=self.met.value(),
        )

    def _retitle(self) -> None:
        """The title follows day and kind, until somebody has written another."""
        try:
            on = self.on.value() or self._page.desk.today
        except BadInputError:
            return
        proposed = notes.title_of(on, self.met.value())
        if self.title.value() in ("", self._named):
            self.title.show_value(proposed)
        self._named = proposed

    def _back(self, key: str) -> LinkButton:
        line = self._gone[key]
        return LinkButton(_("Sæt ind igen: {text}").format(text=line.text), lambda: self._put_back(key), small=True)

    def _put_back(self, key: str) -> None:
        tried(self, partial(notes.take_out, self._page.desk, self._gone[key], gone=False))
        self._again()

    def _asked(self) -> None:
        try:
            self.closing()
        except BadInputError as error:
            self.said.say(str(error))
            return
        self.said.say("")
        for each, shown in ((self.ask, False), (self.sure, True), (self.answers, True)):
            set_shown(each, shown)
        self.yes.setFocus()

    def _not_yet(self) -> None:
        for each, shown in ((self.ask, True), (self.sure, False), (self.answers, False)):
            set_shown(each, shown)

    def _closed(self) -> None:
        try:
            self.closing()  # the day may have been changed since it was asked for
        except BadInputError as error:
            self._not_yet()
            self.said.say(str(error))
            return
        self._close()
        self._not_yet()

    def say_closed(self) -> None:
        """Say that it is done."""
        self.said.say(_("Notatet er lukket og står i journalen."))
