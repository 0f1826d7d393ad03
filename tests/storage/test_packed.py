"""Many values of one kind come back from their packed text, whatever they hold and however many pieces they make."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest
from any_record import any_value
from hypothesis import given, settings
from hypothesis import strategies as st

from budgetdesk.ledger.spending import Receipt, Transaction, bank_rows
from budgetdesk.storage import packed
from budgetdesk.storage.packed import pack, unpack


@pytest.fixture(autouse=True, params=[1, 3, 2000])
def piece(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(packed, "PIECE", request.param)
    monkeypatch.setattr(packed, "_BYTES", 7 * request.param)
    return int(request.param)


@pytest.mark.parametrize("kind", [Transaction, Receipt])
def test_values_come_back_from_their_packed_text(kind):
    @given(st.lists(any_value(kind), max_size=7))
    @settings(max_examples=15, deadline=None)
    def check(values):
        text = pack(kind, values)
        assert text.isascii()
        assert unpack(kind, text) == values

    check()


@given(st.lists(any_value(Transaction), max_size=7))
@settings(max_examples=15, deadline=None)
def test_they_may_be_made_together(values):
    assert unpack(Transaction, pack(Transaction, values), bank_rows) == values


@dataclass(frozen=True, kw_only=True)
class Older:
    id: str
    amount: Decimal
    gone: str = "x"


@dataclass(frozen=True, kw_only=True)
class Newer:
    id: str
    amount: Decimal
    day: date | None = None


def test_a_field_that_is_gone_is_left_out_and_a_new_one_has_its_default():
    values = [Older(id="a", amount=Decimal("1.50")), Older(id="b", amount=Decimal(2))]

    assert unpack(Newer, pack(Older, values), lambda _rows: []) == [
        Newer(id="a", amount=Decimal("1.50")),
        Newer(id="b", amount=Decimal(2)),
    ]


def test_half_a_letter_that_no_database_takes_is_left_out():
    assert unpack(Newer, pack(Newer, [Newer(id="a\ud800", amount=Decimal(1))])) == [Newer(id="a", amount=Decimal(1))]
