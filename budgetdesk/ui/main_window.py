"""The window: menu, shortcuts, and either a page of its own (unlock, list of cases) or one open case."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMainWindow, QStackedWidget, QWidget

from budgetdesk.collecting import search_all
from budgetdesk.errors import BudgetDeskError
from budgetdesk.i18n import _, translated
from budgetdesk.ui import enter, main_menus, tab_order, theme
from budgetdesk.ui.menus import Menus
from budgetdesk.ui.messages import show_error

if TYPE_CHECKING:
    from budgetdesk.actions.desk import Desk
    from budgetdesk.actions.mappings import Settings as PrintSettings
    from budgetdesk.actions.signing import Vault
    from budgetdesk.ui.around import CasesAround
    from budgetdesk.ui.case_view import CaseView
    from budgetdesk.ui.palette import Entry, Palette
    from budgetdesk.ui.tenant_window import TenantWindow

LEAST_WIDTH, LEAST_HEIGHT = 840, 520
"""A screen of 1280 x 800 at 150 % has room for 853 x 533."""

TIDY_MS = 1000
"""How long after a case was left its memory is looked through."""


def _nothing(*_rest: object, **__: object) -> None:
    """What a window without a session does on a session's commands."""


class MainWindow(QMainWindow):
    """BudgetDesk's one window."""

    def __init__(self, *, look: theme.Look = theme.Look.SYSTEM, day_is_fixed: bool = False) -> None:
        super().__init__()
        self.setWindowTitle("BudgetDesk")
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        self.look = look
        self.day_is_fixed = day_is_fixed
        self.case_view: CaseView | None = None
        self.look_chosen: Callable[[theme.Look], object] = _nothing
        self.leave_case: Callable[[], object] = self.close_case
        self.lock: Callable[[], object] = _nothing
        self.check_paper: Callable[[], object] = _nothing
        self.change_passphrase: Callable[[], object] = _nothing
        self.show_settings: Callable[[], object] = _nothing
        self.show_rates: Callable[[], object] = _nothing
        self.show_policy: Callable[[], object] = _nothing
        self.show_house: Callable[[], object] = _nothing
        self.show_seal: Callable[[], object] = _nothing
        self.show_equal: Callable[[], object] = _nothing
        self.show_calls: Callable[[], object] = _nothing
        self.show_statistics: Callable[[], object] = _nothing
        self.show_leaders: Callable[[], object] = _nothing
        self.show_arrears: Callable[[], object] = _nothing
        self.show_course: Callable[[], object] = _nothing
        self.open_sample: Callable[[], object] = _nothing
        self.read_case: Callable[[], object] = _nothing
        self.switch_case: Callable[..., object] = _nothing
        self.put_case_away: Callable[[], object] = _nothing
        self.data_commands: dict[str, Callable[[], object]] = {}
        """What the menu Data does, by the names of `main_menus.DATA`: the session's."""
        self._open_numbers: tuple[str, ...] = ()
        self.tenant_screen_name = ""
        """The screen on which the tenant's window was last seen."""
        self.tenant: TenantWindow | None = None
        self.print_settings: PrintSettings | None = None
        """Where the choices for each printer are remembered, while a store is open; the session's."""
        self.menus = Menus(self)
        self._stack = QStackedWidget()
        self.setCentralWidget(self._stack)
        self._build_menus()
        QApplication.styleHints().colorSchemeChanged.connect(self._system_changed)

    # what is shown

    def show_page(self, page: QWidget) -> None:
        """Show a page that is not of a case; the one before goes."""
        while self._stack.count():
            if (old := self._stack.widget(0)) is not None:
                self._stack.removeWidget(old)
                old.deleteLater()
        self._stack.addWidget(page)
        # What was here before may give its focus away only now, while it goes.
        QTimer.singleShot(0, page, partial(self._focus, page))

    def _focus(self, page: QWidget) -> None:
        """The keyboard goes to the first field, unless the page has put it somewhere already."""
        focus = QApplication.focusWidget()
        if focus is None or not page.isAncestorOf(focus):
            tab_order.focus_first(page)

    def open_desk(
        self, desk: Desk, vault: Vault | None = None, around: CasesAround | None = None, *, page: str = ""
    ) -> CaseView:
        """Show one case, from `page` on, else from the first; the one before is saved and closed."""
        from budgetdesk.ui.case_view import CaseView  # noqa: PLC0415 - slow: not before the window is seen

        self.close_case()
        self._build_case_menus()
        view = CaseView(
            desk,
            palette=self.show_palette,
            vault=vault,
            around=around,
            day_is_fixed=self.day_is_fixed,
            tenant_window=self.toggle_tenant,
            page=page,
            parent=self._stack,
        )
        self.case_view = view
        if self.tenant is not None:
            self.tenant.follow(view)
        self.show_page(view)
        view.show_page(view.current)
        self.menus.show_case_open(self.case_view is not None)
        return view

    def show_open_cases(self, numbers: Sequence[str]) -> None:
        """Say in the open case which others are open."""
        self._open_numbers = tuple(numbers)
        if self.case_view is not None:
            self.case_view.header.show_open_cases(numbers, self.switch_case)

    def close_case(self) -> None:
        """Save and leave the open case, if there is one."""
        if self.tenant is not None:
            self.tenant.go_dark()
        view, self.case_view = self.case_view, None
        if view is not None:
            view.close_case()
            self._stack.removeWidget(view)
            view.deleteLater()
            QTimer.singleShot(TIDY_MS, self, search_all)
        self.menus.show_case_open(self.case_view is not None)

    def close_dialogs(self) -> None:
        """Put away what lies over the window: a paper with a name on it must not outlast the lock."""
        for dialog in self.findChildren(QDialog):
            dialog.reject()

    def toggle_tenant(self) -> None:
        """Open or close the window for the tenant's side of the desk."""
        from budgetdesk.ui.tenant_window import TenantWindow  # noqa: PLC0415 - as in open_desk

        if self.tenant is None:
            self.tenant = TenantWindow(self)
            if self.case_view is not None:
                self.tenant.follow(self.case_view)
        if self.tenant.isVisible():
            self.tenant_screen_name = self.tenant.screen().name()
            self.tenant.close()
        else:
            self.tenant.open_on(self.tenant_screen_name)

    def show_palette(self) -> Palette:
        """Everything the program can do, by typing a few letters."""
        from budgetdesk.ui.palette import Palette  # noqa: PLC0415 - as in open_desk

        palette = Palette(self._entries(), self)
        palette.open()
        return palette

    def export_case(self) -> None:
        """Save the case as a case file, unencrypted: the user chooses where."""
        from budgetdesk.actions import files  # noqa: PLC0415 - as in open_desk

        view = self.case_view
        if view is None:
            return
        view.binder.flush()
        name, _rest = QFileDialog.getSaveFileName(self, _("Gem sagen som fil"), "sag.json", _("Sagsfiler (*.json)"))
        if name:
            try:
                files.export_case(view.desk.record, Path(name))
            except BudgetDeskError as error:
                show_error(self, error)

    def compare_loans(self) -> None:
        """Loan offers beside each other, begun with the loans of the open case; nothing is stored."""
        from budgetdesk.ui.dialogs.loans import open_loans  # noqa: PLC0415 - as in open_desk

        if self.case_view is not None:
            self.case_view.binder.flush()
            open_loans(self, self.case_view.desk.record.case)

    # look

    def set_look(self, look: theme.Look) -> None:
        self._dress(look)
        self.look_chosen(look)

    def _dress(self, look: theme.Look) -> None:
        self.look = look
        self.menus.tick_look(look)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, look)

    def _system_changed(self, _scheme: Qt.ColorScheme) -> None:
        if self.look is theme.Look.SYSTEM:
            self._dress(self.look)

    # commands

    def _entries(self) -> list[Entry]:
        from budgetdesk.ui.pages import PAGES  # noqa: PLC0415 - as in open_desk
        from budgetdesk.ui.palette import Entry  # noqa: PLC0415

        entries = []
        view = self.case_view
        if view is not None:
            view.build_all()
            entries += [Entry(translated(page.step), _("side"), partial(view.show_page, page.key)) for page in PAGES]
            for key, page in view.pages.items():
                fields = ((path, label) for path, label, field in view.binder.fields() if page.isAncestorOf(field))
                entries += [Entry(label, translated(page.step), partial(view.go, key, path)) for path, label in fields]
            others = (number for number in self._open_numbers if number != view.desk.case_id)
            entries += [
                Entry(_("Sag {number}").format(number=number), _("åben sag"), partial(self.switch_case, number))
                for number in others
            ]
        commands = (action for action in self.menus.commands if action.isEnabled())
        return entries + [Entry(action.text().replace("&", ""), _("kommando"), action.trigger) for action in commands]

    def _build_menus(self) -> None:
        menus = self.menus
        menus.fill(menus.case, main_menus.CASE, self._do)
        menus.fill(menus.edit, main_menus.EDIT, self._do)
        menus.fill(menus.data, main_menus.DATA, self._do_data)
        menus.add_looks(self.set_look, self.look)
        menus.fill(menus.view, main_menus.VIEW, self._do)

    def show_due(self, cases: int) -> None:
        """How many cases are due for deletion, in the menu."""
        text = next(_(item.text) for item in main_menus.DATA if item.act == "due")
        for action in self.menus.data.actions():
            if action.text().startswith(text.removesuffix(" …")):
                action.setText(text.replace(" …", f" ({cases}) …") if cases else text)

    def _do_data(self, key: str) -> None:
        self.data_commands.get(key, _nothing)()

    def _build_case_menus(self) -> None:
        """Pages and papers, when the first case is opened."""
        if self.menus.papers.isEmpty():
            main_menus.add_of_case(
                self.menus,
                show_page=self._show_case_page,
                do_on_page=self._do_on_page,
                show_paper=self._show_paper,
                open_letter=self._open_letter,
            )

    def _do_on_page(self, key: str, act: str) -> None:
        """Show a page and let it do one of its commands."""
        if self.case_view is not None:
            self.case_view.show_page(key)
            page = self.case_view.pages[key]
            # After the page has taken the focus, which a dialog then has.
            QTimer.singleShot(0, page, getattr(page, act))

    def _do(self, command: str) -> None:
        """A command by its name, as it is when it is chosen: the session puts its own in place of some."""
        getattr(self, command)()

    def next_case(self) -> None:
        """To the next of the cases that are open."""
        self.switch_case(forward=True)

    def case_before(self) -> None:
        """To the one before of the cases that are open."""
        self.switch_case(forward=False)

    def next_part(self) -> None:
        """The keyboard goes to the next part of the window."""
        if self.case_view is not None:
            self.case_view.next_part(forward=True)

    def part_before(self) -> None:
        """The keyboard goes to the part of the window before."""
        if self.case_view is not None:
            self.case_view.next_part(forward=False)

    def undo(self) -> None:
        if self.case_view is not None:
            self.case_view.undo()

    def redo(self) -> None:
        if self.case_view is not None:
            self.case_view.redo()

    def _show_paper(self, name: str) -> None:
        """The unsigned copy: to save, to print, to sign with a pen."""
        from budgetdesk.ui.papers import show_paper  # noqa: PLC0415 - as in open_desk

        if self.case_view is not None:
            self.case_view.binder.flush()
            show_paper(self, self.case_view.desk, name)

    def _open_letter(self, name: str) -> None:
        """The window in which a letter about payment is written."""
        from budgetdesk.ui.letters import open_letter  # noqa: PLC0415 - as in open_desk

        if self.case_view is not None:
            open_letter(self.case_view.pages[self.case_view.current], name)

    def _show_case_page(self, key: str) -> None:
        if self.case_view is not None:
            self.case_view.show_page(key)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab and Shift+Tab, in reading order."""
        return tab_order.move(self._stack, forward=forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses what is in focus."""
        if not enter.pressed(event):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.close_case()
        if self.tenant is not None:
            self.tenant.close()
        super().closeEvent(event)
