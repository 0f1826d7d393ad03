"""What a bank writes is what we read, in every layout; and a row that is missing is noticed and named."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from statement_writers import WRITERS, Row, danske, nordea_2022, nordea_before_2022, statements

from budgetdesk.ledger.spending import ProofStatus
from budgetdesk.readers.statements import read_statement

TODAY = date(2026, 11, 20)


def read(data: bytes):
    return read_statement(("kontoudtog.csv", data), today=TODAY)


def seen(rows):
    return [(row.date, row.text, row.amount, row.pending) for row in rows]


@pytest.mark.parametrize("layout", WRITERS)
@given(data=statements())
def test_every_row_comes_back_and_the_proof_holds(layout, data):
    opening, rows = data
    found = read(WRITERS[layout](opening, rows))

    assert found.format == layout.split()[0]
    assert sorted(seen(found.rows)) == sorted((r.day, r.text, r.amount, r.pending) for r in rows)
    assert [r.date for r in found.rows] == sorted(r.date for r in found.rows)
    assert found.proof.status is ProofStatus.HOLDS
    assert found.proof.opening == opening
    assert found.proof.closing == opening + sum(r.amount for r in rows if not r.pending)
    assert found.problems == ()


@given(data=statements(pending=False), newest_first=st.booleans())
def test_nordea_before_2022_with_amounts_that_have_no_oere(data, newest_first):
    opening, rows = data
    found = read(nordea_before_2022(opening, rows, newest_first=newest_first).encode("cp1252"))

    assert found.format == "nordea_before_2022"
    assert sorted(seen(found.rows)) == sorted((r.day, r.text, r.amount, False) for r in rows)
    assert found.proof.status is ProofStatus.HOLDS


@given(data=statements(smallest=3, pending=False), newest_first=st.booleans(), which=st.integers(0, 99))
def test_a_row_taken_out_of_the_middle_breaks_the_proof_and_is_named(data, newest_first, which):
    """The first and the last row are another matter: nothing in the file tells that something came before or after."""
    opening, rows = data
    at = 1 + which % (len(rows) - 2)
    assume(len({row.amount for row in rows}) == len(rows))
    lines = danske(opening, rows).splitlines(keepends=True)
    body = [line for index, line in enumerate(lines[1:]) if index != at]
    found = read("".join([lines[0], *(reversed(body) if newest_first else body)]).encode("cp1252"))

    assert found.proof.status is ProofStatus.FAILS
    assert len(found.proof.gaps) == 1
    assert str(rows[at - 1].day.day) + "." in found.proof.gaps[0]


def test_a_missing_row_is_named_with_days_and_amount():
    rows = [
        Row(date(2026, 10, 1), "Netto", Decimal("-100")),
        Row(date(2026, 10, 3), "Lidl", Decimal("-40")),
        Row(date(2026, 10, 4), "Rema", Decimal("-250")),
        Row(date(2026, 10, 4), "Bager", Decimal("-30.50")),
    ]
    lines = danske(Decimal("1000"), rows).splitlines(keepends=True)
    del lines[3]
    found = read("".join(lines).encode("cp1252"))

    assert found.proof.gaps == ("Mellem 3. og 4. oktober mangler 250 kr. (en udbetaling).",)


@given(data=statements(), trailing=st.booleans(), newest_first=st.booleans())
def test_a_semicolon_in_a_text_of_nordea_moves_nothing(data, trailing, newest_first):
    """Nordea does not quote the text, so the cells behind it move one to the right."""
    opening, rows = data
    rows = [Row(r.day, f"Nordea pay køb; {r.text}", r.amount, r.pending) for r in rows]
    found = read(nordea_2022(opening, rows, trailing=trailing, newest_first=newest_first).encode("utf-8"))

    assert sorted(seen(found.rows)) == sorted((r.day, r.text, r.amount, r.pending) for r in rows)
    assert found.proof.status is ProofStatus.HOLDS


@given(data=statements(pending=False), order=st.permutations(range(6)))
def test_columns_are_found_by_name_wherever_they_stand(data, order):
    opening, rows = data
    lines = [line.split(";") for line in danske(opening, rows, columns=6).splitlines()]
    text = "\r\n".join(";".join(cells[i] for i in order) for cells in lines)
    found = read(text.encode("cp1252"))

    assert seen(found.rows) == [(r.day, r.text, r.amount, False) for r in rows]


@given(data=statements(smallest=2))
def test_reading_twice_gives_the_same(data):
    opening, rows = data
    content = danske(opening, rows).encode("cp1252")

    assert read(content) == read(content)
