"""One receipt at a time beside its picture: the doubtful ones after a pile was read, or one that somebody wants to see.

What is said about a receipt is one step of undo. Enter goes on: to the next field while something is wrong, to the next
receipt when the lines add up.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from budgetdesk.actions import receipts as actions
from budgetdesk.actions.desk import Desk
from budgetdesk.actions.receipt_pile import Pictures, Places
from budgetdesk.actions.receipts import DoubtfulReceipt
from budgetdesk.actions.spending import Change, remove_receipt
from budgetdesk.errors import BadInputError
from budgetdesk.i18n import _, retold
from budgetdesk.ledger.spending import Box
from budgetdesk.ui import background, enter, theme
from budgetdesk.ui.keyed_dialog import OrderedDialog
from budgetdesk.ui.pages.forbrug.paid_by import PaidByBar
from budgetdesk.ui.pages.forbrug.receipt_fields import ReceiptFields
from budgetdesk.ui.widgets.cards import Card, row
from budgetdesk.ui.widgets.editor import Editor
from budgetdesk.ui.widgets.picture import PictureView, decode
from budgetdesk.ui.widgets.words import Chip, Points, Words, button, set_shown
from budgetdesk.wording import spending as wording

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, kw_only=True)
class Bench:
    """What the receipts lie on: the case, its pictures, and the places that were read just now."""

    desk: Desk
    pictures: Pictures
    places: Mapping[str, Places]
    do: Callable[[Change], object]
    """Saves a change as one step; told apart from the desk, because the page has to save what is typed first."""


class ReceiptsQueue(OrderedDialog):
    """`ids` are the receipts to go through; one that was taken out meanwhile is passed over."""

    def __init__(self, bench: Bench, ids: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Kvitteringer"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._bench = bench
        self._ids = tuple(ids)
        self._at = -1
        self._looked_at: tuple[Box, ...] = ()
        self.settled = 0
        self._lay_out(parent)
        self._next()

    @property
    def receipt_id(self) -> str:
        """The receipt that is shown; "" when all have been seen."""
        return self._ids[self._at] if 0 <= self._at < len(self._ids) else ""

    # what the keyboard does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if enter.pressed(event):
            return
        if event.key() in _ENTER:
            self._enter()
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        typed = self.fields.as_typed()
        if typed is not None and typed.rest == 0 and self.fields.day.text().strip():
            self.settle()
            return
        stops = self.fields.stops()
        focus = QApplication.focusWidget()
        here = next((i for i, f in enumerate(stops) if focus is not None and f.isAncestorOf(focus)), -1)
        self.fields.focus(stops[(here + 1) % len(stops)])

    # what can be said about a receipt

    def settle(self) -> None:
        """Keep the receipt as it stands, whether it adds up or not, and go on."""
        try:
            corrected = self.fields.corrected()
        except BadInputError:
            return
        said = self.paid.answer
        change = actions.settle_receipt(
            self._bench.desk.record,
            corrected,
            self._bench.desk.library,
            rows=said.rows,
            refused=said.refused,
            cash=said.cash,
        )
        self.settled += 1
        self._bench.do(change)
        self._next()

    def skip(self) -> None:
        """Leave it as it is: it waits for another day."""
        self._next()

    def take_out(self) -> None:
        """It is no receipt, or somebody else's."""
        self._bench.do(remove_receipt(self._bench.desk.record, self.receipt_id, self._bench.desk.library))
        self._next()

    # showing

    def _next(self) -> None:
        here = {receipt.id: receipt for receipt in self._bench.desk.record.spending.receipts}
        self._at += 1
        while self.receipt_id and self.receipt_id not in here:
            self._at += 1
        if not self.receipt_id:
            self.accept()
            return
        receipt = here[self.receipt_id]
        doubt = self._doubt()
        many = len(self._ids)
        self.heading.setText(receipt.shop or _("Ukendt butik"))
        self.count.setText(_("{at} af {many}").format(at=self._at + 1, many=many))
        set_shown(self.count, many > 1)
        self.doubts.show_points([retold(one) for one in doubt.doubts] if doubt is not None else ())
        self.fields.show_receipt(receipt, self._bench.places.get(receipt.id, Places()))
        self.paid.show_receipt(receipt, doubt.offer if doubt is not None else None)
        self._show_state()
        self._show_picture(receipt.picture)
        self.fields.focus(self._first_doubtful())

    def _focus_on(self) -> None:
        (self.anyway if self.ok.isHidden() else self.ok).setFocus()

    def _doubt(self) -> DoubtfulReceipt | None:
        found = actions.doubtful_receipts(self._bench.desk.record)
        return next((each for each in found if each.receipt.id == self.receipt_id), None)

    def _first_doubtful(self) -> Editor:
        fields = self.fields
        if not fields.shop.text().strip():
            return fields.shop
        if not fields.day.text().strip():
            return fields.day
        typed = fields.as_typed()
        return fields.rows[0].amount if typed is not None and typed.rest else fields.shop

    def _show_state(self) -> None:
        typed = self.fields.as_typed()
        known = typed is not None and bool(typed.items)
        holds = typed is not None and known and typed.rest == 0
        self.mark.show_word(_("stemmer") if holds else _("se efter"), "accent" if holds else "amber")
        rest = wording.rest(typed.rest) if typed is not None and known else ""
        self.rest.setText(
            _("Linjerne giver det, der står i alt.") if holds else rest or _("Skriv linjerne og beløbet i alt.")
        )
        last = self._at == len(self._ids) - 1
        self.ok.setText(_("Gem") if last else _("Gem, og vis den næste"))
        set_shown(self.ok, holds)
        set_shown(self.anyway, not holds)

    def _show_picture(self, picture_id: str) -> None:
        if not picture_id:
            self.picture.show_image(QImage(), _("Der er intet billede af denne kvittering."))
            return
        self.picture.show_image(QImage(), _("Henter billedet ..."))
        read = self._bench.pictures.read
        shown = partial(self._picture_is_here, self.receipt_id)
        background.run(self, lambda: decode(read(picture_id)), shown, self._no_picture)

    def _picture_is_here(self, receipt_id: str, image: QImage) -> None:
        if receipt_id == self.receipt_id:
            self.picture.show_image(image, _("Billedet kan ikke vises. Tallene er der stadig."))
            self._mark(self._looked_at)

    def _no_picture(self, error: Exception) -> None:
        self.picture.show_image(QImage(), str(error))

    def _mark(self, boxes: Sequence[Box]) -> None:
        self._looked_at = tuple(boxes)
        self.picture.mark([QRect(b.left, b.top, b.width, b.height) for b in boxes])

    def _lay_out(self, parent: QWidget) -> None:
        room = parent.window().size()
        self.resize(min(1160, room.width() - 40), min(760, room.height() - 40))
        self.heading = Words("", "title")
        self.count = Words("", "muted", wrap=False)
        self.doubts = Points()
        self.fields = ReceiptFields(self._bench.desk.library, self._bench.desk.today)
        self.paid = PaidByBar(self._bench.desk)
        self.paid.answered.connect(self._focus_on)
        self.mark = Chip()
        self.rest = Words("", "strong")
        self.ok = button(_("Gem, og vis den næste"), self.settle, role="primary")
        self.anyway = button(_("Tag den med alligevel"), self.settle, role="primary")
        self.fields.looked_at.connect(self._mark)
        self.fields.edited.connect(self._show_state)
        self.fields.edited.connect(lambda: self.paid.follow(self.fields.as_typed()))
        for made in (self.ok, self.anyway):
            made.setAutoDefault(False)
        across = QHBoxLayout(self)
        across.setContentsMargins(20, 18, 20, theme.INNER)
        across.setSpacing(20)
        across.addWidget(self._lay_out_picture(), 9)
        across.addLayout(self._lay_out_words(), 11)

    def _lay_out_picture(self) -> QWidget:
        self.picture = PictureView(_("Billedet af kvitteringen"))
        tools = row(
            button(_("Større"), self.picture.zoom_in, role="quiet"),
            button(_("Mindre"), self.picture.zoom_out, role="quiet"),
            button(_("Hele bredden"), self.picture.fit, role="quiet"),
            space=2,
        )
        self._picture_side = Card()
        self._picture_side.box.setContentsMargins(8, 8, 8, 4)
        self._picture_side.box.addWidget(self.picture, 1)
        self._picture_side.box.addLayout(tools)
        self._picture_side.setMinimumWidth(240)
        return self._picture_side

    def _lay_out_words(self) -> QVBoxLayout:
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.count)
        state = QHBoxLayout()
        state.setSpacing(10)
        state.addWidget(self.mark)
        state.addWidget(self.rest, 1)
        self.skip_button = button(_("Spring over"), self.skip)
        self.out_button = button(_("Tag ud"), self.take_out, role="quiet", name=_("Tag kvitteringen ud af sagen"))
        box = QVBoxLayout()
        box.setSpacing(10)
        box.addLayout(head)
        box.addWidget(self.doubts)
        box.addWidget(self.fields, 1)
        box.addLayout(state)
        box.addWidget(self.paid)
        box.addLayout(row(self.out_button, None, self.skip_button, self.anyway, self.ok))
        for made in self.findChildren(type(self.ok)):
            made.setAutoDefault(False)
        return box
