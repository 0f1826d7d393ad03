"""Workbooks, camt.053, MT940, PSD2: files that are not text in columns; and what a hostile one of them gets."""

from __future__ import annotations

import io
import json
import time
import zipfile
from datetime import date, datetime
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import given, settings
from statement_writers import Row, statements

from budgetdesk.errors import StatementError
from budgetdesk.ledger.spending import ProofStatus
from budgetdesk.readers.statements import read_statement

TODAY = date(2026, 11, 20)
HEAD = ["Dato", "Tekst", "Beløb", "Saldo", "Status", "Afstemt"]


def read(data: bytes, name: str = "fil.xlsx"):
    return read_statement((name, data), today=TODAY)


def refused(data: bytes, says: str) -> None:
    began = time.monotonic()
    with pytest.raises(StatementError, match=says):
        read(data)
    assert time.monotonic() - began < 2


def workbook(*rows: list) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def typed(opening: Decimal, rows: list[Row]) -> bytes:
    """As a bank's workbook: real days and numbers."""
    balance, made = opening, []
    for row in rows:
        balance += row.amount
        day = datetime(row.day.year, row.day.month, row.day.day)  # noqa: DTZ001 - a workbook knows no zones
        made.append([day, row.text, float(row.amount), float(balance), "Udført", "Nej"])
    return workbook(["Konto 1234"], HEAD, *made)


@settings(max_examples=20, deadline=None)
@given(data=statements(pending=False))
def test_a_workbook_with_real_numbers_and_days_comes_back(data):
    opening, rows = data
    found = read(typed(opening, rows))

    assert sorted((r.date, r.text, r.amount) for r in found.rows) == sorted((r.day, r.text, r.amount) for r in rows)
    assert found.proof.status is ProofStatus.HOLDS
    assert found.problems == ()


def test_a_workbook_of_texts_is_read_as_texts_are():
    found = read(workbook(HEAD, ["01.10.2026", "Løn", "1.234,50", "2.000,00", "Udført", "Nej"]))

    assert found.rows[0].amount == Decimal("1234.50")


def test_a_formula_is_never_worked_out():
    found = read(workbook(HEAD, ["01.10.2026", '=CMD("calc")', "=1+1", "2.000,00", "", ""]))

    assert found.rows == ()
    assert "beløbet mangler" in found.problems[0].text


def test_a_zip_that_unpacks_to_a_giant_is_refused():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", "<workbook/>")
        packed.writestr("xl/worksheets/sheet1.xml", b" " * 70_000_000)

    refused(buffer.getvalue(), "alt for meget")


def test_a_workbook_with_entities_that_multiply_is_refused():
    laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook(HEAD))) as old, zipfile.ZipFile(buffer, "w") as new:
        for part in old.namelist():
            text = old.read(part).decode()
            new.writestr(part, text.replace("<worksheet", laughs + "<worksheet") if "sheet1" in part else text)

    refused(buffer.getvalue(), "gået i stykker")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"PK\x03\x04" + b"\x00" * 50, "gået i stykker"),
        (b"\xd0\xcf\x11\xe0" + b"\x00" * 600, "gamle Excel"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "adgangskode"),
        (b"<html><table><tr><td>Dato</td></tr></table></html>", "webside"),
        (b"\xef\xbb\xbf<!DOCTYPE html><html>", "webside"),
        (b"Dato;Tekst\x00;Bel\xf8b", "ikke en tekstfil"),
        (b"{" * 100_000, "ikke et kontoudtog|gået i stykker"),
        (b'[{"transaction_amount":' + b"[" * 100_000, "gået i stykker"),
        (b"x" * 19_000_000, "ikke et kontoudtog"),
        (b";" * 5_000_000, "ikke et kontoudtog"),
        (b'"' * 3_000_000 + b";", "ikke et kontoudtog"),
        (b'<?xml version="1.0"?><a><b></a>', "gået i stykker"),
        (b'<?xml version="1.0"?><a/>', "camt"),
    ],
)
def test_what_is_no_statement_is_refused_with_a_sentence_within_two_seconds(data, says):
    refused(data, says)


def test_a_number_of_a_million_digits_is_a_problem_of_its_row():
    head = ";".join(HEAD)
    began = time.monotonic()
    found = read(
        f"{head}\n01.10.2026;Netto;{'9' * 10**6};1,00;Udført;Nej\n02.10.2026;Lidl;-1,00;1,00;Udført;Nej".encode()
    )

    assert [row.text for row in found.rows] == ["Lidl"]
    assert len(found.problems[0].text) < 300
    assert time.monotonic() - began < 2


ENTRY = """<Ntry><Amt Ccy="{ccy}">{amount}</Amt><CdtDbtInd>{mark}</CdtDbtInd><Sts>{status}</Sts>
<BookgDt><Dt>2026-10-{day:02}</Dt></BookgDt><NtryDtls><TxDtls><RltdPties><Cdtr><Nm>{name}</Nm></Cdtr></RltdPties>
<RmtInf><Ustrd>{text}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>"""


def camt(*entries: str, opening: str = "100.00", closing: str = "92.50", before: str = "") -> bytes:
    balances = "".join(
        f"<Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp><Amt Ccy='DKK'>{amount}</Amt>"
        "<CdtDbtInd>CRDT</CdtDbtInd></Bal>"
        for code, amount in (("OPBD", opening), ("CLBD", closing))
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{before}'
        '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02">'
        f"<BkToCstmrStmt><Stmt><Acct><Id><IBAN>DK5000400440116243</IBAN></Id></Acct>{balances}{''.join(entries)}</Stmt>"
        "</BkToCstmrStmt></Document>"
    ).encode()


NETTO = ENTRY.format(ccy="DKK", amount="10.00", mark="DBIT", status="BOOK", day=1, name="Netto", text="Køb")
REFUND = ENTRY.format(ccy="DKK", amount="2.50", mark="CRDT", status="BOOK", day=3, name="", text="Retur")


def test_camt_053_is_read_with_signs_and_a_proof():
    found = read(camt(NETTO, REFUND), "udtog.xml")

    assert [(r.date.day, r.text, r.amount, r.balance) for r in found.rows] == [
        (1, "Køb, Netto", Decimal("-10.00"), Decimal("90.00")),
        (3, "Retur", Decimal("2.50"), Decimal("92.50")),
    ]
    assert (found.format, found.account_in_file) == ("camt_053", "DK5000400440116243")
    assert found.proof.status is ProofStatus.HOLDS
    assert found.problems == ()


def test_a_camt_053_whose_closing_balance_does_not_follow_says_so():
    assert "slutsaldoen" in read(camt(NETTO, closing="91.00")).problems[0].text


@pytest.mark.parametrize(
    "before",
    [
        '<!DOCTYPE Document SYSTEM "file:///etc/passwd">',
        '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        '<!DOCTYPE d [<!ENTITY x SYSTEM "http://localhost/x">]>',
    ],
)
def test_a_dtd_is_refused(before):
    refused(camt(NETTO, before=before), "DTD")


MT940 = """:20:STARTUMSE
:25:DK5000400440116243
:28C:00001/001
:60F:C261001DKK1000,00
:61:2610011001D120,50NMSCNONREF//X
:86:Dankort-køb
Netto
:61:261005C300,NTRFNONREF
:86:Overførsel
:62F:C261005DKK1179,50
-}"""


def test_mt940_is_read_with_a_proof():
    found = read(MT940.encode(), "udtog.sta")

    assert [(r.text, r.amount, r.balance) for r in found.rows] == [
        ("Dankort-køb Netto", Decimal("-120.50"), Decimal("879.50")),
        ("Overførsel", Decimal("300.00"), Decimal("1179.50")),
    ]
    assert (found.format, found.proof.status, found.problems) == ("mt940", ProofStatus.HOLDS, ())


def test_psd2_of_gocardless_has_its_pending_rows():
    row = {"transactionAmount": {"amount": "-12.50", "currency": "DKK"}, "bookingDate": "2026-10-01"}
    booked = row | {"remittanceInformationUnstructuredArray": ["Dankort", "NETTO"], "creditorName": "Netto"}
    euro = row | {"transactionAmount": {"amount": "1", "currency": "EUR"}}
    data = {"transactions": {"booked": [booked, euro, {"transactionAmount": {"amount": "1e9"}}], "pending": [row]}}
    found = read(json.dumps(data).encode(), "a.json")

    assert [(r.text, r.amount, r.pending) for r in found.rows] == [
        ("Dankort NETTO", Decimal("-12.50"), False),
        ("", Decimal("-12.50"), True),
    ]
    assert ["EUR" in found.problems[0].text, "beløbet" in found.problems[1].text] == [True, True]
