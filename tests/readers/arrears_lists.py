"""Lists of arrears as several landlords might write them: invented people, layouts of our own making."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import date

from openpyxl import Workbook

PLAIN = """Restanceliste pr. 18-11-2026;;;;
Lejernr;Navn;Adresse;Forfald;Restance
0012-1;"Skovgaard, Nadia";Lærkevej 12, 3. tv;01-11-2026;7.935,00
0012-2;Bo Bak;Bakkevej 7;01-10-2026;-200,00
0012-3;Tal Fejl;Bakkevej 9;;hmm
;;;;7.735,00
"""
DEPARTMENTS = """Afdeling;Lejemål;Fornavn;Efternavn;Vejnavn;Husnr;Postnr;By;CPR-nr;Mobil;E-mailadresse;Saldo;Rykkerdato
Lærkely, afdeling 3;;;;;;;;;;;;
3;3-12-4;Bo;Bak;Bakkevej;7;2650;Hvidovre;010170-1234;20202020;bo@eksempel.dk;1.000,50;10-11-2026
3;3-12-5;Eva;Ek;Bakkevej;9;2650;Hvidovre;020280-1234;;;500;
I alt afdeling 3;;;;;;;;;;;1.500,50;
Afdeling;Lejemål;Fornavn;Efternavn;Vejnavn;Husnr;Postnr;By;CPR-nr;Mobil;E-mailadresse;Saldo;Rykkerdato
4;4-1-1;Cia;Carl;Parkvej;1;2650;Hvidovre;030390-1234;;;2.000,00;
I alt;;;;;;;;;;;3.500,50;
"""
TABS = "Debitornr\tLejer\tÆldste forfald\tUdestående\n77\tDan Due\t2026-11-01\t1234.50\n78\tEva Ek\t2026-10-01\t99.00\n"
STATEMENT = "Bogført;Tekst;Beløb i DKK;Saldo\n20-11-2026;Netto;-75,00;1.000,00\n"


def workbook(*sheets: tuple[str, Sequence[Sequence[object]]], merge: Sequence[str] = ()) -> bytes:
    """An Excel file; `merge` are ranges of the last sheet."""
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets:
        page = book.create_sheet(title)
        for row in rows:
            page.append(list(row))
    for cells in merge:
        book.worksheets[-1].merge_cells(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def with_merged_cells() -> bytes:
    """A cover page, then a list with one name beside two months, a title across, and a sum."""
    rows: list[list[object]] = [
        ["Restanceliste pr. 18-11-2026", None, None, None, None],
        [],
        ["Lejernr", "Navn", "Adresse", "Forfald", "Restance"],
        ["0012", "Nadia Skovgaard", "Lærkevej 12", date(2026, 10, 1), 600.5],
        [None, None, None, date(2026, 11, 1), 7600],
        [77, "Bo Bak", "Bakkevej 7", "1/11-2026", "1.234,50"],
        ["I alt", None, None, None, 9435],
    ]
    cover = ("Forside", [["Læs mig først"], ["Listen er på næste side"]])
    return workbook(cover, ("Liste", rows), merge=["A1:E1", "A4:A5", "B4:B5", "C4:C5"])


def many(rows: int) -> Iterator[str]:
    """A list of so many rows, line by line."""
    yield "Lejernr;Navn;Adresse;Forfald;Restance\r\n"
    for number in range(rows):
        yield f"{number:06d}-1;Navn Navnesen{number};Lærkevej {number % 200}, 3. tv;01-11-2026;{number % 9000},50\r\n"
