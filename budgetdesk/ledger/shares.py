"""Every krone of a month exactly once: bank rows, split by the receipts that tell what was bought.

* A pending row and an own transfer do not count.
* A row with a receipt counts as the receipt's items; what the items do not explain stays with the row.
* A receipt without a row was paid in cash: its items count, and as much less of the cash drawn is unexplained (990).
  The same goes for the part of a receipt that was paid in cash beside a card (`off_bank`).
* A receipt whose bank row may be here, but is not joined yet, waits: the row counts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from budgetdesk.dates import Month
from budgetdesk.household.words import Need
from budgetdesk.i18n import N_, _
from budgetdesk.ledger.receipt_joining import waiting
from budgetdesk.ledger.sorting import CASH
from budgetdesk.ledger.spending import Receipt, ReceiptItem, Spending, Transaction
from budgetdesk.ledger.transfers import OWN_TRANSFERS
from budgetdesk.money import ZERO

REST = N_("Ikke fordelt på kvitteringen")
BOLIGSTOETTE = "102"


@dataclass(frozen=True, kw_only=True)
class Share:
    """One part of the month's money on one line. `amount` is kr out; money back is negative."""

    line: str
    need: Need
    amount: Decimal
    text: str
    row: str = ""
    """Id of the bank row, if any."""
    receipt: str = ""
    item: str = ""
    said: bool = False
    """True for an item that a person has placed, or said a word about."""


def counted(spending: Spending, month: Month) -> tuple[Transaction, ...]:
    """The bank rows of a month that count: booked, and not between own accounts."""
    rows = rows_of(spending, month)
    return tuple(row for row in rows if not row.pending and row.line != OWN_TRANSFERS)


def rows_of(spending: Spending, month: Month) -> tuple[Transaction, ...]:
    """All bank rows of a month."""
    return spending.rows.by_month.get(month, ())


def is_income(row: Transaction) -> bool:
    """True for a row that is money earned or granted: its line is a kind of income, or boligstøtte paid out."""
    return bool(row.line) and (not row.line.isdigit() or (row.line == BOLIGSTOETTE and row.amount > 0))


def shares(spending: Spending, month: Month) -> tuple[Share, ...]:
    """All money out in a month, in order of day; income is left out."""
    receipts = {receipt.transaction: receipt for receipt in spending.receipts if receipt.transaction}
    rows = {row.id: row for row in counted(spending, month) if not is_income(row)}
    # A receipt paid in several rows takes the others into its first, where both lie in the month.
    inside = {other: main for main, r in receipts.items() if main in rows for other in r.also if other in rows}
    found: list[Share] = []
    for row in rows.values():
        if row.id not in inside:
            more = sum((rows[other].amount for other, main in inside.items() if main == row.id), ZERO)
            found += _of_row(row, receipts.get(row.id), more)
    cash = sum((share.amount for share in found if share.line == CASH), ZERO)
    for main, receipt in receipts.items():
        if main in rows and receipt.off_bank:
            found += _explained(receipt, receipt.off_bank, max(cash, ZERO))
            cash -= receipt.off_bank
    for receipt in cash_receipts(spending, month):
        found += _of_cash(receipt, max(cash, ZERO))
        cash -= receipt.total
    return tuple(found)


def cash_receipts(spending: Spending, month: Month) -> tuple[Receipt, ...]:
    """Receipts of the month that no bank row paid, nor may have paid (`receipt_joining.waiting`)."""
    found = tuple(r for r in spending.receipts if not r.transaction and r.date and Month.of(r.date) == month)
    later = waiting(spending) if found else frozenset()
    return tuple(receipt for receipt in found if receipt.id not in later)


def _of_row(row: Transaction, receipt: Receipt | None, more: Decimal = ZERO) -> Iterator[Share]:
    """The parts of a row; `more` are the amounts of other rows that paid the same receipt."""
    left = -row.amount - more + (receipt.off_bank if receipt is not None else ZERO)
    if receipt is not None:
        for item in receipt.items:
            left -= item.amount
            yield _item(item, receipt, row.line, row.need, row.id)
    if left or receipt is None:
        text = row.text if receipt is None else f"{row.text}: {_(REST)}"
        yield Share(
            line=row.line, need=row.need, amount=left, text=text, row=row.id, receipt=receipt.id if receipt else ""
        )


def _of_cash(receipt: Receipt, cash: Decimal) -> Iterator[Share]:
    for item in receipt.items:
        yield _item(item, receipt, "", Need.ASK, "")
    if receipt.rest:
        yield Share(line="", need=Need.ASK, amount=receipt.rest, text=f"{receipt.shop}: {_(REST)}", receipt=receipt.id)
    yield from _explained(receipt, receipt.total, cash)


def _explained(receipt: Receipt, amount: Decimal, cash: Decimal) -> Iterator[Share]:
    """As much less of the cash drawn is unexplained."""
    explained = min(cash, amount)
    if explained > 0:
        text = f"Kontanter brugt hos {receipt.shop}"
        yield Share(line=CASH, need=Need.ASK, amount=-explained, text=text, receipt=receipt.id)


def _item(item: ReceiptItem, receipt: Receipt, line: str, need: Need, row: str) -> Share:
    placed = bool(item.line)
    return Share(
        line=item.line if placed else line,
        need=item.need if placed else need,
        amount=item.amount,
        text=item.text,
        row=row,
        receipt=receipt.id,
        item=item.id,
        said=placed and item.by_hand,
    )
