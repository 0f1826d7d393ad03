"""The home: what boligstøtte, the budget and the eviction clock need to know about it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

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
        super().__init__("Lejemålet")
        self._page = page
        self.after = Words(
            "Skriv huslejen før boligstøtte. Den står på udlejers opkrævning, over linjen med boligstøtte.", "muted"
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
            page.field("Adresse", f"{_HOME}.address", LineEdit("Vej, nummer, postnummer og by")),
            page.field("Kommune", f"{_HOME}.municipality", LineEdit(offers=names)),
            page.field("Lejeform", f"{_HOME}.kind", ListChoice(answers.TENANCY_KINDS)),
            page.field("Udlejer", f"{_HOME}.landlord", LineEdit()),
            page.field("Udlejers telefon", f"{_HOME}.landlord_phone", LineEdit()),
            page.field("Udlejers e-mail", f"{_HOME}.landlord_email", LineEdit()),
            page.field("Lejemålets nummer hos udlejer", f"{_HOME}.number", LineEdit(), "Står på restancelisten."),
        ]

    def _rent(self) -> list[QWidget]:
        page = self._page
        return [
            page.field("Husleje pr. måned, før boligstøtte", f"{_HOME}.rent_per_month", AmountEdit()),
            page.field(
                "Er huslejen, lejeren kender, før eller efter boligstøtte?",
                "case.conversation.rent_before_boligstoette",
                YesNo("Før", "Efter"),
            ),
            page.field(
                "Betales senest den",
                f"{_HOME}.rent_due_day",
                NumberEdit(what="Dagen", low=1, high=31, whole=True, empty=1),
                "Dag i måneden, som regel den 1.",
            ),
            page.field(
                "Boligstøtte i dag, pr. måned", f"{_HOME}.boligstoette.amount", AmountEdit(), "0, hvis I ingen får."
            ),
            page.field("Boligstøtten udbetales til", f"{_HOME}.boligstoette.paid_to", Choice(answers.PAID_TO)),
            page.field("Indskud eller depositum", f"{_HOME}.deposit", AmountEdit()),
        ]

    def _dwelling(self) -> list[QWidget]:
        page = self._page
        return [
            page.field("Areal i m²", f"{_HOME}.area_m2", NumberEdit(what="Arealet", low=5, high=500)),
            page.field("Varme betales", f"{_HOME}.heating", Choice(answers.HEATING)),
            page.field("Vand betales for sig selv", f"{_HOME}.water_separate", YesNo()),
            page.field("Varmt vand er med i huslejen", f"{_HOME}.hot_water_in_rent", YesNo()),
            page.field("Lejer vedligeholder indvendigt", f"{_HOME}.maintenance_duty", Choice(answers.MAINTENANCE)),
            page.field("Strøm", f"{_HOME}.electricity_in_rent", Tick("Strøm er med i huslejen")),
            page.field("Indflyttet", f"{_HOME}.moved_in", DateEdit(page.desk.today)),
            page.field("Leje fra logerende, pr. måned", f"{_HOME}.lodger_rent", AmountEdit(empty=ZERO)),
            page.field("Køkken", f"{_HOME}.own_kitchen", Tick("Eget køkken")),
            page.field("Deles med andre end familien", f"{_HOME}.sharing", ListChoice(answers.SHARING)),
        ]
