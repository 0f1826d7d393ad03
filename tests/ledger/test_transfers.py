"""Money moved between own accounts is not spent."""

from __future__ import annotations

import pytest
from ledger_rows import OCTOBER, spending_of, statement

from budgetdesk.ledger.shares import counted, shares
from budgetdesk.ledger.sorting import sort_spending
from budgetdesk.ledger.spending import Spending
from budgetdesk.ledger.transfers import own_transfers
from budgetdesk.readers.rules import load_rules


def moved(out: tuple, back: tuple) -> Spending:
    one, two = statement(out, account="Lønkonto"), statement(back, account="Opsparing", opening="77")
    return sort_spending(spending_of(one, two), load_rules())


def test_both_halves_of_a_transfer_count_nothing():
    spending = moved((5, "Til Nordea", "-300"), (6, "Indbetaling", "300"))

    assert [row.line for row in spending.transactions] == ["992", "992"]
    assert counted(spending, OCTOBER) == ()
    assert spending.transactions[0].why == "Flyttet til egen konto, se 6. oktober"


@pytest.mark.parametrize(
    ("out", "back"),
    [
        ((5, "Til Nordea", "-300"), (9, "Indbetaling", "300")),  # four days
        ((5, "Til Nordea", "-300"), (6, "Indbetaling", "301")),
        ((5, "Netto", "-300"), (6, "Camilla", "300")),  # nothing speaks of moving
    ],
)
def test_what_only_looks_like_one_counts(out, back):
    spending = moved(out, back)

    assert "992" not in {row.line for row in spending.transactions}


def test_a_payment_and_a_refund_on_one_account_are_no_transfer():
    spending = sort_spending(spending_of(statement((5, "Overført", "-300"), (6, "Overført", "300"))), load_rules())

    assert len(shares(spending, OCTOBER)) == 2


def test_one_row_is_half_of_one_transfer_only():
    one = statement((5, "Til opsparing x", "-300"), (5, "Til Nordea y", "-300"), account="Lønkonto")
    two = statement((5, "Ind", "300"), account="Opsparing", opening="77")
    spending = sort_spending(spending_of(one, two), load_rules())

    assert sum(row.why.startswith("Flyttet") for row in spending.transactions) == 2


def test_of_two_that_fit_the_nearest_day_is_the_other_half():
    one = statement((5, "Til opsparing", "-300"), account="Lønkonto")
    two = statement((3, "Ind", "300"), (5, "Ind", "300"), account="Opsparing", opening="77")
    spending = sort_spending(spending_of(one, two), load_rules())

    assert [row.date.day for row in spending.transactions if row.line == "992"] == [5, 5]


def test_thousands_of_equal_amounts_are_paired_in_a_moment():
    """Only the rows of the days around are looked at."""
    rows = [(1 + n % 28, "Til konto", "-300") for n in range(2000)]
    back = [(1 + n % 28, "Fra konto", "300") for n in range(2000)]
    spending = spending_of(statement(*rows, account="A"), statement(*back, account="B"))

    assert len(own_transfers(spending)) == 4_000
