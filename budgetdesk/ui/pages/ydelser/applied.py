"""Boligstøtte on its way: applied for, answered, or taken back. Only granted money counts."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtWidgets import QVBoxLayout, QWidget

from budgetdesk.actions import benefits
from budgetdesk.benefits.assessment import Assessment, Verdict
from budgetdesk.money import ZERO
from budgetdesk.ui import phrases
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.widgets.fitting import Flow
from budgetdesk.ui.widgets.words import Words, button


class Applied(QWidget):
    """What the household gets today, what is applied for, and the step that comes next."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._amount: Decimal | None = None
        self.state = Words("", "muted")
        self.apply = button("Læg i budgettet som søgt", self._apply, role="primary")
        self.granted = button("Den er bevilget", self._grant)
        self.back = button("Ikke søgt alligevel", self._back)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.state)
        self._buttons = QWidget()
        flow = Flow(self._buttons, 8)
        for each in (self.apply, self.granted, self.back):
            flow.addWidget(each)
        box.addWidget(self._buttons)

    def show_assessment(self, one: Assessment) -> None:
        """Show where boligstøtte stands beside what was computed."""
        support = benefits.support(self._page.record)
        possible = one.verdict is Verdict.YES and (one.amount_per_month or ZERO) > (support.amount or ZERO)
        self._amount = one.amount_per_month if possible else None
        applied = support.applied_on is not None
        self.state.setText(self._said(applied=applied))
        self.state.setVisible(bool(self.state.text()))
        self.apply.setVisible(possible and not applied)
        self.granted.setVisible(applied)
        self.back.setVisible(applied)
        self._buttons.setVisible(possible or applied)

    def _said(self, *, applied: bool) -> str:
        support = benefits.support(self._page.record)
        if applied and support.applied_on is not None:
            amount = f", {phrases.kroner(support.applied_for)} om måneden" if support.applied_for is not None else ""
            day = phrases.day(support.applied_on, year=True)
            return f"Søgt {day}{amount}. Det tæller først, når det er bevilget."
        if support.amount:
            return f"I får {phrases.kroner_and_oere(support.amount)} om måneden i dag."
        return ""

    def _apply(self) -> None:
        page = self._page
        if self._amount is not None:
            changed = benefits.with_applied(page.record, self._amount, page.desk.today)
            page.change("Læg boligstøtte i budgettet som søgt", changed)
            self.granted.setFocus()

    def _grant(self) -> None:
        self._page.change("Boligstøtte er bevilget", benefits.with_granted(self._page.record))
        self._page.place.go("sag", "case.tenancy.boligstoette.amount")

    def _back(self) -> None:
        self._page.change("Boligstøtte er ikke søgt", benefits.without_applied(self._page.record))
        self.apply.setFocus()
