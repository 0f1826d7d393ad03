"""Rows are found again by id and by month, and are a tuple like any other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from budgetdesk.dates import Month
from budgetdesk.ledger.spending import Rows, Spending, Transaction, Voice

DAYS = st.lists(st.dates(date(2025, 11, 1), date(2026, 2, 28)), max_size=30)


def rows_on(days: list[date]) -> tuple[Transaction, ...]:
    return tuple(
        Transaction(
            id=f"t{n}", batch=f"b{n % 2}", date=day, text="Netto", amount=Decimal(-n), line="701" if n % 3 else ""
        )
        for n, day in enumerate(days)
    )


@given(DAYS)
def test_every_row_stands_in_its_month_once_in_the_order_of_all(days):
    rows = Spending(transactions=rows_on(days)).rows

    assert list(rows.by_month) == sorted({Month.of(day) for day in days})
    for month, here in rows.by_month.items():
        assert here == tuple(row for row in rows if Month.of(row.date) == month)
        assert rows.batches_of[month] == {row.batch for row in here}


@given(DAYS)
def test_rows_are_found_by_id_and_those_without_a_line_are_known(days):
    rows = Rows(rows_on(days))

    assert rows == rows_on(days)
    assert [rows.by_id[row.id] for row in rows] == list(rows)
    assert rows.unsorted == tuple(row for row in rows if not row.line)


def test_what_was_looked_up_stays_as_long_as_the_rows_do():
    spending = Spending(transactions=rows_on([date(2026, 1, 2)]))
    spending.rows.look_up()
    spoken = replace(spending, voices=(Voice(id="701"),))

    assert spoken.rows is spending.rows
    assert replace(spending, transactions=spending.transactions[:0]).rows.by_month == {}
