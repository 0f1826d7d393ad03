"""Find a paper: the code is typed or scanned, and leads to the paper and its case."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from fits import misfits
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from waiting import at_rest

from budgetdesk.actions import sealing
from budgetdesk.actions.sample import sample_record
from budgetdesk.actions.signing import unsigned
from budgetdesk.actions.workspace import Workspace
from budgetdesk.documents.sheet import check_code
from budgetdesk.storage.keyrings import NO_KEYRING
from budgetdesk.ui import background
from budgetdesk.ui.check_paper import FindPaperDialog
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.theme import Look

DAY = date(2026, 11, 20)
AT = datetime(2026, 11, 20, 10, 42, tzinfo=UTC)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Workspace, bytes]]:
    folder = tmp_path_factory.mktemp("profile") / "p"
    with Workspace.create(folder, passphrase="fire ord i rad", today=DAY, keyring=NO_KEYRING) as workspace:
        desk = workspace.new_case(sample_record(workspace.library, today=DAY))
        pdf = sealing.seal(workspace, unsigned(desk, "aftale"), when=AT, organisation="Boligrådgivningen")
        workspace.save_document(desk.case_id, kind="aftale", title="Aftale om afdrag", pdf=pdf, sealed=True)
        yield workspace, pdf


@pytest.fixture
def opened() -> list[str]:
    return []


@pytest.fixture
def dialog(kept: tuple[Workspace, bytes], opened: list[str], qtbot: QtBot, qapp: QApplication) -> FindPaperDialog:
    window = MainWindow(look=Look.LIGHT, day_is_fixed=True)
    qtbot.addWidget(window)
    made = FindPaperDialog(window, kept[0].folder, DAY, kept[0], opened.append)
    made.open()
    return made


def test_a_scanned_code_and_enter_find_the_paper_and_open_its_case(
    dialog: FindPaperDialog, kept: tuple[Workspace, bytes], opened: list[str]
):
    QTest.keyClicks(dialog.code.line, check_code.PICTURE_SAYS + check_code.of(kept[1]))
    QTest.keyClick(dialog.code.line, Qt.Key.Key_Return)

    assert dialog.headline.text() == "Fundet"
    at_rest()
    assert misfits(dialog) == []
    dialog.open_it.click()
    assert opened == ["2026-0001"]


def test_a_slip_is_told_and_nothing_is_offered(dialog: FindPaperDialog):
    dialog.code.show_text("XG0G-4XY9-HB")
    dialog.look_up()

    assert "tegn er læst forkert" in dialog.problem.text()
    assert not dialog.open_it.isVisibleTo(dialog)
    assert misfits(dialog) == []


def test_a_code_nobody_has_is_told(dialog: FindPaperDialog):
    dialog.code.show_text("XG0G-4XY9-HA")
    dialog.look_up()

    assert dialog.headline.text() == "Ikke fundet"
    assert not dialog.show_it.isVisibleTo(dialog)


def test_a_file_is_held_against_the_kept_one(
    dialog: FindPaperDialog, kept: tuple[Workspace, bytes], tmp_path: Path, qtbot: QtBot
):
    file = tmp_path / "aftale.pdf"
    file.write_bytes(kept[1])
    dialog.check(file)
    qtbot.waitUntil(lambda: bool(dialog.headline.text()) and not background.busy(), timeout=30_000)

    assert dialog.headline.text() == "“aftale.pdf” er i orden"
    assert dialog.show_it.isVisibleTo(dialog)
    at_rest()
    assert misfits(dialog) == []


def test_a_file_that_cannot_be_read_is_a_sentence(dialog: FindPaperDialog, tmp_path: Path, qtbot: QtBot):
    dialog.check(tmp_path / "ingen.pdf")
    qtbot.waitUntil(lambda: bool(dialog.problem.text()), timeout=30_000)

    assert "kan ikke læses" in dialog.problem.text()
