"""Photographed receipts on the page Forbrug: read, taken in as one step, and the doubtful seen one at a time."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest
from fits import misfits
from PySide6.QtCore import QMimeData, QRect, Qt
from PySide6.QtGui import QGuiApplication, QImage, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot
from receipt_pile_steps import NETTO, NO_DAY, WRONG, png, reads, was_read
from spending_steps import DAY, keys, press, shown
from waiting import let_run

from budgetdesk.actions.desk import Desk, memory_desk
from budgetdesk.actions.receipt_pile import Pile
from budgetdesk.actions.receipts import doubtful_receipts
from budgetdesk.casework.record import Record
from budgetdesk.ledger.spending import Batch, PaidBy, Proof, ProofStatus, Spending, Transaction
from budgetdesk.readers.case_file import sample_case
from budgetdesk.readers.ocr.receipts import PictureReceipt
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.pages.forbrug import arrivals
from budgetdesk.ui.pages.forbrug.reading import ReadingDialog
from budgetdesk.ui.pages.forbrug.receipts_queue import ReceiptsQueue
from budgetdesk.ui.pages.forbrug.rows import PieceRow
from budgetdesk.ui.pages.spending import SpendingPage

FIRST_PAGE = "forbrug"
Opened = Callable[[Desk], MainWindow]
SENTENCE = "Der kan ikke ses nogen tekst på billedet."


def bank_row(number: int, day: int, text: str, amount: str) -> Transaction:
    return Transaction(id=f"t{number}", batch="b", date=date(2026, 10, day), text=text, amount=Decimal(amount))


@pytest.fixture
def page(open_window: Opened) -> SpendingPage:
    """October with three purchases on the account."""
    batch = Batch(
        id="b", file_name="f", file_hash="h", format="x", imported_on=DAY, proof=Proof(status=ProofStatus.NOT_POSSIBLE)
    )
    rows = (
        bank_row(1, 14, "Dankort-nota NETTO 4123", "-33.95"),
        bank_row(2, 15, "DANKORT 4711", "-67.95"),
        bank_row(3, 16, "Dankort-nota NETTO 4123", "-42.00"),
    )
    spending = Spending(batches=(batch,), transactions=rows)
    return shown(open_window(memory_desk(Record(case=sample_case(today=DAY), spending=spending), DAY)))


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Says what will be read in each file."""

    def reading_so(**found: PictureReceipt | str) -> None:
        came = {f"{name}.png": one for name, one in found.items()}
        monkeypatch.setattr(arrivals, "ReadingDialog", partial(ReadingDialog, reads=reads(came)))

    return reading_so


def files(folder: Path, *names: str) -> list[Path]:
    made = []
    for name in names:
        made.append(folder / f"{name}.png")
        made[-1].write_bytes(png())
    return made


def queue(page: SpendingPage, qtbot: QtBot) -> ReceiptsQueue:
    def found() -> list[ReceiptsQueue]:
        return [d for d in page.findChildren(ReceiptsQueue) if d.isVisible()]

    qtbot.waitUntil(lambda: bool(found()), timeout=10_000)
    dialog = found()[0]
    dialog.activateWindow()
    qtbot.waitUntil(lambda: dialog.isAncestorOf(QApplication.focusWidget() or page))
    return dialog


def waiting(page: SpendingPage) -> int:
    return len(doubtful_receipts(page.record))


@pytest.fixture
def wrong(
    page: SpendingPage, qtbot: QtBot, tmp_path: Path, engine: Callable[..., None]
) -> tuple[SpendingPage, ReceiptsQueue]:
    """One receipt of three is sure; the second does not add up, the third has no day."""
    engine(a=was_read(NETTO, DAY), b=was_read(WRONG, DAY), c=was_read(NO_DAY, DAY))
    page.take_in(files(tmp_path, "a", "b", "c"))
    return page, queue(page, qtbot)


# reading


def test_a_sure_receipt_needs_nobody(
    page: SpendingPage, qtbot: QtBot, tmp_path: Path, engine: Callable[..., None]
) -> None:
    engine(a=was_read(NETTO, DAY))
    page.take_in(files(tmp_path, "a"))
    qtbot.waitUntil(lambda: bool(page.record.spending.receipts), timeout=10_000)

    (receipt,) = page.record.spending.receipts
    assert (receipt.transaction, receipt.rest) == ("t1", Decimal(0))
    assert page.arrivals.pictures.read(receipt.picture)
    assert page.said.text() == "1 ny kvittering er læst ind."
    assert not page.findChildren(ReceiptsQueue)


def test_a_whole_pile_is_one_step_of_undo(wrong: tuple[SpendingPage, ReceiptsQueue]) -> None:
    page, dialog = wrong
    assert len(page.record.spending.receipts) == 3
    dialog.reject()
    page.desk.undo()

    assert not page.record.spending.receipts
    page.desk.redo()
    assert len(page.record.spending.receipts) == 3


def test_a_file_that_cannot_be_read_has_its_sentence_and_the_others_are_taken_in(
    page: SpendingPage, qtbot: QtBot, tmp_path: Path, engine: Callable[..., None]
) -> None:
    engine(a=was_read(NETTO, DAY), b=SENTENCE)
    page.take_in(files(tmp_path, "a", "b"))
    qtbot.waitUntil(lambda: any(d.go_button.isVisible() for d in page.findChildren(ReadingDialog)), timeout=10_000)
    dialog = page.findChildren(ReadingDialog)[0]

    assert dialog.said.text() == "1 kvittering er læst. 1 fil kunne ikke læses."
    assert SENTENCE in dialog.list.item(1).text()
    assert page.record.spending.receipts == ()
    qtbot.waitUntil(lambda: misfits(dialog) == [], timeout=10_000)  # the buttons that have just come are laid out
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(page.record.spending.receipts) == 1, timeout=10_000)


def test_closing_while_it_reads_takes_nothing_in(
    page: SpendingPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stopped: list[bool] = []

    def slow(_files: object, *, today: date, told: object, stop: threading.Event) -> Pile:
        del today, told
        stopped.append(stop.wait(10))
        return Pile()

    monkeypatch.setattr(arrivals, "ReadingDialog", partial(ReadingDialog, reads=slow))
    page.take_in(files(tmp_path, "a"))
    qtbot.waitUntil(lambda: bool(page.findChildren(ReadingDialog)), timeout=10_000)
    QTest.keyClick(page.findChildren(ReadingDialog)[0], Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: stopped == [True], timeout=5_000)

    assert page.record.spending.receipts == ()


def test_a_picture_that_was_copied_is_pasted_with_the_keyboard(
    page: SpendingPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    came: dict[str, PictureReceipt | str] = {"udklip.png": was_read(NETTO, DAY)}
    monkeypatch.setattr(arrivals, "ReadingDialog", partial(ReadingDialog, reads=reads(came)))
    data = QMimeData()
    data.setImageData(QImage.fromData(png()))
    monkeypatch.setattr(QGuiApplication.clipboard(), "mimeData", lambda: data, raising=False)
    page.fetch.setFocus()
    QTest.keySequence(page.fetch, QKeySequence(QKeySequence.StandardKey.Paste))

    qtbot.waitUntil(lambda: len(page.record.spending.receipts) == 1, timeout=10_000)


@pytest.mark.parametrize("copied", [None, QMimeData()], ids=["nothing was ever copied", "nothing that fits"])
def test_where_nothing_was_copied_the_page_says_what_can_be_pasted(
    page: SpendingPage, monkeypatch: pytest.MonkeyPatch, copied: QMimeData | None
) -> None:
    monkeypatch.setattr(QGuiApplication.clipboard(), "mimeData", lambda: copied, raising=False)
    page.fetch.setFocus()
    QTest.keySequence(page.fetch, QKeySequence(QKeySequence.StandardKey.Paste))

    assert "Kopiér en fil" in page.said.text()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("bombe.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (60_000).to_bytes(4, "big") * 2 + b"\x08\x06\0\0\0", "stort"),
        ("halv.jpg", b"\xff\xd8\xff\xe0", "gået i stykker"),
        ("kat.heic", b"\0\0\0\x18ftypheic" + b"\0" * 40, "HEIC"),
    ],
)
def test_a_picture_that_must_not_be_opened_is_refused_with_a_sentence(
    page: SpendingPage, qtbot: QtBot, tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    before = page.record
    (tmp_path / name).write_bytes(content)
    page.take_in([tmp_path / name])

    def boxes() -> list[QMessageBox]:
        return [b for b in page.window().findChildren(QMessageBox) if b.isVisible()]

    qtbot.waitUntil(lambda: bool(boxes()), timeout=10_000)
    text = boxes()[0].text()
    boxes()[0].close()
    assert said in text
    assert page.record is before
    assert not page.findChildren(ReadingDialog)


# one at a time


def test_only_the_doubtful_are_shown_and_the_wrong_line_is_marked_in_the_picture(
    wrong: tuple[SpendingPage, ReceiptsQueue], qtbot: QtBot
) -> None:
    _, dialog = wrong
    assert (dialog.heading.text(), dialog.count.text()) == ("LIDL", "1 af 2")
    assert dialog.mark.text() == "se efter"
    assert dialog.ok.isHidden()
    qtbot.waitUntil(lambda: bool(dialog.picture.marked), timeout=5_000)
    assert dialog.picture.marked == (QRect(10, 40, 180, 24),)
    dialog.fields.focus(dialog.fields.total)
    assert dialog.picture.marked[0] == QRect(10, 100, 180, 24)


def test_a_figure_is_corrected_where_it_stands_and_enter_goes_to_the_next(
    wrong: tuple[SpendingPage, ReceiptsQueue],
) -> None:
    page, dialog = wrong
    first = dialog.receipt_id
    dialog.fields.focus(dialog.fields.rows[1].amount)
    dialog.fields.rows[1].amount.line.selectAll()
    keys("28,00")

    assert dialog.mark.text() == "stemmer"
    press(Qt.Key.Key_Return)
    corrected = next(r for r in page.record.spending.receipts if r.id == first)
    assert corrected.rest == 0
    assert dialog.receipt_id != first
    assert dialog.count.text() == "2 af 2"
    page.desk.undo()
    assert next(r for r in page.record.spending.receipts if r.id == first).rest == 10


def test_enter_goes_to_the_next_field_while_the_lines_do_not_add_up(wrong: tuple[SpendingPage, ReceiptsQueue]) -> None:
    page, dialog = wrong
    before = page.record
    dialog.fields.focus(dialog.fields.rows[0].amount)
    press(Qt.Key.Key_Return)

    assert dialog.fields.rows[1].text.line.hasFocus()
    assert page.record is before


def test_a_receipt_with_a_rest_is_taken_along_anyway_and_not_asked_about_again(
    wrong: tuple[SpendingPage, ReceiptsQueue],
) -> None:
    page, dialog = wrong
    first = dialog.receipt_id
    dialog.paid.yes.click()
    press(Qt.Key.Key_Return)

    kept = next(r for r in page.record.spending.receipts if r.id == first)
    assert (kept.rest, kept.transaction) == (Decimal("10.00"), "t2")
    assert first not in {each.receipt.id for each in doubtful_receipts(page.record)}


def test_a_missing_day_is_typed_and_the_receipt_finds_its_bank_row(wrong: tuple[SpendingPage, ReceiptsQueue]) -> None:
    page, dialog = wrong
    dialog.skip()
    assert dialog.fields.day.line.hasFocus()
    keys("16.10.2026")
    press(Qt.Key.Key_Return)

    assert not dialog.isVisible()
    assert next(r for r in page.record.spending.receipts if r.shop == "NETTO" and r.total == 42).transaction == "t3"
    assert waiting(page) == 1


def test_what_is_skipped_waits_on_the_page_and_is_found_again(
    wrong: tuple[SpendingPage, ReceiptsQueue], qtbot: QtBot
) -> None:
    page, dialog = wrong
    dialog.skip()
    dialog.skip()

    assert not dialog.isVisible()
    assert page.doubtful_words.text() == "2 kvitteringer skal ses efter"
    page.doubtful_button.click()
    assert queue(page, qtbot).count.text() == "1 af 2"


def test_the_bank_row_can_be_changed_and_cash_can_be_said(wrong: tuple[SpendingPage, ReceiptsQueue]) -> None:
    page, dialog = wrong
    first = dialog.receipt_id
    assert "DANKORT 4711" in dialog.paid.said.text()
    found = dialog.paid.choose()
    assert found is not None
    QTest.keyClicks(found.search.line, "42")
    QTest.keyClick(found.search.line, Qt.Key.Key_Return)
    assert "NETTO 4123, 42" in dialog.paid.said.text()
    dialog.anyway.click()
    assert next(r for r in page.record.spending.receipts if r.id == first).transaction == "t3"

    dialog.paid.cash.click()
    dialog.fields.day.show_text("16.10.2026")
    dialog.settle()
    cash = next(r for r in page.record.spending.receipts if r.total == 42)
    assert (cash.transaction, cash.paid_by) == ("", PaidBy.CASH)


def test_a_line_is_added_and_another_taken_out(wrong: tuple[SpendingPage, ReceiptsQueue]) -> None:
    page, dialog = wrong
    first = dialog.receipt_id
    dialog.fields.focus(dialog.fields.rows[-1].text)
    keys("Pose")
    dialog.fields.focus(dialog.fields.rows[2].amount)
    keys("28")
    dialog.fields.focus(dialog.fields.rows[1].amount)
    dialog.fields.rows[1].amount.line.clear()
    dialog.fields.edited.emit()

    assert dialog.mark.text() == "stemmer"
    dialog.settle()
    kept = next(r for r in page.record.spending.receipts if r.id == first)
    assert [(i.text, i.amount) for i in kept.items] == [("KAFFE", Decimal("39.95")), ("Pose", Decimal(28))]
    assert len({i.id for i in kept.items}) == 2


def test_an_amount_that_cannot_be_read_is_said_under_its_field(wrong: tuple[SpendingPage, ReceiptsQueue]) -> None:
    page, dialog = wrong
    before = page.record
    dialog.fields.rows[0].amount.show_text("39,9X")
    dialog.settle()

    assert dialog.fields.rows[0].amount.problem.isVisible()
    assert page.record is before


def test_what_is_no_receipt_is_taken_out(wrong: tuple[SpendingPage, ReceiptsQueue]) -> None:
    page, dialog = wrong
    dialog.out_button.click()
    assert len(page.record.spending.receipts) == 2


def test_everything_in_the_queue_fits(wrong: tuple[SpendingPage, ReceiptsQueue], qtbot: QtBot) -> None:
    page, dialog = wrong
    page.change("lang", _with_long_names(page.record))
    dialog.skip()
    for width, height in ((1160, 760), (820, 490)):
        dialog.resize(width, height)
        let_run(50)
        assert misfits(dialog) == []
    qtbot.waitUntil(lambda: dialog.picture.zoom > 0)


def _with_long_names(record: Record) -> Record:
    receipts = tuple(
        replace(r, shop="Supermarkedet på hjørnet af den lange gade i Nordøstsjælland")
        for r in record.spending.receipts
    )
    return replace(record, spending=replace(record.spending, receipts=receipts))


# from the lines of the page to the picture


def test_enter_on_a_line_of_the_page_shows_the_picture_of_its_receipt(
    page: SpendingPage, qtbot: QtBot, tmp_path: Path, engine: Callable[..., None]
) -> None:
    engine(a=was_read(NETTO, DAY))
    page.take_in(files(tmp_path, "a"))
    qtbot.waitUntil(lambda: bool(page.record.spending.receipts), timeout=10_000)
    item = page.record.spending.receipts[0].items[0]
    line = page.lines.row(item.line)
    assert line is not None
    line.open(True)
    piece = next(p for p in page.findChildren(PieceRow) if p.piece.item == item.id)
    assert piece.see_button is not None
    page.window().activateWindow()
    qtbot.waitUntil(page.window().isActiveWindow)
    piece.see_button.setFocus()
    QTest.keyClick(piece.see_button, Qt.Key.Key_Return)

    dialog = queue(page, qtbot)
    qtbot.waitUntil(lambda: dialog.picture.has_picture, timeout=5_000)
    assert dialog.mark.text() == "stemmer"
