"""The pictures of the receipts behind a line, one after the other, with what belongs to the line marked.

Only to look at: whoever talks about a group sees what was bought, and comes back to where they were. Keys: Enter and
Page Down go on, Backspace and Page Up go back, + and - make it larger and smaller, Esc closes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from budgetdesk.actions.pictured import Pictured
from budgetdesk.actions.receipt_pile import Pictures
from budgetdesk.i18n import _
from budgetdesk.ui import background, enter, phrases, theme
from budgetdesk.ui.keyed_dialog import OrderedDialog
from budgetdesk.ui.widgets.announced import Announced
from budgetdesk.ui.widgets.cards import Card, row
from budgetdesk.ui.widgets.picture import PictureView, decode
from budgetdesk.ui.widgets.words import Points, Words, button, set_shown
from budgetdesk.wording import spending as wording

_ON = (Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BACK = (Qt.Key.Key_PageUp, Qt.Key.Key_Left, Qt.Key.Key_Backspace)
_MOST_POINTS = 14


class PicturesDialog(OrderedDialog):
    """`found` under the name of the line; `shown(one)` hears which receipt is looked at."""

    def __init__(
        self,
        title: str,
        found: Sequence[Pictured],
        pictures: Pictures,
        parent: QWidget,
        shown: Callable[[Pictured], object] = lambda _one: None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Kvitteringer"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._title, self._found, self._pictures, self._shown = title, tuple(found), pictures, shown
        self._at = 0
        self._lay_out(parent)
        self._show()

    @property
    def here(self) -> Pictured:
        """What is looked at."""
        return self._found[self._at]

    def go_on(self) -> None:
        """The next receipt; from the last one back to where one came from."""
        if self._at == len(self._found) - 1:
            self.accept()
            return
        self._at += 1
        self._show()

    def go_back(self) -> None:
        """The receipt before."""
        self._at = max(0, self._at - 1)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses what is in focus, else it goes on."""
        if enter.pressed(event):
            return
        if event.key() in _ON:
            self.go_on()
        elif event.key() in _BACK:
            self.go_back()
        elif event.text() in ("+", "-", "0"):
            {"+": self.picture.zoom_in, "-": self.picture.zoom_out, "0": self.picture.fit}[event.text()]()
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        one, last = self.here, self._at == len(self._found) - 1
        self.count.setText(_("{at} af {count}").format(at=self._at + 1, count=len(self._found)))
        self.shop.say(one.receipt.shop or _("Ukendt butik"))
        day = phrases.day(one.receipt.date) if one.receipt.date else _("uden dato")
        self.day.setText(
            phrases.sentence(
                _("{day}, {kroner_and_oere} i alt").format(
                    day=day, kroner_and_oere=phrases.kroner_and_oere(one.receipt.total)
                )
            )
        )
        self.amount.setText(phrases.kroner_and_oere(one.amount))
        self.items.show_points(wording.items_of(one.items, _MOST_POINTS))
        set_shown(self.back, self._at > 0)
        self.next.setText(_("Tilbage") if last else _("Næste"))
        self.next.setAccessibleName(self.next.text())
        self._fetch(one.receipt.picture)
        self._shown(one)
        self.next.setFocus()

    def _fetch(self, picture_id: str) -> None:
        self.picture.show_image(QImage(), _("Henter billedet ..."))
        read = self._pictures.read
        background.run(self, lambda: decode(read(picture_id)), partial(self._is_here, picture_id), self._is_not)

    def _is_here(self, picture_id: str, image: QImage) -> None:
        if picture_id != self.here.receipt.picture:
            return  # another is looked at by now
        self.picture.show_image(image, _("Billedet kan ikke vises. Tallene er der stadig."))
        boxes = [box for item in self.here.items for box in item.boxes]
        self.picture.mark([QRect(b.left, b.top, b.width, b.height) for b in boxes])

    def _is_not(self, error: Exception) -> None:
        self.picture.show_image(QImage(), str(error))

    def _lay_out(self, parent: QWidget) -> None:
        room = parent.window().size()
        self.resize(min(960, max(720, room.width() - 40)), min(760, max(520, room.height() - 40)))
        self.picture = PictureView(_("Billedet af kvitteringen"))
        side = Card()
        side.box.setContentsMargins(8, 8, 8, 8)
        side.box.addWidget(self.picture, 1)
        side.setMinimumWidth(260)
        self.count = Words("", "muted")
        self.shop = Announced("title")
        self.day = Words("", "muted")
        self.amount = Words("", "figure", wrap=False)
        self.items = Points()
        self.back = button(_("Forrige"), self.go_back)
        self.next = button(_("Næste"), self.go_on, role="primary")
        words = QVBoxLayout()
        words.setSpacing(theme.GAP)
        for widget in (self.count, self.shop, self.day):
            words.addWidget(widget)
        words.addSpacing(theme.INNER)
        words.addWidget(Words(self._title, "section"))
        words.addWidget(self.amount)
        words.addWidget(self.items)
        words.addStretch(1)
        words.addWidget(Words(_("Enter går videre. Esc går tilbage. + og − ændrer størrelsen."), "small"))
        words.addLayout(row(None, button(_("Luk"), self.reject), self.back, self.next))
        across = QHBoxLayout(self)
        across.setContentsMargins(20, 18, 20, theme.INNER)
        across.setSpacing(20)
        across.addWidget(side, 10)
        across.addLayout(words, 9)
