"""Receipts and the bank rows that paid them: joined when sure, offered when not, and every krone once."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ledger_rows import OCTOBER, october, spending_of, statement

from budgetdesk.ledger.batches import add_batch, undo_batch
from budgetdesk.ledger.receipt_joining import day_fits, doubtful, join, join_to, offers, paid_in_cash, refuse, waiting
from budgetdesk.ledger.shares import shares
from budgetdesk.ledger.sorting import sort_spending
from budgetdesk.ledger.spending import PaidBy, Receipt, ReceiptItem, Spending
from budgetdesk.readers.rules import load_rules

D = Decimal
RULES = load_rules()


def receipt(number: int = 1, shop: str = "Netto", day: int = 10, total: str = "50", **more) -> Receipt:
    item = ReceiptItem(id=f"r{number}-1", text="Ost", amount=D(total))
    return Receipt(id=f"r{number}", shop=shop, date=october(day), total=D(total), items=(item,), **more)


def with_receipts(bank, *receipts: Receipt) -> Spending:
    return join(replace(spending_of(bank), receipts=receipts))


def total(spending: Spending) -> Decimal:
    return sum((share.amount for share in shares(sort_spending(spending, RULES), OCTOBER)), D(0))


@pytest.mark.parametrize(
    ("bought", "booked", "fits"),
    [(10, 10, True), (9, 15, True), (9, 16, False), (14, 20, True), (14, 21, False), (15, 12, True), (15, 11, False)],
)
def test_a_card_payment_is_booked_within_four_bank_days(bought, booked, fits):
    """9 October 2026 is a Friday: four bank days later is Thursday the 15th."""
    assert day_fits(october(booked), october(bought)) is fits


def test_amount_and_day_without_the_shop_are_offered_and_not_made():
    spending = with_receipts(statement((11, "Dankort-nota 4711", "-50")), receipt())

    assert spending.receipts[0].transaction == ""
    assert [(o.receipt, o.sure, o.why) for o in doubtful(spending)] == [
        ("r1", False, "Beløb og dag passer, men posteringen nævner ikke butikken.")
    ]


def test_the_end_of_the_cards_number_is_as_good_as_the_shop():
    spending = with_receipts(statement((11, "Dankort XXXX1234 Nota 88", "-50")), receipt(card="1234"))

    assert spending.receipts[0].transaction


def test_a_no_is_remembered_and_the_row_is_not_offered_again():
    spending = with_receipts(statement((11, "Dankort-nota 4711", "-50")), receipt())
    offer = doubtful(spending)[0]
    spending = join(refuse(spending, "r1", offer.rows))

    assert (offers(spending), spending.receipts[0].transaction) == ((), "")


def test_a_yes_joins_and_a_receipt_that_had_the_row_lets_it_go():
    spending = with_receipts(statement((11, "Netto", "-50")), receipt(1), receipt(2))
    row = spending.transactions[0].id
    spending = join_to(spending, "r2", (row,))

    assert [r.transaction for r in join(spending).receipts] == ["", row]


def test_cash_drawn_is_never_the_payment_of_a_receipt():
    spending = with_receipts(statement((11, "Hævning Netto", "-50"), (12, "Kontanthævning", "-50")), receipt())

    assert offers(spending) == ()


def test_a_receipt_paid_in_cash_is_not_joined_to_a_row_of_the_same_amount():
    spending = with_receipts(statement((10, "Netto", "-50")), receipt(paid_by=PaidBy.CASH))

    assert (spending.receipts[0].transaction, total(spending)) == ("", D(100))


def test_a_receipt_paid_by_card_waits_for_its_row_and_counts_for_nothing_meanwhile():
    bank = statement((1, "Lidl", "-20"), (30, "Lidl", "-20"))
    spending = with_receipts(bank, receipt(paid_by=PaidBy.CARD))

    assert (waiting(spending), total(spending)) == (frozenset({"r1"}), D(40))
    assert total(paid_in_cash(spending, "r1")) == D(90)


def test_an_open_offer_counts_once_whatever_is_answered():
    spending = with_receipts(statement((11, "Dankort-nota 4711", "-50")), receipt())
    row = spending.transactions[0].id

    assert total(spending) == total(join_to(spending, "r1", (row,))) == D(50)
    assert total(refuse(spending, "r1", (row,))) == D(100)


def test_a_receipt_paid_in_two_cards_takes_both_rows():
    spending = with_receipts(statement((10, "Netto", "-30"), (10, "NETTO 4711", "-20")), receipt())
    offer = doubtful(spending)[0]
    spending = join_to(spending, "r1", offer.rows)

    assert len(offer.rows) == 2
    assert [(s.text, s.amount) for s in shares(sort_spending(spending, RULES), OCTOBER)] == [("Ost", D(50))]


def test_a_receipt_paid_partly_in_cash_explains_cash_with_the_rest():
    bank = statement((10, "Netto", "-30"), (9, "Kontanthævning", "-100"))
    spending = with_receipts(bank, receipt(paid_by=PaidBy.CARD, off_bank=D(20)))

    assert spending.receipts[0].transaction
    assert total(spending) == D(130)
    assert {s.line: s.amount for s in shares(sort_spending(spending, RULES), OCTOBER) if s.amount < 0} == {
        "990": D(-20)
    }


def test_a_part_paid_in_cash_that_was_never_drawn_is_money_spent_beyond_the_bank():
    spending = with_receipts(statement((10, "Netto", "-30")), receipt(off_bank=D(20)))

    assert total(spending) == D(50)


def test_cash_drawn_explains_only_as_much_as_it_is():
    """100 kr. drawn; 20 kr. beside a card and 90 kr. at the market: 10 kr. more than the bank shows."""
    bank = statement((10, "Netto", "-30"), (9, "Kontanthævning", "-100"))
    market = receipt(2, shop="Torvet", total="90", paid_by=PaidBy.CASH)
    spending = with_receipts(bank, receipt(off_bank=D(20)), market)

    assert total(spending) == D(30 + 100 + 10)


def test_undoing_an_import_lets_go_of_both_rows():
    spending = with_receipts(statement((10, "Netto", "-30"), (10, "NETTO 4711", "-20")), receipt())
    spending = join_to(spending, "r1", doubtful(spending)[0].rows)
    spending = undo_batch(spending, spending.batches[0].id)

    assert (spending.receipts[0].transaction, spending.receipts[0].also) == ("", ())


def test_the_nearest_day_is_taken_first():
    spending = with_receipts(
        statement((13, "Netto", "-50"), (10, "Netto", "-50")), receipt(1, day=9), receipt(2, day=9)
    )
    days = [next(row.date for row in spending.transactions if row.id == r.transaction) for r in spending.receipts]

    assert days == [october(10), october(13)]


ROWS = st.lists(
    st.tuples(
        st.integers(1, 25),
        st.sampled_from(["Netto", "Lidl 88", "Dankort-nota 1"]),
        st.sampled_from(["-50", "-20", "-30"]),
    ),
    min_size=1,
    max_size=6,
)
RECEIPTS = st.lists(
    st.builds(
        receipt,
        shop=st.sampled_from(["Netto", "Lidl", "Torvet"]),
        day=st.integers(1, 25),
        total=st.sampled_from(["50", "20"]),
        paid_by=st.sampled_from(PaidBy),
    ),
    max_size=5,
)


@given(rows=ROWS, receipts=RECEIPTS)
def test_what_was_spent_is_the_bank_rows_and_the_receipts_paid_in_cash(rows, receipts):
    receipts = [replace(r, id=f"q{n}", items=()) for n, r in enumerate(receipts)]
    spending = with_receipts(statement(*rows), *receipts)
    drawn = sum((-row.amount for row in spending.transactions), D(0))
    joined = {r.id for r in spending.receipts if r.transaction}
    late = waiting(spending)
    cash = sum((r.total for r in spending.receipts if r.id not in joined | late), D(0))

    assert total(spending) == drawn + cash
    assert not {r.id for r in spending.receipts if r.paid_by is PaidBy.CASH} & (joined | late)


@given(rows=ROWS, receipts=RECEIPTS)
def test_a_row_pays_one_receipt_whatever_comes_first(rows, receipts):
    receipts = tuple(replace(r, id=f"q{n}") for n, r in enumerate(receipts))
    together = with_receipts(statement(*rows), *receipts)
    later = join(add_batch(Spending(receipts=receipts), statement(*rows))[0])
    used = [r.transaction for r in together.receipts if r.transaction]

    assert len(used) == len(set(used))
    assert [bool(r.transaction) for r in later.receipts] == [bool(r.transaction) for r in together.receipts]


@pytest.mark.parametrize(
    ("shop", "text", "source", "joined", "called"),
    [
        ("Lidt", "Lidl Avedøre", "picture", True, "Lidl"),
        ("NETT0 Hvidovre", "Netto Hvidovrevej", "picture", True, "Netto Hvidovre"),
        ("Lidt", "Lidl Avedøre", "typed", False, "Lidt"),
        ("Aldi", "Lidl Avedøre", "picture", False, "Aldi"),
        ("OK", "OX Grill", "picture", False, "OK"),
    ],
)
def test_one_misread_letter_of_the_shop_is_forgiven_where_amount_and_day_fit(shop, text, source, joined, called):
    spending = with_receipts(statement((11, text, "-50")), receipt(shop=shop, source=source))

    assert bool(spending.receipts[0].transaction) is joined
    assert spending.receipts[0].shop == called
