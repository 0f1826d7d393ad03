"""Fields for text, kroner, numbers and days. They take what people type and say kindly what they cannot read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QIcon, QKeySequence
from PySide6.QtWidgets import QCompleter, QLineEdit

from budgetdesk import data_files, formats
from budgetdesk.dates import parse_birth_date, parse_clock, parse_date
from budgetdesk.errors import BadInputError
from budgetdesk.household.cpr import parse_cpr
from budgetdesk.i18n import _
from budgetdesk.money import parse_amount
from budgetdesk.ui.widgets.calendar import CalendarPopup
from budgetdesk.ui.widgets.editor import Editor, LineBox, TextBox

_ROOM_FOR_MARK = 130
"""In a narrower field the mark of the calendar would hide the day (px); the keys still open it."""


class LineEdit(Editor):
    """One line of text. Empty is the empty text."""

    def __init__(self, placeholder: str = "", *, width: int = 0, offers: Sequence[str] = ()) -> None:
        super().__init__()
        self.line = LineBox()
        if offers:
            self._offer(offers)
        self.line.setPlaceholderText(placeholder)
        if width:
            self.line.setFixedWidth(width)
        self.line.textEdited.connect(lambda _text: self.edited.emit())
        self.line.left.connect(self.left)
        self.line.entered.connect(self.entered)
        self.hold(self.line)

    def _offer(self, offers: Sequence[str]) -> None:
        """Names that come up while one types."""
        completer = QCompleter([*offers], self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(lambda _text: self.edited.emit())
        self.line.setCompleter(completer)

    def value(self) -> Any:
        return self.line.text().strip()

    def show_value(self, value: Any) -> None:
        self.show_text("" if value is None else str(value))

    def text(self) -> str:
        return self.line.text()

    def show_text(self, text: str) -> None:
        if self.line.text() != text:
            self.line.setText(text)
            self.line.setCursorPosition(0)


class TextEdit(Editor):
    """Several lines of text."""

    def __init__(self, placeholder: str = "", *, lines: int = 3) -> None:
        super().__init__()
        self.area = TextBox()
        self.area.setPlaceholderText(placeholder)
        self.area.setFixedHeight(18 + 19 * lines)
        self._showing = False
        self.area.textChanged.connect(self._typed)
        self.area.left.connect(self.left)
        self.area.entered.connect(self.entered)
        self.hold(self.area)

    def value(self) -> Any:
        return self.area.toPlainText().rstrip()

    def show_value(self, value: Any) -> None:
        self.show_text(value or "")

    def text(self) -> str:
        return self.area.toPlainText()

    def show_text(self, text: str) -> None:
        if self.area.toPlainText() != text:
            self._showing = True
            self.area.setPlainText(text)
            self._showing = False

    def _typed(self) -> None:
        if not self._showing:
            self.edited.emit()


class TimeEdit(LineEdit):
    """A time of the day, `14.30`. Empty is no time."""

    def __init__(self) -> None:
        super().__init__(_("Fx 14.30"), width=90)
        self.line.setMaxLength(12)

    def value(self) -> Any:
        return parse_clock(self.line.text())


class AmountEdit(LineEdit):
    """Kroner as Danes write them, right aligned. `empty` is what an empty field means (None: not known yet)."""

    def __init__(self, *, empty: Decimal | None = None, width: int = 120, placeholder: str = "") -> None:
        super().__init__(placeholder, width=width)
        self._empty = empty
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.line.setMaxLength(30)
        self.line.entered.connect(self.line.selectAll)

    def value(self) -> Any:
        text = self.line.text().strip()
        return parse_amount(text) if text else self._empty

    def show_value(self, value: Any) -> None:
        self.show_text("" if value is None or value == self._empty else amount_text(value))


class NumberEdit(LineEdit):
    """A number with a unit, such as m²; `low` and `high` are the ends of what can be true."""

    def __init__(
        self,
        *,
        what: str,
        low: int = 0,
        high: int = 1000,
        whole: bool = False,
        empty: Any = None,
        width: int = 90,
    ) -> None:
        super().__init__(width=width)
        self._what, self._whole, self._empty = what, whole, empty
        self._low, self._high = Decimal(low), Decimal(high)
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.line.setMaxLength(12)

    def value(self) -> Any:
        text = self.line.text().strip()
        if not text:
            return self._empty
        try:
            number = parse_amount(text)
        except BadInputError:
            raise BadInputError(
                _("{what} “{text}” kan ikke læses. Skriv et tal, fx {amount_text}.").format(
                    what=self._what, text=text, amount_text=amount_text(self._low)
                )
            ) from None
        if not self._low <= number <= self._high:
            raise BadInputError(
                _("{what} skal være mellem {amount_text} og {amount_text_2}. Ret tallet.").format(
                    what=self._what, amount_text=amount_text(self._low), amount_text_2=amount_text(self._high)
                )
            )
        if not self._whole:
            return number.normalize() if number else number
        if number != number.to_integral_value():
            raise BadInputError(_("{what} skal være et helt tal.").format(what=self._what))
        return int(number)

    def show_value(self, value: Any) -> None:
        self.show_text("" if value is None else formats.number(value))


class DateEdit(LineEdit):
    """A day, typed as Danes write it, or picked from a calendar (Alt+Down). `birth` refuses days to come, and has no
    calendar: nobody leafs back thirty years."""

    def __init__(self, today: date, *, birth: bool = False, width: int = 130) -> None:
        super().__init__(_("dag.md.år"), width=width)
        self._today = today
        self._birth = birth
        self.line.setMaxLength(20)
        if not birth:
            self._offer_calendar(with_mark=width >= _ROOM_FOR_MARK)

    def value(self) -> Any:
        text = self.line.text().strip()
        if not text:
            return None
        read = parse_birth_date if self._birth else parse_date
        return read(text, today=self._today)

    def show_value(self, value: Any) -> None:
        self.show_text("" if value is None else date_text(value))

    def open_calendar(self) -> CalendarPopup:
        """Show the month of the day in the field, or of today."""
        try:
            day = self.value()
        except BadInputError:
            day = None
        popup = CalendarPopup(self, self._today, self._take)
        popup.open_below(self.line, day)
        return popup

    def _offer_calendar(self, *, with_mark: bool) -> None:
        action = QAction(_("Kalender (Alt+pil ned)"), self.line)
        action.setShortcut(QKeySequence("Alt+Down"))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _checked: self.open_calendar())
        if with_mark:
            action.setIcon(QIcon(str(data_files.path("icons", "calendar.svg"))))
            self.line.addAction(action, QLineEdit.ActionPosition.TrailingPosition)
        else:
            self.line.addAction(action)
        self.line.setToolTip(_("Skriv dagen, eller tryk Alt+pil ned for en kalender."))

    def _take(self, day: date) -> None:
        self.line.setFocus()
        self.show_text(date_text(day))
        self.edited.emit()
        self.left.emit()


class CprEdit(LineEdit):
    """A CPR number, with or without the hyphen. A newer number that fails modulus 11 is accepted."""

    def __init__(self) -> None:
        super().__init__(_("ddmmåå-xxxx"), width=130)
        self.line.setMaxLength(15)

    def value(self) -> Any:
        return parse_cpr(self.line.text())


def amount_text(amount: Decimal) -> str:
    """As it stands in a field: `7.600`, `1.234,50`. Whole kroner without decimals; never rounded away."""
    return formats.amount(amount)


def date_text(day: date) -> str:
    """As it stands in a field: `1.12.2026`."""
    return f"{day.day}.{day.month}.{day.year}"
