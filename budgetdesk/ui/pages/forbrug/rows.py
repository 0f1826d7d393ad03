"""What stands behind a line: the bank rows and the items of receipts, each with the reason for its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from budgetdesk.budget.chart import Chart
from budgetdesk.dates import Month
from budgetdesk.ledger.shares import Share, shares
from budgetdesk.ledger.spending import Spending
from budgetdesk.ui import phrases
from budgetdesk.ui.widgets.search_list import Found
from budgetdesk.ui.widgets.words import Words, button

AMOUNT = 96


@dataclass(frozen=True)
class Piece:
    """One bank row, or one item of a receipt, on a line."""

    row: str
    item: str
    day: date | None
    text: str
    amount: Decimal
    why: str
    by_hand: bool
    pictured: str = ""
    """Id of the receipt whose picture shows it; "" = none."""


def pieces(spending: Spending, month: Month, codes: Callable[[str], bool]) -> tuple[Piece, ...]:
    """Everything on the lines for which `codes` says yes, in order of day."""
    rows = spending.rows.by_id
    receipts = {receipt.id: receipt for receipt in spending.receipts}
    items = {item.id: item for receipt in spending.receipts for item in receipt.items}

    def piece(share: Share) -> Piece:
        row, item, receipt = rows.get(share.row), items.get(share.item), receipts.get(share.receipt)
        source = item or row
        day = row.date if row else receipt.date if receipt else None
        why = source.why if source else ""
        text = f"{share.text}, {receipt.shop}" if item and receipt else share.text
        pictured = receipt.id if receipt is not None and receipt.picture else ""
        return Piece(share.row, share.item, day, text, share.amount, why, bool(source and source.by_hand), pictured)

    return tuple(piece(share) for share in shares(spending, month) if codes(share.line))


def places(chart: Chart, *, money_in: bool) -> list[Found]:
    """Where a row may be put: the lines of the chart, and for money in the kinds of income first."""
    lines = [Found(line.code, line.title, chart.groups[line.group], line.help) for line in chart.lines.values()]
    incomes = [Found(kind.kind, kind.title, "Indtægter", kind.help) for kind in chart.incomes.values()]
    return [*incomes, *lines] if money_in else lines


class PieceRow(QWidget):
    """Day, text with the reason under it, amount, and a button to move it."""

    def __init__(
        self, piece: Piece, move: Callable[[Piece], object], see: Callable[[str], object] | None = None
    ) -> None:
        super().__init__()
        self.piece = piece
        self.see_button: QPushButton | None = None
        day = Words(phrases.short_day(piece.day) if piece.day else "", "small", wrap=False)
        day.setFixedWidth(56)
        amount = Words(phrases.kroner_and_oere(piece.amount), "", wrap=False)
        amount.setFixedWidth(AMOUNT)
        amount.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.move_button = button("Flyt ...", lambda: move(piece), role="quiet", name=f"Flyt {piece.text}")
        self.move_button.setEnabled(bool(piece.item or piece.row))
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Words(piece.text))
        words.addWidget(Words(piece.why, "small"))
        across = QHBoxLayout(self)
        across.setContentsMargins(18, 6, 0, 6)
        across.setSpacing(12)
        across.addWidget(day)
        across.addLayout(words, 1)
        across.addWidget(amount)
        if piece.pictured and see is not None:
            shows = see
            name = f"Se kvitteringen med {piece.text}"
            self.see_button = button("Se bon", lambda: shows(piece.pictured), role="quiet", name=name)
            across.addWidget(self.see_button)
        across.addWidget(self.move_button)


class PieceList(QWidget):
    """The pieces of one line, made anew when they change."""

    def __init__(self, move: Callable[[Piece], object], see: Callable[[str], object] | None = None) -> None:
        super().__init__()
        self._move, self._see = move, see
        self._shown: tuple[Piece, ...] = ()
        self.rows: list[PieceRow] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 2, 0, 6)
        self._box.setSpacing(0)

    def show_pieces(self, found: Iterable[Piece]) -> None:
        wanted = tuple(found)
        if wanted == self._shown:
            return
        self._shown = wanted
        for row in self.rows:
            self._box.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [PieceRow(piece, self._move, self._see) for piece in wanted]
        for row in self.rows:
            self._box.addWidget(row)
