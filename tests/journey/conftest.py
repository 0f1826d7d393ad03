"""A real encrypted profile, the real window on it, and somebody at the keyboard."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from budgetdesk.ui.app import make_app
from budgetdesk.ui.session import Session
from budgetdesk.ui.theme import Look

sys.path.insert(0, str(Path(__file__).parents[1] / "benefits"))
sys.path.insert(0, str(Path(__file__).parent))

from keyboard import Keyboard
from program import choose_passphrase, end, sit_down, start


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    return make_app(look=Look.LIGHT)


@pytest.fixture
def kb(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Keyboard:
    return sit_down(qtbot, monkeypatch)


@pytest.fixture
def begin(qtbot: QtBot, qapp: QApplication, profile: Path) -> Iterator[Callable[[], Session]]:
    """Starts the program on the profile of the test; whatever was started is ended."""
    begun: list[Session] = []

    def started() -> Session:
        begun.append(start(qtbot, profile))
        return begun[-1]

    yield started
    for session in begun:
        end(session)


@pytest.fixture
def session(begin: Callable[[], Session], kb: Keyboard) -> Session:
    """The program after the first start: a passphrase was chosen, and there are no cases yet."""
    made = begin()
    choose_passphrase(kb)
    return made
