"""The proof of a statement: opening balance + rows = closing balance, checked row by row.

A bank prints the balance after each row. So the balance before the first row is known, and a row that is missing in
the middle shows itself as a jump. (A row missing before the first or after the last one cannot show itself here; the
days that are covered tell.) Pending rows have no balance yet and take no part.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise

from budgetdesk.dates import Month, bank_day_on_or_after, bank_day_on_or_before
from budgetdesk.i18n import MONTHS
from budgetdesk.ledger.saying import between, kroner
from budgetdesk.ledger.spending import Proof, ProofStatus, Transaction

ENOUGH_BALANCES = 2


def oldest_first(rows: Sequence[Transaction]) -> tuple[Transaction, ...]:
    """The rows in the order in which they happened, whichever way the file has them.

    The order that breaks the chain of balances least wins; then the one that follows the dates; then the file's own.
    A file that somebody has sorted by another column is put back in order of date.
    """
    forward, backward = tuple(rows), tuple(reversed(rows))
    by_date = (tuple(sorted(order, key=_day)) for order in (forward, backward))
    best, least = forward, (len(rows) + 1, 0)
    for order in (forward, backward, *by_date):
        faults = _breaks(order), _steps_back(order)
        if faults < least:
            best, least = order, faults
        if faults == (0, 0):
            break
    return best


def prove(rows: Sequence[Transaction]) -> Proof:
    """The proof of `rows`, which stand oldest first. Amounts in kr; a gap is a Danish sentence that names the days."""
    booked = [row for row in rows if not row.pending]
    if not booked:
        return Proof(status=ProofStatus.NOT_POSSIBLE)
    start, end = min(map(_day, booked)), max(map(_day, booked))
    if sum(row.balance is not None for row in booked) < min(ENOUGH_BALANCES, len(booked)):
        return Proof(status=ProofStatus.NOT_POSSIBLE, start=start, end=end)
    opening, closing, gaps = _walk(booked)
    return Proof(
        status=ProofStatus.FAILS if gaps else ProofStatus.HOLDS,
        opening=opening,
        closing=closing,
        start=start,
        end=end,
        gaps=tuple(gaps),
    )


def prove_together(proofs: Sequence[Proof]) -> Proof:
    """The proof of a file with several accounts: it holds when each of them does. Balances are added up, kr."""
    statuses = {proof.status for proof in proofs}
    if ProofStatus.FAILS in statuses:
        status = ProofStatus.FAILS
    else:
        status = ProofStatus.HOLDS if statuses == {ProofStatus.HOLDS} else ProofStatus.NOT_POSSIBLE
    return Proof(
        status=status,
        opening=_total([proof.opening for proof in proofs]),
        closing=_total([proof.closing for proof in proofs]),
        start=min((proof.start for proof in proofs if proof.start), default=None),
        end=max((proof.end for proof in proofs if proof.end), default=None),
        gaps=tuple(gap for proof in proofs for gap in proof.gaps),
    )


def covers_month(start: date | None, end: date | None, month: Month) -> bool:
    """True when the days from `start` to `end` hold both the first and the last bank day of the month.

    Wage, rent and bills fall on those days; a file tells only of days on which something happened.
    """
    if start is None or end is None:
        return False
    return start <= bank_day_on_or_after(month.first) and end >= bank_day_on_or_before(month.last)


def covers(start: date | None, end: date | None, month: Month) -> str:
    """`Dækker 1.-31. marts, hele måneden`: which days of a month a statement covers, and whether that is all of it.

    Whole means from its first to its last bank day (`covers_month`); "" where it covers no day of the month.
    """
    if start is None or end is None or end < month.first or start > month.last:
        return ""
    whole = covers_month(start, end, month)
    first, last = (month.first, month.last) if whole else (max(start, month.first), min(end, month.last))
    name = MONTHS[month.number - 1]
    days = f"{first.day}. {name}" if first == last else f"{first.day}.-{last.day}. {name}"
    return f"Dækker {days}, {'hele måneden' if whole else 'ikke hele måneden'}"


def gaps_between(proofs: Sequence[Proof]) -> tuple[str, ...]:
    """What is missing between the statements of one account: a Danish sentence for each jump.

    One file follows another when it begins with the balance the other ends with; where they overlap nothing is
    missing. Files without balances are judged by nothing.
    """
    known = sorted((p for p in proofs if p.start and p.end), key=lambda p: (p.start or date.min, p.end or date.min))
    found = []
    for before, after in pairwise(known):
        if before.end is None or after.start is None or after.start <= before.end:
            continue
        if before.closing is not None and after.opening is not None and before.closing != after.opening:
            found.append(_gap(before.end, after.start, after.opening - before.closing))
    return tuple(found)


def _walk(booked: Sequence[Transaction]) -> tuple[Decimal, Decimal, list[str]]:
    opening = _opening(booked)
    balance, seen, gaps = opening, _day(booked[0]), []
    for row in booked:
        balance += row.amount
        if row.balance is not None:
            if row.balance != balance:
                gaps.append(_gap(seen, row.date, row.balance - balance))
            balance, seen = row.balance, row.date
    return opening, balance, gaps


def _total(amounts: Sequence[Decimal | None]) -> Decimal | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal(0)) if len(known) == len(amounts) else None


def _opening(booked: Sequence[Transaction]) -> Decimal:
    before = Decimal(0)
    for row in booked:
        before += row.amount
        if row.balance is not None:
            return row.balance - before
    raise ValueError("no row has a balance")


def _gap(first: date, second: date, missing: Decimal) -> str:
    which = "en udbetaling" if missing < 0 else "en indbetaling"
    return f"{between(min(first, second), max(first, second))} mangler {kroner(abs(missing))} ({which})."


def _breaks(order: Sequence[Transaction]) -> int:
    """How many balances do not follow from the one before."""
    balance: Decimal | None = None
    breaks = 0
    for row in order:
        if row.pending:
            continue
        if balance is not None:
            balance += row.amount
            if row.balance is not None and row.balance != balance:
                breaks += 1
        if row.balance is not None:
            balance = row.balance
    return breaks


def _steps_back(order: Sequence[Transaction]) -> int:
    booked = [row.date for row in order if not row.pending]
    return sum(later < earlier for earlier, later in pairwise(booked))


def _day(row: Transaction) -> date:
    return row.date
