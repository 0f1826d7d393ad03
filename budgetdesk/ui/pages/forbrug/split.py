"""One bank row on several lines: a line and kroner each; what is left over stays where the row stands."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from budgetdesk import formats
from budgetdesk.actions import talk
from budgetdesk.actions.desk import Desk
from budgetdesk.actions.spending import Change
from budgetdesk.budget.chart import Owner
from budgetdesk.errors import BudgetDeskError
from budgetdesk.i18n import _
from budgetdesk.ledger.by_hand import parts_of
from budgetdesk.money import ZERO
from budgetdesk.ui import theme
from budgetdesk.ui.dialogs.base import SmallDialog
from budgetdesk.ui.widgets.cards import row
from budgetdesk.ui.widgets.choices import ListChoice
from budgetdesk.ui.widgets.fields import AmountEdit
from budgetdesk.ui.widgets.words import Words, button

_AT_FIRST = 2


class SplitDialog(SmallDialog):
    """A few parts; the rest is told while one types."""

    def __init__(self, desk: Desk, row_id: str, done: Callable[[Change], object], parent: QWidget) -> None:
        super().__init__(parent, _("Del beløbet"), _("Del"), self._go)
        self._desk, self._row_id, self._done = desk, row_id, done
        there = next(each for each in desk.record.spending.transactions if each.id == row_id)
        self.whole = -there.amount
        self.widen(560)
        self.parts: list[tuple[ListChoice, AmountEdit]] = []
        self._rows = QWidget()
        self._box = QVBoxLayout(self._rows)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme.GAP)
        self.rest = Words("", "strong")
        more = QWidget()
        more.setLayout(row(button(_("Tilføj del"), self._more)))
        self.add(
            Words(_("{whole} i alt. Skriv, hvad der gik til hvad.").format(whole=formats.kroner(self.whole)), "muted"),
            self._rows,
        )
        self.add(more, self.rest)
        before = parts_of(desk.record.spending, row_id)
        for part in before:
            self._part(part.line, part.amount)
        while len(self.parts) < _AT_FIRST:
            self._part()
        self._show_rest()
        self.parts[0][0].setFocus()

    def _more(self) -> None:
        self._part()
        self.parts[-1][0].setFocus()

    def _part(self, line: str = "", amount: Decimal = ZERO) -> None:
        chart = self._desk.library.chart
        lines = [(code, each.title) for code, each in chart.lines.items() if each.owner is Owner.BUDGET]
        choice = ListChoice(sorted(lines, key=lambda pair: pair[1].casefold()), unknown=_("Vælg linje"), width=340)
        number = len(self.parts) + 1
        choice.name(_("Del {number}, linje").format(number=number))
        choice.show_value(line or None)
        kroner = AmountEdit(empty=ZERO)
        kroner.name(_("Del {number}, kroner").format(number=number))
        kroner.show_value(amount)
        kroner.edited.connect(self._show_rest)
        self.parts.append((choice, kroner))
        across = QHBoxLayout()
        across.addWidget(choice)
        across.addWidget(kroner)
        across.addStretch(1)
        self._box.addLayout(across)

    def _show_rest(self) -> None:
        try:
            left = self.whole - sum((kroner.value() for _rest, kroner in self.parts), ZERO)
        except BudgetDeskError as error:
            self.problem.say(str(error))
            return
        self.problem.say("")
        if left < ZERO:
            self.rest.setText(_("Delene er {left} for meget.").format(left=formats.kroner(-left)))
        else:
            self.rest.setText(
                _("Rest: {left}, som bliver stående.").format(left=formats.kroner(left)) if left else _("Det går op.")
            )

    def _go(self) -> None:
        try:
            parts = [(choice.value(), kroner.value()) for choice, kroner in self.parts if kroner.value()]
            if any(not line for line, _rest in parts):
                self.problem.say(_("Vælg en linje for hver del, der har et beløb."))
                return
            change = talk.split(self._desk.record, self._row_id, parts, self._desk.library)
        except BudgetDeskError as error:
            self.problem.say(str(error))
            return
        self.accept()
        self._done(change)
