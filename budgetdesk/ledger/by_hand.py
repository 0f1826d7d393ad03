"""What the two at the desk say: where a row belongs, and need or nice in two voices. A person's word stands."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from budgetdesk.errors import BadInputError
from budgetdesk.household.words import Need
from budgetdesk.i18n import N_, _
from budgetdesk.ledger.saying import kroner
from budgetdesk.ledger.spending import Receipt, ReceiptItem, Spending, Transaction, Voice

SAID = N_("I har selv sat den her.")
ASK_LATER = N_("I vil finde ud af, hvad pengene gik til.")
SPLIT = "split"
"""Source of the receipt that stands for a row put on several lines by hand: no paper lies behind it."""


@dataclass(frozen=True, kw_only=True)
class Part:
    """One part of a bank row, kr out."""

    amount: Decimal
    line: str
    need: Need
    text: str = ""


def place_row(spending: Spending, row_id: str, line: str, need: Need) -> Spending:
    """Put a bank row on a line. Rules never move it again."""
    return place_rows(spending, {row_id: (line, need)})


def place_rows(spending: Spending, places: Mapping[str, tuple[str, Need]]) -> Spending:
    """Put bank rows (by id) each on a line, all in one go. Rules never move them again."""
    rows = [
        replace(row, line=places[row.id][0], need=places[row.id][1], why=SAID, by_hand=True)
        if row.id in places
        else row
        for row in spending.transactions
    ]
    return replace(spending, transactions=tuple(rows))


def place_item(spending: Spending, item_id: str, line: str, need: Need) -> Spending:
    """Put one item of a receipt on a line. Rules never move it again."""
    receipts = tuple(
        replace(
            receipt,
            items=tuple(
                replace(item, line=line, need=need, why=SAID, by_hand=True) if item.id == item_id else item
                for item in receipt.items
            ),
        )
        for receipt in spending.receipts
    )
    return replace(spending, receipts=receipts)


def ask_later(spending: Spending, row_id: str) -> Spending:
    """Keep a row as a question: nobody knows today. It counts as not sorted, and rules never move it."""
    return ask_all_later(spending, {row_id})


def ask_all_later(spending: Spending, row_ids: Collection[str]) -> Spending:
    """Keep rows as questions, all in one go (`ask_later`)."""
    wanted = frozenset(row_ids)
    rows = [
        replace(row, line="", need=Need.ASK, why=ASK_LATER, by_hand=True) if row.id in wanted else row
        for row in spending.transactions
    ]
    return replace(spending, transactions=tuple(rows))


def split_row(spending: Spending, row_id: str, parts: Sequence[Part]) -> Spending:
    """Put one bank row (money out) on several lines. What the parts leave over stays on the row's own line.

    No parts put the row back together. Raises BadInputError when the parts are more than the row, when one is not
    above 0 kr, or when the row has a receipt that tells already.
    """
    row = next(row for row in spending.transactions if row.id == row_id)
    others = tuple(r for r in spending.receipts if not (r.source == SPLIT and r.transaction == row_id))
    if not parts:
        return replace(spending, receipts=others)
    _check_parts(row, parts, others)
    receipt_id = f"{SPLIT}-{row_id}"
    items = tuple(
        ReceiptItem(
            id=f"{receipt_id}-{number}",
            text=part.text or row.text,
            amount=part.amount,
            line=part.line,
            need=part.need,
            why=SAID,
            by_hand=True,
        )
        for number, part in enumerate(parts, start=1)
    )
    split = Receipt(
        id=receipt_id, shop=row.text, date=row.date, total=-row.amount, items=items, transaction=row_id, source=SPLIT
    )
    return replace(spending, receipts=(*others, split))


def parts_of(spending: Spending, row_id: str) -> tuple[Part, ...]:
    """How a row was split by hand; () when it was not."""
    split = next((r for r in spending.receipts if r.source == SPLIT and r.transaction == row_id), None)
    items = split.items if split else ()
    return tuple(Part(amount=item.amount, line=item.line, need=item.need, text=item.text) for item in items)


def _check_parts(row: Transaction, parts: Sequence[Part], receipts: Sequence[Receipt]) -> None:
    if any(receipt.transaction == row.id for receipt in receipts):
        raise BadInputError(_("Posteringen har en kvittering. Flyt varerne på kvitteringen i stedet."))
    if any(part.amount <= 0 for part in parts):
        raise BadInputError(_("Et beløb er 0 kr. eller mindre. Skriv et beløb for hver del."))
    total = sum((part.amount for part in parts), Decimal(0))
    if total > -row.amount:
        raise BadInputError(
            _("Delene er {total} mere end posteringen. Ret et af beløbene.").format(total=kroner(total + row.amount))
        )


def let_rules_decide(spending: Spending, row_id: str) -> Spending:
    """Give a row back to the rules; the next sorting places it."""
    rows = tuple(replace(row, by_hand=False) if row.id == row_id else row for row in spending.transactions)
    return replace(spending, transactions=rows)


def voice(spending: Spending, line: str) -> Voice:
    """What is said about a line so far; nothing yet is an empty voice."""
    return next((v for v in spending.voices if v.id == line), Voice(id=line))


def tenant_says(spending: Spending, line: str, need: Need | None) -> Spending:
    """The tenant's voice about a line; None takes it back."""
    return speak(spending, replace(voice(spending, line), tenant_says=need))


def adviser_says(spending: Spending, line: str, need: Need | None) -> Spending:
    """The adviser's voice about a line; None takes it back."""
    return speak(spending, replace(voice(spending, line), adviser_says=need))


def lock(spending: Spending, line: str, *, locked: bool) -> Spending:
    """The tenant calls a line essential (or lets go of it again): it then stands, whoever says what."""
    said = voice(spending, line)
    need = Need.NEED if locked else said.tenant_says
    return speak(spending, replace(said, locked=locked, tenant_says=need))


def forget(spending: Spending, line: str) -> Spending:
    """Take the tenant's word and lock about a line away: it was said anew elsewhere."""
    return speak(spending, replace(voice(spending, line), tenant_says=None, locked=False))


def speak(spending: Spending, changed: Voice) -> Spending:
    """Put a whole voice in the place of the one before; one that says nothing is not kept."""
    others = tuple(v for v in spending.voices if v.id != changed.id)
    silent = changed == Voice(id=changed.id)
    voices = others if silent else (*others, changed)
    return replace(spending, voices=tuple(sorted(voices, key=lambda v: v.id)))
