"""Whatever is handed in: rows, problems, or one Danish sentence that says what is wrong and what to do."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from statement_writers import Row, danske, nordea_2022, statements

from budgetdesk.errors import StatementError, UnknownLayoutError
from budgetdesk.ledger.spending import ProofStatus
from budgetdesk.readers.incoming import LARGEST_FILE
from budgetdesk.readers.statements import read_statement

TODAY = date(2026, 11, 20)
HEAD = '"Dato";"Tekst";"Beløb";"Saldo";"Status";"Afstemt"\r\n'


def read(data: bytes | str):
    return read_statement(("fil.csv", data.encode("cp1252") if isinstance(data, str) else data), today=TODAY)


def row(amount: str, *, day: str = "01.10.2026", text: str = "Netto", balance: str = "100,00") -> str:
    return f'"{day}";"{text}";"{amount}";"{balance}";"Udført";"Nej"\r\n'


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "tom"),
        (b" \r\n \r\n", "tom"),
        (b"\xef\xbb\xbf", "tom"),
        (b"%PDF-1.7\n...", "PDF"),
        (b"PK\x03\x04whatever", "gået i stykker"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "regneark"),
        (b"\x89PNG\r\n\x1a\n", "billede"),
        (b"\x7fELF\x02\x01\x01\x00\x00", "ikke en tekstfil"),
        (b"\x81\x8d\x8f\x90\x9d", "tegnkodning"),
        (b"Kaere dagbog\ni dag var det regn\n", "ikke et kontoudtog"),
        (b'{"shop": "Netto"}', "ikke et kontoudtog"),
        (b'"Dato";"Tekst";"Bel?b";"Saldo";"Status";"Afstemt"\r\n', "danske bogstaver"),
        ("Dato;Tekst;Bel�b;Saldo;Status;Afstemt\r\n".encode(), "danske bogstaver"),
        (HEAD.encode("cp1252"), "ingen posteringer"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(data, says):
    with pytest.raises(StatementError, match=says) as caught:
        read(data)

    assert "fil.csv" in str(caught.value)


def test_an_unknown_layout_says_which_columns_were_seen():
    with pytest.raises(UnknownLayoutError) as caught:
        read("Hvornår;Hos hvem;Hvor meget\r\n01.10.2026;Netto;-10,00\r\n")

    assert "Hvornår, Hos hvem, Hvor meget" in str(caught.value)


def test_a_column_that_nobody_reads_may_be_missing():
    found = read('"Dato";"Tekst";"Beløb";"Saldo";"Status"\r\n"01.10.2026";"Netto";"-10,00";"90,00";"Udført"\r\n')

    assert [r.amount for r in found.rows] == [Decimal(-10)]


def test_fifty_megabytes_are_refused_without_being_read(tmp_path: Path):
    big = tmp_path / "stor.csv"
    with big.open("wb") as file:
        file.truncate(50 * 1024 * 1024)

    with pytest.raises(StatementError, match="50 MB"):
        read_statement(big, today=TODAY)


def test_bytes_in_hand_have_the_same_limit():
    with pytest.raises(StatementError, match="20 MB"):
        read(b"x" * (LARGEST_FILE + 1))


def test_a_file_that_is_not_there_and_a_folder_are_sentences(tmp_path: Path):
    with pytest.raises(StatementError, match="findes ikke"):
        read_statement(tmp_path / "væk.csv", today=TODAY)
    with pytest.raises(StatementError, match="mappe"):
        read_statement(tmp_path, today=TODAY)


@pytest.mark.parametrize("amount", ["", "-", "abc", "12.34.56", "1.000.000.000.000,00", "12,345", "1e9", "NaN", "½"])
def test_a_row_without_a_readable_amount_is_a_problem_and_the_others_stay(amount):
    found = read(HEAD + row("-10,00") + row(amount))

    assert [r.amount for r in found.rows] == [Decimal("-10.00")]
    assert [p.row for p in found.problems] == [3]
    assert "Linje 3" in found.problems[0].text
    assert "skriv den ind i hånden" in found.problems[0].text


@pytest.mark.parametrize("day", ["", "31.02.2026", "i går", "2026", "99.99.9999"])
def test_a_row_without_a_date_is_a_problem(day):
    found = read(HEAD + row("-10,00", day=day))

    assert found.rows == ()
    assert "datoen" in found.problems[0].text


@pytest.mark.parametrize(
    ("amount", "kroner"),
    [
        ("1.000", "1000"),
        ("12.345,6", "12345.6"),
        ("-1.234,50", "-1234.5"),
        ("7,95-", "-7.95"),
        ("1 234,50", "1234.5"),
        ("-75 kr.", "-75"),
        ("\u221275,00", "-75"),
    ],
)
def test_danish_amounts_are_read_as_danes_write_them(amount, kroner):
    found = read((HEAD + row(amount)).encode("utf-8"))

    assert found.rows[0].amount == Decimal(kroner)


def test_a_dot_is_understood_from_the_whole_column():
    """`1,000` alone could be a thousand or one krone; its neighbours tell."""
    found = read(
        HEAD + row("1,000.00", balance="1,000.00") + row("-12.50", balance="987.50") + row("1,000", balance="")
    )

    assert [r.amount for r in found.rows] == [Decimal(1000), Decimal("-12.50"), Decimal(1000)]


def test_text_taken_for_another_encoding_and_saved_again_is_mended():
    found = read((HEAD + row("-10,00", text="Rødgrød")).encode("utf-8").decode("cp1252").encode("utf-8"))

    assert found.rows[0].text == "Rødgrød"


def test_a_row_in_another_currency_is_not_counted_as_kroner():
    text = nordea_2022(Decimal(500), [Row(date(2026, 10, 1), "Hotel", Decimal("-75"))]).replace("DKK", "EUR")

    found = read(text.encode("utf-8"))

    assert found.rows == ()
    assert "EUR" in found.problems[0].text


def test_the_malformed_rows_of_danske_bank_are_told_one_by_one():
    text = HEAD + row("-50,00") + row("-25,00", day="bad") + row("0,00") + row("abc") + row("-50,00", text="")
    found = read(text)

    assert [p.row for p in found.problems] == [3, 5, 6]
    assert len(found.rows) == 3


def test_a_quote_that_is_never_closed_swallows_no_other_row():
    found = read(HEAD + '"01.10.2026";"Netto;"-10,00";"90,00";"Udført";"Nej"\r\n' + row("-5,00") + row("-6,00"))

    assert {Decimal(-5), Decimal(-6)} <= {r.amount for r in found.rows}
    assert len(found.rows) + len(found.problems) == 3


def test_no_row_is_dropped_without_a_word():
    lines = danske(Decimal(100), [Row(date(2026, 10, 1), "Netto", Decimal("-1"))] * 3).splitlines()
    found = read("\r\n".join([*lines, "affald", "1;2;3", ";;;;;;;x"]))

    assert len(found.rows) == 3
    assert [p.row for p in found.problems] == [5, 6, 7]


@pytest.mark.parametrize(
    "line", ["01.10.2026;Netto;;90,00;;", "01.10.2026;Netto;;90,00;Udført;Nej", "01.10.2026;Netto;"]
)
def test_a_row_without_its_amount_never_borrows_the_balance(line):
    found = read(f"Dato;Tekst;Beløb;Saldo;Status;Afstemt\r\n{line}\r\n02.10.2026;Lidl;-1,00;89,00;Udført;Nej\r\n")

    assert [r.text for r in found.rows] == ["Lidl"]
    assert "beløbet mangler" in found.problems[0].text


def test_without_balances_no_proof_is_claimed():
    found = read(HEAD + row("-10,00", balance="") + row("-20,00", balance=""))

    assert found.proof.status is ProofStatus.NOT_POSSIBLE


@example(b"\xff\xfe")
@example(b"\xff\xfe\x00\xd8")
@given(st.binary(max_size=300))
def test_any_junk_ends_in_a_sentence(junk):
    with pytest.raises(StatementError):
        read(junk)


@given(junk=st.text(max_size=200), more=st.text(st.sampled_from(';,"\n\r\t0123456789.-aø'), max_size=200))
def test_any_text_below_a_header_gives_rows_or_problems(junk, more):
    try:
        found = read((HEAD + junk + "\n" + more).encode("utf-8", "surrogatepass"))
    except StatementError:
        return

    assert found.rows or found.problems


@given(data=statements(), at=st.integers(0, 5000), junk=st.binary(min_size=1, max_size=5))
def test_damage_anywhere_in_a_real_statement_is_survived(data, at, junk):
    content = danske(*data).encode("cp1252")
    at %= len(content)
    said = "."
    try:
        read(content[:at] + junk + content[at + len(junk) :])
    except StatementError as error:
        said = str(error)

    assert said.endswith(".")
