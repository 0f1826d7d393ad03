"""Where no plan holds on granted money: what would close the gap, each tried, and where it is done."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from budgetdesk.i18n import N_, _, translated
from budgetdesk.planning.plan import Closing, PlanTest
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.widgets.cards import Card, Rows, row
from budgetdesk.ui.widgets.links import LinkButton
from budgetdesk.ui.widgets.words import Words, set_shown
from budgetdesk.wording import stress as words

_WHERE = {
    "benefit": (N_("Se ydelserne"), "ydelser"),
    "one_off": (N_("Se hjælp til restancen"), "ydelser"),
    "pause": (N_("Se gælden"), "gaeld"),
    "spared": (N_("Ret budgettet"), "budget"),
    "together": (N_("Ret budgettet"), "budget"),
}


class ClosingCard(Card):
    """One sentence for each way that is enough, and a link to it."""

    def __init__(self, page: Page) -> None:
        super().__init__(_("Det ville være nok"), _("Prøvet af: med det her alene holder en plan."))
        self._page = page
        self.none = Words("")
        self.rows: Rows[Closing, QWidget] = Rows(self._row)
        self.add(self.none, self.rows)

    def show_plan(self, plan: PlanTest) -> None:
        """Show what would be enough; hidden where a plan holds."""
        none = words.none_closes(plan)
        quiet = _("Prøvet af: med det her alene holder en plan.") if plan.closes_when else ""
        self.set_heading(_("Det ville være nok") if plan.closes_when else _("Hvad ville være nok?"), quiet)
        self.none.setText(none)
        set_shown(self.none, bool(none))
        self.rows.show_items(_once(plan.closes_when))
        self.setVisible(bool(none or plan.closes_when))

    def _row(self, one: Closing) -> QWidget:
        text, page = translated(_WHERE)[one.kind]
        path = next((path for path in one.paths if path), "")
        holder = QWidget()
        box = QVBoxLayout(holder)
        box.setContentsMargins(0, 6, 0, 6)
        box.setSpacing(2)
        box.addWidget(Words(words.closing(one)))
        link = LinkButton(text, partial(self._page.place.go, page, path))
        link.setAccessibleName(f"{text}: {words.closing(one)}")
        box.addLayout(row(link))
        return holder


def _once(closings: Sequence[Closing]) -> list[Closing]:
    return list(dict.fromkeys(closings))
