"""The page Ydelser: which benefits may be missing, and how they were computed."""

from __future__ import annotations

from budgetdesk.actions.overview import Overview
from budgetdesk.casework.record import Record
from budgetdesk.ui.pages.base import Page, StepState
from budgetdesk.ui.widgets.words import EmptyState


class BenefitsPage(Page):
    """which benefits may be missing, and how they were computed."""

    key, step = "ydelser", "Ydelser"
    title = "Hvad kan der søges om?"
    subtitle = "Programmet afgør ikke noget. Det siger, hvad der kan være relevant at søge."

    def build(self) -> None:
        card = self.card()
        card.add(EmptyState("Der er ikke oplysninger nok endnu", "Skriv fødselsdage, husleje og areal på siden Sag."))

    @classmethod
    def state(cls, record: Record, overview: Overview) -> StepState:
        begun = bool(overview.assessments)
        return StepState(done=begun and super().state(record, overview).done)
