"""The page Ydelser: which benefits may be missing, and how they were computed."""

from __future__ import annotations

from functools import partial

from budgetdesk.actions import benefits
from budgetdesk.actions.overview import Overview
from budgetdesk.casework.record import Record
from budgetdesk.ui import theme
from budgetdesk.ui.pages.base import Page, StepState
from budgetdesk.ui.pages.ydelser.assessment_card import AssessmentCard
from budgetdesk.ui.papers import show_paper
from budgetdesk.ui.widgets.cards import Card, Rows, row
from budgetdesk.ui.widgets.words import EmptyState, KeyFigure, Words, button
from budgetdesk.wording import steps as words

NEVER_A_PROMISE = "Det er ikke et løfte. Kommunen eller Udbetaling Danmark afgør det, når I har søgt."


class BenefitsPage(Page):
    """The sum that may be relevant, and a card for each benefit in the order in which they matter."""

    key, step = "ydelser", "Ydelser"
    title = "Hvad kan der søges om?"
    subtitle = "Programmet afgør ikke noget. Det siger, hvad der kan være relevant at søge."

    def build(self) -> None:
        self.empty = self._empty()
        self.sum = Card()
        self.figure = KeyFigure("om måneden kan være relevant", tone="accent")
        self.paper = button("Lav papir", partial(show_paper, self, self.desk, "ydelser"))
        self.sum.add(row(self.figure, None, self.paper), Words(NEVER_A_PROMISE, "muted"))
        self.cards: Rows[str, AssessmentCard] = Rows(partial(AssessmentCard, self), space=theme.BETWEEN, lines=False)
        self.add(self.empty, self.sum, self.cards)

    def refresh(self, overview: Overview) -> None:
        case = self.record.case
        begun = case.tenant is not None
        self.empty.setVisible(not begun)
        self.sum.setVisible(begun)
        most = benefits.possible_per_month(overview.assessments, case)
        unsure = benefits.rests_on_unsure(overview.assessments, case)
        self.figure.show_figure(words.possible(most, vejledende=unsure), "accent")
        self.cards.show_items([one.benefit for one in overview.assessments] if begun else [])
        for one in overview.assessments if begun else ():
            self.cards.rows[one.benefit].show_assessment(one, overview)

    @classmethod
    def state(cls, record: Record, overview: Overview) -> StepState:
        found = benefits.found(overview.assessments, record.case)
        done = record.case.tenant is not None and super().state(record, overview).done
        return StepState(done=done, badge=f"{found} fundet" if found else "")

    def _empty(self) -> Card:
        card = Card()
        write = button("Skriv, hvem der bor her", lambda: self.place.go("sag", "case.persons"), role="primary")
        text = "Skriv fødselsdage, husleje og areal på siden Sag. Så regner programmet på boligstøtte og hjælp."
        card.add(EmptyState("Der er ikke oplysninger nok endnu", text, write))
        return card
