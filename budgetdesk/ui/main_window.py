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
from budgetdesk.i18n import N_, _, translated
from budgetdesk.ui import enter, tab_order, theme
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

ONWARDS, BACKWARDS = ("Ctrl+Tab", "Ctrl+PgDown"), ("Ctrl+Shift+Tab", "Ctrl+PgUp")
"""To the next and the one before of the cases that are open."""


def _nothing(*_rest: object, **__: object) -> None:
    """What a window without a session does on a session's commands."""


DATA = (
    ("purpose", N_("Formål og frist …"), True),
    ("looks", N_("Hvem har åbnet sagen …"), True),
    ("hand_out", N_("Udlevér alt om personen …"), True),
    ("correction", N_("Notér en rettelse …"), True),
    ("erase", N_("Slet sagen for altid …"), True),
    ("", "", False),
    ("due", N_("Skal slettes …"), False),
    ("back_up", N_("Sikkerhedskopi …"), False),
    ("restore", N_("Hent en sikkerhedskopi …"), False),
    ("recovery", N_("Nødnøgle …"), False),
    ("", "", False),
    ("translations", N_("Oversættelser …"), False),
)
"""The menu Data: name of the command, its words, and whether it is of the open case; "" is a line between."""


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
        """What the menu Data does, by the names of `DATA`: the session's."""
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
        menus.add(menus.case, _("Alle sager"), partial(self._of_session, "leave_case"), "Ctrl+W", of_case=True)
        menus.add(menus.case, _("Hent sag fra fil …"), partial(self._of_session, "read_case"))
        menus.add(menus.case, _("Prøv med eksempel"), partial(self._of_session, "open_sample"))
        for text, forward, keys in ((_("Næste"), True, ONWARDS), (_("Forrige"), False, BACKWARDS)):
            menus.add(menus.case, _("{text} åbne sag").format(text=text), partial(self._switch_case, forward), *keys)
        menus.add(menus.case, _("Luk sagen"), partial(self._of_session, "put_case_away"), "Ctrl+Shift+W", of_case=True)
        menus.add(menus.case, _("Gem sagen som fil …"), self.export_case, of_case=True)
        menus.add(menus.case, _("Ringeliste …"), partial(self._of_session, "show_calls"))
        menus.add(menus.case, _("Restancelister …"), partial(self._of_session, "show_arrears"))
        menus.add(menus.case, _("Ens husstande, ens behandling …"), partial(self._of_session, "show_equal"))
        menus.add(menus.case, _("Statistik …"), partial(self._of_session, "show_statistics"))
        menus.add(menus.case, _("For ledere og evaluatorer …"), partial(self._of_session, "show_leaders"))
        menus.add(menus.case, _("Hæfte til et kursus …"), partial(self._of_session, "show_course"))
        menus.add(menus.case, _("Sammenlign lån …"), self.compare_loans, of_case=True)
        menus.add(menus.case, _("Find eller kontrollér et papir …"), partial(self._of_session, "check_paper"))
        menus.case.addSeparator()
        menus.add(menus.case, _("Lås"), partial(self._of_session, "lock"), "Ctrl+L")
        menus.add(menus.case, _("Skift adgangskode …"), partial(self._of_session, "change_passphrase"))
        menus.add(menus.case, _("Afslut"), self.close, "Ctrl+Q")
        menus.add(menus.edit, _("Fortryd"), self._undo, "Ctrl+Z", of_case=True)
        menus.add(menus.edit, _("Gentag"), self._redo, "Ctrl+Shift+Z", "Ctrl+Y", of_case=True)
        menus.edit.addSeparator()
        menus.add(menus.edit, _("Alt, hvad programmet kan"), self.show_palette, "Ctrl+K", listed=False)
        menus.add(menus.edit, _("Indstillinger …"), partial(self._of_session, "show_settings"), "Ctrl+,")
        menus.add(menus.edit, _("Satser …"), partial(self._of_session, "show_rates"))
        menus.add(menus.edit, _("Politik …"), partial(self._of_session, "show_policy"))
        menus.add(menus.edit, _("Om os og vores ord …"), partial(self._of_session, "show_house"))
        menus.add(menus.edit, _("Seglet på papirerne …"), partial(self._of_session, "show_seal"))
        self._build_data_menu()
        menus.add_looks(self.set_look, self.look)
        menus.add(menus.view, _("Lejerens skærm"), self.toggle_tenant, "F9", of_case=True)
        menus.view.addSeparator()
        for text, forward, key in ((_("Næste"), True, "F6"), (_("Forrige"), False, "Shift+F6")):
            go = partial(self._next_part, forward)
            menus.add(menus.view, _("{text} del af vinduet").format(text=text), go, key, of_case=True, listed=False)

    def _build_data_menu(self) -> None:
        """Keeping and deleting, a person's rights, backups."""
        menus = self.menus
        for key, text, of_case in translated(DATA):
            if text:
                menus.add(menus.data, text, partial(self._do_data, key), of_case=of_case)
            else:
                menus.data.addSeparator()

    def show_due(self, cases: int) -> None:
        """How many cases are due for deletion, in the menu."""
        text = next(text for key, text, _rest in translated(DATA) if key == "due")
        for action in self.menus.data.actions():
            if action.text().startswith(text.removesuffix(" …")):
                action.setText(text.replace(" …", f" ({cases}) …") if cases else text)

    def _do_data(self, key: str) -> None:
        self.data_commands.get(key, _nothing)()

    def _build_case_menus(self) -> None:
        """Pages and papers, when the first case is opened."""
        from budgetdesk.documents.papers.catalogue import DOCUMENTS, WITHOUT_CASE  # noqa: PLC0415 - as in open_desk
        from budgetdesk.documents.papers.letter_catalogue import LETTERS  # noqa: PLC0415
        from budgetdesk.ui.pages import PAGES  # noqa: PLC0415

        if not self.menus.papers.isEmpty():
            return
        menus = self.menus
        menus.add_pages([(page.key, page.step) for page in PAGES], self._show_case_page)
        for page in (page for page in PAGES if page.commands):
            menu = menus.add_page_menu(page.step)
            for each in page.commands:
                keys = [each.keys] if each.keys else []
                menus.add(menu, each.text, partial(self._do_on_page, page.key, each.act), *keys, of_case=True)
        for document in (one for name, one in translated(DOCUMENTS).items() if name not in WITHOUT_CASE):
            menus.add(menus.papers, f"{document.title} …", partial(self._show_paper, document.name), of_case=True)
        of_payment = menus.add_below(menus.papers, _("Breve om betaling"))
        for name, letter in translated(LETTERS).items():
            keys = ["Ctrl+B"] if name == next(iter(translated(LETTERS))) else []
            menus.add(
                of_payment,
                _("Brev: {title} …").format(title=letter.title),
                partial(self._open_letter, name),
                *keys,
                of_case=True,
            )

    def _do_on_page(self, key: str, act: str) -> None:
        """Show a page and let it do one of its commands."""
        if self.case_view is not None:
            self.case_view.show_page(key)
            page = self.case_view.pages[key]
            # After the page has taken the focus, which a dialog then has.
            QTimer.singleShot(0, page, getattr(page, act))

    def _of_session(self, command: str) -> None:
        """What the session has put in place of a command, at the time when it is chosen."""
        getattr(self, command)()

    def _switch_case(self, forward: bool) -> None:
        self.switch_case(forward=forward)

    def _next_part(self, forward: bool) -> None:
        if self.case_view is not None:
            self.case_view.next_part(forward=forward)

    def _undo(self) -> None:
        if self.case_view is not None:
            self.case_view.undo()

    def _redo(self) -> None:
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
