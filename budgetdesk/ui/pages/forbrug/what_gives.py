"""Where can the money come from? The amount that is missing each month, and the ways to find it side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from budgetdesk.actions import conversation
from budgetdesk.actions.desk import Desk
from budgetdesk.actions.spending import Change
from budgetdesk.budget.what_gives import Alternative
from budgetdesk.errors import BadInputError
from budgetdesk.i18n import _, translated
from budgetdesk.money import ZERO
from budgetdesk.ui import background, theme
from budgetdesk.ui.keyed_dialog import KeyedDialog
from budgetdesk.ui.widgets.cards import Card, columns, row
from budgetdesk.ui.widgets.choices import Tick
from budgetdesk.ui.widgets.fields import AmountEdit
from budgetdesk.ui.widgets.fitting import resize_within
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.words import Points, Words, button
from budgetdesk.wording import conversation as wording
from budgetdesk.wording import spending as talk

_WAIT_MS = 150
"""How long after the last key the ways are looked for."""

_FIELD = 420
"""Room for the words above the amount, px."""


class WhatGives(KeyedDialog):
    """Choose one way, and the budget has it, as one step."""

    def __init__(self, desk: Desk, put: Callable[[Change], object], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Hvor kan pengene komme fra?"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        resize_within(self, 1080, 660)
        self._desk, self._put = desk, put
        self._asked = ZERO
        self.ways: list[WayCard] = []
        self.amount = AmountEdit(empty=ZERO)
        self.steps = Tick(_("Sæt opsigelserne på siden Næste skridt"))
        self.steps.show_value(True)
        self.free = Points(_("Først det, der ikke koster noget"))
        self.said = Words("", "strong")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self.look)
        self.amount.edited.connect(self._timer.start)
        self._lay_out()
        missing, where = conversation.missing_each_month(desk.overview.plan, desk.overview.month)
        self.amount.show_value(missing)
        self._field.label.setText(where)
        self.amount.name(where)
        ways = desk.overview.plan.ways if desk.overview.plan else ()
        self.free.show_points([way.text for way in ways if way.kind in ("benefit", "rescue", "pause")])
        self.look()

    def look(self) -> None:
        """Find the ways anew for the amount in the field."""
        try:
            missing = self.amount.value()
        except BadInputError as error:
            self.amount.say_problem(str(error))
            return
        self.amount.say_problem("")
        self._asked = missing
        find = partial(
            conversation.ways_to_find, self._desk.record, self._desk.library, on=self._desk.today, missing=missing
        )
        background.run(self, find, partial(self._found, missing))

    def choose(self, way: Alternative) -> None:
        """Write one way on the budget's rows."""
        change = conversation.agree_on(self._desk.record, way, on=self._desk.today, steps=self.steps.value())
        self.accept()
        self._put(change)

    def _found(self, missing: Decimal, ways: Sequence[Alternative]) -> None:
        if missing != self._asked:
            return  # something else has been asked since
        self.said.setText(talk.ways_said(missing, ways))
        old = self._area.takeWidget()
        if old is not None:
            old.deleteLater()
        self.ways = [WayCard(way, missing, self.choose) for way in ways if way.changes]
        body = columns(*self.ways, even=True) if self.ways else QWidget()
        self._area.setWidget(body)
        self._area.setVisible(bool(self.ways))
        self._rest.setVisible(not self.ways)
        self.steps.setVisible(any(change.of.who for way in ways for change in way.changes))

    def _lay_out(self) -> None:
        self._field = Labelled(_("Der mangler om måneden, kr."), self.amount)
        self._field.setMinimumWidth(_FIELD)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._rest = QWidget()
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 18)
        box.setSpacing(theme.INNER)
        box.addWidget(Words(_("Hvor kan pengene komme fra?"), "title"))
        box.addWidget(self._field, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(self.free)
        box.addWidget(self.said)
        box.addWidget(self._area, 1)
        box.addWidget(self._rest, 1)
        box.addWidget(self.steps)
        quiet = _("Det, lejeren har låst, røres ikke. Alt kan fortrydes i ét skridt.")
        box.addWidget(Words(quiet, "small"))
        box.addLayout(row(None, button(_("Luk"), self.reject)))


class WayCard(Card):
    """One way: what it changes, what it gives, and from when."""

    def __init__(self, way: Alternative, missing: Decimal, choose: Callable[[Alternative], object]) -> None:
        super().__init__(wording.way_title(way), translated(wording.WAY_HELP)[way.way])
        self.way = way
        self.setMinimumWidth(290)
        self.result = Words(wording.way_result(way, missing), "strong")
        self.choose = button(
            _("Vælg denne"), partial(choose, way), name=_("Vælg: {way_title}").format(way_title=wording.way_title(way))
        )
        points = Points()
        points.show_points([wording.change(change) for change in way.changes])
        self.add(self.result, points)
        self.box.addStretch(1)
        self.add(row(self.choose))
