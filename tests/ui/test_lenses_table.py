"""The tab Sådan regner andre: the table of lines, read with the arrow keys, and the sentences below."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from fits import misfits
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from budgetdesk.actions.desk import Desk, memory_desk
from budgetdesk.casework.record import Record
from budgetdesk.readers.case_file import sample_case
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.pages.budget import BudgetPage

FIRST_PAGE = "budget"
Opened = Callable[[Desk], MainWindow]


@pytest.fixture
def page(open_window: Opened, desk: Desk) -> BudgetPage:
    return lenses_tab(open_window(memory_desk(Record(case=sample_case(today=desk.today)), desk.today)))


def lenses_tab(window: MainWindow) -> BudgetPage:
    view = window.case_view
    assert view is not None
    view.show_page("budget")
    page = view.pages["budget"]
    assert isinstance(page, BudgetPage)
    page.show_tab("andre")
    return page


def texts(page: BudgetPage, row: int) -> list[str]:
    table = page.lenses.lines.table
    return [item.text() for column in range(table.columnCount()) if (item := table.item(row, column)) is not None]


def test_each_line_stands_beside_what_the_others_count(page: BudgetPage) -> None:
    table = page.lenses.lines.table
    heads = [table.horizontalHeaderItem(column).text() for column in range(table.columnCount())]
    rows = {texts(page, row)[0]: texts(page, row)[1:] for row in range(table.rowCount())}

    assert heads == ["Linje", "Jeres budget", "Kommunen", "Skifteretten", "Gældsstyrelsen"]
    assert rows["Internet"][2:] == ["i deres beløb", "i deres beløb"]
    assert rows["Fagforening"][1] == "nej"
    assert list(rows)[-1] == "Tilbage"


def test_the_arrow_keys_go_from_cell_to_cell_and_the_reason_is_told(page: BudgetPage, qtbot: QtBot) -> None:
    table = page.lenses.lines.table
    row = next(row for row in range(table.rowCount()) if texts(page, row)[0] == "Internet")
    table.setCurrentCell(row, 3)
    qtbot.keyClick(table, Qt.Key.Key_Right)

    assert table.currentColumn() == 4
    assert "Gældsstyrelsen" in page.lenses.lines.why.text()
    assert "deres beløb til at leve for" in page.lenses.lines.why.text()


def test_a_screen_reader_hears_the_line_and_the_column_with_the_amount(page: BudgetPage) -> None:
    item = page.lenses.lines.table.item(0, 1)

    assert item is not None
    assert item.data(Qt.ItemDataRole.AccessibleTextRole).startswith("Løn, Jeres budget: ")


def test_the_differences_stand_with_each_of_the_others(page: BudgetPage) -> None:
    shown = page.lenses.rows.rows["gaeldsstyrelsen"].differences

    assert shown.isVisibleTo(page)
    assert "lejer" not in page.lenses.rows.rows


def test_nothing_is_compared_where_there_is_no_budget_yet(open_window: Opened, empty_desk: Desk) -> None:
    page = lenses_tab(open_window(empty_desk))

    assert not page.lenses.lines.isVisibleTo(page)
    assert page.lenses.empty.isVisibleTo(page)


def test_no_text_of_the_tab_is_cut_off(page: BudgetPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: misfits(page.window()) == [], timeout=5_000)
