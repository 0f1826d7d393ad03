"""The page Akut: two minutes from the letter to the last day, the papers, and who does what."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from budgetdesk.actions.desk import Desk
from budgetdesk.household.words import Letter
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.pages.emergency import EmergencyPage

DAY = date(2026, 11, 20)


@pytest.fixture
def akut(open_window: Callable[[Desk], MainWindow], empty_desk: Desk) -> EmergencyPage:
    view = open_window(empty_desk).case_view
    assert view is not None
    page = view.pages["akut"]
    assert isinstance(page, EmergencyPage)
    return page


def press(akut: EmergencyPage, text: str) -> None:
    found = next(b for b in akut.findChildren(QPushButton) if b.text() == text)
    found.setFocus()
    QTest.keyClick(found, Qt.Key.Key_Space)


def type_into(path: str, text: str, akut: EmergencyPage) -> None:
    field = akut.place.binder.find(path, akut)
    assert field is not None
    field.setFocus()
    QTest.keyClicks(QApplication.focusWidget(), text)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)


def test_letter_and_day_give_the_last_day_to_pay(akut: EmergencyPage) -> None:
    press(akut, "Påkrav")
    type_into("case.arrears.letter_arrived", "17.11.2026", akut)

    assert akut.clock.day.text().replace("\u00a0", " ") == "Tirsdag den 1. december"
    assert "14 dage" in akut.clock.why.text()


def test_a_rykker_starts_no_clock_and_says_so(akut: EmergencyPage) -> None:
    press(akut, "Rykker")

    assert akut.clock.day.text() == "Ingen frist endnu"
    assert "ingen frist" in akut.clock.why.text()


def test_after_an_ophaevelse_no_day_is_promised(akut: EmergencyPage, empty_desk: Desk) -> None:
    press(akut, "Ophævelse")
    type_into("case.arrears.letter_arrived", "18.11.2026", akut)

    assert akut.clock.caption.text() == "Lejemålet er ophævet"
    assert empty_desk.record.case.arrears.ophaevelse_arrived == date(2026, 11, 18)


def test_changing_the_letter_back_takes_the_ophaevelse_back_with_it(akut: EmergencyPage, empty_desk: Desk) -> None:
    press(akut, "Ophævelse")
    type_into("case.arrears.letter_arrived", "18.11.2026", akut)
    press(akut, "Påkrav")

    assert empty_desk.record.case.arrears.ophaevelse_arrived is None
    assert akut.clock.caption.text() == "Sidste dag at betale"


def test_the_day_of_the_paakrav_is_there_again_after_a_slip(akut: EmergencyPage, empty_desk: Desk) -> None:
    type_into("case.arrears.total", "7.600", akut)
    press(akut, "Påkrav")
    type_into("case.arrears.letter_arrived", "17.11.2026", akut)
    press(akut, "Ophævelse")
    assert empty_desk.record.case.arrears.letter_arrived is None
    press(akut, "Påkrav")

    assert empty_desk.record.case.arrears.letter_arrived == date(2026, 11, 17)


def test_an_ophaevelse_stays_a_fact_when_the_next_letter_is_from_the_court(
    akut: EmergencyPage, empty_desk: Desk
) -> None:
    press(akut, "Ophævelse")
    type_into("case.arrears.letter_arrived", "18.11.2026", akut)
    press(akut, "Fogedretten")

    assert empty_desk.record.case.arrears.letter is Letter.FOGED
    assert empty_desk.record.case.arrears.ophaevelse_arrived == date(2026, 11, 18)


def test_one_sum_becomes_the_first_row_of_the_arrears(akut: EmergencyPage, empty_desk: Desk) -> None:
    type_into("case.arrears.total", "7.600", akut)

    assert [row.amount for row in empty_desk.record.case.arrears.rows] == [Decimal(7600)]


def test_the_balance_of_today_is_kept_with_its_day(akut: EmergencyPage, empty_desk: Desk) -> None:
    press(akut, "Tilføj konto")
    account = empty_desk.record.case.bank[0]
    type_into(f"case.bank[{account.id}].balance", "-312,50", akut)

    account = empty_desk.record.case.bank[0]
    assert (account.balance, account.on) == (Decimal("-312.50"), DAY)


def test_steps_are_proposed_once_and_can_be_taken_back(akut: EmergencyPage, empty_desk: Desk, qtbot: QtBot) -> None:
    press(akut, "Påkrav")
    type_into("case.arrears.letter_arrived", "17.11.2026", akut)
    press(akut, "Foreslå skridt")
    steps = empty_desk.record.case.conversation.next_steps
    assert any("Ring til udlejer" in step.what for step in steps)
    press(akut, "Foreslå skridt")
    assert empty_desk.record.case.conversation.next_steps == steps
    empty_desk.undo()

    assert not empty_desk.record.case.conversation.next_steps
