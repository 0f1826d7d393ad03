"""The page Sag: household, tenancy, arrears, debts, expectations and consent."""

from __future__ import annotations

from budgetdesk.actions.overview import Overview
from budgetdesk.casework.record import Record
from budgetdesk.i18n import N_
from budgetdesk.ui.pages.base import Page, StepState
from budgetdesk.ui.pages.sag.arrears import ArrearsCard, DebtsCard
from budgetdesk.ui.pages.sag.before_moving import BeforeMovingCard
from budgetdesk.ui.pages.sag.consents import ConsentCard
from budgetdesk.ui.pages.sag.course import CourseCard
from budgetdesk.ui.pages.sag.ending import EndingCard
from budgetdesk.ui.pages.sag.persons import PersonsCard
from budgetdesk.ui.pages.sag.talk import TalkCard
from budgetdesk.ui.pages.sag.tenancy import TenancyCard


class HouseholdPage(Page):
    """Who lives here, what home is it, what is owed, and what was agreed before the talk began."""

    key, step = "sag", N_("Sag")
    title = N_("Hvem handler det om?")
    subtitle = N_("Skriv kun det, I har brug for. Alt kan stå tomt, til I ved det.")
    tells_doubts = True

    def build(self) -> None:
        self._asked: tuple[str, str] | None = None
        self._shared = ""
        self.persons = PersonsCard(self, unfolded=self.say_doubts)
        self.tenancy = TenancyCard(self)
        self.before_moving = BeforeMovingCard(self)
        self.arrears = ArrearsCard(self)
        self.debts = DebtsCard(self)
        self.talk = TalkCard(self)
        self.consents = ConsentCard(self)
        around = self.place.around
        self.course = CourseCard(self, around.areas() if around is not None else [])
        self.ending = EndingCard(self)
        self.cards = (
            self.persons, self.tenancy, self.arrears, self.debts, self.talk, self.consents, self.course, self.ending
        )  # fmt: skip
        self.add(self.persons, self.tenancy, self.before_moving, *self.cards[2:])

    def reveal(self, path: str) -> None:
        self.persons.reveal(path)
        self.course.reveal(path)

    def refresh(self, overview: Overview) -> None:
        for card in self.cards:
            card.refresh()
        self.before_moving.refresh(overview)

    def doubts(self, overview: Overview) -> dict[str, str]:
        """Also where another case has the tenant's CPR number."""
        found, tenant, around = super().doubts(overview), self.record.case.tenant, self.place.around
        if around is not None and tenant is not None:
            who = (tenant.name, tenant.cpr)
            if who != self._asked:
                self._asked, self._shared = who, around.same_number()
            if self._shared:
                found[f"case.persons[{tenant.id}].cpr"] = self._shared
        return found

    @classmethod
    def state(cls, record: Record, overview: Overview) -> StepState:
        return StepState(done=bool(record.case.persons) and super().state(record, overview).done)
