"""The page Budget: what comes in, what goes out, what is left each month."""

from __future__ import annotations

from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.widgets.words import EmptyState


class BudgetPage(Page):
    """what comes in, what goes out, what is left each month."""

    key, step = "budget", "Budget"
    title = "Budget"
    subtitle = "Skriv beløbet, som det står på regningen. Programmet regner om til måneder."

    def build(self) -> None:
        card = self.card()
        card.add(EmptyState("Budgettet er tomt", "Begynd med huslejen og det, der står på kontoudtoget."))
