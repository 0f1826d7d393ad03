"""The handout of a course from the menu Sag, without a case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from budgetdesk.actions.handouts import handout
from budgetdesk.actions.library import Library, load_library
from budgetdesk.errors import DocumentError
from budgetdesk.ui.handouts import show_course
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.papers import PaperDialog
from budgetdesk.ui.theme import Look

DAY = date(2026, 11, 20)


@dataclass
class Store:
    """A store that is open or not."""

    library: Library
    locked: bool = False


@dataclass
class AtTheDesk:
    """As much of a session as the command needs."""

    window: MainWindow
    workspace: Store | None
    today: date = DAY


def test_the_menu_shows_the_handout_while_no_case_is_open_and_nothing_while_locked(
    qtbot: QtBot, qapp: QApplication
) -> None:
    window = MainWindow(look=Look.LIGHT)
    qtbot.addWidget(window)
    store = Store(load_library(), locked=True)
    window.show_course = partial(show_course, AtTheDesk(window, store))  # type: ignore[arg-type]  # enough of one
    command = next(one for one in window.menus.case.actions() if one.text().startswith("Hæfte til et kursus"))

    command.trigger()
    assert window.findChildren(PaperDialog) == []
    store.locked = False
    command.trigger()
    qtbot.waitUntil(lambda: bool(window.findChildren(PaperDialog)), timeout=20_000)

    (dialog,) = window.findChildren(PaperDialog)
    assert dialog.windowTitle() == "Styr på pengene, hæfte til et kursus"
    assert len(dialog.pages) == 4
    dialog.reject()


def test_a_paper_of_a_case_is_no_handout() -> None:
    with pytest.raises(DocumentError, match="Åbn sagen først"):
        handout("budget", DAY, load_library())
