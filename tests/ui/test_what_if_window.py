"""The window Hvad nu hvis: scenarios beside today, counted while one types, kept only when one says so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from fits import misfits
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from budgetdesk.actions.desk import Desk, memory_desk
from budgetdesk.actions.what_if_asked import Asked, Kind, children, scenario_of
from budgetdesk.casework.record import Record
from budgetdesk.household import paths
from budgetdesk.household.case import Case
from budgetdesk.readers.case_file import sample_case
from budgetdesk.ui.dialogs.what_if import WhatIfDialog
from budgetdesk.ui.dialogs.what_if_card import FILL_IN
from budgetdesk.ui.main_window import MainWindow

FIRST_PAGE = "ydelser"
Opened = Callable[[Desk], MainWindow]
D = Decimal


def getting_boligstoette(desk: Desk) -> Case:
    return paths.put(sample_case(today=desk.today), "tenancy.boligstoette.amount", D(4201))


@pytest.fixture
def window(open_window: Opened, desk: Desk) -> MainWindow:
    return open_window(memory_desk(Record(case=getting_boligstoette(desk)), desk.today))


@pytest.fixture
def dialog(window: MainWindow) -> WhatIfDialog:
    view = window.case_view
    assert view is not None
    view.show_page("ydelser")
    view.pages["ydelser"].what_if()  # type: ignore[attr-defined]  # the method named by its command
    found = window.findChild(WhatIfDialog)
    assert found is not None
    return found


def said(dialog: WhatIfDialog, column: int = 0) -> str:
    return " ".join(dialog.cards[column].told._shown).replace("\u00a0", " ")


def type_home(dialog: WhatIfDialog, qtbot: QtBot, rent: int, area: int) -> None:
    card = dialog.cards[0]
    for name, number in (("rent", rent), ("area_m2", area)):
        qtbot.keyClicks(card.inputs[name].targets()[0], str(number))


def test_a_cheaper_home_is_answered_in_one_sentence_while_one_types(dialog: WhatIfDialog, qtbot: QtBot) -> None:
    type_home(dialog, qtbot, 5700, 60)
    qtbot.waitUntil(lambda: bool(said(dialog)), timeout=10_000)

    assert said(dialog).startswith(
        "Boligstøtten falder 718 kr., men huslejen falder 1.900 kr.: 1.182 kr. mere om måned"
    )
    assert dialog.table is not None
    assert dialog.table.rows()[-1][0] == "Luft"


def test_until_the_numbers_are_there_it_asks_for_them(dialog: WhatIfDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: dialog.table is not None, timeout=10_000)

    assert dialog.cards[0].problem.text() == FILL_IN
    assert not dialog.keep.isEnabled()


def test_what_cannot_be_read_is_said_and_never_raised(dialog: WhatIfDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.cards[0].inputs["rent"].targets()[0], "mange penge")
    dialog.count()

    assert dialog.cards[0].problem.text() not in ("", FILL_IN)


def test_nothing_is_saved_unless_it_is_kept_as_a_note_and_that_can_be_undone(
    dialog: WhatIfDialog, window: MainWindow, qtbot: QtBot
) -> None:
    desk = dialog._desk
    before = desk.record
    type_home(dialog, qtbot, 5700, 60)
    qtbot.waitUntil(dialog.keep.isEnabled, timeout=10_000)
    assert desk.record == before

    dialog.keep.click()
    assert "Hvad nu hvis, 20. november 2026: En anden bolig. Boligstøtten falder" in desk.record.case.conversation.note
    desk.undo()
    assert desk.record == before


def test_up_to_three_stand_beside_today_and_each_can_be_taken_away(dialog: WhatIfDialog, qtbot: QtBot) -> None:
    dialog.add_scenario()
    dialog.add_scenario()
    assert not dialog.more.isEnabled()

    dialog.take_away(dialog.cards[1])
    assert [card.number for card in dialog.cards] == [1, 3]
    assert dialog.more.isEnabled()


def test_it_is_worked_by_keys_alone(dialog: WhatIfDialog, qtbot: QtBot) -> None:
    order = []
    for _ in range(4):
        order.append(dialog.focusWidget())
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)

    card = dialog.cards[0]
    assert order[1:3] == [card.inputs["rent"].targets()[0], card.inputs["area_m2"].targets()[0]]
    assert order[3] is dialog.more


def test_nothing_is_cut_off_with_three_scenarios_and_long_names(open_window: Opened, desk: Desk, qtbot: QtBot) -> None:
    case = getting_boligstoette(desk)
    named = tuple(replace(one, name="Wilhelmine-Alexandrine Østergaard-Sørensen") for one in case.persons)
    window = open_window(memory_desk(Record(case=replace(case, persons=named)), desk.today))
    window.case_view.show_page("budget")  # type: ignore[union-attr]
    window.case_view.pages["budget"].what_if()  # type: ignore[union-attr, attr-defined]
    dialog = window.findChild(WhatIfDialog)
    assert dialog is not None
    dialog.add_scenario()
    dialog.add_scenario()
    dialog.cards[2].show_kind(Kind.CHILD)
    qtbot.waitUntil(lambda: dialog.table is not None and misfits(dialog) == [], timeout=10_000)


def test_a_scenario_waits_for_its_numbers_and_the_free_one_for_any_of_them(desk: Desk) -> None:
    case = getting_boligstoette(desk)

    assert scenario_of(Asked(kind=Kind.HOME, rent=D(5000)), case, desk.today) is None
    assert scenario_of(Asked(kind=Kind.OWN), case, desk.today) is None
    own = scenario_of(Asked(kind=Kind.OWN, rent=D(5000)), case, desk.today)
    assert own is not None
    assert own.applied_to(case).tenancy.rent_per_month == 5000
    assert own.applied_to(case).tenancy.area_m2 == case.tenancy.area_m2


def test_the_eldest_child_is_offered_first_and_only_children_under_18(desk: Desk) -> None:
    case = getting_boligstoette(desk)
    grown = replace(case.children[0], born=case.children[0].born.replace(year=2000))  # type: ignore[union-attr]

    assert [one.name for one in children(case, desk.today)] == ["Alma", "Noah"]
    others = tuple(grown if one.id == grown.id else one for one in case.persons)
    assert [one.name for one in children(replace(case, persons=others), desk.today)] == ["Noah"]


def test_the_table_says_the_same_luft_as_the_top_of_the_window(dialog: WhatIfDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: dialog.table is not None, timeout=10_000)
    assert dialog.table is not None
    rows = {row[0]: row[1].replace("\u00a0", " ") for row in dialog.table.rows()}
    kroner = {name: int(said.removesuffix(" kr.").replace(".", "").replace("−", "-")) for name, said in rows.items()}

    assert kroner["Ind"] - kroner["Ud"] == kroner["Luft"]
