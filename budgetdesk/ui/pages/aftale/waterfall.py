"""What is left for creditors: down from the income, and who is offered how much, each with its working."""

from __future__ import annotations

from budgetdesk.budget.month import MonthBudget
from budgetdesk.planning.waterfall import Waterfall
from budgetdesk.ui.widgets.cards import Card
from budgetdesk.ui.widgets.figures import FigureTable
from budgetdesk.ui.widgets.fold import FoldButton
from budgetdesk.ui.widgets.words import Words, set_shown
from budgetdesk.wording import waterfall as words

LEAST = 236


class WaterfallCard(Card):
    """Compact: the lines down to what is available, whether it comes out, and the offers folded away."""

    def __init__(self) -> None:
        super().__init__(words.HEADING)
        self.setMinimumWidth(LEAST)
        self._shown: Waterfall | None = None
        self._open = False
        self.down = FigureTable(("", ">"), total=True, small=True)
        self.band = Words("", "strong")
        self.fold = FoldButton("Hvem bliver tilbudt hvad", self._toggle)
        self.offers = FigureTable(("", ">"), total=False)
        self.working = Words("", "small")
        self.scales = Words("", "small")
        self.notes = Words("", "small")
        self.add(self.down, self.band, self.notes, self.fold, self.offers, self.working, self.scales)
        self.fold.show_opened(False)
        self.box.addStretch(1)

    def show_waterfall(self, of: Waterfall, month: MonthBudget) -> None:
        """Show the amounts of a month, and how others count beside them."""
        self._shown = of
        self.down.show_rows([(line.title, line.amount) for line in words.down(of)])
        self.band.setText(words.band(of))
        self.notes.setText(" ".join(of.notes))
        self.scales.setText(words.scales(month))
        self._fill()

    def _toggle(self) -> None:
        self._open = not self._open
        self.fold.show_opened(self._open)
        self._fill()

    def _fill(self) -> None:
        of = self._shown
        if of is None:
            return
        set_shown(self.notes, bool(of.notes))
        set_shown(self.fold, bool(of.offers))
        shown = self._open and bool(of.offers)
        lines = [(f"{line.title}: {line.why}", line.amount) for line in words.offers(of)] if shown else []
        self.offers.show_rows(lines)
        self.working.setText("\n".join(words.workings(of)))
        set_shown(self.working, shown)
        set_shown(self.scales, shown and bool(self.scales.text()))
