"""From the passphrase to an open case and back, with keys only."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from waiting import at_rest

from budgetdesk.actions import workspace
from budgetdesk.actions.workspace import Workspace
from budgetdesk.casework.record import Record
from budgetdesk.errors import NoKeyError
from budgetdesk.ledger.spending import Spending, Transaction
from budgetdesk.settings import Settings
from budgetdesk.settings import load as load_settings
from budgetdesk.ui.dialogs.passphrase import PassphraseDialog
from budgetdesk.ui.dialogs.settings import SettingsDialog
from budgetdesk.ui.lock_page import FirstStartPage, NoPassphrasePage, UnlockPage
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.opening_page import OpeningPage
from budgetdesk.ui.session import Session
from budgetdesk.ui.start_page import StartPage
from budgetdesk.ui.theme import Look

DAY = date(2026, 11, 20)
PASSPHRASE = "fire ord efter hinanden"
NEW = "fire helt andre ord"


@pytest.fixture(autouse=True)
def no_waiting_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor for a keyring: that of whoever runs the tests is never asked."""
    monkeypatch.setattr(os, "fsync", lambda _handle: None)  # a busy disk is tried elsewhere
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
    assert len(page.shown()) == 1


def test_the_list_gets_shorter_as_one_types(session: Session) -> None:
    choose_passphrase(session)
    session.open_sample()
    at_rest()
    session.new_case()
    session.show_start()
    page = shown(session)
    assert isinstance(page, StartPage)
    at_rest()  # the search is ready
    assert len(page.shown()) == 2
    QTest.keyClicks(page.search.line, "nadia")
    page.show_found()
    assert len(page.shown()) == 1
    QTest.keyClicks(page.search.line, "zzz")
    page.show_found()

    assert not page.shown()
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


def test_settings_are_taken_by_the_keyboard_and_kept(session: Session, tmp_path: Path) -> None:
    choose_passphrase(session)
    session.show_settings()
    dialog = session.window.findChild(SettingsDialog)
    assert dialog is not None
    size, look = dialog.size_of_text.targets(), dialog.look.targets()
    QTest.mouseClick(size[2], Qt.MouseButton.LeftButton)
    assert dialog.larger.isVisible()
    QTest.mouseClick(look[2], Qt.MouseButton.LeftButton)
    QTest.mouseClick(dialog.language.targets()[1], Qt.MouseButton.LeftButton)
    assert dialog.speaks.isVisible()
    dialog.lock_after.line.selectAll()
    QTest.keyClicks(dialog.lock_after.line, "25")
    press(dialog, "Gem")
    kept = load_settings(tmp_path / "profil")
    session.window.set_look(Look.LIGHT)

    assert (kept.text_size, kept.look, kept.lock_after, kept.language) == (130, "dark", 25, "en")
    assert session._idle.interval() == 25 * 60_000


def test_a_number_of_minutes_that_cannot_be_is_said_and_nothing_is_changed(session: Session) -> None:
    choose_passphrase(session)
    session.show_settings()
    dialog = session.window.findChild(SettingsDialog)
    assert dialog is not None
    dialog.lock_after.line.selectAll()
    QTest.keyClicks(dialog.lock_after.line, "0")
    press(dialog, "Gem")

    assert "mellem 1 og 120" in dialog.problem.text()
    assert session.settings.lock_after == Settings().lock_after
    dialog.reject()


def test_the_passphrase_is_changed_and_only_the_new_one_opens(session: Session) -> None:
    choose_passphrase(session)
    session.change_passphrase()
    dialog = session.window.findChild(PassphraseDialog)
    assert dialog is not None
    for field, text in ((dialog.old, "forkert"), (dialog.new.first, NEW), (dialog.new.second, NEW)):
        QTest.keyClicks(field.line, text)
    press(dialog, "Skift")
    at_rest()
    assert dialog.problem.text()
    dialog.old.line.clear()
    QTest.keyClicks(dialog.old.line, PASSPHRASE)
    press(dialog, "Skift")
    at_rest()
    session.window.close_dialogs()
    session.lock()
    for text in (PASSPHRASE, NEW):
        page = shown(session)
        assert isinstance(page, UnlockPage)
        QTest.keyClicks(page.secret.line, text)
        QTest.keyClick(page.secret.line, Qt.Key.Key_Return)
        at_rest()

    assert isinstance(shown(session), StartPage)


def test_what_lies_over_the_window_goes_when_it_locks(session: Session) -> None:
    choose_passphrase(session)
    session.open_sample()
    at_rest()
    dialog = QDialog(session.window)
    dialog.open()
    session.lock()

    assert not dialog.isVisible()


def test_a_case_is_opened_again_on_the_page_where_it_was_left(session: Session) -> None:
    choose_passphrase(session)
    session.open_sample()
    at_rest()
    view = session.window.case_view
    assert view is not None
    view.show_page("budget")
    session.show_start()
    session.open_case(view.desk.case_id)

    assert session.window.case_view is not None
    assert session.window.case_view.current == "budget"


def test_a_slow_keyring_leaves_the_window_alive(
    qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose_passphrase(session)
    session.end()
    answer = threading.Event()

    def slow(*_: object, **__: object) -> Workspace:
        answer.wait(10)
        raise NoKeyError("Skriv adgangskoden.")

    monkeypatch.setattr(Workspace, "open", slow)
    session.begin()
    assert isinstance(shown(session), OpeningPage)
    answer.set()

    qtbot.waitUntil(lambda: isinstance(shown(session), UnlockPage), timeout=5000)


def test_where_only_the_keyring_has_the_key_the_user_is_asked_expressly(
    qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose_passphrase(session)
    monkeypatch.setattr(Workspace, "has_passphrase", False)
    assert session.workspace is not None
    session.lock()
    page = shown(session)
    assert isinstance(page, NoPassphrasePage)
    press(page, "Fortsæt uden")

    assert isinstance(shown(session), StartPage)
    assert not session.workspace.locked


def a_long_case(session: Session, monkeypatch: pytest.MonkeyPatch) -> str:
    """A case with three bank rows, which are very many here."""
    monkeypatch.setattr(workspace, "LONG_ROWS", 2)
    choose_passphrase(session)
    assert session.workspace is not None
    rows = tuple(Transaction(id=f"b-{n}", batch="b", date=DAY, text="Netto", amount=Decimal(-n)) for n in range(1, 4))
    return session.workspace.new_case(Record(spending=Spending(transactions=rows))).case_id


def test_a_case_with_very_many_rows_is_opened_in_a_thread(
    session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    case_id = a_long_case(session, monkeypatch)
    session.open_case(case_id)
    assert isinstance(shown(session), OpeningPage)

    qtbot.waitUntil(lambda: session.window.case_view is not None, timeout=20_000)
    view = session.window.case_view
    assert view is not None
    assert len(view.desk.record.spending.transactions) == 3


def test_a_case_that_was_being_opened_when_the_store_was_locked_is_not_shown(
    session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    case_id = a_long_case(session, monkeypatch)
    session.open_case(case_id)
    session.lock()
    at_rest()

    assert session.window.case_view is None
    assert isinstance(shown(session), UnlockPage)
