"""Money moved between the household's own accounts is neither earned nor spent: both rows go to line 992.

Two rows are one transfer when they stand on different accounts, have opposite amounts, lie at most three days apart,
and at least one of the texts speaks of moving money.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache

from budgetdesk.i18n import N_
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
    if len(set(accounts.values())) < 2:
        return {}
    rows = [row for row in spending.transactions if not row.pending and row.amount]
    ins = _by_amount(row for row in rows if row.amount > 0)
    found: dict[str, str] = {}
    for out in rows:
        if out.amount < 0 and (candidates := ins.get(-out.amount)):
            partner = _partner(out, _near(candidates, out.date), found, accounts)
            if partner is not None:
                found[out.id] = N_("Flyttet til egen konto, se {day}").format(day=day(partner.date))
                found[partner.id] = N_("Flyttet fra egen konto, se {day}").format(day=day(out.date))
    return found


def _by_amount(rows: Iterable[Transaction]) -> Mapping[Decimal, list[Transaction]]:
    """Rows by amount, each list in order of day."""
    found: dict[Decimal, list[Transaction]] = {}
    for row in rows:
        found.setdefault(row.amount, []).append(row)
    for same in found.values():
        same.sort(key=_day)
    return found


def _near(rows: Sequence[Transaction], when: date) -> Sequence[Transaction]:
    """Those of the rows (in order of day) that lie close enough to be the other half."""
    first = bisect_left(rows, when - DAYS_APART, key=_day)
    return rows[first : bisect_right(rows, when + DAYS_APART, key=_day)]


def _day(row: Transaction) -> date:
    return row.date


def _partner(
    out: Transaction, near: Sequence[Transaction], taken: Mapping[str, str], accounts: Mapping[str, str]
) -> Transaction | None:
    moves = _speaks_of_moving(out.text)
    best: Transaction | None = None
    for row in near:
        if row.id in taken or accounts.get(row.batch) == accounts.get(out.batch):
            continue
        nearer = best is None or abs(row.date - out.date) < abs(best.date - out.date)
        if nearer and (moves or _speaks_of_moving(row.text)):
            best = row
            if row.date == out.date:
                break
    return best


@lru_cache(maxsize=4096)
def _speaks_of_moving(text: str) -> bool:
    return _MOVES.search(fold(text)) is not None
