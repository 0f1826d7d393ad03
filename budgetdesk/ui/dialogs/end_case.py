"""The end of a case: when, how it went with the home, and what was done. Three short questions, all of them counted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from budgetdesk.actions import case_course
from budgetdesk.actions.case_course import Ending
from budgetdesk.casework.record import Record
from budgetdesk.errors import BadInputError
from budgetdesk.i18n import _, translated
from budgetdesk.readers.categories import load_categories
from budgetdesk.ui.dialogs.base import SmallDialog
from budgetdesk.ui.widgets.cards import form_grid
from budgetdesk.ui.widgets.chip_picks import ChipPicks
from budgetdesk.ui.widgets.choices import Choice, YesNo
from budgetdesk.ui.widgets.editor import Editor
from budgetdesk.ui.widgets.fields import AmountEdit, DateEdit
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.words import set_shown
from budgetdesk.wording import course as words

WIDTH = 720


class EndCaseDialog(SmallDialog):
    """Hands what was said to `end`; what cannot be stands at its field."""

    def __init__(self, parent: QWidget, record: Record, today: date, end: Callable[[Ending], object]) -> None:
        super().__init__(parent, _("Afslut sagen"), _("Afslut sagen"), self._go)
        self.widen(WIDTH)
        self._record, self._today, self._end = record, today, end
        of = self.fields = _fields(today)
        self.leaving = form_grid(
            [
                Labelled(_("Hvornår flyttede lejeren ud?"), of["left_on"]),
                Labelled(_("Restance ved fraflytning"), of["arrears_at_leaving"]),
                Labelled(_("Hvordan?"), of["eviction"]),
                Labelled(_("Var der også en sag om husorden?"), of["house_rules"]),
            ],
            2,
        )
        self.staying = Labelled(_("Er restancen betalt?"), of["arrears_covered"])
        self._lay_out()
        self._show(case_course.ending_of(record, today=today))
        of["outcome"].edited.connect(self._ask_for_outcome)
        for name, field in of.items():
            field.left.connect(partial(self._left, name))
        of["ended"].setFocus()

    def _lay_out(self) -> None:
        of = self.fields
        self.add(
            Labelled(_("Hvornår sluttede forløbet?"), of["ended"]),
            Labelled(_("Hvordan gik det med boligen?"), of["outcome"]),
            self.leaving,
            self.staying,
            form_grid([Labelled(_("Råd om"), of["advice"]), Labelled(_("Praktisk hjælp"), of["help"])], 2),
        )

    def _show(self, ending: Ending) -> None:
        for name, field in self.fields.items():
            field.show_value(getattr(ending, name))
        self._ask_for_outcome()

    def _ask_for_outcome(self) -> None:
        left = self.fields["outcome"].value() in case_course.LEFT_HOME
        set_shown(self.leaving, left)
        set_shown(self.staying, not left and self.fields["outcome"].value() is not None)

    def _left(self, name: str) -> None:
        """Say at once what cannot be, at the field that was left."""
        problems = self._problems()
        self.fields[name].say_problem(problems.get(name, ""))

    def _go(self) -> None:
        problems = self._problems()
        for name, field in self.fields.items():
            field.say_problem(problems.get(name, ""))
        if problems:
            self.fields[next(iter(problems))].setFocus()
            return
        ending = self._read()
        self.accept()
        self._end(ending)

    def _problems(self) -> dict[str, str]:
        unread = {}
        for name, field in self.fields.items():
            try:
                field.value()
            except BadInputError as error:
                unread[name] = str(error)
        return unread or case_course.ending_problems(self._record, self._read(), today=self._today)

    def _read(self) -> Ending:
        return Ending(**{name: field.value() for name, field in self.fields.items()})


def _fields(today: date) -> dict[str, Editor]:
    """By the names of `Ending`, in the order in which they are asked."""
    lists = load_categories().lists
    return {
        "ended": DateEdit(today),
        "outcome": Choice(translated(words.CHOICES)),
        "left_on": DateEdit(today),
        "arrears_at_leaving": AmountEdit(),
        "eviction": Choice([*translated(words.EVICTIONS).items(), (None, _("Ingen af dem"))]),
        "house_rules": YesNo(),
        "arrears_covered": YesNo(),
        "advice": ChipPicks(list(lists["advice"].items())),
        "help": ChipPicks(list(lists["help"].items())),
    }
