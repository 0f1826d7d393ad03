"""Receipts read from pictures and PDF files, in the child process: what is read, and what happens else."""

from __future__ import annotations

import io
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

import pypdfium2
import pytest
from PIL import Image
from receipts_synthetic import Sample
from receipts_synthetic import sample as make_sample
from reportlab.pdfgen.canvas import Canvas

from budgetdesk.errors import ReceiptError, UserCancelled
from budgetdesk.readers.ocr.headers import look_at
from budgetdesk.readers.ocr.pool import OcrPool
from budgetdesk.readers.ocr.reader import NoEngineError, Reader
from budgetdesk.readers.ocr.receipts import read_picture, read_receipt_picture
from budgetdesk.readers.receipt_lines import receipt_from_lines

PRINTED = [
    ("BØRNENES BUTIK", ""),
    ("RUGBRØD", "18,50"),
    ("SMØR 200 G", "24,95"),
    ("RABAT", "-4,95"),
    ("TOTAL", "38,50"),
    ("DANKORT", "38,50"),
]


TOTAL = Decimal("38.50")


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader(seconds=60) as one:
        yield one


@cache
def sample(number: int) -> Sample:
    return make_sample(number)


def pdf_receipt() -> bytes:
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(220, 300))
    for number, (left, right) in enumerate(PRINTED):
        canvas.drawString(15, 270 - 20 * number, left)
        canvas.drawRightString(205, 270 - 20 * number, right)
    canvas.save()
    return target.getvalue()


@cache
def scan(kind: str = "PNG", turned: int = 0) -> bytes:
    """The same receipt as a small picture, which is read at once."""
    page = pypdfium2.PdfDocument(pdf_receipt())[0].render(scale=2.5, grayscale=True).to_pil()
    target = io.BytesIO()
    page.rotate(turned, expand=True).save(target, kind)
    return target.getvalue()


@pytest.mark.parametrize("number", [8, 16])
def test_a_photo_of_a_receipt_is_read_to_its_total_and_items(number, reader):
    truth = sample(number)

    read = read_receipt_picture(truth.picture, reader=reader)

    assert read.receipt.total == truth.total
    assert [item.amount for item in read.receipt.items] == [amount for _, amount in truth.items]


def test_the_same_picture_gives_the_same_lines(reader):
    picture = scan()

    first = read_picture(picture, reader=reader)
    with Reader(seconds=60) as another:
        assert read_picture(picture, reader=another) == first


def test_every_line_has_its_place_in_the_picture_that_is_kept(reader):
    text = read_picture(sample(16).picture, reader=reader)

    width, height = Image.open(io.BytesIO(text.picture)).size
    assert len(text.picture) <= 200_000
    for line in text.lines:
        left, top, across, down = line.box
        assert 0 <= left < left + across <= width
        assert 0 <= top < top + down <= height
        assert 0 <= line.confidence <= 1
    tops = [line.box[1] for line in text.lines]
    assert tops == sorted(tops)


def test_the_second_engine_reads_the_same_total(reader):
    text = reader.read(scan(), look_at(scan()), "rapidocr")

    assert text.engine == "rapidocr"
    assert receipt_from_lines(text.lines).total == TOTAL


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_picture_on_its_side_or_its_head_is_read_all_the_same(turned, reader):
    assert read_receipt_picture(scan(turned=turned), reader=reader).receipt.total == TOTAL


def test_a_pdf_with_text_is_taken_at_its_word(reader):
    read = read_receipt_picture(pdf_receipt(), reader=reader)

    assert read.text.engine == "pdf"
    assert [line.text for line in read.text.lines[:3]] == ["BØRNENES BUTIK", "RUGBRØD  18,50", "SMØR 200 G  24,95"]
    assert (read.receipt.total, read.receipt.adds_up) == (TOTAL, True)


def test_a_scanned_pdf_is_read_as_a_picture(reader):
    read = read_receipt_picture(scan("PDF"), reader=reader)

    assert read.text.engine in ("tesserocr", "rapidocr")
    assert read.receipt.total == TOTAL


def test_a_reading_that_takes_too_long_is_ended_with_a_sentence_and_the_next_one_works():
    with Reader(seconds=0.2) as hurried:
        with pytest.raises(ReceiptError, match="for lang tid"):
            read_picture(scan(), reader=hurried)
        hurried._seconds = 60
        assert read_picture(scan(), reader=hurried).lines


def test_a_child_that_dies_is_a_sentence_and_the_next_one_works(reader):
    subprocess.run(["kill", "-9", str(reader.process_id)], check=True)

    picture = scan()
    try:
        read_picture(picture, reader=reader)
    except ReceiptError as error:
        assert "stykker" in str(error)  # noqa: PT017 - it may also have been started again in time
    assert read_picture(picture, reader=reader).lines


def test_cancelling_in_the_middle_is_felt_within_a_second():
    glances = iter([False, False] + [True] * 100)

    with Reader(seconds=60) as fresh:  # the engines start first: that takes longer than two glances
        began = time.monotonic()
        with pytest.raises(UserCancelled):
            read_picture(sample(8).picture, reader=fresh, cancelled=lambda: next(glances))
        assert time.monotonic() - began < 1


def test_what_is_cancelled_before_it_begins_is_never_asked(reader):
    child = reader.process_id

    with pytest.raises(UserCancelled):
        read_picture(scan(), reader=reader, cancelled=lambda: True)
    assert reader.process_id == child


def test_without_engines_the_sentence_says_what_to_do(monkeypatch):
    monkeypatch.setattr("budgetdesk.readers.ocr.reader._BEGIN", _WITHOUT_ENGINES)

    with Reader(seconds=60) as poor, pytest.raises(NoEngineError, match="i hånden"):
        read_receipt_picture(scan(), reader=poor)


_WITHOUT_ENGINES = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "sys.modules['tesserocr'] = sys.modules['rapidocr'] = None; "
    "from budgetdesk.readers.ocr import child; child.main()"
)


def test_the_parent_imports_no_engine_and_no_decoder():
    code = (
        "import sys; import budgetdesk.readers.ocr.pool; "
        "print([m for m in ('cv2','numpy','PIL','tesserocr','rapidocr','onnxruntime','pypdfium2') if m in sys.modules])"
    )

    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert said.strip() == "[]"


def test_many_are_read_with_progress_and_a_bad_one_stops_none():
    files = [("a.png", scan()), ("b.jpg", b"ikke et billede"), ("c.pdf", pdf_receipt())]

    with OcrPool() as pool:
        answers = list(pool.read_all(files))

    assert [answer.done for answer in answers] == [1, 2, 3]
    by_name = {answer.name: answer for answer in answers}
    assert by_name["a.png"].read.receipt.total == TOTAL
    assert by_name["b.jpg"].doubtful
    assert "ikke et billede" in by_name["b.jpg"].problem


def test_a_pool_that_is_cancelled_stops_before_the_end():
    files = [(f"{number}.png", scan()) for number in range(400)]

    with OcrPool(workers=1) as pool:
        threading.Timer(0.5, pool.cancel).start()
        began = time.monotonic()
        answers = list(pool.read_all(files))

    assert len(answers) < len(files)
    assert time.monotonic() - began < 8
