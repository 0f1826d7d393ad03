"""Receipts: typed in or read, joined to the bank row that paid them, so that nothing counts twice.

A receipt whose lines do not add up is kept; what is missing is its `rest`, which stays with the shop.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from budgetdesk.household.paths import next_id
from budgetdesk.ledger.receipt_joining import join, names_shop
from budgetdesk.ledger.spending import Receipt, ReceiptItem, Spending
from budgetdesk.ledger.words import fold

__all__ = ["Line", "add_receipts", "items_of", "join", "names_shop", "remove_receipt", "type_in"]

Line = tuple[str, Decimal]
"""Text and amount of one printed line, kr; a discount is negative."""

_DISCOUNT = re.compile(
    r"(?<![a-z])([a-z]*rabat[a-z]*|tilbud[a-z]*|kupon[a-z]*|avance|mix ?tilbud|bonuskroner|nedslag)(?![a-z])"
)
_PANT = re.compile(r"(?<![a-z])(?:flaske|daase|kasse)?pant(?:retur|bon)?(?![a-z])")
"""Deposits; not `Pantene` and not `panteret`."""


def items_of(receipt_id: str, lines: Sequence[Line]) -> tuple[ReceiptItem, ...]:
    """The items of a receipt: a discount is taken off the item above it, and deposits (pant) stand by themselves.

    A discount with nothing above it, or larger than the item above it, stays a line of its own.
    """
    items: list[ReceiptItem] = []
    above: int | None = None
    for text, amount in lines:
        if above is not None and _is_discount(text, amount) and items[above].amount + amount >= 0:
            items[above] = replace(items[above], amount=items[above].amount + amount)
            continue
        if amount > 0 and not _PANT.search(fold(text)):
            above = len(items)
        items.append(ReceiptItem(id=f"{receipt_id}-{len(items) + 1}", text=text, amount=amount))
    return tuple(items)


def type_in(spending: Spending, *, shop: str, day: date | None, total: Decimal, lines: Sequence[Line] = ()) -> Spending:
    """A receipt typed in by hand, joined to its bank row if there is one. Amounts in kr."""
    receipt_id = next_id(spending.receipts, "r")
    receipt = Receipt(id=receipt_id, shop=shop.strip(), date=day, total=total, items=items_of(receipt_id, lines))
    return join(replace(spending, receipts=(*spending.receipts, receipt)))


def add_receipts(spending: Spending, receipts: Iterable[Receipt]) -> tuple[Spending, int]:
    """Put receipts in and join them. Those already here (same id) are left as they are. Also how many are new."""
    here = {receipt.id for receipt in spending.receipts}
    new = []
    for receipt in receipts:
        if receipt.id not in here:
            here.add(receipt.id)
            new.append(receipt)
    return join(replace(spending, receipts=(*spending.receipts, *new))), len(new)


def remove_receipt(spending: Spending, receipt_id: str) -> Spending:
    """Take a receipt out; its bank row counts whole again."""
    return replace(spending, receipts=tuple(r for r in spending.receipts if r.id != receipt_id))


def _is_discount(text: str, amount: Decimal) -> bool:
    return amount < 0 and _DISCOUNT.search(fold(text)) is not None
