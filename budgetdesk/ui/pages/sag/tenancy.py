"""The home: what boligstøtte, the budget and the eviction clock need to know about it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from budgetdesk.i18n import _, translated
from budgetdesk.money import ZERO
from budgetdesk.readers.municipalities import load_municipalities
from budgetdesk.ui import answers
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.widgets.cards import Card, form_grid
from budgetdesk.ui.widgets.choices import Choice, ListChoice, Tick, YesNo
from budgetdesk.ui.widgets.fields import AmountEdit, DateEdit, LineEdit, NumberEdit
from budgetdesk.ui.widgets.words import Words, hairline

_HOME = "case.tenancy"


class TenancyCard(Card):
    """Address and landlord, rent and boligstøtte, the dwelling."""

    def __init__(self, page: Page) -> None:
        super().__init__(_("Lejemålet"))
        self._page = page
        self.after = Words(
            _("Skriv huslejen før boligstøtte. Den står på udlejers opkrævning, over linjen med boligstøtte."), "muted"
        )
        self.add(form_grid(self._where(), 3), hairline())
        self.add(form_grid(self._rent(), 3), self.after, hairline())
        self.add(form_grid(self._dwelling(), 3))

    def refresh(self) -> None:
        self.after.setVisible(self._page.record.case.conversation.rent_before_boligstoette is False)

    def _where(self) -> list[QWidget]:
        page = self._page
        names = [municipality.name for municipality in load_municipalities()]
        return [
            page.field(_("Adresse"), f"{_HOME}.address", LineEdit(_("Vej, nummer, postnummer og by"))),
            page.field(_("Kommune"), f"{_HOME}.municipality", LineEdit(offers=names)),
            page.field(_("Lejeform"), f"{_HOME}.kind", ListChoice(translated(answers.TENANCY_KINDS))),
            page.field(_("Udlejer"), f"{_HOME}.landlord", LineEdit()),
            page.field(_("Udlejers telefon"), f"{_HOME}.landlord_phone", LineEdit()),
            page.field(_("Udlejers e-mail"), f"{_HOME}.landlord_email", LineEdit()),
            page.field(_("Lejemålets nummer hos udlejer"), f"{_HOME}.number", LineEdit(), _("Står på restancelisten.")),
        ]

    def _rent(self) -> list[QWidget]:
        page = self._page
        return [
            page.field(_("Husleje pr. måned, før boligstøtte"), f"{_HOME}.rent_per_month", AmountEdit()),
            page.field(
                _("Er huslejen, lejeren kender, før eller efter boligstøtte?"),
                "case.conversation.rent_before_boligstoette",
                YesNo(_("Før"), _("Efter")),
            ),
            page.field(
                _("Betales senest den"),
                f"{_HOME}.rent_due_day",
                NumberEdit(what=_("Dagen"), low=1, high=31, whole=True, empty=1),
                _("Dag i måneden, som regel den 1."),
            ),
            page.field(
                _("Boligstøtte i dag, pr. måned"),
                f"{_HOME}.boligstoette.amount",
                AmountEdit(),
                _("0, hvis I ingen får."),
            ),
            page.field(
                _("Boligstøtten udbetales til"), f"{_HOME}.boligstoette.paid_to", Choice(translated(answers.PAID_TO))
            ),
            page.field(_("Indskud eller depositum"), f"{_HOME}.deposit", AmountEdit()),
        ]

    def _dwelling(self) -> list[QWidget]:
        page = self._page
        return [
            page.field(_("Areal i m²"), f"{_HOME}.area_m2", NumberEdit(what=_("Arealet"), low=5, high=500)),
            page.field(_("Varme betales"), f"{_HOME}.heating", Choice(translated(answers.HEATING))),
            page.field(_("Vand betales for sig selv"), f"{_HOME}.water_separate", YesNo()),
            page.field(_("Varmt vand er med i huslejen"), f"{_HOME}.hot_water_in_rent", YesNo()),
            page.field(
                _("Lejer vedligeholder indvendigt"),
                f"{_HOME}.maintenance_duty",
                Choice(translated(answers.MAINTENANCE)),
            ),
            page.field(_("Strøm"), f"{_HOME}.electricity_in_rent", Tick(_("Strøm er med i huslejen"))),
            page.field(_("Indflyttet"), f"{_HOME}.moved_in", DateEdit(page.desk.today)),
            page.field(_("Leje fra logerende, pr. måned"), f"{_HOME}.lodger_rent", AmountEdit(empty=ZERO)),
            page.field(_("Køkken"), f"{_HOME}.own_kitchen", Tick(_("Eget køkken"))),
            page.field(_("Deles med andre end familien"), f"{_HOME}.sharing", ListChoice(translated(answers.SHARING))),
        ]
