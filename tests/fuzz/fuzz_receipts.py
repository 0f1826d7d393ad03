"""Receipts: printed lines, digital shapes, and the heads of pictures that decide whether one is opened at all."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from fuzz_target import Target

from budgetdesk import data_files
from budgetdesk.readers.ocr.headers import look_at
from budgetdesk.readers.receipt_lines import receipt_from_lines
from budgetdesk.readers.receipt_text import TextLine
from budgetdesk.readers.receipts import read_receipts

TESTS = Path(__file__).parent.parent
if str(TESTS) not in sys.path:
    sys.path.append(str(TESTS))

from receipts_synthetic.make import lines as lines_of  # noqa: E402 - needs the path above
from receipts_synthetic.make import sample  # noqa: E402 - needs the path above

PICTURES = 3


def lines(data: bytes) -> None:
    """What was read adds up, and the total stands on the paper: on a line of its own, or as what was paid."""
    printed = data.decode("utf-8", "replace").splitlines()
    read = receipt_from_lines([TextLine(text=text, confidence=Decimal(1)) for text in printed])
    if read.total is None:
        assert not read.adds_up
        return
    assert read.total_lines or read.payments, "a total that stands nowhere"
    together = sum((item.amount for item in read.items), Decimal(0))
    assert read.rest == read.total - together
    if read.adds_up:
        assert together == read.total


def digital(data: bytes) -> None:
    for receipt in read_receipts(("kvittering.json", data)).receipts:
        assert receipt.total == receipt.rest + sum((item.amount for item in receipt.items), Decimal(0))


def printed() -> Sequence[bytes]:
    return ["\n".join(lines_of(number)).encode() for number in range(12)]


def files() -> Sequence[bytes]:
    return [file.read_bytes() for file in sorted(data_files.path("sample").glob("kvittering_*.json"))]


def pictures() -> Sequence[bytes]:
    png = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + b"\0\0\2\0" * 2 + b"\x08\0\0\0\0"
    return [png, b"%PDF-1.7\n%%EOF", *(sample(number).picture for number in range(PICTURES))]


TARGETS = [
    Target("receipt_lines", lines, printed),
    Target("receipt_json", digital, files),
    Target("picture_head", look_at, pictures),
]
