"""Whole columns read at once say the same as one cell, and one row, after the other."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from budgetdesk.readers.banks.amounts import AmountCells, Convention, read_amount
from budgetdesk.readers.banks.layout import Columns
from budgetdesk.readers.banks.reading import RowReader
from budgetdesk.readers.banks.sheet import Line

TODAY = date(2026, 11, 20)
AMOUNTS = st.sampled_from(
    ["-1.234,50", "0,00", "-0,00", "12", "1,234.50", "", "nej", "100.000.000,00", "-100.000.000,01", "kr 5,00", "1\n2"]
) | st.text("0123456789.,-", max_size=12)
CELLS = st.tuples(
    st.sampled_from(["20.11.2026", "21.11.2026", "3.1.2026", "31.02.2026", "", "Venter"]),
    st.sampled_from(["Netto 4711", "Netto  4711", " ", "", "Kiosk\u200b", "Løn"]),
    AMOUNTS,
    AMOUNTS,
    st.sampled_from(["Udført", "udført", "Venter", "Slettet", "", "Måske"]),
    st.sampled_from(["DKK", "", "EUR"]),
    st.sampled_from(["Mad", ""]),
)
COLUMNS = Columns(date=0, text=1, amount=2, balance=3, status=4, currency=5, hints=(6,))


@pytest.mark.parametrize("how", Convention)
@given(st.lists(AMOUNTS, max_size=8))
@example(["-0,00", "1.234,50"])
@example(["9" * 60 + ",00", "1,00"])
def test_a_column_of_amounts_is_read_as_its_cells_are(how, cells):
    found = list(AmountCells(how).column(cells))

    assert [str(amount) for amount in found] == [str(read_amount(cell, how)) for cell in cells]


def test_nought_is_never_minus_nought_in_a_column():
    assert [str(amount) for amount in AmountCells(Convention.DANISH).column(["-0,00", "5,00"])] == ["0.00", "5.00"]


@given(st.lists(CELLS, max_size=6))
@example([("20.11.2026", "Netto 4711", "-1,00", "0,00", "Udført", "DKK", "Mad")])
def test_a_row_read_with_its_columns_is_the_row_read_alone_and_leaves_no_doubt(rows):
    lines = [Line(number, cells) for number, cells in enumerate(rows, start=2)]
    reader = RowReader(lines, COLUMNS, today=TODAY)

    for line, row in zip(lines, reader.in_order(lines), strict=True):
        assert row is None or (row, "") == reader.looked_into(line)


def test_a_row_with_nothing_special_about_it_is_read_with_its_columns():
    lines = [
        Line(2, ("20.11.2026", "Netto 4711", "-1,00", "0,00", "Udført", "DKK", "Mad")),
        Line(3, ("21.11.2026", "Netto 4711", "-1,00", "0,00", "Udført", "DKK", "Mad")),
    ]
    first, second = RowReader(lines, COLUMNS, today=TODAY).in_order(lines)

    assert first is not None
    assert first.amount == Decimal("-1.00")
    assert second is None  # its day lies ahead
