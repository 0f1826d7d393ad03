"""The answers in the conversation: two voices about a line or about all ordinary bills, or the lines that money may
have gone to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from budgetdesk.budget.chart import Chart
from budgetdesk.household.words import Need
from budgetdesk.i18n import N_, _, translated
from budgetdesk.ledger.asking import Question
from budgetdesk.ledger.summary import LineSummary
from budgetdesk.ui import phrases, theme
from budgetdesk.ui.pages.forbrug.voices import LOCK
from budgetdesk.ui.widgets.cards import form_grid, row
from budgetdesk.ui.widgets.choices import Choice
from budgetdesk.ui.widgets.figures import FigureTable
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.words import Words, button, set_shown

TENANT = {"1": Need.NEED, "2": Need.NICE, "3": Need.ASK, "4": LOCK}
BOTH = {"5": Need.NEED, "6": Need.NICE}
ADVISER = {"7": Need.NEED, "8": Need.NICE, "9": Need.ASK}
_WORDS = {
    Need.NEED: N_("nødvendigt"),
    Need.NICE: N_("kan undværes"),
    Need.ASK: N_("spørg"),
    LOCK: N_("nødvendigt, og lås det"),
}
_LOCKED = N_("Lejeren har låst det. Det røres ikke.")


class Voices(QWidget):
    """What both say in one word, then the tenant, then the adviser; beside what the tenant has locked the adviser
    says nothing."""

    def __init__(
        self, tenant: Callable[[Any], object], adviser: Callable[[Any], object], both: Callable[[Need], object]
    ) -> None:
        super().__init__()
        self._says = {**{key: (tenant, to) for key, to in TENANT.items()}}
        self._says |= {key: (adviser, to) for key, to in ADVISER.items()}
        self._says |= {key: (both, to) for key, to in BOTH.items()}
        self.tenant = Choice([(value, f"{key}  {translated(_WORDS)[value]}") for key, value in TENANT.items()])
        self.adviser = Choice([(value, f"{key}  {translated(_WORDS)[value]}") for key, value in ADVISER.items()])
        self.locked = Words(_(_LOCKED), "small")
        self._adviser_field = Labelled(_("Rådgiveren siger"), self.adviser)
        self.tenant.edited.connect(lambda: tenant(self.tenant.value()))
        self.adviser.edited.connect(lambda: adviser(self.adviser.value()))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, theme.INNER, 0, 0)
        box.setSpacing(theme.INNER)
        self.both = [
            button(
                f"{key}  {translated(_WORDS)[value]}",
                partial(both, value),
                name=_("Begge siger: {words}").format(words=translated(_WORDS)[value]),
            )
            for key, value in BOTH.items()
        ]
        both_say = QVBoxLayout()
        both_say.setSpacing(4)
        both_say.addWidget(Words(_("Begge siger"), "small"))
        both_say.addLayout(row(*self.both))
        box.addLayout(both_say)
        box.addWidget(Labelled(_("Lejeren siger"), self.tenant))
        box.addWidget(self._adviser_field)
        box.addWidget(self.locked)
        box.addStretch(1)

    def show_line(self, line: LineSummary) -> None:
        """Show what has been said."""
        self.tenant.show_value(LOCK if line.locked else line.tenant_says)
        self.adviser.show_value(line.adviser_says)
        set_shown(self._adviser_field, not line.locked)
        set_shown(self.locked, line.locked)

    def press(self, key: str) -> bool:
        """Answer by a key; False for a key that answers nothing."""
        if key not in self._says:
            return False
        say, value = self._says[key]
        say(value)
        return True


class Bills(QWidget):
    """All ordinary bills in one answer, or one by one."""

    def __init__(self, needed: Callable[[], object], apart: Callable[[], object]) -> None:
        super().__init__()
        self._keys = {"5": needed, "E": apart}
        self.table = FigureTable(("", ">", ".", "", ">"), stretch=(1, 0, 0, 1, 0))
        self.needed = button(_("5  Ja, begge siger nødvendigt"), needed)
        self.apart = button(_("E  Tag dem én for én"), apart)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, theme.GAP, 0, 0)
        box.setSpacing(theme.INNER)
        box.addWidget(self.table)
        box.addLayout(row(self.needed, self.apart))
        box.addStretch(1)

    def show_bills(self, bills: Sequence[LineSummary]) -> None:
        """Two beside each other, the largest first."""
        cells = [(bill.title, phrases.kroner(bill.amount)) for bill in bills]
        half = (len(cells) + 1) // 2
        beside = [*cells[half:], ("", "")]
        self.table.show_rows([(*left, "", *right) for left, right in zip(cells[:half], beside, strict=False)])

    def press(self, key: str) -> bool:
        """Answer by a key; False for a key that answers nothing."""
        act = self._keys.get(key)
        if act is None:
            return False
        act()
        return True


class Lines(QWidget):
    """The likeliest lines by number; any other by typing; a part each; or later."""

    def __init__(
        self,
        place: Callable[[str], object],
        other: Callable[[], object],
        split: Callable[[], object],
        later: Callable[[], object],
    ) -> None:
        super().__init__()
        self._place = place
        self._keys: dict[str, Callable[[], object]] = {}
        self._fixed: dict[str, Callable[[], object]] = {"A": other, "D": split, "S": later}
        self.buttons: list[QWidget] = []
        self._split = button(_("D  Del beløbet ..."), split)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, theme.INNER, 0, 0)
        self._box.setSpacing(theme.INNER)
        self._grid: QWidget = QWidget()
        self._box.addWidget(self._grid)
        self._box.addLayout(
            row(button(_("A  Anden linje ..."), other), self._split, button(_("S  Spørg senere"), later))
        )
        self._box.addStretch(1)

    def show_question(self, question: Question, chart: Chart, *, can_split: bool) -> None:
        """Offer the lines of a question."""
        set_shown(self._split, can_split)
        self._keys = {}
        made: list[QWidget] = []
        for number, code in enumerate(question.lines, 1):
            self._keys[str(number)] = partial(self._place, code)
            made.append(_wide(button(f"{number}  {_title(code, chart)}", self._keys[str(number)])))
        new = form_grid(made, 2, least=260)
        self._box.replaceWidget(self._grid, new)
        self._grid.hide()
        self._grid.deleteLater()
        self._grid, self.buttons = new, made

    def press(self, key: str) -> bool:
        """Answer by a key; False for a key that answers nothing."""
        act = self._keys.get(key) or self._fixed.get(key)
        if act is None:
            return False
        act()
        return True


def _wide(made: QPushButton) -> QPushButton:
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return made


def _title(code: str, chart: Chart) -> str:
    if code in chart.lines:
        return chart.lines[code].title
    return chart.incomes[code].title if code in chart.incomes else code
