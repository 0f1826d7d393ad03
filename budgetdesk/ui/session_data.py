"""The commands of the menu Data: keeping and deleting, a person's rights, backups; and the backup that makes itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog

from budgetdesk.actions import backups, rights
from budgetdesk.actions.backups import SUFFIX, Restored, Secret
from budgetdesk.actions.desk import Desk
from budgetdesk.actions.workspace import Workspace
from budgetdesk.errors import BackupError, BudgetDeskError
from budgetdesk.i18n import _
from budgetdesk.ui import background
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.messages import show_error, show_note
from budgetdesk.ui.opening_page import OpeningPage
from budgetdesk.ui.session_cases import SessionCases

LOOK_EVERY_MS = 30 * 60 * 1000
FIRST_LOOK_MS = 20 * 1000
"""After unlocking the window comes first."""


class Held(Protocol):
    """What is needed of a `Session`."""

    window: MainWindow
    folder: Path
    today: date
    workspace: Workspace | None
    show_start: Callable[[], None]
    open_case: Callable[[str], None]
    cases: SessionCases

    def begin(self) -> None: ...

    def reopen(self, passphrase: str | None, recovery_key: str | None) -> None: ...


class SessionData(QObject):
    """Opens the dialogs on the workspace of a session; nothing while the store is locked."""

    def __init__(self, session: Held) -> None:
        super().__init__(session.window)
        self._session = session
        session.window.data_commands = {
            "purpose": self.show_purpose,
            "looks": self.show_looks,
            "hand_out": self.hand_out,
            "correction": self.note_correction,
            "erase": self.erase_case,
            "due": self.show_due,
            "back_up": self.back_up,
            "restore": self.restore,
            "recovery": self.show_recovery,
            "translations": self.show_translations,
        }
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.back_up_if_due)

    def begin(self) -> None:
        """The store is open: look now and then whether a backup is due, and drop what the log need not keep."""
        self._timer.start(LOOK_EVERY_MS)
        QTimer.singleShot(FIRST_LOOK_MS, self, self.back_up_if_due)

    # keeping and deleting

    def show_due(self) -> None:
        """Which cases are to be deleted now or soon."""
        from budgetdesk.ui.dialogs.retention_due import DueDialog  # noqa: PLC0415 - seldom wanted

        if (workspace := self._workspace()) is not None:
            session = self._session
            DueDialog(session.window, workspace, session.open_case, self._leave, self._show_cases).open()

    def show_purpose(self) -> None:
        """What the open case is kept for, and until when."""
        from budgetdesk.ui.dialogs.retention_purpose import PurposeDialog  # noqa: PLC0415 - seldom wanted

        if (found := self._case()) is not None:
            PurposeDialog(self._session.window, *found, lambda: None).open()

    def show_looks(self) -> None:
        """Who has opened the open case."""
        from budgetdesk.ui.dialogs.retention_looks import LooksDialog  # noqa: PLC0415 - seldom wanted

        if (found := self._case()) is not None:
            workspace, desk = found
            LooksDialog(self._session.window, workspace, desk.case_id).open()

    def hand_out(self) -> None:
        """Everything about the person of the open case."""
        from budgetdesk.ui.dialogs.access import AccessDialog  # noqa: PLC0415 - seldom wanted

        if (found := self._case()) is not None:
            AccessDialog(self._session.window, *found).open()

    def note_correction(self) -> None:
        """Mark that something was put right at the person's request."""
        from budgetdesk.ui.dialogs.access import CorrectionDialog  # noqa: PLC0415 - seldom wanted

        if (found := self._case()) is not None:
            CorrectionDialog(self._session.window, found[1], lambda: None).open()

    def erase_case(self) -> None:
        """Erase the open case for good."""
        from budgetdesk.ui.dialogs.retention_erase import EraseDialog  # noqa: PLC0415 - seldom wanted

        if (found := self._case()) is not None:
            workspace, desk = found
            leave = partial(self._leave, desk.case_id)
            self._try(lambda: EraseDialog(self._session.window, workspace, desk.case_id, leave, self._erased).open())

    def _erased(self, said: str) -> None:
        self._show_cases()
        show_note(self._session.window, _("Sagen er slettet"), said)

    def _leave(self, number: str) -> None:
        """Close a case that is about to be changed or erased behind the window."""
        view = self._session.window.case_view
        if view is not None and view.desk.case_id == number:
            self._show_cases()
        self._session.cases.opened.put_away(number)

    def _show_cases(self) -> None:
        self._session.show_start()

    # backups

    def back_up(self) -> None:
        """Where backups go, and one now."""
        from budgetdesk.ui.dialogs.backup import BackupDialog  # noqa: PLC0415 - seldom wanted

        if (workspace := self._workspace()) is not None:
            BackupDialog(self._session.window, workspace).open()

    def back_up_if_due(self) -> None:
        """Make the backup that the plan wants, and say in the menu how many cases are due for deletion. In a thread;
        what goes wrong is told once, and tried again later."""
        workspace = self._workspace()
        if workspace is None:
            return

        def work() -> int:
            rights.forget_old_look_ups(workspace)
            backups.back_up_if_due(workspace)
            return sum(one.on <= workspace.today for one in rights.due_cases(workspace))

        background.run(self, work, self._session.window.show_due, self._not_backed_up)

    def _not_backed_up(self, error: Exception) -> None:
        if self._workspace() is not None:  # a store that was locked meanwhile has stopped it
            show_error(self._session.window, error)

    def restore(self) -> None:
        """Choose a backup, and put it in the place of the store; also where the store cannot be opened."""
        window, workspace = self._session.window, self._workspace()
        folder = backups.backup_plan(workspace).folder if workspace is not None else ""
        name, _rest = QFileDialog.getOpenFileName(
            window, _("Hent en sikkerhedskopi"), folder, _("Kopier (*{suffix})").format(suffix=SUFFIX)
        )
        if name:
            self._try(lambda: self.restore_from(Path(name)))

    def restore_from(self, file: Path) -> None:
        """Show what is in a backup and ask. Raises BackupError."""
        from budgetdesk.ui.dialogs.backup_restore import RestoreDialog  # noqa: PLC0415 - seldom wanted

        session, workspace, info = self._session, self._workspace(), backups.look(file)
        lost = None
        if workspace is not None:
            try:
                lost = backups.lost_by(workspace, info)
            except BackupError:
                lost = None
        acts = (self._close_store, self._restored, session.begin)
        RestoreDialog(session.window, session.folder, info, lost, session.today, *acts).open()

    def _close_store(self) -> None:
        """Let go of the store, so that another can be put in its place."""
        session = self._session
        session.window.close_case()
        session.cases.opened.clear()
        session.window.show_page(OpeningPage(_("Henter kopien …")))
        if session.workspace is not None:
            session.workspace.close()
            session.workspace = None

    def _restored(self, done: Restored, secret: Secret) -> None:
        session = self._session
        said = _("Der er {cases} sager.").format(cases=done.cases) if done.cases != 1 else _("Der er 1 sag.")
        if done.erased_again:
            said += _(" {erased_again} sager, der var slettet siden, er slettet igen.").format(
                erased_again=done.erased_again
            )
        if done.kept is not None:
            said += _(" Det, der var her før, ligger i “{kept}”.").format(kept=done.kept)
        session.reopen(secret.passphrase, secret.recovery)
        show_note(session.window, _("Kopien er hentet"), said)

    def show_recovery(self) -> None:
        """Whether there is a recovery key, and a new one on paper."""
        from budgetdesk.ui.dialogs.backup_recovery import RecoveryDialog  # noqa: PLC0415 - seldom wanted

        if (workspace := self._workspace()) is not None:
            RecoveryDialog(self._session.window, workspace).open()

    def show_translations(self) -> None:
        """The tenants' pages in other languages: read, put right, approved."""
        from budgetdesk.ui.translations.dialog import TranslationsDialog  # noqa: PLC0415 - seldom wanted

        if (workspace := self._workspace()) is not None:
            TranslationsDialog(self._session.window, workspace).open()

    # what is open

    def _workspace(self) -> Workspace | None:
        workspace = self._session.workspace
        return None if workspace is None or workspace.locked else workspace

    def _case(self) -> tuple[Workspace, Desk] | None:
        workspace, view = self._workspace(), self._session.window.case_view
        if workspace is None or view is None:
            return None
        view.binder.flush()
        return workspace, view.desk

    def _try(self, action: Callable[[], object]) -> None:
        try:
            action()
        except BudgetDeskError as error:
            show_error(self._session.window, error)
