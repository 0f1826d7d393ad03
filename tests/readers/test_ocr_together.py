"""Several readings of one picture, without an engine: what one lacks, another tells, and nothing is made up."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from budgetdesk.readers.ocr.reader import Reader
from budgetdesk.readers.ocr.receipts import PictureReceipt, read_receipt_picture
from budgetdesk.readers.receipt_text import ReceiptText, TextLine

PNG = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + b"\0\0\2\0" * 2 + b"\x08\0\0\0\0"
TODAY = date(2026, 11, 20)
GOODS = ("OST  40,00", "MÆLK  20,00", "TOTAL  60,00", "DANKORT  60,00")
DAY = "11.10.2026 14:32"


class _Engines(Reader):
    """Gives one reading after the other, and counts how many were asked for."""

    def __init__(self, *readings: tuple[str, ...], sureness: Decimal = Decimal(1)) -> None:
        self.left = list(readings)
        self.sureness = [sureness]
        self.asked = 0

    def read(self, data, header, engine, attempt=0, *, cancelled=lambda: False):
        self.asked += 1
        printed = self.left.pop(0)
        sure = self.sureness.pop() if self.sureness else Decimal(1)
        lines = tuple(
            TextLine(text=text, confidence=sure if n == 0 else Decimal(1), box=(0, 20 * n, 200, 18))
            for n, text in enumerate(printed)
        )
        return ReceiptText(lines=lines, engine=engine)


def read(*readings: tuple[str, ...]) -> tuple[PictureReceipt, int]:
    engines = _Engines(*readings)
    return read_receipt_picture(PNG, today=TODAY, reader=engines), engines.asked


def test_a_reading_that_has_all_is_enough():
    found, asked = read(("NETTO", DAY, *GOODS))

    assert found.receipt.sure
    assert asked == 1


@pytest.mark.parametrize(
    ("first", "others"),
    [
        pytest.param(("NETTO", "l1.I0 Z0?6", *GOODS), ("NETTO", DAY, "OST  4O,OO", *GOODS[1:]), id="the day"),
        pytest.param(("~~", DAY, *GOODS), ("NETTO", DAY, "OST  7,00", *GOODS[1:]), id="the shop"),
        pytest.param(GOODS, ("NETTO", DAY, "OST  7,00", *GOODS[1:]), id="both"),
    ],
)
def test_a_reading_that_adds_up_gets_the_day_and_the_shop_it_lacks_from_another(first, others):
    found, asked = read(first, others)

    assert (found.receipt.shop, found.receipt.date) == ("NETTO", date(2026, 10, 11))
    assert [item.amount for item in found.receipt.items] == [Decimal(40), Decimal(20)]
    assert found.receipt.sure
    assert asked == 2


def test_the_places_of_what_came_from_another_reading_are_shown_in_the_picture():
    found, _ = read(GOODS, ("NETTO", DAY, "OST  7,00", *GOODS[1:]))
    lines = found.text.lines

    assert [lines[n].text for n in found.receipt.shop_lines] == ["NETTO"]
    assert [lines[n].text for n in found.receipt.date_lines] == [DAY]


def test_a_day_that_no_reading_has_is_asked_for():
    found, asked = read(*[("NETTO", *GOODS)] * 3)

    assert found.receipt.adds_up
    assert found.receipt.doubts == ("Datoen kan ikke læses. Skriv den ind.",)
    assert asked == 3


def test_a_day_of_its_own_is_kept_whatever_another_reading_says():
    found, _ = read(("~~", "10.10.2026", *GOODS), ("NETTO", DAY, *GOODS))

    assert found.receipt.date == date(2026, 10, 10)


def test_a_shop_that_was_hardly_read_is_asked_for_once_more():
    engines = _Engines(("~ETTØD", DAY, *GOODS), ("NETTO", DAY, *GOODS), sureness=Decimal("0.1"))
    found = read_receipt_picture(PNG, today=TODAY, reader=engines)

    assert (found.receipt.shop, found.receipt.sure, engines.asked) == ("NETTO", True, 2)
