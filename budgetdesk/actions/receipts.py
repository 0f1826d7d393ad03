"""What one can do with receipts that were read: take many in as one step, join them to bank rows, correct them.

Each answers with a Change: hand it to `Desk.change`; undo takes the whole step back.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from heapq import nsmallest

from budgetdesk.actions.library import Library
from budgetdesk.actions.spending import Change
from budgetdesk.casework.record import Record
from budgetdesk.formats import kroner
from budgetdesk.i18n import _, ngettext
from budgetdesk.ledger import receipt_joining
from budgetdesk.ledger.receipt_joining import Offer
from budgetdesk.ledger.receipts import add_receipts
from budgetdesk.ledger.sorting import sort_spending
from budgetdesk.ledger.spending import Receipt, Spending, Transaction
from budgetdesk.readers.receipt_lines import ReadReceipt
from budgetdesk.readers.receipt_lines_kept import kept_receipt
from budgetdesk.readers.receipt_text import TextLine

CHECKED = "checked"
"""The source of a receipt whose rest somebody has seen and kept: it is not asked about again."""


@dataclass(frozen=True, kw_only=True)
class ReadyReceipt:
    """One receipt that was read, the lines it was read from, and the id of its kept picture ("" = none)."""

    receipt: ReadReceipt
    lines: Sequence[TextLine] = ()
    picture: str = ""
    source: str = "picture"


@dataclass(frozen=True, kw_only=True)
class DoubtfulReceipt:
    """A receipt to look at, and why, in Danish sentences. `offer` is a bank row to say yes or no to."""

    receipt: Receipt
    doubts: tuple[str, ...]
    offer: Offer | None = None


@dataclass(frozen=True, kw_only=True)
class ReceiptsChange(Change):
    """Many receipts taken in as one step."""

    new: int = 0
    known: int = 0
    """How many were here already; they are not taken in again."""
    doubtful: tuple[DoubtfulReceipt, ...] = ()
    """The new ones to look at; the rest need nobody."""


def take_in_receipts(record: Record, ready: Sequence[ReadyReceipt], library: Library) -> ReceiptsChange:
    """Take receipts in that were read, join each that is sure to its bank row, and say which are doubtful."""
    read = [kept_receipt(one.receipt, one.lines, picture=one.picture, source=one.source) for one in ready]
    before = {receipt.id for receipt in record.spending.receipts}
    spending, new = add_receipts(record.spending, read)
    spending = sort_spending(spending, library.rules)
    found = tuple(one for one in _doubtful(spending) if one.receipt.id not in before)
    return ReceiptsChange(
        label=ngettext("kvittering læst ind", "kvitteringer læst ind", new),
        record=replace(record, spending=spending),
        said=_said(new, len(ready) - new, len(found)),
        new=new,
        known=len(ready) - new,
        doubtful=found,
    )


def doubtful_receipts(record: Record) -> tuple[DoubtfulReceipt, ...]:
    """Every receipt of the case to look at, in order."""
    return _doubtful(record.spending)


def join_receipt(record: Record, receipt_id: str, rows: Collection[str], library: Library) -> Change:
    """Say yes: these bank rows (ids) paid the receipt."""
    return _with(
        record, _("kvittering sat sammen"), receipt_joining.join_to(record.spending, receipt_id, rows), library
    )


def refuse_rows(record: Record, receipt_id: str, rows: Collection[str], library: Library) -> Change:
    """Say no: these bank rows did not pay the receipt; they are not offered for it again."""
    return _with(record, _("kvittering skilt fra"), receipt_joining.refuse(record.spending, receipt_id, rows), library)


def receipt_paid_in_cash(record: Record, receipt_id: str, library: Library) -> Change:
    """Say that a receipt was paid in cash: no bank row shows it."""
    return _with(record, _("betalt kontant"), receipt_joining.paid_in_cash(record.spending, receipt_id), library)


def correct_receipt(record: Record, corrected: Receipt, library: Library) -> Change:
    """Put a receipt as somebody has corrected it in the place of the one with its id; its doubts are answered.

    Where the total, day or shop has changed, its bank row is looked for anew.
    """
    receipts = tuple(_corrected(r, corrected) if r.id == corrected.id else r for r in record.spending.receipts)
    spending = receipt_joining.join(replace(record.spending, receipts=receipts))
    return _with(record, _("kvittering rettet"), spending, library)


def settle_receipt(
    record: Record,
    corrected: Receipt,
    library: Library,
    *,
    rows: Collection[str] = (),
    refused: Collection[str] = (),
    cash: bool = False,
) -> Change:
    """Answer everything that was doubtful about one receipt, as one step.

    `corrected` is as it now stands (see `correct_receipt`); a rest that is left is there on purpose. `rows` are bank
    rows (ids) that somebody has said paid it, `refused` those that did not; `cash`: no bank row shows it.
    """
    if corrected.rest and corrected.source != CHECKED:
        corrected = replace(corrected, source=CHECKED)
    spending = correct_receipt(record, corrected, library).record.spending
    if refused:
        spending = receipt_joining.refuse(spending, corrected.id, refused)
    if cash:
        spending = receipt_joining.paid_in_cash(spending, corrected.id)
    elif rows:
        spending = receipt_joining.join_to(spending, corrected.id, rows)
    return _with(record, _("kvittering set efter"), spending, library)


def bank_rows_for(record: Record, receipt: Receipt, *, most: int = 200) -> tuple[Transaction, ...]:
    """Bank rows that somebody may say paid a receipt, the likeliest first: the same amount, then the nearest day.

    Rows that have paid another receipt are left out, and so are money in and rows not booked yet.
    """
    others = (r for r in record.spending.receipts if r.id != receipt.id)
    taken = {row for other in others for row in (other.transaction, *other.also)}
    left = [r for r in record.spending.transactions if r.amount < 0 and not r.pending and r.id not in taken]

    def far(row: Transaction) -> tuple[bool, int]:
        days = abs(row.date - receipt.date).days if receipt.date else 0
        return row.amount != -receipt.on_bank, days

    return tuple(nsmallest(most, left, key=far))


def _corrected(before: Receipt, after: Receipt) -> Receipt:
    after = replace(after, doubts=())
    moved = (before.total, before.date, before.shop) != (after.total, after.date, after.shop)
    return replace(after, transaction="", also=()) if moved else after


def _doubtful(spending: Spending) -> tuple[DoubtfulReceipt, ...]:
    offers = {offer.receipt: offer for offer in receipt_joining.doubtful(spending)}
    found = []
    for receipt in spending.receipts:
        offer = offers.get(receipt.id)
        doubts = (*_doubts(receipt), *((offer.why,) if offer else ()))
        if doubts:
            found.append(DoubtfulReceipt(receipt=receipt, doubts=doubts, offer=offer))
    return tuple(found)


def _doubts(receipt: Receipt) -> tuple[str, ...]:
    """What was doubted when it was read; a typed receipt with a rest is how its writer wanted it."""
    if receipt.doubts or not receipt.rest or not receipt.items or receipt.source in ("typed", "split", CHECKED):
        return receipt.doubts
    return (_("{rest} er ikke fordelt på varer.").format(rest=kroner(receipt.rest)),)


def _said(new: int, known: int, doubtful: int) -> str:
    parts = [
        _("1 ny kvittering er læst ind.") if new == 1 else _("{new} nye kvitteringer er læst ind.").format(new=new)
    ]
    if known:
        parts.append(_("1 var her i forvejen.") if known == 1 else _("{known} var her i forvejen.").format(known=known))
    if doubtful:
        parts.append(_("Se på 1 af dem.") if doubtful == 1 else _("Se på {doubtful} af dem.").format(doubtful=doubtful))
    return " ".join(parts)


def _with(record: Record, label: str, spending: Spending, library: Library) -> Change:
    return Change(label=label, record=replace(record, spending=sort_spending(spending, library.rules)))
