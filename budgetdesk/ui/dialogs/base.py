"""A small dialog of our own: fields, one sentence about what is wrong, and two buttons. Esc closes it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from budgetdesk.i18n import _
from budgetdesk.ui import theme
from budgetdesk.ui.keyed_dialog import OrderedDialog
from budgetdesk.ui.widgets.cards import row
from budgetdesk.ui.widgets.fitting import room_over
from budgetdesk.ui.widgets.scrolling import Fitting
from budgetdesk.ui.widgets.words import InlineError, Words, button

LEAST_WIDTH, SIDES = 460, 28
"""px"""


class SmallDialog(OrderedDialog):
    """Heading, what `add` puts in, and the buttons. It is as high as its texts need, also when more is said later, and
    never higher than the window behind: then what lies between heading and buttons is scrolled."""

    def __init__(self, parent: QWidget, title: str, agree: str, do: Callable[[], object]) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.problem = InlineError()
        self.agree = button(agree, do, role="primary")
        self.agree.setDefault(True)
        self._fields = QVBoxLayout()
        self._fields.setSpacing(theme.INNER)
        self._between = Fitting(self._fields)
        self._frame = QVBoxLayout(self)
        self._frame.setContentsMargins(SIDES, 24, SIDES, 20)
        self._frame.setSpacing(theme.INNER)
        self._frame.addWidget(Words(title, "title"))
        self._frame.addWidget(self._between, 1)
        self._frame.addWidget(self.problem)
        self._frame.addLayout(row(self.agree, button(_("Annuller"), self.reject)))
        self.widen(LEAST_WIDTH)

    def add(self, *fields: QWidget) -> None:
        for field in fields:
            self._fields.addWidget(field)

    def widen(self, width: int) -> None:
        """At least so wide (px), or as wide as the window behind leaves room for."""
        self.setMinimumWidth(min(width, self._room().width()))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self._fit()
            self.resize(self.width(), self.minimumHeight())

    def event(self, event: QEvent) -> bool:
        """What is said later, such as what is wrong, makes it higher."""
        done: bool = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._fit()
        return done

    def _fit(self) -> None:
        self._between.measure(self.width() - 2 * SIDES)
        self._frame.invalidate()
        least, room = self._frame.totalMinimumSize().width(), self._room()
        if least > self.minimumWidth():
            self.widen(least)
        high = max(self._frame.totalHeightForWidth(self.width()), self._frame.totalMinimumSize().height())
        self.setMinimumHeight(min(high, room.height()))

    def _room(self) -> QSize:
        return room_over(self.parentWidget())
