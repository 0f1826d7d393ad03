"""The window: menu, shortcuts, and either a page of its own (unlock, list of cases) or one open case."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QActionGroup, QCloseEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QFileDialog, QMainWindow, QMenu, QStackedWidget, QWidget

from budgetdesk.actions.desk import Desk
from budgetdesk.actions.signing import Vault
from budgetdesk.documents.catalogue import DOCUMENTS
from budgetdesk.errors import BudgetDeskError
from budgetdesk.ui import case_files, tab_order, theme
from budgetdesk.ui.case_view import CaseView
from budgetdesk.ui.messages import show_error
from budgetdesk.ui.pages import PAGES
from budgetdesk.ui.palette import Entry, Palette
from budgetdesk.ui.papers import show_paper

LEAST_WIDTH, LEAST_HEIGHT = 840, 520
"""A screen of 1280 x 800 at 150 % has room for 853 x 533."""
LOOKS = (
    (theme.Look.SYSTEM, "Farver som systemet"),
    (theme.Look.LIGHT, "Lyse farver"),
    (theme.Look.DARK, "Mørke farver"),
)


def _nothing(*_: object) -> None:
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
        self._case_actions: list[QAction] = []
        self._commands: list[QAction] = []
        self._stack = QStackedWidget()
        self.setCentralWidget(self._stack)
        self._build_menus()
        self._enable_case_actions()
        QApplication.styleHints().colorSchemeChanged.connect(self._system_changed)

    # what is shown

    def show_page(self, page: QWidget) -> None:
        """Show a page that is not of a case; the one before goes."""
        while self._stack.count():
            if (old := self._stack.widget(0)) is not None:
                self._stack.removeWidget(old)
                old.deleteLater()
        self._stack.addWidget(page)
        page.setFocus()
        # What was here before may give its focus away only now, while it goes.
        QTimer.singleShot(0, page, page.setFocus)

    def open_desk(self, desk: Desk, vault: Vault | None = None) -> CaseView:
        """Show one case; the one before is saved and closed."""
        self.close_case()
        view = CaseView(desk, palette=self.show_palette, vault=vault, day_is_fixed=self.day_is_fixed)
        self.case_view = view
        self.show_page(view)
        view.show_page(view.current)
        self._enable_case_actions()
        return view

    def close_case(self) -> None:
        """Save and leave the open case, if there is one."""
        view, self.case_view = self.case_view, None
        if view is not None:
            view.close_case()
            self._stack.removeWidget(view)
            view.deleteLater()
        self._enable_case_actions()

    def show_palette(self) -> Palette:
        """Everything the program can do, by typing a few letters."""
        palette = Palette(self._entries(), self)
        palette.open()
        return palette

    def export_case(self) -> None:
        """Save the case as a case file, unencrypted: the user chooses where."""
        view = self.case_view
        if view is None:
            return
        view.binder.flush()
        name, _ = QFileDialog.getSaveFileName(self, "Gem sagen som fil", "sag.json", "Sagsfiler (*.json)")
        if name:
            try:
                case_files.write(view.desk.record, Path(name))
            except BudgetDeskError as error:
                show_error(self, error)

    # look

    def set_look(self, look: theme.Look) -> None:
        self._dress(look)
        self.look_chosen(look)

    def _dress(self, look: theme.Look) -> None:
        self.look = look
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, look)

    def _system_changed(self, _scheme: Qt.ColorScheme) -> None:
        if self.look is theme.Look.SYSTEM:
            self._dress(self.look)

    # commands

    def _entries(self) -> list[Entry]:
        entries = []
        view = self.case_view
        if view is not None:
            view.build_all()
            entries += [Entry(page.step, "side", partial(view.show_page, page.key)) for page in PAGES]
            for key, page in view.pages.items():
                fields = ((path, label) for path, label, field in view.binder.fields() if page.isAncestorOf(field))
                entries += [Entry(label, page.step, partial(view.go, key, path)) for path, label in fields]
        entries += [Entry(a.text().replace("&", ""), "kommando", a.trigger) for a in self._commands if a.isEnabled()]
        return entries

    def _build_menus(self) -> None:
        case = self.menuBar().addMenu("&Sag")
        self._action(case, "Alle sager", self._leave_case, "Ctrl+W", of_case=True)
        self._action(case, "Gem sagen som fil …", self.export_case, "", of_case=True)
        case.addSeparator()
        self._action(case, "Lås", self._lock, "Ctrl+L")
        self._action(case, "Afslut", self.close, "Ctrl+Q")
        edit = self.menuBar().addMenu("&Rediger")
        self._action(edit, "Fortryd", self._undo, "Ctrl+Z", of_case=True)
        redo = self._action(edit, "Gentag", self._redo, "", of_case=True)
        redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        edit.addSeparator()
        palette = self._action(edit, "Alt, hvad programmet kan", self.show_palette, "Ctrl+K")
        self._commands.remove(palette)
        self._build_view_menu(self.menuBar().addMenu("&Vis"))
        papers = self.menuBar().addMenu("&Papirer")
        for document in DOCUMENTS.values():
            self._action(papers, f"{document.title} …", partial(self._show_paper, document.name), of_case=True)

    def _build_view_menu(self, view: QMenu) -> None:
        for number, page in enumerate(PAGES, 1):
            shown = self._action(
                view, page.step, partial(self._show_case_page, page.key), f"Alt+{number}", of_case=True
            )
            self._commands.remove(shown)
        view.addSeparator()
        group = QActionGroup(self)
        for look, text in LOOKS:
            action = self._action(view, text, partial(self.set_look, look))
            action.setCheckable(True)
            action.setChecked(look is self.look)
            group.addAction(action)

    def _leave_case(self) -> None:
        self.leave_case()

    def _lock(self) -> None:
        self.lock()

    def _undo(self) -> None:
        if self.case_view is not None:
            self.case_view.undo()

    def _redo(self) -> None:
        if self.case_view is not None:
            self.case_view.redo()

    def _show_paper(self, name: str) -> None:
        """The unsigned copy: to save, to print, to sign with a pen."""
        if self.case_view is not None:
            self.case_view.binder.flush()
            show_paper(self, self.case_view.desk, name)

    def _show_case_page(self, key: str) -> None:
        if self.case_view is not None:
            self.case_view.show_page(key)

    def _action(
        self, menu: QMenu, text: str, do: Callable[[], object], shortcut: str = "", *, of_case: bool = False
    ) -> QAction:
        action = QAction(text, self)
        action.triggered.connect(lambda _checked: do())
        if shortcut:
            action.setShortcut(QKeySequence(shortcut))
        menu.addAction(action)
        self._commands.append(action)
        if of_case:
            self._case_actions.append(action)
        return action

    def _enable_case_actions(self) -> None:
        for action in self._case_actions:
            action.setEnabled(self.case_view is not None)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab and Shift+Tab, in reading order."""
        return tab_order.move(self._stack, forward=forward)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.close_case()
        super().closeEvent(event)
