"""How well receipts are read: `python tools/receipts_bench.py [--count 200] [--real FOLDER] [--out FOLDER]`.

Without more: synthetic Danish receipts (tests/receipts_synthetic), photographed badly. With `--real` also the folder of
real material, where there is one: scanned receipts with keys, printed texts, one reading by another engine.
Seconds are processor seconds of the child process, so that another program on the machine does not count.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import psutil
from receipts_score import Score, score_items
from receipts_synthetic import Sample, sample

from budgetdesk.errors import ReceiptError
from budgetdesk.readers.ocr.headers import look_at
from budgetdesk.readers.ocr.reader import Reader
from budgetdesk.readers.ocr.receipts import PictureReceipt, read_receipt_picture

_UNHURRIED = 600.0
"""Seconds: a machine that is busy with something else must not change what is read."""


@dataclass(frozen=True)
class Measured:
    """One synthetic receipt."""

    sample: Sample
    read: PictureReceipt | None
    items: Score
    seconds: float

    @property
    def total_right(self) -> bool:
        """The total that was read is the one that was printed."""
        return self.read is not None and self.read.receipt.total == self.sample.total


def main() -> int:
    """Print the figures."""
    arguments = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    arguments.add_argument("--first", type=int, default=0)
    arguments.add_argument("--count", type=int, default=200)
    arguments.add_argument("--real", type=Path, help="folder of real material")
    arguments.add_argument("--out", type=Path, help="write each picture and its truth here")
    arguments.add_argument("--wrong", action="store_true", help="show what was read wrong")
    given = arguments.parse_args()
    if given.count:
        _synthetic(range(given.first, given.first + given.count), given.out, given.wrong)
    if given.real:
        from receipts_real import measure_real  # noqa: PLC0415 - only with the material

        measure_real(given.real)
    return 0


def _synthetic(numbers: range, out: Path | None, wrong: bool) -> None:
    measured = []
    with Reader(seconds=_UNHURRIED) as reader:
        _warm(reader)
        for number in numbers:
            one = _measure(sample(number), reader)
            measured.append(one)
            if out is not None:
                _write(one.sample, out)
            if wrong and (not one.total_right or one.items.right < one.items.of):
                _tell(one)
    _print(measured)


def _warm(reader: Reader) -> None:
    """The start of the engines is paid once a session, not by every receipt."""
    first = sample(0).picture
    for engine in ("tesserocr", "rapidocr"):
        reader.read(first, look_at(first), engine)


def _measure(one: Sample, reader: Reader) -> Measured:
    before = _processor_seconds(reader)
    began = time.process_time()
    try:
        read = read_receipt_picture(one.picture, reader=reader, enough=_UNHURRIED)
    except ReceiptError:
        read = None
    seconds = _processor_seconds(reader) - before + time.process_time() - began
    found = [(item.text, item.amount) for item in read.receipt.items] if read else []
    return Measured(one, read, score_items(one.items, found), seconds)


def _processor_seconds(reader: Reader) -> float:
    times = psutil.Process(reader.process_id).cpu_times()
    return times.user + times.system


def _print(measured: list[Measured]) -> None:
    count = len(measured)
    right = sum(one.total_right for one in measured)
    added_up = [one for one in measured if one.read and one.read.receipt.adds_up]
    false = sum(not one.total_right for one in added_up)
    lines, of = sum(one.items.right for one in measured), sum(one.items.of for one in measured)
    seconds = sorted(one.seconds for one in measured)
    print(f"synthetic receipts, n = {count}")
    print(f"  total right                   {right / count:6.1%}  ({right} of {count}; reach 97 %)")
    print(f"  lines with the right price    {lines / of:6.1%}  ({lines} of {of}; reach 90 %)")
    print(f"  add up to the total           {len(added_up) / count:6.1%}")
    print(f"  add up, but to a wrong total  {false / count:6.1%}  ({false}: nobody would look)")
    print(f"  read by                       {_engines(measured)}")
    print(f"  seconds per receipt per core  {median(seconds):6.2f}  median (reach 2)")
    print(
        f"                                {seconds[int(0.9 * count)]:6.2f}  nine of ten; {seconds[-1]:.2f} the slowest"
    )


def _engines(measured: list[Measured]) -> str:
    engines = [one.read.text.engine if one.read else "none" for one in measured]
    return ", ".join(f"{name} {engines.count(name)}" for name in sorted(set(engines)))


def _tell(one: Measured) -> None:
    total = one.read.receipt.total if one.read else None
    engine = one.read.text.engine if one.read else ""
    lines = f"lines {one.items.right} of {one.items.of}"
    print(f"{one.sample.number:4} total {total} of {one.sample.total}, {lines}, {engine} {one.seconds:.1f} s")
    for text, amount in one.items.missed[:4]:
        print(f"       not found: {text} {amount}")


def _write(one: Sample, out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    (out / f"{one.number:03}.jpg").write_bytes(one.picture)
    (out / f"{one.number:03}.json").write_text(json.dumps(one.truth(), ensure_ascii=False, indent=1), "utf-8")


if __name__ == "__main__":
    sys.exit(main())
