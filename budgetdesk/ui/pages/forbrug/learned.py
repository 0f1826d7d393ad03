"""What the program has learned, in this case and for all cases, and a way to forget each of it.

What is forgotten in the case is one step of undo. What is forgotten for all cases can be taken back while the window is
open.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from budgetdesk.actions import learning
from budgetdesk.actions.learning import CaseLesson
from budgetdesk.actions.library import Library
from budgetdesk.errors import BudgetDeskError
from budgetdesk.i18n import N_, _
from budgetdesk.ledger.sorting import LearnedRule
from budgetdesk.ui import phrases, theme
from budgetdesk.ui.keyed_dialog import KeyedDialog
from budgetdesk.ui.messages import show_error
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.widgets.announced import Announced
from budgetdesk.ui.widgets.cards import row
from budgetdesk.ui.widgets.fitting import resize_within
from budgetdesk.ui.widgets.links import LinkButton
from budgetdesk.ui.widgets.words import Words, button, hairline, set_shown

_NOTHING_HERE = N_("I har ikke flyttet noget i denne sag endnu.")
_NOTHING_ANYWHERE = N_("Programmet har ikke lært noget for alle sager. Det sker kun, når I siger ja til det.")


class LearnedDialog(KeyedDialog):
    """Two lists; each entry has a button that forgets it."""

    enter_agrees = True

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.setWindowTitle(_("Det har programmet lært"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        resize_within(self, 620, 600)
        self._page = page
        self._forgotten: LearnedRule | None = None
        self.entries: list[Entry] = []
        self.said = Announced("strong")
        self.back = LinkButton(_("Lær det igen"), self.learn_again)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 18)
        box.setSpacing(theme.INNER)
        box.addWidget(Words(_("Det har programmet lært"), "title"))
        box.addWidget(Words(_("Når I flytter en postering, flytter de næste med samme tekst med."), "muted"))
        box.addWidget(self.area, 1)
        box.addWidget(self.said)
        box.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        box.addLayout(row(None, button(_("Luk"), self.reject)))
        set_shown(self.back, False)
        self._fill()

    def forget_here(self, lesson: CaseLesson) -> None:
        """Give the rows of one text back to the rules."""
        page = self._page
        change = learning.forget_in_case(page.record, lesson.key, page.desk.library)
        page.change(change.label, change.record)
        self._tell(_("Glemt i denne sag: {name}. Det kan fortrydes med Ctrl+Z.").format(name=lesson.name))

    def forget_everywhere(self, rule: LearnedRule) -> None:
        """Take one rule away for all cases."""
        if self._keep(learning.forget_for_all, rule.key):
            self._forgotten = rule
            self._tell(_("Glemt i alle sager: {name}.").format(name=rule.name))

    def learn_again(self) -> None:
        """Take the last rule back that was forgotten for all cases."""
        rule = self._forgotten
        if rule is not None and self._keep(learning.learn_for_all, rule):
            self._forgotten = None
            self._tell(_("Lært igen: {name}.").format(name=rule.name))

    def _keep(self, do: Callable[..., Library], what: object) -> bool:
        page, vault = self._page, self._page.place.vault
        if vault is None:
            return False
        try:
            library = do(vault.workspace, what, page.desk.library)
        except BudgetDeskError as error:
            show_error(self, error)
            return False
        vault.workspace.library = page.desk.library = library
        change = learning.sorted_again(page.record, library)
        if change is not None:
            page.change(change.label, change.record)
        return True

    def _tell(self, sentence: str) -> None:
        self.said.say(sentence)
        set_shown(self.back, self._forgotten is not None)
        self._fill()
        (self.entries[0].forget if self.entries else self.back).setFocus()

    def _fill(self) -> None:
        page, vault = self._page, self._page.place.vault
        here = learning.case_lessons(page.record, page.desk.library)
        rules = learning.learned_rules(vault.workspace) if vault is not None else ()
        self.entries = []
        body = QWidget()
        box = QVBoxLayout(body)
        box.setContentsMargins(0, 0, 10, 0)
        box.setSpacing(6)
        case = [
            Entry(each.name, self._where(each.line, len(each.rows)), partial(self.forget_here, each)) for each in here
        ]
        everywhere = [Entry(rule.name, self._where(rule.line), partial(self.forget_everywhere, rule)) for rule in rules]
        self._part(box, _("I denne sag"), _(_NOTHING_HERE), case)
        box.addSpacing(theme.INNER)
        self._part(box, _("I alle sager"), _(_NOTHING_ANYWHERE), everywhere)
        box.addStretch(1)
        self.area.setWidget(body)

    def _part(self, box: QVBoxLayout, heading: str, nothing: str, entries: Sequence[Entry]) -> None:
        box.addWidget(Words(heading, "section"))
        if not entries:
            box.addWidget(Words(nothing, "muted"))
        for entry in entries:
            box.addWidget(entry)
            box.addWidget(hairline())
        self.entries += entries

    def _where(self, code: str, rows: int = 0) -> str:
        chart = self._page.desk.library.chart
        line = chart.lines.get(code)
        income = chart.incomes.get(code)
        title = line.title if line is not None else income.title if income is not None else code
        told = phrases.count(rows, N_("postering"), N_("posteringer"))
        return f"{title} · {told}" if rows else title


class Entry(QWidget):
    """A name, where it goes, and the way to forget it."""

    def __init__(self, name: str, where: str, forget: Callable[[], object]) -> None:
        super().__init__()
        self.name = name
        self.forget = button(_("Glem"), forget, name=_("Glem {name}: {where}").format(name=name, where=where))
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Words(name, "strong"))
        words.addWidget(Words(where, "small"))
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.addLayout(words, 1)
        across.addWidget(self.forget)
