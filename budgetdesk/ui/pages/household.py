"""The page Sag: household, tenancy, arrears, debts, expectations and consent."""

from __future__ import annotations

from budgetdesk.actions.overview import Overview
from budgetdesk.casework.record import Record
from budgetdesk.ui.pages.base import Page, StepState
from budgetdesk.ui.pages.sag.arrears import ArrearsCard, DebtsCard
from budgetdesk.ui.pages.sag.persons import PersonsCard
from budgetdesk.ui.pages.sag.talk import ConsentCard, TalkCard
from budgetdesk.ui.pages.sag.tenancy import TenancyCard


class HouseholdPage(Page):
    """Who lives here, what home is it, what is owed, and what was agreed before the talk began."""

    key, step = "sag", "Sag"
    title = "Hvem handler det om?"
    subtitle = "Skriv kun det, I har brug for. Alt kan stå tomt, til I ved det."

    def build(self) -> None:
        self.persons = PersonsCard(self)
        self.tenancy = TenancyCard(self)
        self.arrears = ArrearsCard(self)
        self.debts = DebtsCard(self)
        self.talk = TalkCard(self)
        self.consents = ConsentCard(self)
        self.cards = (self.persons, self.tenancy, self.arrears, self.debts, self.talk, self.consents)
        self.add(*self.cards)

    def reveal(self, path: str) -> None:
        self.persons.reveal(path)

    def refresh(self, overview: Overview) -> None:
        for card in self.cards:
            card.refresh()

    @classmethod
    def state(cls, record: Record, overview: Overview) -> StepState:
        return StepState(done=bool(record.case.persons) and super().state(record, overview).done)
