"""Sikkerhedskopi: where it goes, how often, how many are kept, and one now. The window is not held up meanwhile."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QProgressBar, QWidget

from budgetdesk import formats
from budgetdesk.actions import backups
from budgetdesk.actions.backups import BackupInfo, BackupPlan, Every
from budgetdesk.actions.workspace import Workspace
from budgetdesk.errors import BudgetDeskError, UserCancelled
from budgetdesk.i18n import N_, _, ngettext, translated
from budgetdesk.ui import background, theme
from budgetdesk.ui.dialogs.base import SmallDialog
from budgetdesk.ui.messages import show_error
from budgetdesk.ui.widgets.cards import row
from budgetdesk.ui.widgets.choices import Choice
from budgetdesk.ui.widgets.fields import LineEdit, NumberEdit
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.words import Words, button, set_shown

EVERY = ((Every.DAY, N_("Hver dag")), (Every.WEEK, N_("Hver uge")), (Every.NEVER, N_("Kun når jeg selv gør det")))
LEAD = N_(
    "En kopi er krypteret som sagerne selv. Den kan kun åbnes med adgangskoden eller nødnøglen. "
    "Læg den på en USB-nøgle eller et drev, der ikke er i computeren."
)
HUNDRED = 100


class Progress:
    """Tells a bar in the window how far a thread is; `stop` stops it at the next step."""

    def __init__(self, bar: QProgressBar) -> None:
        self._bar, self._stopped, self._at = bar, threading.Event(), -1

    def __call__(self, done: int, of: int) -> bool:
        at = HUNDRED * done // max(of, 1)
        if at != self._at:
            self._at = at
            background.tell(self._bar, lambda: self._bar.setValue(at))
        return not self._stopped.is_set()

    def stop(self) -> None:
        self._stopped.set()


class BackupDialog(SmallDialog):
    """The plan of the organisation, and *Lav en nu*."""

    def __init__(self, parent: QWidget, workspace: Workspace, changed: Callable[[], object] = lambda: None) -> None:
        super().__init__(parent, _("Sikkerhedskopi"), _("Gem"), self._go)
        self._workspace, self._changed = workspace, changed
        plan = backups.backup_plan(workspace)
        self.folder = LineEdit(_("Vælg en mappe eller en USB-nøgle"))
        self.every = Choice(translated(EVERY))
        self.daily = NumberEdit(what=_("Antal dage"), low=1, high=99, whole=True, empty=plan.daily)
        self.weekly = NumberEdit(what=_("Antal uger"), low=1, high=99, whole=True, empty=plan.weekly)
        self.last = Words("", "muted")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("Hvor langt kopien er"))
        self.now = button(_("Lav en kopi nu"), self.back_up_now)
        self.stop = button(_("Stop"), self._stop)
        self._progress: Progress | None = None
        for field, value in (
            (self.folder, plan.folder), (self.every, plan.every), (self.daily, plan.daily), (self.weekly, plan.weekly),
        ):  # fmt: skip
            field.show_value(value)
        self._lay_out()
        self.widen(620)
        self._say_last(None)
        self.folder.setFocus()

    def _lay_out(self) -> None:
        choose = button(_("Vælg …"), self._choose, name=_("Vælg mappe til sikkerhedskopier"))
        place = QWidget()
        across = QHBoxLayout(place)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(theme.GAP)
        across.addWidget(Labelled(_("Mappe"), self.folder), 1)
        across.addWidget(choose, 0, Qt.AlignmentFlag.AlignBottom)
        making = QWidget()
        making.setLayout(row(self.now, self.stop))
        kept = QWidget()
        kept.setLayout(
            row(
                Labelled(_("Dage, der gemmes"), self.daily),
                Labelled(_("Uger, der gemmes"), self.weekly),
                space=theme.BETWEEN,
            )
        )
        self.add(
            Words(_(LEAD), "muted"), place, Labelled(_("Hvor tit?"), self.every), kept, self.last, self.bar, making
        )
        set_shown(self.bar, False)
        set_shown(self.stop, False)

    def _choose(self) -> None:
        name = QFileDialog.getExistingDirectory(self, _("Mappe til sikkerhedskopier"), str(self.folder.value()))
        if name:
            self.folder.show_value(name)

    def _typed(self) -> BackupPlan:
        return BackupPlan(
            folder=str(self.folder.value()),
            every=self.every.value() or Every.NEVER,
            daily=self.daily.value(),
            weekly=self.weekly.value(),
        )

    def _go(self) -> None:
        if self._keep():
            self.accept()
            self._changed()

    def _keep(self, *, folder_needed: bool = False) -> bool:
        try:
            if folder_needed:
                backups.require_folder(self._workspace, str(self.folder.value()))
            backups.save_backup_plan(self._workspace, self._typed())
        except BudgetDeskError as error:
            self.problem.say(str(error))
            return False
        self.problem.say("")
        return True

    def back_up_now(self) -> None:
        """Save what was typed and make a backup, in a thread."""
        if not self._keep(folder_needed=True):
            return
        workspace, folder = self._workspace, Path(str(self.folder.value()))
        self._progress = progress = Progress(self.bar)
        self._show_working(True)
        background.run(self, lambda: backups.back_up(workspace, folder, progress), self._made, self._failed)

    def _stop(self) -> None:
        if self._progress is not None:
            self._progress.stop()

    def reject(self) -> None:
        """Close; a backup under way is stopped and leaves nothing."""
        self._stop()
        super().reject()

    def _show_working(self, working: bool) -> None:
        self.bar.setValue(0)
        for part in (self.bar, self.stop):
            set_shown(part, working)
        for part in (self.now, self.agree):
            part.setEnabled(not working)
        (self.stop if working else self.now).setFocus()

    def _made(self, info: BackupInfo) -> None:
        self._show_working(False)
        self._say_last(info)

    def _failed(self, error: Exception) -> None:
        self._show_working(False)
        if isinstance(error, UserCancelled):
            self.problem.say(_("Kopien blev stoppet. Der er intet skrevet."))
        elif isinstance(error, BudgetDeskError):
            self.problem.say(str(error))
        else:
            show_error(self, error)

    def _say_last(self, made: BackupInfo | None) -> None:
        info = made or backups.newest(self._workspace)
        if info is None:
            self.last.setText(_("Der er ingen sikkerhedskopi af sagerne i mappen."))
            return
        at = info.made_at.astimezone()
        cases = ngettext("{cases} sag", "{cases} sager", info.cases).format(cases=formats.number(info.cases))
        seen = _(" Den er åbnet og set efter.") if made is not None else ""
        self.last.setText(
            _("Nyeste kopi: {at} kl. {at_2}, {cases}.{seen}").format(
                at=formats.day(at.date()), at_2=f"{at:%H.%M}", cases=cases, seen=seen
            )
        )
