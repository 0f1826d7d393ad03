"""From the passphrase to an open case and back: ties the window to the workspace.

first start or unlock  ->  list of cases  ->  one case  ->  locked when left alone
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog

from budgetdesk import settings as user_settings
from budgetdesk.actions.desk import Desk
from budgetdesk.actions.signing import Vault
from budgetdesk.actions.workspace import ProfileState, Workspace, profile_state
from budgetdesk.casework.record import Record
from budgetdesk.errors import BudgetDeskError, NoKeyError, WrongKeyError
from budgetdesk.settings import Settings
from budgetdesk.ui import case_files, theme
from budgetdesk.ui.lock_page import FirstStartPage, UnlockPage
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.messages import show_error
from budgetdesk.ui.start_page import StartActions, StartPage

_ACTIVITY = {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.MouseMove}


class Session(QObject):
    """One run of the program on one profile folder."""

    def __init__(self, window: MainWindow, folder: Path, today: date, settings: Settings) -> None:
        super().__init__(window)
        self.window = window
        self.folder = folder
        self.today = today
        self.settings = settings
        self.workspace: Workspace | None = None
        self._open_case = ""
        window.look_chosen = self._keep_look
        window.leave_case = self.show_start
        window.lock = self.lock
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(settings.lock_after * 60_000)
        self._idle.timeout.connect(self.lock)
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def begin(self) -> None:
        """Show what comes first: choosing a passphrase, unlocking, or the cases."""
        if profile_state(self.folder) is ProfileState.NEW:
            page = FirstStartPage(self._make, remember=self.settings.use_keyring)
            self.window.show_page(page)
            return
        try:
            self.workspace = Workspace.open(self.folder, today=self.today)
            self._unlocked()
        except (NoKeyError, WrongKeyError):
            self._ask_passphrase("")

    def end(self) -> None:
        """Save and close everything."""
        self.window.close_case()
        if self.workspace is not None:
            self.workspace.close()

    # locking

    def lock(self) -> None:
        """Close the case and the store; only the passphrase opens them again."""
        if self.workspace is None or self.workspace.locked or not self.workspace.has_passphrase:
            return
        view = self.window.case_view
        self._open_case = view.desk.case_id if view is not None else ""
        self.window.close_case()
        self.workspace.lock()
        self._ask_passphrase("BudgetDesk er låst. Alt er gemt.")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whoever types or points is there: begin to count anew."""
        if event.type() in _ACTIVITY and self.workspace is not None:
            self._idle.start()
        return super().eventFilter(watched, event)

    def _ask_passphrase(self, why: str) -> None:
        self._idle.stop()
        self.window.show_page(UnlockPage(self._unlock, why))

    def _unlock(self, passphrase: str) -> None:
        if self.workspace is None:
            self.workspace = Workspace.open(self.folder, passphrase=passphrase, today=self.today)
        else:
            self.workspace.unlock(passphrase)
        self._unlocked()

    def _make(self, passphrase: str, remember: bool) -> None:
        self.workspace = Workspace.create(self.folder, passphrase=passphrase, today=self.today)
        self.settings = replace(self.settings, use_keyring=remember)
        user_settings.save(self.settings, self.folder)
        if not remember:
            self.workspace.remember_key(False)
        self._unlocked()

    def _unlocked(self) -> None:
        self._idle.start()
        if self._open_case:
            self.open_case(self._open_case)
        else:
            self.show_start()

    # cases

    def show_start(self) -> None:
        """The list of cases; an open case is saved and closed first."""
        self.window.close_case()
        if self.workspace is None or self.workspace.locked:
            return
        page = StartPage(
            StartActions(new=self.new_case, open=self.open_case, sample=self.open_sample, read_file=self._read_file)
        )
        page.show_cases(self.workspace.cases())
        self.window.show_page(page)

    def new_case(self, record: Record | None = None) -> None:
        if self.workspace is not None:
            workspace = self.workspace
            self._try(lambda: self._open(workspace, workspace.new_case(record)))

    def open_case(self, case_id: str) -> None:
        self._open_case = ""
        if self.workspace is not None:
            workspace = self.workspace
            self._try(lambda: self._open(workspace, workspace.desk(case_id)))

    def _open(self, workspace: Workspace, desk: Desk) -> None:
        self.window.open_desk(desk, Vault(workspace, desk))

    def open_sample(self) -> None:
        """The invented household as a new case; changing it harms nobody."""
        if self.workspace is not None:
            library = self.workspace.library
            self._try(lambda: self.new_case(case_files.sample(today=self.today, library=library)))

    def _read_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self.window, "Hent sag fra fil", "", "Sagsfiler (*.json)")
        if name and self.workspace is not None:
            library = self.workspace.library
            self._try(lambda: self.new_case(case_files.read(Path(name), today=self.today, library=library)))

    def _keep_look(self, look: theme.Look) -> None:
        self.settings = replace(self.settings, look=look.value)
        self._try(lambda: user_settings.save(self.settings, self.folder))

    def _try(self, action: Callable[[], object]) -> None:
        try:
            action()
        except BudgetDeskError as error:
            show_error(self.window, error)
