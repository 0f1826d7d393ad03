"""A statement with a layout nobody knows: its columns are explained once, with the keyboard, and remembered."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from fits import misfits
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot
from spending_steps import DAY, shown
from waiting import at_rest

from budgetdesk.actions import mappings
from budgetdesk.actions.desk import Desk, memory_desk
from budgetdesk.casework.record import Record
from budgetdesk.readers.case_file import sample_case
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.pages.forbrug.layout_dialog import LayoutDialog
from budgetdesk.ui.pages.forbrug.preview import StatementPreview
from budgetdesk.ui.pages.spending import SpendingPage

FIRST_PAGE = "forbrug"
Opened = Callable[[Desk], MainWindow]
UNKNOWN = (
    "Hvornår;Hvad;Bemærkning;Kroner\n"
    "01-10-2026;Husleje;fast;-7600,00\n"
    "02-10-2026;Netto;;-212,50\n"
    "05-10-2026;Løn;fast;18250,00\n"
)


@pytest.fixture
def page(open_window: Opened) -> SpendingPage:
    return shown(open_window(memory_desk(Record(case=sample_case(today=DAY)), DAY)))


def dialog(page: SpendingPage, qtbot: QtBot, kind: type[QDialog]) -> QDialog:
    def found() -> list[QDialog]:
        return [d for d in page.findChildren(kind) if d.isVisible()]

    qtbot.waitUntil(lambda: bool(found()), timeout=10_000)
    return found()[0]


@pytest.fixture
def asked(page: SpendingPage, qtbot: QtBot, tmp_path: Path) -> LayoutDialog:
    file = tmp_path / "ny bank.csv"
    file.write_text(UNKNOWN, "utf-8")
    page.take_in([file])
    made = dialog(page, qtbot, LayoutDialog)
    assert isinstance(made, LayoutDialog)
    qtbot.waitUntil(lambda: made.read is not None, timeout=10_000)
    return made


def roles(asked: LayoutDialog) -> list[str]:
    return [str(column.role.value()) for column in asked.columns]


def choose(asked: LayoutDialog, column: int, role: str) -> None:
    asked.columns[column].role.show_value(role)
    asked.columns[column].role.edited.emit()


def test_a_guess_is_made_and_what_it_reads_is_shown(asked: LayoutDialog) -> None:
    assert roles(asked) == ["date", "text", "", "amount"]
    assert asked.said.text().startswith("3 rækker er læst. Filen har ingen saldo")
    assert "Husleje" in asked.rows.text()
    assert asked.ok.isEnabled()
    assert misfits(asked) == []


def test_enter_agrees_and_the_layout_is_remembered(
    page: SpendingPage, asked: LayoutDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    QTest.keyClick(asked, Qt.Key.Key_Return)
    preview = dialog(page, qtbot, StatementPreview)
    QTest.keyClick(preview, Qt.Key.Key_Return)
    assert [r.amount for r in page.record.spending.transactions] == [Decimal(-7600), Decimal("-212.5"), Decimal(18250)]

    again = tmp_path / "november.csv"
    again.write_text("Hvornår;Hvad;Bemærkning;Kroner\n03-11-2026;Netto;;-99,00\n04-11-2026;Rema;;-9,00\n", "utf-8")
    page.take_in([again])
    assert dialog(page, qtbot, StatementPreview).isVisible()
    assert len(mappings.kept_mappings(page.arrivals.settings)) == 1


def test_a_thing_stands_in_one_column_only(asked: LayoutDialog, qtbot: QtBot) -> None:
    choose(asked, 2, "text")
    assert roles(asked) == ["date", "", "text", "amount"]
    qtbot.waitUntil(lambda: asked.read is not None, timeout=10_000)
    assert "fast" in asked.rows.text()


def test_what_is_missing_is_said_and_nothing_can_be_agreed_to(asked: LayoutDialog, qtbot: QtBot) -> None:
    choose(asked, 3, "")
    qtbot.waitUntil(lambda: "beløbet" in asked.said.text(), timeout=5_000)
    assert not asked.ok.isEnabled()
    QTest.keyClick(asked, Qt.Key.Key_Return)
    assert asked.isVisible()


def test_in_and_out_are_chosen_instead_of_the_amount(asked: LayoutDialog) -> None:
    choose(asked, 2, "money_in")
    assert roles(asked) == ["date", "text", "money_in", ""]


def test_changing_ones_mind_changes_nothing_and_remembers_nothing(
    page: SpendingPage, asked: LayoutDialog, qtbot: QtBot
) -> None:
    QTest.keyClick(asked, Qt.Key.Key_Escape)
    at_rest()
    assert not page.record.spending.transactions
    assert mappings.kept_mappings(page.arrivals.settings) == ()


def test_a_broken_layout_in_the_store_is_passed_over(page: SpendingPage) -> None:
    page.arrivals.settings.save_setting(mappings.KEY, ["{", 7, None])
    assert mappings.kept_mappings(page.arrivals.settings) == ()
