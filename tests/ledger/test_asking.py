"""Splits, questions to the tenant, and rows left open: every krone stays counted once."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ledger_rows import OCTOBER, spending_of, statement

from budgetdesk.errors import BadInputError
from budgetdesk.household.words import Need
from budgetdesk.ledger.asking import Asked, questions
from budgetdesk.ledger.by_hand import Part, ask_later, parts_of, split_row
from budgetdesk.ledger.receipts import type_in
from budgetdesk.ledger.shares import shares
from budgetdesk.ledger.sorting import sort_spending
from budgetdesk.ledger.summary import summarise
from budgetdesk.readers.chart import load_chart
from budgetdesk.readers.rules import load_rules

RULES = load_rules()


def sorted_rows(*rows):
    return sort_spending(spending_of(statement(*rows)), RULES)


def part(amount: str, line: str = "702") -> Part:
    return Part(amount=Decimal(amount), line=line, need=Need.NEED)


@given(st.lists(st.integers(1, 40), max_size=4))
def test_a_split_moves_kroner_and_loses_none(amounts):
    spending = sorted_rows((1, "Netto", "-200"), (2, "Wolt", "-50"))
    row = spending.transactions[0].id
    split = split_row(spending, row, [part(str(amount)) for amount in amounts])

    found = shares(split, OCTOBER)

    assert sum(share.amount for share in found) == Decimal(250)
    assert sum(share.amount for share in found if share.line == "702") == sum(amounts)
    assert [p.amount for p in parts_of(split, row)] == amounts
    assert sort_spending(split, RULES) == split
    assert split_row(split, row, []) == spending


def test_a_split_is_no_receipt_in_the_words_about_the_month():
    spending = sorted_rows((1, "Netto", "-200"))
    split = split_row(spending, spending.transactions[0].id, [part("50")])

    assert summarise(split, OCTOBER, load_chart()).receipts == 0


@pytest.mark.parametrize("parts", [["150", "60"], ["0"], ["-5"]])
def test_a_split_that_does_not_fit_is_refused(parts):
    spending = sorted_rows((1, "Netto", "-200"))

    with pytest.raises(BadInputError):
        split_row(spending, spending.transactions[0].id, [part(amount) for amount in parts])


def test_a_row_with_a_receipt_is_not_split():
    spending = sorted_rows((1, "Netto", "-200"))
    spending = type_in(spending, shop="Netto", day=spending.transactions[0].date, total=Decimal(200))

    with pytest.raises(BadInputError):
        split_row(spending, spending.transactions[0].id, [part("20")])


def test_cash_persons_and_unknown_texts_are_asked_about_the_largest_first_and_no_person_is_named():
    spending = sorted_rows(
        (1, "Kontanthævning", "-500"),
        (2, "MobilePay Jens Hansen", "-80"),
        (3, "MobilePay Jens Hansen", "-40"),
        (4, "Zorba", "-900"),
        (5, "Netto", "-100"),
        (6, "Qwerty", "70"),
    )

    asked = questions(spending, OCTOBER, RULES)

    assert [(q.kind, q.amount, len(q.rows)) for q in asked] == [
        (Asked.UNKNOWN, Decimal(900), 1),
        (Asked.CASH, Decimal(500), 1),
        (Asked.PERSON, Decimal(120), 2),
        (Asked.MONEY_IN, Decimal(-70), 1),
    ]
    assert not any("Jens" in q.text for q in asked)
    assert asked[1].text == "500 kr. er hævet kontant. Hvad gik de til?"
    known = {*load_chart().lines, *load_chart().incomes}
    assert {code for q in asked for code in q.lines} <= known


def test_cash_that_a_receipt_explains_is_not_asked_about():
    spending = sorted_rows((1, "Kontanthævning", "-500"))
    spending = type_in(spending, shop="Slagter Bo", day=spending.transactions[0].date, total=Decimal(500))

    assert questions(sort_spending(spending, RULES), OCTOBER, RULES) == ()


def test_a_row_left_open_stays_a_question_whatever_the_rules_say():
    spending = sorted_rows((1, "Netto", "-200"))
    open_row = sort_spending(ask_later(spending, spending.transactions[0].id), RULES)

    assert [q.kind for q in questions(open_row, OCTOBER, RULES)] == [Asked.UNKNOWN]
