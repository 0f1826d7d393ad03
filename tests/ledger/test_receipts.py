"""Receipts beside bank rows: every krone once."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ledger_rows import OCTOBER, october, spending_of, statement

from budgetdesk.ledger.receipts import add_receipts, items_of, join, names_shop, remove_receipt, type_in
from budgetdesk.ledger.shares import shares
from budgetdesk.ledger.sorting import sort_spending
from budgetdesk.readers.rules import load_rules

D = Decimal
RULES = load_rules()
BANK = statement((10, "Dankort-nota NETTO 4711", "-50"), (11, "Lidl", "-50"), (12, "Hævning", "-400"))


def total(spending) -> Decimal:
    return sum((share.amount for share in shares(spending, OCTOBER)), D(0))


def typed(spending, shop="Netto Hvidovre", day=10, amount="50", lines=()):
    return type_in(spending, shop=shop, day=october(day), total=D(amount), lines=lines)


@pytest.mark.parametrize(
    ("shop", "day", "amount", "joined"),
    [
        ("Netto Hvidovre", 10, "50", True),
        ("Netto Hvidovre", 7, "50", True),
        ("Netto Hvidovre", 13, "50", True),
        ("Netto Hvidovre", 14, "50", False),
        ("Netto Hvidovre", 10, "50.50", False),
        ("Føtex", 10, "50", False),
        ("", 10, "50", False),
    ],
)
def test_a_receipt_is_joined_by_amount_day_and_shop(shop, day, amount, joined):
    spending = typed(spending_of(BANK), shop=shop, day=day, amount=amount)

    assert bool(spending.receipts[0].transaction) is joined


def test_a_row_pays_one_receipt_only():
    spending = typed(typed(spending_of(BANK)))

    assert [bool(receipt.transaction) for receipt in spending.receipts] == [True, False]


def test_a_row_pays_one_of_two_receipts_that_come_together():
    one = typed(spending_of()).receipts[0]
    spending, _ = add_receipts(spending_of(BANK), [one, replace(one, id="r2")])

    assert [bool(receipt.transaction) for receipt in spending.receipts] == [True, False]


def test_a_discount_larger_than_the_item_above_stays_a_line():
    items = items_of("r1", [("Cola", D(5)), ("Rabat", D(-10))])

    assert [(item.text, item.amount) for item in items] == [("Cola", D(5)), ("Rabat", D(-10))]


def test_twins_get_a_receipt_each():
    spending = typed(typed(spending_of(statement((10, "Netto", "-50"), (10, "Netto", "-50")))))

    assert len({receipt.transaction for receipt in spending.receipts}) == 2


def test_a_receipt_that_came_first_is_joined_when_the_statement_comes():
    from budgetdesk.ledger.batches import add_batch

    spending = typed(spending_of())
    spending = join(add_batch(spending, BANK)[0])

    assert spending.receipts[0].transaction == BANK.rows[0].id


LINES = st.lists(
    st.tuples(
        st.sampled_from(["Mælk", "Cola", "Rabat", "Pant", "Ukendt", "Øl"]), st.decimals(D("-40"), D("90"), places=2)
    ),
    max_size=7,
)


@given(LINES)
def test_a_joined_receipt_changes_where_the_money_went_and_never_how_much(lines):
    before = sort_spending(spending_of(BANK), RULES)
    after = sort_spending(typed(before, lines=lines), RULES)

    assert after.receipts[0].transaction
    assert total(after) == total(before) == D(500)


@given(LINES, st.decimals(D("0.01"), D("400"), places=2))
def test_a_receipt_paid_in_cash_explains_cash_and_adds_nothing(lines, amount):
    before = sort_spending(spending_of(BANK), RULES)
    after = sort_spending(typed(before, shop="Torvet", amount=str(amount), lines=lines), RULES)

    assert total(after) == total(before)


def test_a_receipt_beyond_the_cash_drawn_is_money_that_was_spent():
    after = sort_spending(typed(spending_of(BANK), shop="Torvet", amount="450"), RULES)

    assert total(after) == D(550)


def test_cash_explains_only_as_much_as_was_drawn():
    """400 kr. drawn, two receipts of 300 kr. paid in cash: 200 kr. were spent beyond what the bank shows."""
    after = sort_spending(spending_of(BANK), RULES)
    for shop in ("Torvet", "Kiosken"):
        after = sort_spending(typed(after, shop=shop, amount="300"), RULES)

    assert total(after) == D(700)


@given(LINES)
def test_discounts_never_lose_an_oere(lines):
    assert sum((item.amount for item in items_of("r1", lines)), D(0)) == sum((amount for _, amount in lines), D(0))


def test_what_the_lines_do_not_explain_stays_with_the_shop():
    spending = sort_spending(typed(spending_of(BANK), lines=[("Cola", D(20))]), RULES)
    parts = [(s.line, s.amount) for s in shares(spending, OCTOBER) if s.row == BANK.rows[0].id]

    assert parts == [("705", D(20)), ("701", D(30))]


def test_taking_a_receipt_out_makes_the_row_count_whole_again():
    before = sort_spending(spending_of(BANK), RULES)
    after = sort_spending(typed(before, lines=[("Cola", D(20))]), RULES)

    assert shares(remove_receipt(after, "r1"), OCTOBER) == shares(before, OCTOBER)


def test_a_receipt_already_here_is_not_added_again():
    spending = typed(spending_of(BANK))
    copy = replace(spending.receipts[0], shop="Ændret")
    again, new = add_receipts(spending, [copy])

    assert (again, new) == (spending, 0)


@pytest.mark.parametrize(
    ("text", "shop", "same"),
    [
        ("Dankort-nota NETTO 4711", "Netto Hvidovre", True),
        ("REMA 1000 AVEDØRE", "Rema 1000", True),
        ("FOETEX CITY", "Føtex", True),
        ("Kvickly Hvidovre", "Føtex Hvidovre", False),
        ("Nettobutikken", "Netto", False),
    ],
)
def test_a_text_names_a_shop_by_its_first_word(text, shop, same):
    assert names_shop(text, shop) is same
