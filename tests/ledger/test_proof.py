"""The proof: opening + rows = closing, whichever way round the file stands."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ledger_rows import OCTOBER, october, statement

from budgetdesk.ledger.proof import covers, covers_month, gaps_between, oldest_first, prove, prove_together
from budgetdesk.ledger.spending import ProofStatus

AMOUNTS = st.decimals(Decimal("-9000"), Decimal("9000"), places=2).filter(bool)
ROWS = st.lists(st.tuples(st.integers(1, 31), st.just("x"), AMOUNTS), min_size=1, max_size=12).map(sorted)


@given(ROWS)
def test_a_whole_statement_holds_from_either_end(rows):
    read = statement(*rows)
    turned = tuple(reversed(read.rows))

    assert prove(oldest_first(turned)).status is ProofStatus.HOLDS
    assert prove(oldest_first(turned)).opening == Decimal(1000)
    assert prove(oldest_first(read.rows)) == read.proof


def test_a_file_sorted_by_amount_is_put_back_in_order_of_day():
    read = statement((1, "a", "-10"), (2, "b", "-99"), (3, "c", "-5"), (4, "d", "-50"))
    shuffled = sorted(read.rows, key=lambda row: row.amount)

    assert prove(oldest_first(shuffled)).status is ProofStatus.HOLDS


def test_a_balance_that_was_changed_is_named_on_both_sides():
    read = statement((1, "a", "-10"), (2, "b", "-20"), (5, "c", "-30"))
    rows = (read.rows[0], replace(read.rows[1], balance=Decimal(950)), read.rows[2])

    assert prove(rows).gaps == (
        "Mellem 1. og 2. oktober mangler 20 kr. (en udbetaling).",
        "Mellem 2. og 5. oktober mangler 20 kr. (en indbetaling).",
    )


def test_pending_rows_take_no_part():
    read = statement((1, "a", "-10"), (2, "b", "-20"))
    waiting = replace(read.rows[1], id="p", amount=Decimal(-500), balance=None, pending=True)

    assert prove((*read.rows, waiting)) == read.proof


def test_rows_without_balance_between_two_balances_are_counted():
    read = statement((1, "a", "-10"), (2, "b", "-20"), (3, "c", "-30"))
    rows = (read.rows[0], replace(read.rows[1], balance=None), read.rows[2])

    assert prove(rows).status is ProofStatus.HOLDS


def test_one_balance_among_many_rows_proves_nothing():
    read = statement((1, "a", "-10"), (2, "b", "-20"))
    rows = (replace(read.rows[0], balance=None), read.rows[1])

    assert prove(rows).status is ProofStatus.NOT_POSSIBLE


def test_nothing_proves_nothing():
    assert prove(()).status is ProofStatus.NOT_POSSIBLE


@pytest.mark.parametrize(
    ("start", "end", "whole"),
    [
        (october(1), october(31), True),
        (date(2026, 9, 3), date(2026, 11, 3), True),
        (october(1), october(30), True),  # the 30th is the last bank day
        (october(2), october(31), False),
        (october(1), october(29), False),
        (None, None, False),
    ],
)
def test_a_month_is_covered_from_its_first_to_its_last_bank_day(start, end, whole):
    assert covers_month(start, end, OCTOBER) is whole


def test_the_order_does_not_hang_on_chance():
    read = statement(*[(day, "x", str(-day)) for day in range(1, 20)])
    mixed = list(read.rows)
    random.Random(1).shuffle(mixed)  # noqa: S311 - no secret

    assert oldest_first(mixed) == read.rows


@pytest.mark.parametrize(
    ("start", "end", "says"),
    [
        (october(1), october(30), "Dækker 1.-31. oktober, hele måneden"),
        (october(3), october(17), "Dækker 3.-17. oktober, ikke hele måneden"),
        (october(9), october(9), "Dækker 9. oktober, ikke hele måneden"),
        (date(2026, 9, 1), date(2026, 9, 30), ""),
        (None, None, ""),
    ],
)
def test_which_days_of_a_month_are_covered_is_said(start, end, says):
    assert covers(start, end, OCTOBER) == says


def test_a_gap_between_two_files_of_one_account_is_named():
    first, second = statement((1, "a", "-10")), statement((5, "b", "-20"), opening="940")

    assert gaps_between([second.proof, first.proof]) == ("Mellem 1. og 5. oktober mangler 50 kr. (en udbetaling).",)
    assert gaps_between([first.proof, statement((5, "b", "-20"), opening="990").proof]) == ()


def test_a_file_of_several_accounts_holds_when_each_does():
    good, bad = statement((1, "a", "-10")).proof, replace(statement((1, "a", "-10")).proof, status=ProofStatus.FAILS)

    assert prove_together([good, good]).status is ProofStatus.HOLDS
    assert prove_together([good, good]).closing == Decimal(1980)
    assert prove_together([good, bad]).status is ProofStatus.FAILS
