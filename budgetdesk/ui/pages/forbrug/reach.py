"""How far a correction reaches: this row, all like it in the case, or other cases as well. What is learned is said."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from budgetdesk.i18n import _
from budgetdesk.ledger.learning import Lesson
from budgetdesk.ui.dialogs.base import SmallDialog
from budgetdesk.ui.widgets.choices import Choice
from budgetdesk.ui.widgets.words import Words

THIS, CASE, EVERYWHERE = "this", "case", "everywhere"


class ReachDialog(SmallDialog):
    """Asked only where there is something to choose. `others`: how many rows are like it; `lesson`: what may be
    learned for all cases, None where that is not possible here."""

    def __init__(self, parent: QWidget, others: int, lesson: Lesson | None, done: Callable[[str], object]) -> None:
        super().__init__(parent, _("Hvor langt gælder det?"), _("Flyt"), self._go)
        self._done = done
        options = [(CASE, _("Også {others} som den").format(others=others) if others else _("I denne sag"))]
        if others:
            options.insert(0, (THIS, _("Kun denne")))
        if lesson is not None and lesson.rule is not None:
            options.append((EVERYWHERE, _("Også i andre sager")))
        self.reach = Choice(options)
        self.reach.name(_("Hvor langt gælder det?"))
        self.reach.show_value(CASE)
        self.add(self.reach)
        if lesson is not None:
            self.add(Words(lesson.said, "small"))
        self.agree.setFocus()

    def _go(self) -> None:
        self.accept()
        self._done(self.reach.value())
