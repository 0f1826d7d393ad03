"""What is owed now, how the plan may end, and the agreements that came before."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from budgetdesk import formats
from budgetdesk.actions import follow_up
from budgetdesk.household.agreement import FormerAgreement
from budgetdesk.household.words import PlanOutcome
from budgetdesk.i18n import N_, _, translated
from budgetdesk.planning.call_list import made_on
from budgetdesk.planning.follow_up import Stage
from budgetdesk.planning.owed import agreed, paid_on
from budgetdesk.planning.watch import Watched
from budgetdesk.ui import phrases, theme
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.papers import show_paper
from budgetdesk.ui.widgets.cards import Card, Rows, form_grid, row
from budgetdesk.ui.widgets.choices import ListChoice
from budgetdesk.ui.widgets.fields import DateEdit, LineEdit
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.links import LinkButton
from budgetdesk.ui.widgets.words import KeyFigure, Words, button, set_shown

PAPER = "opfoelgning"
_STATED = "case.arrears.stated_on"
_FORMER = "case.former_agreements"
_OUTCOMES = (
    (PlanOutcome.KEPT, N_("Holdt")),
    (PlanOutcome.CHANGED, N_("Lavet om")),
    (PlanOutcome.BROKEN, N_("Ikke holdt")),
)


class OwedCard(Card):
    """The arrears less what was paid since they were stated."""

    def __init__(self, page: Page) -> None:
        super().__init__(_("Restancen nu"))
        self._page = page
        self.owed = KeyFigure(_("skyldes endnu, så vidt vi ved"))
        self.said = Words("", "muted")
        stated = DateEdit(page.desk.today)
        page.place.binder.bind(_STATED, stated, _("Restancen er opgjort den"))
        self.stated = Labelled(_("Udlejers opgørelse er fra"), stated)
        link = LinkButton(_("Ret posterne på siden Sag"), partial(page.place.go, "sag", "case.arrears.rows"))
        self.add(self.owed, self.said, self.stated, row(link))

    def show_watched(self, seen: Watched) -> None:
        """Show the sum and how it comes about."""
        case = self._page.record.case
        self.owed.show_figure(formats.kroner(seen.progress.owed))
        taken = case.arrears.total - seen.progress.owed
        since = case.arrears.stated_on
        after = _(" efter {since}").format(since=phrases.day(since)) if since else ""
        told = _("Restance {total} Betalt{after}: {taken}").format(
            total=formats.kroner(case.arrears.total), after=after, taken=formats.kroner(taken)
        )
        if seen.progress.owed < 0:
            told += _(" Der er betalt for meget. Spørg udlejer.")
        self.said.setText(told)


class EndCard(Card):
    """The ways on: the paper, another plan, or an end."""

    def __init__(self, page: Page) -> None:
        super().__init__(_("Aftalen"))
        self._page = page
        self.said = Words("", "muted")
        self.paper = button(_("Papir til lejeren …"), partial(show_paper, self, page.desk, PAPER))
        self.change = button(_("Lav aftalen om"), lambda: page.place.go("aftale", ""))
        self.kept = button(_("Afslut: holdt"), partial(self._end, PlanOutcome.KEPT), role="primary")
        self.broken = button(_("Afslut: ikke holdt"), partial(self._end, PlanOutcome.BROKEN), role="quiet")
        self.add(self.said, row(self.kept, self.paper), row(self.change, self.broken))

    def show_watched(self, seen: Watched) -> None:
        """Show what can be done at this stage."""
        done = seen.progress.stage is Stage.PAID
        self.said.setText(
            _("Alt er betalt. Afslut aftalen, så står den som holdt. Er udlejer enig, så fjern restancen på siden Sag.")
            if done
            else _("En ny plan lægger den gamle til side. Det, der er betalt, bliver stående.")
        )
        set_shown(self.kept, done)
        set_shown(self.change, not done)
        set_shown(self.broken, not done)

    def _end(self, outcome: PlanOutcome) -> None:
        page = self._page
        page.place.binder.flush()
        page.change(_("Afslut aftalen"), follow_up.end_plan(page.record, outcome, on=page.desk.today))


class FormerCard(Card):
    """Agreements that ended or were changed: how, and why. The agreement itself stays as it was."""

    def __init__(self, page: Page) -> None:
        super().__init__(_("Tidligere aftaler i sagen"), _("De står, som de var. Ingen bliver bedømt på dem."))
        self._page = page
        self._former: dict[str, FormerAgreement] = {}
        self.rows: Rows[str, QWidget] = Rows(self._row)
        self.add(self.rows)

    def refresh(self) -> None:
        """Show them, the newest first; hidden while there are none."""
        former = self._page.record.case.former_agreements
        self._former = {one.id: one for one in former}
        self.rows.show_items(one.id for one in reversed(former))
        set_shown(self, bool(former))

    def _row(self, former_id: str) -> QWidget:
        page, one, path = self._page, self._former[former_id], f"{_FORMER}[{former_id}]"
        outcome = page.bind(
            f"{path}.outcome", ListChoice(translated(_OUTCOMES)), _("Hvordan gik den tidligere aftale?")
        )
        why = page.bind(f"{path}.why", LineEdit(_("Hvorfor?")), _("Den tidligere aftale, hvorfor"))
        holder = QWidget()
        box = QVBoxLayout(holder)
        box.setContentsMargins(0, 8, 0, 8)
        box.setSpacing(6)
        box.addWidget(Words(_told(one)))
        box.addWidget(form_grid([Labelled(_("Hvordan gik det?"), outcome), Labelled(_("Hvorfor?"), why)], 2, least=150))
        return holder


def _told(one: FormerAgreement) -> str:
    """`5 rater, 7.935 kr. Fra 20. november 2026 til 20. december 2026. Betalt 2.000 kr.`"""
    instalments = phrases.count(len(one.agreement.instalments), N_("rate"), N_("rater"))
    said = f"{instalments}, {formats.kroner(agreed(one.agreement))}"
    begun = made_on(one)
    if begun is not None:
        said += _(" Fra {begun}").format(begun=phrases.day(begun, year=True))
        said += _(" til {ended_on}.").format(ended_on=phrases.day(one.ended_on, year=True)) if one.ended_on else "."
    return _("{said} Betalt {paid_on}").format(said=said, paid_on=formats.kroner(paid_on(one.agreement)))


def stack(*cards: QWidget) -> QWidget:
    """Cards under each other, as one part of a row of columns."""
    holder = QWidget()
    box = QVBoxLayout(holder)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(theme.BETWEEN)
    for card in cards:
        box.addWidget(card)
    box.addStretch(1)
    return holder
