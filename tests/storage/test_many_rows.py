"""A year of bank rows goes in and out as one step: the journal names the rows instead of repeating them."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from any_record import any_record
from hypothesis import given
from test_case_store import SLOW, a_case

from budgetdesk.casework.record import Record
from budgetdesk.household import paths
from budgetdesk.ledger.spending import Transaction
from budgetdesk.storage import difference
from budgetdesk.storage.case_store import Database

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
ROWS = tuple(
    Transaction(
        id=f"b1-{n}", batch="b1", date=date(2026, 1, 1 + n % 28), text=f"Købmand Ærø {n}", amount=Decimal(n) / 100
    )
    for n in range(difference.MANY + 50)
)


def with_rows(record: Record) -> Record:
    return paths.put(record, "spending.transactions", ROWS)


def test_many_rows_are_not_written_twice(database: Database) -> None:
    keeper = a_case(database)
    before = keeper.load().record

    keeper.change("kontoudtog læst ind", before, with_rows(before), merge="", at=NOON)

    assert keeper.load().record == with_rows(before)
    assert {t.after for t in keeper.history()[-1].difference.touched} == {None}


def test_many_rows_go_out_and_come_back_with_what_was_changed_since(database: Database) -> None:
    keeper = a_case(database)
    empty = keeper.load().record
    full = keeper.change("kontoudtog læst ind", empty, with_rows(empty), merge="", at=NOON).record
    sorted_by_hand = paths.put(full, "spending.transactions[b1-7].line", "201")
    keeper.change("postering flyttet", full, sorted_by_hand, merge="", at=NOON)

    assert keeper.undo(sorted_by_hand, at=NOON).record == full
    assert keeper.undo(full, at=NOON).record == empty
    assert keeper.load().record == empty
    assert keeper.redo(empty, at=NOON).record == full
    assert keeper.redo(full, at=NOON).record == sorted_by_hand
    assert keeper.undo(sorted_by_hand, at=NOON).record == full
    assert keeper.undo(full, at=NOON).record == empty
    assert keeper.redo(empty, at=NOON).record == keeper.load().record == full


def test_a_step_that_joins_the_import_can_be_undone_with_it(database: Database) -> None:
    keeper = a_case(database)
    empty = keeper.load().record
    full = keeper.change("læst ind", empty, with_rows(empty), merge="m", at=NOON).record
    fewer = replace(full, spending=replace(full.spending, transactions=ROWS[1:]))
    keeper.change("læst ind", full, fewer, merge="m", at=NOON)

    assert keeper.undo(fewer, at=NOON).record == empty
    assert keeper.redo(empty, at=NOON).record == fewer


def test_undo_and_redo_lead_back_whatever_the_journal_only_names(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(difference, "MANY", 1)

    @given(any_record(), any_record())
    @SLOW
    def check(first: Record, second: Record) -> None:
        third = replace(first, case=replace(second.case, persons=first.case.persons, debts=()))
        keeper = a_case(database, first)
        start = keeper.load().record
        number = start.case.info.number
        steps = [start, *(paths.put(record, "case.info.number", number) for record in (second, third))]
        for before, after in itertools.pairwise(steps):
            keeper.change("ret", before, after, merge="", at=NOON)
        states = [steps[0]] + [b for a, b in itertools.pairwise(steps) if a != b]
        for after, before in zip(states[::-1], states[::-1][1:], strict=False):
            assert keeper.undo(after, at=NOON).record == before == keeper.load().record
        for before, after in itertools.pairwise(states):
            assert keeper.redo(before, at=NOON).record == after == keeper.load().record

    check()
