"""A layout nobody knows: guessed, proved by its balances, or chosen by hand and remembered."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statement_writers import Row, balances, danish, statements

from budgetdesk.errors import StatementError, UnknownLayoutError
from budgetdesk.ledger.spending import ProofStatus
from budgetdesk.readers import mapping as mappings
from budgetdesk.readers.banks.sheet import LOOKED_AT
from budgetdesk.readers.banks.sheet import sheets as split_each_way
from budgetdesk.readers.guess import guess_mapping
from budgetdesk.readers.mapping import Mapping
from budgetdesk.readers.statements import file_sheets, read_statement, read_with

TODAY = date(2026, 11, 20)
ROWS = [
    Row(date(2026, 10, day), text, Decimal(amount))
    for day, text, amount in (
        (1, "Husleje", "-7800"),
        (2, "Netto", "-95.50"),
        (13, "Løn", "18250"),
        (30, "Lidl", "-12"),
    )
]


def strange(
    opening: Decimal, rows: list[Row], *, head: bool = True, order: str = "sdtbi", newest: bool = False
) -> bytes:
    """Columns nobody uses: number, day, text, balance, in and out; in any order."""
    lines = []
    for number, (row, balance) in enumerate(zip(rows, balances(opening, rows), strict=True)):
        money = danish(abs(row.amount), thousands=True)
        cells = {
            "s": f"A{number}",
            "d": f"{row.day:%d/%m/%Y}",
            "t": row.text,
            "b": danish(balance or Decimal(0), thousands=True),
            "i": f";{money}" if row.amount > 0 else f"{money};",
        }
        lines.append(";".join(cells[key] for key in order))
    names = {"s": "Løbenummer", "d": "Hvornår", "t": "Hvad", "b": "Står der nu", "i": "Væk;Kommet"}
    body = lines[::-1] if newest else lines
    return "\n".join([";".join(names[key] for key in order), *body] if head else body).encode()


def sheets(data: bytes):
    return file_sheets(data, "fil.csv")


@settings(max_examples=30)
@given(data=statements(smallest=5, pending=False), order=st.permutations("sdtbi"), newest=st.booleans())
def test_a_layout_never_seen_is_read_when_every_balance_proves_it(data, order, newest):
    opening, rows = data
    rows = [*rows, Row(rows[-1].day, "x ind", Decimal(5)), Row(rows[-1].day, "x ud", Decimal(-7))]
    try:
        found = read_statement(("fil.csv", strange(opening, rows, order="".join(order), newest=newest)), today=TODAY)
    except UnknownLayoutError:
        return  # it may ask; it may not be wrong

    assert found.format == "guessed"
    assert found.proof.status is ProofStatus.HOLDS
    assert sorted((r.date, r.amount) for r in found.rows) == sorted((r.day, r.amount) for r in rows)


def test_the_guess_of_a_usual_file_is_right():
    guessed = guess_mapping(sheets(strange(Decimal(9000), ROWS)), today=TODAY)

    assert guessed is not None
    assert (guessed.date, guessed.text, guessed.balance, guessed.money_out, guessed.money_in) == (1, 2, 3, 4, 5)
    assert (guessed.separator, guessed.decimal, guessed.header_row) == (";", ",", 0)


def test_without_balances_the_program_asks_and_begins_with_a_guess():
    data = b"Hvornaar;Hvem;Kroner\n01.10.2026;Netto;-10,00\n02.10.2026;Lidl;-20,00\n"
    guessed = guess_mapping(sheets(data), today=TODAY)

    with pytest.raises(UnknownLayoutError):
        read_statement(("fil.csv", data), today=TODAY)
    assert guessed is not None
    assert [row.amount for row in read_with(guessed, ("fil.csv", data), today=TODAY).rows] == [-10, -20]


def test_a_mapping_is_remembered_by_the_names_of_the_columns():
    old, new = (f"Hvornaar;Hvem;Kroner\n0{n}.10.2026;Netto;-10,00\n".encode() for n in (1, 2))
    made = guess_mapping(sheets(old), today=TODAY)
    assert made is not None
    kept = mappings.from_json(mappings.to_json(replace(made, title="Min bank")))
    found = read_statement(("ny.csv", new), today=TODAY, mappings=[kept])

    assert (found.format_title, found.rows[0].date) == ("Min bank", date(2026, 10, 2))
    assert mappings.fingerprint(sheets(b"A;B;C\n01.10.2026;x;1,00")[0]) != kept.fingerprint


@given(st.builds(Mapping, fingerprint=st.text(max_size=20), date=st.integers(-1, 99), text=st.integers(-1, 99)))
def test_a_mapping_comes_back_from_json(mapping):
    assert mappings.from_json(mappings.to_json(mapping)) == mapping


@pytest.mark.parametrize(
    "broken", ["", "{}", "[]", '{"date": 1}', "[" * 9000, '{"fingerprint":"a","date":"1","text":2}']
)
def test_a_broken_mapping_is_a_sentence(broken):
    with pytest.raises(StatementError, match="Vælg kolonnerne igen"):
        mappings.from_json(broken)


def test_the_sample_shows_names_and_first_rows():
    sample = mappings.sample_rows(sheets(strange(Decimal(9000), ROWS)), count=2)

    assert sample.header == ("Løbenummer", "Hvornår", "Hvad", "Står der nu", "Væk", "Kommet")
    assert [row[2] for row in sample.rows] == ["Husleje", "Netto"]


def test_a_mapping_with_a_separator_the_file_lacks_is_a_sentence():
    mapping = Mapping(fingerprint="x", date=0, text=1, amount=2, separator="\t")

    with pytest.raises(StatementError, match="skilletegn"):
        read_with(mapping, ("fil.csv", b"a;b;c\n1;2;3"), today=TODAY)


@given(st.lists(st.text('a9;,"-. ', max_size=12), max_size=12))
def test_a_place_found_near_the_top_is_the_place_in_the_whole(lines):
    for sheet in split_each_way("\n".join(lines)):
        assert sheet.top == sheet.lines[:LOOKED_AT]


def test_a_cell_that_goes_on_over_a_line_above_the_header_moves_nothing():
    sheet = next(split_each_way('"Konto\nLøn";;;\nDato;Tekst;Beløb;Saldo\n01.03.2026;Netto;-10,00;5,00'))

    assert sheet.lines[mappings.header_row(sheet)].cells[0] == "Dato"
