"""The window: menu, shortcuts, and either the list of cases or one open case."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QCloseEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QStackedWidget

from budgetdesk.actions.desk import Desk
from budgetdesk.ui import theme
from budgetdesk.ui.case_view import CaseView
from budgetdesk.ui.pages import PAGES

LEAST_WIDTH, LEAST_HEIGHT = 1024, 700
LOOKS = ((theme.Look.SYSTEM, "Som systemet"), (theme.Look.LIGHT, "Lyst"), (theme.Look.DARK, "Mørkt"))


class MainWindow(QMainWindow):
    """BudgetDesk's one window."""

    def __init__(self, *, look: theme.Look = theme.Look.SYSTEM, day_is_fixed: bool = False) -> None:
        super().__init__()
        self.setWindowTitle("BudgetDesk")
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        self.look = look
        self.day_is_fixed = day_is_fixed
        self.case_view: CaseView | None = None
        self.case_actions: list[QAction] = []
        self._stack = QStackedWidget()
        self.setCentralWidget(self._stack)
        self._build_menus()
        self._enable_case_actions()
        QApplication.styleHints().colorSchemeChanged.connect(self._system_changed)

    # cases

    def open_desk(self, desk: Desk) -> CaseView:
        """Show one case; the one before is saved and closed."""
        self.close_case()
        view = CaseView(desk, palette=self.show_palette, day_is_fixed=self.day_is_fixed)
        self.case_view = view
        self._stack.addWidget(view)
        self._stack.setCurrentWidget(view)
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

    def show_palette(self) -> None:
        """Everything the program can do, by typing a few letters."""

    # look

    def set_look(self, look: theme.Look) -> None:
        self.look = look
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, look)

    def _system_changed(self, _scheme: Qt.ColorScheme) -> None:
        if self.look is theme.Look.SYSTEM:
            self.set_look(self.look)

    # menus

    def _build_menus(self) -> None:
        case = self.menuBar().addMenu("&Sag")
        self._action(case, "Luk sagen", self.close_case, "Ctrl+W", of_case=True)
        self._action(case, "Afslut", self.close, "Ctrl+Q")
        edit = self.menuBar().addMenu("&Rediger")
        self._action(edit, "Fortryd", self._undo, "Ctrl+Z", of_case=True)
        redo = self._action(edit, "Gentag", self._redo, "", of_case=True)
        redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        edit.addSeparator()
        self._action(edit, "Alt, hvad programmet kan", self.show_palette, "Ctrl+K")
        self._build_view_menu(self.menuBar().addMenu("&Vis"))

    def _build_view_menu(self, view: QMenu) -> None:
        for number, page in enumerate(PAGES, 1):
            self._action(view, page.step, partial(self._show_page, page.key), f"Alt+{number}", of_case=True)
        view.addSeparator()
        group = QActionGroup(self)
        for look, text in LOOKS:
            action = self._action(view, text, partial(self.set_look, look))
            action.setCheckable(True)
            action.setChecked(look is self.look)
            group.addAction(action)

    def _undo(self) -> None:
        if self.case_view is not None:
            self.case_view.undo()

    def _redo(self) -> None:
        if self.case_view is not None:
            self.case_view.redo()

    def _show_page(self, key: str) -> None:
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
        if of_case:
            self.case_actions.append(action)
        return action

    def _enable_case_actions(self) -> None:
        for action in self.case_actions:
            action.setEnabled(self.case_view is not None)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.close_case()
        super().closeEvent(event)
