"""From the passphrase to an open case and back: ties the window to the workspace.

first start or unlock  ->  list of cases  ->  one case  ->  locked when left alone

Opening a store stretches a passphrase and asks the system's keyring, which may wait for an answer: never in the
window's thread.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from budgetdesk import settings as user_settings
from budgetdesk.actions.workspace import ProfileState, Workspace, profile_state
from budgetdesk.errors import BudgetDeskError, NoKeyError, StoreError, WrongKeyError
from budgetdesk.i18n import _
from budgetdesk.settings import Settings
from budgetdesk.ui import background, theme
from budgetdesk.ui.dialogs.passphrase import PassphraseDialog
from budgetdesk.ui.dialogs.settings import SettingsDialog
from budgetdesk.ui.handouts import show_course
from budgetdesk.ui.lock_page import FirstStartPage, NewPassphrasePage, NoPassphrasePage, RecoveryPage, UnlockPage
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.messages import show_error, show_note
from budgetdesk.ui.opening_page import SLOW, OpeningPage
from budgetdesk.ui.rates_notice import show_house, show_policy, show_rates, show_seal
from budgetdesk.ui.session_cases import SessionCases
from budgetdesk.ui.session_data import SessionData
from budgetdesk.ui.session_ready import read_ahead, when_ready
from budgetdesk.ui.statistics.opening import open_leaders, open_statistics

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
        self.cases = SessionCases(self)
        self.data = SessionData(self)
        self.show_start = self.cases.show_start
        self.new_case = self.cases.new_case
        self.open_case = self.cases.open_case
        self.open_sample = self.cases.open_sample
        window.look_chosen = self._keep_look
        window.tenant_screen_name = settings.tenant_screen
        window.leave_case = self.show_start
        window.lock = self.lock
        window.change_passphrase = self.change_passphrase
        window.check_paper = self.find_paper
        window.show_settings = self.show_settings
        window.show_rates = self.show_rates
        window.show_policy = self.show_policy
        window.show_house = self.show_house
        window.show_seal = self.show_seal
        window.show_equal = self.show_equal
        window.show_calls = self.show_calls
        window.show_statistics = partial(open_statistics, self)
        window.show_leaders = partial(open_leaders, self)
        window.show_arrears = self.show_arrears
        window.show_course = partial(show_course, self)
        window.open_sample = self.open_sample
        window.read_case = self.cases.read_file
        window.switch_case = self.cases.switch_case
        window.put_case_away = self.cases.put_away
        self._idle = self._lock_after(settings.lock_after)
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def _lock_after(self, minutes: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(minutes * 60_000)
        timer.timeout.connect(self.lock)
        return timer

    def begin(self) -> None:
        """Show what comes first: choosing a passphrase, unlocking, or the cases. Raises StoreError."""
        if profile_state(self.folder) is ProfileState.NEW:
            remember = self.settings.use_keyring
            page = FirstStartPage(self._make, self._made, remember=remember, restore=self.data.restore)
            self.window.show_page(page)
            return
        asked = self.settings.use_keyring
        self.window.show_page(OpeningPage(slow=_(SLOW) if asked else ""))
        open_it = partial(Workspace.open, self.folder, today=self.today, ask_keyring=asked)
        background.run(self, lambda: read_ahead(open_it()), self._unlocked, self._not_opened)

    def end(self) -> None:
        """Save and close everything."""
        self.window.close_case()
        if self.workspace is not None:
            self._keep_place()
            self.workspace.close()

    # locking

    def lock(self) -> None:
        """Close the case and the store; only the passphrase opens them again."""
        if self.workspace is None or self.workspace.locked:
            return
        if not self.workspace.has_passphrase:
            self._ask_for_passphrase()
            return
        view = self.window.case_view
        self.cases.to_open_again = view.desk.case_id if view is not None else ""
        self.cases.note_place()
        self.window.close_dialogs()
        self.window.close_case()
        self.workspace.lock()
        self._ask_passphrase(_("BudgetDesk er låst. Alt er gemt."))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whoever types or points is there: begin to count anew."""
        if event.type() in _ACTIVITY and self.workspace is not None:
            self._idle.start()
        return super().eventFilter(watched, event)

    def _ask_passphrase(self, why: str) -> None:
        self._idle.stop()
        ways = {"forgotten": self._ask_recovery_key, "restore": self.data.restore}
        self.window.show_page(UnlockPage(self._unlock, self._unlocked, why, **ways))

    def _ask_recovery_key(self) -> None:
        back = partial(self._ask_passphrase, "")
        self.window.show_page(RecoveryPage(self._unlock_by_recovery, self._unlocked, back))

    def reopen(self, passphrase: str | None, recovery_key: str | None) -> None:
        """Open the store that was just put in place, by what it was unlocked with."""
        self.cases.to_open_again = ""
        open_it = partial(
            Workspace.open, self.folder, passphrase=passphrase, today=self.today, recovery_key=recovery_key
        )
        background.run(self, lambda: read_ahead(open_it()), self._unlocked, self._not_opened)

    def _not_opened(self, error: Exception) -> None:
        if isinstance(error, NoKeyError | WrongKeyError):
            self._ask_passphrase("")
            return
        if type(error) is StoreError:  # damaged, not whole, or too new: a backup may help
            self._ask_passphrase(str(error))
            return
        box = show_error(self.window, error)
        if box is not None:
            box.finished.connect(lambda _result: self.window.close())

    # In a thread: no widget may be touched here.

    def _unlock(self, passphrase: str) -> Workspace:
        if self.workspace is None:
            return read_ahead(Workspace.open(self.folder, passphrase=passphrase, today=self.today))
        self.workspace.unlock(passphrase)
        return read_ahead(self.workspace)

    def _unlock_by_recovery(self, typed: str) -> Workspace:
        if self.workspace is None:
            return read_ahead(Workspace.open(self.folder, today=self.today, recovery_key=typed))
        self.workspace.unlock(recovery_key=typed)
        return read_ahead(self.workspace)

    def _make(self, passphrase: str, remember: bool) -> Workspace:
        return Workspace.create(self.folder, passphrase=passphrase, today=self.today, remember=remember)

    # Back in the window's thread.

    def _made(self, workspace: Workspace, remember: bool) -> None:
        self._keep(replace(self.settings, use_keyring=remember))
        self._unlocked(workspace)

    def _unlocked(self, workspace: Workspace) -> None:
        self.workspace = self.window.print_settings = workspace
        self._idle.start()
        when_ready(self.window, workspace, partial(self._go_on, workspace))

    def _go_on(self, workspace: Workspace) -> None:
        self.data.begin()
        if workspace.opened.by_recovery:
            self.window.show_page(NewPassphrasePage(self._choose_passphrase, self.show_start))
        elif not workspace.has_passphrase:
            self._ask_for_passphrase()
        elif self.cases.to_open_again:
            self.open_case(self.cases.to_open_again)
        else:
            self.show_start()

    def _ask_for_passphrase(self) -> None:
        """Only the keyring has the key: say what that means, and let the user choose."""
        self.window.close_case()
        self.window.show_page(NoPassphrasePage(self._choose_passphrase, self.show_start))

    def _choose_passphrase(self, passphrase: str) -> None:
        if self.workspace is not None:
            self.workspace.change_passphrase(passphrase)

    def change_passphrase(self) -> None:
        """Ask for the old passphrase and a new one."""
        workspace = self.workspace
        if workspace is None or workspace.locked:
            return
        if not workspace.has_passphrase:
            self._ask_for_passphrase()
            return
        dialog = PassphraseDialog(
            self.window,
            lambda old, new: workspace.change_passphrase(new, old=old),
            lambda: show_note(
                self.window,
                _("Adgangskoden er skiftet"),
                _("Fra nu af låser kun den nye op. Skriv den ned. Ældre sikkerhedskopier åbnes stadig med den gamle."),
            ),
        )
        dialog.open()

    # settings

    def show_settings(self) -> None:
        """Size of text, colours, the lock and the keyring."""
        SettingsDialog(self.window, self.settings, self._take_settings).open()

    def _take_settings(self, chosen: Settings) -> None:
        before, self.settings = self.settings, chosen
        self._idle.setInterval(chosen.lock_after * 60_000)
        if chosen.look != before.look:
            self.window.set_look(theme.Look(chosen.look))
        self._keep(chosen)
        if chosen.use_keyring != before.use_keyring and self.workspace is not None and not self.workspace.locked:
            workspace = self.workspace
            background.run(self, lambda: workspace.remember_key(chosen.use_keyring), self._remembered)

    def _remembered(self, worked: bool) -> None:
        if not worked:
            self._keep(replace(self.settings, use_keyring=False))
            show_note(
                self.window,
                _("Computeren kan ikke huske nøglen"),
                _("Her er ingen nøglering, der virker. Adgangskoden låser op som før."),
            )

    def _keep_look(self, look: theme.Look) -> None:
        self._keep(replace(self.settings, look=look.value))

    def _keep_place(self) -> None:
        """Size of the window and the page last seen, for the next time."""
        size = self.window.normalGeometry().size() if self.window.isMaximized() else self.window.size()
        chosen = replace(
            self.settings,
            window_width=size.width(),
            window_height=size.height(),
            window_maximized=self.window.isMaximized(),
            tenant_screen=self._tenant_screen(),
        )
        if chosen != self.settings:
            self._keep(chosen)

    def _tenant_screen(self) -> str:
        """Where the tenant's window is, or was last."""
        tenant = self.window.tenant
        if tenant is not None and tenant.isVisible():
            return tenant.screen().name()
        return self.window.tenant_screen_name

    def _keep(self, chosen: Settings) -> None:
        self.settings = chosen
        self.attempt(lambda: user_settings.save(chosen, self.folder))

    # figures of the law

    def show_rates(self) -> None:
        """The organisation's own figures; nothing while the store is locked."""
        if self.workspace is not None and not self.workspace.locked:
            show_rates(self.window, self.workspace, self.open_case)

    def show_policy(self) -> None:
        """The organisation's policy for plans and agreements; nothing while the store is locked."""
        if self.workspace is not None and not self.workspace.locked:
            show_policy(self.window, self.workspace)

    def show_house(self) -> None:
        """Who the organisation is, and its own words; nothing while the store is locked."""
        if self.workspace is not None and not self.workspace.locked:
            show_house(self.window, self.workspace)

    # all cases

    def show_equal(self) -> None:
        """Whether like households were treated alike; nothing while the store is locked."""
        from budgetdesk.ui.dialogs.equal_treatment import EqualTreatmentDialog  # noqa: PLC0415 - seldom wanted

        if self.workspace is not None and not self.workspace.locked:
            if self.window.case_view is not None:
                self.window.case_view.binder.flush()
            EqualTreatmentDialog(self.window, self.workspace).open()

    def show_seal(self) -> None:
        """The certificate of the seal, and the server of its time."""
        if self.workspace is not None and not self.workspace.locked:
            show_seal(self.window, self.workspace)

    def find_paper(self) -> None:
        """By its code, or by the file."""
        from budgetdesk.ui.check_paper import FindPaperDialog  # noqa: PLC0415 - not before it is wanted

        FindPaperDialog(self.window, self.folder, self.today, self.workspace, self.open_case).open()

    def show_calls(self) -> None:
        """Who to call, across all cases; nothing while the store is locked."""
        from budgetdesk.ui.dialogs.call_list import CallListDialog  # noqa: PLC0415 - not before it is wanted

        if self.workspace is not None and not self.workspace.locked:
            if self.window.case_view is not None:
                self.window.case_view.binder.flush()
            dialog = CallListDialog(self.window, self.workspace, self._open_to_follow, self._read_case_again)
            dialog.rejected.connect(self.cases.show_again)
            dialog.open()

    def show_arrears(self) -> None:
        """The landlords' lists of arrears, and whom to call first; nothing while the store is locked."""
        from budgetdesk.ui.restancer.window import open_lists  # noqa: PLC0415 - readers of files are slow to import

        if self.workspace is not None and not self.workspace.locked:
            if self.window.case_view is not None:
                self.window.case_view.binder.flush()
            open_lists(self.window, self.workspace, self.open_case, self.cases.show_again)

    def _read_case_again(self) -> None:
        """The open case was changed in the store: take it anew, or the next keystroke would write over the change."""
        view = self.window.case_view
        if view is not None:
            self.open_case(view.desk.case_id)

    def _open_to_follow(self, case_id: str) -> None:
        """Open a case on the page where its plan is followed."""
        self.open_case(case_id, "opfoelgning")

    def attempt(self, action: Callable[[], object]) -> None:
        """Do something, and say what went wrong."""
        try:
            action()
        except BudgetDeskError as error:
            show_error(self.window, error)
