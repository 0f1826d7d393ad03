"""Every row of the official calculator, as the page Ydelser shows it: to the krone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import household_by_keys as by_keys
import pytest
from keyboard import Key, Keyboard, seen
from official import DAY, OfficialResult, case_of, rows
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from budgetdesk.actions.desk import Desk, memory_desk
from budgetdesk.casework.record import Record
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.session import Session

TYPED = [r for r in rows() if r.scheme == "boligsikring" and r.adults == 1 and not r.net_wealth][2::9]
"""A handful that is typed in, field by field."""


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
    Keyboard(qtbot).page(by_keys.YDELSER)
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


def card() -> list[str]:
    """The first lines of the card Boligstøtte."""
    lines = seen().split("\n")
    start = lines.index("Boligstøtte", lines.index("Hvad kan der søges om?"))
    return lines[start : start + 3]


def expected(row: OfficialResult) -> str:
    """The amount as Danes write it."""
    return f"{row.benefit_month:,.0f} kr. om måneden".replace(",", ".")


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


@pytest.mark.parametrize("row", TYPED, ids=str)
def test_typed_in_field_by_field_it_is_the_same(session: Session, kb: Keyboard, row: OfficialResult) -> None:
    by_keys.new_case(kb)
    kb.page(by_keys.SAG)
    kb.push("Tilføj lejer")
    kb.write("Fødselsdag", "1.5.1985")
    kb.push("Mere om")
    kb.pick("Lever af", "Dagpenge")
    kb.write("Husleje pr. måned, før boligstøtte", f"{row.rent_month}".replace(".", ","))
    kb.write("Areal i m²", f"{row.area_m2}")
    kb.tab_to("Varme betales")
    if not row.heat_paid_separately:
        kb.press(Key.Key_Right)
    kb.space()
    kb.page(by_keys.BUDGET)
    kb.press(Key.Key_Right)
    by_keys.income(kb, "dagpenge", f"{row.income_month}".replace(".", ","))
    kb.pick("Før eller efter skat", "før skat")
    kb.page(by_keys.YDELSER)
    kb.rest()

    wanted = expected(row) if row.benefit_month else "Ser ikke ud til at passe nu"
    kb.wait(lambda: wanted in card())


def test_there_are_rows_to_type() -> None:
    assert len(rows()) == 58
    assert len(TYPED) >= 2
