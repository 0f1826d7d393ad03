"""The curve with the day that is pointed at in words, and the same figures as a table."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from budgetdesk.i18n import N_, _
from budgetdesk.planning.plan import DayBalance, PlanTest
from budgetdesk.ui.widgets.cards import Card
from budgetdesk.ui.widgets.curve import BalanceCurve
from budgetdesk.ui.widgets.figures import FigureTable
from budgetdesk.ui.widgets.words import Words, button, set_shown
from budgetdesk.wording import curve as words
from budgetdesk.wording import stress

HINT = N_("Peg på en dag med musen eller piletasterne. Så står dagen her.")
_LINES = 32
"""Room for two small lines, so that nothing moves while one points (px)."""


class CurveCard(Card):
    """Money on the accounts, day by day, with the plan paid."""

    def __init__(self, today: date) -> None:
        super().__init__(_("Penge på kontoen, dag for dag"))
        self._today = today
        self._plan: PlanTest | None = None
        self._two_years = False
        self.said = Words("", "strong")
        self.moved = Words(_(HINT), "small")
        self.moved.setMinimumHeight(_LINES)
        self.moved.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.curve = BalanceCurve(_("Penge på kontoen, dag for dag"))
        self.curve.pointed.connect(self._pointed)
        self.later = Words("", "small", tone="amber")
        self.wide = button(_("Vis to år"), self._widen, role="quiet")
        self.more = button(_("Vis som tabel"), self._toggle, role="quiet")
        self.table = FigureTable((_("Måned"), _("Laveste dag"), _(">Sidst i måneden")))
        self.table.hide()
        foot = QHBoxLayout()
        told = QVBoxLayout()
        told.setSpacing(2)
        told.addWidget(self.said)
        told.addWidget(self.moved)
        foot.addLayout(told, 1)
        foot.addWidget(self.wide, 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        self.add(self.curve, foot, self.later, self.table)

    def show_plan(self, plan: PlanTest) -> None:
        """Show the days of a plan."""
        with_plan = (
            _("med raterne, efter løn, regninger og mad") if plan.instalments else _("efter løn, regninger og mad")
        )
        self.set_heading(self.heading.text(), _("Alle konti lagt sammen, {with_plan}.").format(with_plan=with_plan))
        if plan is self._plan:
            return
        self._plan = plan
        self._draw(plan)

    def _draw(self, plan: PlanTest) -> None:
        days = self._days(plan)
        low = min(days, key=lambda day: day.balance, default=plan.lowest) if self._two_years else plan.lowest
        shown, label = words.mark(days, low, plan.on)
        marks = tuple(one.day for one in plan.changes)
        self.curve.show_days(days, shown, label, words.summary(days, low, plan.on), marks)
        self.later.setText(stress.later_below(plan))
        set_shown(self.later, bool(self.later.text()))
        if not self.table.isHidden():
            self._fill()

    def _days(self, plan: PlanTest) -> Sequence[DayBalance]:
        return plan.outlook if self._two_years and plan.outlook else plan.curve

    def _widen(self) -> None:
        """The run of the plan, or two years from today."""
        self._two_years = not self._two_years
        self.wide.setText(_("Vis planens tid") if self._two_years else _("Vis to år"))
        if self._plan is not None:
            self._draw(self._plan)

    def _pointed(self, day: DayBalance | None) -> None:
        if day is None:
            said, moved = (words.day_line(self._plan.curve[0], self._today) if self._plan else ""), _(HINT)
        else:
            said, moved = words.day_line(day, self._today), words.moves_line(day)
            changes = [one.text for one in self._plan.changes if one.day == day.day] if self._plan else []
            moved = " ".join([*changes, moved])
            self.curve.say(f"{said}. {moved}")
        self.said.setText(said)
        self.moved.setText(moved)

    def _toggle(self) -> None:
        show = self.table.isHidden()
        self.more.setText(_("Skjul tabellen") if show else _("Vis som tabel"))
        if show:
            self._fill()
        else:
            self.table.hide()

    def _fill(self) -> None:
        months = words.months(self._days(self._plan), self._today) if self._plan else ()
        self.table.show_rows([(m.title, m.lowest, m.end) for m in months])
