"""Bank statements: every layout, workbooks, camt.053, MT940, PSD2, PDF, and mappings that were kept."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from fuzz_target import Target
from statement_layouts import SHAPES
from statement_pdfs import STYLES, pdf
from statement_writers import WRITERS, Row
from test_statements_other_files import MT940, NETTO, REFUND, camt, typed

from budgetdesk.ledger.batches import add_batch, undo_batch
from budgetdesk.ledger.spending import ProofStatus, Spending
from budgetdesk.ledger.statement import StatementRead
from budgetdesk.money import LARGEST
from budgetdesk.readers.mapping import Mapping, from_json, to_json
from budgetdesk.readers.statements import read_statement

TODAY = date(2026, 11, 20)
ROWS = [
    Row(date(2026, 10, 1), "Husleje", Decimal("-7800")),
    Row(date(2026, 10, 2), "Netto Nørrebro", Decimal("-95.50")),
    Row(date(2026, 10, 2), "Netto Nørrebro", Decimal("-95.50")),
    Row(date(2026, 10, 30), "Løn", Decimal("18250.75")),
]


def feed(data: bytes) -> None:
    """Read, take in, take in again, undo: the sums must agree."""
    hold(read_statement(("fil", data), today=TODAY))


def hold(read: StatementRead) -> None:
    assert read.rows or read.problems
    assert all(abs(row.amount) <= 2 * LARGEST and row.amount == round(row.amount, 2) for row in read.rows)
    assert len({row.id for row in read.rows}) == len(read.rows)
    if read.proof.status is ProofStatus.HOLDS and read.proof.opening is not None and not read.accounts:
        booked = sum((row.amount for row in read.rows if not row.pending), Decimal(0))
        assert read.proof.opening + booked == read.proof.closing
    spending, report = add_batch(Spending(), read)
    if read.currency == "DKK":
        assert (report.added, report.known) == (len(read.rows), 0)
        assert add_batch(spending, read)[0] == spending
        assert undo_batch(spending, report.batch) == Spending()


def texts() -> Sequence[bytes]:
    written = [shape.write(Decimal(500), ROWS) for shape in SHAPES.values()]
    return [*written, *(write(Decimal(500), ROWS) for write in WRITERS.values()), MT940.encode()]


def others() -> Sequence[bytes]:
    row = {"transaction_amount": {"amount": "12.50", "currency": "DKK"}, "booking_date": "2026-10-01"}
    psd2 = json.dumps([row | {"credit_debit_indicator": "DBIT", "remittance_information": ["Netto"]}, row])
    return [camt(NETTO, REFUND), psd2.encode(), json.dumps({"transactions": {"booked": [row]}}).encode()]


def workbooks() -> Sequence[bytes]:
    return [typed(Decimal(500), ROWS)]


def pdfs() -> Sequence[bytes]:
    return [pdf(style, Decimal(500), ROWS) for style in STYLES.values()]


def mappings() -> Sequence[bytes]:
    return [to_json(Mapping(fingerprint="abc", date=0, text=1, amount=2)).encode()]


TARGETS = [
    Target("statement", feed, texts),
    Target("statement_data", feed, others),
    Target("statement_xlsx", feed, workbooks),
    Target("statement_pdf", feed, pdfs),
    Target("mapping", lambda data: from_json(data.decode("utf-8", "replace")), mappings),
]
