"""`budgetdesk read` of a picture: the same answer as of a digital receipt, and what is not certain is said."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest
from published import obeys

from budgetdesk.__main__ import main
from budgetdesk.cli import compute_commands
from budgetdesk.readers.ocr.receipts import PictureReceipt
from budgetdesk.readers.receipt_lines import receipt_from_lines
from budgetdesk.readers.receipt_text import ReceiptText, TextLine


def answer(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> dict:
    """What `read --json` says of a picture in which an engine sees the text."""
    lines = tuple(TextLine(text=line, confidence=Decimal(1)) for line in text.split("\n"))

    def seen(_: bytes, **how: object) -> PictureReceipt:
        return PictureReceipt(receipt=receipt_from_lines(lines), text=ReceiptText(lines=lines, engine="tesserocr"))

    monkeypatch.setattr(compute_commands, "read_receipt_picture", seen)
    picture = tmp_path / "bon.jpg"
    picture.write_bytes(b"\xff\xd8\xff\xe0 picture")
    assert main(["read", str(picture), "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_a_picture_is_a_receipt_with_its_items_sorted(tmp_path, monkeypatch, capsys):
    found = answer("Netto\n11.10.2026\nCOLA 30,00\nTOTAL 30,00\nMobilePay 30,00", tmp_path, monkeypatch, capsys)

    obeys(found, "read")
    assert (found["shop"], found["date"], found["total"], found["rest"]) == ("Netto", "2026-10-11", "30.00", "0.00")
    assert [(item["text"], item["line"]) for item in found["items"]] == [("COLA", "705")]
    assert (found["engine"], found["paid_by"], found["doubts"]) == ("tesserocr", "mobilepay", [])


def test_a_total_that_cannot_be_read_is_null_and_told(tmp_path, monkeypatch, capsys):
    found = answer("Netto\n11.10.2026\nTak for besøget", tmp_path, monkeypatch, capsys)

    obeys(found, "read")
    assert (found["total"], found["doubts"]) == (None, ["Totalen kan ikke læses. Skriv den ind."])
