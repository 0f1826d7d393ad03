"""What is missing for an answer, each a link to its field, the most important first."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from budgetdesk.actions.overview import Overview
from budgetdesk.i18n import N_, translated
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.widgets.cards import row
from budgetdesk.ui.widgets.links import LinkButton
from budgetdesk.ui.widgets.words import Words
from budgetdesk.wording.facts import FactLink, fact_links


class FactList(QWidget):
    """Links under a heading; hidden while there are none."""

    def __init__(self, page: Page, heading: str = N_("Det vil vi gerne vide")) -> None:
        super().__init__()
        self._page = page
        self._shown: tuple[FactLink, ...] = ()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(4)
        self._box.addWidget(Words(translated(heading), "section"))
        self.links: list[LinkButton] = []
        self.hide()

    def show_facts(self, facts: Sequence[str], overview: Overview) -> None:
        """Show the facts at these paths."""
        chart = self._page.desk.library.chart
        self.show_links(fact_links(facts, self._page.record.case, overview.missing, chart))

    def show_links(self, wanted: tuple[FactLink, ...]) -> None:
        """Show these links."""
        self.setVisible(bool(wanted))
        if wanted == self._shown:
            return
        self._shown = wanted
        while (item := self._box.takeAt(1)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.links = [LinkButton(fact.text, partial(self._page.place.go, fact.page, fact.path)) for fact in wanted]
        for link in self.links:
            holder = QWidget()
            holder.setLayout(row(link))
            self._box.addWidget(holder)
