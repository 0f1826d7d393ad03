"""The part Kontakt: who was tried, what came of it, and what to try next."""

from __future__ import annotations

from budgetdesk.ui.pages.journal.part import Part
from budgetdesk.ui.widgets.cards import Card
from budgetdesk.ui.widgets.words import EmptyState


class ContactsPart(Part):
    """Attempts and meetings, the newest first."""

    key, word = "kontakt", "Kontakt"
    paths = ("case.contacts",)

    def build(self) -> None:
        card = Card()
        card.add(
            EmptyState("Der er ikke noteret kontakt endnu", "Opkald, beskeder, breve og besøg kommer til at stå her.")
        )
        self.add(card)
