"""What is left for creditors: down from the income in a small card; who is offered how much in a wide one below it."""

from __future__ import annotations

from budgetdesk.budget.month import MonthBudget
from budgetdesk.i18n import _
from budgetdesk.planning.waterfall import Waterfall
from budgetdesk.ui.widgets.cards import Card
from budgetdesk.ui.widgets.figures import FigureTable
from budgetdesk.ui.widgets.fold import FoldButton
from budgetdesk.ui.widgets.words import Words, set_shown
from budgetdesk.wording import waterfall as words

LEAST = 236
"""The narrowest that the small card may be, px."""


class WaterfallCard(Card):
    """Compact: the lines down to what is available, whether it comes out, and a fold for the offers."""

    def __init__(self) -> None:
        super().__init__(_(words.HEADING))
        self.setMinimumWidth(LEAST)
        self._open = False
        self.down = FigureTable(("", ">"), total=True, small=True)
        self.band = Words("", "strong")
        self.notes = Words("", "small")
        self.fold = FoldButton(_(words.WHO), self._toggle)
        self.below = OffersCard()
        self.add(self.down, self.band, self.notes, self.fold)
        self.fold.show_opened(False)
        self.box.addStretch(1)

    def show_waterfall(self, of: Waterfall | None, month: MonthBudget) -> None:
        """Show the amounts of a month; the offers while they are unfolded."""
        if of is not None:
            self.down.show_rows([(line.title, line.amount) for line in words.down(of)])
            self.band.setText(words.band(of))
            self.notes.setText(" ".join(of.notes))
            set_shown(self.notes, bool(of.notes))
            set_shown(self.fold, bool(of.offers))
            self.below.show_offers(of, month)
        set_shown(self.below, self._open and of is not None and bool(of.offers))

    def _toggle(self) -> None:
        self._open = not self._open
        self.fold.show_opened(self._open)
        set_shown(self.below, self._open)


class OffersCard(Card):
    """Who is offered how much, why, and how it was reckoned; beside it how the official scales count."""

    def __init__(self) -> None:
        super().__init__(_(words.WHO), _(words.LEAD))
        self.table = FigureTable((_("Hvem"), _("Sådan er det regnet"), _(">Om måneden")), stretch=(4, 6, 0))
        self.scales = Words("", "small")
        self.add(self.table, self.scales)
        self.hide()

    def show_offers(self, of: Waterfall, month: MonthBudget) -> None:
        """Show the offers of a month."""
        lines = zip(words.offers(of), of.offers, strict=True)
        self.table.show_rows([(f"{line.title}: {line.why}", words.sum_of(one), line.amount) for line, one in lines])
        self.scales.setText(words.scales(month))
        set_shown(self.scales, bool(self.scales.text()))
