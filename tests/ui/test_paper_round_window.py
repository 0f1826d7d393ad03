"""Typing in a sheet by keys alone: seen before it is taken in, taken back line by line, one step of undo."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from fits import misfits
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from budgetdesk.actions.desk import Desk, memory_desk
from budgetdesk.actions.paper_round import sheet_rows
from budgetdesk.actions.workspace import DocumentSummary
from budgetdesk.casework.record import Record
from budgetdesk.household import paths
from budgetdesk.household.case import Expense
from budgetdesk.readers.case_file import sample_case
from budgetdesk.ui.dialogs.paper_round import PaperRoundDialog
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.pages.budget import BudgetPage

FIRST_PAGE = "budget"
Opened = Callable[[Desk], MainWindow]
D = Decimal


@pytest.fixture
def page(open_window: Opened, desk: Desk) -> BudgetPage:
    window = open_window(memory_desk(Record(case=sample_case(today=desk.today)), desk.today))
    assert window.case_view is not None
    window.case_view.show_page("budget")
    shown = window.case_view.pages["budget"]
    assert isinstance(shown, BudgetPage)
    return shown


def opened(page: BudgetPage, qtbot: QtBot) -> PaperRoundDialog:
    page.type_sheet()
    dialog = next(d for d in page.window().findChildren(PaperRoundDialog) if d.isVisible())
    activate(dialog, qtbot)
    return dialog


def activate(dialog: PaperRoundDialog, qtbot: QtBot) -> None:
    """Keys go to the window that is active; which one that is, settles a little later."""

    def active() -> bool:
        dialog.activateWindow()
        return QApplication.activeWindow() is dialog

    qtbot.waitUntil(active)


def type_in(dialog: PaperRoundDialog, *lines: str) -> None:
    for line in lines:
        QTest.keyClicks(dialog.field.line, line)
        QTest.keyClick(dialog.field.line, Qt.Key.Key_Return)


def amount(page: BudgetPage, line: str) -> Decimal | None:
    return next((e.amount for e in page.record.case.expenses if e.line == line), None)


def test_lines_are_typed_seen_and_accepted_by_keys_alone_as_one_step(page: BudgetPage, qtbot: QtBot) -> None:
    before = page.record
    dialog = opened(page, qtbot)
    assert dialog.nothing.isVisible()
    assert not dialog.accept_all.isEnabled()
    type_in(dialog, "106 = 600", "104 640", "807:1.200")
    assert list(dialog.rows.rows) == ["807:1.200", "104 640", "106 = 600"]
    assert dialog.said.text() == "2 beløb bliver ændret. Nye beløb står som oplyst. 1 er som før."
    QTest.keyClick(dialog.field.line, Qt.Key.Key_Return)  # an empty line leads on
    assert amount(page, "106") == D(548)  # and does no more than that
    qtbot.waitUntil(lambda: dialog.focusWidget() is dialog.accept_all)
    activate(dialog, qtbot)
    QTest.keyClick(dialog.accept_all, Qt.Key.Key_Return)

    assert (amount(page, "106"), amount(page, "104"), amount(page, "807")) == (D(600), D(640), D(1200))
    assert page.desk.undo() == "Tast et udfyldt ark ind"
    assert page.record == before


def test_what_cannot_be_taken_in_stays_in_the_field_with_a_sentence(page: BudgetPage, qtbot: QtBot) -> None:
    dialog = opened(page, qtbot)
    type_in(dialog, "777 = 5")
    assert "findes ikke på arket" in dialog.field.problem.text()
    type_in(dialog, "106 = 5")  # typed over it: it is marked
    assert dialog.field.problem.text() == ""
    type_in(dialog, "106 = 6")

    assert "to gange" in dialog.field.problem.text()
    assert dialog.lines == ["106 = 5"]
    dialog.take_in()  # what stands in the field is not dropped in silence
    assert dialog.isVisible()


def test_a_line_is_taken_back_by_keys(page: BudgetPage, qtbot: QtBot) -> None:
    dialog = opened(page, qtbot)
    type_in(dialog, "106 = 600")
    activate(dialog, qtbot)
    QTest.keyClick(dialog.field.line, Qt.Key.Key_Tab)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "Tag 106 El tilbage"
    QTest.keyClick(focus, Qt.Key.Key_Return)

    assert dialog.lines == []
    assert dialog.nothing.isVisible()


def test_what_is_gone_is_asked_about_before_it_is_taken_away(page: BudgetPage, qtbot: QtBot) -> None:
    dialog = opened(page, qtbot)
    type_in(dialog, "106 = -")
    dialog.take_in()
    assert dialog.isVisible()
    assert "er slut: El?" in dialog.said.text()
    assert amount(page, "106") == D(548)
    qtbot.waitUntil(lambda: misfits(dialog) == [])
    dialog.take_in()

    assert amount(page, "106") is None


def test_lines_that_are_not_taken_in_are_there_again(page: BudgetPage, qtbot: QtBot) -> None:
    dialog = opened(page, qtbot)
    type_in(dialog, "106 = 600")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert amount(page, "106") == D(548)

    assert list(opened(page, qtbot).rows.rows) == ["106 = 600"]


def test_it_is_found_among_the_commands() -> None:
    assert "type_sheet" in [one.act for one in BudgetPage.commands]
    assert "show_sheet" in [one.act for one in BudgetPage.commands]


def test_the_numbers_are_those_of_the_printed_sheet_and_its_code_can_be_scanned(
    open_window: Opened, desk: Desk, qtbot: QtBot
) -> None:
    chart = desk.library.chart
    before = Record(case=sample_case(today=desk.today))
    for at, label in enumerate(("Netflix", "HBO"), 900):
        before = paths.add(before, "case.expenses", Expense(id=f"e{at}", line="805", label=label, amount=D(at)))
    sheet = DocumentSummary(
        id=1, case_id="x", kind="budget_ark", title="Ark", made_on=desk.today, sealed=False, sha256="",
        check_code="XG0G-4XY9-HA", numbered=sheet_rows(before, chart, desk.today),
    )  # fmt: skip
    last = next(row.number for row in sheet.numbered or () if row.path.startswith("expenses[e901]"))
    deleted = memory_desk(paths.remove(before, "case.expenses[e900]"), desk.today)
    window = open_window(deleted)
    dialog = PaperRoundDialog(window, deleted, deleted.change, [], (sheet,))
    dialog.open()
    activate(dialog, qtbot)
    dialog.sheet.show_value("")
    QTest.keyClicks(dialog.field.line, "BD:XG0G-4XY9-HA:1")
    QTest.keyClick(dialog.field.line, Qt.Key.Key_Return)
    QTest.keyClicks(dialog.field.line, f"{last} = 77")
    QTest.keyClick(dialog.field.line, Qt.Key.Key_Return)

    assert dialog.sheet.value() == "XG0G-4XY9-HA"
    assert misfits(dialog) == []
    dialog.take_in()
    assert paths.get(deleted.record, "case.expenses[e901].amount") == D(77)
