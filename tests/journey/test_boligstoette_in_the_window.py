"""Every row of the official calculator, as the page Ydelser shows it: to the krone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import household_by_keys as by_keys
import pytest
from boligstoette_card import card, choose, expected
from keyboard import Keyboard
from official import DAY, OfficialResult, case_of, rows
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from budgetdesk.actions.desk import Desk, memory_desk
from budgetdesk.casework.record import Record
from budgetdesk.ui.main_window import MainWindow


@pytest.fixture(scope="module")
def desk(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Desk]:
    """One window on the page Ydelser, whose facts are changed underneath."""
    qtbot = QtBot(request)
    made = memory_desk(Record(), DAY)
    window = MainWindow()
    window.open_desk(made)
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    keys = Keyboard(qtbot)
    keys.page(by_keys.YDELSER)
    made.change("en husstand", replace(made.record, case=case_of(rows()[0])))
    keys.rest()
    choose(keys)
    yield made
    window.close()
    window.deleteLater()


@pytest.fixture
def shown(desk: Desk, kb: Keyboard) -> Callable[[OfficialResult], list[str]]:
    """What the card Boligstøtte says for a row."""

    def show(row: OfficialResult) -> list[str]:
        desk.change("en anden husstand", replace(desk.record, case=case_of(row)))
        kb.rest()
        return card()

    return show


@pytest.mark.parametrize("row", rows(), ids=str)
def test_the_page_shows_what_the_official_calculator_says(
    shown: Callable[[OfficialResult], list[str]], row: OfficialResult
) -> None:
    title, verdict, amount = shown(row)

    assert title == "Boligstøtte"
    if row.benefit_month:
        assert (verdict, amount) == ("Kan være relevant, søg", expected(row))
    else:
        assert verdict == "Ser ikke ud til at passe nu"


def test_there_are_all_the_rows() -> None:
    assert len(rows()) == 58
