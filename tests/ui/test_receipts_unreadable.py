"""A photo that no engine can read is shown, and somebody types beside it, by keys alone."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest
from fits import misfits
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from receipt_pile_steps import NETTO, png, reads, was_read
from spending_steps import DAY, keys, press, shown

from budgetdesk.actions.desk import Desk, memory_desk
from budgetdesk.actions.receipts import doubtful_receipts
from budgetdesk.casework.record import Record
from budgetdesk.readers.ocr.receipts import PictureReceipt
from budgetdesk.ui import background
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.pages.forbrug import arrivals
from budgetdesk.ui.pages.forbrug.reading import ReadingDialog
from budgetdesk.ui.pages.forbrug.receipts_queue import ReceiptsQueue
from budgetdesk.ui.pages.spending import SpendingPage
from budgetdesk.ui.widgets.picture import MOST_BYTES, to_keep

FIRST_PAGE = "forbrug"
Opened = Callable[[Desk], MainWindow]
SENTENCE = "Der kan ikke ses nogen tekst på billedet."


@pytest.fixture
def page(open_window: Opened) -> SpendingPage:
    return shown(open_window(memory_desk(Record(), DAY)))


def read(
    page: SpendingPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, folder: Path, **found: PictureReceipt | str
) -> ReadingDialog:
    """The window after files of these names were read, as far as they could be."""
    came = {f"{name}.png": one for name, one in found.items()}
    monkeypatch.setattr(arrivals, "ReadingDialog", partial(ReadingDialog, reads=reads(came)))
    for number, name in enumerate(came):
        (folder / name).write_bytes(png(colour=0xFF707070 + number * 0x202020))
    page.take_in([folder / name for name in came])
    qtbot.waitUntil(lambda: any(d.type_button.isVisible() for d in page.findChildren(ReadingDialog)), timeout=10_000)
    QApplication.processEvents()
    return page.findChildren(ReadingDialog)[0]


def queue(page: SpendingPage, qtbot: QtBot) -> ReceiptsQueue:
    qtbot.waitUntil(lambda: any(d.isVisible() for d in page.findChildren(ReceiptsQueue)), timeout=10_000)
    made = next(d for d in page.findChildren(ReceiptsQueue) if d.isVisible())
    made.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is made and not background.busy())
    QApplication.processEvents()
    return made


def test_it_is_typed_beside_its_picture_by_keys_alone(
    page: SpendingPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    dialog = read(page, qtbot, monkeypatch, tmp_path, a=SENTENCE)
    assert dialog.type_button.text() == "Skriv den af efter billedet"
    assert misfits(dialog) == []
    press(Qt.Key.Key_Return)
    beside = queue(page, qtbot)
    qtbot.waitUntil(lambda: beside.picture.has_picture)
    assert beside.fields.total.text() == ""
    for word in ("Netto", "14.10.2026", "30,00", "Mælk", "12,00", "Ost", "18,00"):
        keys(word)
        press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not beside.isVisible())

    (receipt,) = page.record.spending.receipts
    assert (receipt.shop, receipt.total, receipt.rest) == ("Netto", Decimal(30), Decimal(0))
    assert [(item.text, item.amount) for item in receipt.items] == [("Mælk", Decimal(12)), ("Ost", Decimal(18))]
    assert page.arrivals.pictures.read(receipt.picture)
    assert doubtful_receipts(page.record) == ()


def test_until_it_is_typed_it_counts_for_nothing_and_waits(
    page: SpendingPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    read(page, qtbot, monkeypatch, tmp_path, a=SENTENCE, b=SENTENCE).type_button.click()
    queue(page, qtbot).reject()

    assert [receipt.total for receipt in page.record.spending.receipts] == [0, 0]
    assert len(doubtful_receipts(page.record)) == 2
    page.desk.undo()
    assert page.record.spending.receipts == ()


def test_the_others_are_taken_in_with_it_as_one_step(
    page: SpendingPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    dialog = read(page, qtbot, monkeypatch, tmp_path, a=was_read(NETTO, DAY), b=SENTENCE)
    dialog.type_button.click()
    queue(page, qtbot).reject()

    assert len(page.record.spending.receipts) == 2
    assert len(doubtful_receipts(page.record)) == 1
    page.desk.undo()
    assert page.record.spending.receipts == ()


def test_what_is_no_picture_is_not_offered() -> None:
    assert to_keep(b"\x89PNG\r\n\x1a\n and nothing else") == b""
    assert to_keep(b"") == b""


def test_a_large_photo_is_kept_small_and_upright() -> None:
    kept = to_keep(png(3000, 4000))
    image = QImage.fromData(kept)

    assert 0 < len(kept) <= MOST_BYTES
    assert max(image.width(), image.height()) <= 1600
    assert image.height() > image.width()
