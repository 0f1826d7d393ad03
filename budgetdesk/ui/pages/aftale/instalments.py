"""The instalments: to read while they are proposed, to change once they are chosen; and a plan of one's own."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from budgetdesk import formats
from budgetdesk.actions import plans
from budgetdesk.casework.record import Record
from budgetdesk.errors import BudgetDeskError
from budgetdesk.household.agreement import Instalment
from budgetdesk.i18n import N_, _, translated
from budgetdesk.money import ZERO
from budgetdesk.planning.plan import PlanTest
from budgetdesk.ui import phrases
from budgetdesk.ui.binding import Put
from budgetdesk.ui.messages import show_error
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.widgets.cards import Card, Rows, form_grid, row
from budgetdesk.ui.widgets.choices import Choice
from budgetdesk.ui.widgets.fields import AmountEdit, DateEdit, NumberEdit
from budgetdesk.ui.widgets.figures import FigureTable
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.table import TableRow, table_head
from budgetdesk.ui.widgets.words import InlineError, Words, button

_PATH = "case.agreement.instalments"
_TITLES = (N_("Nr."), N_("Betales senest"), N_("Beløb"), N_("Rest, kr."), "")
_WIDTHS = (24, 108, 100, -1, 56)
_CHOSEN = N_("Den valgte plan. Ret dage og beløb, som I vil.")
_TRIED = N_("Den længste plan, politikken tillader. Den holder ikke.")
_PROPOSED = N_("Programmets forslag. Vælg det, eller lav jeres eget.")
LEAST = 456
"""The narrowest that the instalments may stand, px."""


class InstalmentsCard(Card):
    """Number, day, amount and what is left after each."""

    def __init__(self, page: Page) -> None:
        super().__init__(_("Raterne"))
        self._page = page
        self.setMinimumWidth(LEAST)
        self._proposed: tuple[Instalment, ...] = ()
        self.table = FigureTable((".Nr.", _("Betales senest"), _(">Beløb"), ">Rest"))
        self.head = table_head(translated(_TITLES), _WIDTHS)
        for title in self.head.findChildren(Words):
            if title.text() == translated(_TITLES)[3]:
                title.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.rows: Rows[int, TableRow] = Rows(self._row)
        self.sum = Words("", "strong")
        self.edit = button(_("Ret raterne"), self._edit)
        self.more = button(_("Tilføj rate"), self._more)
        self.level = button(_("Læg resten på den sidste rate"), self._level)
        self.drop = button(_("Brug programmets forslag"), self._drop, role="quiet")
        self.add(self.table, self.head, self.rows, self.sum)
        self.add(row(self.edit, self.more, self.drop), row(self.level))
        page.place.binder.anchor(_PATH, self.edit)

    def show_plan(self, plan: PlanTest) -> None:
        """Show the chosen instalments, else those of the proposal."""
        record = self._page.record
        chosen = plans.instalments(record)
        self._proposed = plan.instalments
        self.setVisible(bool(chosen or plan.instalments))
        self.set_heading(_("Raterne"), _(_CHOSEN) if chosen else _(_PROPOSED) if plan.alternatives else _(_TRIED))
        self.table.show_rows([] if chosen else _lines(plan.instalments, plan.total))
        self.head.setVisible(bool(chosen))
        self.rows.show_items(range(len(chosen)))
        for number, left in enumerate(plans.rests(chosen, plans.to_share(record))):
            self._rest(number, left)
        self._sum(record)
        for widget in (self.more, self.drop):
            widget.setVisible(bool(chosen))
        self.edit.setVisible(not chosen)

    def _sum(self, record: Record) -> None:
        chosen, left = plans.instalments(record), plans.difference(record)
        paid = formats.kroner(plans.to_share(record) - left)
        if left > ZERO:
            said = _("I alt {paid} Der mangler {left} af restancen.").format(paid=paid, left=formats.kroner(left))
        elif left < ZERO:
            said = _("I alt {paid} Det er {left} mere end restancen.").format(paid=paid, left=formats.kroner(-left))
        else:
            said = _("I alt {paid} Det er hele restancen.").format(paid=paid)
        self.sum.setText(said)
        self.sum.setVisible(bool(chosen))
        self.level.setVisible(bool(chosen) and left != ZERO)

    def _rest(self, number: int, left: Decimal) -> None:
        label = self.rows.rows[number].cells[3]
        if isinstance(label, Words):
            label.setText(formats.amount(left))

    def _row(self, number: int) -> TableRow:
        due, amount = DateEdit(self._page.desk.today, width=108), AmountEdit(empty=ZERO, width=100)
        bind = self._page.place.binder.bind_with
        bind(
            f"{_PATH}.{number}.due",
            due,
            _("Rate {number}, dag").format(number=number + 1),
            partial(_due, number),
            _put_due(number),
        )
        bind(
            f"{_PATH}.{number}.amount",
            amount,
            _("Rate {number}, beløb").format(number=number + 1),
            partial(_amount, number),
            _put(number),
        )
        amount.line.returnPressed.connect(partial(self._next, number))
        left = Words("", "muted", wrap=False)
        left.setAlignment(Qt.AlignmentFlag.AlignRight)
        name = _("Fjern rate {number}").format(number=number + 1)
        drop = button(_("Fjern"), partial(self._remove, number), role="quiet", name=name)
        return TableRow([Words(f"{number + 1}.", "muted", wrap=False), due, amount, left, drop], _WIDTHS)

    def _next(self, number: int) -> None:
        """Enter in the last field of a row starts the next one."""
        if number + 1 in self.rows.rows:
            self.rows.rows[number + 1].cells[1].setFocus()
        else:
            self.more.setFocus()

    def _edit(self) -> None:
        desk = self._page.desk
        self._page.change(_("Vælg plan"), plans.choose(desk.record, self._proposed, desk.library.policy, on=desk.today))
        if 0 in self.rows.rows:
            self.rows.rows[0].cells[2].setFocus()

    def _more(self) -> None:
        desk = self._page.desk
        self._page.change(_("Tilføj rate"), plans.with_one_more(desk.record, desk.library.policy, desk.today))
        last = len(plans.instalments(desk.record)) - 1
        if last in self.rows.rows:
            self.rows.rows[last].cells[2].setFocus()

    def _remove(self, number: int) -> None:
        self._page.place.binder.flush()
        self._page.change(_("Fjern rate"), plans.without(self._page.record, number))

    def _level(self) -> None:
        self._page.place.binder.flush()
        try:
            self._page.change(_("Læg resten på den sidste rate"), plans.rest_on_last(self._page.record))
        except BudgetDeskError as error:
            show_error(self, error)

    def _drop(self) -> None:
        self._page.change(_("Slip den valgte plan"), plans.let_go(self._page.record, on=self._page.desk.today))


def _lines(plan: Sequence[Instalment], total: Decimal) -> list[tuple[str, ...]]:
    rests = plans.rests(plan, total)
    return [
        (f"{number}.", _day(one), formats.kroner(one.amount), formats.kroner(left))
        for number, (one, left) in enumerate(zip(plan, rests, strict=True), 1)
    ]


def _day(one: Instalment) -> str:
    return formats.capital(phrases.weekday(one.due)) + f" {one.due.year}"


def _at(number: int, record: Record) -> Instalment:
    plan = plans.instalments(record)
    if number >= len(plan):
        raise KeyError(number)
    return plan[number]


def _due(number: int, record: Record) -> object:
    return _at(number, record).due


def _amount(number: int, record: Record) -> object:
    return _at(number, record).amount


def _put_due(number: int) -> Put:
    return lambda record, value: plans.with_due(record, number, value)


def _put(number: int) -> Put:
    return lambda record, value: plans.with_amount(record, number, value)


class OwnPlanCard(Card):
    """So many instalments, or so much a month, from a day of one's own."""

    def __init__(self, page: Page) -> None:
        super().__init__(_("Jeres egen plan"), _("Programmet prøver den af med det samme. I kan altid fortryde."))
        self._page = page
        self.how = Choice([("count", _("Antal rater")), ("amount", _("Beløb om måneden"))])
        self.how.name(_("Hvordan I vil dele restancen"))
        self.how.show_value("count")
        self.how.edited.connect(self._show_how)
        self.count = NumberEdit(what=_("Antal rater"), low=1, high=plans.MOST, whole=True)
        self.amount = AmountEdit()
        self.first = DateEdit(page.desk.today)
        self.first.show_value(plans.first_day(page.desk.library.policy, page.desk.today))
        self.by_count = Labelled(_("Antal rater"), self.count)
        self.by_amount = Labelled(_("Beløb om måneden"), self.amount)
        self.problem = InlineError()
        self.use = button(_("Brug planen"), self._use)
        for field in (self.count, self.amount, self.first):
            field.line.returnPressed.connect(self._use)
        size = QWidget()
        box = QVBoxLayout(size)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.by_count)
        box.addWidget(self.by_amount)
        fields = form_grid([size, Labelled(_("Første rate"), self.first)], 2, least=140)
        self.add(self.how, fields, self.problem, row(self.use))
        self._show_how()

    def begin(self) -> None:
        """Put the keyboard into the first field."""
        self.how.setFocus()

    def _show_how(self) -> None:
        by_count = self.how.value() == "count"
        self.by_count.setVisible(by_count)
        self.by_amount.setVisible(not by_count)
        self.problem.say("")

    def _use(self) -> None:
        page, policy, on = self._page, self._page.desk.library.policy, self._page.desk.today
        page.place.binder.flush()
        total = plans.owed(page.record)
        try:
            first = self.first.value() or plans.first_day(policy, on)
            if self.how.value() == "count":
                plan = plans.by_count(total, self.count.value() or 0, first, policy, on)
            else:
                plan = plans.by_amount(total, self.amount.value() or ZERO, first, policy, on)
        except BudgetDeskError as error:
            self.problem.say(str(error))
            return
        self.problem.say("")
        page.change(_("Vælg egen plan"), plans.choose(page.record, plan, policy, on=on))
