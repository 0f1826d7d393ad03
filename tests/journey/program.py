"""Starting, unlocking and ending the program, as at a desk."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from keyboard import Keyboard, said, seen
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from budgetdesk.settings import Settings
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.session import Session
from budgetdesk.ui.theme import Look

DAY = date(2026, 11, 20)
PASSPHRASE = "fire ord efter hinanden"


def sit_down(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Keyboard:
    """Somebody at the keyboard, who also answers the system's file dialogs."""
    made = Keyboard(qtbot)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", made.open_name)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", made.open_names)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", made.save_name)
    return made


def start(qtbot: QtBot, profile: Path, today: date = DAY) -> Session:
    """The program on a profile, in a shown, active window."""
    window = MainWindow(look=Look.LIGHT)
    window.resize(1280, 800)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    session = Session(window, profile, today, Settings(use_keyring=False))
    session.begin()
    return session


def end(session: Session) -> None:
    """Close the program."""
    session.end()
    session.window.close()
    session.window.deleteLater()
    QApplication.processEvents()


def choose_passphrase(kb: Keyboard) -> None:
    """The first start: a passphrase, twice."""
    kb.wait(lambda: said(kb.here()) == "Adgangskode")
    kb.type(PASSPHRASE)
    kb.tab()
    kb.type(PASSPHRASE)
    kb.enter()
    kb.wait(lambda: "Der er ingen sager endnu" in seen())
    kb.rest()


def unlock(kb: Keyboard, passphrase: str = PASSPHRASE) -> None:
    """Any later start."""
    kb.wait(lambda: said(kb.here()) == "Adgangskode")
    kb.type(passphrase)
    kb.enter()
    kb.rest()
