"""The bills that a month cannot show: asked about one by one; the answer is put aside for month by month."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from budgetdesk import formats
from budgetdesk.actions import conversation
from budgetdesk.actions.desk import Desk
from budgetdesk.actions.spending import Change
from budgetdesk.errors import BudgetDeskError
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.i18n import _, translated
from budgetdesk.ledger.missing_bills import BillQuestion
from budgetdesk.money import ZERO
from budgetdesk.ui.dialogs.base import SmallDialog
from budgetdesk.ui.widgets.announced import Announced
from budgetdesk.ui.widgets.cards import form_grid, row
from budgetdesk.ui.widgets.choices import ListChoice
from budgetdesk.ui.widgets.fields import AmountEdit
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.words import Words, button, set_shown
from budgetdesk.wording.conversation import RHYTHMS

_RHYTHMS = (Rhythm.YEARLY, Rhythm.HALFYEARLY, Rhythm.QUARTERLY, Rhythm.BIMONTHLY, Rhythm.MONTHLY)


class BillsDialog(SmallDialog):
    """One bill at a time; each answer is saved as one step."""

    def __init__(self, desk: Desk, put: Callable[[Change], object], parent: QWidget) -> None:
        super().__init__(parent, _("Regninger, der kommer sjældent"), _("Gem"), self.save)
        self._desk, self._put = desk, put
        self.widen(640)
        self.left = list(conversation.bills_to_ask_about(desk.record, desk.library))
        self._many, self._at = len(self.left), 0
        self.count = Words("", "muted")
        self.question = Announced("section")
        self.where = Words("", "muted")
        self.amount = AmountEdit(empty=None)
        self.rhythm = ListChoice([(each, translated(RHYTHMS)[each]) for each in _RHYTHMS])
        names = [(number, formats.month_name(number)) for number in range(1, 13)]
        self.month = ListChoice(names, unknown=_("ved ikke"))
        self.fields = form_grid(
            [
                Labelled(_("Hver gang, kr."), self.amount),
                Labelled(_("Hvor tit"), self.rhythm),
                Labelled(_("Næste gang i"), self.month),
            ],
            3,
            least=140,
        )
        self.none = button(_("Den har vi ikke"), lambda: self._answer(ZERO))
        self.skip = button(_("Spring over"), self._next)
        others = QWidget()
        others.setLayout(row(self.none, self.skip))
        self.add(self.count, self.question, self.where, self.fields, others)
        self._others = others
        self._show()

    def save(self) -> None:
        """Set the amount aside; without one say so."""
        if self.asked is None:
            self.accept()
            return
        try:
            amount = self.amount.value()
        except BudgetDeskError as error:
            self.problem.say(str(error))
            return
        if not amount:
            self.problem.say(_("Skriv beløbet, eller vælg “Den har vi ikke”."))
            return
        self._answer(amount)

    @property
    def asked(self) -> BillQuestion | None:
        """The bill that is asked about; None after the last."""
        return self.left[self._at] if self._at < len(self.left) else None

    def _answer(self, amount: Decimal) -> None:
        asked = self.asked
        if asked is None:
            return
        rhythm = self.rhythm.value() or asked.bill.rhythm
        change = conversation.answer_bill(
            self._desk.record, asked.bill, amount, self._desk.library, rhythm=rhythm, months=self._months(rhythm)
        )
        self._put(change)
        self._next()

    def _months(self, rhythm: Rhythm) -> tuple[int, ...]:
        """The months of the year that follow from the next one."""
        first, times = self.month.value(), rhythm.times_a_year
        if first is None or not times or 12 % times:
            return ()
        step = 12 // times
        return tuple(sorted((first - 1 + step * number) % 12 + 1 for number in range(times)))

    def _next(self) -> None:
        self._at += 1
        self._show()

    def _show(self) -> None:
        asked = self.asked
        for part in (self.where, self.fields, self._others):
            set_shown(part, asked is not None)
        self.problem.say("")
        self.agree.setText(_("Gem") if asked is not None else _("Luk"))
        self.agree.setAccessibleName(self.agree.text())
        if asked is None:
            self.count.setText("")
            said = _("I har svaret på det hele.") if self._many else _("Der er ingen regninger at spørge om.")
            self.question.say(_("{said} Det, I har svaret, står i budgettet.").format(said=said))
            self.agree.setFocus()
            return
        self.count.setText(_("{at} af {many}: {title}").format(at=self._at + 1, many=self._many, title=asked.title))
        self.question.say(asked.text)
        self.where.setText(asked.bill.where)
        self.amount.show_text("")
        self.rhythm.show_value(asked.bill.rhythm)
        self.month.show_value(asked.bill.months[0] if asked.bill.months else None)
        self.amount.setFocus()
