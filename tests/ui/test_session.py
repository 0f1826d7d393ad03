"""From the passphrase to an open case and back, with keys only."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from budgetdesk.settings import Settings
from budgetdesk.settings import load as load_settings
from budgetdesk.storage import keys
from budgetdesk.ui import background
from budgetdesk.ui.lock_page import FirstStartPage, NoPassphrasePage, UnlockPage
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.opening_page import OpeningPage
from budgetdesk.ui.session import Session
from budgetdesk.ui.start_page import StartPage
from budgetdesk.ui.theme import Look

DAY = date(2026, 11, 20)
PASSPHRASE = "fire ord efter hinanden"


@pytest.fixture(autouse=True)
def cheap_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """The least key stretching that is allowed, and never the keyring of whoever runs the tests."""
    monkeypatch.setattr(keys, "CHOSEN", {"memory_kib": 19 * 1024, "iterations": 2, "lanes": 1})
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")


@pytest.fixture
def session(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Session]:
    made = begin(qtbot, tmp_path)
    yield made
    made.end()


def begin(qtbot: QtBot, folder: Path) -> Session:
    window = MainWindow(look=Look.LIGHT)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    made = Session(window, folder / "profil", DAY, Settings())
    made.begin()
    qtbot.waitUntil(lambda: not isinstance(shown(made), OpeningPage), timeout=20_000)
    return made


def shown(session: Session) -> QWidget:
    stack = session.window.centralWidget()
    return stack.currentWidget()  # type: ignore[attr-defined, no-any-return] # a QStackedWidget


def press(widget: QWidget, text: str) -> None:
    """Press the button with this text by the keyboard."""
    found = next(b for b in widget.findChildren(QPushButton) if b.text() == text)
    found.setFocus()
    QTest.keyClick(found, Qt.Key.Key_Space)


def choose_passphrase(session: Session, first: str = PASSPHRASE, second: str = PASSPHRASE) -> None:
    page = shown(session)
    assert isinstance(page, FirstStartPage | NoPassphrasePage)
    QTest.keyClicks(page.first.line, first)
    QTest.keyClicks(page.second.line, second)
    QTest.keyClick(page.second.line, Qt.Key.Key_Return)
    at_rest()


def at_rest() -> None:
    """What was begun in a thread has been delivered."""
    until = time.monotonic() + 20
    while background.busy() and time.monotonic() < until:
        QTest.qWait(5)
    QTest.qWait(5)


def test_the_first_start_asks_for_a_passphrase_and_leads_to_the_cases(session: Session) -> None:
    choose_passphrase(session)

    page = shown(session)
    assert isinstance(page, StartPage)
    assert page.nothing.isVisible()


def test_two_passphrases_that_differ_are_refused_in_a_sentence(session: Session) -> None:
    choose_passphrase(session, second="noget andet helt andet")
    page = shown(session)

    assert isinstance(page, FirstStartPage)
    assert "ikke ens" in page.problem.text()


def test_a_passphrase_that_is_too_short_is_refused_where_it_was_typed(session: Session) -> None:
    choose_passphrase(session, "kort", "kort")
    page = shown(session)

    assert isinstance(page, FirstStartPage)
    assert page.problem.isVisible()
    assert page.card.isEnabled()


def test_the_sample_opens_as_a_case_and_stands_in_the_list_afterwards(session: Session) -> None:
    choose_passphrase(session)
    press(shown(session), "Prøv med eksempel")
    at_rest()
    assert session.window.case_view is not None
    session.show_start()
    page = shown(session)

    assert isinstance(page, StartPage)
    assert len(page.rows.rows) == 1


def test_the_list_gets_shorter_as_one_types(session: Session) -> None:
    choose_passphrase(session)
    session.open_sample()
    at_rest()
    session.new_case()
    session.show_start()
    page = shown(session)
    assert isinstance(page, StartPage)
    QTest.keyClicks(page.search.line, "nadia")
    assert len(page.rows.rows) == 1
    QTest.keyClicks(page.search.line, "zzz")

    assert not page.rows.rows
    assert page.not_found.isVisible()


def test_locking_closes_the_case_and_the_passphrase_opens_it_again(session: Session) -> None:
    choose_passphrase(session)
    session.open_sample()
    at_rest()
    number = session.window.case_view.desk.case_id if session.window.case_view else ""
    session.lock()
    page = shown(session)
    assert isinstance(page, UnlockPage)
    assert session.window.case_view is None
    QTest.keyClicks(page.secret.line, "forkert adgangskode")
    QTest.keyClick(page.secret.line, Qt.Key.Key_Return)
    at_rest()
    assert page.problem.text()
    QTest.keyClicks(page.secret.line, PASSPHRASE)
    QTest.keyClick(page.secret.line, Qt.Key.Key_Return)
    at_rest()

    assert session.window.case_view is not None
    assert session.window.case_view.desk.case_id == number


def test_a_window_left_alone_locks_itself(session: Session, qtbot: QtBot) -> None:
    choose_passphrase(session)
    session._idle.setInterval(50)
    session._idle.start()

    qtbot.waitUntil(lambda: isinstance(shown(session), UnlockPage), timeout=2000)


def test_the_next_start_asks_for_the_passphrase(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    choose_passphrase(session)
    session.end()
    again = begin(qtbot, tmp_path)

    assert isinstance(shown(again), UnlockPage)
    again.end()


def test_the_colours_chosen_are_kept(session: Session, tmp_path: Path) -> None:
    choose_passphrase(session)
    session.window.set_look(Look.DARK)
    session.window.set_look(Look.LIGHT)

    assert load_settings(tmp_path / "profil").look == "light"
