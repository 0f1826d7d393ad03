"""The seal: which certificate, how long it holds, and the server of its time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from fits import misfits
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from budgetdesk.actions import sealing, time_stamps
from budgetdesk.actions.workspace import Workspace
from budgetdesk.documents.seals import certificate
from budgetdesk.storage.keyrings import NO_KEYRING
from budgetdesk.ui import background
from budgetdesk.ui.dialogs.seal_settings import NONE, SealDialog, until
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.theme import Look

AT = datetime(2026, 11, 20, 10, 42, tzinfo=UTC)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    folder = tmp_path / "p"
    with Workspace.create(folder, passphrase="fire ord i rad", today=date(2026, 11, 20), keyring=NO_KEYRING) as made:
        yield made


@pytest.fixture
def dialog(workspace: Workspace, qtbot: QtBot, qapp: QApplication) -> SealDialog:
    window = MainWindow(look=Look.LIGHT, day_is_fixed=True)
    qtbot.addWidget(window)
    made = SealDialog(window, workspace, AT, "Boligrådgivningen Lærkely")
    made.open()
    return made


def test_an_empty_store_says_when_the_seal_is_made_and_one_can_be_made_now(
    dialog: SealDialog, workspace: Workspace, qtbot: QtBot
):
    assert dialog.who.text() == NONE
    dialog._make()
    qtbot.waitUntil(lambda: dialog.who.text() != NONE, timeout=30_000)

    assert dialog.who.text().startswith("BudgetDesks eget segl for Boligrådgivningen Lærkely.")
    assert dialog.until.text() == "Det gælder til den 17. november 2036."
    assert sealing.present_key(workspace) is not None
    assert misfits(dialog) == []


def test_a_file_is_taken_with_its_password_and_a_wrong_one_is_told(
    dialog: SealDialog, workspace: Workspace, tmp_path: Path, qtbot: QtBot
):
    file = tmp_path / "segl.p12"
    file.write_bytes(certificate.to_bytes(certificate.make("Hvidovre Boligråd", start=AT), b"kode"))
    dialog._show_file(file)
    QTest.keyClicks(dialog.password.line, "forkert")
    dialog._use()
    qtbot.waitUntil(lambda: bool(dialog.problem.text()), timeout=30_000)
    assert "Adgangskoden er forkert" in dialog.problem.text()
    assert misfits(dialog) == []
    assert sealing.present_key(workspace) is None

    dialog.password.line.clear()
    QTest.keyClicks(dialog.password.line, "kode")
    dialog._use()
    qtbot.waitUntil(lambda: dialog.who.text() != NONE and not background.busy(), timeout=30_000)
    assert "Hvidovre Boligråd" in dialog.who.text()
    assert dialog.password.value() == ""
    assert not dialog.password.isVisibleTo(dialog)


def test_the_address_is_kept_and_what_is_none_is_told_at_once(dialog: SealDialog, workspace: Workspace):
    dialog.server.show_text("tid.example.dk")
    QTest.mouseClick(dialog.agree, Qt.MouseButton.LeftButton)
    assert "ikke en tidsstempelserver" in dialog.problem.text()
    assert dialog.isVisible()

    dialog.server.show_text("https://tid.example.dk/tsa")
    QTest.mouseClick(dialog.agree, Qt.MouseButton.LeftButton)
    assert time_stamps.server_of(workspace) == "https://tid.example.dk/tsa"


def test_it_is_said_in_good_time_that_a_certificate_runs_out():
    assert until(AT + timedelta(days=400), AT).startswith("Det gælder til")
    assert until(AT + timedelta(days=30), AT).startswith("Det udløber den 20. december 2026")
    assert until(AT - timedelta(days=1), AT).startswith("Det udløb den 19. november 2026")
