"""The answer: does it hold, until when, and where there is more to be found."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from budgetdesk.actions import plans
from budgetdesk.i18n import N_, _, translated
from budgetdesk.money import ZERO
from budgetdesk.planning.plan import PlanTest, PlanVerdict, WayOut
from budgetdesk.ui import phrases
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.papers import show_paper
from budgetdesk.ui.widgets.cards import Card, Rows, row
from budgetdesk.ui.widgets.links import LinkButton
from budgetdesk.ui.widgets.words import KeyFigure, Points, Words, button
from budgetdesk.wording import plan as words

LEAST = 236
"""The narrowest that one of the three cards may be, px."""


class VerdictCard(Card):
    """The headline, how it stands with the landlord, and the next thing to do."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self.setMinimumWidth(LEAST)
        self.standing = Words("", "small")
        self.headline = Words("", "figure")
        self.told = Words()
        self.luft = Words("", "muted")
        self.ready = button(_("Gør aftalen klar til underskrift"), self._ready, role="primary")
        self.call = button(_("Ring til udlejer"), partial(show_paper, page, page.desk, "akut_opkald"))
        self.next_steps = button(_("Stop her med næste skridt"), partial(show_paper, page, page.desk, "naeste_skridt"))
        self.add(self.standing, self.headline, self.told, self.luft)
        self.box.addStretch(1)
        self.add(row(self.ready), row(self.call), row(self.next_steps))

    def show_plan(self, plan: PlanTest) -> None:
        """Show how a plan stands."""
        holds = plan.verdict is not PlanVerdict.BREAKS
        self.standing.setText(words.standing(plan))
        self.headline.setText(words.headline(plan))
        self.headline.set_tone("accent" if plan.verdict is PlanVerdict.HOLDS else "amber")
        said = (words.instalments(plan.instalments, plan.on), f"{_(words.PROPOSAL)}.")
        self.told.setText(" ".join(_closed(line) for line in words.summary(plan) if line not in said))
        luft = words.luft_left(plan.luft_per_month)
        self.luft.setText(luft if plan.instalments and holds else "")
        self.luft.setVisible(bool(self.luft.text()))
        self.ready.setVisible(holds)
        self.next_steps.setVisible(not holds)

    def _ready(self) -> None:
        """Take the plan that is shown, if none is chosen, and go on to the signatures."""
        page, plan = self._page, self._page.desk.overview.plan
        if plan and plan.instalments and not plans.instalments(page.record):
            policy = page.desk.library.policy
            page.change(_("Vælg plan"), plans.choose(page.record, plan.instalments, policy, on=page.desk.today))
        page.place.go("underskriv", "papers.aftale")


class StrengthCard(Card):
    """What the plan can stand; where it breaks: what is missing."""

    def __init__(self) -> None:
        super().__init__(_("Den holder, indtil"))
        self.setMinimumWidth(LEAST)
        self.missing = KeyFigure(_("mangler om måneden"), tone="amber")
        self.below = Words()
        self.until = Points()
        self.never = Words("", "muted")
        self.add(self.missing, self.below, self.until, self.never)
        self.box.addStretch(1)

    def show_plan(self, plan: PlanTest) -> None:
        """Show what would break a plan."""
        breaks = plan.verdict is PlanVerdict.BREAKS
        until = words.holds_until(plan.breaks_when, plan.on)
        never = words.does_not_stand(plan.breaks_when, plan.on)
        self.set_heading(_("Det mangler") if breaks else _("Den holder, indtil") if until else _("Hvad den tåler"))
        self.missing.show_figure(phrases.kroner(plan.missing_per_month or ZERO), "amber")
        self.missing.setVisible(bool(words.missing_per_month(plan)))
        found = _("Når de penge er fundet, holder en plan. Se vejene herunder.")
        self.below.setText(
            found if words.missing_per_month(plan) else _closed(words.first_break(plan)) if breaks else ""
        )
        self.below.setVisible(bool(self.below.text()))
        self.until.show_points(until)
        self.never.setText(
            " ".join(never) or ("" if breaks or until else _("Intet af det, vi har prøvet, vælter den."))
        )
        self.never.setVisible(bool(self.never.text()))


_WHERE = {
    "benefit": (N_("Se beregningen"), "ydelser"),
    "rescue": (N_("Lav ansøgningen"), "ydelser"),
    "one_off": (N_("Se indtægten"), "budget"),
    "pause": (N_("Se gælden"), "gaeld"),
    "spared": (N_("Ret budgettet"), "budget"),
    "talk": (N_("Ret budgettet"), "budget"),
}
"""What a way out is done by, and on which page."""


class WaysCard(Card):
    """The ways out, the help that costs nothing first, each with the place where it is done."""

    def __init__(self, page: Page) -> None:
        super().__init__(_("Veje ud"))
        self._page = page
        self._ways: Sequence[WayOut] = ()
        self.rows: Rows[WayOut, QWidget] = Rows(self._row)
        self.add(self.rows)

    def show_plan(self, plan: PlanTest) -> None:
        """Show the ways that a plan leaves open."""
        breaks = plan.verdict is PlanVerdict.BREAKS
        self.set_heading(_("Veje ud") if breaks else _("Det kan give mere luft"))
        self.rows.show_items(plan.ways)
        self.setVisible(bool(plan.ways))

    def _row(self, way: WayOut) -> QWidget:
        text, page = translated(_WHERE).get(way.kind, (_("Se mere"), "budget"))
        holder = QWidget()
        box = QVBoxLayout(holder)
        box.setContentsMargins(0, 6, 0, 6)
        box.setSpacing(2)
        box.addWidget(Words(way.text))
        box.addLayout(row(LinkButton(text, partial(self._page.place.go, page, way.path))))
        return holder


def _closed(line: str) -> str:
    return line if not line or line.endswith(".") else f"{line}."
