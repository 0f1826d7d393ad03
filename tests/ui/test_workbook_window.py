"""A budget from Excel in the window: seen first, ticked row by row with the keyboard, taken in as one step."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from budget_workbooks import patched, places
from fits import misfits
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot
from waiting import at_rest

from budgetdesk.actions import workbook
from budgetdesk.actions.desk import Desk, memory_desk
from budgetdesk.actions.library import load_library
from budgetdesk.actions.overview import look
from budgetdesk.actions.workbook_changes import Act
from budgetdesk.casework.record import Record
from budgetdesk.household import paths
from budgetdesk.household.case import Expense
from budgetdesk.readers.case_file import sample_case
from budgetdesk.ui.dialogs.workbook_in import WorkbookInDialog, open_workbook_in
from budgetdesk.ui.dialogs.workbook_out import WorkbookOutDialog
from budgetdesk.ui.dialogs.workbook_rows import BothRow, ChangeRow
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.pages.budget import BudgetPage
from budgetdesk.ui.widgets.editor import LineBox

Opened = Callable[[Desk], MainWindow]
D = Decimal
DAY = date(2026, 11, 20)
TV, HBO = "expenses[e90].amount", "expenses[e91].amount"


def household() -> Record:
    """The sample household with two subscriptions."""
    sample = Record(case=sample_case(today=DAY))
    more = (
        Expense(id="e90", line="805", label="Netflix", amount=D(99)),
        Expense(id="e91", line="805", label="HBO", amount=D(119)),
    )
    return paths.put(sample, "case.expenses", (*sample.case.expenses, *more))


@pytest.fixture(scope="module")
def book() -> bytes:
    """The Excel file of the household."""
    record, library = household(), load_library()
    return workbook.content(record, look(record, DAY, library), library, store="prøve")


@pytest.fixture
def at_desk() -> Desk:
    """The household at a desk, without a window."""
    return memory_desk(household(), DAY)


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> QWidget:
    """What lies below the dialog."""
    made = QWidget()
    made.resize(1280, 800)
    qtbot.addWidget(made)
    made.show()
    return made


def written(book: bytes, folder: Path, **amounts: float | str | None) -> Path:
    """The file with other amounts: of the row `tv` or `hbo`."""
    rows, keys = places(book), {"tv": TV, "hbo": HBO}
    target = folder / "budget.xlsx"
    target.write_bytes(patched(book, {f"H{rows[keys[name]]}": amount for name, amount in amounts.items()}))
    return target


def read(window: QWidget, desk: Desk, file: Path) -> WorkbookInDialog:
    dialog = open_workbook_in(window, desk, desk.change, file)
    at_rest()
    dialog.activateWindow()
    return dialog


def press(key: Qt.Key) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)
    QApplication.processEvents()


def amount(desk: Desk, key: str) -> Decimal | None:
    found: Decimal | None = paths.get(desk.record, f"case.{key}")
    return found


def test_rows_are_ticked_by_keys_and_taken_in_as_one_step(
    window: QWidget, at_desk: Desk, book: bytes, tmp_path: Path, qtbot: QtBot
) -> None:
    before = at_desk.record
    dialog = read(window, at_desk, written(book, tmp_path, tv=129.5, hbo="149,00"))
    assert dialog.counted.text().startswith("2 rækker er anderledes")
    assert at_desk.record == before
    first = dialog.sections[Act.SET].rows[TV]
    assert isinstance(first, ChangeRow)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is first.tick.tick)
    assert first.tick.tick.accessibleName() == "Tag med: Netflix. 99\u00a0kr. → 129,50\u00a0kr."
    press(Qt.Key.Key_Space)
    assert dialog.agree.text() == "Ret 1 række i budgettet"
    assert misfits(dialog) == []
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is dialog.agree
    press(Qt.Key.Key_Return)

    assert (amount(at_desk, TV), amount(at_desk, HBO)) == (D(99), D(149))
    assert at_desk.undo() == "Hent tal fra Excel"
    assert at_desk.record == before


def test_what_was_changed_in_both_has_to_be_chosen(window: QWidget, at_desk: Desk, book: bytes, tmp_path: Path) -> None:
    changed = written(book, tmp_path, tv=129)
    at_desk.change("Ret", paths.put(at_desk.record, f"case.{TV}", D(149)))
    dialog = read(window, at_desk, changed)
    one = dialog.both.rows[TV]
    assert isinstance(one, BothRow)
    dialog.take_in()
    assert dialog.said.text() == "Vælg først ved 1 række, der er ændret begge steder."
    assert amount(at_desk, TV) == D(149)
    assert misfits(dialog) == []
    one.which.targets()[0].setFocus()
    press(Qt.Key.Key_Space)
    assert dialog.agree.text() == "Ret 1 række i budgettet"
    dialog.take_in()
    assert amount(at_desk, TV) == D(129)


def test_a_case_that_changed_while_the_list_was_open_is_held_against_the_file_again(
    window: QWidget, at_desk: Desk, book: bytes, tmp_path: Path
) -> None:
    dialog = read(window, at_desk, written(book, tmp_path, tv=129))
    at_desk.change("Ret", paths.put(at_desk.record, f"case.{TV}", D(149)))
    dialog.take_in()
    at_rest()
    assert dialog.said.text() == "Sagen er ændret imens. Se listen igen."
    assert list(dialog.both.said.values()) == [None]
    dialog.reject()


def test_a_row_that_is_gone_is_not_ticked_from_the_start(
    window: QWidget, at_desk: Desk, book: bytes, tmp_path: Path
) -> None:
    dialog = read(window, at_desk, written(book, tmp_path, tv=None))
    (one,) = dialog.sections[Act.REMOVE].rows.values()
    assert isinstance(one, ChangeRow)
    assert not dialog.agree.isEnabled()
    QTest.keyClick(one.tick.tick, Qt.Key.Key_Space)
    dialog.take_in()
    assert "e90" not in [expense.id for expense in at_desk.record.case.expenses]


def test_nothing_changed_and_a_file_that_cannot_be_read_say_so(
    window: QWidget, at_desk: Desk, book: bytes, tmp_path: Path
) -> None:
    same = written(book, tmp_path)
    dialog = read(window, at_desk, same)
    assert dialog.empty.isVisible()
    assert dialog.agree.isHidden()
    assert misfits(dialog) == []
    other = same.with_name("brev.xlsx")
    other.write_bytes(b"Kaere dagbog")
    dialog.read(other)
    at_rest()
    assert dialog.error_card.isVisible()
    assert "“brev.xlsx” er ikke et regneark" in dialog.refused.text()
    assert dialog.empty.isHidden()
    assert misfits(dialog) == []
    dialog.reject()


@pytest.fixture
def page(kept_window: Opened) -> BudgetPage:
    """The page Budget of the household."""
    window = kept_window(memory_desk(household(), DAY))
    assert window.case_view is not None
    window.case_view.show_page("budget")
    shown = window.case_view.pages["budget"]
    assert isinstance(shown, BudgetPage)
    return shown


def test_a_file_is_dropped_on_the_page_and_a_field_lets_it_pass(page: BudgetPage, book: bytes, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(written(book, tmp_path, tv=129)))])
    data.setText("budget.xlsx")
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for target, taken in ((page.findChildren(LineBox)[0], False), (page, True)):
        event = QDragEnterEvent(QPoint(2, 2), copy, data, left, none)
        event.ignore()
        target.dragEnterEvent(event)
        assert event.isAccepted() is taken
    page.dropEvent(QDropEvent(QPointF(2, 2), copy, data, left, none))
    QApplication.processEvents()
    at_rest()
    dialog = next(one for one in page.window().findChildren(WorkbookInDialog) if one.isVisible())
    assert list(dialog.sections[Act.SET].rows) == [TV]
    dialog.reject()


def test_saving_says_that_the_file_is_open_and_where_it_lies(
    page: BudgetPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "mit budget"
    proposed = []

    def chosen(*given: object) -> tuple[str, str]:
        proposed.append(given[2])
        return str(target), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", chosen)
    page.save_workbook()
    dialog = next(one for one in page.window().findChildren(WorkbookOutDialog) if one.isVisible())
    QApplication.processEvents()
    assert misfits(dialog) == []
    dialog.save()
    at_rest()
    assert proposed == ["budget_2026-11-20.xlsx"]
    box = next(one for one in page.window().findChildren(QMessageBox) if one.isVisible())
    assert str(target.with_suffix(".xlsx")) in box.text()
    assert "ikke låst med kode" in box.text()
    box.close()
    again = read(page, page.desk, target.with_suffix(".xlsx"))
    assert again.empty.isVisible()
    again.reject()


def test_many_rows_can_be_ticked_at_once_and_fit(window: QWidget, tmp_path: Path, qtbot: QtBot) -> None:
    many = tuple(Expense(id=f"e{at}", line="805", label=f"Forening nummer {at}", amount=D(at)) for at in range(1, 31))
    crowded = memory_desk(paths.put(household(), "case.expenses", many), DAY)
    data = workbook.content(crowded.record, crowded.overview, crowded.library)
    target = tmp_path / "budget.xlsx"

    rows = places(data)
    target.write_bytes(patched(data, {f"H{rows[f'expenses[{one.id}].amount']}": 500.0 for one in many}))
    dialog = read(window, crowded, target)
    section = dialog.sections[Act.SET]
    qtbot.waitUntil(lambda: len(section.rows) == len(many) and section.isVisible())
    at_rest()
    assert misfits(dialog) == []
    section.all.click()
    assert (dialog.ids(), section.all.text()) == ([], "Sæt hak ved alle")
    section.all.click()
    assert len(dialog.ids()) == len(many)
    dialog.close()
