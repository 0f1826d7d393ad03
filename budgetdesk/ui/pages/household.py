"""The page Sag: household, tenancy, arrears, expectations and consent."""

from __future__ import annotations

from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.widgets.words import EmptyState


class HouseholdPage(Page):
    """household, tenancy, arrears, expectations and consent."""

    key, step = "sag", "Sag"
    title = "Sag"
    subtitle = "Hvem bor her, hvad er lejemålet, og hvad skyldes der?"

    def build(self) -> None:
        card = self.card()
        card.add(EmptyState("Sagen er tom", "Tilføj lejeren."))
