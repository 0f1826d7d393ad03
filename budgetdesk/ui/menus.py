"""The menu bar. What is of no case is there from the start; pages and papers come with the first case."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from budgetdesk.i18n import N_, _, translated
from budgetdesk.ui import theme

Act = Callable[[], object]
LOOKS = (
    (theme.Look.SYSTEM, N_("Farver som systemet")),
    (theme.Look.LIGHT, N_("Lyse farver")),
    (theme.Look.DARK, N_("Mørke farver")),
)


def page_key(number: int) -> str:
    """The keys that show the page with this number, from 1 (`Alt+0` is the tenth); "" where the digits are used up."""
    return f"Alt+{number % 10}" if 1 <= number <= 10 else ""


@dataclass(frozen=True)
class MenuItem:
    """One line of a menu, before it is in one."""

    text: str
    act: str
    """What it does: a name that `fill` is told the meaning of."""
    keys: tuple[str, ...] = ()
    of_case: bool = False
    """To be chosen only while a case is open."""
    listed: bool = True
    """Offered in Ctrl+K as well."""


LINE = MenuItem("", "")
"""A line between."""


class Menus:
    """Sag, Rediger, Vis, what a page can do from anywhere, Papirer. Every command is offered in Ctrl+K as well, unless
    it is listed there already."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self._case_open = False
        self._of_case: list[QAction] = []
        self.commands: list[QAction] = []
        bar = window.menuBar()
        self.case = bar.addMenu(_("&Sag"))
        self.edit = bar.addMenu(_("&Rediger"))
        self.view = bar.addMenu(_("&Vis"))
        self.papers = bar.addMenu(_("&Papirer"))
        self.data = bar.addMenu(_("&Data"))
        self._looks: dict[theme.Look, QAction] = {}
        self._above_looks = QAction(window)

    def add(
        self, menu: QMenu, text: str, do: Act, *shortcuts: str, of_case: bool = False, listed: bool = True
    ) -> QAction:
        """One command at the end of a menu; `of_case`: only while a case is open; `listed`: in Ctrl+K."""
        action = self._action(text, do, shortcuts, of_case=of_case, listed=listed)
        menu.addAction(action)
        return action

    def fill(self, menu: QMenu, items: Iterable[MenuItem], do: Callable[[str], object]) -> None:
        """Put lines at the end of a menu; each does `do(act)`."""
        for item in items:
            if item is LINE:
                menu.addSeparator()
            else:
                self.add(menu, item.text, partial(do, item.act), *item.keys, of_case=item.of_case, listed=item.listed)

    def add_looks(self, chosen: Callable[[theme.Look], object], look: theme.Look) -> None:
        """The colours, one of which is ticked."""
        self._above_looks = self.view.addSeparator()
        group = QActionGroup(self._window)
        for each, text in translated(LOOKS):
            action = self.add(self.view, text, partial(chosen, each))
            action.setCheckable(True)
            group.addAction(action)
            self._looks[each] = action
        self.tick_look(look)

    def tick_look(self, look: theme.Look) -> None:
        self._looks[look].setChecked(True)

    def add_pages(self, steps: Iterable[tuple[str, str]], show: Callable[[str], object]) -> None:
        """The pages (key, word) of a case, above the colours."""
        for number, (key, word) in enumerate(steps, 1):
            keys = [page_key(number)] if page_key(number) else []
            action = self._action(word, partial(show, key), keys, of_case=True, listed=False)
            self.view.insertAction(self._above_looks, action)

    def add_page_menu(self, word: str) -> QMenu:
        """A menu for what one page can do, before the papers."""
        made = QMenu(f"&{translated(word)}", self._window)
        self._window.menuBar().insertMenu(self.papers.menuAction(), made)
        return made

    def add_below(self, menu: QMenu, word: str) -> QMenu:
        """A menu of its own at the end of another."""
        return menu.addMenu(translated(word))

    def show_case_open(self, there: bool) -> None:
        """What is of a case can be chosen only while one is open."""
        self._case_open = there
        for action in self._of_case:
            action.setEnabled(there)

    def _action(self, text: str, do: Act, shortcuts: Iterable[str], *, of_case: bool, listed: bool) -> QAction:
        action = QAction(translated(text), self._window)
        action.triggered.connect(lambda _checked: do())
        action.setShortcuts([QKeySequence(keys) for keys in shortcuts])
        if listed:
            self.commands.append(action)
        if of_case:
            self._of_case.append(action)
            action.setEnabled(self._case_open)
        return action
