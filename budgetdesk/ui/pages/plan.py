"""The page Aftale: arrears and a repayment plan that holds."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from budgetdesk.actions import plans
from budgetdesk.actions.overview import Overview, plan_along
from budgetdesk.casework.record import Record
from budgetdesk.household.case import Case
from budgetdesk.i18n import N_, _
from budgetdesk.planning.plan import PlanTest, PlanVerdict
from budgetdesk.ui import phrases, theme
from budgetdesk.ui.pages.aftale.agreement import AgreementCard
from budgetdesk.ui.pages.aftale.closing import ClosingCard
from budgetdesk.ui.pages.aftale.curve_card import CurveCard
from budgetdesk.ui.pages.aftale.instalments import InstalmentsCard, OwnPlanCard
from budgetdesk.ui.pages.aftale.landlord import EarlierCard, LandlordCard, OwedCard
from budgetdesk.ui.pages.aftale.month_behind import MonthBehindCard
from budgetdesk.ui.pages.aftale.premises import PremisesCard
from budgetdesk.ui.pages.aftale.side_by_side import OptionsCard
from budgetdesk.ui.pages.aftale.strain import StrainCard
from budgetdesk.ui.pages.aftale.verdict import StrengthCard, VerdictCard, WaysCard
from budgetdesk.ui.pages.aftale.waterfall import WaterfallCard
from budgetdesk.ui.pages.base import Page, StepState
from budgetdesk.ui.pages.fact_list import FactList
from budgetdesk.ui.widgets.cards import Card, columns
from budgetdesk.ui.widgets.words import EmptyState, Points, button
from budgetdesk.wording import plan as words

SUBTITLE = N_("Restance, afdrag og pengene på kontoen, dag for dag.")


class PlanPage(Page):
    """Does it hold, day by day; until when; and what else could be agreed."""

    key, step = "aftale", N_("Aftale")
    title = N_("Kan aftalen holde?")
    subtitle = SUBTITLE

    def build(self) -> None:
        self._shown: tuple[PlanTest | None, Case] | None = None
        self.empty = self._empty()
        self.missing = FactList(self, _("Det mangler vi, før svaret er sikkert"))
        self.waits = Points()
        self.unsure = Card(tone="amber")
        self.unsure.add(self.missing, self.waits)
        self.curve = CurveCard(self.desk.today)
        self.own = OwnPlanCard(self)
        self.verdict, self.strength = VerdictCard(self), StrengthCard()
        self.waterfall, self.strain = WaterfallCard(), StrainCard()
        self.options, self.closing = OptionsCard(self, self._to_own), ClosingCard(self)
        self.ways = WaysCard(self)
        self.instalments = InstalmentsCard(self)
        self.landlord, self.owed, self.earlier = LandlordCard(self), OwedCard(self), EarlierCard(self)
        self.agreement = AgreementCard(self)
        self.premises, self.month_behind = PremisesCard(self), MonthBehindCard(self)
        self.answer = columns(self.verdict, self.strength, self.waterfall, even=True)
        self.details = columns(
            _stack(self.instalments, self.earlier, self.month_behind),
            _stack(self.own, self.landlord, self.owed),
            stretch=(1, 1),
        )
        self.add(
            self.empty,
            self.unsure,
            self.curve,
            self.answer,
            self.waterfall.below,
            self.closing,
            self.options,
            self.strain,
        )
        self.add(self.ways, self.details, self.agreement, self.premises)

    def reveal(self, path: str) -> None:
        self.premises.reveal(path)

    def refresh(self, overview: Overview) -> None:
        if self._shown is not None and self._shown[0] is overview.plan and self._shown[1] is self.record.case:
            self._follow_typing(overview)  # nothing is saved and nothing computed anew
            return
        self._shown = (overview.plan, self.record.case)
        plan, arrears = overview.plan, self.record.case.arrears
        begun = bool(arrears.rows) or bool(plans.instalments(self.record))
        self.empty.setVisible(not begun)
        for part in (self.answer, self.options, self.details, self.agreement, self.premises):
            part.setVisible(begun and plan is not None)
        self.curve.setVisible(plan is not None and self._can_draw())
        self.set_title(self.title, self._said(plan) if begun and plan else _(SUBTITLE))
        if plan is None:
            for card in (self.unsure, self.ways, self.closing, self.strain):
                card.hide()
            return
        self.curve.show_plan(plan)
        self._show_unsure(plan, overview, begun=begun)
        self.ways.show_plan(plan)
        self.ways.setVisible(begun and bool(plan.ways))
        for shows in (self.verdict, self.strength, self.options, self.instalments, self.premises):
            shows.show_plan(plan)
        self._show_more(plan, overview, begun=begun)
        self.agreement.refresh(overview)
        self.landlord.refresh()
        self.owed.refresh()
        self.month_behind.refresh()
        self.earlier.refresh()
        self._follow_typing(overview)

    @classmethod
    def state(cls, record: Record, overview: Overview) -> StepState:
        return StepState(done=bool(plans.instalments(record)) and super().state(record, overview).done)

    def _show_more(self, plan: PlanTest, overview: Overview, *, begun: bool) -> None:
        for shows in (self.closing, self.strain):
            shows.show_plan(plan)
            shows.setVisible(begun and not shows.isHidden())
        self.waterfall.show_waterfall(overview.waterfall if begun else None, overview.month)

    def _follow_typing(self, overview: Overview) -> None:
        """The curve moves with every key; what takes longer follows when the field is left."""
        if overview.typed is None or overview.typed is self.record.case or not self._can_draw():
            return
        plan = plan_along(overview, self.desk.library)
        if plan is not None:
            self.curve.show_plan(plan)
            self.verdict.headline.setText(words.headline(plan))

    def _can_draw(self) -> bool:
        """Without income or a balance a curve would only mislead."""
        case = self.record.case
        return bool(case.income) and any(account.balance is not None for account in case.bank)

    def _said(self, plan: PlanTest) -> str:
        headline = words.headline(plan)
        owed = _("{headline}{word} Restance {kroner_and_oere}").format(
            headline=headline,
            word="" if headline.endswith(".") else ".",
            kroner_and_oere=phrases.kroner_and_oere(plan.total),
        )
        if plan.verdict is PlanVerdict.BREAKS and not plans.instalments(self.record):
            tried = words.instalments(plan.instalments, plan.on)
            return _("{owed} Ingen plan inden for politikken holder. Her ses den længste: {tried}{tried_2}").format(
                owed=owed, tried=tried[0].lower(), tried_2=tried[1:]
            )
        return f"{owed} {words.instalments(plan.instalments, plan.on)}"

    def _show_unsure(self, plan: PlanTest, overview: Overview, *, begun: bool) -> None:
        self.missing.show_facts(plan.missing_facts, overview)
        self.waits.show_points(plan.conditions if begun else ())
        self.unsure.setVisible(begun and bool(plan.missing_facts or plan.conditions))

    def _to_own(self) -> None:
        self.ensureWidgetVisible(self.own, 0, 40)
        self.own.begin()

    def _empty(self) -> Card:
        card = Card()
        write = button(_("Skriv restancen"), lambda: self.place.go("sag", "case.arrears.rows"), role="primary")
        text = _("Skriv, hvad der skyldes, på siden Sag. Så viser programmet, hvad der kan betales, og hvornår.")
        card.add(EmptyState(_("Der er ingen restance endnu"), text, write))
        return card


def _stack(*cards: QWidget) -> QWidget:
    holder = QWidget()
    box = QVBoxLayout(holder)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(theme.BETWEEN)
    for card in cards:
        box.addWidget(card)
    return holder
