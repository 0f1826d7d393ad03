"""Sammenlign lån: offers beside each other, and a loan at another rate. Nothing is stored in the case.

`open_loans(parent, case)` opens it from anywhere; it begins with the loans of the case, as they run on today.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from budgetdesk import formats
from budgetdesk.benefits.rates import Rates
from budgetdesk.errors import BudgetDeskError, NoRateError
from budgetdesk.household.case import Case
from budgetdesk.i18n import _
from budgetdesk.planning.loans import Caps, Offer, Priced, caps_on, compare
from budgetdesk.ui import tab_order, theme
from budgetdesk.ui.dialogs.loan_fields import OfferRow, RefinanceCard, known_loans, offer_head
from budgetdesk.ui.keyed_dialog import KeyedDialog
from budgetdesk.ui.widgets.cards import Card, Rows, row
from budgetdesk.ui.widgets.figures import FigureTable
from budgetdesk.ui.widgets.scrolling import scrolled
from budgetdesk.ui.widgets.words import InlineError, Words, button, set_shown
from budgetdesk.wording import loans as words

REST = 150
"""How long the keys rest before it is counted, ms."""
MOST = 8
SIZE = (1060, 720)


@dataclass(frozen=True, kw_only=True)
class LawOf:
    """The figures of the law, and the day they are asked about."""

    rates: Rates
    on: date


def open_loans(parent: QWidget, case: Case, *, law: LawOf | None = None) -> LoansDialog:
    """Open the dialog over the window of `parent`. Without `law` it takes that of the open case; where there is none
    either, offers are compared and nothing is said of the law."""
    view = getattr(parent.window(), "case_view", None)
    if law is None and view is not None:
        law = LawOf(rates=view.desk.library.rates, on=view.desk.today)
    dialog = LoansDialog(parent.window(), case, law)
    dialog.open()
    return dialog


class LoansDialog(KeyedDialog):
    """Offers above, the answer below them, another rate at the foot."""

    def __init__(self, parent: QWidget, case: Case, law: LawOf | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Sammenlign lån"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._caps, self._no_caps = _caps(law)
        self._numbers = 0
        self._known = known_loans(case)
        self._timer = QTimer(self, singleShot=True, interval=REST)
        self._timer.timeout.connect(self.count)
        self.rows: Rows[int, OfferRow] = Rows(self._row)
        self.more = button(_("Tilføj et tilbud"), self.add_offer)
        self.problem = InlineError()
        self.ranking = Words("", "strong")
        self.table = FigureTable((_("Tilbud"), _(">ÅOP"), ">Koster", _("Det betyder")), stretch=(2, 0, 0, 5))
        self.table.hide()
        self.refinance = RefinanceCard(self._known)
        self._lay_out()
        self.rows.show_items([self._next() for _rest in range(max(2, min(len(self._known) + 1, MOST)))])
        for offered, loan in zip(self.rows.rows.values(), self._known, strict=False):
            offered.show_loan(loan)
        self.count()
        QTimer.singleShot(0, self, lambda: tab_order.focus_first(self))
        room = parent.size()
        self.resize(min(SIZE[0], room.width() - 40), min(SIZE[1], room.height() - 40))

    def add_offer(self) -> None:
        """One more row, with the keyboard in it."""
        number = self._next()
        self.rows.show_items([*self.rows.rows, number])
        self.rows.rows[number].name.setFocus()
        set_shown(self.more, len(self.rows.rows) < MOST)

    def count(self) -> None:
        """Compare what is filled in; what cannot be is told in one sentence."""
        offers: list[Offer] = []
        said = ""
        for number, offered in enumerate(self.rows.rows.values(), 1):
            try:
                offer = offered.offer(number)
            except BudgetDeskError as error:
                said = said or f"{offered.title(number)}: {error}"
                continue
            if offer is not None:
                offers.append(offer)
        found: tuple[Priced, ...] = ()
        try:
            found = compare(offers, self._caps)
        except BudgetDeskError as error:
            said = said or str(error)
        self.problem.say(said)
        self.table.show_rows([_line(one, self._caps) for one in found])
        self.ranking.setText(words.ranking(found))
        set_shown(self.ranking, len(found) > 1)

    def _next(self) -> int:
        self._numbers += 1
        return self._numbers

    def _row(self, number: int) -> OfferRow:
        return OfferRow(number, self._timer.start, lambda: self._remove(number))

    def _remove(self, number: int) -> None:
        left = [key for key in self.rows.rows if key != number]
        self.rows.show_items(left or [self._next()])
        set_shown(self.more, True)
        next(iter(self.rows.rows.values())).name.setFocus()
        self._timer.start()

    def _lay_out(self) -> None:
        offers = Card(
            _("Tilbud"), _("Skriv det, I får udbetalt, og det, I skal betale. Gebyrer ved start skrives for sig.")
        )
        offers.add(offer_head(), self.rows, row(self.more), self.problem, self.ranking, self.table)
        if self._no_caps:
            offers.add(Words(self._no_caps, "small"))
        body = QWidget()
        inner = QVBoxLayout(body)
        inner.setContentsMargins(0, 0, 10, 0)
        inner.setSpacing(theme.BETWEEN)
        for card in (offers, self.refinance):
            inner.addWidget(card)
        inner.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(28, 22, 28, 18)
        box.setSpacing(theme.INNER)
        box.addWidget(Words(_("Sammenlign lån"), "title"))
        box.addWidget(
            Words(
                _("ÅOP er alt, hvad lånet koster om året, i procent. {value}").format(value=_(words.NOTHING_STORED)),
                "muted",
            )
        )
        box.addWidget(scrolled(body), 1)
        box.addLayout(row(None, button(_("Luk"), self.accept)))


def _line(one: Priced, caps: Caps | None) -> tuple[str, ...]:
    shown = formats.percent(one.aaop, 2)
    return one.name, shown, formats.kroner(one.total_cost), words.sentence(one, caps)


def _caps(law: LawOf | None) -> tuple[Caps | None, str]:
    if law is None:
        return None, _("Lovens loft er ikke prøvet her.")
    try:
        return caps_on(law.rates, law.on), ""
    except NoRateError as error:
        return None, _("Lovens loft er ikke prøvet. {error}").format(error=error)
