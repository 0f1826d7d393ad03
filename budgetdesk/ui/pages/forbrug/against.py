"""Budget and reality: a month that was, line by line beside the budget, in neutral words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from budgetdesk import formats
from budgetdesk.actions import conversation
from budgetdesk.actions.desk import Desk
from budgetdesk.dates import Month
from budgetdesk.i18n import N_, _, translated
from budgetdesk.ui import phrases, theme
from budgetdesk.ui.keyed_dialog import KeyedDialog
from budgetdesk.ui.widgets.cards import row
from budgetdesk.ui.widgets.figures import FigureTable
from budgetdesk.ui.widgets.fitting import resize_within
from budgetdesk.ui.widgets.words import Words, button

_TITLES = (N_("Linje"), N_(">Budget"), N_(">Brugt"), "")


class AgainstBudget(KeyedDialog):
    """To read only; the largest difference first."""

    enter_agrees = True

    def __init__(self, desk: Desk, month: Month, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Budget og virkelighed"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        resize_within(self, 820, 640)
        compared = conversation.month_against_budget(desk.record, month, desk.library, on=desk.today)
        self.table = FigureTable(translated(_TITLES), total=True, stretch=(3, 0, 0, 4))
        lines = sorted(compared.lines, key=lambda line: (line.as_planned, -abs(line.difference)))
        rows = [(x.title, phrases.whole_kroner(x.budget), phrases.whole_kroner(x.actual), x.text) for x in lines]
        total = (_("I alt"), phrases.whole_kroner(compared.budget), phrases.whole_kroner(compared.actual), "")
        self.table.show_rows([*rows, total] if rows else [])
        self.said = Words(compared.text if rows else _("Der er hverken budget eller forbrug at vise endnu."), "muted")
        body = QWidget()
        inner = QVBoxLayout(body)
        inner.setContentsMargins(0, 0, theme.GAP, 0)
        inner.addWidget(self.table)
        inner.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(body)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 18)
        box.setSpacing(theme.INNER)
        box.addWidget(
            Words(_("{month}: budget og virkelighed").format(month=formats.month(month).capitalize()), "title")
        )
        box.addWidget(self.said)
        box.addWidget(area, 1)
        box.addLayout(row(Words(_("kr. om måneden"), "small", wrap=False), None, button(_("Luk"), self.reject)))
