"""F6 goes from one part of the window to the next; a disk that is full is said, and nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from budgetdesk.actions.desk import Desk
from budgetdesk.errors import StoreNotWritableError
from budgetdesk.ui.case_view import CaseView
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.widgets.fields import AmountEdit

FIRST_PAGE = "sag"
Opener = Callable[[Desk], MainWindow]
SHIFT = Qt.KeyboardModifier.ShiftModifier
FULL = "Disken er fuld. Gør plads, og prøv igen."


@pytest.fixture
def view(open_window: Opener, desk: Desk, qtbot: QtBot) -> CaseView:
    made = open_window(desk).case_view
    assert made is not None
    made.show_page("sag")
    page = made.pages["sag"]
    qtbot.waitUntil(lambda: page.isAncestorOf(focus()))
    return made


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def test_f6_goes_round_page_missing_foot_and_steps(view: CaseView) -> None:
    for part in (view.missing, view.footer, view.steps, view.stack):
        if part is view.footer and not view.footer.undo.isEnabled():
            assert view.footer.palette_button.isEnabled()
        QTest.keyClick(focus(), Qt.Key.Key_F6)

        assert part.isAncestorOf(focus()), part


def test_shift_f6_goes_back(view: CaseView) -> None:
    QTest.keyClick(focus(), Qt.Key.Key_F6, SHIFT)

    assert view.steps.isAncestorOf(focus())


def test_a_full_disk_is_said_and_what_was_typed_stays_and_is_saved_when_there_is_room(
    view: CaseView, desk: Desk, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    rent = view.binder.find("case.tenancy.rent_per_month")
    assert isinstance(rent, AmountEdit)
    real = desk._store.change

    def full(*_: object, **__: object) -> None:
        raise StoreNotWritableError(FULL)

    monkeypatch.setattr(desk._store, "change", full)
    rent.setFocus()
    rent.line.selectAll()
    QTest.keyClicks(rent.line, "8100")
    QTest.keyClick(rent.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(boxes()))

    qtbot.wait(700)  # the field is tried again while it stands there

    assert [box.text() for box in boxes()] == [FULL]
    assert rent.text() in ("8100", "8.100")
    assert desk.record.case.tenancy.rent_per_month == Decimal(7600)
    for box in boxes():
        box.close()
    monkeypatch.setattr(desk._store, "change", real)
    rent.setFocus()
    QTest.keyClick(rent.line, Qt.Key.Key_Return)

    assert desk.record.case.tenancy.rent_per_month == Decimal(8100)


def test_a_full_disk_is_said_for_what_cannot_be_read_as_well(
    view: CaseView, desk: Desk, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    rent = view.binder.find("case.tenancy.rent_per_month")
    assert isinstance(rent, AmountEdit)

    def full(*_: object) -> None:
        raise StoreNotWritableError(FULL)

    monkeypatch.setattr(desk._store, "set_draft", full)
    rent.setFocus()
    rent.line.selectAll()
    QTest.keyClicks(rent.line, "otte tusind")
    QTest.keyClick(rent.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(boxes()))

    assert boxes()[0].text() == FULL
    assert rent.text() == "otte tusind"
    monkeypatch.undo()
    for box in boxes():
        box.close()


def boxes() -> list[QMessageBox]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible()]
