"""Landlords' lists in several shapes: what is read, what is passed over, and what gets a sentence instead."""

from __future__ import annotations

import io
import tracemalloc
import zipfile
from contextlib import suppress
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from arrears_lists import DEPARTMENTS, PLAIN, STATEMENT, TABS, many, with_merged_cells, workbook
from hypothesis import given, settings
from hypothesis import strategies as st

from budgetdesk.casework.arrears_entries import Column, ListEntry
from budgetdesk.errors import ArrearsListError, RatesFileError
from budgetdesk.readers.arrears_files import look
from budgetdesk.readers.arrears_layout import (
    ListLayout,
    from_json,
    guess_layout,
    header,
    left_out,
    likeliest,
    to_json,
)
from budgetdesk.readers.arrears_reading import Tally, entries
from budgetdesk.readers.arrears_rules import load_list_rules, read_list_rules
from budgetdesk.readers.incoming import Source

TODAY = date(2026, 11, 20)
RULES = load_list_rules()


def read(source: Source) -> tuple[list[ListEntry], Tally, tuple[str, ...]]:
    """Entries, what was met, and the columns that are not kept."""
    file = look(source)
    at, layout = likeliest(file.sheets, RULES)
    tally = Tally()
    found = list(entries(file, at, layout, RULES, today=TODAY, tally=tally))
    return found, tally, left_out(header(file.sheets[at], layout), layout.places)


def test_a_plain_list_is_read_with_its_preamble_and_its_sum() -> None:
    found, tally, dropped = read(("liste.csv", PLAIN.encode("cp1252")))

    assert [(one.line, one.reference, one.name, one.due, one.amount) for one in found] == [
        (3, "0012-1", "Skovgaard, Nadia", date(2026, 11, 1), Decimal("7935.00")),
        (4, "0012-2", "Bo Bak", date(2026, 10, 1), Decimal("-200.00")),
    ]
    assert [(one.line, one.text) for one in tally.problems] == [(5, "Beløbet “hmm” kan ikke læses.")]
    assert (tally.totals, tally.sum_agrees, dropped) == (1, True, ())


def test_departments_their_sums_and_headings_printed_again_are_no_tenants() -> None:
    found, tally, dropped = read(("liste.csv", DEPARTMENTS.encode()))

    assert [(one.name, one.address, one.phone) for one in found] == [
        ("Bo Bak", "Bakkevej 7 2650 Hvidovre", "20202020"),
        ("Eva Ek", "Bakkevej 9 2650 Hvidovre", ""),
        ("Cia Carl", "Parkvej 1 2650 Hvidovre", ""),
    ]
    assert (tally.totals, tally.headings, tally.stated, tally.sum_agrees) == (2, 2, Decimal("3500.50"), True)
    assert dropped == ("Afdeling", "CPR-nr", "E-mailadresse")
    assert {one.cpr for one in found} == {""}  # never chosen unasked


def test_merged_cells_say_in_each_row_what_they_say_in_the_first() -> None:
    found, tally, _ = read(("liste.xlsx", with_merged_cells()))

    assert [(one.key, one.name, one.due, one.amount) for one in found] == [
        ("nr:12", "Nadia Skovgaard", date(2026, 10, 1), Decimal("600.50")),
        ("nr:12", "Nadia Skovgaard", date(2026, 11, 1), Decimal(7600)),
        ("nr:77", "Bo Bak", date(2026, 11, 1), Decimal("1234.50")),
    ]
    assert tally.sum_agrees


def test_the_sheet_with_the_list_is_found_behind_a_cover_and_another_can_be_chosen() -> None:
    file = look(("liste.xlsx", with_merged_cells()))
    at, layout = likeliest(file.sheets, RULES)

    assert [sheet.name for sheet in file.sheets] == ["Forside", "Liste"]
    assert (at, layout.header_line) == (1, 1)
    assert guess_layout(file.sheets[0], RULES).missing == "Vælg kolonnen med restancen."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_tabs_and_any_usual_encoding_are_read(encoding: str) -> None:
    found, _, _ = read(("liste.txt", TABS.encode(encoding)))

    assert [(one.name, one.due, one.amount) for one in found] == [
        ("Dan Due", date(2026, 11, 1), Decimal("1234.50")),
        ("Eva Ek", date(2026, 10, 1), Decimal("99.00")),
    ]


def test_a_cell_that_goes_on_over_the_end_of_its_line_is_one_cell() -> None:
    text = 'sep=;\nNavn;Adresse;Restance\nBo Bak;"Bakkevej 7\n2650 Hvidovre";100,00\nEva Ek;Parkvej 1;50,00\n'
    found, _, _ = read(("liste.csv", text.encode()))

    assert [(one.name, one.address) for one in found] == [
        ("Bo Bak", "Bakkevej 7 2650 Hvidovre"),
        ("Eva Ek", "Parkvej 1"),
    ]


def test_a_tenant_whose_name_is_the_word_for_a_sum_is_a_tenant() -> None:
    text = "Lejernr;Navn;Restance\n12-1;Sum Wong;100,00\n12-2;Total Ek;50,00\nI alt;;150,00\n;Sum;150,00\n"
    found, tally, _ = read(("liste.csv", text.encode()))

    assert [one.name for one in found] == ["Sum Wong", "Total Ek"]
    assert (tally.totals, tally.sum_agrees) == (2, True)


def test_a_row_without_anybody_is_told_and_not_kept() -> None:
    text = "Navn;Kode;Restance\nBo Bak;a;100,00\n;b;50,00\n"
    found, tally, _ = read(("liste.csv", text.encode()))

    assert [one.name for one in found] == ["Bo Bak"]
    assert tally.problems[0].text == "Der er et beløb, men hverken nummer, navn eller adresse."


@pytest.mark.parametrize(
    ("names", "places"),
    [
        ("Lejernr;Navn;Restance", {Column.REFERENCE: (0,), Column.NAME: (1,), Column.AMOUNT: (2,)}),
        ("Saldo;Restance i alt;Beboer", {Column.AMOUNT: (1,), Column.NAME: (2,)}),
        ("Afdelingsnavn;Navn;Udestående", {Column.NAME: (1,), Column.AMOUNT: (2,)}),
        (
            "Lejemål;Lejer;Husleje;Skyldig;Forfaldsdato;Påkravsdato",
            {
                Column.REFERENCE: (0,), Column.NAME: (1,), Column.RENT: (2,), Column.AMOUNT: (3,), Column.DUE: (4,),
                Column.PAAKRAV: (5,),
            },
        ),
    ],
)  # fmt: skip
def test_columns_are_guessed_by_their_names(names: str, places: dict[Column, tuple[int, ...]]) -> None:
    row = ";".join("1" for _ in names.split(";"))
    file = look(("x.csv", f"{names}\n{row}\n".encode()))

    assert guess_layout(file.sheets[0], RULES).places == places


def test_where_nothing_tells_what_is_owed_a_person_must_say() -> None:
    file = look(("x.csv", STATEMENT.replace("Beløb i DKK", "A").replace("Saldo", "B").encode()))

    assert likeliest(file.sheets, RULES)[1].missing == "Vælg kolonnen med restancen."
    assert ListLayout(places={Column.AMOUNT: (0,)}).missing.startswith("Vælg en kolonne, der siger, hvem")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"   \n",
        b"%PDF-1.4 x",
        b"\x00\x01\x02\x03",
        b"bare en tekst uden kolonner\n",
        b"PK\x03\x04x",
        b"<html><table><tr><td>Navn</td></tr></table></html>",
        b"\x89PNG\r\n",
        b"\xd0\xcf\x11\xe0 gammel excel",
    ],
)
def test_what_is_no_list_is_told_in_a_sentence(data: bytes) -> None:
    with pytest.raises(ArrearsListError, match=r"Filen|Regnearket"):
        look(("fil.csv", data))


def test_a_workbook_with_a_document_type_or_a_bomb_is_refused() -> None:
    good = workbook(("Liste", [["Navn", "Restance"], ["Bo Bak", 1]]))
    evil = _replaced(good, "xl/worksheets/sheet1.xml", b'<!DOCTYPE x [<!ENTITY a "b">]>')
    bomb = _replaced(good, "xl/worksheets/sheet1.xml", b" " * 30_000_000)

    for data, told in ((evil, "gået i stykker"), (bomb, "fylder alt for meget"), (good[:-50], "gået i stykker")):
        with pytest.raises(ArrearsListError, match=told):
            list(look(("liste.xlsx", data)).lines(0))


def _replaced(data: bytes, part: str, before: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for one in old.infolist():
            new.writestr(one.filename, (before if one.filename == part else b"") + old.read(one.filename))
    return out.getvalue()


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=40), st.integers(0, len(PLAIN) - 1))
def test_a_damaged_list_is_read_or_told_but_never_anything_else(noise: bytes, at: int) -> None:
    data = PLAIN.encode()
    damaged = data[:at] + noise + data[at + len(noise) :]
    with suppress(ArrearsListError):
        read(("liste.csv", damaged))


def test_a_long_list_is_read_as_a_stream(tmp_path: Path) -> None:
    file = tmp_path / "liste.csv"
    with file.open("w", encoding="utf-8") as out:
        out.writelines(many(5_000))
    looked = look(file)
    at, layout = likeliest(looked.sheets, RULES)
    tally = Tally()
    tracemalloc.start()
    count = sum(1 for _ in entries(looked, at, layout, RULES, today=TODAY, tally=tally))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert count == tally.rows == 5_000
    assert tally.total == sum((Decimal(n % 9000) + Decimal("0.5") for n in range(5_000)), Decimal(0))
    assert peak < 4_000_000  # the 2,000 rows that are looked at first, and nothing of the others


def test_a_layout_survives_being_kept_and_a_broken_one_is_told() -> None:
    layout = ListLayout(
        places={Column.AMOUNT: (2,), Column.NAME: (0, 1)}, header_line=3, sender="Lærkely", keep_days=30
    )

    assert from_json(to_json(layout)) == layout
    for broken in ("", "{}", "[]", '{"places": {"navn": [1]}}', to_json(layout).replace("30", '"30"')):
        with pytest.raises(ArrearsListError):
            from_json(broken)


@pytest.mark.parametrize("gone", ["columns", "keeping", "order", "never"])
def test_the_file_of_rules_is_refused_by_the_name_of_what_is_missing(gone: str) -> None:
    import tomllib

    from budgetdesk import data_files

    raw = tomllib.loads(data_files.path("arrears_list.toml").read_text("utf-8"))
    del raw[gone]
    with pytest.raises(RatesFileError, match=gone):
        read_list_rules(raw)
