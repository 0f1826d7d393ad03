"""Plans side by side: the shortest, the gentlest, one with a one-off payment, and the one that is chosen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from budgetdesk.actions import plans
from budgetdesk.i18n import _
from budgetdesk.planning.plan import PlanOption, PlanTest
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.widgets.cards import Card, columns, row
from budgetdesk.ui.widgets.words import Chip, Words, button, set_shown
from budgetdesk.wording import plan as words

LEAST = 196
"""The narrowest that one plan may be, px."""
NAMES = ("shortest", "gentlest", "with_one_off", "chosen")


class OptionsCard(Card):
    """Each plan with what it costs, its lowest day and who may approve it; chosen with one press."""

    def __init__(self, page: Page, own: Callable[[], object]) -> None:
        super().__init__(_("Planer side om side"))
        self._page = page
        self._options: Mapping[str, PlanOption] = {}
        self.none = Words(_("Ingen plan inden for politikken holder endnu."), "muted")
        self.panels = {name: Panel(partial(self._choose, name)) for name in NAMES}
        self.beside = columns(*self.panels.values())
        self.own = button(_("Lav jeres egen plan"), own)
        self.add(self.none, self.beside)
        self.box.addStretch(1)
        self.add(row(self.own))

    def show_plan(self, plan: PlanTest) -> None:
        """Show the plans there are; the one that is chosen says so."""
        chosen = plans.instalments(self._page.record)
        self._options = words.beside(plan, chosen)
        set_shown(self.none, not plan.alternatives)
        set_shown(self.beside, bool(self._options))
        for name, panel in self.panels.items():
            option = self._options.get(name)
            set_shown(panel, option is not None)
            if option is not None:
                panel.show_option(option, plan, self._options, chosen=option.instalments == chosen)

    def _choose(self, name: str) -> None:
        page, option = self._page, self._options[name]
        policy, on = page.desk.library.policy, page.desk.today
        page.change(_("Vælg plan"), plans.choose(page.record, option.instalments, policy, on=on))


class Panel(QWidget):
    """One plan."""

    def __init__(self, choose: Callable[[], object]) -> None:
        super().__init__()
        self.setMinimumWidth(LEAST)
        self.title, self.count = Words("", "strong"), Words("", "figure")
        self.lines = [Words("", "") for _rest in range(2)] + [Words("", "small") for _rest in range(4)]
        self.choose = button(_("Vælg"), choose)
        self.chosen = Chip(_("valgt"), "accent")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 4, 0, 4)
        box.setSpacing(3)
        for widget in (self.title, self.count, *self.lines):
            box.addWidget(widget)
        box.addStretch(1)
        box.addLayout(row(self.choose, self.chosen))

    def show_option(
        self, option: PlanOption, plan: PlanTest, options: Mapping[str, PlanOption], *, chosen: bool
    ) -> None:
        """Show one plan in a few lines."""
        told = words.side(option, plan, both="gentlest" not in options and option.name == "shortest")
        self.title.setText(told.title)
        self.count.setText(told.size)
        for line, text in zip(self.lines, told.lines, strict=True):
            line.setText(text)
            set_shown(line, bool(text))
        set_shown(self.choose, not chosen)
        self.choose.setAccessibleName(_("Vælg {title}: {size}").format(title=told.title, size=told.size))
        set_shown(self.chosen, chosen)
