"""How well the language of receipts is understood, from text lines: `python tools/measure_receipts.py [FOLDER]`.

FOLDER holds receipts by others: `itu/`, `ocr/`, `digital/`, `sroie_subset/`, `danish_receipt_vocabulary.csv`. The files
are read where they lie and never shipped; what is missing is skipped. Without FOLDER only invented receipts are read:
those that `tests/receipts_synthetic` prints, as exact text and with letters confused as engines confuse them.
"""

from __future__ import annotations

import csv
import json
import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from receipts_synthetic.paper import paper

from budgetdesk.ledger.words import fold
from budgetdesk.readers.receipt_lines import ReadReceipt, receipt_from_lines
from budgetdesk.readers.receipt_lines_words import load_receipt_words, looks
from budgetdesk.readers.receipt_text import TextLine
from budgetdesk.readers.receipts import read_receipts

INVENTED = 500
CONFUSED = {
    "0": "O8", "1": "lI7", "5": "S6", "8": "B3", "O": "0", "Ø": "O0Q", "Æ": "AE", "Å": "A", "ø": "o", "æ": "e",
    "å": "a", "I": "1l", ",": ".", "S": "5", "B": "8", "3": "8", "9": "0",
}  # fmt: skip
"""What engines make of a letter; one of these letters is hit with the given probability."""


@dataclass
class Score:
    """How many of what was asked came out right."""

    name: str
    receipts: int = 0
    right: dict[str, list[int]] = field(default_factory=dict)

    def add(self, **asked: tuple[int, int]) -> None:
        self.receipts += 1
        for key, (right, of) in asked.items():
            found = self.right.setdefault(key, [0, 0])
            found[0] += right
            found[1] += of

    def __str__(self) -> str:
        parts = (f"{key} {right}/{of} ({right / of:.1%})" for key, (right, of) in self.right.items() if of)
        return f"{self.name:<26} n={self.receipts:<4} " + "  ".join(parts)


def as_lines(texts: Iterable[str]) -> list[TextLine]:
    """Text as an engine hands it over."""
    return [TextLine(text=text, confidence=Decimal(1)) for text in texts if text.strip()]


def lines_right(receipt: ReadReceipt, wanted: Iterable[tuple[str, Decimal]]) -> tuple[int, int]:
    """How many items came out with their price, and a name that looks the same."""
    left = [(looks(item.text), item.amount) for item in receipt.items]
    right = of = 0
    for text, amount in wanted:
        of += 1
        found = next((pair for pair in left if pair == (looks(text), amount)), None)
        if found is not None:
            left.remove(found)
            right += 1
    return right, of


def invented(rate: float, seed: str = "maaling") -> Score:
    """Receipts that the rules were not written on, their letters confused at a rate."""
    score = Score(f"invented, {rate:.0%} confused")
    for number in range(INVENTED):
        draw = Random(f"{seed} {number}")  # noqa: S311 - must be repeatable, not secret
        made = paper(draw)
        receipt = receipt_from_lines(as_lines(_confuse(text, rate, draw) for text, _ in made.lines))
        wanted = [(text, Decimal(oere) / 100) for text, oere in made.items]
        prices = lines_right(receipt, wanted) if not rate else _prices(receipt, [amount for _, amount in wanted])
        total = receipt.total == Decimal(made.total) / 100
        right = [item.amount for item in receipt.items] == [amount for _, amount in wanted]
        score.add(
            shop=(fold(receipt.shop) == fold(made.shop), 1),
            date=(str(receipt.date) == made.date, 1),
            total=(total, 1),
            lines=prices,
            adds_up=(receipt.adds_up, 1),
            wrong_but_adds_up=(receipt.adds_up and not right, 1),
        )
    return score


def _prices(receipt: ReadReceipt, wanted: list[Decimal]) -> tuple[int, int]:
    left = [item.amount for item in receipt.items]
    right = 0
    for amount in wanted:
        if amount in left:
            left.remove(amount)
            right += 1
    return right, len(wanted)


def _confuse(text: str, rate: float, draw: Random) -> str:
    return "".join(draw.choice(CONFUSED[c]) if c in CONFUSED and draw.random() < rate else c for c in text)


def itu(folder: Path) -> Iterator[Score]:
    """Printed receipts: the total that stands there, and lines that add up to it."""
    score = Score("printed (itu)")
    for file in sorted((folder / "itu").glob("receipt*.txt")):
        text = file.read_text("utf-8")
        total = re.search(r"^TOTAL\s+([\d,]+)", text, re.MULTILINE)
        receipt = receipt_from_lines(as_lines(text.splitlines()))
        priced = [line for line in text.split("TOTAL")[0].splitlines() if re.search(r"\d,\d\d$", line)]
        wanted = Decimal(total[1].replace(",", ".")) if total else None
        score.add(
            total=(receipt.total == wanted, 1), lines=(len(receipt.items), len(priced)), adds_up=(receipt.adds_up, 1)
        )
    yield score


def ocr(folder: Path) -> Iterator[Score]:
    """Real OCR output with its true lines."""
    score = Score("real OCR (ocr)")
    for file in sorted((folder / "ocr").glob("*.txt")):
        expected = json.loads(file.with_suffix(".expected.json").read_text("utf-8"), parse_float=Decimal)
        receipt = receipt_from_lines(as_lines(file.read_text("utf-8").splitlines()))
        wanted = [(text, Decimal(amount)) for text, amount in expected["items"]]
        score.add(
            total=(receipt.total == expected["printed_total"], 1),
            lines=lines_right(receipt, wanted),
            adds_up=(receipt.adds_up, 1),
        )
    yield score


def digital(folder: Path) -> Iterator[Score]:
    """Files of apps: everything stands there."""
    score = Score("digital")
    for file in sorted((folder / "digital").glob("*.json")):
        entries = json.loads(file.read_text("utf-8"), parse_float=Decimal)
        for entry, receipt in zip(entries, read_receipts(file).receipts, strict=True):
            total = Decimal(str(entry.get("totalPrice") or entry.get("total")))
            rows = entry.get("lines") or entry.get("receiptLines")
            off = sum(1 for row in rows if "rabat" in row["name"].casefold())
            whole = sum(Decimal(str(row["price"])) for row in rows) == sum(item.amount for item in receipt.items)
            score.add(
                shop=(bool(receipt.shop), 1),
                date=(str(receipt.date) == entry["purchaseDate"][:10], 1),
                total=(receipt.total == total, 1),
                lines=(len(receipt.items) if whole else 0, len(rows) - off),
            )
    yield score


def sroie(folder: Path) -> Iterator[Score]:
    """Scanned receipts in English: their boxes put into lines."""
    score = Score("Malaysian, English (sroie)")
    for file in sorted((folder / "sroie_subset").glob("*.box.csv")):
        key = json.loads(file.with_name(file.name.replace(".box.csv", ".key.json")).read_text("utf-8"))
        receipt = receipt_from_lines(as_lines(_grouped(file)))
        total = re.sub(r"[^\d.]", "", key.get("total", ""))
        day, month, year = [*re.findall(r"\d+", key.get("date", "")), "", "", ""][:3]
        full = f"20{year}" if len(year) == 2 else year
        score.add(
            total=(bool(total) and receipt.total == Decimal(total), 1),
            date=(f"{receipt.date}" == f"{full}-{month:0>2}-{day:0>2}", 1),
            shop=(fold(key.get("company", ""))[:8] == fold(receipt.shop)[:8], 1),
        )
    yield score


def _grouped(file: Path) -> Iterator[str]:
    """The text of boxes whose middles lie on one line, left to right, two spaces between."""
    boxes = []
    for row in csv.reader(file.read_text("utf-8", "replace").splitlines(), quoting=csv.QUOTE_NONE):
        if len(row) > 8:
            numbers = [int(cell) for cell in row[:8]]
            boxes.append((min(numbers[1::2]), max(numbers[1::2]), numbers[0], ",".join(row[8:])))
    boxes.sort()
    line: list[tuple[int, int, int, str]] = []
    for box in boxes:
        if line and (box[0] + box[1]) / 2 > line[0][1]:
            yield "  ".join(part[3] for part in sorted(line, key=lambda part: part[2]))
            line = []
        line.append(box)
    yield "  ".join(part[3] for part in sorted(line, key=lambda part: part[2]))


def vocabulary(folder: Path) -> Iterator[Score]:
    """Printed words with their role."""
    score = Score("vocabulary")
    roles = {role: role for role in ("total", "subtotal", "deposit", "vat", "change", "section")} | {
        "loyalty": "savings"
    }
    words = load_receipt_words()
    with (folder / "danish_receipt_vocabulary.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            for printed in row["printed_form"].split(" / "):
                if row["role"] in roles:
                    score.add(role=(words.role(printed)[0] == roles[row["role"]], 1))
                elif row["role"] == "payment":
                    score.add(role=(bool(words.paid_by(printed, strict=True)), 1))
    yield score


_BY_OTHERS: tuple[tuple[str, Callable[[Path], Iterator[Score]]], ...] = (
    ("danish_receipt_vocabulary.csv", vocabulary),
    ("digital", digital),
    ("itu", itu),
    ("ocr", ocr),
    ("sroie_subset", sroie),
)


def main() -> None:
    started = time.perf_counter()
    for rate in (0.0, 0.01, 0.02, 0.05):
        print(invented(rate))
    print(f"{(time.perf_counter() - started) / (4 * INVENTED) * 1000:.0f} ms a receipt")
    for folder in map(Path, sys.argv[1:2]):
        for name, measure in _BY_OTHERS:
            if (folder / name).exists():
                for score in measure(folder):
                    print(score)


if __name__ == "__main__":
    main()
