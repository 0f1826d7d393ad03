"""The result card of the course: made for those who pay for the work, without anything that points at a person."""

from __future__ import annotations

from functools import partial

from budgetdesk.actions.consents import may_be_counted
from budgetdesk.actions.result_cards import card_pdf
from budgetdesk.casework.record import Record
from budgetdesk.i18n import _, translated
from budgetdesk.ui import background
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.papers import show_pdf
from budgetdesk.ui.widgets.cards import Card, row
from budgetdesk.ui.widgets.choices import YesNo
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.words import Words, button, set_shown
from budgetdesk.wording import result_card as words

_YES = "case.course.may_be_counted"


def _said(record: Record) -> bool | None:
    return record.case.course.may_be_counted


class ResultCardCard(Card):
    """Whether the tenant has said yes, and the button that makes the card."""

    def __init__(self, page: Page) -> None:
        super().__init__(
            _("Resultatkort"), _("Til dem, der betaler for indsatsen: kategorier og runde tal på én side.")
        )
        self._page = page
        yes = YesNo(unknown=_("Ikke spurgt"))
        page.place.binder.bind_with(_YES, yes, _("Har lejeren sagt ja til at blive talt med?"), _said, self._say)
        self.told = Words("", "muted")
        self.show_button = button(_("Vis resultatkort …"), self.show_card)
        self.add(Labelled(_("Har lejeren sagt ja til at blive talt med?"), yes), self.told, row(self.show_button, None))

    def _say(self, record: Record, said: bool | None) -> Record:
        """The answer is a consent, as it is on Samtykker."""
        desk = self._page.desk
        return may_be_counted(record, said, desk.library, desk.today)

    def show_record(self, record: Record) -> None:
        """Say what the answer means for the card."""
        said = record.case.course.may_be_counted
        self.told.setText(_(words.SAID_NO) if said is False else " ".join(translated(words.LEFT_OUT)))
        set_shown(self.show_button, said is not False)

    def show_card(self) -> None:
        """The card as a page."""
        page = self._page
        page.place.binder.flush()
        case, today = page.record.case, page.desk.today
        organisation = page.desk.library.policy.organisation
        make = partial(card_pdf, case, on=today, organisation=organisation)
        background.run(
            self, make, lambda pdf: show_pdf(self, _("Resultatkort"), pdf, file_name=f"resultatkort-{today}.pdf")
        )
