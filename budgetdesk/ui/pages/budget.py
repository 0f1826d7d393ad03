"""The page Budget: what comes in, what goes out, what is left each month."""

from __future__ import annotations

from budgetdesk.actions.overview import Overview
from budgetdesk.casework.record import Record
from budgetdesk.ui.pages.base import Page, StepState
from budgetdesk.ui.widgets.words import EmptyState


class BudgetPage(Page):
    """what comes in, what goes out, what is left each month."""

    key, step = "budget", "Budget"
    title = "Budget"
    subtitle = "Skriv beløbet, som det står på regningen. Programmet regner om til måneder."

    def build(self) -> None:
        card = self.card()
        card.add(EmptyState("Budgettet er tomt", "Begynd med huslejen og det, der står på kontoudtoget."))

    @classmethod
    def state(cls, record: Record, overview: Overview) -> StepState:
        begun = bool(record.case.income and record.case.expenses)
        return StepState(done=begun and super().state(record, overview).done)
