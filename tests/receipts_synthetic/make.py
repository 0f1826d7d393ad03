"""One synthetic receipt by its number: the same number gives the same bytes."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from random import Random

from receipts_synthetic.camera import photographed
from receipts_synthetic.paper import Paper, paper
from receipts_synthetic.printer import printed


@dataclass(frozen=True)
class Sample:
    """A picture and its truth. Amounts in kr; `items` as they count, discounts taken off."""

    number: int
    picture: bytes
    shop: str
    date: str
    total: Decimal
    items: tuple[tuple[str, Decimal], ...]
    lines: tuple[str, ...]

    def truth(self) -> dict[str, object]:
        """For a JSON file beside the picture."""
        items = [{"text": text, "amount": str(amount)} for text, amount in self.items]
        return {
            "shop": self.shop,
            "date": self.date,
            "total": str(self.total),
            "items": items,
            "lines": list(self.lines),
        }


def lines(number: int) -> tuple[str, ...]:
    """What stands on the receipt with this number, without taking its picture."""
    return _lines(paper(_chance(number)))


@lru_cache(maxsize=8)
def sample(number: int) -> Sample:
    """The receipt with this number."""
    draw = _chance(number)
    made = paper(draw)
    return Sample(
        number=number,
        picture=photographed(printed(made.lines, draw), draw),
        shop=made.shop,
        date=made.date,
        total=Decimal(made.total).scaleb(-2),
        items=tuple((text, Decimal(oere).scaleb(-2)) for text, oere in made.items),
        lines=_lines(made),
    )


def _chance(number: int) -> Random:
    return Random(f"kvittering {number}")  # noqa: S311 - must be repeatable, not secret


def _lines(made: Paper) -> tuple[str, ...]:
    return tuple(text for text, _ in made.lines if text.strip())
