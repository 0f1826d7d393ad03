"""One benefit's page: what it may bring, what to ask, how to apply, how it was computed, and what cannot be seen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from budgetdesk.actions.benefits import RESCUE
from budgetdesk.actions.overview import Overview
from budgetdesk.benefits.assessment import Assessment, Verdict
from budgetdesk.benefits.findings import Finding
from budgetdesk.benefits.guide import Guide
from budgetdesk.i18n import N_, _, translated
from budgetdesk.ui import theme
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.pages.ydelser.fold_room import Fold
from budgetdesk.ui.pages.ydelser.follow_up import FollowUp
from budgetdesk.ui.pages.ydelser.how_to_apply import HowToApply
from budgetdesk.ui.pages.ydelser.questions import QuestionsCard
from budgetdesk.ui.pages.ydelser.working import Working
from budgetdesk.ui.papers import show_paper
from budgetdesk.ui.widgets.cards import Card
from budgetdesk.ui.widgets.figures import FigureTable
from budgetdesk.ui.widgets.fitting import Flow
from budgetdesk.ui.widgets.words import Chip, Points, Tone, Words, button, set_shown
from budgetdesk.wording import benefit_page as page_words
from budgetdesk.wording import steps as words
from budgetdesk.wording.one_or_several import said_to

_TONES: dict[Verdict, Tone] = {Verdict.YES: "accent", Verdict.UNKNOWN: "amber", Verdict.NO: ""}
SOON = timedelta(days=400)
"""The days of a year and a little are worth remembering; a child's birthday in ten years is not."""
_MET = {True: N_("Ja"), False: N_("Nej"), None: N_("Spørg")}


class BenefitDetail(QWidget):
    """Made for one benefit when it is chosen, and gone when another is."""

    def __init__(self, page: Page, guide: Guide, one: Assessment, choose: Callable[[str], object]) -> None:
        super().__init__()
        self.benefit = guide.benefit
        self._page, self._guide = page, guide
        self._one: Assessment | None = None
        self._overview: Overview | None = None
        self.title, self.verdict = Words("", "section"), Chip()
        self.amount, self.summary = Words("", "figure", tone="accent"), Words()
        self._say = partial(said_to, case=page.record.case)
        limits = self._say(_("Jeres tal og grænsen"))
        self.limits = FigureTable((limits, _("Regel"), _(">Beløb")), stretch=(3, 2, 0))
        self.again = Points(_("Se på det igen"))
        self.follow_up = FollowUp(page, guide, choose)
        self.questions = QuestionsCard(page, guide, one)
        self.how = HowToApply(page, guide)
        self.working = Fold(
            _("Vis beregningen"), _("Skjul beregningen"), lambda: Working(page, guide.benefit), self._fill
        )
        looked_at = _("Det ser kommunen på") if "ommune" in guide.decided_by else self._say(_("Det kan I se efter"))
        self.checklist = Fold(looked_at, _("Skjul listen"), self._checklist, self._fill)
        self.wrong = Fold(_("Ser beløbet forkert ud?"), _("Skjul årsagerne"), _causes, self._fill)
        self.unseen = Fold(
            _("Det kan programmet ikke se"), _("Skjul det, programmet ikke kan se"), _cannot_see, self._fill
        )
        self.folds = (self.checklist, self.working, self.wrong, self.unseen)
        self._lay_out()

    def show_assessment(self, one: Assessment, overview: Overview) -> None:
        """Show an answer; what is open follows."""
        self._one, self._overview = one, overview
        self.title.setText(one.title)
        received, more = _standing(overview, self.benefit)
        self.verdict.show_word(self._say(page_words.verdict(one, received, more=more)), _TONES[one.verdict])
        self.amount.setText(self._say(page_words.amount(one, received)))
        set_shown(self.amount, bool(self.amount.text()))
        self.summary.setText(one.summary)
        self.follow_up.show_assessment(one, settled=received is not None and not more)
        self.again.show_points([words.again(look) for look in one.look_again if _soon(look.on, overview.on)])
        self.questions.show_assessment(one, overview)
        self.how.show_assessment(one)
        settled = received is not None and not more
        self.how.set_heading(_("Hvis beløbet ikke passer") if settled else self._say(_("Sådan søger I")))
        set_shown(self.working, bool(one.steps or one.rates_used))
        set_shown(self.checklist, bool(one.checklist))
        set_shown(self.wrong, bool(self._guide.looks_wrong) and one.verdict is not Verdict.NO)
        set_shown(self.unseen, bool(one.cannot_see or self._guide.cannot_see))
        no = one.steps if one.verdict is Verdict.NO else ()
        self.limits.show_rows([(line.text, line.paragraph, line.amount) for line in words.step_lines(no)])
        self._fill()

    def _fill(self) -> None:
        one, overview = self._one, self._overview
        if one is None or overview is None:
            return
        if isinstance(working := self.working.inner(), Working):
            working.show_assessment(one, overview)
        if isinstance(checklist := self.checklist.inner(), FigureTable):
            rows = [(step.text, _answer(step.met, step.because), step.paragraph) for step in one.checklist]
            checklist.show_rows(rows)
        if isinstance(causes := self.wrong.inner(), Points):
            causes.show_points(self._guide.looks_wrong)
        if isinstance(unseen := self.unseen.inner(), Points):
            unseen.show_points(one.cannot_see or self._guide.cannot_see)

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.BETWEEN)
        box.addWidget(self._head())
        box.addWidget(self.questions)
        box.addWidget(self.how)
        box.addStretch(1)

    def _checklist(self) -> FigureTable:
        return FigureTable(("", self._say(_("I jeres sag")), _("Regel")), stretch=(4, 3, 2))

    def _head(self) -> Card:
        head, top = Card(), QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.verdict)
        head.add(top, self.amount, self.summary, self.limits, self.follow_up, self.again)
        buttons = QWidget()
        flow = Flow(buttons, 8)
        if self.benefit in RESCUE:
            paper = partial(show_paper, self._page, self._page.desk, "ansoegning_81")
            flow.addWidget(button(_("Lav ansøgningen"), paper, name=_("Lav ansøgningen efter § 81 og § 81 a")))
        for fold in self.folds:
            flow.addWidget(fold)
        head.add(buttons)
        for fold in self.folds:
            head.add(fold.room)
        return head


def _soon(day: date | None, today: date) -> bool:
    """What lies further away stands with the working."""
    return day is None or day <= today + SOON


def _standing(overview: Overview, benefit: str) -> tuple[Finding | None, bool]:
    """What the household receives of a benefit, and whether more may be due or is in doubt."""
    findings = overview.findings
    if findings is None:
        return None, False
    received = next((each for each in findings.received if each.assessment.benefit == benefit), None)
    more = (*findings.found, *findings.once, *findings.doubtful)
    return received, any(each.assessment.benefit == benefit for each in more)


def _causes() -> Points:
    return Points(_("Det er ofte en af disse grunde"))


def _cannot_see() -> Points:
    return Points(_("Spørg selv om det her"))


def _answer(met: bool | None, because: str) -> str:
    return f"{translated(_MET)[met]}. {because}" if because else translated(_MET)[met]
