"""Statements in PDF with a text layer: rows over several lines and pages, columns by their place."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen import canvas
from statement_pdfs import STYLES, pdf
from statement_writers import Row

from budgetdesk.errors import StatementError
from budgetdesk.ledger.spending import ProofStatus
from budgetdesk.readers import pdf_child, pdf_words
from budgetdesk.readers.statements import read_statement

TODAY = date(2026, 11, 20)
TEXTS = (
    "Dankort-køb Netto Nørrebrogade 44 København N nota 4521",
    "Husleje",
    "BS Ørsted A/S aftalenr. 12 kundenr. 5 af 2",
)
LONG = [
    Row(
        date(2026, 8, 1) + timedelta(days=n // 3),
        f"{TEXTS[n % 3]} ({n})",
        Decimal((n * 7919) % 500_000 - 300_000) / 100,
    )
    for n in range(1, 140)
]


def read(data: bytes):
    return read_statement(("kontoudtog.pdf", data), today=TODAY)


def seen(found):
    return sorted((row.date, row.text, row.amount) for row in found.rows)


@pytest.mark.parametrize("name", STYLES)
def test_a_statement_of_several_pages_is_read_whole(name):
    found = read(pdf(STYLES[name], Decimal("12345.60"), LONG))

    assert seen(found) == sorted((row.day, row.text, row.amount) for row in LONG)
    assert found.proof.status is ProofStatus.HOLDS
    assert found.proof.opening == Decimal("12345.60")
    assert found.problems == ()
    assert found.account_in_file == "99991234567890"


def test_a_statement_over_new_year_gives_each_day_its_year():
    rows = [Row(date(2025, 12, 30), "Netto", Decimal(-10)), Row(date(2026, 1, 2), "Lidl", Decimal(-20))]

    assert [row.date for row in read(pdf(STYLES["no year"], Decimal(0), rows)).rows] == [rows[0].day, rows[1].day]


WORDS = st.text(st.sampled_from("abcdefghijklmnoprstuvæøå"), min_size=2, max_size=9)


@settings(max_examples=10, deadline=None)
@given(
    name=st.sampled_from(sorted(STYLES)),
    texts=st.lists(st.lists(WORDS, min_size=1, max_size=9), min_size=2, max_size=10),
    oere=st.data(),
)
def test_whatever_the_texts_and_amounts_the_rows_come_back(name, texts, oere):
    """In this process: starting one for each example would take the time."""
    amounts = [oere.draw(st.integers(-900_000, 900_000).filter(bool)) for _ in texts]
    rows = [
        Row(date(2026, 10, 1 + n), f"Køb {' '.join(words)} x", Decimal(amount) / 100)
        for n, (words, amount) in enumerate(zip(texts, amounts, strict=True))
    ]
    data = pdf(STYLES[name], Decimal(500), rows)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pdf_words, "_asked", pdf_child.lines_of)
        found = read(data)

    assert seen(found) == sorted((row.day, row.text, row.amount) for row in rows)
    assert found.proof.status is ProofStatus.HOLDS


def test_a_pdf_with_a_password_is_refused_with_a_sentence():
    with pytest.raises(StatementError, match="adgangskode"):
        read(pdf(STYLES["sparekasse"], Decimal(0), LONG[:2], password="hemmelig"))


def test_a_pdf_of_pictures_and_one_that_is_no_statement_are_refused(tmp_path):
    empty = canvas.Canvas(str(tmp_path / "a.pdf"))
    empty.rect(10, 10, 100, 100)
    empty.save()
    letter = canvas.Canvas(str(tmp_path / "b.pdf"))
    letter.drawString(50, 700, "Kære Nadia, her er et brev.")
    letter.save()

    with pytest.raises(StatementError, match="kun billeder"):
        read((tmp_path / "a.pdf").read_bytes())
    with pytest.raises(StatementError, match="kolonner"):
        read((tmp_path / "b.pdf").read_bytes())


def test_a_broken_pdf_is_refused():
    with pytest.raises(StatementError, match="gået i stykker"):
        read(b"%PDF-1.7\n" + b"\x00junk" * 50)


def test_a_pdf_that_takes_too_long_is_given_up(monkeypatch):
    monkeypatch.setattr(pdf_words, "_BEGIN", "import time; time.sleep(60)")
    monkeypatch.setattr(pdf_words, "_SECONDS", 0.2)

    with pytest.raises(StatementError, match="for tung"):
        read(pdf(STYLES["sparekasse"], Decimal(0), LONG[:2]))
