"""The October that ships with the program fills the page, and agrees with the sample household's budget."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest
from ledger_rows import OCTOBER, TODAY

from budgetdesk import data_files
from budgetdesk.ledger.batches import add_batch
from budgetdesk.ledger.receipts import add_receipts
from budgetdesk.ledger.sorting import sort_spending
from budgetdesk.ledger.spending import ProofStatus, Spending
from budgetdesk.ledger.summary import summarise
from budgetdesk.readers.chart import load_chart
from budgetdesk.readers.receipts import read_receipts
from budgetdesk.readers.rules import load_rules
from budgetdesk.readers.statements import read_statement

D = Decimal


@pytest.fixture(scope="module")
def spending() -> Spending:
    found = Spending()
    for name, account in (("danske_bank_oktober.csv", "Lønkonto"), ("nordea_oktober.csv", "Opsparing")):
        found, _ = add_batch(found, read_statement(data_files.path("sample", name), account=account, today=TODAY))
    for file in sorted(data_files.path("sample").glob("kvittering_*.json")):
        found, _ = add_receipts(found, read_receipts(file).receipts)
    return sort_spending(found, load_rules())


@pytest.mark.parametrize("name", ["danske_bank_oktober.csv", "nordea_oktober.csv"])
def test_the_proof_of_each_file_holds(name):
    read = read_statement(data_files.path("sample", name), today=TODAY)

    assert read.proof.status is ProofStatus.HOLDS
    assert read.problems == ()
    assert len(read.pending) == 1


def test_the_first_file_covers_all_of_october():
    read = read_statement(data_files.path("sample", "danske_bank_oktober.csv"), today=TODAY)

    assert read.covers(OCTOBER)
    assert 70 <= len(read.rows) <= 80


def test_it_shows_twins_transfers_pending_rows_and_something_to_ask_about(spending):
    month = summarise(spending, OCTOBER, load_chart(), load_rules().noise)
    twins = [row for row in spending.transactions if row.date == date(2026, 10, 11)]

    assert len(twins) == 2
    assert len(month.own_transfers) == 4
    assert len(month.pending) == 2
    assert len(month.unsorted_rows) == 1
    assert month.receipts == 5
    assert month.receipts_without_row == ()
    assert {"990", "991"} <= {line.code for line in month.lines}


def test_its_amounts_agree_with_the_sample_case(spending):
    """What the case says it has seen on the statement stands there."""
    case = json.loads(data_files.path("sample", "case.json").read_text("utf-8"))
    month = summarise(spending, OCTOBER, load_chart())
    seen = {line.code: line.amount for line in month.lines}
    income = {income.kind: income.amount for income in month.income}

    assert seen["101"] == D(case["tenancy"]["rent_per_month"])
    for code in ("104", "106", "110", "201", "205", "206", "301", "306", "501", "502", "504"):
        budgeted = sum(D(e["amount"]) for e in case["expenses"] if e["line"] == code)
        assert seen[code] == budgeted, code
    for row in case["income"]:
        assert income[row["kind"]] == D(row.get("paid_out") or row["amount"])
