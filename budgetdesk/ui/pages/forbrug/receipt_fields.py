"""A receipt as fields, to be compared with its picture: shop, day, total and the printed lines.

The field in focus tells where in the picture it was read (`looked_at`), and every keystroke tells whether it adds up.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from budgetdesk import formats
from budgetdesk.actions.library import Library
from budgetdesk.actions.receipt_pile import Places
from budgetdesk.errors import BadInputError
from budgetdesk.household.words import Need
from budgetdesk.i18n import _
from budgetdesk.ledger.by_hand import SAID
from budgetdesk.ledger.spending import Box, Receipt, ReceiptItem
from budgetdesk.ui.pages.forbrug.rows import places as lines_to_choose
from budgetdesk.ui.widgets.cards import form_grid
from budgetdesk.ui.widgets.editor import Editor
from budgetdesk.ui.widgets.fields import AmountEdit, DateEdit, LineEdit
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.search_list import SearchList
from budgetdesk.ui.widgets.words import Words, button

AMOUNT, LINE = 104, 168


class ReceiptFields(QWidget):
    """`show_receipt`, then `corrected` is the receipt as it now stands in the fields."""

    looked_at = Signal(object)
    """The boxes of what is in focus (tuple of Box); empty where it stands nowhere in the picture."""
    edited = Signal()

    def __init__(self, library: Library, today: date) -> None:
        super().__init__()
        self._library = library
        self._receipt = Receipt(id="", shop="", date=None, total=Decimal(0))
        self._places = Places()
        self.shop = LineEdit(_("Fx Netto"))
        self.day = DateEdit(today, width=112)
        self.total = AmountEdit(width=AMOUNT)
        self.rows: list[ItemFields] = []
        for field, boxes in (
            (self.shop, lambda: self._places.shop),
            (self.day, lambda: self._places.day),
            (self.total, lambda: self._places.total),
        ):
            self._follow(field, boxes)
        self._lay_out()

    def show_receipt(self, receipt: Receipt, places: Places) -> None:
        """Fill the fields; what was marked as wrong is so no more."""
        self._receipt, self._places = receipt, places
        self.shop.show_value(receipt.shop)
        self.day.show_value(receipt.date)
        self.total.show_text(as_printed(receipt.total) if receipt.total or receipt.items else "")
        for field in (self.shop, self.day, self.total):
            field.say_problem("")
        self._drop_rows()
        for item in receipt.items:
            self._add_row(item)
        self._add_row(None)
        self._area.verticalScrollBar().setValue(0)

    def corrected(self) -> Receipt:
        """The receipt as it stands in the fields. Raises BadInputError; the field then has its sentence."""
        fields: list[Editor] = [self.shop, self.day, self.total, *(row.amount for row in self.rows)]
        for field in fields:
            _read(field)
        total = self.total.value()
        if total is None:
            raise _refused(self.total, _("Skriv, hvad bonen er på i alt."))
        return replace(
            self._receipt,
            shop=self.shop.value() or _("Ukendt butik"),
            date=self.day.value(),
            total=total,
            items=self._items(),
        )

    def as_typed(self) -> Receipt | None:
        """As `corrected`, without a word under any field; None while something cannot be read."""
        try:
            total = self.total.value()
            return None if total is None else replace(self._receipt, total=total, items=self._items())
        except BadInputError:
            return None

    def stops(self) -> list[Editor]:
        """The fields in reading order: where Enter goes on to."""
        return [self.shop, self.day, self.total, *(f for row in self.rows for f in (row.text, row.amount))]

    def focus(self, field: Editor) -> None:
        """Put the cursor in a field and bring it into sight."""
        field.setFocus(Qt.FocusReason.TabFocusReason)
        self._area.ensureWidgetVisible(field, 0, 40)

    def _items(self) -> tuple[ReceiptItem, ...]:
        found = [row.item() for row in self.rows]
        kept = [item for item in found if item is not None]
        used = {item.id for item in kept}
        new = (f"{self._receipt.id}-{number}" for number in range(1, 10_000))
        fresh = (each for each in new if each not in used)
        return tuple(item if item.id else replace(item, id=next(fresh)) for item in kept)

    def _follow(self, field: Editor, boxes: Callable[[], Sequence[Box]]) -> None:
        field.entered.connect(lambda: self.looked_at.emit(tuple(boxes())))
        field.edited.connect(self.edited)

    def _add_row(self, item: ReceiptItem | None) -> None:
        made = ItemFields(item, len(self.rows) + 1, self._library)
        self.rows.append(made)
        for field in (made.text, made.amount):
            self._follow(field, lambda: made.boxes)
            field.edited.connect(lambda: self._one_more(made))
        made.line_chosen.connect(self.edited)
        self._box.insertWidget(self._box.count() - 1, made)

    def _one_more(self, made: ItemFields) -> None:
        """There is always an empty line at the end."""
        if made is self.rows[-1] and (made.text.text() or made.amount.text()):
            self._add_row(None)

    def _drop_rows(self) -> None:
        for row in self.rows:
            self._box.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []

    def _lay_out(self) -> None:
        items = QWidget()
        self._box = QVBoxLayout(items)
        self._box.setContentsMargins(0, 0, 6, 0)
        self._box.setSpacing(6)
        self._box.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setWidget(items)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        top = [Labelled(_("Butik"), self.shop), Labelled(_("Dato"), self.day), Labelled(_("I alt"), self.total)]
        box.addWidget(form_grid(top, 3, least=112))
        box.addWidget(Words(_("Linjerne. Tøm et beløb for at tage linjen ud. Rabat skrives med minus."), "small"))
        box.addWidget(self._area, 1)


class ItemFields(QWidget):
    """Text and amount of one printed line, and where in the budget it belongs."""

    line_chosen = Signal()

    def __init__(self, item: ReceiptItem | None, number: int, library: Library) -> None:
        super().__init__()
        self._item = item
        self._library = library
        self.boxes: tuple[Box, ...] = item.boxes if item is not None else ()
        self.text = LineEdit(_("Vare"))
        self.amount = AmountEdit(width=AMOUNT)
        self.text.name(_("Linje {number}").format(number=number))
        self.amount.name(_("Linje {number}, beløb").format(number=number))
        self._number = number
        self.where = button("", self.choose_line, role="plain")
        self.where.setFixedWidth(LINE)
        if item is not None:
            self.text.show_value(item.text)
            self.amount.show_text(as_printed(item.amount))
        self._show_line()
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        across.addWidget(self.text, 1, Qt.AlignmentFlag.AlignTop)
        across.addWidget(self.amount, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(self.where, 0, Qt.AlignmentFlag.AlignTop)

    def item(self) -> ReceiptItem | None:
        """The line as it stands; None without an amount. Raises BadInputError."""
        amount = self.amount.value()
        if amount is None:
            return None
        text = self.text.value() or _("Vare")
        kept = self._item or ReceiptItem(id="", text=text, amount=amount)
        moved = kept.text != text and not kept.by_hand  # another word may belong elsewhere: the rules look again
        kept = replace(kept, line="", need=Need.ASK, why="") if moved else kept
        return replace(kept, text=text, amount=amount)

    def choose_line(self) -> SearchList:
        """Pick the line of the budget; it stays there whatever the rules say."""
        title = _("Hvor hører “{text}” til?").format(text=self.text.value() or _("varen"))
        found = lines_to_choose(self._library.chart, money_in=False)
        made = SearchList(title, found, self._take_line, self, hint=_("Fx mad, medicin, el"))
        made.open()
        return made

    def _take_line(self, code: str) -> None:
        line = self._library.chart.lines[code]
        kept = self._item or ReceiptItem(id="", text=self.text.value() or _("Vare"), amount=Decimal(0))
        self._item = replace(
            kept, text=self.text.value() or kept.text, line=code, need=line.need, by_hand=True, why=_(SAID)
        )
        self._show_line()
        self.where.setFocus()
        self.line_chosen.emit()

    def _show_line(self) -> None:
        code = self._item.line if self._item is not None else ""
        line = self._library.chart.lines.get(code)
        title = line.title if line is not None else _("vælg linje") if self._item else ""
        room = LINE - 22
        self.where.setText(self.where.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, room))
        self.where.setToolTip(title)
        self.where.setAccessibleName(
            _("Linje {number} hører til: {title}").format(number=self._number, title=title or _("ikke valgt"))
        )
        policy = Qt.FocusPolicy.StrongFocus if self._item is not None else Qt.FocusPolicy.NoFocus
        self.where.setFocusPolicy(policy)


def as_printed(amount: Decimal) -> str:
    """`17,00`: with øre, as on the paper beside it."""
    text = formats.amount(amount)
    return text if "," in text else f"{text},00"


def _read(field: Editor) -> None:
    try:
        field.value()
    except BadInputError as error:
        raise _refused(field, str(error)) from error
    field.say_problem("")


def _refused(field: Editor, sentence: str) -> BadInputError:
    field.say_problem(sentence)
    field.setFocus()
    return BadInputError(sentence)
