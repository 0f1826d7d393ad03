"""The page Aftale: arrears and a repayment plan that holds."""

from __future__ import annotations

from budgetdesk.actions.overview import Overview
from budgetdesk.casework.record import Record
from budgetdesk.ui.pages.base import Page, StepState
from budgetdesk.ui.widgets.words import EmptyState


class PlanPage(Page):
    """arrears and a repayment plan that holds."""

    key, step = "aftale", "Aftale"
    title = "Kan aftalen holde?"
    subtitle = "Restance, afdrag og pengene på kontoen, dag for dag."

    def build(self) -> None:
        card = self.card()
        card.add(
            EmptyState(
                "Der er ingen restance endnu",
                "Skriv restancen på siden Sag. Så regner programmet på, hvad der kan betales.",
            )
        )

    @classmethod
    def state(cls, record: Record, overview: Overview) -> StepState:
        begun = record.case.agreement is not None
        return StepState(done=begun and super().state(record, overview).done)
