"""A correction says how far it reaches: this row, all like it, or other cases as well."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from spending_steps import DAY, shown

from budgetdesk.actions import talk
from budgetdesk.actions.desk import Desk, memory_desk
from budgetdesk.actions.library import load_library
from budgetdesk.actions.sample import sample_record
from budgetdesk.household.words import Need
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.pages.forbrug.reach import THIS, ReachDialog
from budgetdesk.ui.pages.spending import SpendingPage

FIRST_PAGE = "forbrug"
Opened = Callable[[Desk], MainWindow]


@pytest.fixture
def page(open_window: Opened) -> SpendingPage:
    record = sample_record(load_library(), today=DAY)
    rows = record.spending.transactions
    like = [replace(row, text="UKENDT BUTIK 7", line="", by_hand=False) for row in rows[:3]]
    return shown(
        open_window(
            memory_desk(replace(record, spending=replace(record.spending, transactions=(*like, *rows[3:]))), DAY)
        )
    )


def move(page: SpendingPage) -> ReachDialog:
    line = page.lines.all_rows()[0]
    line._place_row(page.record.spending.transactions[0].id, "803", Need.NEED)
    found = [dialog for dialog in page.findChildren(ReachDialog) if dialog.isVisible()]
    assert found
    return found[0]


def lines(page: SpendingPage) -> list[str]:
    return [row.line for row in page.record.spending.transactions[:3]]


def test_all_like_it_follow_when_nothing_else_is_said(page: SpendingPage) -> None:
    others = talk.rows_like(page.record, page.record.spending.transactions[0].id, page.desk.library)
    assert others
    move(page).agree.click()

    assert lines(page)[0] == "803"
    followed = [row.line for row in page.record.spending.transactions if row.id in others]
    assert set(followed) == {"803"}


def test_only_this_one_moves_when_that_is_said(page: SpendingPage) -> None:
    others = talk.rows_like(page.record, page.record.spending.transactions[0].id, page.desk.library)
    dialog = move(page)
    dialog.reach.show_value(THIS)
    dialog.agree.click()

    assert lines(page)[0] == "803"
    assert all(row.line != "803" for row in page.record.spending.transactions if row.id in others)
