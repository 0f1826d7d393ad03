"""Lists of arrears as CSV and Excel: found columns, chosen columns, odd rows, and files that are no lists."""

from __future__ import annotations

import io
from decimal import Decimal

import pytest
from openpyxl import Workbook

from budgetdesk.errors import ArrearsListError
from budgetdesk.readers.arrears_list import ListColumns, guess_columns, read_arrears_list

CSV = """Restanceliste pr. 18-12-2026;;;
Lejernr;Navn;Forfald;Restance
000123456789;"Skovgaard, Nadia";01-12-2026;5.935,00
000987654321;Bo Bak;01-12-2026;-200,00
000555;Tal Fejl;;hmm
;;;5.735,00
"""


def test_a_list_is_read_by_the_names_of_its_columns() -> None:
    read = read_arrears_list(("liste.csv", CSV.encode("cp1252")))

    assert [(row.reference, row.name, row.amount) for row in read.rows] == [
        ("000123456789", "Skovgaard, Nadia", Decimal("5935.00")),
        ("000987654321", "Bo Bak", Decimal("-200.00")),
    ]
    assert [(one.line, one.text) for one in read.problems] == [(5, "Beløbet “hmm” kan ikke læses.")]


def test_a_workbook_is_read_the_same_way() -> None:
    book = Workbook()
    for row in (["Lejemål", "Lejer", "Saldo"], ["12-34", "Nadia Skovgaard", 5935.5], ["12-35", "Bo Bak", None]):
        book.active.append(row)
    data = io.BytesIO()
    book.save(data)
    read = read_arrears_list(("liste.xlsx", data.getvalue()))

    assert [(row.reference, row.amount) for row in read.rows] == [("12-34", Decimal("5935.50")), ("12-35", Decimal(0))]


def test_columns_that_a_person_chose_are_used() -> None:
    text = "A;B;C\n1.000,00;77;Nadia\n"

    with pytest.raises(ArrearsListError, match="Kolonnerne er: A, B, C"):
        read_arrears_list(("x.csv", text.encode()))
    read = read_arrears_list(("x.csv", text.encode()), columns=ListColumns(amount=0, reference=1))

    assert [(row.reference, row.name, row.amount) for row in read.rows] == [("77", "", Decimal("1000.00"))]


@pytest.mark.parametrize(
    ("header", "columns"),
    [
        (("Lejernr", "Navn", "Restance"), (2, 0, 1)),
        (("Lejer", "Lejernr", "Restance i alt"), (2, 1, 0)),
        (("Betalingsreference", "Beløb", "Restance"), (2, 0, -1)),
        (("Navn", "Skyldig"), (1, -1, 0)),
    ],
)
def test_the_surest_name_of_a_column_wins(header: tuple[str, ...], columns: tuple[int, int, int]) -> None:
    found = guess_columns(header)

    assert found is not None
    assert (found.amount, found.reference, found.name) == columns


@pytest.mark.parametrize("header", [("Navn", "Adresse"), ("Restance", "Dato"), ()])
def test_without_what_is_owed_or_whose_it_is_there_is_no_guess(header: tuple[str, ...]) -> None:
    assert guess_columns(header) is None


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4 x", b"\x00\x01\x02", b"bare en tekst uden kolonner", b"PK\x03\x04x"])
def test_what_is_no_list_is_told_in_a_sentence(data: bytes) -> None:
    with pytest.raises(ArrearsListError, match=r"liste|Gem listen"):
        read_arrears_list(("fil.csv", data))


def test_a_file_that_is_not_there_is_told() -> None:
    with pytest.raises(ArrearsListError, match="findes ikke"):
        read_arrears_list("findes-ikke.csv")
