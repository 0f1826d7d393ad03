"""The sums over the list: what may be relevant each month, what is in doubt, what comes once, and what to ask first."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from budgetdesk.benefits.findings import Findings
from budgetdesk.benefits.guide import question_for
from budgetdesk.i18n import N_, _
from budgetdesk.readers.guides import load_questions
from budgetdesk.ui import phrases
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.papers import show_paper
from budgetdesk.ui.widgets.cards import Card, row
from budgetdesk.ui.widgets.fitting import Flow
from budgetdesk.ui.widgets.links import LinkButton, set_link
from budgetdesk.ui.widgets.words import KeyFigure, Words, button, set_shown
from budgetdesk.wording import benefit_page as words
from budgetdesk.wording.benefit_questions import LISTS
from budgetdesk.wording.facts import first_name
from budgetdesk.wording.one_or_several import question_to, said_to

NEVER_A_PROMISE = N_("Det er ikke et løfte. Kommunen eller Udbetaling Danmark afgør det, når I har søgt.")


class Totals(Card):
    """Three figures apart, since money in doubt and money that comes once are no income of a month."""

    def __init__(self, page: Page, what_if: Callable[[], object]) -> None:
        super().__init__()
        self._page = page
        self._path = ""
        self.figure = KeyFigure(_("om måneden kan være relevant"), tone="accent")
        self.doubt = KeyFigure(_("om måneden kan ikke siges endnu"))
        self.once = KeyFigure(_("kommer én gang"))
        self.paper = button(_("Lav papir"), partial(show_paper, page, page.desk, "ydelser"))
        figures = QWidget()
        flow = Flow(figures, 36)
        for each in (self.figure, self.doubt, self.once):
            flow.addWidget(each)
        self.first = Words(_("Svar på det her først. Det siger mest:"), "muted")
        self.link = LinkButton("", self._go)
        across = QHBoxLayout()
        across.addWidget(figures, 1)
        across.addWidget(self.paper, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(button(_("Hvad nu hvis …"), what_if), 0, Qt.AlignmentFlag.AlignTop)
        self.promise = Words("", "muted")
        self.add(across, self.promise, self.first, row(self.link))

    def show_findings(self, findings: Findings) -> None:
        """Show the sums; those that are nothing are left out."""
        self.promise.setText(said_to(_(NEVER_A_PROMISE), self._page.record.case))
        self.figure.show_figure(words.found(findings), "accent")
        doubt = words.doubt(findings)
        self.doubt.show_figure(doubt)
        set_shown(self.doubt, bool(doubt))
        self.once.show_figure(phrases.kroner(findings.total_once))
        set_shown(self.once, findings.total_once > 0)
        self._path = findings.narrows.path if findings.narrows else ""
        question = question_for(self._path, self._page.record.case, load_questions()) if self._path else None
        if question is not None:
            question = question_to(question, self._page.record.case)
            who = first_name(self._path, self._page.record.case)
            set_link(self.link, f"{who}: {question.ask}" if who else question.ask)
        for each in (self.first, self.link):
            set_shown(each, question is not None)

    def _go(self) -> None:
        page = LISTS.get(self._path, self._page.key)
        self._page.place.go(page, f"case.{self._path}")
