"""The page Underskriv: the signed page."""

from __future__ import annotations

from budgetdesk.actions.overview import Overview
from budgetdesk.casework.record import Record
from budgetdesk.ui.pages.base import Page, StepState
from budgetdesk.ui.widgets.words import EmptyState


class SignPage(Page):
    """the signed page."""

    key, step = "underskriv", "Underskriv"
    title = "Underskriv"
    subtitle = "Læs siden igennem sammen, og skriv under på skærmen eller på papir."

    def build(self) -> None:
        card = self.card()
        card.add(
            EmptyState(
                "Der er ikke noget at skrive under på endnu",
                "Man kan stoppe undervejs og skrive under på de næste skridt.",
            )
        )

    @classmethod
    def state(cls, record: Record, overview: Overview) -> StepState:
        return StepState()
