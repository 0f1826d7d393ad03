"""One figure to fill in: its name, the old value, the field for the new one, and what the change looks like."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from budgetdesk import formats
from budgetdesk.actions.rate_year import YearRow
from budgetdesk.benefits.rate_changes import Change
from budgetdesk.errors import BadInputError
from budgetdesk.i18n import _, translated
from budgetdesk.ui.rates import phrases
from budgetdesk.ui.widgets.fields import AmountEdit
from budgetdesk.ui.widgets.table import TableRow
from budgetdesk.ui.widgets.words import Words
from budgetdesk.wording import steps

WIDTHS = (-4, 150, 130, -3)
_KEYS_DOWN = {Qt.Key.Key_Down: True, Qt.Key.Key_Return: True, Qt.Key.Key_Enter: True, Qt.Key.Key_Up: False}


class FigureEdit(AmountEdit):
    """A figure of the law: kroner as everywhere, other units with as many decimals as they have."""

    def __init__(self, unit: str) -> None:
        super().__init__(width=130)
        self._unit = unit

    def value(self) -> Any:
        text = self.line.text().strip()
        if not text or self._unit.startswith("kr"):
            return super().value()
        try:
            return Decimal(text.replace(".", "").replace(",", "."))
        except InvalidOperation:
            raise BadInputError(_("Tallet “{text}” kan ikke læses. Skriv det som 12,5.").format(text=text)) from None

    def show_value(self, value: Any) -> None:
        kroner = self._unit.startswith("kr")
        self.show_text("" if value is None else formats.amount(value) if kroner else formats.number(value))


class FigureRow(TableRow):
    """`moved` asks for the next (True) or the former (False) field of the column."""

    moved = Signal(bool)

    def __init__(self, row: YearRow, change: Callable[[YearRow, Decimal], Change]) -> None:
        self.row = row
        self.touched = False
        self._change = change
        self.field = FigureEdit(row.series.unit)
        self.field.name(_("Ny sats: {title}, {unit}").format(title=row.series.title, unit=steps.unit(row.series.unit)))
        name = QWidget()
        box = QVBoxLayout(name)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addWidget(Words(row.series.title))
        box.addWidget(Words(row.series.paragraph, "small"))
        old = Words(phrases.value(row.old.value, row.series.unit) if row.old else _("ingen før"))
        old.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.said = Words("", "small")
        super().__init__([name, old, self.field, self.said], WIDTHS)
        self.field.edited.connect(self._edited)
        self.field.line.installEventFilter(self)
        if row.entered is not None:
            self.field.show_value(row.entered.value)
        self.show_change()

    def show_draft(self, text: str) -> None:
        """Text that was typed before, and not taken in."""
        self.field.show_text(text)
        self.touched = True
        self.show_change()

    def figure(self) -> Decimal | None:
        """The new value; None while the field is empty. Raises BadInputError."""
        found: Decimal | None = self.field.value()
        return found

    def show_change(self) -> None:
        """What the typed value would change, and what to look at again; nothing is refused here."""
        try:
            new = self.figure()
        except BadInputError as error:
            self._say(str(error))
            return
        if new is None:
            self._say("")
            return
        change = self._change(self.row, new)
        entered = self.row.entered
        state = translated(phrases.STANDING)[entered.standing] if entered is not None and entered.value == new else ""
        parts = [phrases.per_cent(change), state, *change.look_again]
        self._say(". ".join(part.rstrip(".") for part in parts if part), again=bool(change.look_again))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys and Enter go down and up the column, as on the paper."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and not event.modifiers():
            down = _KEYS_DOWN.get(Qt.Key(event.key()))
            if down is not None:
                self.moved.emit(down)
                return True
        return super().eventFilter(watched, event)

    def _edited(self) -> None:
        self.touched = True
        self.field.say_problem("")
        self.show_change()

    def _say(self, text: str, *, again: bool = False) -> None:
        self.said.setText(text)
        self.said.set_tone("amber" if again else "")
        self.field.targets()[0].setAccessibleDescription(text)
