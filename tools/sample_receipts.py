"""Prints and photographs the pile of receipts of the sample month: `python tools/sample_receipts.py`.

The purchases stand in tools/sample_receipts.toml; the printer and the camera are those of the tests. The same text
gives the same pictures.
"""

from __future__ import annotations

import io
import sys
import tomllib
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from PIL import Image  # noqa: E402 - after the path
from receipts_synthetic.camera import photographed  # noqa: E402
from receipts_synthetic.printer import printed  # noqa: E402

OUT = ROOT / "resources" / "sample" / "kvitteringer"
WIDTH = 34
LARGEST = (900, 1600)
"""Pixels: as a telephone sends it on."""


def amount(kroner: Decimal) -> str:
    return f"{kroner:.2f}".replace(".", ",")


def row(left: str, kroner: Decimal) -> tuple[str, int]:
    right = amount(kroner)
    return f"{left}{' ' * (WIDTH - len(left) - len(right))}{right}", 1


def lines(receipt: dict[str, Any], shop: dict[str, Any]) -> list[tuple[str, int]]:
    """What stands on the paper; the item `fill` costs what is left of the total."""
    total = Decimal(receipt["total"])
    items = [(text, Decimal(price)) for text, price in receipt["items"]]
    items.append((receipt["fill"], total - sum((price for _, price in items), Decimal(0))))
    if min(price for _, price in items) <= 0:
        raise SystemExit(f"{receipt['name']}: varerne koster mere end {total}")
    day, hour = receipt["at"].split()
    year, month, date = day.split("-")
    return [
        *((text.center(WIDTH).rstrip(), 1) for text in shop["head"]),
        ("", 1),
        *(row(text, price) for text, price in items),
        ("-" * WIDTH, 1),
        row(shop["total"], total),
        ("-" * WIDTH, 1),
        row("DANKORT", total),
        row("MOMS UDGØR", (total / 5).quantize(Decimal("0.01"))),
        ("", 1),
        (f"{date}.{month}.{year} {hour}".center(WIDTH).rstrip(), 1),
        ("TAK FOR BESØGET".center(WIDTH).rstrip(), 1),
    ]


def smaller(picture: bytes) -> bytes:
    """The photo in grey and no larger than needed to be read."""
    image = Image.open(io.BytesIO(picture)).convert("L")
    image.thumbnail(LARGEST)
    target = io.BytesIO()
    image.save(target, "JPEG", quality=55, optimize=True)
    return target.getvalue()


def main() -> None:
    data = tomllib.loads((ROOT / "tools" / "sample_receipts.toml").read_text("utf-8"))
    OUT.mkdir(exist_ok=True)
    for receipt in data["receipts"]:
        draw = Random(f"prøve {receipt['name']}")  # noqa: S311 - must be repeatable, not secret
        paper = printed(lines(receipt, data["shops"][receipt["shop"]]), draw)
        (OUT / f"{receipt['name']}.jpg").write_bytes(smaller(photographed(paper, draw)))


if __name__ == "__main__":
    main()
