"""The part Notater: what was said and agreed."""

from __future__ import annotations

from budgetdesk.ui.pages.journal.part import Part
from budgetdesk.ui.widgets.cards import Card
from budgetdesk.ui.widgets.words import EmptyState


class NotesPart(Part):
    """The notes of the case."""

    key, word = "notater", "Notater"
    paths = ("case.notes",)

    def build(self) -> None:
        card = Card()
        card.add(EmptyState("Der er ingen notater endnu", "Det, I har talt om og aftalt, kommer til at stå her."))
        self.add(card)
