"""What only the window's thread may destroy is destroyed there: no other thread searches for cycles."""

from __future__ import annotations

import gc
import threading

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from budgetdesk.collecting import not_collecting
from budgetdesk.ui import background, tidy
from budgetdesk.ui.app import make_app


class Cyclic(QObject):
    """A widget-like thing that only the search for cycles frees; it tells in which thread."""

    freed_in: int = 0

    def __init__(self) -> None:
        super().__init__()
        self.itself = self

    def __del__(self) -> None:
        Cyclic.freed_in = threading.get_ident()


def test_a_cycle_with_a_qt_object_is_freed_in_the_windows_thread(qapp: QApplication, qtbot: QtBot) -> None:
    make_app()
    assert not gc.isenabled()
    Cyclic.freed_in = 0
    Cyclic()

    def work() -> None:
        with not_collecting():
            pass
        for _ in range(50):  # more than enough for a search, were it on
            [[] for _ in range(1000)]

    finished: list[bool] = []
    owner = QObject()
    background.run(owner, work, lambda _none: finished.append(True))
    qtbot.waitUntil(lambda: bool(finished), timeout=10_000)
    # Whoever waits may have searched already: the window's thread may, and no other.
    assert Cyclic.freed_in in {0, threading.get_ident()}

    gc.collect()
    assert Cyclic.freed_in == threading.get_ident()


def test_the_window_searches_for_itself_what_is_young(qapp: QApplication) -> None:
    gc.collect()
    Cyclic.freed_in = 0
    Cyclic()
    kept = [[] for _ in range(2 * tidy.YOUNG)]
    tidy.tidy()
    assert Cyclic.freed_in == threading.get_ident()
    assert kept


def test_it_does_not_search_while_something_long_is_made(qapp: QApplication) -> None:
    gc.collect()
    Cyclic.freed_in = 0
    Cyclic()
    with not_collecting():
        kept = [[] for _ in range(2 * tidy.YOUNG)]
        tidy.tidy()
        assert Cyclic.freed_in == 0
    gc.collect()
    assert kept
