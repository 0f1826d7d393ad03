"""Who may help or speak for the tenant: seen where the adviser is about to call or write. Hidden while nobody may."""

from __future__ import annotations

from datetime import date

from budgetdesk.household.case import Case
from budgetdesk.i18n import _
from budgetdesk.ui.widgets.cards import Card
from budgetdesk.ui.widgets.words import Points, set_shown
from budgetdesk.wording import consents as words


class SpeaksCard(Card):
    """One line for each."""

    def __init__(self) -> None:
        super().__init__()
        self.points = Points(_("Taler for lejeren"))
        self.add(self.points)
        self.hide()

    def refresh(self, case: Case, on: date) -> None:
        """Those whose paper or word is in force on the day."""
        lines = words.beside(case, on)
        self.points.show_points(lines)
        set_shown(self, bool(lines))
