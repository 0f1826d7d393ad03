"""What a month, or an average of months, would change in the budget, line by line, before it is done in one step."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from budgetdesk import formats
from budgetdesk.actions import conversation
from budgetdesk.actions import spending as actions
from budgetdesk.actions.conversation import averages_to_offer
from budgetdesk.actions.desk import Desk
from budgetdesk.actions.spending import Change
from budgetdesk.budget.month import MonthBudget
from budgetdesk.dates import Month
from budgetdesk.i18n import _
from budgetdesk.ledger.averages import Average
from budgetdesk.ledger.summary import LineSummary
from budgetdesk.ui import phrases, theme
from budgetdesk.ui.widgets.cards import row
from budgetdesk.ui.widgets.choices import Choice
from budgetdesk.ui.widgets.fitting import resize_within
from budgetdesk.ui.widgets.words import Points, Words, button, hairline, set_look, set_shown
from budgetdesk.wording import conversation as wording
from budgetdesk.wording.key_figures import left_over


class IntoBudget(QDialog):
    """Lines that will be written; lines somebody has typed and irregular ones only where ticked."""

    def __init__(self, desk: Desk, month: Month, put: Callable[[Change], object], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Læg i budgettet"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        resize_within(self, 680, 640)
        self._desk, self._month, self._put = desk, month, put
        self.ticks: dict[str, QCheckBox] = {}
        self._amounts: dict[str, Words] = {}
        self._averages = {a.span: a for a in averages_to_offer(desk.record, desk.library)}
        spans = [(span, wording.average(average)) for span, average in self._averages.items()]
        summary = actions.month_summary(desk.record, month, desk.library)
        self.span = Choice([(0, wording.one_month(month, summary.spent - summary.unsorted)), *spans])
        self.span.name(_("Hvilke måneder"))
        self.span.show_value(0)
        self.span.edited.connect(self._fill)
        self.covered = Words("", "small")
        self.after = Words("", "strong")
        self.ok = button(_("Læg i budgettet"), self._accept, role="primary")
        self.ok.setDefault(True)
        self._area = QScrollArea()
        self._lay_out()
        self._fill()

    @property
    def average(self) -> Average | None:
        """The average that is chosen; None for the month itself."""
        return self._averages.get(self.span.value())

    def change(self) -> Change:
        """What pressing the button would do."""
        return self._change([code for code, tick in self.ticks.items() if tick.isChecked()])

    def _change(self, chosen: Sequence[str]) -> Change:
        record, library = self._desk.record, self._desk.library
        if self.average is not None:
            return conversation.put_average_into_budget(record, self.average, library, chosen=chosen)
        return actions.put_into_budget(record, self._month, library, chosen=chosen)

    def _fill(self) -> None:
        """Show what the chosen months would change; ticks begin anew."""
        desk, average = self._desk, self.average
        self.ticks, self._amounts = {}, {}
        self.covered.setText(average.text if average is not None else "")
        set_shown(self.covered, average is not None)
        offer = actions.month_proposals(desk.record, self._month, desk.library, average=average)
        body = QWidget()
        self._box = QVBoxLayout(body)
        self._box.setContentsMargins(0, 0, 10, 0)
        self._box.setSpacing(6)
        self._part(_("Det bliver skrevet"), "", offer.written, ticked=None)
        self._part(
            _("Her står der et beløb allerede"),
            _("Sæt hak ved dem, kontoudtoget skal rette."),
            offer.typed,
            ticked=False,
        )
        self._part(_("Kommer ikke hver måned"), _("Sæt hak, hvis det er hele regningen."), offer.reserves, ticked=False)
        elsewhere = [f"{line.title}: {phrases.kroner(line.amount)}" for line in offer.elsewhere]
        elsewhere += [f"{seen.title}: {phrases.kroner(seen.amount)}" for seen in offer.income]
        points = Points(_("Skrives et andet sted og røres ikke"))
        points.show_points(elsewhere)
        self._box.addWidget(points)
        self._box.addStretch(1)
        self._all = desk.preview(self._change(tuple(self.ticks)).record).month
        self._area.setWidget(body)
        self._show_after()

    def _lay_out(self) -> None:
        area = self._area
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 18, 20, theme.INNER)
        box.setSpacing(10)
        box.addWidget(Words(_("Tallene fra {month}").format(month=formats.month(self._month)), "section"))
        box.addWidget(Words(_("kr. om måneden. Det hele kan fortrydes i ét skridt."), "muted"))
        box.addWidget(self.span)
        box.addWidget(self.covered)
        set_shown(self.span, bool(self._averages))
        box.addWidget(area, 1)
        box.addWidget(self.after)
        box.addLayout(row(None, button(_("Fortryd"), self.reject), self.ok))

    def _part(self, heading: str, quiet: str, lines: Sequence[LineSummary], *, ticked: bool | None) -> None:
        if not lines:
            return
        self._box.addWidget(Words(heading, "section"))
        if quiet:
            self._box.addWidget(Words(quiet, "small"))
        for line in lines:
            self._box.addWidget(self._line(line, ticked=ticked))
        self._box.addWidget(hairline())

    def _line(self, line: LineSummary, *, ticked: bool | None) -> QWidget:
        amount = Words("", "", wrap=False)
        self._amounts[line.code] = amount
        holder = QWidget()
        across = QHBoxLayout(holder)
        across.setContentsMargins(0, 2, 0, 2)
        if ticked is None:
            across.addWidget(Words(line.title), 1)
        else:
            tick = QCheckBox(line.title)
            tick.setChecked(ticked)
            tick.toggled.connect(lambda _on: self._show_after())
            self.ticks[line.code] = tick
            across.addWidget(tick, 1)
        across.addWidget(amount)
        return holder

    def _show_after(self) -> None:
        """Before and after, each line and what is left: from the same overview that the page would show."""
        before = self._desk.overview.month
        after = self._desk.preview(self.change().record).month
        for code, words in self._amounts.items():
            old, new = _per_month(before, code), _per_month(self._all, code)
            words.setText(_("{old}, det samme").format(old=old) if old == new else f"{old} → {new}")
            tick = self.ticks.get(code)
            set_look(words, role="strong" if tick is None or tick.isChecked() else "muted")
        self.after.setText(
            _("Luft pr. måned: {left_over} → {left_over_2}").format(
                left_over=phrases.kroner(left_over(before)), left_over_2=phrases.kroner(left_over(after))
            )
        )

    def _accept(self) -> None:
        change = self.change()
        self.accept()
        self._put(change)


def _per_month(month: MonthBudget, code: str) -> str:
    """What a line costs a month; its rows side by side where there are several."""
    found = [phrases.whole_kroner(row.per_month) for row in month.expenses if row.code == code and row.counts]
    return " + ".join(found) or "0"
