"""A plan is made, tested, changed and signed without touching the mouse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import household_by_keys as by_keys
import pytest
from keyboard import CTRL, Key, Keyboard, seen
from program import DAY, sit_down
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from budgetdesk.actions.desk import Desk, memory_desk
from budgetdesk.casework.record import Record
from budgetdesk.readers.case_file import load_case
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.theme import Look

HOUSEHOLDS = Path(__file__).parent.parent / "planning" / "households"


@pytest.fixture
def kb(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Keyboard:
    return sit_down(qtbot, monkeypatch)


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, kb: Keyboard) -> Iterator[Desk]:
    """The page Aftale of a single tenant whose plan holds."""
    case = load_case(HOUSEHOLDS / "enlig_holder.json", today=DAY).case
    made = memory_desk(Record(case=case), DAY)
    window = MainWindow(look=Look.LIGHT)
    qtbot.addWidget(window)
    window.open_desk(made)
    window.resize(1280, 800)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    kb.rest()
    kb.page(by_keys.AFTALE)
    kb.rest()
    yield made
    window.close()


def instalments(desk: Desk) -> list[tuple[date, Decimal]]:
    agreement = desk.record.case.agreement
    return [(one.due, one.amount) for one in agreement.instalments] if agreement else []


def test_a_plan_is_made_tested_changed_and_put_right_by_keys_alone(desk: Desk, kb: Keyboard) -> None:
    assert "Hvis noget går galt" in seen()

    kb.push("Lav jeres egen plan")
    kb.tab_to("Antal rater")
    kb.tab_to("Antal rater")
    kb.fill("4")
    kb.enter()
    kb.rest()
    assert [amount for _, amount in instalments(desk)] == [Decimal("1558.75")] * 4
    assert "Jeres egen" in seen()

    kb.write("Rate 1, beløb", "1000", back=True)
    kb.tab()
    kb.rest()
    assert "Der mangler 558,75 kr. af restancen" in seen()
    kb.push("Læg resten på den sidste rate")
    kb.rest()
    assert instalments(desk)[-1][1] == Decimal("2117.50")
    assert desk.overview.plan is not None
    assert desk.overview.plan.verdict == "holds"


def test_one_of_the_plans_side_by_side_is_chosen_and_taken_back_by_keys(desk: Desk, kb: Keyboard) -> None:
    kb.push("Vælg Lempeligst")
    kb.rest()
    gentle = next(o for o in desk.overview.plan.alternatives if o.name == "gentlest")  # type: ignore[union-attr]  # there
    assert instalments(desk) == [(one.due, one.amount) for one in gentle.instalments]
    kb.press(Key.Key_Z, CTRL)
    kb.rest()

    assert instalments(desk) == []


def test_two_years_are_read_with_the_arrow_keys(desk: Desk, kb: Keyboard) -> None:
    kb.push("Vis to år")
    kb.rest()
    kb.tab_to("Penge på kontoen", back=True)
    kb.press(Key.Key_End)

    assert "20. november 2028" in seen()


def test_a_plan_that_holds_goes_on_to_the_signatures_by_keys(desk: Desk, kb: Keyboard) -> None:
    kb.push("Gør aftalen klar til underskrift")
    kb.rest()

    assert len(instalments(desk)) == 3
    assert "Aftale om afdrag" in seen()


def test_where_no_plan_holds_a_key_leads_to_what_would_be_enough(desk: Desk, kb: Keyboard) -> None:
    waiting = load_case(HOUSEHOLDS / "venter_paa_boligstoette.json", today=DAY).case
    desk.change("en anden husstand", replace(desk.record, case=waiting))
    kb.rest()

    assert "Det ville være nok" in seen()
    kb.push("Ret budgettet: Uden Streaming")
    kb.rest()
    assert "Streaming, musik og aviser" in seen()
