"""Which bank row paid a receipt: said in one line, with a yes, a no, another row, or cash."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from budgetdesk.actions import receipts as actions
from budgetdesk.actions.desk import Desk
from budgetdesk.i18n import _
from budgetdesk.ledger.receipt_joining import Offer
from budgetdesk.ledger.spending import PaidBy, Receipt, Transaction
from budgetdesk.ui import phrases
from budgetdesk.ui.widgets.cards import row
from budgetdesk.ui.widgets.search_list import Found, SearchList
from budgetdesk.ui.widgets.words import Words, button, set_shown


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What was said: bank rows (ids) that paid it, rows that did not, or cash. Nothing said is nothing changed."""

    rows: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    cash: bool = False


class PaidByBar(QWidget):
    """`show_receipt`; then `answer` is what was said about it."""

    answered = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._receipt: Receipt | None = None
        self._offer: Offer | None = None
        self.answer = Answer()
        self.said = Words("", "")
        self.yes = button(_("Ja"), self._yes, name=_("Ja, den postering betalte kvitteringen"))
        self.no = button(_("Nej"), self._no, name=_("Nej, den postering betalte ikke kvitteringen"))
        self.another = button(_("Anden postering ..."), self.choose, role="quiet")
        self.cash = button(_("Kontant"), self._cash, role="quiet", name=_("Den blev betalt kontant"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(self.said)
        box.addLayout(row(self.yes, self.no, self.another, self.cash, space=6))

    def show_receipt(self, receipt: Receipt, offer: Offer | None) -> None:
        """Show another receipt; nothing has been said about it yet."""
        self._receipt, self._offer, self.answer = receipt, offer, Answer()
        self._show()

    def follow(self, typed: Receipt | None) -> None:
        """The total or the lines have changed: other rows may fit."""
        if typed is not None:
            self._receipt = typed

    def choose(self) -> SearchList | None:
        """Pick the bank row by a few letters of its text or its amount."""
        if self._receipt is None:
            return None
        rows = actions.bank_rows_for(self._desk.record, self._receipt)
        found = [
            Found(r.id, f"{phrases.short_day(r.date)}   {r.text}", phrases.kroner_and_oere(-r.amount)) for r in rows
        ]
        made = SearchList(_("Hvilken postering betalte den?"), found, self._take, self, hint=_("Fx netto eller 104,25"))
        made.open()
        return made

    def _take(self, row_id: str) -> None:
        self.answer = Answer(rows=(row_id,))
        self._show()
        self.answered.emit()

    def _yes(self) -> None:
        if self._offer is not None:
            self.answer = Answer(rows=self._offer.rows)
            self._show()
            self.answered.emit()

    def _no(self) -> None:
        rows = self._offer.rows if self._offer is not None else self._joined()
        self.answer = Answer(refused=rows)
        self._show()
        self.answered.emit()

    def _cash(self) -> None:
        self.answer = Answer(cash=True)
        self._show()
        self.answered.emit()

    def _joined(self) -> tuple[str, ...]:
        receipt = self._receipt
        return (receipt.transaction, *receipt.also) if receipt is not None and receipt.transaction else ()

    def _show(self) -> None:
        asked = self._offer is not None and self.answer == Answer()
        joined = bool(self._joined()) and self.answer == Answer()
        self.said.setText(self._sentence(asked=asked))
        set_shown(self.yes, asked)
        self.no.setText(_("Nej") if asked else _("Passer ikke"))
        set_shown(self.no, asked or joined)
        has_rows = bool(self._desk.record.spending.transactions)
        set_shown(self.another, has_rows)
        set_shown(self.cash, not self.answer.cash and not self._is_cash())

    def _sentence(self, *, asked: bool) -> str:
        if self.answer.cash or (self.answer == Answer() and self._is_cash()):
            return _("Betalt kontant.")
        if self.answer.rows:
            return _("Betalt her: {rows}").format(rows=self._rows(self.answer.rows))
        if asked and self._offer is not None:
            return _("Blev den betalt her? {rows}").format(rows=self._rows(self._offer.rows))
        joined = self._joined()
        if joined and not self.answer.refused:
            return _("Betalt her: {rows}").format(rows=self._rows(joined))
        return _("Ingen postering på kontoen passer endnu.")

    def _is_cash(self) -> bool:
        return self._receipt is not None and self._receipt.paid_by is PaidBy.CASH

    def _rows(self, ids: tuple[str, ...]) -> str:
        found = [r for r in self._desk.record.spending.transactions if r.id in ids]
        return phrases.sentence("; ".join(map(_named, found)))


def _named(of: Transaction) -> str:
    return f"{phrases.short_day(of.date)} {of.text}, {phrases.kroner_and_oere(-of.amount)}"
