"""A benefit on its way: applied for, answered, or taken back. Only granted money counts."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from budgetdesk.actions import applications, benefits
from budgetdesk.benefits.assessment import Assessment, Verdict
from budgetdesk.benefits.findings import PAID_ONCE
from budgetdesk.benefits.guide import Guide
from budgetdesk.benefits.received import BOLIGSTOETTE
from budgetdesk.errors import BadInputError
from budgetdesk.household.circumstances import Application
from budgetdesk.household.words import Outcome
from budgetdesk.i18n import N_, _, kept
from budgetdesk.money import ZERO
from budgetdesk.ui import phrases
from budgetdesk.ui.letters import open_letter
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.widgets.fields import AmountEdit, DateEdit
from budgetdesk.ui.widgets.fitting import Flow
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.words import Words, button, set_look, set_shown
from budgetdesk.wording import benefit_page as words
from budgetdesk.wording.one_or_several import said_to

_PARAGRAF_81, _PARAGRAF_81_A = "paragraf_81", "paragraf_81_a"


class FollowUp(QWidget):
    """What the household gets today, what is applied for, and the step that comes next."""

    def __init__(self, page: Page, guide: Guide, choose: Callable[[str], object]) -> None:
        super().__init__()
        self._page, self._guide, self._benefit = page, guide, guide.benefit
        self._amount: Decimal | None = None
        self._prefilled: Application | None = None
        own = guide.benefit == BOLIGSTOETTE
        self.state, self.again = Words("", "muted"), Words("", "muted")
        done = _("Gjort i dag") if guide.group == "tax" else _("Søgt i dag")
        self.apply = button(_("Læg i budgettet som søgt") if own else done, self._apply, role="primary")
        how = _("én gang") if guide.benefit in PAID_ONCE else _("pr. måned")
        self.amount = AmountEdit()
        self.asked = Labelled(
            _("Bevilget {how}, kr.").format(how=how), self.amount, _("Lad feltet stå tomt, hvis der ikke er et beløb.")
        )
        self.granted = button(_("Den er bevilget") if own else _("Bevilget"), self._grant)
        self.refused = button(_("Afslag"), self._refuse)
        self.back = button(_("Ikke søgt alligevel"), self._back)
        self.income = button(_("Læg ind som indtægt"), self._income, role="primary")
        self.other = button(_("Se § 81 a"), partial(choose, _PARAGRAF_81_A), role="primary")
        self.wait = button(_("Bed udlejer vente på svaret …"), lambda: open_letter(page, "brev_udlejer_vent"))
        self.answered = self._day_of_answer()
        self._lay_out()

    def show_assessment(self, one: Assessment, *, settled: bool = False) -> None:
        """Show where the benefit stands beside what was computed; `settled`: it is received, and no more is due."""
        found = applications.application(self._page.record, self._benefit)
        self._amount = one.once if one.once is not None else one.amount_per_month
        waits = found is not None and found.outcome is Outcome.WAITING
        refused = found is not None and found.outcome is Outcome.REFUSED
        self._show_words(found)
        if found is not None and waits and found != self._prefilled:
            self._prefilled = found
            self.amount.show_value(found.estimate)
        set_shown(self.asked, waits and self._benefit != BOLIGSTOETTE)
        set_look(self.apply, role="primary" if one.verdict is Verdict.YES else "")
        set_shown(self.apply, self._may_apply(one) and not waits and not settled and (found is None or refused))
        for each in (self.granted, self.refused, self.back):
            set_shown(each, waits)
        set_shown(self.income, applications.can_be_income(self._page.record, self._benefit))
        set_shown(self.wait, waits and self._page.record.case.arrears.total > ZERO)
        set_shown(self.other, refused and self._benefit == _PARAGRAF_81)
        set_shown(self.answered, found is not None and not waits)
        buttons = (self.apply, self.granted, self.refused, self.back, self.income, self.other, self.wait)
        set_shown(self._buttons, any(not each.isHidden() for each in buttons))

    def _show_words(self, found: Application | None) -> None:
        today = self._page.desk.today
        support = benefits.support(self._page.record).amount if self._benefit == BOLIGSTOETTE else None
        text = words.applied(found) if found is not None else ""
        if not text and support:
            told = said_to(_("I får {kroner_and_oere} om måneden i dag."), self._page.record.case)
            text = told.format(kroner_and_oere=phrases.kroner_and_oere(support))
        self.state.setText(text)
        set_shown(self.state, bool(text))
        self.again.setText(words.ask_again(found, self._guide, today) if found is not None else "")
        set_shown(self.again, bool(self.again.text()))

    def _may_apply(self, one: Assessment) -> bool:
        if self._benefit == BOLIGSTOETTE:
            support = benefits.support(self._page.record).amount or ZERO
            return one.verdict is Verdict.YES and (one.amount_per_month or ZERO) > support
        return one.verdict is not Verdict.NO

    def _apply(self) -> None:
        page, days = self._page, self._guide.usual_days
        changed = applications.with_application(
            page.record, self._benefit, self._amount, page.desk.today, usual_days=days
        )
        label = _("Læg boligstøtte i budgettet som søgt") if self._benefit == BOLIGSTOETTE else _("Søgt i dag")
        page.change(label, changed)
        self.granted.setFocus()

    def _grant(self) -> None:
        page = self._page
        try:
            amount = self._estimate() if self._benefit == BOLIGSTOETTE else self.amount.value()
        except BadInputError as error:
            self.amount.say_problem(str(error))
            self.amount.setFocus()
            return
        self.amount.say_problem("")
        changed = applications.with_granted(page.record, self._benefit, amount, page.desk.today)
        page.change(kept(N_("{title} er bevilget"), title=self._guide.title), changed)
        if self._benefit == BOLIGSTOETTE:
            page.place.go("sag", "case.tenancy.boligstoette.amount")
        elif self.income.isVisible():
            self.income.setFocus()

    def _estimate(self) -> Decimal | None:
        found = applications.application(self._page.record, self._benefit)
        return found.estimate if found is not None else None

    def _refuse(self) -> None:
        page = self._page
        page.change(
            kept(N_("{title}: afslag"), title=self._guide.title),
            applications.with_refused(page.record, self._benefit, page.desk.today),
        )

    def _back(self) -> None:
        page = self._page
        page.change(
            kept(N_("{title} er ikke søgt"), title=self._guide.title),
            applications.without_application(page.record, self._benefit),
        )
        self.apply.setFocus()

    def _income(self) -> None:
        page = self._page
        chart = page.desk.library.chart
        changed = applications.with_income(page.record, self._benefit, chart, page.desk.today)
        page.change(kept(N_("{title} er en indtægt"), title=self._guide.title), changed)

    def _day_of_answer(self) -> Labelled:
        """The day of the decision: it may be another than the day one was told."""
        path = f"case.applications[{self._benefit}].answered_on"
        return self._page.field(_("Dagen for afgørelsen"), path, DateEdit(self._page.desk.today))

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        for part in (self.state, self.again, self.answered, self.asked):
            box.addWidget(part)
        self._buttons = QWidget()
        flow = Flow(self._buttons, 8)
        for each in (self.apply, self.other, self.granted, self.refused, self.back, self.income, self.wait):
            flow.addWidget(each)
            each.hide()
        box.addWidget(self._buttons)
