"""A receipt in any layout reads back to the same items; anything else never raises and never makes up a total."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st
from laws import examples
from receipt_writers import TILLS, Bought, as_lines, write

from budgetdesk.readers.receipt_lines import receipt_from_lines

D = Decimal
TODAY = date(2026, 11, 20)
NAMES = (
    "RUGBRØD",
    "Letmælk 1L",
    "ØKO GULERØDDER",
    "Cola 1,5 L",
    "HK SVIN/KALV",
    "Frugt & nødder",
    "Kiks",
    "Batterier AA",
    "JULEKORT",
    "Pantene shampoo",
    "Gavepapir",
    "Sodavand 33cl",
    "LER 2 KG",
    "Colgate Total",
    "Byggryn",
    "7-up",
    "A38 naturel",
    "Tørklæde str. M",
)
PRICE = st.decimals("1.00", "1999.95", places=2)


@st.composite
def bought(draw: st.DrawFn) -> Bought:
    kind = draw(st.integers(0, 5))
    each = draw(PRICE)
    made = Bought(
        text=draw(st.sampled_from(NAMES)),
        each=each,
        count=draw(st.integers(2, 9)) if kind == 0 else 1,
        grams=draw(st.integers(50, 3000)) if kind == 1 else 0,
        pant=draw(st.sampled_from((D("1.00"), D("1.50"), D("3.00")))) if kind == 2 else D(0),
    )
    off = draw(st.decimals("0.50", made.price, places=2)) if kind in (0, 3) else D(0)
    return Bought(
        text=made.text, each=each, count=made.count, grams=made.grams, pant=made.pant, off=min(off, made.price)
    )


@settings(max_examples=examples(50), deadline=None)
@given(items=st.lists(bought(), min_size=1, max_size=9), till=st.sampled_from(TILLS))
def test_a_receipt_in_any_layout_reads_back_to_its_items(items, till):
    receipt = receipt_from_lines(as_lines(write(items, till)), today=TODAY)
    expected = [pair for item in items for pair in item.expected()]

    assert [(item.text, item.amount) for item in receipt.items] == expected
    assert receipt.total == sum((amount for _, amount in expected), D(0))
    assert (receipt.adds_up, receipt.doubts) == (True, ())
    assert (receipt.shop, receipt.date) == ("Netto Hvidovre", date(2026, 10, 11))


WORDS = st.sampled_from(
    [
        "TOTAL",
        "AT BETALE",
        "KONTANT",
        "BYTTEPENGE",
        "RABAT",
        "PANT",
        "MOMS",
        "2 x",
        "kg",
        "kr",
        "****",
        "Netto",
        "12,95",
        "7,95-",
        "1O,5O",
        "11.10.26",
        "SUBTOTAL",
        "VISA",
        "1 234,50",
        "0,5",
        "À",
        "-",
    ]
)
LINE = st.lists(WORDS | st.text(max_size=12), max_size=6).map(" ".join)


def digits_on(lines: list[str]) -> set[str]:
    """Every run of figures on the paper, letters that look like figures taken as such, without signs between."""
    plain = [line.translate(str.maketrans("OoØøQDIl|!SsBZ", "00000011115582")) for line in lines]
    return {re.sub(r"[^0-9]", "", line) for line in plain}


@settings(max_examples=examples(60), deadline=None)
@given(lines=st.lists(LINE, max_size=25))
def test_anything_at_all_gives_a_receipt_and_its_total_stands_on_the_paper(lines):
    receipt = receipt_from_lines(as_lines(lines), today=TODAY)

    if receipt.total is not None:
        shown = f"{abs(receipt.total):.2f}".replace(".", "")
        short = shown.removesuffix("00") if shown.endswith("00") else shown
        assert any(shown in digits or short in digits for digits in digits_on(lines))
    if receipt.adds_up:
        assert receipt.items_sum == receipt.total
