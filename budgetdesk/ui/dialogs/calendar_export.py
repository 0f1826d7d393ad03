"""Tasks, meetings and deadlines as a file for the calendar: what goes in, and how much it says, is chosen first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from budgetdesk.actions import calendar, files
from budgetdesk.actions.desk import Desk
from budgetdesk.actions.desk import utc_clock as now
from budgetdesk.casework.calendar import Entry, EntryKind, Told
from budgetdesk.errors import BudgetDeskError
from budgetdesk.i18n import N_, _, translated
from budgetdesk.ui import background
from budgetdesk.ui.dialogs.base import SmallDialog
from budgetdesk.ui.widgets.cards import form_grid
from budgetdesk.ui.widgets.choices import ListChoice, Tick
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.words import Words, set_shown
from budgetdesk.wording import calendar as words

WIDTH = 540
_KINDS = (
    (EntryKind.TASK, N_("Opgaver")),
    (EntryKind.MEETING, N_("Møder")),
    (EntryKind.DEADLINE, N_("Frister")),
    (EntryKind.CONTACT, N_("Kontakt, der skal prøves")),
    (EntryKind.PAYMENT, N_("Rater og husleje, der ventes")),
)
AGAIN = N_("Hent filen ind i kalenderen. Gør du det igen senere, bliver de samme dage rettet.")


def export_case(parent: QWidget, desk: Desk, workspace: calendar.CasesOf | None = None) -> CalendarDialog:
    """Open the dialog for a case; with a workspace all cases of its adviser can be chosen as well."""
    dialog = CalendarDialog(parent, desk, workspace)
    dialog.open()
    return dialog


def export_all(parent: QWidget, workspace: calendar.CasesOf, today: date) -> CalendarDialog:
    """Open the dialog for all open cases, or those of one adviser; no case need be open."""
    dialog = CalendarDialog(parent, None, workspace, today)
    dialog.open()
    return dialog


class CalendarDialog(SmallDialog):
    """Which cases, which days, how much each says, and where the file goes."""

    def __init__(
        self, parent: QWidget, desk: Desk | None, workspace: calendar.CasesOf | None, today: date | None = None
    ) -> None:
        super().__init__(parent.window(), _("Til kalenderen"), _("Gem fil …"), self._save)
        self._desk, self._workspace = desk, workspace
        self._today = today or (desk.today if desk is not None else date.min)
        self.widen(WIDTH)
        offered = self._offered()
        self.which = ListChoice(offered)
        self.which.show_value(offered[0][0])
        self.told = ListChoice([*translated(words.TOLD).items()])
        self.told.show_value(Told.NUMBER)
        self.warning, self.busy = Words("", "small"), Words("", "small")
        self.busy.hide()
        self.kinds = {kind: Tick(text) for kind, text in translated(_KINDS)}
        self.reminders = Tick(_("Mind mig om det: klokken otte, eller en halv time før"))
        for kind, tick in self.kinds.items():
            tick.show_value(kind in calendar.Chosen().kinds)
            tick.name(dict(translated(_KINDS))[kind])
        self.reminders.show_value(True)
        self.reminders.name(_("Påmindelser"))
        self.told.edited.connect(self._warn)
        self._lay_out()
        self._warn()

    def _lay_out(self) -> None:
        if self._workspace is not None:
            self.add(Labelled(_("Hvilke sager"), self.which))
        self.add(Labelled(_("Hvor meget må kalenderen vise?"), self.told), self.warning)
        self.add(_side_by_side([*self.kinds.values()]), self.reminders, Words(_(AGAIN), "muted"), self.busy)

    def _offered(self) -> list[tuple[object, str]]:
        """The case, where one is open; then all open ones of an adviser (the value is the name), or of everybody."""
        desk, workspace = self._desk, self._workspace
        if desk is not None:
            names = {desk.record.case.info.adviser.strip()}
            first: list[tuple[object, str]] = [(None, _("Denne sag"))]
        else:
            names = {"", *(one.about.adviser.strip() for one in workspace.cases())} if workspace is not None else {""}
            first = []
        of = {
            name: _("Alle åbne sager hos {name}").format(name=name) if name else _("Alle åbne sager") for name in names
        }
        return [*first, *((name, of[name]) for name in sorted(names, key=str.casefold))]

    def chosen(self) -> calendar.Chosen:
        """What is ticked."""
        return calendar.Chosen(
            told=self.told.value(),
            kinds=frozenset(kind for kind, tick in self.kinds.items() if tick.value()),
            reminders=self.reminders.value(),
        )

    def _warn(self) -> None:
        self.warning.setText(translated(words.WARNINGS)[self.told.value()])

    def _save(self) -> None:
        """Find the days (in a thread), then ask where the file goes."""
        chosen, desk, adviser = self.chosen(), self._desk, self.which.value()
        work: Callable[[], tuple[Entry, ...]]
        if desk is not None and adviser is None:
            work = partial(calendar.of_case, desk.record.case, desk.case_id, chosen, on=self._today)
        elif self._workspace is not None:
            work = partial(calendar.of_all, self._workspace, adviser, chosen, on=self._today, told=self._tell)
        else:
            return
        self.agree.setEnabled(False)
        background.run(self, work, partial(self._found, chosen), self._failed)

    def _tell(self, number: int, of: int) -> None:
        """From the thread: how far it has come."""
        background.tell(
            self, partial(self._show_progress, _("Læser sag {number} af {of} …").format(number=number, of=of))
        )

    def _show_progress(self, said: str) -> None:
        self.busy.setText(said)
        set_shown(self.busy, bool(said))

    def _found(self, chosen: calendar.Chosen, found: tuple[Entry, ...]) -> None:
        self.agree.setEnabled(True)
        self._show_progress("")
        try:
            data = calendar.written(found, chosen, now=now())
            name, _rest = QFileDialog.getSaveFileName(
                self, _("Gem til kalenderen"), "kalender.ics", _("Kalender (*.ics)")
            )
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


def _side_by_side(ticks: list[Tick]) -> QWidget:
    """In two columns: a small screen has no room for all under each other."""
    return form_grid(ticks, 2, least=200)
