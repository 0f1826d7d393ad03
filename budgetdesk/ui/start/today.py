"""What is due today, above the list of cases: a few calm lines, and not a word where nothing is due."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from budgetdesk.casework.due_today import Due
from budgetdesk.i18n import _
from budgetdesk.ui.widgets.cards import Card, Rows
from budgetdesk.ui.widgets.fold import FoldButton
from budgetdesk.ui.widgets.links import LinkButton
from budgetdesk.ui.widgets.words import Chip, set_shown
from budgetdesk.wording import case_list as words

AT_ONCE = 4
"""Lines before "og N til"."""


class TodayCard(Card):
    """A heading that opens and closes, and a line for each thing to do."""

    def __init__(self, today: date, open_case: Callable[[str], object], folded: Callable[[bool], object]) -> None:
        super().__init__()
        self._today, self._open, self._folded = today, open_case, folded
        self._due: dict[str, Due] = {}
        self._all = False
        self.head = FoldButton("", self._toggle)
        self.rows: Rows[str, QWidget] = Rows(self._row, lines=False)
        self.more = LinkButton("", self._show_all, small=True)
        self.add(self.head, self.rows, self.more)
        self.head.show_opened(True)
        self.hide()

    def show_due(self, due: Sequence[Due], *, opened: bool) -> None:
        """Show what is due; hidden where nothing is."""
        self._due = {f"{number}": one for number, one in enumerate(due)}
        self.head.setText(words.due_in_all([one.step for one in due], self._today))
        self.head.setAccessibleName(self.head.text())
        self.rows.show_items([])
        self.head.show_opened(opened)
        self._fill()
        set_shown(self, bool(due))

    def open_up(self, opened: bool) -> None:
        """Open or fold, without anybody having said so."""
        if opened is not self.head.opened:
            self.head.show_opened(opened)
            self._fill()

    def _toggle(self) -> None:
        self.open_up(not self.head.opened)
        self._folded(not self.head.opened)

    def _show_all(self) -> None:
        self._all = True
        self._fill()

    def _fill(self) -> None:
        opened = self.head.opened
        shown = list(self._due) if self._all else list(self._due)[:AT_ONCE]
        self.rows.show_items(shown if opened else [])
        left = len(self._due) - len(shown)
        self.more.setText(_("Vis {left} til").format(left=left))
        self.more.setAccessibleName(self.more.text())
        set_shown(self.more, opened and left > 0)

    def _row(self, key: str) -> QWidget:
        due = self._due[key]
        holder = QWidget()
        across = QHBoxLayout(holder)
        across.setContentsMargins(18, 3, 0, 3)
        link = LinkButton(words.due_line(due.step, due.case), partial(self._open, due.case.id))
        when = words.days_left(due.step, self._today)
        late = due.step.is_overdue(self._today)
        across.addWidget(link, 1)
        across.addWidget(Chip(when, "amber" if late else ""), 0, Qt.AlignmentFlag.AlignTop)
        link.setAccessibleName(f"{link.text()}, {when}")
        return holder
