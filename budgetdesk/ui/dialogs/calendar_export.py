"""Tasks, meetings and deadlines as a file for the calendar: what goes in, and how much it says, is chosen first."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from budgetdesk.actions import calendar, files
from budgetdesk.actions.desk import Desk
from budgetdesk.actions.desk import utc_clock as now
from budgetdesk.casework.calendar import Entry, EntryKind, Told
from budgetdesk.errors import BudgetDeskError
from budgetdesk.ui import background
from budgetdesk.ui.dialogs.base import SmallDialog
from budgetdesk.ui.widgets.choices import Choice, ListChoice, Tick
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.words import Words
from budgetdesk.wording import calendar as words

ONE, ALL = "one", "all"
_KINDS = (
    (EntryKind.TASK, "Opgaver"),
    (EntryKind.MEETING, "Møder"),
    (EntryKind.DEADLINE, "Frister"),
    (EntryKind.CONTACT, "Kontakt, der skal prøves"),
    (EntryKind.PAYMENT, "Rater og husleje, der ventes"),
)
AGAIN = "Hent filen ind i kalenderen. Gør du det igen senere, bliver de samme dage rettet."


def export_case(parent: QWidget, desk: Desk, workspace: calendar.CasesOf | None = None) -> CalendarDialog:
    """Open the dialog for a case; with a workspace all cases of its adviser can be chosen as well."""
    dialog = CalendarDialog(parent, desk, workspace)
    dialog.open()
    return dialog


class CalendarDialog(SmallDialog):
    """Which cases, which days, how much each says, and where the file goes."""

    def __init__(self, parent: QWidget, desk: Desk, workspace: calendar.CasesOf | None) -> None:
        super().__init__(parent.window(), "Til kalenderen", "Gem fil …", self._save)
        self._desk, self._workspace = desk, workspace
        self.which = Choice([(ONE, "Denne sag"), (ALL, "Alle mine åbne sager")])
        self.which.show_value(ONE)
        self.told = ListChoice([*words.TOLD.items()])
        self.told.show_value(Told.NUMBER)
        self.warning = Words("", "small")
        self.kinds = {kind: Tick(text) for kind, text in _KINDS}
        self.reminders = Tick("Mind mig om det: klokken otte, eller en halv time før")
        for kind, tick in self.kinds.items():
            tick.show_value(kind in calendar.Chosen().kinds)
            tick.name(dict(_KINDS)[kind])
        self.reminders.show_value(True)
        self.reminders.name("Påmindelser")
        self.told.edited.connect(self._warn)
        if workspace is not None:
            self.add(Labelled("Hvilke sager", self.which))
        self.add(Labelled("Hvor meget må kalenderen vise?", self.told), self.warning)
        self.add(*self.kinds.values(), self.reminders, Words(AGAIN, "muted"))
        self._warn()

    def chosen(self) -> calendar.Chosen:
        """What is ticked."""
        return calendar.Chosen(
            told=self.told.value(),
            kinds=frozenset(kind for kind, tick in self.kinds.items() if tick.value()),
            reminders=self.reminders.value(),
        )

    def _warn(self) -> None:
        self.warning.setText(words.WARNINGS[self.told.value()])

    def _save(self) -> None:
        """Find the days (in a thread), then ask where the file goes."""
        chosen, desk, workspace = self.chosen(), self._desk, self._workspace
        record, number, today = desk.record, desk.case_id, desk.today
        work: Callable[[], tuple[Entry, ...]]
        if workspace is not None and self.which.value() == ALL:
            work = partial(calendar.of_all, workspace, record.case.info.adviser, chosen, on=today)
        else:
            work = partial(calendar.of_case, record.case, number, chosen, on=today)
        self.agree.setEnabled(False)
        background.run(self, work, partial(self._found, chosen), self._failed)

    def _found(self, chosen: calendar.Chosen, found: tuple[Entry, ...]) -> None:
        self.agree.setEnabled(True)
        try:
            data = calendar.written(found, chosen, now=now())
            name, _ = QFileDialog.getSaveFileName(self, "Gem til kalenderen", "kalender.ics", "Kalender (*.ics)")
            if not name:
                return
            files.replace_file(Path(name), data)
        except BudgetDeskError as error:
            self.problem.say(str(error))
            return
        self.accept()

    def _failed(self, error: Exception) -> None:
        self.agree.setEnabled(True)
        if not isinstance(error, BudgetDeskError):
            raise error
        self.problem.say(str(error))
