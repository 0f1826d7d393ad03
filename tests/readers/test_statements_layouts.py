"""Every layout that is known, written and read back; and what all layouts share: encodings, separators, days, dots."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from laws import examples
from statement_layouts import SHAPES, Shape, american, comma, dotted, plain
from statement_writers import Row, danske, statements

from budgetdesk.ledger.spending import ProofStatus
from budgetdesk.readers.banks.amounts import Convention, convention, read_amount
from budgetdesk.readers.banks.catalogue import load_layouts
from budgetdesk.readers.banks.days import DayForm, day_form, read_day
from budgetdesk.readers.statements import read_statement

TODAY = date(2026, 11, 20)
NAMES = ("jan", "feb.", "marts", "april", "maj", "juni", "juli", "aug", "sept.", "okt", "november", "dec")
FEW = settings(max_examples=examples(20))
ROWS = [
    Row(date(2026, 10, d), f"Butik nr. {d}", Decimal(a)) for d, a in ((1, "-7800"), (13, "-95.5"), (30, "18250.75"))
]


def read(data: bytes):
    return read_statement(("fil.csv", data), today=TODAY)


def seen(found):
    return sorted((row.date, row.text, row.amount, row.pending) for row in found.rows)


@pytest.mark.parametrize("name", SHAPES)
@FEW
@given(data=statements(pending=False))
def test_every_row_of_every_layout_comes_back_and_the_proof_holds(name, data):
    opening, rows = data
    found = read(SHAPES[name].write(opening, rows))

    assert found.format == name.split()[0]
    assert seen(found) == sorted((r.day, r.text, r.amount, False) for r in rows)
    assert found.proof.status is (ProofStatus.HOLDS if SHAPES[name].balance else ProofStatus.NOT_POSSIBLE)
    assert found.problems == ()


def test_every_layout_in_the_data_is_written_and_read_by_a_test():
    by_hand = {"danske_bank_8", "danske_bank_6", "nordea_2022", "nordea_before_2022", "n26"}

    assert {layout.key for layout in load_layouts()} == {name.split()[0] for name in SHAPES} | by_hand


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "cp850"])
def test_danish_letters_survive_every_encoding(encoding):
    found = read(danske(Decimal(10), [Row(date(2026, 10, 1), "Rødgrød på Ærø", Decimal(-5))]).encode(encoding))

    assert found.rows[0].text == "Rødgrød på Ærø"


@pytest.mark.parametrize("times", [1, 2])
def test_a_file_decoded_wrongly_and_saved_again_is_mended(times):
    text = danske(Decimal(10), [Row(date(2026, 10, 1), "Ål, ØL og æbler", Decimal(-5))])
    data = text.encode("utf-8-sig")
    for _ in range(times):
        data = "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in data).encode("utf-8")

    assert read(data).rows[0].text == "Ål, ØL og æbler"


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_the_separator_is_found_out(separator):
    assert seen(read(danske(Decimal(10), ROWS, sep=separator).encode())) == [
        (r.day, r.text, r.amount, False) for r in ROWS
    ]


@pytest.mark.parametrize("amount", [comma, dotted, plain, american])
def test_what_a_dot_means_is_read_off_the_column(amount):
    shape = Shape('"Dato";"Tekst";"Beløb";"Saldo"', '{day};"{text}";"{amount}";"{balance}"', amount=amount)

    assert [row.amount for row in read(shape.write(Decimal(5000), ROWS)).rows] == [row.amount for row in ROWS]


@pytest.mark.parametrize(
    "form", ["%d.%m.%Y", "%d-%m-%Y", "%d/%m/%Y", "%Y/%m/%d", "%Y-%m-%d", "%Y%m%d", "%d%m%y", "%d%m%Y"]
)
def test_the_form_of_the_day_is_read_off_the_column(form):
    shape = Shape("Dato;Tekst;Beløb;Saldo", "{day};{text};{amount};{balance}", day=form)

    assert [row.date for row in read(shape.write(Decimal(0), ROWS)).rows] == [row.day for row in ROWS]


def test_month_first_is_understood_when_some_day_can_be_no_month():
    cells = ["10/01/2026", "10/13/2026", "10/30/2026"]

    assert day_form(cells, today=TODAY) is DayForm.MDY
    assert day_form(["01/10/2026", "13/10/2026"], today=TODAY) is DayForm.DMY


def test_where_either_could_be_the_month_the_days_that_stand_in_order_tell():
    month_first = ["09/02/2026", "09/05/2026", "10/01/2026", "10/04/2026", "11/01/2026"]

    assert day_form(month_first, today=TODAY) is DayForm.MDY
    assert day_form(["02/09/2026", "05/09/2026", "01/10/2026", "04/10/2026"], today=TODAY) is DayForm.DMY
    assert day_form(["03/04/2026"], today=TODAY) is DayForm.DMY


@given(st.dates(date(1990, 1, 1), date(2026, 11, 20)))
def test_a_day_read_is_the_day_written(day):
    assert read_day(f"{day:%d%m%y}", DayForm.COMPACT_DMY, today=TODAY) == day
    assert read_day(f"{day:%Y-%m-%d} 10:15:00", DayForm.DMY, today=TODAY) == day
    assert read_day(f"{day.day}. {NAMES[day.month - 1]} {day.year}", DayForm.NAMED, today=TODAY) == day


@given(st.decimals(Decimal("-99999999"), Decimal("99999999"), places=2))
def test_an_amount_read_is_the_amount_written(amount):
    assert read_amount(dotted(amount), Convention.DANISH) == amount
    assert read_amount(american(amount), Convention.ENGLISH) == amount
    assert read_amount(f"({comma(abs(amount))})", Convention.DANISH) == -abs(amount)
    assert convention([dotted(amount)]) is Convention.DANISH


@pytest.mark.parametrize(
    "cell", ["١٢٣", "1_000", "１２", "²", "1e5", "Infinity", "0x10", "--5", "-5-", "9" * 10**6, "1,2,3"]
)
def test_what_only_looks_like_a_number_is_none(cell):
    assert read_amount(cell, Convention.DANISH) is None


def test_the_header_may_be_repeated_and_stand_below_a_preamble():
    data = SHAPES["sdc_business"].write(Decimal(0), ROWS).decode("cp1252").splitlines()
    again = [*data[:2], data[0], *data[2:]]

    assert len(read("\r\n".join(["Udskrift", "", *again]).encode("cp1252")).rows) == 3


def test_a_quoted_text_may_go_on_over_the_end_of_a_line():
    shape = SHAPES["spar_nord"]
    lines = shape.write(Decimal(0), ROWS).decode("cp1252").replace("Butik nr. 13", "Butik\r\nnr. 13")

    assert [row.text for row in read(lines.encode("cp1252")).rows] == ["Butik nr. 1", "Butik nr. 13", "Butik nr. 30"]


def test_an_account_in_euro_is_shown_and_never_taken_in():
    header = "Datum,Empfänger,Kontonummer,Transaktionstyp,Verwendungszweck,Kategorie,Betrag (EUR)"
    found = read(f"{header}\n2026-10-01,Kro,,,,,-5.00\n".encode())

    assert (found.currency, found.rows[0].amount) == ("EUR", Decimal(-5))
    assert "EUR" in found.problems[0].text


def test_money_in_and_money_out_of_revolut_less_its_fee():
    row = "TRANSFER,Current,2026-10-01 10:00:00,2026-10-01 10:00:00,Til Bo,-100.00,2.50,DKK,COMPLETED,97.50\n"
    gone = "CARD_PAYMENT,Current,2026-10-02 10:00:00,,Netto,-20.00,0.00,DKK,REVERTED,\n"
    waits = "CARD_PAYMENT,Current,2026-10-03 10:00:00,,Lidl,-30.00,0.00,DKK,PENDING,\n"
    found = read((SHAPES["revolut"].header + "\n" + row + gone + waits).encode())

    assert [(r.amount, r.pending) for r in found.rows] == [(Decimal("-102.50"), False), (Decimal("-30.00"), True)]
    assert "REVERTED" in found.problems[0].text


def test_several_accounts_in_one_file_are_proved_one_by_one():
    a = SHAPES["jyske_bank danish"].write(Decimal(100), ROWS).decode("utf-8-sig").splitlines()
    b = (
        SHAPES["jyske_bank danish"]
        .write(Decimal(7), ROWS)
        .decode("utf-8-sig")
        .replace("Lønkonto", "Opsparing")
        .splitlines()
    )
    found = read("\n".join([*a, *b[1:]]).encode())

    assert [(part.account, part.proof.opening) for part in found.accounts] == [
        ("Lønkonto", Decimal(100)),
        ("Opsparing", Decimal(7)),
    ]
    assert found.proof.status is ProofStatus.HOLDS
    assert len({row.batch for row in found.rows}) == 2


def test_signs_that_turn_a_text_around_are_taken_away_and_told():
    found = read(danske(Decimal(10), [Row(date(2026, 10, 1), "Net\u202eotteN\u200b", Decimal(-5))]).encode())

    assert found.rows[0].text == "NetotteN"
    assert "usynlige tegn" in found.problems[0].text
