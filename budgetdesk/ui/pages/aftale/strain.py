"""The plan under strain, as a small table in words."""

from __future__ import annotations

from budgetdesk.i18n import _, translated
from budgetdesk.planning.plan import PlanTest
from budgetdesk.ui.widgets.cards import Card
from budgetdesk.ui.widgets.figures import FigureTable
from budgetdesk.ui.widgets.words import Points, Words, set_shown
from budgetdesk.wording import stress as words


class StrainCard(Card):
    """What happens to the plan if something goes wrong, and what is known to change on the way."""

    def __init__(self) -> None:
        super().__init__(_(words.HEADING), _("Prøvet med jeres tal, dag for dag. Den samme liste for alle."))
        self.table = FigureTable(translated(words.COLUMNS), stretch=(5, 6, 2))
        self.ahead = Words(_("Det ændrer sig undervejs"), "section")
        self.changes = Points()
        self.assumed = Words("", "small")
        self.add(self.table, self.ahead, self.changes, self.assumed)

    def show_plan(self, plan: PlanTest) -> None:
        """Show the table of a plan that holds, and what changes in the two years ahead."""
        lines = [words.line(row, plan.on) for row in plan.stress]
        self.table.show_rows([(one.what, _capital(one.then), one.limit or "–") for one in lines])
        title = _(words.HEADING) if lines else _("Det ændrer sig undervejs")
        self.set_heading(title, _("Prøvet med jeres tal, dag for dag. Den samme liste for alle.") if lines else "")
        set_shown(self.ahead, bool(lines and plan.changes))
        self.changes.show_points(tuple(words.change(one, plan.on) for one in plan.changes))
        self.assumed.setText(" ".join(plan.assumed))
        set_shown(self.assumed, bool(plan.assumed))
        self.setVisible(bool(lines or plan.changes))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
