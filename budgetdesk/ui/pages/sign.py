"""The page Underskriv: one paper, read together, signed by those present, sealed once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from budgetdesk.actions import consents
from budgetdesk.actions.overview import Overview
from budgetdesk.actions.signing import Signed
from budgetdesk.casework.record import Record
from budgetdesk.documents.papers.catalogue import DOCUMENTS, signers
from budgetdesk.documents.papers.consent_catalogue import CONSENT_PAPERS, is_consent_paper
from budgetdesk.documents.papers.letter_catalogue import LETTERS, is_letter
from budgetdesk.documents.papers.parties import Party
from budgetdesk.documents.seals.ink import Ink
from budgetdesk.errors import DocumentError
from budgetdesk.i18n import N_, _, translated
from budgetdesk.ui import background, theme
from budgetdesk.ui.binding import full
from budgetdesk.ui.dialogs.token_choice import PinDialog
from budgetdesk.ui.messages import show_error
from budgetdesk.ui.pages.base import Command, Page, Place, StepState
from budgetdesk.ui.pages.underskriv import papers
from budgetdesk.ui.pages.underskriv.consent import CONSENT, ConsentToSign
from budgetdesk.ui.pages.underskriv.consent import SHORT as CONSENT_SHORT
from budgetdesk.ui.pages.underskriv.kept import KeptCard
from budgetdesk.ui.pages.underskriv.landlord import LandlordPresent
from budgetdesk.ui.pages.underskriv.letter import LETTER, LetterToSign
from budgetdesk.ui.pages.underskriv.letter import SHORT as LETTERS_SHORT
from budgetdesk.ui.pages.underskriv.paper import PaperCard
from budgetdesk.ui.pages.underskriv.signer import SignerCard
from budgetdesk.ui.papers import show_pdf
from budgetdesk.ui.widgets.announced import Announced
from budgetdesk.ui.widgets.cards import Card, Rows, columns, row
from budgetdesk.ui.widgets.choices import Choice
from budgetdesk.ui.widgets.words import Points, Words, button
from budgetdesk.wording.plan import PROPOSAL

WHAT_IT_IS = N_(
    "Det er en simpel elektronisk underskrift. Den gælder, men den er ikke lavet med MitID. "
    "Når papiret er forseglet, kan ingen rette i det, uden at det kan ses."
)
BY_PEN = N_("Scan papiret, eller tag et billede af det. Så kan det gemmes i sagen.")
SEAL, SEALING = N_("Forsegl og gem"), N_("Forsegler …")
NO_VAULT = N_("Sagen ligger ikke i et låst lager, så papiret kan ikke forsegles. Skriv det ud, og brug en pen.")
SHORT = {
    "budget": N_("Budget"),
    "aftale": N_("Aftale om afdrag"),
    "naeste_skridt": N_("Næste skridt"),
    "brev_udlejer": N_("Brev til udlejer"),
    "ansoegning_81": N_("Ansøgning"),
}
"""The papers that people sign, in a word."""


PAPERS = "papers"
"""The part of a path that names a paper instead of a fact."""


def now() -> datetime:
    """The moment of signing, in local time."""
    return datetime.now(UTC).astimezone()


class SignPage(Page):
    """Which paper, who signs, and the seal."""

    key, step = "underskriv", N_("Underskriv")
    title = N_("Underskriv")
    subtitle = N_("Læs papiret sammen. Skriv under, når I er enige. I kan også stoppe her og nøjes med næste skridt.")

    commands = (
        Command(N_("Udskriv mødets papirer …"), "print_meeting", "Ctrl+P"),
        Command(N_("Sagens papirer …"), "show_papers"),
        Command(N_("Tag et underskrevet papir ind …"), "take_paper_in"),
    )

    clock: Callable[[], datetime] = staticmethod(now)
    """The clock of the signatures; a demonstration has a fixed day."""

    def build(self) -> None:
        self._facts: tuple[Record, str] | None = None
        self._sealing = False
        signed = [(name, translated(SHORT)[name]) for name, d in DOCUMENTS.items() if d.signed]
        self.what = Choice([*signed, (LETTER, _(LETTERS_SHORT)), (CONSENT, _(CONSENT_SHORT))], role="tab")
        self.letter = LetterToSign(self, self._other_paper)
        self.consent = ConsentToSign(self, self._other_paper)
        self.what.name(_("Hvad skriver I under på?"))
        self.what.show_value("budget")
        self.what.edited.connect(self._other_paper)
        for name in (*translated(SHORT), *translated(LETTERS), *translated(CONSENT_PAPERS)):
            self.place.binder.anchor(f"{PAPERS}.{name}", self.what)
        self.paper = PaperCard(self, self._begun)
        self.people: Rows[Party, SignerCard] = Rows(self._signer, space=theme.BETWEEN, lines=False)
        self.landlord = LandlordPresent(self, self._landlord)
        self.note = Words("", "strong")
        self.missing = Points(_("Mangler endnu"))
        self.tells = Points(_("Tænk på"))
        self.why = Words("", "small")
        self.seal = button(_(SEAL), self._seal, role="primary")
        self.done = Announced("strong", tone="accent")
        self.kept = KeptCard(self)
        self.add(self.what, self.letter, self.consent, columns(self.paper, self._signing(), stretch=(10, 11)))
        self._other_paper()

    def reveal(self, path: str) -> None:
        """`go("underskriv", "papers.aftale")` opens the page with that paper, a letter with its recipient."""
        name = path.removeprefix(full(f"{PAPERS}."))
        if name in (path, self.document):
            return
        if is_letter(name):
            self.letter.take(name)
        if is_consent_paper(name):
            self.consent.take(name)
        self.what.show_value(LETTER if is_letter(name) else CONSENT if is_consent_paper(name) else name)
        self._other_paper()

    def refresh(self, overview: Overview) -> None:
        document = self.document
        waits = document == "aftale" and overview.plan is not None and overview.plan.standing.value == "proposal"
        self.note.setText(_(PROPOSAL) if waits else "")
        self.note.setVisible(waits)
        self.missing.show_points([m.text for m in overview.missing if m.blocking][:4])
        self.landlord.setVisible(document == "aftale")
        self.landlord.refresh(self.record)
        here = self.landlord.party() if document == "aftale" else ()
        self.people.show_items([*signers(document, self.record.case), *here])
        self.letter.refresh(self.what.value())
        self.consent.refresh(self.what.value())
        facts = (self.record, self.letter.kept_text() if is_letter(document) else "")
        if self.isVisible() and (self._facts is None or self._facts[0] is not facts[0] or self._facts[1] != facts[1]):
            self._facts = facts
            self.paper.show_document(document)
        self._begun()

    def print_meeting(self) -> None:
        """Which papers are printed, for whom, and where."""
        papers.open_meeting_print(self, shown=self.document)

    def show_papers(self) -> None:
        """All papers of the case."""
        papers.open_case_papers(self)

    def take_paper_in(self) -> None:
        """A paper that was signed with a pen."""
        papers.open_take_in(self)

    @property
    def document(self) -> str:
        """The name of the chosen paper (`documents.papers.catalogue`)."""
        chosen: str = self.what.value()
        if chosen == CONSENT:
            return self.consent.document or CONSENT
        return self.letter.document if chosen == LETTER else chosen

    @classmethod
    def state(cls, record: Record, overview: Overview) -> StepState:
        return StepState()

    @classmethod
    def mark(cls, place: Place, record: Record, overview: Overview) -> StepState:
        """Done when a signed paper lies in the case."""
        return StepState(done=place.vault is not None and bool(place.vault.papers()))

    def _signing(self) -> QWidget:
        holder = QWidget()
        box = QVBoxLayout(holder)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.BETWEEN)
        finish = Card()
        finish.add(
            self.note, self.missing, self.tells, Words(_(WHAT_IT_IS), "muted"), row(self.seal), self.why, self.done
        )
        with_pen = Card(_("Skrevet under med en pen?"), _(BY_PEN))
        with_pen.add(
            row(
                button(_("Tag et underskrevet papir ind …"), self.take_paper_in),
                button(_("Sagens papirer …"), self.show_papers),
            )
        )
        for part in (self.people, self.landlord, finish, self.kept, with_pen):
            box.addWidget(part)
        return holder

    def _signer(self, party: Party) -> SignerCard:
        return SignerCard(party.role, party.name, self._begun)

    def _other_paper(self) -> None:
        """A signature belongs to the paper that was read: another paper, an empty field."""
        self._facts = None
        self.done.say("")
        self.landlord.leave()
        self._clear()
        self.follow(self.desk.overview)

    def _landlord(self) -> None:
        self.follow(self.desk.overview)

    def _begun(self) -> None:
        """Whether the paper can be sealed now, and if not, why."""
        why = self._why_not()
        self.seal.setEnabled(not why)
        shown = self.paper.shown
        letter = shown.letter if shown is not None else None
        told = consents.beside(self.document, self.record.case, self.desk.today, letter) if shown is not None else ()
        self.tells.show_points(told)
        self.seal.setText(_(SEALING) if self._sealing else _(SEAL))
        self.seal.setAccessibleDescription(why)
        self.why.setText(why or self._who_is_left())
        self.why.setVisible(bool(self.why.text()))

    def _why_not(self) -> str:
        if self._sealing:
            return _("Vent et øjeblik. Papiret bliver forseglet og gemt.")
        if self.place.vault is None:
            return _(NO_VAULT)
        if not any(card.begun for card in self.people.rows.values()):
            return _("Skriv under først. Så kan papiret forsegles.")
        if self.paper.shown is None or self.paper.shown.record is not self.record:
            return _("Papiret bliver vist med de nye tal. Læs det igen, før I forsegler.")
        return ""

    def _who_is_left(self) -> str:
        left = [card.who for card in self.people.rows.values() if not card.begun]
        return (
            _("Mangler at skrive under: {left}. I kan godt forsegle uden.").format(left=", ".join(left)) if left else ""
        )

    def _seal(self) -> None:
        """Take the signatures as they stand, and seal. One that is not finished is said where it stands."""
        self.place.binder.flush()
        ink, shown = self._ink(), self.paper.shown
        vault, document = self.place.vault, self.document
        if ink is None or vault is None or shown is None or self._why_not():
            return
        at = ink[0].at
        if vault.wants_pin():
            PinDialog(self, lambda pin: vault.give_pin(pin, at), self._seal).open()
            return
        self._hold(True)
        background.run(
            self, lambda: vault.sign(document, ink=ink, when=at, shown=shown), self._sealed, self._not_sealed
        )

    def _hold(self, sealing: bool) -> None:
        """While it is being sealed nobody signs, and nobody turns to another paper."""
        self._sealing = sealing
        for part in (self.what, self.letter, self.people, self.landlord):
            part.setEnabled(not sealing)
        self._begun()

    def _ink(self) -> tuple[Ink, ...] | None:
        at, found, whole = self.clock(), [], True
        for card in self.people.rows.values():
            if card.begun:
                try:
                    found.append(card.ink(at))
                except DocumentError as error:
                    card.say(error)
                    whole = False
        return tuple(found) if whole and found else None

    def _clear(self) -> None:
        for card in self.people.rows.values():
            card.clear()

    def _sealed(self, signed: Signed) -> None:
        self.landlord.leave()
        self._clear()
        self._hold(False)
        self.done.say(_("Forseglet og gemt i sagen: {title}").format(title=signed.title))
        self.change(_("Samtykke på skrift"), consents.signed(self.record, signed.document, self.desk.today))
        self.kept.refresh()
        self.place.look_again()
        self.follow(self.desk.overview)
        show_pdf(self, signed.title, signed.pdf, file_name=signed.file_name)
        self._fetch_times()

    def _fetch_times(self) -> None:
        """Quietly: the papers are good without, and it is tried again after the next one."""
        vault = self.place.vault
        if vault is not None:
            background.run(self, vault.fetch_times, lambda _found: None, lambda _error: None)

    def _not_sealed(self, error: Exception) -> None:
        self._hold(False)
        show_error(self, error)
