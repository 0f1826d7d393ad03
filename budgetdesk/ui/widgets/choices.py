"""Fields where one picks from a few answers: buttons beside each other, a list, yes/no, or a mark that changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from budgetdesk.i18n import N_, translated
from budgetdesk.ui.widgets.editor import Editor
from budgetdesk.ui.widgets.fitting import Flow
from budgetdesk.ui.widgets.words import Tone, set_look

Options = Sequence[tuple[Any, str]]
"""(value, Danish text), in order."""


class Choice(Editor):
    """A few answers beside each other; arrow keys move between them. None chosen is possible until one is.

    `role="tab"`: the parts of a page, in the full colour.
    """

    def __init__(self, options: Options, *, role: str = "segment") -> None:
        super().__init__()
        self._role = role
        self._group = QButtonGroup(self)
        self._values: dict[QPushButton, Any] = {}
        holder = QWidget()
        row = Flow(holder)
        for value, text in options:
            button = self._button(text)
            button.setProperty("tone", "unknown" if value is None else "")
            self._values[button] = value
            row.addWidget(button)
        self.hold(holder)
        self._stop_at_chosen()
        self._group.buttonClicked.connect(lambda _button: self._chosen())

    def value(self) -> Any:
        return next((value for button, value in self._values.items() if button.isChecked()), None)

    def show_value(self, value: Any) -> None:
        if value == self.value() and any(b.isChecked() for b in self._values):
            return
        self._group.setExclusive(False)
        for button, own in self._values.items():
            button.setChecked(own == value)
        self._group.setExclusive(True)
        self._stop_at_chosen()

    def targets(self) -> list[QWidget]:
        return list(self._values)

    def name(self, name: str) -> None:
        self.setAccessibleName(name)
        for button in self._values:
            button.setAccessibleName(f"{name}: {button.text()}")

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("role", self._role)
        button.setCheckable(True)
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group.addButton(button)
        return button

    def _stop_at_chosen(self) -> None:
        """Tab stops once in the row, at the chosen answer; arrow keys go on from there."""
        stop = next((b for b in self._values if b.isChecked()), next(iter(self._values)))
        for button in self._values:
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if button is stop else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(stop)

    def _chosen(self) -> None:
        self._stop_at_chosen()
        self.edited.emit()
        self.left.emit()


class YesNo(Choice):
    """Yes, no, or not asked yet (None)."""

    def __init__(self, yes: str = N_("Ja"), no: str = N_("Nej"), unknown: str = N_("Ved ikke")) -> None:
        super().__init__([(True, translated(yes)), (False, translated(no)), (None, translated(unknown))])


class Tick(Editor):
    """A box to tick: True or False."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tick = QCheckBox(text)
        self.tick.clicked.connect(self._chosen)
        self.hold(self.tick)

    def value(self) -> Any:
        return self.tick.isChecked()

    def show_value(self, value: Any) -> None:
        self.tick.setChecked(bool(value))

    def _chosen(self) -> None:
        self.edited.emit()
        self.left.emit()


class _List(QComboBox):
    """A list that the mouse wheel does not change by accident while the page is scrolled. An answer that has no room
    ends in three dots, and stands whole where the mouse rests."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        with painter:
            shown = QStyleOptionComboBox()
            self.initStyleOption(shown)
            part = QStyle.SubControl.SC_ComboBoxEditField
            room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, shown, part, self).width()
            whole = shown.currentText
            shown.currentText = self.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, room)
            self.setToolTip(whole if shown.currentText != whole else "")
            painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, shown)
            painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, shown)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class ListChoice(Editor):
    """One answer out of many, in a list that opens. `unknown`: the text of the answer None, if there is one."""

    def __init__(self, options: Options, *, unknown: str = "", width: int = 0) -> None:
        super().__init__()
        self._values: list[Any] = [None] if unknown else []
        self.list = _List()
        if unknown:
            self.list.addItem(unknown)
        self.list.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.list.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if width:
            self.list.setFixedWidth(width)
        for value, text in options:
            self._values.append(value)
            self.list.addItem(text)
        self.list.activated.connect(self._chosen)
        self.hold(self.list)

    def set_options(self, options: Options) -> None:
        """Offer other answers, keeping the one that is chosen if it is still there."""
        chosen = self.value()
        unknown = self.list.itemText(0) if self._values and self._values[0] is None else ""
        with QSignalBlocker(self.list):
            self.list.clear()
            self._values = [None] if unknown else []
            if unknown:
                self.list.addItem(unknown)
            for value, text in options:
                self._values.append(value)
                self.list.addItem(text)
        self.show_value(chosen)

    def value(self) -> Any:
        index = self.list.currentIndex()
        return self._values[index] if 0 <= index < len(self._values) else None

    def show_value(self, value: Any) -> None:
        if value not in self._values and value not in (None, ""):
            self._values.append(value)
            self.list.addItem(str(value))
        index = self._values.index(value) if value in self._values else -1
        if index != self.list.currentIndex():
            self.list.setCurrentIndex(index)

    def _chosen(self) -> None:
        self.edited.emit()
        self.left.emit()


class MenuMark(QPushButton):
    """A button with a menu that is made when one comes to it: a page has a hundred of them, and few are opened."""

    def __init__(self, text: str, fill: Callable[[QMenu], object]) -> None:
        super().__init__(text)
        self._fill = fill
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def menu(self) -> QMenu:
        """The menu, made now if it was not there yet."""
        there: QMenu | None = super().menu()
        if there is None:
            there = QMenu(self)
            self._fill(there)
            self.setMenu(there)
        return there

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.menu()  # before a screen reader is told what has the focus
        super().focusInEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.menu()
        super().mousePressEvent(event)


class ChipChoice(Editor):
    """A mark that says the answer, and opens a small menu of the others (Space or Enter; arrows; the first letter)."""

    def __init__(self, options: Options, tones: Mapping[Any, Tone], *, none: str = "–") -> None:
        super().__init__()
        self._options = options
        self._words = dict(options)
        self._tones = tones
        self._none = none
        self._value: Any = None
        self._name = ""
        self.mark = MenuMark(none, self._fill)
        self.mark.setProperty("role", "chip")
        self.hold(self.mark)
        self.box.setAlignment(self.mark, Qt.AlignmentFlag.AlignLeft)

    def value(self) -> Any:
        return self._value

    def show_value(self, value: Any) -> None:
        self._value = value
        text = self._words.get(value, self._none)
        if text != self.mark.text():
            self.mark.setText(text)
            set_look(self.mark, tone=self._tones.get(value, ""))
            self.name(self._name)

    def name(self, name: str) -> None:
        self._name = name
        self.setAccessibleName(name)
        self.mark.setAccessibleName(f"{name}: {self.mark.text()}")

    def _fill(self, menu: QMenu) -> None:
        for value, text in self._options:
            menu.addAction(text, partial(self._choose, value))

    def _choose(self, value: Any) -> None:
        self.show_value(value)
        self.edited.emit()
        self.left.emit()
