"""The receipts behind a line or a bank row that have a picture, and what on each of them belongs there."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal

from budgetdesk.casework.record import Record
from budgetdesk.dates import Month
from budgetdesk.ledger.shares import shares
from budgetdesk.ledger.spending import Receipt, ReceiptItem
from budgetdesk.money import ZERO


@dataclass(frozen=True, kw_only=True)
class Pictured:
    """One receipt with a picture. `amount` is what of it belongs where it was asked for, kr."""

    receipt: Receipt
    items: tuple[ReceiptItem, ...]
    """The items that belong there; empty where the receipt says no more than its total."""
    amount: Decimal


def pictured(
    record: Record, month: Month, *, lines: Collection[str] = (), rows: Collection[str] = ()
) -> tuple[Pictured, ...]:
    """The receipts of a month with a picture that say what went to these lines (codes), or with these bank rows (ids);
    in order of day, each once."""
    receipts = {receipt.id: receipt for receipt in record.spending.receipts if receipt.picture}
    if not receipts:
        return ()
    items: dict[str, list[str]] = {}
    amounts: dict[str, Decimal] = {}
    for share in shares(record.spending, month):
        if share.receipt in receipts and (share.line in lines or share.row in rows):
            items.setdefault(share.receipt, []).append(share.item)
            amounts[share.receipt] = amounts.get(share.receipt, ZERO) + share.amount
    found = [
        Pictured(
            receipt=receipts[key],
            items=tuple(item for item in receipts[key].items if item.id in here),
            amount=amounts[key],
        )
        for key, here in items.items()
    ]
    return tuple(sorted(found, key=lambda one: (one.receipt.date is None, one.receipt.date, one.receipt.id)))
