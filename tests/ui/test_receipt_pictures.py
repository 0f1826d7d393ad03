"""The pictures of receipts from the talk and from a line: exactly those, marked, and back with nothing lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from fits import misfits
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from receipt_pile_steps import png
from spending_steps import DAY, press, shown
from waiting import at_rest

from budgetdesk.actions.desk import Desk, memory_desk
from budgetdesk.actions.library import load_library
from budgetdesk.actions.receipt_pile import MemoryPictures
from budgetdesk.actions.sample import sample_record
from budgetdesk.actions.talk import both_say
from budgetdesk.casework.record import Record
from budgetdesk.household.words import Need
from budgetdesk.ledger.spending import Box
from budgetdesk.ui import theme
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.pages.forbrug.pictures import PicturesDialog
from budgetdesk.ui.pages.forbrug.talk import TalkDialog
from budgetdesk.ui.pages.spending import SpendingPage

FIRST_PAGE = "forbrug"
Opened = Callable[[Desk], MainWindow]
SWEETS = "705"


@pytest.fixture(scope="module")
def photographed() -> tuple[Record, MemoryPictures]:
    """The sample, each of its five receipts with a picture and a place for every item."""
    record, pictures = sample_record(load_library(), today=DAY), MemoryPictures()
    receipts = tuple(
        replace(
            receipt,
            picture=pictures.keep(png(colour=0xFF808080 + number)),
            items=tuple(
                replace(item, boxes=(Box(left=10, top=20 * n, width=150, height=16),))
                for n, item in enumerate(receipt.items)
            ),
        )
        for number, receipt in enumerate(record.spending.receipts)
    )
    return replace(record, spending=replace(record.spending, receipts=receipts)), pictures


@pytest.fixture
def window(photographed: tuple[Record, MemoryPictures], open_window: Opened) -> MainWindow:
    return open_window(memory_desk(photographed[0], DAY))


@pytest.fixture
def page(window: MainWindow, photographed: tuple[Record, MemoryPictures]) -> SpendingPage:
    made = shown(window)
    made.arrivals.pictures = photographed[1]
    return made


@pytest.fixture
def talk(page: SpendingPage, qtbot: QtBot) -> TalkDialog:
    return to_sweets(page, qtbot)


def to_sweets(page: SpendingPage, qtbot: QtBot) -> TalkDialog:
    made = page.talk()
    assert made is not None
    qtbot.waitUntil(lambda: QApplication.activeWindow() is made)
    while made.topic is not None and (made.topic.line is None or made.topic.line.code != SWEETS):
        made.go_on()
    assert made.topic is not None
    return made


def opened(qtbot: QtBot) -> PicturesDialog:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), PicturesDialog))
    found = QApplication.activeWindow()
    assert isinstance(found, PicturesDialog)
    at_rest()
    QApplication.processEvents()
    return found


def sweets(page: SpendingPage) -> dict[str, set[str]]:
    """Receipt -> ids of what on it are sweets, from the items themselves."""
    found = {
        receipt.id: {item.id for item in receipt.items if item.line == SWEETS}
        for receipt in page.record.spending.receipts
    }
    return {receipt: items for receipt, items in found.items() if items}


def test_a_key_in_the_talk_shows_exactly_the_receipts_of_the_line(
    talk: TalkDialog, page: SpendingPage, qtbot: QtBot
) -> None:
    QTest.keyClicks(QApplication.focusWidget(), "k")
    dialog = opened(qtbot)
    seen = {}
    for _ in range(20):
        seen[dialog.here.receipt.id] = {item.id for item in dialog.here.items}
        if len(seen) == len(sweets(page)):
            break
        press(Qt.Key.Key_Return)

    assert seen == sweets(page)
    assert len(seen) >= 3
    assert dialog.next.text() == "Tilbage"


def test_the_picture_is_shown_with_what_belongs_to_the_line_marked(talk: TalkDialog, qtbot: QtBot) -> None:
    talk.see.click()
    dialog = opened(qtbot)
    qtbot.waitUntil(lambda: dialog.picture.has_picture)

    assert len(dialog.picture.marked) == len(dialog.here.items)
    assert dialog.here.amount == sum(item.amount for item in dialog.here.items)


def test_back_in_the_talk_nothing_is_lost(talk: TalkDialog, page: SpendingPage, qtbot: QtBot) -> None:
    QTest.keyClicks(QApplication.focusWidget(), "2")
    topic, record = talk.topic, page.record
    QTest.keyClicks(QApplication.focusWidget(), "k")
    opened(qtbot)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Backspace)
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not any(w.isVisible() for w in talk.findChildren(PicturesDialog)))

    assert talk.isVisible()
    assert (talk.topic, page.record) == (topic, record)
    assert talk.voices.tenant.value() is not None


def test_where_there_is_no_picture_nothing_is_offered(talk: TalkDialog) -> None:
    while talk.topic is not None and (talk.topic.line is None or talk.topic.line.items):
        talk.go_on()

    assert talk.topic is not None
    assert talk.see.isHidden()
    assert talk.see_receipts() is None


def test_the_tenant_sees_what_was_bought_and_no_shop(window: MainWindow, page: SpendingPage, qtbot: QtBot) -> None:
    QTest.keyClick(window, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: window.tenant is not None and window.tenant.isVisible())
    assert window.tenant is not None
    talk = to_sweets(page, qtbot)
    talk.see.click()
    dialog = opened(qtbot)
    window.tenant.look()
    text = "\n".join(label.text() for label in window.tenant.findChildren(QLabel) if label.isVisible())

    assert dialog.here.items[0].text in text
    assert not [r.shop for r in page.record.spending.receipts if r.shop and r.shop in text]
    dialog.reject()
    window.tenant.look()
    assert "undværes?" in window.tenant.shown.question


def test_a_line_of_the_table_and_the_group_that_both_can_do_without_lead_to_their_pictures(
    page: SpendingPage, qtbot: QtBot
) -> None:
    row = page.lines.row(SWEETS)
    assert row is not None
    row.open(True)
    row.see.click()
    dialog = opened(qtbot)

    assert {one.receipt.id for one in dialog._found} == set(sweets(page))
    dialog.reject()
    change = both_say(page.record, [SWEETS], Need.NICE)
    page.change(change.label, change.record)
    page.nice.see.click()
    assert set(sweets(page)) <= {one.receipt.id for one in opened(qtbot)._found}


def test_a_line_without_pictures_says_so(page: SpendingPage) -> None:
    assert page.see_receipts("El", ["106"]) is None
    assert "ingen billeder" in page.said.text()


def test_a_dialog_over_the_talk_has_a_ground_of_its_own(talk: TalkDialog, qtbot: QtBot) -> None:
    talk.see.click()
    dialog = opened(qtbot)

    assert dialog.grab().toImage().pixelColor(4, 4).name() == theme.tokens().ground.lower()
    assert misfits(dialog) == []
