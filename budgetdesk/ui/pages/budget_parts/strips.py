"""What is asked once above the budget, and the help that may be waiting below it."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout

from budgetdesk.actions.overview import Overview
from budgetdesk.benefits.assessment import Assessment
from budgetdesk.household.case import Case
from budgetdesk.ui import answers, phrases, theme
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.widgets.cards import Card, form_grid
from budgetdesk.ui.widgets.choices import Choice, YesNo
from budgetdesk.ui.widgets.fields import AmountEdit
from budgetdesk.ui.widgets.words import Words, button
from budgetdesk.wording import steps

_HOME = "case.tenancy.boligstoette"


class RentQuestion(Card):
    """Is the rent before or after boligstøtte, and who gets it? Gone when it is answered and one has moved on."""

    def __init__(self, page: Page) -> None:
        super().__init__("Er huslejen før eller efter boligstøtte, og hvem får den?", tone="amber")
        self._page = page
        self.before = YesNo("Før", "Efter")
        self.amount = AmountEdit()
        self.paid_to = Choice(answers.PAID_TO)
        self.after = Words(
            "Budgettet skal bruge huslejen før boligstøtte. Læg boligstøtten til, og ret huslejen under Sag.", "small"
        )
        fields = [
            page.field("Huslejen, vi har skrevet, er", "case.conversation.rent_before_boligstoette", self.before),
            page.field("Boligstøtte i dag, pr. måned", f"{_HOME}.amount", self.amount, "0, hvis I ingen får."),
            page.field("Boligstøtten udbetales til", f"{_HOME}.paid_to", self.paid_to),
        ]
        self.add(form_grid(fields, 3), self.after)

    def refresh(self, case: Case) -> None:
        answered = (
            case.conversation.rent_before_boligstoette is not None and case.tenancy.boligstoette.amount is not None
        )
        focus = QApplication.focusWidget()
        self.setVisible(not answered or (focus is not None and self.isAncestorOf(focus)))
        self.after.setVisible(case.conversation.rent_before_boligstoette is False)


class BenefitStrip(Card):
    """How many benefits may be relevant, the largest by name, and the way to the page about them."""

    def __init__(self, page: Page) -> None:
        super().__init__(tone="accent")
        self.headline = Words("", "section")
        self.named = Words()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.headline)
        words.addWidget(self.named)
        across = QHBoxLayout()
        across.setSpacing(theme.INNER)
        across.addLayout(words, 1)
        across.addWidget(button("Se ydelserne", partial(page.place.go, "ydelser", "")))
        self.add(across)

    def refresh(self, overview: Overview) -> None:
        findings = overview.findings
        found = [one.assessment for one in (*findings.found, *findings.once)] if findings else []
        self.setVisible(bool(found))
        many = phrases.count(len(found), "ydelse", "ydelser")
        self.headline.setText(f"Der er {many}, der kan være relevant{'' if len(found) == 1 else 'e'}.")
        self.named.setText("\n".join(_named(a) for a in found))


def _named(found: Assessment) -> str:
    amount = steps.amount(found)
    return f"{found.title}: {amount}" if amount else found.title
