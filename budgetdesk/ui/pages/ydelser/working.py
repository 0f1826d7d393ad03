"""The working of one assessment: steps, figures of the law, what was taken for granted, what cannot be seen."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from budgetdesk.actions.benefits import BothModes, both_modes
from budgetdesk.actions.overview import Overview
from budgetdesk.benefits.assessment import Assessment
from budgetdesk.benefits.received import BOLIGSTOETTE
from budgetdesk.household.case import Case
from budgetdesk.i18n import N_, _, translated
from budgetdesk.ui import background, theme
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.pages.fact_list import FactList
from budgetdesk.ui.widgets.cards import columns
from budgetdesk.ui.widgets.figures import FigureTable
from budgetdesk.ui.widgets.words import Points, Words
from budgetdesk.wording import steps as words
from budgetdesk.wording.facts import assumed_links
from budgetdesk.wording.one_or_several import assessment_to, said_to

LEAST = 370
"""The narrowest that one of two workings beside each other may stand, px."""
_STEPS = (N_("Trin"), N_("Regel"), N_(">Beløb"))


class Working(QWidget):
    """Opened under an assessment; computed anew only while it is seen."""

    def __init__(self, page: Page, benefit: str) -> None:
        super().__init__()
        self._page = page
        self._shown: Assessment | None = None
        self._asked = 0
        self.two = TwoModes(page.record.case) if benefit == BOLIGSTOETTE else None
        self.steps = FigureTable(translated(_STEPS), stretch=(3, 2, 0))
        self.rates = FigureTable(
            (_("Tal fra loven"), _("Gælder, og hvor vi har det fra"), _(">Værdi")), stretch=(2, 3, 0), small=True
        )
        self.assumed = FactList(page, _("Forudsat. Ret det, hvis det er forkert"))
        self.again = Points(_("Se på det igen"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, theme.GAP, 0, 0)
        box.setSpacing(theme.INNER)
        for part in (self.two, self.steps, self.assumed, self.again, self.rates):
            if part is not None:
                box.addWidget(part)

    def show_assessment(self, one: Assessment, overview: Overview) -> None:
        """Show how an assessment was made."""
        if one == self._shown:
            return
        self._shown = one
        if self.two is not None:
            self.steps.hide()
            self._ask_both()
        else:
            self.steps.show_rows([(s.text, s.paragraph, s.amount) for s in words.step_lines(one.steps)])
        lines = [words.rate_line(used) for used in one.rates_used]
        self.rates.show_rows([(line.title, line.source, line.value) for line in lines])
        chart = self._page.desk.library.chart
        self.assumed.show_links(assumed_links(one.assumed, self._page.record.case, chart))
        self.again.show_points([words.again(look) for look in one.look_again])

    def _ask_both(self) -> None:
        self._asked += 1
        asked, desk = self._asked, self._page.desk
        case, on, rates = desk.record.case, desk.today, desk.library.rates
        background.run(self, lambda: both_modes(case, on, rates), lambda both: self._answered(asked, both))

    def _answered(self, asked: int, both: BothModes) -> None:
        if asked == self._asked and self.two is not None:
            self.two.show_both(both, self._page.record.case)


class TwoModes(QWidget):
    """Boligstøtte computed as the official calculator does, and with every supplement, beside each other."""

    def __init__(self, case: Case) -> None:
        super().__init__()
        self.official = _Mode(
            _("Som den officielle beregner"),
            _("Spørger ikke om vand, el og vedligeholdelse. Sammenlign med boligstoette.dk."),
        )
        what = said_to(_("Regner også med tillæg for det, I selv betaler for (§ 10)."), case)
        self.full = _Mode(_("Fuld beregning"), what)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(columns(self.official, self.full))

    def show_both(self, both: BothModes, case: Case) -> None:
        """Show both answers."""
        self.official.show_assessment(assessment_to(both.official, case))
        self.full.show_assessment(assessment_to(both.full, case))


class _Mode(QWidget):
    def __init__(self, title: str, what: str) -> None:
        super().__init__()
        self.setMinimumWidth(LEAST)
        self.answer = Words(_("Regner ..."), "strong", tone="accent")
        self.steps = FigureTable(translated(_STEPS), stretch=(3, 2, 0))
        self.steps.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        for label in (Words(title, "section"), Words(what, "small"), self.answer):
            box.addWidget(label)
        box.addWidget(self.steps)
        box.addStretch(1)

    def show_assessment(self, one: Assessment) -> None:
        self.answer.setText(words.amount(one) or words.verdict(one))
        self.steps.show_rows([(s.text, s.paragraph, s.amount) for s in words.step_lines(one.steps)])
