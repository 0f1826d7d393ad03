"""One benefit: what it may bring, how it was computed, how to apply, and what would make the answer surer."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from budgetdesk.actions.benefits import BOLIGSTOETTE, RESCUE
from budgetdesk.actions.overview import Overview
from budgetdesk.benefits.assessment import Assessment, Verdict
from budgetdesk.ui import theme
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.pages.fact_list import FactList
from budgetdesk.ui.pages.ydelser.applied import Applied
from budgetdesk.ui.pages.ydelser.working import Working
from budgetdesk.ui.papers import show_paper
from budgetdesk.ui.widgets.cards import Card
from budgetdesk.ui.widgets.figures import FigureTable
from budgetdesk.ui.widgets.fitting import Flow
from budgetdesk.ui.widgets.words import Chip, Points, Tone, Words, button, hairline
from budgetdesk.wording import steps as words

_TONES: dict[Verdict, Tone] = {Verdict.YES: "accent", Verdict.UNKNOWN: "amber", Verdict.NO: ""}


class AssessmentCard(Card):
    """An assessment, with parts that open under it."""

    def __init__(self, page: Page, benefit: str) -> None:
        super().__init__()
        self._page, self._benefit = page, benefit
        self._one: Assessment | None = None
        self._overview: Overview | None = None
        self.title, self.verdict = Words("", "section"), Chip()
        self.amount, self.summary = Words("", "figure", tone="accent"), Words()
        self.facts = FactList(page)
        self.applied = Applied(page) if benefit == BOLIGSTOETTE else None
        self.working = Fold("Vis beregningen", "Skjul beregningen", lambda: Working(page, benefit), self._fill)
        self.checklist = Fold(
            "Det ser kommunen på", "Skjul listen", lambda: FigureTable(("", "Regel"), stretch=(4, 1)), self._fill
        )
        self.how = Fold("Sådan søger I", "Skjul det igen", _HowToApply, self._fill)
        self.folds = (self.working, self.checklist, self.how)
        self._lay_out()

    def show_assessment(self, one: Assessment, overview: Overview) -> None:
        """Show an answer; what is open follows."""
        self._one, self._overview = one, overview
        self.title.setText(one.title)
        self.verdict.show_word(words.verdict(one), _TONES[one.verdict])
        amount = words.amount(one)
        self.amount.setText(amount[:1].upper() + amount[1:])
        self.amount.setVisible(bool(amount))
        self.summary.setText(one.summary)
        self.facts.show_facts(one.missing_facts, overview)
        if self.applied is not None:
            self.applied.show_assessment(one)
        self.working.setVisible(bool(one.steps or one.rates_used))
        self.checklist.setVisible(bool(one.checklist))
        self.how.setVisible(bool(one.how_to_apply or one.documents_needed))
        self._fill()

    def _fill(self) -> None:
        one, overview = self._one, self._overview
        if one is None or overview is None:
            return
        if isinstance(working := self.working.inner(), Working):
            working.show_assessment(one, overview)
        if isinstance(checklist := self.checklist.inner(), FigureTable):
            checklist.show_rows([(step.text, step.paragraph) for step in one.checklist])
        if isinstance(how := self.how.inner(), _HowToApply):
            how.show_assessment(one)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.verdict)
        self.add(top, self.amount, self.summary, self.facts)
        if self.applied is not None:
            self.add(self.applied)
        buttons = QWidget()
        flow = Flow(buttons, 8)
        for fold in self.folds:
            flow.addWidget(fold)
        if self._benefit in RESCUE:
            paper = partial(show_paper, self._page, self._page.desk, "ansoegning_81")
            flow.addWidget(button("Lav ansøgningen", paper, name="Lav ansøgningen efter § 81 og § 81 a"))
        self.add(buttons)
        for fold in self.folds:
            self.add(fold.room)


class Fold(QPushButton):
    """A button that opens what stands in `room`, made when it is first wanted."""

    def __init__(
        self, open_text: str, close_text: str, make: Callable[[], QWidget], opened: Callable[[], None]
    ) -> None:
        super().__init__(open_text)
        self._texts = (open_text, close_text)
        self._make, self._opened = make, opened
        self._inner: QWidget | None = None
        self.room = QWidget()
        self._box = QVBoxLayout(self.room)
        self._box.setContentsMargins(0, theme.GAP, 0, theme.GAP)
        self._box.setSpacing(theme.INNER)
        self._box.addWidget(hairline())
        self.room.hide()
        self.clicked.connect(lambda _checked: self.toggle_room())

    def inner(self) -> QWidget | None:
        """What is open; None while it is closed."""
        return None if self.room.isHidden() else self._inner

    def toggle_room(self) -> None:
        """Open or close."""
        if self._inner is None:
            self._inner = self._make()
            self._box.addWidget(self._inner)
        opening = self.room.isHidden()
        self.room.setVisible(opening)
        self.setText(self._texts[1] if opening else self._texts[0])
        self.setAccessibleName(self.text())
        self._opened()


class _HowToApply(QWidget):
    """Where, how, and what to bring."""

    def __init__(self) -> None:
        super().__init__()
        self.how, self.bring = Words(), Points("Tag med")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.INNER)
        box.addWidget(self.how)
        box.addWidget(self.bring)

    def show_assessment(self, one: Assessment) -> None:
        self.how.setText(one.how_to_apply)
        self.how.setVisible(bool(one.how_to_apply))
        self.bring.show_points(one.documents_needed)
