"""The tab Sådan regner andre: their count beside ours. It decides nothing."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from budgetdesk.actions.overview import Overview
from budgetdesk.budget.month import Lens
from budgetdesk.i18n import _
from budgetdesk.ui import phrases, theme
from budgetdesk.ui.pages.budget_parts.lens_lines import LensLines
from budgetdesk.ui.widgets.cards import Card, Rows, row
from budgetdesk.ui.widgets.words import Chip, EmptyState, Points, Words
from budgetdesk.wording.lens_table import lens_table

OWN = "lejer"
"""The tenant's own budget: a column of the table, not one of the others."""


class LensesPanel(QWidget):
    """One card per authority or rule of thumb."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Rows[str, LensCard] = Rows(lambda _key: LensCard(), space=theme.BETWEEN, lines=False)
        self.lines = LensLines()
        self.empty = Card()
        self.empty.add(
            EmptyState(_("Der er ikke noget at sammenligne med endnu"), _("Skriv først indtægter og husleje."))
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.BETWEEN)
        box.addWidget(Words(_("Til sammenligning. Det er jeres budget, der afgør, om en aftale kan holde."), "muted"))
        box.addWidget(self.lines)
        box.addWidget(self.rows)
        box.addWidget(self.empty)

    def refresh(self, overview: Overview) -> None:
        begun = bool(overview.month.income or overview.month.fixed_per_month)
        lenses = {lens.key: lens for lens in overview.month.lenses if begun and lens.key != OWN}
        self.lines.setVisible(bool(lenses))
        if lenses:
            self.lines.show_table(lens_table(overview.month.lenses))
        self.rows.show_items(lenses)
        for key, lens in lenses.items():
            self.rows.rows[key].refresh(lens)
        self.empty.setVisible(not lenses)


class LensCard(Card):
    """What they would count, in a sentence, with the source."""

    def __init__(self) -> None:
        super().__init__()
        self.title = Words("", "section")
        self.figure = Words("", "figure", wrap=False)
        self.mark = Chip("vejledende", "amber")
        self.text = Words()
        self.differences = Points()
        self.source = Words("", "small")
        self.add(self.title, row(self.figure, self.mark, space=12), self.text, self.differences, self.source)

    def refresh(self, lens: Lens) -> None:
        self.title.setText(lens.title)
        self.figure.setVisible(lens.amount_per_month is not None)
        if lens.amount_per_month is not None:
            self.figure.setText(
                _("{amount_per_month} om måneden").format(amount_per_month=phrases.kroner(lens.amount_per_month))
            )
        self.mark.setVisible(lens.vejledende)
        self.text.setText(lens.text)
        self.differences.show_points(lens.differences)
        self.source.setText(_("Kilde: {source}").format(source=lens.source))
