"""A day can be picked with keys, and typing goes on as before."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from budgetdesk.ui.widgets.calendar import CalendarPopup
from budgetdesk.ui.widgets.fields import DateEdit

TODAY = date(2026, 11, 20)
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def field(qtbot: QtBot, qapp: QApplication) -> DateEdit:
    made = DateEdit(TODAY)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.setFocus()
    return made


def popup(field: DateEdit) -> CalendarPopup:
    QTest.keyClick(field.line, Qt.Key.Key_Down, ALT)
    found = field.findChild(CalendarPopup)
    assert found is not None
    return found


def test_alt_and_down_opens_the_month_of_the_day_in_the_field(field: DateEdit) -> None:
    field.show_value(date(2026, 12, 1))

    assert popup(field).month.selectedDate().toPython() == date(2026, 12, 1)


def test_arrows_and_enter_take_a_day_and_the_field_is_left_once(field: DateEdit, qtbot: QtBot) -> None:
    opened = popup(field)
    view = opened.month.focusProxy() or opened.month
    with qtbot.waitSignals([field.edited, field.left]):
        QTest.keyClick(view, Qt.Key.Key_Right)
        QTest.keyClick(view, Qt.Key.Key_Return)

    assert field.value() == date(2026, 11, 21)


def test_the_button_takes_today(field: DateEdit) -> None:
    field.show_value(date(2026, 12, 1))
    opened = popup(field)
    opened.today.setFocus()
    QTest.keyClick(opened.today, Qt.Key.Key_Space)

    assert field.value() == TODAY


def test_escape_leaves_the_field_as_it_was(field: DateEdit, qtbot: QtBot) -> None:
    field.show_value(date(2026, 12, 1))
    opened = popup(field)
    QTest.keyClick(opened.month, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: field.findChild(CalendarPopup) is None)

    assert field.value() == date(2026, 12, 1)


def test_a_birthday_has_no_calendar(qtbot: QtBot, qapp: QApplication) -> None:
    born = DateEdit(TODAY, birth=True)
    qtbot.addWidget(born)

    assert not born.line.actions()
