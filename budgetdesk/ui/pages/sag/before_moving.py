"""A tenant who has not moved in yet: the offer of advice, what the home will cost, and what must be paid at once."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from budgetdesk.actions.case_course import offered
from budgetdesk.actions.moving_in import moving_in
from budgetdesk.actions.overview import Overview
from budgetdesk.household.plausible_course import is_new_tenant
from budgetdesk.household.words import ContactKind
from budgetdesk.i18n import _, translated
from budgetdesk.ui.dialogs.contact_text import ContactTextDialog, open_contact_text
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.widgets.cards import Card, columns, form_grid, row
from budgetdesk.ui.widgets.choices import ListChoice, YesNo
from budgetdesk.ui.widgets.fields import AmountEdit, DateEdit
from budgetdesk.ui.widgets.figures import FigureTable
from budgetdesk.ui.widgets.words import Points, Words, button, hairline, set_shown
from budgetdesk.wording import course as words
from budgetdesk.wording import move_in as sums

OFFER = "postkort_ny_lejer"
"""The text of the offer, among the letters of contact."""
_COURSE, _FACTS = "case.course", "case.circumstances"


class BeforeMovingCard(Card):
    """Shown in the case of a new tenant only; made when it is first wanted."""

    def __init__(self, page: Page) -> None:
        super().__init__(_("Før indflytning"), _("Skriv den nye bolig under Lejemålet, med dagen for indflytning."))
        self._page = page
        self._made = False
        self.hide()

    def refresh(self, overview: Overview) -> None:
        """Follow the type of the case, and the figures."""
        wanted = is_new_tenant(self._page.record.case)
        if wanted and not self._made:
            self._make()
        set_shown(self, wanted)
        if wanted:
            self._show(overview)

    def _make(self) -> None:
        self._made = True
        self.write = button(
            _("Skriv tilbuddet …"), self.write_offer, name=_("Skriv tilbuddet som postkort, brev eller sms")
        )
        self.add(form_grid(self._fields(), 3), row(self.write), hairline())
        self.month = FigureTable((_("Hver måned"), ">"), total=True)
        self.at_once = FigureTable((_("Omkring indflytning"), ">"), total=True)
        self.sums = columns(self.month, self.at_once)
        self.left, self.advice = Words("", "strong"), Points()
        self.moved = Words(_("Lejeren er flyttet ind. Tallene for boligen står i budgettet."), "muted")
        self.add(self.sums, self.left, self.advice, self.moved)

    def _fields(self) -> list[QWidget]:
        page, today = self._page, self._page.desk.today
        by = list(translated(words.OFFERED_BY).items())
        return [
            page.field(_("Rådgivning tilbudt"), f"{_COURSE}.offered_on", DateEdit(today)),
            page.field(_("Tilbudt hvordan"), f"{_COURSE}.offered_by", ListChoice(by, unknown=_("Ikke noteret"))),
            page.field(
                _("Sagde lejeren ja tak?"), f"{_COURSE}.accepted", YesNo(_("Ja tak"), _("Nej tak"), _("Intet svar"))
            ),
            page.field(_("Udgift til flytning"), f"{_FACTS}.moving_cost", AmountEdit()),
            page.field(_("Er lejekontrakten skrevet under?"), f"{_FACTS}.new_home_signed", YesNo()),
        ]

    def write_offer(self) -> ContactTextDialog:
        """The postcard that offers advice; noted as sent, it is also the day and the way of the offer."""
        self._page.place.binder.flush()
        dialog = open_contact_text(self._page, ContactKind.POSTCARD, OFFER)
        dialog.accepted.connect(lambda: self._offered(dialog.kind))
        return dialog

    def _offered(self, kind: ContactKind) -> None:
        page = self._page
        if page.record.case.course.offered_on is None:
            page.change(_("Tilbud om rådgivning"), offered(page.record, kind, page.desk.today))

    def _show(self, overview: Overview) -> None:
        page = self._page
        found = moving_in(overview.typed or page.record.case, overview, page.desk.library, on=page.desk.today)
        for part in (self.sums, self.left, self.advice):
            set_shown(part, found is not None)
        set_shown(self.moved, found is None)
        if found is not None:
            self.month.show_rows(sums.month_rows(found))
            self.at_once.show_rows(sums.at_once_rows(found))
            self.left.setText(sums.left(found))
            self.advice.show_points(sums.advice(found))
