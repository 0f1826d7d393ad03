"""What it costs to be a month behind, and what it takes to get level."""

from __future__ import annotations

from budgetdesk.benefits.rates import Rates
from budgetdesk.household.case import Case
from budgetdesk.i18n import _
from budgetdesk.planning.month_behind import month_behind
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.widgets.cards import Card
from budgetdesk.ui.widgets.figures import FigureTable
from budgetdesk.ui.widgets.words import Words, set_shown
from budgetdesk.wording import month_behind as words


class MonthBehindCard(Card):
    """The fees of a year, and the ways to being level. Hidden while no rent is missing."""

    def __init__(self, page: Page) -> None:
        super().__init__(_("En måned bagud"))
        self._page = page
        self._shown: tuple[Case, Rates] | None = None
        self.cost, self.others, self.level = Words(), Words("", "small"), Words("", "muted")
        self.table = FigureTable((_("I takt"), _(">Oven i huslejen")))
        self.add(self.cost, self.level, self.table, self.others)

    def refresh(self) -> None:
        """Show what follows from the arrears of today."""
        desk = self._page.desk
        asked = (desk.record.case, desk.library.rates)
        if self._shown is not None and all(a is b for a, b in zip(self._shown, asked, strict=True)):
            return
        self._shown = asked
        found = month_behind(*asked, on=desk.today)
        set_shown(self, found is not None)
        if found is not None:
            self.cost.setText(words.cost(found))
            self.others.setText(words.other_bills(found))
            self.level.setText(words.level(found))
            self.table.show_rows([words.way(one) for one in found.ways])
