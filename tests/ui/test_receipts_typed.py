"""Receipts on the page Forbrug: typed with the keyboard alone, or read from a file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from spending_steps import DAY, RECEIPT, STATEMENT, fetch, keys, press, shown

from budgetdesk.actions.desk import Desk, memory_desk
from budgetdesk.casework.record import Record
from budgetdesk.readers.case_file import sample_case
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.pages.spending import SpendingPage

FIRST_PAGE = "forbrug"


@pytest.fixture
def october(open_window: Callable[[Desk], MainWindow]) -> SpendingPage:
    """The page with the sample's statement taken in."""
    desk = memory_desk(Record(case=sample_case(today=DAY)), DAY)
    fetch(desk, STATEMENT)
    return shown(open_window(desk))


def test_a_receipt_is_typed_with_the_keyboard_alone(october: SpendingPage, qtbot: QtBot) -> None:
    october.type.setFocus()
    press(Qt.Key.Key_Space)
    dialog = october.type_receipt()
    qtbot.waitUntil(dialog.shop.line.hasFocus)
    for text in ("Bageren", "9.10.2026", "100", "Rugbrød", "35", "Boller", "40"):
        keys(text)
        press(Qt.Key.Key_Return)

    assert dialog.rest.text() == "Der mangler 25\u00a0kr., som bliver stående som ikke fordelt."
    press(Qt.Key.Key_Return)  # nothing more: on to the button
    press(Qt.Key.Key_Space)
    (receipt,) = october.record.spending.receipts
    assert (receipt.shop, receipt.date, receipt.total, receipt.rest) == (
        "Bageren",
        date(2026, 10, 9),
        Decimal(100),
        Decimal(25),
    )
    assert [item.text for item in receipt.items] == ["Rugbrød", "Boller"]
    assert dialog.shop.line.hasFocus()


def test_a_receipt_without_a_total_is_asked_for_it(october: SpendingPage) -> None:
    dialog = october.type_receipt()
    dialog.save()

    assert "i alt" in dialog.total.problem.text()
    assert october.record.spending.receipts == ()


def test_an_unreadable_amount_on_a_receipt_keeps_the_receipt_open(october: SpendingPage) -> None:
    dialog = october.type_receipt()
    dialog.total.show_text("50")
    dialog.lines[0].amount.show_text("1,000.00")
    dialog.save()

    assert "punktum og komma på engelsk" in dialog.lines[0].amount.problem.text()
    assert october.record.spending.receipts == ()


def test_a_half_typed_receipt_is_there_again(october: SpendingPage) -> None:
    dialog = october.type_receipt()
    QTest.keyClicks(dialog.shop.line, "Netto")
    dialog.reject()

    assert october.type_receipt().shop.text() == "Netto"


def test_a_digital_receipt_is_joined_to_its_bank_row(october: SpendingPage, qtbot: QtBot) -> None:
    october.take_in([RECEIPT])
    qtbot.waitUntil(lambda: bool(october.record.spending.receipts), timeout=10_000)

    assert october.record.spending.receipts[0].transaction
    assert "1 ny kvittering" in october.said.text()
