"""Steps that several tests of the page Forbrug take."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from budgetdesk import data_files
from budgetdesk.actions import spending as actions
from budgetdesk.actions.desk import Desk
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.pages.spending import SpendingPage

DAY = date(2026, 11, 20)
STATEMENT = data_files.path("sample", "danske_bank_oktober.csv")
SECOND = data_files.path("sample", "nordea_oktober.csv")
RECEIPT = data_files.path("sample", "kvittering_netto_11.json")


def fetch(desk: Desk, file: Path) -> None:
    read = actions.preview_statement(file, desk.library, account=file.stem, today=DAY)
    change = actions.import_statement(desk.record, read, desk.library)
    desk.change(change.label, change.record)


def shown(window: MainWindow) -> SpendingPage:
    view = window.case_view
    assert view is not None
    view.show_page("forbrug")
    QApplication.processEvents()
    page = view.pages["forbrug"]
    assert isinstance(page, SpendingPage)
    return page


def keys(text: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), text)


def press(key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget(), key)
