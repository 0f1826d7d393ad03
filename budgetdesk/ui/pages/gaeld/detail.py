"""One debt beside the list: its place, what may be wrong, its facts, and what the creditor can."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from budgetdesk.actions.overview import Overview
from budgetdesk.i18n import _
from budgetdesk.planning.debt_book import DebtRow, HomeArrears
from budgetdesk.ui import phrases, theme
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.pages.gaeld.answer import DoubtsCard, HeadCard, RulesCard, StepsCard
from budgetdesk.ui.pages.gaeld.facts import DebtFacts
from budgetdesk.ui.widgets.cards import Card, row
from budgetdesk.ui.widgets.links import LinkButton
from budgetdesk.ui.widgets.words import KeyFigure
from budgetdesk.wording import debts as words


class DebtDetail(QWidget):
    """Made for one debt when it is chosen, and gone when another is."""

    def __init__(self, page: Page, debt_id: str, remove: Callable[[str], object]) -> None:
        super().__init__()
        self.debt = debt_id
        self.head = HeadCard()
        self.doubts = DoubtsCard(page, debt_id)
        self.steps = StepsCard(page, debt_id)
        self.facts = DebtFacts(page, debt_id, partial(remove, debt_id))
        self.rules = RulesCard(page, debt_id)
        _under_each_other(self, self.head, self.facts, self.doubts, self.steps, self.rules)

    def show_debt(self, of: DebtRow, overview: Overview) -> None:
        """Show what follows from the facts."""
        self.head.show_row(of)
        self.doubts.show_doubts(of.doubts)
        self.steps.show_steps(of.steps)
        self.facts.show_overview(overview)
        self.rules.show_guide(of.guide)


class HomeDetail(QWidget):
    """The landlord's arrears: shown here, entered on Sag."""

    debt = words.HOME

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.head = HeadCard()
        self.owed = KeyFigure(_("skyldes til udlejer"))
        link = LinkButton(_("Skriv restancen på siden Sag"), partial(page.place.go, "sag", "case.arrears.rows"))
        plan = LinkButton(_("Se, om en aftale kan holde"), partial(page.place.go, "aftale", ""))
        self.arrears = Card()
        self.arrears.add(self.owed, row(link), row(plan))
        self.rules = RulesCard(page, "")
        _under_each_other(self, self.head, self.arrears, self.rules)

    def show_home(self, home: HomeArrears) -> None:
        """Show what is owed to the landlord."""
        self.head.show_place(words.home_title(home), home.priority)
        self.head.table.show_rows([])
        self.head.working.hide()
        self.owed.show_figure(phrases.kroner_and_oere(home.owed))
        self.rules.show_guide(home.guide)


def _under_each_other(holder: QWidget, *cards: QWidget) -> None:
    box = QVBoxLayout(holder)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(theme.BETWEEN)
    for card in cards:
        box.addWidget(card)
    box.addStretch(1)
