"""From a file to the budget: each action gives a new record and a label, and changes nothing itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from budgetdesk import data_files
from budgetdesk.actions import spending as actions
from budgetdesk.actions.desk import Desk, memory_desk
from budgetdesk.actions.library import Library, load_library
from budgetdesk.casework.record import Record
from budgetdesk.dates import Month
from budgetdesk.errors import StatementError
from budgetdesk.household.words import Need
from budgetdesk.ledger.sorting import LearnedRule, name_key, sort_spending
from budgetdesk.ledger.spending import ProofStatus, Spending
from budgetdesk.readers.case_file import sample_case

TODAY = date(2026, 11, 20)
OCTOBER = Month(2026, 10)
STATEMENT = data_files.path("sample", "danske_bank_oktober.csv")


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library()


@pytest.fixture(scope="module")
def imported(library: Library) -> Record:
    """The sample household with its statement taken in."""
    record = Record(case=sample_case(today=TODAY))
    read = actions.preview_statement(STATEMENT, library, today=TODAY)
    return actions.import_statement(record, read, library).record


def desk_of(record: Record) -> Desk:
    return memory_desk(record, TODAY)


def test_a_preview_shows_rows_with_guesses_and_a_proof(library: Library) -> None:
    read = actions.preview_statement(STATEMENT, library, today=TODAY)

    assert read.proof.status is ProofStatus.HOLDS
    assert sum(1 for row in read.rows if row.line) > len(read.rows) / 2
    assert all(row.why for row in read.rows)


def test_a_statement_is_sorted_as_it_would_be_sorted_anew(imported: Record, library: Library) -> None:
    read = actions.preview_statement(STATEMENT, library, today=TODAY)

    assert (
        sort_spending(Spending(batches=read.batches(), transactions=read.rows), library.rules).transactions == read.rows
    )
    assert sort_spending(imported.spending, library.rules) == imported.spending


def test_what_was_learned_since_the_preview_counts_when_it_is_taken_in(library: Library) -> None:
    read = actions.preview_statement(STATEMENT, library, today=TODAY)
    row = next(row for row in read.rows if "Netto" in row.text)
    key = name_key(row.text, row.amount, library.rules)
    learned = LearnedRule(key=key, name="Netto", line="806", need=Need.NICE)
    wiser = replace(library, rules=replace(library.rules, learned=(learned,)))

    found = actions.import_statement(Record(), read, wiser).record.spending.rows.by_id[row.id]
    assert (row.line, found.line) == ("701", "806")


def test_a_second_account_is_looked_at_together_with_the_first(imported: Record, library: Library) -> None:
    """Money moved between the two is known by both of them only."""
    out = next(row for row in imported.spending.transactions if row.amount < 0)
    text = f"{out.date:%d.%m.%Y}".replace(".", "-")
    amount = f"{-out.amount:.2f}".replace(".", ",")
    csv = f'"Dato";"Tekst";"Beløb";"Saldo"\n"{text}";"Overførsel fra egen konto";"{amount}";"{amount}"\n'
    read = actions.preview_statement(("opsparing.csv", csv.encode()), library, account="opsparing", today=TODAY)
    spending = actions.import_statement(imported, read, library).record.spending

    assert spending == sort_spending(spending, library.rules)
    assert {row.line for row in spending.transactions if abs(row.amount) == -out.amount} == {"992"}


def test_a_file_that_is_no_statement_is_refused(library: Library) -> None:
    with pytest.raises(StatementError):
        actions.preview_statement(("nej.csv", b"hej"), library, today=TODAY)


def test_an_import_is_one_step_on_the_desk_and_one_undo(library: Library) -> None:
    desk = desk_of(Record())
    read = actions.preview_statement(STATEMENT, library, today=TODAY)
    change = actions.import_statement(desk.record, read, library)
    desk.change(change.label, change.record)
    assert len(desk.record.spending.transactions) == len(read.rows)
    assert str(len(read.rows)) in change.said

    assert desk.undo() == change.label
    assert desk.record == Record()


def test_the_same_file_twice_counts_once(imported: Record, library: Library) -> None:
    read = actions.preview_statement(STATEMENT, library, today=TODAY)
    again = actions.import_statement(imported, read, library)

    assert again.record.spending == imported.spending


def test_a_batch_can_be_taken_out_later(imported: Record, library: Library) -> None:
    (batch,) = imported.spending.batches
    change = actions.undo_import(imported, batch.id, library)

    assert change.record.spending.transactions == ()
    assert change.record.case == imported.case


def test_a_row_placed_by_hand_stays_and_takes_its_twins_along(imported: Record, library: Library) -> None:
    row = next(r for r in imported.spending.transactions if r.amount < 0)
    change = actions.place_row(imported, row.id, "809", Need.NICE, library)
    placed = {r.id: r for r in change.record.spending.transactions}
    twins = [r for r in placed.values() if r.text == row.text and r.amount < 0]

    assert placed[row.id].by_hand
    assert {(r.line, r.need) for r in twins} == {("809", Need.NICE)}


def test_receipts_come_in_and_find_the_row_that_paid_them(imported: Record, library: Library) -> None:
    read = actions.preview_receipts(data_files.path("sample", "kvittering_netto_11.json"))
    change = actions.import_receipts(imported, read, library)
    (receipt,) = change.record.spending.receipts

    assert receipt.transaction in {row.id for row in imported.spending.transactions}
    assert "1 ny kvittering" in change.said


def test_a_typed_receipt_that_does_not_add_up_keeps_a_rest(library: Library) -> None:
    change = actions.type_receipt(
        Record(), library, shop="Netto", day=None, total=Decimal(100), lines=[("MÆLK", Decimal("12.95"))]
    )
    (receipt,) = change.record.spending.receipts

    assert receipt.rest == Decimal("87.05")
    assert actions.remove_receipt(change.record, receipt.id, library).record.spending.receipts == ()


def test_the_two_voices_are_kept_apart_and_what_is_locked_stands() -> None:
    record = actions.tenant_says(Record(), "706", Need.NEED).record
    record = actions.adviser_says(record, "706", Need.NICE).record
    record = actions.lock_line(record, "706", locked=True).record
    (voice,) = record.spending.voices

    assert (voice.tenant_says, voice.adviser_says, voice.locked) == (Need.NEED, Need.NICE, True)


def test_the_month_goes_into_the_budget_as_one_step(imported: Record, library: Library) -> None:
    change = actions.put_into_budget(imported, OCTOBER, library)
    written = [e for e in change.record.case.expenses if e.from_spending]
    offered = {line.code for line in actions.month_proposals(imported, OCTOBER, library).written}

    assert {e.line for e in written} == offered
    assert offered
    assert "oktober 2026" in change.said
