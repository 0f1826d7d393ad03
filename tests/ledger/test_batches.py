"""Statements in and out: nothing twice, nothing lost, twins kept."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields, replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ledger_rows import october, spending_of, statement

from budgetdesk.household.words import Need
from budgetdesk.ledger.batches import add_batch, undo_batch
from budgetdesk.ledger.receipts import type_in
from budgetdesk.ledger.spending import Spending, Transaction, bank_rows
from budgetdesk.ledger.statement import AccountRead, StatementRead

ROWS = [(1, "Husleje", "-700"), (2, "Netto", "-50"), (2, "Netto", "-50"), (3, "Løn", "900"), (4, "Lidl", "-20")]
ALL = statement(*ROWS)


def part(first: int, last: int, name: str):
    """A statement of some of the rows of ALL, as another export of the same account would have them."""
    opening = ALL.rows[first].balance - ALL.rows[first].amount
    return statement(*ROWS[first:last], name=name, opening=str(opening))


def facts(spending: Spending):
    return [(row.date, row.text, row.amount, row.balance) for row in spending.transactions]


def test_two_equal_purchases_on_one_day_stay_two():
    spending, report = add_batch(Spending(), ALL)

    assert [row.text for row in spending.transactions].count("Netto") == 2
    assert (report.added, report.known) == (5, 0)


def test_twins_without_balances_stay_two_and_are_known_again():
    bare = replace(ALL, rows=tuple(replace(row, balance=None) for row in ALL.rows))
    again = replace(bare, file_hash="f" * 64, rows=tuple(replace(r, id="x" + r.id) for r in bare.rows))
    spending, report = add_batch(spending_of(bare), again)

    assert len(spending.transactions) == 5
    assert (report.added, report.known) == (0, 5)


def test_of_three_equal_purchases_the_third_is_new():
    """Without balances only the number of equal rows tells, so each known row may answer for one new row only."""
    bare = tuple(replace(row, balance=None) for row in statement(*[(2, "Netto", "-50")] * 3).rows)
    two = replace(ALL, rows=bare[:2])
    three = replace(ALL, file_hash="e" * 64, rows=tuple(replace(row, id="y" + row.id) for row in bare))
    spending, report = add_batch(spending_of(two), three)

    assert len(spending.transactions) == 3
    assert (report.added, report.known) == (1, 2)


def test_the_same_file_again_changes_nothing():
    before = spending_of(ALL)
    after, report = add_batch(before, replace(ALL, file_name="kopi af fil.csv"))

    assert after == before
    assert "læst ind før" in report.text


def test_an_overlapping_file_adds_only_what_is_new():
    spending, report = add_batch(spending_of(part(0, 3, "a.csv")), part(1, 5, "b.csv"))

    assert facts(spending) == facts(spending_of(ALL))
    assert (report.added, report.known) == (2, 2)


def test_another_account_is_no_overlap():
    other = statement(*ROWS, account="Budgetkonto")

    assert len(spending_of(ALL, other).transactions) == 10


def test_undo_takes_a_batch_out_and_adding_again_gives_the_same():
    before = spending_of(part(0, 2, "a.csv"))
    added, report = add_batch(before, part(2, 5, "b.csv"))

    assert undo_batch(added, report.batch) == before
    assert add_batch(undo_batch(added, report.batch), part(2, 5, "b.csv"))[0] == added


def test_undoing_the_first_of_two_that_overlap_keeps_what_the_second_has():
    first, second = part(0, 3, "a.csv"), part(1, 5, "b.csv")
    spending = undo_batch(spending_of(first, second), first.batch_id)

    assert facts(spending) == facts(spending_of(second))
    assert {row.batch for row in spending.transactions} == {second.batch_id}


@given(
    cuts=st.lists(st.tuples(st.integers(0, 4), st.integers(1, 5)), min_size=1, max_size=4),
    undone=st.lists(st.integers(0, 3), max_size=6),
)
def test_whatever_is_added_and_undone_the_rows_are_those_of_the_files_that_are_in(cuts, undone):
    """A law: the rows are the union of the files' rows, each once, whatever happened before."""
    files = {i: part(a, max(a + 1, b), f"{i}.csv") for i, (a, b) in enumerate(cuts)}
    spending, inside = Spending(), set()
    for index in [*files, *(i for i in undone if i in files)]:
        if index in inside:
            spending, inside = undo_batch(spending, files[index].batch_id), inside - {index}
        else:
            spending, inside = add_batch(spending, files[index])[0], inside | {index}
    expected = {row.balance for index in inside for row in files[index].rows}

    assert sorted(row.balance for row in spending.transactions) == sorted(expected)
    assert {row.batch for row in spending.transactions} <= {b.id for b in spending.batches}


def test_a_receipt_lets_go_of_a_row_that_is_undone():
    spending = type_in(spending_of(ALL), shop="Lidl", day=october(4), total=-ALL.rows[4].amount)
    assert spending.receipts[0].transaction

    assert undo_batch(spending, ALL.batch_id).receipts[0].transaction == ""


def two_accounts() -> StatementRead:
    """One file with two accounts: the rows of each hold in themselves."""
    wages, savings = statement(*ROWS, name="a"), statement((5, "Fra løn", "300"), name="b", opening="0")
    parts = [
        AccountRead(account=name, batch_id=f"b{name}", proof=read.proof)
        for name, read in (("Lønkonto", wages), ("Opsparing", savings))
    ]
    rows = [
        replace(row, batch=part.batch_id, id=f"{part.batch_id}-{n}")
        for part, read in zip(parts, (wages, savings), strict=True)
        for n, row in enumerate(read.rows)
    ]
    return replace(ALL, file_hash="d" * 64, rows=tuple(rows), accounts=tuple(parts))


def test_each_account_of_a_file_becomes_a_batch_and_all_are_undone_together():
    before = spending_of(statement((9, "Andet", "-1"), name="andet.csv", account="Tredje"))
    spending, report = add_batch(before, two_accounts())

    assert [batch.account for batch in spending.batches] == ["Tredje", "Lønkonto", "Opsparing"]
    assert (report.added, report.known) == (6, 0)
    assert undo_batch(spending, "bOpsparing") == before
    assert add_batch(spending, two_accounts())[0] == spending


def test_an_account_in_euro_changes_nothing_and_says_so():
    spending, report = add_batch(Spending(), replace(ALL, currency="EUR"))

    assert spending == Spending()
    assert "EUR" in report.text


def test_rows_made_by_the_hundred_thousand_are_rows_like_any_other():
    given = {
        "id": "b-1",
        "batch": "b",
        "date": october(3),
        "text": "Netto",
        "amount": Decimal(-5),
        "balance": None,
        "pending": True,
        "hint": "Mad",
        "line": "701",
        "need": Need.NEED,
        "confidence": Decimal("0.9"),
        "why": "Mad.",
        "by_hand": True,
    }
    (made,) = bank_rows([tuple(given[field.name] for field in fields(Transaction))])

    assert made == Transaction(**given)
    assert replace(made, text="Bager") == Transaction(**{**given, "text": "Bager"})
    with pytest.raises(FrozenInstanceError):
        made.text = "Bager"
