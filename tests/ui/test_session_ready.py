"""After an update that lists the cases otherwise, the window says how far it is; otherwise nobody waits."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, cast

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from budgetdesk.actions.workspace import Workspace
from budgetdesk.ui.opening_page import OpeningPage
from budgetdesk.ui.session_ready import read_ahead, when_ready


class Store:
    """A workspace in which so many cases have to be made ready."""

    def __init__(self, outdated: int) -> None:
        self.outdated, self.read = outdated, 0
        self.may_end, self.thread = threading.Event(), threading.current_thread()

    def cases_to_refresh(self) -> int:
        return self.outdated

    def cases(self) -> tuple[Any, ...]:
        self.read += 1
        return ()

    def refresh_cases(self, told: Callable[[int, int], object]) -> int:
        self.thread = threading.current_thread()
        told(2500, self.outdated)
        self.may_end.wait(20)
        return self.outdated


class Window:
    """Keeps the page it was given."""

    page: QWidget | None = None

    def show_page(self, page: QWidget) -> None:
        self.page = page


def test_where_nothing_has_to_be_made_ready_nobody_waits(qtbot: QtBot) -> None:
    window, went_on = Window(), []

    when_ready(window, cast("Workspace", Store(3)), lambda: went_on.append(1))

    assert (went_on, window.page) == ([1], None)


def test_thousands_of_cases_are_made_ready_in_a_thread_and_the_page_says_how_far_it_is(qtbot: QtBot) -> None:
    window, store, went_on = Window(), Store(10_000), []

    when_ready(window, cast("Workspace", store), lambda: went_on.append(1))
    page = window.page
    assert isinstance(page, OpeningPage)
    qtbot.addWidget(page)
    qtbot.waitUntil(lambda: page.slow.text() == "2.500 af 10.000 sager er klar. Det sker kun nu.", timeout=20_000)
    assert went_on == []

    store.may_end.set()
    qtbot.waitUntil(lambda: went_on == [1], timeout=20_000)
    assert store.thread is not threading.current_thread()


def test_the_thread_that_opens_the_store_reads_the_list_only_where_that_is_quick() -> None:
    few, many = Store(0), Store(10_000)

    read_ahead(cast("Workspace", few))
    read_ahead(cast("Workspace", many))

    assert (few.read, many.read) == (1, 0)
