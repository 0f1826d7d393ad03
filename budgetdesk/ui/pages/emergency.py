"""The page Akut: which letter, which day, what now."""

from __future__ import annotations

from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.widgets.words import EmptyState


class EmergencyPage(Page):
    """which letter, which day, what now."""

    key, step = "akut", "Akut"
    title = "Hvad haster?"
    subtitle = "Hvilket brev, hvilken dag, hvad nu."

    def build(self) -> None:
        card = self.card()
        card.add(EmptyState("Intet brev endnu", "Vælg det brev, lejeren har med."))
