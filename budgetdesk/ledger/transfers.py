"""Money moved between the household's own accounts is neither earned nor spent: both rows go to line 992.

Two rows are one transfer when they stand on different accounts, have opposite amounts, lie at most three days apart,
and at least one of the texts speaks of moving money.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import timedelta
from decimal import Decimal

from budgetdesk.ledger.batches import account_of
from budgetdesk.ledger.saying import day
from budgetdesk.ledger.spending import Spending, Transaction
from budgetdesk.ledger.words import fold

OWN_TRANSFERS = "992"
DAYS_APART = timedelta(days=3)
_MOVES = re.compile(
    r"(?<![a-z])(overfoer[a-z]*|overfoert|straksoverfoer[a-z]*|til|fra|konto|[a-z]+konto|[a-z]*opsparing)(?![a-z])"
)


def own_transfers(spending: Spending) -> Mapping[str, str]:
    """Row id -> why it is half of an own transfer, for both halves of every pair found."""
    accounts = account_of(spending)
    rows = [row for row in spending.transactions if not row.pending and row.amount]
    ins: dict[Decimal, list[Transaction]] = {}
    for row in rows:
        if row.amount > 0:
            ins.setdefault(row.amount, []).append(row)
    found: dict[str, str] = {}
    for out in rows:
        candidates = ins.get(-out.amount, ()) if out.amount < 0 else ()
        partner = _partner(out, [row for row in candidates if row.id not in found], accounts)
        if partner is not None:
            found[out.id] = f"Flyttet til egen konto, se {day(partner.date)}"
            found[partner.id] = f"Flyttet fra egen konto, se {day(out.date)}"
    return found


def _partner(out: Transaction, ins: Sequence[Transaction], accounts: Mapping[str, str]) -> Transaction | None:
    fits = [
        row
        for row in ins
        if abs(row.date - out.date) <= DAYS_APART
        and accounts.get(row.batch) != accounts.get(out.batch)
        and (_speaks_of_moving(row) or _speaks_of_moving(out))
    ]
    return min(fits, key=lambda row: abs(row.date - out.date), default=None)


def _speaks_of_moving(row: Transaction) -> bool:
    return _MOVES.search(fold(row.text)) is not None
