"""What the two at the desk say: where a row belongs, and need or nice in two voices. A person's word stands."""

from __future__ import annotations

from dataclasses import replace

from budgetdesk.household.words import Need
from budgetdesk.ledger.spending import Spending, Voice

SAID = "I har selv sat den her."


def place_row(spending: Spending, row_id: str, line: str, need: Need) -> Spending:
    """Put a bank row on a line. Rules never move it again."""
    rows = tuple(
        replace(row, line=line, need=need, why=SAID, by_hand=True) if row.id == row_id else row
        for row in spending.transactions
    )
    return replace(spending, transactions=rows)


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
