"""Digital receipts in the shapes of Coop, Storebox and our own, and what is said when they are something else."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetdesk import data_files
from budgetdesk.errors import ReceiptError
from budgetdesk.readers.receipts import read_receipt, read_receipts

D = Decimal


def content(value) -> tuple[str, bytes]:
    return "bon.json", json.dumps(value).encode()


def own(**changes):
    receipt = {"format": "budgetdesk/receipt", "version": 1, "shop": "Netto", "date": "2026-10-11", "total": "30.00"}
    return {**receipt, "lines": [{"text": "Mælk", "amount": "12.00"}, {"text": "Brød", "amount": "18.00"}], **changes}


def test_the_shape_of_coops_app():
    coop = {
        "receiptId": "1",
        "storeName": "Kvickly Eksempel",
        "purchaseDate": "2026-07-13",
        "totalPrice": "44.90",
        "totalAmountMinor": 4490,
        "currency": "DKK",
        "lines": [
            {"name": "2 x KNÆKBRØD", "price": "53.85", "priceMinor": 5385, "quantity": 2},
            {"name": "Rabat", "price": "-8.95", "priceMinor": -895},
        ],
    }
    receipt = read_receipt(content([coop]))

    assert (receipt.shop, receipt.date, receipt.total) == ("Kvickly Eksempel", date(2026, 7, 13), D("44.90"))
    assert [(i.text, i.amount) for i in receipt.items] == [("2 x KNÆKBRØD", D("44.90"))]
    assert receipt.rest == 0


def test_the_shape_of_storebox():
    storebox = {
        "id": "x",
        "merchant": {"name": "Netto Eksempel", "id": 101},
        "purchaseDate": "2026-07-10T12:00:00Z",
        "total": 50.0,
        "receiptLines": [{"name": "MÆLK", "price": 15.0}, {"name": "BRØD", "price": 34.95}],
    }
    receipt = read_receipt(content([storebox]))

    assert (receipt.shop, receipt.date, receipt.total) == ("Netto Eksempel", date(2026, 7, 10), D("50.00"))
    assert [i.amount for i in receipt.items] == [D("15.00"), D("34.95")]
    assert receipt.rest == D("0.05")


def test_a_discount_belongs_to_the_item_above_it_and_pant_stands_alone():
    lines = [("Cola", "20.00"), ("Pant", "3.00"), ("RABAT", "-5.00"), ("Pant retur", "-6.00")]
    receipt = read_receipt(content(own(total="12.00", lines=[{"text": t, "amount": a} for t, a in lines])))

    assert [(i.text, i.amount) for i in receipt.items] == [
        ("Cola", D("15.00")),
        ("Pant", D("3.00")),
        ("Pant retur", D("-6.00")),
    ]
    assert receipt.rest == 0


def test_a_receipt_that_does_not_add_up_is_kept_with_a_rest():
    receipt = read_receipt(content(own(total="45.50")))

    assert receipt.rest == D("15.50")
    assert len(receipt.items) == 2


def test_a_line_without_amount_is_a_problem_and_shows_as_rest():
    found = read_receipts(content(own(lines=[{"text": "Mælk", "amount": "12.00"}, {"text": "Brød"}])))

    assert found.receipts[0].rest == D("18.00")
    assert [p.row for p in found.problems] == [2]


@pytest.mark.parametrize(("written", "kroner"), [("53.90", "53.90"), ("53,90", "53.90"), ("1.000", "1000"), (7, "7")])
def test_amounts_with_a_dot_or_a_comma(written, kroner):
    assert read_receipt(content(own(total=written))).total == D(kroner)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "tom"),
        (b"\xff\xd8\xff\xe0 a picture", "digital kvittering"),
        (b"%PDF-1.7", "digital kvittering"),
        (b"[]", "ingen kvitteringer"),
        (b"{", "i stykker"),
        (b'{"a": NaN}', "i stykker"),
        (b"[" * 100_000, "i stykker"),
        (b'{"hello": 1}', "ikke en kvittering"),
        (b"[1, 2]", "ikke en kvittering"),
        (json.dumps(own(total="mange penge")).encode(), "Totalen"),
        (json.dumps(own(total=1e300)).encode(), "Totalen"),
        (json.dumps(own(date="2026-02-31")).encode(), "Datoen"),
        (json.dumps(own(currency="EUR")).encode(), "EUR"),
        (json.dumps([own(), own()]).encode(), "2 kvitteringer"),
    ],
)
def test_a_file_that_is_no_receipt_says_why(data, says):
    with pytest.raises(ReceiptError, match=says):
        read_receipt(("bon.json", data))


@given(st.binary(max_size=200))
def test_any_junk_ends_in_a_sentence(junk):
    with pytest.raises(ReceiptError):
        read_receipts(("bon.json", junk))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(shop=JSON, day=JSON, total=JSON, lines=JSON, name=JSON, price=JSON)
def test_any_values_in_the_right_places_give_a_receipt_or_a_sentence(shop, day, total, lines, name, price):
    lines = lines if isinstance(lines, list) else [{"name": name, "price": price}]
    try:
        found = read_receipts(content({"shop": shop, "date": day, "total": total, "lines": lines}))
    except ReceiptError:
        return

    receipt = found.receipts[0]
    assert sum((i.amount for i in receipt.items), receipt.rest) == receipt.total
    assert len(receipt.items) + len(found.problems) <= len(lines)


def test_the_sample_receipts_are_as_they_should_be():
    files = sorted(Path(data_files.path("sample")).glob("kvittering_*.json"))
    receipts = [read_receipt(file) for file in files]

    assert len(receipts) == 5
    assert [r.shop for r in receipts if r.rest] == ["Føtex Hvidovre"]


@pytest.mark.parametrize("key", ["date", "total", "currency"])
def test_what_a_sentence_quotes_is_short_however_long_it_is(key):
    entry = {"format": "budgetdesk/receipt", "shop": "Lidl", "date": "2026-10-03", "total": "10.00", "lines": []}
    with pytest.raises(ReceiptError) as refused:
        read_receipts(("lidl.json", json.dumps(entry | {key: "9x" * 2000}).encode()))

    assert len(str(refused.value)) < 250


def test_a_shop_and_an_item_of_a_book_are_cut_to_a_line():
    line = {"text": "Ost " * 900, "amount": "10.00"}
    entry = {"format": "budgetdesk/receipt", "shop": "Lidl " * 900, "total": "10.00", "lines": [line]}
    receipt = read_receipts(("lidl.json", json.dumps(entry).encode())).receipts[0]

    assert len(receipt.shop) <= 120
    assert len(receipt.items[0].text) <= 120
