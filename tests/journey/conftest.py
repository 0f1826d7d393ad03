"""A real encrypted profile, the real window on it, and somebody at the keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from keyboard import Keyboard, seen
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from budgetdesk.settings import Settings
from budgetdesk.storage import keys
from budgetdesk.ui.app import make_app
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.session import Session
from budgetdesk.ui.theme import Look

DAY = date(2026, 11, 20)
PASSPHRASE = "fire ord efter hinanden"
CHEAP = {"memory_kib": 19 * 1024, "iterations": 2, "lanes": 1}


@pytest.fixture(autouse=True)
def cheap_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """The least key stretching that is allowed: these tests open many stores."""
    monkeypatch.setattr(keys, "CHOSEN", CHEAP)


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    return make_app(look=Look.LIGHT)


@pytest.fixture
def kb(qtbot: QtBot) -> Keyboard:
    return Keyboard(qtbot)


@pytest.fixture
def begin(qtbot: QtBot, qapp: QApplication, profile: Path) -> Iterator[Callable[[], Session]]:
    """Starts the program on the profile of the test; whatever was started is ended."""
    begun: list[Session] = []

    def start() -> Session:
        window = MainWindow(look=Look.LIGHT)
        qtbot.addWidget(window)
        window.resize(1280, 800)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        session = Session(window, profile, DAY, Settings())
        begun.append(session)
        session.begin()
        return session

    yield start
    for session in begun:
        session.end()


@pytest.fixture
def session(begin: Callable[[], Session], kb: Keyboard) -> Session:
    """The program after the first start: a passphrase was chosen, and there are no cases yet."""
    made = begin()
    choose_passphrase(kb)
    return made


def choose_passphrase(kb: Keyboard) -> None:
    kb.rest()
    kb.type(PASSPHRASE)
    kb.tab()
    kb.type(PASSPHRASE)
    kb.enter()
    kb.wait(lambda: "Der er ingen sager endnu" in seen())
    kb.rest()
