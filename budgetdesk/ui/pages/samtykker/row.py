"""One consent: what it covers in a sentence, how it stands, and what can be done with it.

J says yes, T takes it back, while the keyboard is on one of its buttons: to take back is as easy as to give. What was
said yes to is not changed afterwards: only what is still to be asked can be edited.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from budgetdesk.actions import consents as actions
from budgetdesk.casework import leaving
from budgetdesk.casework.consents import SPEAKING, WRITTEN, Standing, find, standing
from budgetdesk.casework.record import Record
from budgetdesk.documents.papers.consent_catalogue import joined, paper_of
from budgetdesk.household.case import Consent
from budgetdesk.household.words import ConsentKind
from budgetdesk.i18n import _
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.pages.samtykker.editor import ConsentEditor
from budgetdesk.ui.papers import show_paper
from budgetdesk.ui.widgets.cards import row
from budgetdesk.ui.widgets.words import Chip, Tone, Words, button, set_shown
from budgetdesk.wording import consents as words

YES, BACK = Qt.Key.Key_J, Qt.Key.Key_T
IN_WRITING = (ConsentKind.FULDMAGT, ConsentKind.PARTSREPRAESENTANT)
"""Whoever is to act for the tenant is believed only with a paper."""
TONES: dict[Standing, Tone] = {
    Standing.DRAFT: "amber",
    Standing.SOON: "amber",
    Standing.IN_FORCE: "accent",
}


class ConsentRow(QWidget):
    """A consent, or somebody who speaks."""

    def __init__(self, page: Page, consent_id: str) -> None:
        super().__init__()
        self._page, self._id = page, consent_id
        self.title, self.said, self.how = Words("", "strong"), Words(), Words("", "small")
        self.mark = Chip()
        self.editor: ConsentEditor | None = None
        self.yes = button(_("Lejeren siger ja"), self.say_yes, role="primary")
        self.sign = button(_("Skriv under …"), self._sign)
        self.by_pen = button(_("Skrevet under med pen"), self._by_pen, role="quiet")
        self.back = button(_("Træk tilbage"), self.take_back)
        self.paper = button(_("Vis papiret"), self._show, role="quiet")
        self.summary = button(_("Resume til dem …"), self._summary, role="quiet")
        self.again = button(_("Spørg igen"), self._again)
        self.receipt = button(_("Kvittering"), self._receipt, role="quiet")
        self._buttons = (
            self.yes,
            self.sign,
            self.again,
            self.back,
            self.paper,
            self.by_pen,
            self.summary,
            self.receipt,
        )
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.title, 1)
        top.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 10, 0, 10)
        self.box.setSpacing(6)
        self.box.addLayout(top)
        self.box.addWidget(self.said)
        self.box.addWidget(self.how)
        self.box.addLayout(row(*self._buttons))

    @property
    def consent(self) -> Consent | None:
        return find(self._page.record.case, self._id)

    def refresh(self) -> None:
        """Show it as it stands today."""
        one, today = self.consent, self._page.desk.today
        if one is None:
            return
        case, policy = self._page.record.case, self._page.desk.library.policy
        found = standing(one, today, soon_days=policy.consent_soon_days)
        who = words.name_of(one, case)
        self.title.setText(who[:1].upper() + who[1:])
        self.mark.show_word(words.how_it_stands(one, today, soon_days=policy.consent_soon_days), TONES.get(found, ""))
        self.said.setText(words.sentence(one, case))
        self.how.setText(words.how_given(one))
        set_shown(self.how, bool(self.how.text()))
        self._show_buttons(one, found, who)
        self._show_editor(one, wanted=found is Standing.DRAFT)

    def _show_buttons(self, one: Consent, found: Standing, who: str) -> None:
        draft, now = found is Standing.DRAFT, found in (Standing.IN_FORCE, Standing.SOON, Standing.COMING)
        over = found in (Standing.OVER, Standing.WITHDRAWN)
        shown = {
            self.yes: draft and one.kind not in IN_WRITING,
            self.by_pen: draft or (now and one.how != WRITTEN),
            self.sign: draft or (now and one.how != WRITTEN),
            self.again: over or found is Standing.SOON,
            self.back: draft or now,
            self.paper: not over,
            self.summary: now and one.kind is ConsentKind.SAMTYKKE and bool(one.covers) and "counted" not in one.covers,
            self.receipt: found is Standing.WITHDRAWN,
        }
        for each, there in shown.items():
            set_shown(each, there)
            each.setAccessibleName(f"{each.text()}: {who}")
        self.back.setText(_("Slet") if draft else _("Træk tilbage"))
        self.back.setAccessibleName(f"{self.back.text()}: {who}")

    def _show_editor(self, one: Consent, *, wanted: bool) -> None:
        if wanted and self.editor is None:
            self.editor = ConsentEditor(self._page, one)
            self.box.insertWidget(2, self.editor)
        if self.editor is not None:
            set_shown(self.editor, wanted)

    # what can be done

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """J and T come here from the buttons; a field keeps its letters."""
        if event.modifiers() == Qt.KeyboardModifier.NoModifier and event.key() == YES and not self.yes.isHidden():
            self.say_yes()
        elif event.modifiers() == Qt.KeyboardModifier.NoModifier and event.key() == BACK and not self.back.isHidden():
            self.take_back()
        else:
            super().keyPressEvent(event)

    def say_yes(self) -> None:
        """The tenant says yes aloud: noted with the day and who heard it."""
        self._page.place.binder.flush()
        self._do(_("Lejeren siger ja"), actions.say_yes(self._page.record, self._id, self._page.desk.today))
        self.back.setFocus()

    def take_back(self) -> None:
        """Taken back, in one press; the list keeps it. One that nobody said yes to goes away."""
        one = self.consent
        label = _("Slet samtykke") if one is not None and one.given is None else _("Træk samtykke tilbage")
        self._do(label, actions.take_back(self._page.record, self._id, self._page.desk.today))

    def _again(self) -> None:
        desk = self._page.desk
        self._do(_("Spørg igen"), actions.ask_again(self._page.record, self._id, desk.library, desk.today))

    def _do(self, label: str, record: Record) -> None:
        self._page.change(label, record)

    def _sign(self) -> None:
        one = self.consent
        if one is not None:
            self._page.place.go("underskriv", f"papers.{paper_of(one)}")

    def _by_pen(self) -> None:
        """The printed paper was signed: it is given in writing."""
        one = self.consent
        if one is not None:
            self._do(_("Samtykke på skrift"), actions.signed(self._page.record, paper_of(one), self._page.desk.today))

    def _show(self) -> None:
        one = self.consent
        if one is not None:
            self._page.place.binder.flush()
            show_paper(self._page, self._page.desk, paper_of(one))

    def _receipt(self) -> None:
        show_paper(self._page, self._page.desk, joined(leaving.TAKEN_BACK, self._id))

    def _summary(self) -> None:
        """Show it, and write down that it was given: whoever asks later can be told."""
        page = self._page
        page.change(_("Resume givet videre"), actions.summary_given(page.record, self._id, page.desk.today))
        show_paper(page, page.desk, joined(leaving.SUMMARY, self._id))


def is_speaker(one: Consent) -> bool:
    """Whether it lets somebody help or speak."""
    return one.kind in SPEAKING
