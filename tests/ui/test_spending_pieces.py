"""What stands behind a line: a row is put on several lines, a single item is nice while the rest is needed."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from fits import misfits
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from spending_steps import DAY, keys, press, shown

from budgetdesk.actions import spending as actions
from budgetdesk.actions.desk import Desk, memory_desk
from budgetdesk.actions.library import load_library
from budgetdesk.actions.sample import sample_record
from budgetdesk.casework.record import Record
from budgetdesk.dates import Month
from budgetdesk.household.words import Need
from budgetdesk.ledger.summary import LineSummary
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.pages.forbrug.rows import PieceRow
from budgetdesk.ui.pages.forbrug.split import SplitDialog
from budgetdesk.ui.pages.spending import SpendingPage

FIRST_PAGE = "forbrug"
Opened = Callable[[Desk], MainWindow]
FOOD, SWEETS = "701", "705"
OCTOBER = Month(2026, 10)


@pytest.fixture(scope="module")
def sample() -> Record:
    return sample_record(load_library(), today=DAY)


@pytest.fixture
def page(sample: Record, kept_window: Opened) -> SpendingPage:
    return shown(kept_window(memory_desk(sample, DAY)))


def pieces(page: SpendingPage, code: str) -> list[PieceRow]:
    row = page.lines.row(code)
    assert row is not None
    if not row.title.opened:
        row.open(True)
    assert row.pieces is not None
    return row.pieces.rows


def of_line(page: SpendingPage, code: str) -> LineSummary:
    summary = actions.month_summary(page.record, OCTOBER, page.desk.library)
    return next(line for line in summary.lines if line.code == code)


def nice(page: SpendingPage) -> Decimal:
    return actions.month_summary(page.record, OCTOBER, page.desk.library).both_say_nice


def test_a_row_is_put_on_several_lines_from_where_it_stands_by_keys(page: SpendingPage, qtbot: QtBot) -> None:
    before = of_line(page, FOOD).amount, of_line(page, SWEETS).amount
    piece = next(each for each in pieces(page, FOOD) if each.split_button is not None)
    assert piece.split_button is not None
    piece.split_button.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), SplitDialog))
    dialog = QApplication.activeWindow()
    assert isinstance(dialog, SplitDialog)
    dialog.parts[0][0].show_value(SWEETS)
    press(Qt.Key.Key_Tab)
    keys("20")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.desk.can_undo == "postering delt")

    assert of_line(page, FOOD).amount == before[0] - 20
    assert of_line(page, SWEETS).amount == before[1] + 20
    page.desk.undo()
    assert (of_line(page, FOOD).amount, of_line(page, SWEETS).amount) == before


def test_a_row_with_a_receipt_is_not_split_but_its_items_are_spoken_of(page: SpendingPage) -> None:
    rows = pieces(page, FOOD)

    assert all(row.split_button is None for row in rows if row.piece.item)
    assert all(row.word is not None for row in rows if row.piece.item)
    assert any(row.split_button is not None for row in rows)


def test_a_single_item_can_be_nice_while_the_rest_of_its_line_is_needed(page: SpendingPage) -> None:
    before, line = nice(page), of_line(page, FOOD).amount
    piece = next(row for row in pieces(page, FOOD) if row.word is not None)
    assert piece.word is not None
    piece.word._choose(Need.NICE)

    assert nice(page) == before + piece.piece.amount
    assert of_line(page, FOOD).amount == line, "it stays on its line"
    assert of_line(page, FOOD).tenant_says is Need.NEED
    row = page.lines.row(FOOD)
    assert row is not None
    assert "kan undværes" in row.quiet.text()
    again = next(r for r in pieces(page, FOOD) if r.piece.item == piece.piece.item)
    assert again.word is not None
    assert again.word.value() is Need.NICE
    again.word._choose(None)
    assert nice(page) == before


def test_a_needed_item_is_taken_off_what_both_can_do_without(page: SpendingPage) -> None:
    for change in (
        actions.tenant_says(page.record, SWEETS, Need.NICE),
        actions.adviser_says(actions.tenant_says(page.record, SWEETS, Need.NICE).record, SWEETS, Need.NICE),
    ):
        page.change(change.label, change.record)
    before = nice(page)
    piece = next(row for row in pieces(page, SWEETS) if row.word is not None)
    assert piece.word is not None
    piece.word._choose(Need.NEED)

    assert nice(page) == before - piece.piece.amount


def test_what_the_tenant_has_locked_has_no_items_that_can_go(page: SpendingPage) -> None:
    piece = next(row for row in pieces(page, FOOD) if row.word is not None)
    assert piece.word is not None
    piece.word._choose(Need.NICE)
    change = actions.lock_line(page.record, FOOD, locked=True)
    page.change(change.label, change.record)

    assert of_line(page, FOOD).can_go == 0


def test_an_item_that_was_only_moved_says_nothing_against_its_line(page: SpendingPage) -> None:
    piece = next(row for row in pieces(page, FOOD) if row.piece.item)
    change = actions.place_item(page.record, piece.piece.item, SWEETS, Need.NICE, page.desk.library)
    page.change(change.label, change.record)

    assert (of_line(page, SWEETS).need_apart, of_line(page, SWEETS).nice_apart) == (0, 0)


def test_the_amounts_of_a_line_stand_under_each_other(page: SpendingPage) -> None:
    rows = pieces(page, FOOD)
    QApplication.processEvents()
    right = {row.layout().itemAt(2).geometry().right() for row in rows}  # type: ignore[union-attr]

    assert len(right) == 1
    assert misfits(page) == []
