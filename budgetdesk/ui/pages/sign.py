"""The page Underskriv: the signed page."""

from __future__ import annotations

from budgetdesk.ui.pages.base import Page
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
