"""The page Forbrug: bank statement and receipts, need and nice."""

from __future__ import annotations

from budgetdesk.actions.overview import Overview
from budgetdesk.casework.record import Record
from budgetdesk.ui.pages.base import Page, StepState
from budgetdesk.ui.widgets.words import EmptyState


class SpendingPage(Page):
    """bank statement and receipts, need and nice."""

    key, step = "forbrug", "Forbrug"
    title = "Hvad går pengene til?"
    subtitle = "Hent et kontoudtog, og læg kvitteringerne ved."

    def build(self) -> None:
        card = self.card()
        card.add(
            EmptyState(
                "Der er ikke hentet noget kontoudtog endnu",
                "Hent en fil fra netbanken, eller skriv kvitteringerne ind.",
            )
        )

    @classmethod
    def state(cls, record: Record, overview: Overview) -> StepState:
        begun = bool(record.spending.batches or record.spending.receipts)
        return StepState(done=begun and super().state(record, overview).done)
