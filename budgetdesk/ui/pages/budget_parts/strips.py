"""What is asked once above the budget, and the help that may be waiting below it."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout

from budgetdesk.actions.overview import Overview
from budgetdesk.benefits.assessment import Assessment
from budgetdesk.household.case import Case
from budgetdesk.i18n import N_, _, ngettext, translated
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
        super().__init__(_("Er huslejen før eller efter boligstøtte, og hvem får den?"), tone="amber")
        self._page = page
        self.before = YesNo(_("Før"), _("Efter"))
        self.amount = AmountEdit()
        self.paid_to = Choice(translated(answers.PAID_TO))
        self.after = Words(
            _("Budgettet skal bruge huslejen før boligstøtte. Læg boligstøtten til, og ret huslejen under Sag."),
            "small",
        )
        fields = [
            page.field(_("Huslejen, vi har skrevet, er"), "case.conversation.rent_before_boligstoette", self.before),
            page.field(_("Boligstøtte i dag, pr. måned"), f"{_HOME}.amount", self.amount, _("0, hvis I ingen får.")),
            page.field(_("Boligstøtten udbetales til"), f"{_HOME}.paid_to", self.paid_to),
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
        across.addWidget(button(_("Se ydelserne"), partial(page.place.go, "ydelser", "")))
        self.add(across)

    def refresh(self, overview: Overview) -> None:
        findings = overview.findings
        found = [one.assessment for one in (*findings.found, *findings.once)] if findings else []
        self.setVisible(bool(found))
        many = phrases.count(len(found), N_("ydelse"), N_("ydelser"))
        self.headline.setText(
            ngettext(
                "Der er {many}, der kan være relevant.", "Der er {many}, der kan være relevante.", len(found)
            ).format(many=many)
        )
        self.named.setText("\n".join(_named(a) for a in found))


def _named(found: Assessment) -> str:
    amount = steps.amount(found)
    return f"{found.title}: {amount}" if amount else found.title
