"""What was read on a receipt, as it is kept in a case: the same figures, each with its place in the picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from hashlib import sha256

from budgetdesk.ledger.spending import Box, PaidBy, Receipt, ReceiptItem
from budgetdesk.money import ZERO
from budgetdesk.readers.receipt_lines_shape import ReadItem, ReadPayment, ReadReceipt
from budgetdesk.readers.receipt_text import TextLine

_ON_BANK = (PaidBy.CARD, PaidBy.MOBILEPAY)


def kept_receipt(
    read: ReadReceipt,
    lines: Sequence[TextLine] = (),
    *,
    receipt_id: str = "",
    picture: str = "",
    source: str = "picture",
) -> Receipt:
    """The receipt of a case that was read so. `lines` are those it was read from; `picture` is the id of its picture.

    Without a total it has the sum of its items, and keeps the doubt about it. Without an id it gets one that the same
    lines always get, so that a receipt read twice is kept once.
    """
    receipt_id = receipt_id or _id(read, lines)
    paid_by, off_bank = _how_paid(read.payments, read.total)
    return Receipt(
        id=receipt_id,
        shop=read.shop,
        date=read.date,
        total=read.items_sum if read.total is None else read.total,
        items=tuple(_item(item, f"{receipt_id}-{n}", lines) for n, item in enumerate(read.items, start=1)),
        source=source,
        paid_by=paid_by,
        card=read.card,
        off_bank=off_bank,
        picture=picture,
        doubts=read.doubts,
    )


def _id(read: ReadReceipt, lines: Sequence[TextLine]) -> str:
    said = "\n".join(line.text for line in lines) or repr(replace(read, doubts=()))
    return f"r{sha256(said.encode('utf-8', 'replace')).hexdigest()[:12]}"


def _item(item: ReadItem, item_id: str, lines: Sequence[TextLine]) -> ReceiptItem:
    boxes = [lines[number].box for number in item.lines if number < len(lines)]
    return ReceiptItem(
        id=item_id,
        text=item.text,
        amount=item.amount,
        boxes=tuple(Box(left=b[0], top=b[1], width=b[2], height=b[3]) for b in boxes if b is not None),
    )


def _how_paid(payments: Sequence[ReadPayment], total: Decimal | None) -> tuple[PaidBy, Decimal]:
    """How it was paid, and kr of the total that no bank row will show."""
    on_bank = [paid for paid in payments if paid.by in _ON_BANK]
    if not on_bank or total is None:
        return (payments[0].by if payments else PaidBy.UNKNOWN), ZERO
    shown = sum((paid.amount for paid in on_bank), ZERO)
    largest = max(on_bank, key=lambda paid: paid.amount).by
    return largest, (total - shown if len(payments) > len(on_bank) and ZERO < shown < total else ZERO)
