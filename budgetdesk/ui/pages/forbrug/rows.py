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
from budgetdesk.household.words import Need
from budgetdesk.i18n import N_, _, translated
from budgetdesk.ledger.by_hand import SPLIT
from budgetdesk.ledger.shares import Share, shares
from budgetdesk.ledger.sorting import Rules
from budgetdesk.ledger.spending import Spending
from budgetdesk.ui import phrases
from budgetdesk.ui.answers import NEED_TONES, NEEDS
from budgetdesk.ui.widgets.choices import ChipChoice
from budgetdesk.ui.widgets.search_list import Found
from budgetdesk.ui.widgets.words import Words, button
from budgetdesk.wording import spending as wording

AMOUNT = 96
BESIDE = 216
"""Room for the mark and the buttons of a piece, px."""
AS_LINE = N_("som linjen")


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
    line: str = ""
    need: Need = Need.ASK
    can_split: bool = False
    """True for a bank row without paper, which may be put on several lines."""


@dataclass(frozen=True)
class Acts:
    """What can be done with a piece."""

    move: Callable[[Piece], object]
    split: Callable[[Piece], object]
    say: Callable[[Piece, Need | None], object]
    """Need or nice about a single item; None: as its line."""
    usual: Callable[[str], Need]
    """What a line is, where nobody says otherwise."""
    see: Callable[[str], object] | None = None


def pieces(spending: Spending, month: Month, codes: Callable[[str], bool], rules: Rules) -> tuple[Piece, ...]:
    """Everything on the lines for which `codes` says yes, in order of day. `rules`: whose words say why it is there."""
    rows = spending.rows.by_id
    receipts = {receipt.id: receipt for receipt in spending.receipts}
    items = {item.id: item for receipt in spending.receipts for item in receipt.items}

    def piece(share: Share) -> Piece:
        row, item, receipt = rows.get(share.row), items.get(share.item), receipts.get(share.receipt)
        source = item or row
        day = row.date if row else receipt.date if receipt else None
        why = wording.why(source.why, rules) if source else ""
        text = f"{share.text}, {receipt.shop}" if item and receipt else share.text
        pictured = receipt.id if receipt is not None and receipt.picture else ""
        by_hand = bool(source and source.by_hand)
        splits = row is not None and row.amount < 0 and (receipt is None or receipt.source == SPLIT)
        return Piece(
            share.row, share.item, day, text, share.amount, why, by_hand, pictured, share.line, share.need, splits
        )

    return tuple(piece(share) for share in shares(spending, month) if codes(share.line))


def places(chart: Chart, *, money_in: bool) -> list[Found]:
    """Where a row may be put: the lines of the chart, and for money in the kinds of income first."""
    lines = [Found(line.code, line.title, chart.groups[line.group], line.help) for line in chart.lines.values()]
    incomes = [Found(kind.kind, kind.title, _("Indtægter"), kind.help) for kind in chart.incomes.values()]
    return [*incomes, *lines] if money_in else lines


class PieceRow(QWidget):
    """Day, text with the reason under it, amount, need or nice for a single item, and buttons."""

    def __init__(self, piece: Piece, acts: Acts) -> None:
        super().__init__()
        self.piece = piece
        self.see_button: QPushButton | None = None
        self.split_button: QPushButton | None = None
        self.word: ChipChoice | None = None
        day = Words(phrases.short_day(piece.day) if piece.day else "", "small", wrap=False)
        day.setFixedWidth(56)
        amount = Words(phrases.kroner_and_oere(piece.amount), "", wrap=False)
        amount.setFixedWidth(AMOUNT)
        amount.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.move_button = button(
            _("Flyt ..."), lambda: acts.move(piece), role="quiet", name=_("Flyt {text}").format(text=piece.text)
        )
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
        across.addWidget(self._beside(acts))

    def _beside(self, acts: Acts) -> QWidget:
        """What can be said and done, kept right, so that the amounts stand under each other."""
        piece, holder = self.piece, QWidget()
        holder.setFixedWidth(BESIDE)
        box = QHBoxLayout(holder)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addStretch(1)
        if piece.can_split:
            self.split_button = button(
                _("Del ..."), lambda: acts.split(piece), role="quiet", name=_("Del {text}").format(text=piece.text)
            )
            box.addWidget(self.split_button)
        elif piece.item and piece.line:
            self.word = _word(piece, acts)
            box.addWidget(self.word)
        if piece.pictured and acts.see is not None:
            shows, name = acts.see, _("Se kvitteringen med {text}").format(text=piece.text)
            self.see_button = button(_("Se bon"), lambda: shows(piece.pictured), role="quiet", name=name)
            box.addWidget(self.see_button)
        box.addWidget(self.move_button)
        return holder


def _word(piece: Piece, acts: Acts) -> ChipChoice:
    """Need or nice about one item; as its line, while nothing else is said."""
    made = ChipChoice(((None, _(AS_LINE)), *translated(NEEDS)[:2]), NEED_TONES, none=_(AS_LINE))
    made.name(_("{text}, behov").format(text=piece.text))
    apart = piece.by_hand and piece.need is not acts.usual(piece.line)
    made.show_value(piece.need if apart else None)
    made.edited.connect(lambda: acts.say(piece, made.value()))
    return made


class PieceList(QWidget):
    """The pieces of one line, made anew when they change."""

    def __init__(self, acts: Acts) -> None:
        super().__init__()
        self._acts = acts
        self._shown: tuple[Piece, ...] = ()
        self.rows: list[PieceRow] = []
        self._body = QWidget()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 2, 0, 6)
        self._box.setSpacing(0)
        self._box.addWidget(self._body)

    def show_pieces(self, found: Iterable[Piece]) -> None:
        wanted = tuple(found)
        if wanted == self._shown:
            return
        self._shown = wanted
        self.rows = [PieceRow(piece, self._acts) for piece in wanted]
        # Each row that comes into a page that is seen lays the whole page out again: so they come all at once.
        new = QWidget()
        box = QVBoxLayout(new)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for row in self.rows:
            box.addWidget(row)
        self._box.replaceWidget(self._body, new)
        self._body.hide()
        self._body.deleteLater()
        self._body = new
