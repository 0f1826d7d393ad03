"""What comes again: when next, how much, what became dearer, what has stopped; and who must do what to end it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from budgetdesk.actions import conversation
from budgetdesk.actions.desk import Desk
from budgetdesk.actions.spending import Change
from budgetdesk.i18n import N_, _
from budgetdesk.ledger.regular import Regular
from budgetdesk.ledger.subscriptions import Subscription, subscriptions
from budgetdesk.ui import background, theme
from budgetdesk.ui.keyed_dialog import KeyedDialog
from budgetdesk.ui.widgets.cards import row
from budgetdesk.ui.widgets.fitting import resize_within
from budgetdesk.ui.widgets.links import LinkButton
from budgetdesk.ui.widgets.words import Words, button, hairline
from budgetdesk.wording import conversation as wording

_NOTHING = N_("Vi har ikke set noget, der kommer igen. Det kræver kontoudtog fra to eller flere måneder.")


class RegularDialog(KeyedDialog):
    """The list, looked for in a thread: two years of rows take a moment."""

    enter_agrees = True

    def __init__(self, desk: Desk, put: Callable[[Change], object], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Faste betalinger"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        resize_within(self, 680, 600)
        self._desk, self._put = desk, put
        self.said = Words(_("Et øjeblik ..."), "muted")
        self.rows: list[RegularRow] = []
        body = QWidget()
        self._box = QVBoxLayout(body)
        self._box.setContentsMargins(0, 0, theme.GAP, 0)
        self._box.setSpacing(theme.GAP)
        self._box.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(body)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 18)
        box.setSpacing(theme.INNER)
        box.addWidget(Words(_("Faste betalinger"), "title"))
        box.addWidget(self.said)
        box.addWidget(area, 1)
        self.close_button = button(_("Luk"), self.reject)
        box.addLayout(row(None, self.close_button))
        background.run(self, partial(conversation.regular, desk.record, desk.library), self._found)

    def _found(self, regular: Sequence[Regular]) -> None:
        known = {each.regular.key: each for each in subscriptions(regular, self._desk.library.services)}
        number = sum(1 for payment in regular if not payment.stopped)
        self.said.setText(
            _("{number} kommer igen. De næste står først.").format(number=number) if regular else _(_NOTHING)
        )
        for payment in regular:
            made = RegularRow(payment, known.get(payment.key), self._desk, self._step)
            self.rows.append(made)
            self._box.insertWidget(self._box.count() - 1, made)
            self._box.insertWidget(self._box.count() - 1, hairline())

    def _step(self, subscription: Subscription) -> None:
        change = conversation.step_for(self._desk.record, subscription, on=self._desk.today)
        self._put(change)
        self.said.setText(change.said)


class RegularRow(QWidget):
    """One payment in words; for a subscription also from when the money is free."""

    def __init__(
        self,
        payment: Regular,
        subscription: Subscription | None,
        desk: Desk,
        step: Callable[[Subscription], object],
    ) -> None:
        super().__init__()
        self.payment = payment
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 4, 0, 4)
        box.setSpacing(2)
        said = (_("Kommer ind: ") if payment.money_in else "") + wording.expected(payment)
        box.addWidget(Words(said, "muted" if payment.stopped else "strong"))
        for sentence in (wording.dearer(payment), payment.why):
            if sentence:
                box.addWidget(Words(sentence, "small"))
        self.step: LinkButton | None = None
        if subscription is not None:
            box.addWidget(Words(wording.free_from(subscription, desk.today)))
            box.addWidget(Words(subscription.service.who, "small"))
            self.step = LinkButton(_("Sæt det på Næste skridt"), partial(step, subscription))
            self.step.setAccessibleName(_("Sæt det på Næste skridt: {name}").format(name=payment.name))
            box.addWidget(self.step, 0, Qt.AlignmentFlag.AlignLeft)
