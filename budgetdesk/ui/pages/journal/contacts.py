"""The part Kontakt: who was tried, what came of it, and what to try next."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QPushButton, QWidget

from budgetdesk.actions import contacts
from budgetdesk.actions.overview import Overview
from budgetdesk.casework.contact_method import NextTry, TryState
from budgetdesk.casework.record import Record
from budgetdesk.household.course import Contact
from budgetdesk.household.words import ContactKind, ContactOutcome
from budgetdesk.i18n import N_, _, translated
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.pages.journal.child_hint import ChildHint
from budgetdesk.ui.pages.journal.contact_row import ContactRow
from budgetdesk.ui.pages.journal.part import Part
from budgetdesk.ui.pages.journal.quick_entry import QuickEntry
from budgetdesk.ui.widgets.announced import Announced
from budgetdesk.ui.widgets.cards import Card, Rows, row
from budgetdesk.ui.widgets.fitting import Flow
from budgetdesk.ui.widgets.fold import FoldButton
from budgetdesk.ui.widgets.words import EmptyState, Points, Words, button, set_shown
from budgetdesk.wording import contacts as words

EXAMPLE = N_("Fx: ring, tog ikke telefonen, prøv igen torsdag kl. 17")
HOW = N_("Skriv det, som du ville sige det, og tryk Enter. Sæt komma før det, der skal ske næste gang.")
AT_ONCE = 20
"""So many contacts are shown at a time: a long list is there at once."""
WRITTEN = (ContactKind.LETTER, ContactKind.POSTCARD, ContactKind.SMS, ContactKind.EMAIL)
Answer = tuple[ContactOutcome | None, str]
_AT_THE_DOOR: tuple[Answer, ...] = (
    (ContactOutcome.REACHED, N_("Fik fat")),
    (ContactOutcome.NOT_HOME, N_("Ikke hjemme")),
)
_SENT: tuple[Answer, ...] = ((None, N_("Sendt i dag")),)
ANSWERS: dict[ContactKind, tuple[Answer, ...]] = {
    ContactKind.PHONE: (
        (ContactOutcome.REACHED, N_("Fik fat")),
        (ContactOutcome.NO_ANSWER, N_("Tog den ikke")),
        (ContactOutcome.MESSAGE_LEFT, N_("Lagde besked")),
    ),
    ContactKind.VISIT: _AT_THE_DOOR,
    ContactKind.MEETING: ((ContactOutcome.REACHED, N_("Vi mødtes")), (ContactOutcome.NOT_HOME, N_("Kom ikke"))),
}


class ContactsPart(Part):
    """What to try next, quick entry, and everything that was tried, the newest first."""

    key, word = "kontakt", N_("Kontakt")
    paths = ("case.contacts",)

    def build(self) -> None:
        self.next = NextTryCard(self.page)
        self.entry = EntryCard(self.page)
        self.tried = TriedCard(self.page)
        self.add(self.next, self.entry, self.tried)

    def refresh(self, overview: Overview) -> None:
        del overview
        self.next.refresh()
        self.entry.refresh()
        self.tried.refresh()

    def reveal(self, path: str) -> None:
        self.tried.reveal(path)


class NextTryCard(Card):
    """One sentence: what to do, when, and what came of it with one key."""

    def __init__(self, page: Page) -> None:
        super().__init__(tone="accent")
        self._page = page
        self._shown: NextTry | None = None
        self.said, self.why, self.hint = Words("", "section"), Words("", "muted"), Words("")
        self.then = Points()
        self.answers: list[QPushButton] = []
        self.buttons = QWidget()
        self.room = Flow(self.buttons)
        self.said_done = Announced("small")
        self.write = button(
            _("Skriv til lejeren …"), self.open_texts, name=_("Skriv brev, postkort, sms eller mail til lejeren")
        )
        self.more = FoldButton(_("Hvorfor netop det?"), self._fold)
        self.source = Words("", "small")
        self.source.hide()
        self.add(self.said, self.why, self.hint, self.then, self.buttons, row(self.write), self.said_done)
        self.add(row(self.more), self.source)

    def refresh(self) -> None:
        """Show what the method says today."""
        case, on = self._page.record.case, self._page.desk.today
        found = contacts.proposed(case, on)
        if found == self._shown:
            return
        self._shown = found
        self.said.setText(words.headline(found, self._who(), on))
        self._say(self.why, words.reason(found, on))
        self._say(self.hint, found.hint)
        over = found.state is TryState.USED_UP
        self.then.show_points([one.text for one in found.method.then] if over else [])
        self.source.setText(words.sources(found))
        self._show_answers(found)

    def _show_answers(self, found: NextTry) -> None:
        for old in self.answers:
            self.room.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.answers = []
        set_shown(self.buttons, found.state in (TryState.TRY, TryState.AGREED))
        if found.state not in (TryState.TRY, TryState.AGREED) or found.kind is None:
            return
        for outcome, text in (
            *translated(ANSWERS).get(found.kind, translated(_SENT)),
            (ContactOutcome.DECLINED, _("Siger nej tak")),
        ):
            name = f"{translated(words.KINDS)[found.kind]}: {text[:1].lower()}{text[1:]}"
            made = button(text, partial(self._note, found, outcome), name=name)
            self.answers.append(made)
            self.room.addWidget(made)

    def _note(self, found: NextTry, outcome: ContactOutcome | None) -> None:
        page, kind = self._page, found.kind
        if kind is None:
            return
        page.place.binder.flush()
        record = contacts.note_try(page.record, kind, outcome, page.desk.today)
        noted = record.case.contacts[-1]
        page.change(_("Notér kontakt"), record)
        self.said_done.say(_("Noteret: {heard}. Fortryd med Ctrl+Z.").format(heard=words.heard(noted, page.desk.today)))
        if self.answers:
            self.answers[0].setFocus()
        else:
            self.more.setFocus()

    def open_texts(self) -> None:
        """The texts to the tenant; those of the way that is proposed first."""
        from budgetdesk.ui.dialogs.contact_text import open_contact_text  # noqa: PLC0415 - not before it is wanted

        kind = self._shown.kind if self._shown is not None else None
        open_contact_text(self._page, kind if kind in WRITTEN else None)

    def _who(self) -> str:
        tenant = self._page.record.case.tenant
        return tenant.name.split()[0] if tenant is not None and tenant.name.strip() else "lejeren"

    def _fold(self) -> None:
        opened = not self.more.opened
        self.more.show_opened(opened)
        set_shown(self.source, opened)

    @staticmethod
    def _say(label: Words, text: str) -> None:
        label.setText(text)
        set_shown(label, bool(text))


class EntryCard(QuickEntry):
    """A line, what was understood, and Enter."""

    def __init__(self, page: Page) -> None:
        super().__init__(
            page, _("Skriv en kontakt"), _(HOW), name=_("Skriv en kontakt"), example=_(EXAMPLE), save=_("Notér")
        )
        self.save.setAccessibleName(_("Notér kontakten"))
        self.child = ChildHint()
        self.add(self.entry, self.heard, self.problem, self.child, self.told, row(self.save))

    def refresh(self) -> None:
        self.look()

    def look(self) -> None:
        super().look()
        self.child.look_at(self.entry.value(), self._page.record.case)

    def understood(self, text: str) -> str:
        page = self._page
        heard = contacts.understood(page.record, text, page.desk.today)
        whom = contacts.whom(page.record.case, heard.contact) or heard.side
        said = words.heard(heard.contact, page.desk.today, whom)
        return (
            _("Forstået: {said}").format(said=said)
            if said
            else _("Ikke forstået endnu: ring, sms, brev, besøg eller møde?")
        )

    def write(self, text: str) -> tuple[str, Record, str]:
        today = self._page.desk.today
        record = contacts.note_line(self._page.record, text, today)
        return (
            _("Notér kontakt"),
            record,
            _("Noteret: {heard}").format(heard=words.heard(record.case.contacts[-1], today)),
        )


class TriedCard(Card):
    """Every contact, the newest first; each can be opened and changed."""

    def __init__(self, page: Page) -> None:
        super().__init__(_("Kontakt i sagen"))
        self._page = page
        self._contacts: dict[str, Contact] = {}
        self._shown: Record | None = None
        self.rows: Rows[str, ContactRow] = Rows(self._row)
        self.nothing = EmptyState(
            _("Der er ikke noteret kontakt endnu"),
            _("Hvert forsøg tæller, også dem uden svar. Skriv det første ovenfor."),
        )
        self._most = AT_ONCE
        self.more = button(_("Vis flere"), self._show_more, name=_("Vis ældre kontakter"))
        self.add(self.rows, self.nothing, row(self.more))

    def refresh(self) -> None:
        record = self._page.record
        if record is self._shown:
            return
        self._shown = record
        found = contacts.newest_first(record.case)
        self._contacts = {one.id: one for one in found}
        shown = list(self._contacts)[: self._most]
        self.rows.show_items(shown)
        for contact_id in shown:
            self.rows.rows[contact_id].show_contact(self._contacts[contact_id])
        set_shown(self.nothing, not found)
        set_shown(self.more, len(found) > self._most)
        count = contacts.counts(record.case)
        self.set_heading(_("Kontakt i sagen"), count)

    def reveal(self, path: str) -> None:
        contact_id = path.removeprefix("case.contacts[").split("]")[0]
        if contact_id in self._contacts and contact_id not in self.rows.rows:
            self._show_all()
        if contact_id in self.rows.rows:
            self.rows.rows[contact_id].open()

    def _show_more(self) -> None:
        self._most += AT_ONCE
        self._again()

    def _show_all(self) -> None:
        self._most = len(self._contacts)
        self._again()

    def _again(self) -> None:
        self._shown = None
        self.refresh()

    def _row(self, contact_id: str) -> ContactRow:
        return ContactRow(self._page, self._contacts[contact_id])
