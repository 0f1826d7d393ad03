"""The page Ydelser: all benefits in a list, and beside it the page of the one that is chosen."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from budgetdesk.actions import benefits
from budgetdesk.actions.overview import Overview
from budgetdesk.benefits.assessment import Assessment
from budgetdesk.casework.record import Record
from budgetdesk.i18n import N_, _
from budgetdesk.readers.guides import load_guides
from budgetdesk.ui import tab_order, theme
from budgetdesk.ui.dialogs.what_if import show_what_if
from budgetdesk.ui.pages.base import Page, StepState
from budgetdesk.ui.pages.ydelser.benefit_list import BenefitList
from budgetdesk.ui.pages.ydelser.detail import BenefitDetail
from budgetdesk.ui.pages.ydelser.totals import Totals
from budgetdesk.ui.widgets.cards import Card
from budgetdesk.ui.widgets.words import EmptyState, Points, button
from budgetdesk.wording import benefit_page as words
from budgetdesk.wording.benefit_questions import question_path
from budgetdesk.wording.one_or_several import assessment_to, findings_to, guide_to, one_adult, said_to

WIDE_LIST, SLIM_LIST, SLIM_BELOW = 280, 220, 900
"""How wide the list is, and on how narrow a page it is slim, px."""


class BenefitsPage(Page):
    """What may be relevant together, the list, and one benefit. Only the one that is chosen is made."""

    key, step = "ydelser", N_("Ydelser")
    title = N_("Hvad kan der søges om?")
    subtitle = N_("Programmet afgør ikke noget. Det siger, hvad der kan være relevant at søge.")

    def build(self) -> None:
        self.chosen = ""
        self.detail: BenefitDetail | None = None
        self._about = ("", False)
        """The benefit that is shown, and whether it is said to one."""
        self._overview: Overview | None = None
        self.empty = self._empty()
        self.totals = Totals(self, self.what_if)
        self.list = BenefitList()
        self.list.chosen.connect(self.choose)
        self.list.entered.connect(self._enter)
        self.beside = QWidget()
        across = QHBoxLayout(self.beside)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(theme.BETWEEN)
        across.addWidget(self.list, 0, Qt.AlignmentFlag.AlignTop)
        holder = QWidget()
        self._holder = QVBoxLayout(holder)
        self._holder.setContentsMargins(0, 0, 0, 0)
        across.addWidget(holder, 1)
        self.list.setFixedWidth(WIDE_LIST)
        self.days = Points(_("Dage at huske"))
        self.days_card = Card()
        self.days_card.add(self.days)
        self.add(self.empty, self.totals, self.beside, self.days_card)

    def refresh(self, overview: Overview) -> None:
        self._overview = overview = self._said(overview)
        begun = self.record.case.tenant is not None and overview.findings is not None
        self.empty.setVisible(not begun)
        self.totals.setVisible(begun)
        self.beside.setVisible(begun)
        self.days_card.setVisible(begun and bool(overview.benefit_days))
        if begun:
            self._show_chosen(overview)
            told = [words.day_to_remember(day, load_guides()) for day in overview.benefit_days]
            self.days.show_points([said_to(day, self.record.case) for day in told])

    def what_if(self) -> None:
        """Open the window with scenarios beside today."""
        show_what_if(self, self.desk, self.change)

    def choose(self, benefit: str) -> None:
        """Show one benefit's page beside the list."""
        changed = benefit != self.chosen
        self.chosen = benefit
        if self._overview is not None and not self.beside.isHidden():
            self.place.binder.flush()
            self._show_chosen(self._overview)
            self.list.show_row(benefit)
            if changed:
                self._show_top()

    def reveal(self, path: str) -> None:
        """Choose a benefit that asks for the fact, and unfold its question."""
        fact, guides, case = path.removeprefix("case."), load_guides(), self.record.case
        if self._overview is None or case.tenant is None:
            return
        order = [self.chosen, *(one.benefit for one in self._overview.assessments)]
        asks = [name for name in order if name in guides and question_path(guides[name], case, fact)]
        waits = {one.benefit for one in self._overview.assessments if fact in one.missing_facts}
        if asks:
            self.choose(next((name for name in asks if name in waits), asks[0]))
            if self.detail is not None:
                self.detail.questions.reveal(fact)

    @classmethod
    def state(cls, record: Record, overview: Overview) -> StepState:
        found = benefits.found(overview.assessments, record.case)
        case = record.case
        known = case.tenant is not None and case.tenancy.rent_per_month is not None and bool(case.income)
        done = known and super().state(record, overview).done  # before that nothing can be said of any benefit
        return StepState(done=done, badge=_("{found} fundet").format(found=found) if found else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list is slim where there is little room."""
        super().resizeEvent(event)
        self.list.setFixedWidth(SLIM_LIST if self.width() < SLIM_BELOW else WIDE_LIST)

    def _said(self, overview: Overview) -> Overview:
        """The answers as they are said to this household."""
        case, found = self.record.case, overview.findings
        answers = tuple(assessment_to(one, case) for one in overview.assessments)
        return replace(overview, assessments=answers, findings=found and findings_to(found, case))

    def _show_chosen(self, overview: Overview) -> None:
        if overview.findings is None:
            return
        groups = words.groups(overview.findings, benefits.rescue(overview.assessments), load_guides())
        groups = tuple(words.group_to(one, self.record.case) for one in groups)
        answers = {one.benefit: one for one in overview.assessments}
        if self.chosen not in answers:
            self.chosen = groups[0].lines[0].benefit if groups else ""
        self.totals.show_findings(overview.findings)
        self.list.show_groups(groups, self.chosen)
        if self.chosen:
            self._show_detail(answers[self.chosen], overview)

    def _show_detail(self, one: Assessment, overview: Overview) -> None:
        about = (one.benefit, one_adult(self.record.case))
        if self.detail is None or self._about != about:
            self._about = about
            if self.detail is not None:
                self._holder.removeWidget(self.detail)
                self.detail.hide()
                self.detail.deleteLater()
            guide = guide_to(load_guides()[one.benefit], self.record.case)
            self.detail = BenefitDetail(self, guide, one, self.choose)
            self._holder.addWidget(self.detail)
            self.detail.show_assessment(one, overview)
            self.detail.show()  # now, and not when the window next comes to it: the focus may go into it at once
        else:
            self.detail.show_assessment(one, overview)

    def _show_top(self) -> None:
        """The top of the benefit's page comes into sight, where one had scrolled past it."""
        top = self.beside.y()
        bar = self.verticalScrollBar()
        if bar.value() > top:
            bar.setValue(top)

    def _enter(self) -> None:
        if self.detail is not None:
            tab_order.focus_first(self.detail)

    def _empty(self) -> Card:
        card = Card()
        write = button(_("Skriv, hvem der bor her"), partial(self.place.go, "sag", "case.persons"), role="primary")
        text = _("Skriv fødselsdage, husleje og areal på siden Sag. Så regner programmet på boligstøtte og hjælp.")
        card.add(EmptyState(_("Der er ikke oplysninger nok endnu"), text, write))
        return card
