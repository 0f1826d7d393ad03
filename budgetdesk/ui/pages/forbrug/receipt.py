"""Typing a receipt, with the keyboard alone: shop, day, total, then line by line; Enter goes on.

What is typed is handed to `keep` half a second after the first letter that is not kept, and when the form is closed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from budgetdesk.errors import BadInputError
from budgetdesk.i18n import _
from budgetdesk.ledger.receipts import Line, items_of
from budgetdesk.ledger.spending import Receipt
from budgetdesk.ui import enter, theme
from budgetdesk.ui.pages.forbrug.half_typed import HalfTyped
from budgetdesk.ui.widgets.cards import form_grid, row
from budgetdesk.ui.widgets.editor import Editor
from budgetdesk.ui.widgets.fields import AmountEdit, DateEdit, LineEdit
from budgetdesk.ui.widgets.fitting import resize_within
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.words import Words, button
from budgetdesk.wording import spending as wording

KEEP_MS = 500
"""Longest time from a letter typed until it is kept."""


@dataclass(frozen=True)
class Typed:
    """A receipt as it was typed, kr."""

    shop: str
    day: date | None
    total: Decimal
    lines: tuple[Line, ...]


class ReceiptDialog(QDialog):
    """What is typed is there again when it was closed half-way; `keep` is told what stands in it as one types."""

    def __init__(
        self,
        today: date,
        save: Callable[[Typed], object],
        keep: Callable[[HalfTyped], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Skriv en kvittering"))
        resize_within(self, 560, 540)
        self._save = save
        self._keep = keep
        self._unkept = QTimer(self)
        self._unkept.setSingleShot(True)
        self._unkept.setInterval(KEEP_MS)
        self._unkept.timeout.connect(self.keep)
        self.shop = LineEdit(_("Fx Netto"))
        self.day = DateEdit(today)
        self.total = AmountEdit(width=130)
        self.lines: list[ItemRow] = []
        self.rest = Words("", "strong")
        self.said = Words("", "muted")
        self.ok = button(_("Gem, og skriv den næste"), self.save, role="primary")
        self.ok.setAutoDefault(False)
        self.discard = button(_("Ryd"), self._discard, name=_("Ryd det, der er skrevet"))
        self.discard.setAutoDefault(False)
        self._lay_out()
        for field, following in ((self.shop, self.day), (self.day, self.total)):
            field.line.returnPressed.connect(following.setFocus)
        self.total.line.returnPressed.connect(self._first_line)
        for field in (self.shop, self.day, self.total):
            field.edited.connect(self._typed)
        self._add_line()
        self.finished.connect(lambda _result: self.keep())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter saves only from the button: in a field it goes on."""
        here = self.isAncestorOf(QApplication.focusWidget() or self)
        if not (here and enter.pressed(event)):
            super().keyPressEvent(event)

    def save(self) -> None:
        """Keep the receipt and make room for the next; a field that cannot be read gets its sentence instead."""
        fields: list[Editor] = [self.day, self.total, *(row.amount for row in self.lines)]
        if not all(_reads(field) for field in fields):
            return
        total = self.total.value()
        if total is None:
            self.total.say_problem(_("Skriv, hvad bonen er på i alt."))
            self.total.setFocus()
            return
        shop = self.shop.value() or _("Ukendt butik")
        self._save(Typed(shop, self.day.value(), total, tuple(self._typed_lines())))
        self.said.setText(_("Gemt: {shop}.").format(shop=shop))
        self._clear()

    def typed(self) -> HalfTyped:
        """What stands in the fields, read or not."""
        lines = tuple((line.text.text(), line.amount.text()) for line in self.lines)
        return HalfTyped(
            shop=self.shop.text(),
            day=self.day.text(),
            total=self.total.text(),
            lines=tuple(line for line in lines if any(line)),
        )

    def fill(self, typed: HalfTyped) -> None:
        """Put back what was typed before."""
        for field, text in ((self.shop, typed.shop), (self.day, typed.day), (self.total, typed.total)):
            field.show_text(text)
        while len(self.lines) < len(typed.lines):
            self._add_line()
        for line, (text, amount) in zip(self.lines, typed.lines, strict=False):
            line.text.show_text(text)
            line.amount.show_text(amount)
        self._show_rest()

    def keep(self) -> None:
        """Hand on what stands in the fields now."""
        self._unkept.stop()
        self._keep(self.typed())

    def _typed(self) -> None:
        self._show_rest()
        if not self._unkept.isActive():
            self._unkept.start()

    def _discard(self) -> None:
        self.day.show_text("")
        self._clear()
        self.said.setText("")

    def _first_line(self) -> None:
        self.lines[0].text.setFocus()

    def _typed_lines(self) -> list[Line]:
        return [line for line in (row.line() for row in self.lines) if line is not None]

    def _clear(self) -> None:
        for field in (self.shop, self.total):
            field.show_text("")
        for line in self.lines[1:]:
            self._box.removeWidget(line)
            line.hide()
            line.deleteLater()
        del self.lines[1:]
        self.lines[0].text.show_text("")
        self.lines[0].amount.show_text("")
        for field in (self.day, self.total, self.lines[0].amount):
            field.say_problem("")
        self._show_rest()
        self._unkept.stop()
        self._keep(HalfTyped())
        self.shop.setFocus()

    def _lay_out(self) -> None:
        items = QWidget()
        self._box = QVBoxLayout(items)
        self._box.setContentsMargins(0, 0, 6, 0)
        self._box.setSpacing(6)
        self._box.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setWidget(items)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        close = button(_("Luk"), self.close)
        close.setAutoDefault(False)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 18, 20, theme.INNER)
        box.setSpacing(10)
        top = [Labelled(_("Butik"), self.shop), Labelled(_("Dato"), self.day), Labelled(_("I alt"), self.total)]
        box.addWidget(form_grid(top, 3, least=130))
        box.addWidget(Words(_("Varerne. Rabat skrives med minus. Enter går videre."), "small"))
        box.addWidget(self.area, 1)
        box.addWidget(self.rest)
        across = row(self.said, None, self.discard, close, self.ok)
        box.addLayout(across)

    def _add_line(self) -> None:
        made = ItemRow(self._typed)
        made.text.name(_("Vare {count}").format(count=len(self.lines) + 1))
        made.amount.name(_("Vare {count}, beløb").format(count=len(self.lines) + 1))
        self.lines.append(made)
        self._box.insertWidget(self._box.count() - 1, made)
        made.text.line.returnPressed.connect(lambda: self._after_text(made))
        made.amount.line.returnPressed.connect(lambda: self._after_amount(made))

    def _after_text(self, made: ItemRow) -> None:
        (made.amount if made.text.value() else self.ok).setFocus()

    def _after_amount(self, made: ItemRow) -> None:
        if not _reads(made.amount):
            return
        if made is self.lines[-1]:
            self._add_line()
        following = self.lines[self.lines.index(made) + 1]
        following.text.setFocus()
        self.area.ensureWidgetVisible(following)

    def _show_rest(self) -> None:
        try:
            total = self.total.value()
            lines = self._typed_lines()
        except BadInputError:
            self.rest.setText("")
            return
        known = total is not None and bool(lines)
        receipt = Receipt(id="r", shop="", date=None, total=total or Decimal(0), items=items_of("r", lines))
        self.rest.setText((wording.rest(receipt.rest) or _("Det går op.")) if known else "")


class ItemRow(QWidget):
    """Text and amount of one printed line."""

    def __init__(self, changed: Callable[[], object]) -> None:
        super().__init__()
        self.text = LineEdit(_("Vare"))
        self.amount = AmountEdit(width=120)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        across.addWidget(self.text, 1, Qt.AlignmentFlag.AlignTop)
        across.addWidget(self.amount, 0, Qt.AlignmentFlag.AlignTop)
        for field in (self.text, self.amount):
            field.edited.connect(changed)

    def line(self) -> Line | None:
        """Text and amount, or None while there is no amount. Raises BadInputError."""
        amount = self.amount.value()
        return None if amount is None else (self.text.value() or _("Vare"), amount)


def _reads(field: Editor) -> bool:
    """Whether the field can be read; if not, its sentence stands under it and the cursor in it."""
    try:
        field.value()
    except BadInputError as error:
        field.say_problem(str(error))
        field.setFocus()
        return False
    field.say_problem("")
    return True
