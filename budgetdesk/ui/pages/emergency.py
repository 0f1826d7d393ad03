"""The page Akut: which letter, which day, what now. Two minutes from the letter to the first paper."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from budgetdesk.actions.overview import Overview
from budgetdesk.casework.record import Record
from budgetdesk.household.words import Letter
from budgetdesk.i18n import N_, _
from budgetdesk.ui import phrases, theme
from budgetdesk.ui.pages.akut.answer import ClockCard, EarlyCard, PapersCard, StepsCard, StopCard
from budgetdesk.ui.pages.akut.facts import LetterCard, MoneyCard
from budgetdesk.ui.pages.akut.speaks import SpeaksCard
from budgetdesk.ui.pages.akut.timeline import TimelineCard
from budgetdesk.ui.pages.base import Page, StepState
from budgetdesk.ui.widgets.cards import columns


class EmergencyPage(Page):
    """Facts to the left, the answer to the right; below, what helps in time, and who does what."""

    key, step = "akut", N_("Akut")
    title = N_("Hvad haster?")
    subtitle = N_("Hvilket brev, hvilken dag, hvad nu? Svar på det, I ved. Resten kan vente.")

    def build(self) -> None:
        self.letter = LetterCard(self)
        self.money = MoneyCard(self)
        self.clock = ClockCard()
        self.stops = StopCard()
        self.speaks = SpeaksCard()
        self.timeline = TimelineCard(self)
        self.papers = PapersCard(self)
        self.steps = StepsCard(self)
        left, right = _stack(self.letter, self.money), _stack(self.clock, self.papers)
        self.add(columns(left, right, stretch=(11, 10)), self.stops, self.speaks, self.timeline)
        self.add(self.steps, EarlyCard())

    def refresh(self, overview: Overview) -> None:
        self.letter.refresh()
        self.money.refresh()
        case = self.record.case
        self.clock.refresh(case, overview)
        self.stops.refresh(overview.emergency)
        self.speaks.refresh(case, overview.on)
        self.timeline.refresh(overview)
        self.steps.refresh()

    @classmethod
    def state(cls, record: Record, overview: Overview) -> StepState:
        arrears = record.case.arrears
        done = (arrears.letter is not Letter.NONE or bool(arrears.rows)) and super().state(record, overview).done
        last = overview.emergency.last_day if overview.emergency else None
        badge = (
            "" if last is None or last < overview.on else _("i dag") if last == overview.on else phrases.short_day(last)
        )
        return StepState(done=done, badge=badge)


def _stack(*cards: QWidget) -> QWidget:
    holder = QWidget()
    box = QVBoxLayout(holder)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(theme.BETWEEN)
    for card in cards:
        box.addWidget(card)
    return holder
