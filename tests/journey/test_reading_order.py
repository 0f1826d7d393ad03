"""Tab comes to everything that can be used, once, from the top to the bottom, and round; Shift+Tab the other way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from keyboard import SHIFT, Key, Keyboard
from program import DAY
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from budgetdesk.actions.desk import memory_desk
from budgetdesk.casework.record import Record
from budgetdesk.readers.case_file import sample_case
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.pages import PAGES
from budgetdesk.ui.theme import Look

Opened = Callable[[str], MainWindow]


WITH_KEYS = 10
"""Alt and a digit show so many pages; the others are reached by Ctrl+K."""


@pytest.fixture(scope="module")
def window(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[MainWindow]:
    """The sample household; to go round by Tab changes nothing in it."""
    qtbot = QtBot(request)
    window = MainWindow(look=Look.LIGHT)
    window.open_desk(memory_desk(Record(case=sample_case(today=DAY)), DAY))
    window.resize(1280, 800)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    window.close()
    window.deleteLater()


@pytest.fixture
def open_page(window: MainWindow, kb: Keyboard) -> Opened:
    """Shows one page of the sample household."""

    def opened(key: str) -> MainWindow:
        kb.rest()
        number = [page.key for page in PAGES].index(key) + 1
        if number <= WITH_KEYS:
            kb.page(number)
        else:
            kb.jump(next(page.step for page in PAGES if page.key == key))
        return window

    return opened


@pytest.mark.parametrize("key", [page.key for page in PAGES])
def test_tab_comes_to_everything_on_a_page_once_and_shift_tab_goes_back(
    open_page: Opened, kb: Keyboard, key: str
) -> None:
    window = open_page(key)
    kb.tab()
    there = _round(kb, Key.Key_Tab)
    back = _round(kb, Key.Key_Backtab)

    assert [there[0], *reversed(there[1:])] == back
    missed = [w for w in _usable(window) if w not in there]
    assert not missed, [w.accessibleName() or type(w).__name__ for w in missed]


def _round(kb: Keyboard, key: Qt.Key) -> list[QWidget]:
    passed = [kb.here()]
    for _ in range(400):
        kb.press(key, SHIFT if key == Key.Key_Backtab else Qt.KeyboardModifier.NoModifier)
        if kb.here() is passed[0]:
            return passed
        assert kb.here() not in passed, f"{kb.here().accessibleName()} comes twice"
        passed.append(kb.here())
    raise AssertionError("Tab does not come round")


def _usable(window: QWidget) -> list[QWidget]:
    """Everything that takes the focus by Tab."""
    return [
        w
        for w in window.findChildren(QWidget)
        if w.focusPolicy() & Qt.FocusPolicy.TabFocus
        and w.focusProxy() is None
        and w.isVisible()
        and w.isEnabled()
        and w.window() is window
        and not w.objectName().startswith("qt_")
    ]


def test_tab_goes_from_the_top_to_the_bottom_of_a_column(open_page: Opened, kb: Keyboard) -> None:
    window = open_page("sag")
    passed = [w for w in _round(kb, Key.Key_Tab) if window.centralWidget().isAncestorOf(w) and _on_page(w)]
    tops = [w.mapTo(window, QPoint(0, 0)).y() + _scrolled(w) for w in passed]

    assert all(later >= earlier - 60 for earlier, later in pairwise(tops))


def _on_page(widget: QWidget) -> bool:
    return any(above.objectName() == "page_body" for above in _above(widget))


def _scrolled(widget: QWidget) -> int:
    body = next(above for above in _above(widget) if above.objectName() == "page_body")
    return -body.y()


def _above(widget: QWidget) -> list[QWidget]:
    found, up = [], widget.parentWidget()
    while up is not None:
        found.append(up)
        up = up.parentWidget()
    return found


def test_tab_leaves_the_answers_of_a_choice_together(open_page: Opened, kb: Keyboard) -> None:
    open_page("akut")
    kb.tab_to("Hvilket brev")
    kb.press(Key.Key_Right)
    here = kb.here()
    assert isinstance(here, QAbstractButton)
    kb.tab()

    assert not kb.here().accessibleName().startswith("Hvilket brev")
