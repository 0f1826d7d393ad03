"""Real material, measured apart from the synthetic: scanned receipts, printed texts, another engine's reading.

The material is read where it lies and is not part of the program; each figure is printed with its n.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

from receipts_score import score_items

from budgetdesk.readers.ocr.layout import lines_of
from budgetdesk.readers.ocr.reader import Reader
from budgetdesk.readers.ocr.receipts import read_receipt_picture
from budgetdesk.readers.ocr.shapes import Word
from budgetdesk.readers.receipt_lines import receipt_from_lines
from budgetdesk.readers.receipt_text import TextLine


def measure_real(folder: Path) -> None:
    """Print what is read right of the material in `folder`."""
    print(f"real material in {folder.name}")
    _scanned_boxes(folder / "sroie_subset")
    _scanned_pictures(folder / "sroie_subset")
    _printed(sorted((folder / "itu").glob("receipt*.txt")))
    _other_engine(folder / "ocr")


def _scanned_boxes(folder: Path) -> None:
    """The true text of foreign receipts (English, ringgit): what our reading of lines makes of them."""
    right, keys = 0, sorted(folder.glob("*.key.json"))
    for key in keys:
        with key.with_name(key.name.replace(".key.json", ".box.csv")).open(encoding="utf-8") as file:
            words = [_word(row) for row in csv.reader(file) if len(row) >= 9]
        right += receipt_from_lines(_plain(line.text for line in lines_of(words))).total == _total(key)
    print(f"  scanned, foreign, true text: total right {right} of {len(keys)}")


def _scanned_pictures(folder: Path) -> None:
    right, pictures = 0, sorted(folder.glob("*.jpg"))
    with Reader(seconds=600) as reader:
        for picture in pictures:
            read = read_receipt_picture(picture.read_bytes(), reader=reader, enough=600)
            wanted = _total(picture.with_suffix(".key.json"))
            right += read.receipt.total == wanted
            print(f"    {picture.name}: {read.text.engine}, total {read.receipt.total}, true {wanted}")
    print(f"  scanned, foreign, from the picture: total right {right} of {len(pictures)}")


def _printed(files: list[Path]) -> None:
    add_up = 0
    for file in files:
        add_up += receipt_from_lines(_plain(file.read_text("utf-8").splitlines())).adds_up
    print(f"  printed texts in a Danish layout: add up {add_up} of {len(files)}")


def _other_engine(folder: Path) -> None:
    for file in sorted(folder.glob("*.txt")):
        truth = json.loads(next(folder.glob(f"{file.stem}*.json")).read_text("utf-8"), parse_float=Decimal)
        read = receipt_from_lines(_plain(file.read_text("utf-8").splitlines()))
        items = score_items(
            [(text, Decimal(amount)) for text, amount in truth["items"]], [(i.text, i.amount) for i in read.items]
        )
        total = "right" if read.total == truth["printed_total"] else f"wrong ({read.total})"
        print(
            f"  another engine's reading of a Danish receipt (n = 1): total {total}, lines {items.right} of {items.of}"
        )


def _plain(texts: Iterable[str]) -> list[TextLine]:
    return [TextLine(text=text, confidence=Decimal(1)) for text in texts if text.strip()]


def _word(row: list[str]) -> Word:
    across, down = [int(cell) for cell in row[0:8:2]], [int(cell) for cell in row[1:8:2]]
    box = (min(across), min(down), max(across) - min(across), max(down) - min(down))
    return Word(",".join(row[8:]).strip(), 1.0, box)


def _total(key: Path) -> Decimal:
    return Decimal(json.loads(key.read_text("utf-8"))["total"].replace("RM", "").strip())
