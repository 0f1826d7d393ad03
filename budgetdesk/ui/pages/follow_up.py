"""The page Opfølgning: how the agreement goes, what is worth a call, and what came before."""

from __future__ import annotations

from functools import partial

from budgetdesk import formats
from budgetdesk.actions import follow_up, plans
from budgetdesk.actions.overview import Overview
from budgetdesk.casework.checks import checks_of
from budgetdesk.casework.record import Record
from budgetdesk.household.case import Case
from budgetdesk.i18n import N_, _
from budgetdesk.planning.follow_up import Stage
from budgetdesk.planning.watch import Watched
from budgetdesk.ui.pages.base import Page, StepState
from budgetdesk.ui.pages.opfoelgning.checks import ChecksCard
from budgetdesk.ui.pages.opfoelgning.result import ResultCardCard
from budgetdesk.ui.pages.opfoelgning.signals import BankCard, SignalsCard
from budgetdesk.ui.pages.opfoelgning.standing import EndCard, FormerCard, OwedCard, stack
from budgetdesk.ui.pages.opfoelgning.ticks import LineList, TicksCard
from budgetdesk.ui.widgets.cards import Card, columns
from budgetdesk.ui.widgets.words import EmptyState, button, set_shown
from budgetdesk.wording import follow_up as words
from budgetdesk.wording.tenant_screen import Screen

SUBTITLE = N_("Rater og husleje, mens aftalen løber.")
LEFT, RIGHT = 460, 290
"""The narrowest that the two columns may stand beside each other, px."""


class FollowUpPage(Page):
    """What is expected, what came, and what to do about the rest."""

    key, step = "opfoelgning", N_("Opfølgning")
    title = N_("Hvordan går det med aftalen?")
    subtitle = SUBTITLE

    def build(self) -> None:
        self._shown: tuple[Watched | None, Case] | None = None
        self.nothing, self.proposed = self._nothing(), self._proposed()
        self.signals, self.bank = SignalsCard(self), BankCard(self)
        self.ticks, self.lines = TicksCard(self), LineList(self)
        self.owed, self.end, self.former = OwedCard(self), EndCard(self), FormerCard(self)
        self.checks, self.result = ChecksCard(self), ResultCardCard(self)
        left, right = stack(self.ticks, self.lines), stack(self.end, self.owed)
        left.setMinimumWidth(LEFT)
        right.setMinimumWidth(RIGHT)
        self.parts = columns(left, right, stretch=(3, 2))
        self.add(
            self.nothing, self.proposed, self.signals, self.bank, self.parts, self.checks, self.former, self.result
        )

    def refresh(self, overview: Overview) -> None:
        seen = overview.watched
        if self._shown is None or self._shown[1] is not self.record.case:
            self.checks.show_record(self.record)
            self.result.show_record(self.record)
        if self._shown is not None and self._shown[0] == seen and self._shown[1] is self.record.case:
            return
        self._shown = (seen, self.record.case)
        stage = seen.progress.stage if seen is not None else Stage.NONE
        running = stage in (Stage.RUNNING, Stage.PAID)
        set_shown(self.nothing, stage is Stage.NONE)
        set_shown(self.proposed, stage is Stage.PROPOSED)
        set_shown(self.parts, running)
        self.former.refresh()
        if seen is None or not running:
            set_shown(self.signals, False)
            set_shown(self.bank, False)
            self.set_title(self.title, _(SUBTITLE))
            return
        for card in (self.signals, self.bank, self.ticks, self.lines, self.owed, self.end):
            card.show_watched(seen)
        set_shown(self.ticks, stage is Stage.RUNNING or bool(seen.progress.to_tick))
        self.set_title(self.title, self._said(seen))

    @classmethod
    def state(cls, record: Record, overview: Overview) -> StepState:
        seen = overview.watched
        due = len(checks_of(record.case, on=overview.on).due[:1])
        if seen is None or seen.progress.stage not in (Stage.RUNNING, Stage.PAID):
            return StepState(badge=str(due) if due else "")
        loud = len(seen.signals.loud) + due
        return StepState(done=not loud, badge=str(loud) if loud else "")

    def for_tenant(self, overview: Overview) -> Screen:
        """Paid and left, and what comes next: no signal, no verdict."""
        seen = overview.watched
        if seen is None or seen.progress.stage not in (Stage.RUNNING, Stage.PAID):
            return Screen(heading=_("Aftalen"), question=_("Vi ser på, hvordan det går."))
        found = seen.progress
        figures = (
            (formats.kroner(found.paid, oere=False), _("er betalt")),
            (formats.kroner(found.left, oere=False), _("er tilbage")),
        )
        coming = words.next_payments(found)
        return Screen(heading=_("Aftalen"), figures=figures, lines=(coming,) if coming else ())

    @staticmethod
    def _said(seen: Watched) -> str:
        parts = [words.headline(seen.progress), words.next_payments(seen.progress)]
        return " ".join(part for part in parts if part)

    def _nothing(self) -> Card:
        card = Card()
        go = button(_("Gå til Aftale"), partial(self.place.go, "aftale", ""), role="primary")
        text = _("Når I har valgt en plan på siden Aftale, og den er aftalt med udlejer, følger I den her.")
        card.add(EmptyState(_("Der er ingen aftale at følge endnu"), text, go))
        return card

    def _proposed(self) -> Card:
        card = Card()
        yes = button(_("Skriv udlejers ja"), partial(self.place.go, "aftale", "case.arrears.landlord_accepted"))
        begin = button(_("Følg planen fra i dag"), self._agree, role="primary")
        text = _("Den er et forslag, til udlejer har sagt ja. Betaler I allerede, kan I følge den fra i dag.")
        card.add(EmptyState(_("Planen er ikke aftalt endnu"), text, begin, yes))
        return card

    def _agree(self) -> None:
        if plans.instalments(self.record):
            self.change(_("Følg planen fra i dag"), follow_up.agree(self.record, self.desk.today))
