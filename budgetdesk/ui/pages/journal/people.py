"""The part Personer: who is around the case, who is missing, and when a number was last checked."""

from __future__ import annotations

from budgetdesk.ui.pages.journal.part import Part
from budgetdesk.ui.widgets.cards import Card
from budgetdesk.ui.widgets.words import EmptyState


class PeoplePart(Part):
    """The people on both sides."""

    key, word = "personer", "Personer"
    paths = ("case.contact_persons",)

    def build(self) -> None:
        card = Card()
        card.add(
            EmptyState("Der er ingen kontaktpersoner endnu", "Hvem skal I kunne ringe til? De kommer til at stå her.")
        )
        self.add(card)
