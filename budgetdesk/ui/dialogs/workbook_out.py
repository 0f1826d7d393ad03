"""The budget as an Excel file: what it is good for and that it lies open, then where it goes."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from budgetdesk.actions import workbook
from budgetdesk.actions.desk import Desk
from budgetdesk.errors import BudgetDeskError
from budgetdesk.i18n import N_, _
from budgetdesk.ui import background
from budgetdesk.ui.dialogs.base import SmallDialog
from budgetdesk.ui.messages import show_error, show_note
from budgetdesk.ui.widgets.choices import Tick
from budgetdesk.ui.widgets.words import Words, set_shown

TITLE = N_("Gem som Excel")
KINDS = N_("Excel (*.xlsx)")
WIDTH = 540
ABOUT = N_(
    "Budgettet og planen bliver et regneark, der regner selv. Ret tallene i de gule felter, og hent dem hjem igen med "
    "“Hent fra Excel”."
)
OPEN = N_(
    "Filen er ikke låst med kode, som sagen er. Gem den et sted, hvor kun I kan se den, og slet den, når den er brugt."
)
IN_USE = N_("Er den åben i Excel, så luk den der først.")


def open_workbook_out(parent: QWidget, desk: Desk) -> WorkbookOutDialog:
    """Open it over the window."""
    dialog = WorkbookOutDialog(parent.window(), desk)
    dialog.open()
    return dialog


class WorkbookOutDialog(SmallDialog):
    """What to know before, and the button that asks where."""

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        super().__init__(parent, _(TITLE), _("Gem fil …"), self.save)
        self._desk = desk
        self.widen(WIDTH)
        self.with_number = Tick(_("Skriv sagens nummer i filen"))
        self.with_number.name(_("Skriv sagens nummer i filen"))
        self.busy = Words(_("Skriver filen …"), "small")
        self.add(Words(_(ABOUT)), Words(_(OPEN), "muted"), self.with_number, self.busy)
        set_shown(self.busy, False)

    def save(self) -> None:
        """Ask where, then write in a thread."""
        proposed = f"budget_{self._desk.today.isoformat()}{workbook.ENDING}"
        name, _rest = QFileDialog.getSaveFileName(self, _(TITLE), proposed, _(KINDS))
        if not name:
            return
        target = Path(name)
        if not target.suffix:
            target = target.with_suffix(workbook.ENDING)
        desk, with_number = self._desk, bool(self.with_number.value())
        record, overview = desk.record, desk.overview
        self._show_busy(busy=True)

        def work() -> None:
            workbook.write(record, overview, desk.library, target, with_number=with_number, store=desk.case_id)

        background.run(self, work, lambda _nothing: self._saved(target), partial(self._failed, target))

    def _saved(self, target: Path) -> None:
        parent = self.parentWidget()
        self.accept()
        if parent is not None:
            said = _("Filen ligger her: {file}\n\nDen er ikke låst med kode. Slet den, når tallene er hentet hjem.")
            show_note(parent, _("Budgettet er gemt som Excel"), said.format(file=target))

    def _failed(self, target: Path, error: Exception) -> None:
        self._show_busy(busy=False)
        if not isinstance(error, BudgetDeskError):
            show_error(self, error)
            return
        in_use = target.exists()
        self.problem.say(" ".join((str(error), *([_(IN_USE)] if in_use else []))))

    def _show_busy(self, *, busy: bool) -> None:
        self.agree.setEnabled(not busy)
        set_shown(self.busy, busy)
        self.problem.say("")
