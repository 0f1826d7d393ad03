"""The folder of a scanner: what is new is offered on the page, and taken only when somebody says so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from receipt_pile_steps import png
from spending_steps import DAY, shown
from waiting import at_rest

from budgetdesk.actions import scan_folder
from budgetdesk.actions.desk import Desk, memory_desk
from budgetdesk.actions.mappings import MemorySettings
from budgetdesk.casework.record import Record
from budgetdesk.readers.case_file import sample_case
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.pages.spending import SpendingPage

FIRST_PAGE = "forbrug"
Opened = Callable[[Desk], MainWindow]


@pytest.fixture
def page(open_window: Opened) -> SpendingPage:
    return shown(open_window(memory_desk(Record(case=sample_case(today=DAY)), DAY)))


def scanned(folder: Path, name: str) -> Path:
    file = folder / name
    file.write_bytes(png())
    return file


def test_what_was_there_before_is_not_offered_and_what_comes_later_is(tmp_path: Path) -> None:
    settings = MemorySettings()
    assert scan_folder.new_scans(settings) == ()
    scanned(tmp_path, "gammel.png")
    scan_folder.choose_scan_folder(settings, tmp_path)
    new = scanned(tmp_path, "ny.PNG")
    (tmp_path / "noter.txt").write_text("hej", "utf-8")

    assert scan_folder.new_scans(settings) == (new,)
    scan_folder.mark_seen(settings, [new])
    assert scan_folder.new_scans(settings) == ()
    new.write_bytes(png(30, 30))
    assert scan_folder.new_scans(settings) == (new,)


def test_a_folder_that_is_gone_has_nothing(tmp_path: Path) -> None:
    settings = MemorySettings()
    scan_folder.choose_scan_folder(settings, tmp_path / "væk")
    assert scan_folder.new_scans(settings) == ()


def test_new_files_are_offered_on_the_page_and_never_taken_by_themselves(
    page: SpendingPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[Path] = []
    monkeypatch.setattr(page.scanner, "_take_in", taken.extend)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    page.choose_scan_folder()
    new = scanned(tmp_path, "ny.png")
    page.scanner.look()
    qtbot.waitUntil(page.scanner.isVisible, timeout=5_000)

    assert page.scanner.words.text() == "1 ny fil fra skanneren"
    assert taken == []
    page.scanner.fetch.click()
    assert taken == [new]
    page.scanner.look()
    at_rest()
    assert not page.scanner.isVisible()


def test_not_now_puts_the_offer_away(page: SpendingPage, qtbot: QtBot, tmp_path: Path) -> None:
    scan_folder.choose_scan_folder(page.arrivals.settings, tmp_path)
    scanned(tmp_path, "ny.png")
    page.scanner.look()
    qtbot.waitUntil(page.scanner.isVisible, timeout=5_000)
    page.scanner.later.click()

    assert not page.scanner.isVisible()
    assert scan_folder.new_scans(page.arrivals.settings) == ()
