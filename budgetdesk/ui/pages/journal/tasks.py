"""The part Opgaver: who does what, by when."""

from __future__ import annotations

from budgetdesk.ui.pages.journal.part import Part
from budgetdesk.ui.widgets.cards import Card
from budgetdesk.ui.widgets.words import EmptyState


class TasksPart(Part):
    """What is to be done, the nearest day first."""

    key, word = "opgaver", "Opgaver"
    paths = ("case.conversation.next_steps",)

    def build(self) -> None:
        card = Card()
        card.add(EmptyState("Der er ingen opgaver endnu", "Hvem gør hvad, og hvornår? Det kommer til at stå her."))
        self.add(card)
