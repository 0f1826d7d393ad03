"""Bars that stay true, headings that stay in sight, and commands that are reached from everywhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from spending_steps import DAY, STATEMENT, fetch, shown

from budgetdesk.actions import spending as actions
from budgetdesk.actions.desk import Desk, memory_desk
from budgetdesk.casework.record import Record
from budgetdesk.household.case import Expense
from budgetdesk.household.words import Need
from budgetdesk.money import parse_amount
from budgetdesk.readers.case_file import sample_case
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.pages.budget_parts.spot import Spot
from budgetdesk.ui.pages.forbrug import incoming
from budgetdesk.ui.pages.forbrug.lines import UNSORTED
from budgetdesk.ui.pages.forbrug.receipt import ReceiptDialog
from budgetdesk.ui.pages.spending import SpendingPage
from budgetdesk.ui.widgets.bar import full_length

FIRST_PAGE = "forbrug"
Opened = Callable[[Desk], MainWindow]


def kr(*amounts: int) -> list[Decimal]:
    return [Decimal(amount) for amount in amounts]


@pytest.fixture
def desk() -> Desk:
    made = memory_desk(Record(case=sample_case(today=DAY)), DAY)
    fetch(made, STATEMENT)
    return made


@pytest.fixture
def page(desk: Desk, open_window: Opened) -> SpendingPage:
    return shown(open_window(desk))


@pytest.mark.parametrize(
    ("often", "once", "whole"),
    [
        (kr(4000, 600), kr(3000), 4000),
        (kr(4000, 600), kr(7000), 7000),
        (kr(4000, 600), kr(12000, 300), 4000),
        (kr(), kr(12000, 300), 12000),
        (kr(0), kr(), 1),
    ],
)
def test_a_bar_is_full_at_the_largest_unless_that_was_one_purchase_far_beyond(
    often: list[Decimal], once: list[Decimal], whole: int
) -> None:
    assert full_length(often, once) == whole


def test_the_largest_stand_first_in_every_part(page: SpendingPage) -> None:
    for name in ("lines", "elsewhere"):
        rows = list(page.lines.parts[name].rows.rows.values())
        amounts = [parse_amount(row.amount.text().removesuffix("kr.")) for row in rows]
        heights = [row.mapTo(page, row.rect().topLeft()).y() for row in rows]
        assert amounts == sorted(amounts, reverse=True)
        assert heights == sorted(heights)
    assert page.lines.all_rows()[0].code in (UNSORTED, "990", "991"), "what must be asked stands above all"


def test_the_headings_stay_while_the_table_is_scrolled(page: SpendingPage) -> None:
    sticky = page.lines.sticky
    assert not sticky.isVisible()
    page.verticalScrollBar().setValue(400)
    assert sticky.isVisible()
    assert sticky.y() == 0
    page.verticalScrollBar().setValue(0)
    assert not sticky.isVisible()


def test_ctrl_o_fetches_a_statement_from_any_page(
    desk: Desk, open_window: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(incoming, "choose", lambda _page, title, _kinds: asked.append(title) or [])
    window = open_window(desk)
    QTest.keyClick(window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: asked == ["Hent kontoudtog"])
    assert window.case_view is not None
    assert window.case_view.current == "forbrug"


def test_what_forbrug_can_do_stands_in_the_menu_and_in_the_palette(desk: Desk, open_window: Opened) -> None:
    window = open_window(desk)
    menus = {action.text(): action.menu() for action in window.menuBar().actions()}
    wanted = ["Hent kontoudtog …", "Skriv en kvittering …", "Hent kvitteringer …"]

    stands = [action.text() for action in menus["&Forbrug"].actions()]
    assert stands[: len(wanted)] == wanted
    listed = [entry.text for entry in window.show_palette().found()]
    assert set(stands) <= set(listed)


def test_a_receipt_from_the_menu_has_the_cursor_in_its_shop(desk: Desk, open_window: Opened, qtbot: QtBot) -> None:
    window = open_window(desk)
    next(a for a in window.menus.commands if a.text().startswith("Skriv en kvittering")).trigger()
    view = window.case_view
    assert view is not None
    page = view.pages["forbrug"]
    assert isinstance(page, SpendingPage)

    def ready() -> bool:
        dialog = page.findChild(ReceiptDialog)
        return dialog is not None and dialog.shop.line.hasFocus()

    qtbot.waitUntil(ready)


def test_words_from_the_budget_are_shown_as_such(desk: Desk, open_window: Opened) -> None:
    rows = (Expense(id="e1", line="708", tenant_says=Need.NICE, adviser_says=Need.NICE),)
    desk.change("prøve", replace(desk.record, case=replace(desk.record.case, expenses=rows)))
    row = shown(open_window(desk)).lines.row("708")

    assert row is not None
    assert (row.tenant.mark.text(), row.adviser.mark.text()) == ("kan undværes", "kan undværes")
    assert "ord fra budgettet" in row.quiet.text()


def test_letting_go_of_a_line_in_the_budget_lets_go_in_the_talk(desk: Desk) -> None:
    locked = actions.lock_line(desk.record, "708", locked=True).record
    here = Spot(desk.library.chart.lines["708"])
    after = here.put_locked(here.put_locked(locked, True), False)

    assert not any(voice.locked for voice in after.spending.voices)
