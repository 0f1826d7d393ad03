"""Keeping, deleting, a person's rights and backups, from the menu Data, by keys."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from fits import misfits
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from waiting import at_rest

from budgetdesk.actions import backups, rights
from budgetdesk.actions.workspace import Workspace
from budgetdesk.casework.record import Record
from budgetdesk.errors import StoreNotWritableError
from budgetdesk.household import paths
from budgetdesk.settings import Settings
from budgetdesk.storage.keyrings import NO_KEYRING
from budgetdesk.ui.dialogs.access import AccessDialog
from budgetdesk.ui.dialogs.backup import BackupDialog
from budgetdesk.ui.dialogs.backup_recovery import RecoveryDialog
from budgetdesk.ui.dialogs.backup_restore import RestoreDialog
from budgetdesk.ui.dialogs.retention_due import DueDialog
from budgetdesk.ui.dialogs.retention_erase import EraseDialog
from budgetdesk.ui.dialogs.retention_extend import ExtendDialog
from budgetdesk.ui.dialogs.retention_looks import LooksDialog
from budgetdesk.ui.lock_page import NewPassphrasePage, RecoveryPage, UnlockPage
from budgetdesk.ui.main_menus import DATA
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.session import Session
from budgetdesk.ui.start_page import StartPage
from budgetdesk.ui.theme import Look

DAY = date(2026, 11, 20)
PASSPHRASE = "fire ord efter hinanden"
D = TypeVar("D", bound=QDialog)


@pytest.fixture(autouse=True)
def no_waiting_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", lambda _handle: None)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")


@pytest.fixture
def session(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Session]:
    """A window with one case open, whose day has come."""
    workspace = Workspace.create(tmp_path / "profil", passphrase=PASSPHRASE, today=DAY, keyring=NO_KEYRING)
    number = workspace.new_case(paths.put(Record(), "case.course.keep_until", date(2026, 11, 1))).case_id
    window = MainWindow(look=Look.LIGHT)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    made = Session(window, tmp_path / "profil", DAY, Settings())
    made._unlocked(workspace)
    made.open_case(number)
    at_rest()
    yield made
    made.end()


def shown(session: Session) -> QWidget:
    return session.window.centralWidget().currentWidget()  # type: ignore[attr-defined, no-any-return] # a stack


def do(session: Session, words: str) -> None:
    """Choose a command of the menu by its words."""
    action = next(each for each in session.window.menus.data.actions() if each.text() == words)
    assert action.isEnabled()
    action.trigger()
    at_rest()


def dialog(session: Session, kind: type[D]) -> D:
    return next(each for each in session.window.findChildren(kind) if each.isVisible())


def press(widget: QWidget, text: str) -> None:
    found = next(b for b in widget.findChildren(QPushButton) if b.text() == text and b.isVisible())
    found.setFocus()
    QTest.keyClick(found, Qt.Key.Key_Space)
    at_rest()


def told(session: Session) -> str:
    return " ".join(box.text() for box in session.window.findChildren(QMessageBox) if box.isVisible())


def test_every_command_opens_something_that_fits_also_in_a_small_window(session: Session) -> None:
    session.window.resize(853, 533)
    found = {}
    for words in (item.text for item in DATA if item.text and item.act != "restore"):
        do(session, words)
        opened = [each for each in session.window.findChildren(QDialog) if each.isVisible()]
        assert len(opened) == 1, words
        found[words] = misfits(opened[0])
        QTest.keyClick(opened[0], Qt.Key.Key_Escape)
        at_rest()

    assert {words: wrong for words, wrong in found.items() if wrong} == {}


def test_a_case_is_erased_only_when_its_number_is_typed(session: Session) -> None:
    do(session, "Slet sagen for altid …")
    asked = dialog(session, EraseDialog)
    QTest.keyClicks(asked.why.line, "fristen er gået")
    QTest.keyClicks(asked.typed.line, "2026-000")
    QTest.keyClick(asked.typed.line, Qt.Key.Key_Return)
    assert not asked.agree.isEnabled()
    assert "2026-0001" in asked.problem.text()

    QTest.keyClicks(asked.typed.line, "1")
    QTest.keyClick(asked.typed.line, Qt.Key.Key_Return)
    at_rest()

    assert session.workspace is not None
    assert session.workspace.cases() == ()
    assert isinstance(shown(session), StartPage)
    assert "intet af den er tilbage" in told(session)
    assert rights.erased_cases(session.workspace) == (("2026-0001", DAY, "fristen er gået"),)


def test_a_case_that_is_due_is_kept_longer_for_a_reason_that_stands_in_the_record(session: Session) -> None:
    do(session, "Skal slettes …")
    due = dialog(session, DueDialog)
    assert list(due.rows.rows) == ["2026-0001"]
    press(due, "Gem længere …")
    asked = dialog(session, ExtendDialog)
    QTest.keyClicks(asked.until.line, "1.2.2027")
    press(asked, "Gem længere")
    assert "hvorfor" in asked.problem.text()
    asked.reason.show_value("Klage i gang")
    press(asked, "Gem længere")

    assert due.rows.rows == {}
    assert session.workspace is not None
    case = session.workspace.desk("2026-0001").record.case
    assert case.course.keep_until == date(2027, 2, 1)
    assert "Klage i gang" in case.notes[-1].text
    assert case.notes[-1].closed_on == DAY


def test_what_somebody_looked_for_stands_in_the_log(session: Session) -> None:
    do(session, "Hvem har åbnet sagen …")
    asked = dialog(session, LooksDialog)
    QTest.keyClicks(asked.purpose.line, "lejer ringede")
    press(asked, "Gem")

    assert session.workspace is not None
    looks = session.workspace.look_ups("2026-0001")
    assert [look.purpose for look in looks] == ["lejer ringede", ""]  # opened after it was made


def test_everything_about_the_person_is_written_where_somebody_chose(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "alt.zip"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    do(session, "Udlevér alt om personen …")
    press(dialog(session, AccessDialog), "Gem som zip …")

    assert "indsigt.pdf" in zipfile.ZipFile(target).namelist()
    assert str(target) in told(session)


def test_a_backup_is_made_shown_and_put_back_with_the_right_passphrase_only(session: Session, tmp_path: Path) -> None:
    usb = tmp_path / "usb"
    usb.mkdir()
    do(session, "Sikkerhedskopi …")
    asked = dialog(session, BackupDialog)
    press(asked, "Lav en kopi nu")
    assert "mappe" in asked.problem.text()
    asked.folder.show_value(str(usb))
    press(asked, "Lav en kopi nu")
    assert "1 sag" in asked.last.text()
    assert "set efter" in asked.last.text()
    press(asked, "Annuller")
    assert session.workspace is not None
    session.workspace.new_case()

    session.data.restore_from(next(usb.glob("*.budgetdesk")))
    restore = dialog(session, RestoreDialog)
    assert any("1 ny sag" in words.text() for words in restore.findChildren(type(restore.problem).__mro__[1]))
    QTest.keyClicks(restore.phrase.line, "forkert kode")
    QTest.keyClick(restore.phrase.line, Qt.Key.Key_Return)
    at_rest()
    assert "passer ikke" in restore.problem.text()
    assert len(session.workspace.cases()) == 2
    restore.phrase.show_text("")
    QTest.keyClicks(restore.phrase.line, PASSPHRASE)
    QTest.keyClick(restore.phrase.line, Qt.Key.Key_Return)
    at_rest()

    assert session.workspace is not None
    assert [case.id for case in session.workspace.cases()] == ["2026-0001"]
    assert "tidligere" in told(session)


def test_where_a_restore_fails_the_store_as_it_was_is_unlocked_again(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "usb").mkdir()
    assert session.workspace is not None
    file = backups.back_up(session.workspace, tmp_path / "usb").path

    def full(*_: object, **__: object) -> None:
        raise StoreNotWritableError("Der er ikke plads.")

    monkeypatch.setattr(backups, "restore", full)
    session.data.restore_from(file)
    asked = dialog(session, RestoreDialog)
    QTest.keyClicks(asked.phrase.line, PASSPHRASE)
    QTest.keyClick(asked.phrase.line, Qt.Key.Key_Return)
    at_rest()

    assert "plads" in asked.problem.text()
    QTest.keyClick(asked, Qt.Key.Key_Escape)
    at_rest()
    page = shown(session)
    assert isinstance(page, UnlockPage)
    QTest.keyClicks(page.secret.line, PASSPHRASE)
    QTest.keyClick(page.secret.line, Qt.Key.Key_Return)
    at_rest()
    assert isinstance(shown(session), StartPage)


def test_the_recovery_key_on_paper_opens_when_the_passphrase_is_forgotten(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[str] = []
    assert session.workspace is not None
    make = backups.make_recovery_key

    def made(workspace: Workspace) -> str:
        printed.append(make(workspace))
        return printed[0]

    monkeypatch.setattr(backups, "make_recovery_key", made)
    do(session, "Nødnøgle …")
    press(dialog(session, RecoveryDialog), "Lav en nødnøgle")
    session.lock()
    page = shown(session)
    assert isinstance(page, UnlockPage)
    press(page, "Jeg har glemt adgangskoden")
    paper = shown(session)
    assert isinstance(paper, RecoveryPage)
    QTest.keyClicks(paper.printed.line, printed[0].lower())
    QTest.keyClick(paper.printed.line, Qt.Key.Key_Return)
    at_rest()
    new = shown(session)
    assert isinstance(new, NewPassphrasePage)
    for line in (new.first.line, new.second.line):
        QTest.keyClicks(line, "en splinterny sætning")
    QTest.keyClick(new.second.line, Qt.Key.Key_Return)
    at_rest()

    assert isinstance(shown(session), StartPage)
    session.workspace.lock()
    session.workspace.unlock("en splinterny sætning")


def test_a_backup_that_is_due_makes_itself_and_no_second_one_the_same_day(session: Session, tmp_path: Path) -> None:
    usb = tmp_path / "usb"
    usb.mkdir()
    assert session.workspace is not None
    plan = backups.BackupPlan(folder=str(usb), every=backups.Every.DAY)
    backups.save_backup_plan(session.workspace, plan)
    for _ in range(2):
        session.data.back_up_if_due()
        at_rest()

    assert len(list(usb.glob("*.budgetdesk"))) == 1


def test_the_commands_of_a_case_rest_while_none_is_open(session: Session) -> None:
    session.show_start()

    enabled = {each.text() for each in session.window.menus.data.actions() if each.isEnabled() and each.text()}
    assert enabled == {item.text for item in DATA if item.text and not item.of_case}


def test_the_menu_says_how_many_cases_are_due(session: Session) -> None:
    session.data.back_up_if_due()
    at_rest()
    assert "Skal slettes (1) …" in [each.text() for each in session.window.menus.data.actions()]

    assert session.workspace is not None
    session.show_start()
    session.workspace.erase_case("2026-0001")
    session.data.back_up_if_due()
    at_rest()
    assert "Skal slettes …" in [each.text() for each in session.window.menus.data.actions()]


def test_a_backup_from_another_computer_can_be_fetched_at_the_first_start(
    session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert session.workspace is not None
    (tmp_path / "usb").mkdir()
    made = backups.back_up(session.workspace, tmp_path / "usb").path
    window = MainWindow(look=Look.LIGHT)
    qtbot.addWidget(window)
    window.show()
    other = Session(window, tmp_path / "ny", DAY, Settings())
    other.begin()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(made), ""))
    press(shown(other), "Hent en sikkerhedskopi …")
    asked = dialog(other, RestoreDialog)
    QTest.keyClicks(asked.phrase.line, PASSPHRASE)
    QTest.keyClick(asked.phrase.line, Qt.Key.Key_Return)
    at_rest()

    assert other.workspace is not None
    assert [case.id for case in other.workspace.cases()] == ["2026-0001"]
    other.end()


def test_an_erased_case_is_not_among_the_open_ones_any_more(session: Session) -> None:
    do(session, "Slet sagen for altid …")
    asked = dialog(session, EraseDialog)
    QTest.keyClicks(asked.typed.line, "2026-0001")
    QTest.keyClick(asked.typed.line, Qt.Key.Key_Return)
    at_rest()

    assert session.cases.opened.numbers() == ()
