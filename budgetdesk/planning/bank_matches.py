"""Payments to the landlord found among the bank rows of a case: proposed, never ticked.

A row fits by its amount, its day and its text: the payment reference, the landlord's name, or a word such as husleje.
One transfer may pay rent and instalment together. A row without any of the words is proposed only where the amount fits
to the øre. What is proposed says why.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from itertools import groupby

from budgetdesk.dates import Month, bank_day_on_or_after
from budgetdesk.household.agreement import Agreement
from budgetdesk.household.case import Case
from budgetdesk.household.words import PaidTo
from budgetdesk.ledger.spending import Spending, Transaction
from budgetdesk.money import ZERO
from budgetdesk.planning.follow_up import OPEN, ExpectedPayment, Followed, Progress, Stage, begins
from budgetdesk.planning.policy import Policy
from budgetdesk.planning.signals import Signal, SignalKind

BEFORE, AFTER = timedelta(days=10), timedelta(days=45)
"""How long before and after its day a payment is looked for."""
SUPPORT_DAYS = timedelta(days=5)
"""How many days after the first bank day boligstøtte is looked for."""
ID = "bank-"
"""Before the id of the row, in the id of a payment taken from it."""
REFUSED = "bank:"
"""Before the id of the row, in what is silenced."""
_LEAST_SHARE = Decimal("0.25")
"""A smaller payment to the landlord is not taken for a part of what was expected."""
_WORDS = ("husleje", "afdrag", "restance", "leje", "boligafgift")
_OF_NO_USE = frozenset({"boligforening", "boligforeningen", "boligselskab", "boligselskabet", "almen", "bolig"})
"""Words of a landlord's name that many have: they tell nothing."""
_LEAST_LETTERS, _LEAST_FIGURES = 4, 6


class Clue(StrEnum):
    """Why a row fits, as words of a closed list."""

    REFERENCE = "reference"
    LANDLORD = "landlord"
    WORD = "word"
    AMOUNT = "amount"


@dataclass(frozen=True, kw_only=True)
class BankMatch:
    """A row of the bank and the expected payments it may be."""

    row: Transaction
    pays: tuple[ExpectedPayment, ...]
    clue: Clue
    other_reference: bool = False
    """The text has another number than the payment reference."""

    @property
    def amount(self) -> Decimal:
        return -self.row.amount


def bank_matches(case: Case, spending: Spending, progress: Progress, policy: Policy) -> tuple[BankMatch, ...]:
    """Rows that may be payments nobody has ticked, the oldest first. Each row once."""
    if case.agreement is None or progress.stage is Stage.NONE:
        return ()
    used = used_rows(case.agreement) | refused_rows(case.agreement, progress.on)
    rows = [row for row in _to_landlord(case, spending) if row.id not in used]
    if not rows:
        return ()
    found: list[BankMatch] = []
    for exact in (True, False):  # what fits the amount goes first, so that no row is taken for a part of another
        for group in _groups(progress):
            taken, already = {match.row.id for match in found}, {one.key for match in found for one in match.pays}
            if any(line.expected.key in already for line in group):
                continue
            match = _best(case, group, [row for row in rows if row.id not in taken], policy, exact=exact)
            if match is not None:
                found.append(match)
    return tuple(sorted(found, key=lambda match: match.row.date))


def used_rows(agreement: Agreement) -> set[str]:
    """The ids of bank rows that payments were taken from."""
    ids = (payment.id for payment in agreement.payments if payment.id.startswith(ID))
    return {one.removeprefix(ID).rpartition(".")[0] for one in ids}


def refused_rows(agreement: Agreement, on: date) -> set[str]:
    """The ids of bank rows that somebody has said are no such payment; kept as the signals are that are silenced."""
    said = (one for one in agreement.silenced if one.id.startswith(REFUSED) and one.until is not None)
    return {one.id.removeprefix(REFUSED) for one in said if one.until is not None and on <= one.until}


def seen_in_bank(case: Case, spending: Spending, progress: Progress, policy: Policy) -> tuple[Signal, ...]:
    """Signals that only bank rows show: another payment reference, and boligstøtte that has not come."""
    if progress.stage is not Stage.RUNNING:
        return ()
    return (*_wrong_reference(case, spending, progress, policy), *_support_stopped(case, spending, progress, policy))


def _to_landlord(case: Case, spending: Spending) -> Iterator[Transaction]:
    start = begins(case) or date.min
    earliest = start - BEFORE if start > date.min else start
    for row in spending.transactions:
        if row.amount < ZERO and not row.pending and row.date >= earliest:
            yield row


def _groups(progress: Progress) -> Iterator[tuple[Followed, ...]]:
    """What one transfer may pay: all that is open of a month together, then each alone."""
    waiting = [line for line in progress.lines if line.state in OPEN]
    for _, lines in groupby(waiting, key=lambda line: line.expected.month):
        month = tuple(lines)
        if len(month) > 1:
            yield month
        for line in month:
            yield (line,)


def _best(
    case: Case, group: Sequence[Followed], rows: Iterable[Transaction], policy: Policy, *, exact: bool
) -> BankMatch | None:
    """The row that fits best: the strongest clue first, then the nearest day."""
    wanted = sum((line.left for line in group), ZERO)
    due = min(line.expected.due for line in group)
    pays = tuple(line.expected for line in group)
    found: list[tuple[tuple[int, int], BankMatch]] = []
    for row in rows:
        if not due - BEFORE <= row.date <= due + AFTER:
            continue
        clue = clue_of(case, row.text)
        if (
            _fits(clue, -row.amount, wanted, policy)
            if exact
            else len(group) == 1 and _is_part(clue, -row.amount, wanted)
        ):
            match = BankMatch(row=row, pays=pays, clue=clue, other_reference=_other_reference(case, row.text))
            found.append(((_CLUES.index(clue), abs((row.date - due).days)), match))
    return min(found, key=lambda pair: pair[0])[1] if found else None


_CLUES = tuple(Clue)


def _fits(clue: Clue, amount: Decimal, wanted: Decimal, policy: Policy) -> bool:
    return abs(amount - wanted) <= (ZERO if clue is Clue.AMOUNT else policy.signal_kroner)


def _is_part(clue: Clue, amount: Decimal, wanted: Decimal) -> bool:
    """Less, or twice as much: only where the text itself says who got it."""
    told = clue in (Clue.REFERENCE, Clue.LANDLORD)
    return told and (wanted * _LEAST_SHARE <= amount < wanted or amount == 2 * wanted)


def clue_of(case: Case, text: str) -> Clue:
    """What in the text of a row points to the landlord; `amount` where nothing does."""
    folded, figures = text.casefold(), _figures(text)
    if any(number in figures for number in references(case)):
        return Clue.REFERENCE
    names = re.findall(r"[^\W\d_]+", case.tenancy.landlord.casefold())
    told = [name for name in names if len(name) >= _LEAST_LETTERS and name not in _OF_NO_USE]
    if any(name in folded for name in told):
        return Clue.LANDLORD
    return Clue.WORD if any(word in folded for word in _WORDS) else Clue.AMOUNT


def _other_reference(case: Case, text: str) -> bool:
    """Whether the text has a long number, and none that is ours."""
    long = [number for number in _numbers(text) if len(number) >= _LEAST_FIGURES]
    ours = references(case)
    return bool(ours and long) and not any(number in _figures(text) for number in ours)


def references(case: Case) -> list[str]:
    """The numbers of the payment reference, without the kind of slip (`+71`)."""
    return [n for n in _numbers(re.sub(r"\+\d\d\b", " ", case.arrears.payment_reference)) if len(n) >= _LEAST_LETTERS]


def _numbers(text: str) -> list[str]:
    return [_figures(one) for one in re.findall(r"\d[\d .-]*\d", text)]


def _figures(text: str) -> str:
    return re.sub(r"\D", "", text)


def _wrong_reference(case: Case, spending: Spending, progress: Progress, policy: Policy) -> Iterator[Signal]:
    amounts = [line.expected.amount for line in progress.lines]
    for row in _to_landlord(case, spending):
        ours = clue_of(case, row.text) in (Clue.LANDLORD, Clue.WORD)
        fits = any(abs(-row.amount - amount) <= policy.signal_kroner for amount in amounts)
        if ours and fits and row.date <= progress.on and _other_reference(case, row.text):
            key = f"reference:{row.id}"
            yield Signal(kind=SignalKind.WRONG_REFERENCE, key=key, day=row.date, amount=-row.amount, text=row.text)


def _support_stopped(case: Case, spending: Spending, progress: Progress, policy: Policy) -> Iterator[Signal]:
    """Boligstøtte paid to the tenant that the bank rows of the last whole month do not show."""
    support = case.tenancy.boligstoette
    start = begins(case)
    if support.paid_to is not PaidTo.TENANT or not support.amount or start is None:
        return
    month = Month.of(progress.on)
    for candidate in (month, month.plus(-1)):
        first = bank_day_on_or_after(candidate.first)
        if first + SUPPORT_DAYS > progress.on or first < start or not _covers(spending, first, first + SUPPORT_DAYS):
            continue
        near = [
            row
            for row in spending.transactions
            if row.amount > ZERO and first - SUPPORT_DAYS <= row.date <= first + SUPPORT_DAYS
        ]
        if not any(_is_support(row, support.amount, policy) for row in near):
            yield Signal(
                kind=SignalKind.BOLIGSTOETTE, key=f"boligstoette:{candidate}", day=first, amount=support.amount
            )
        return


def _is_support(row: Transaction, amount: Decimal, policy: Policy) -> bool:
    folded = row.text.casefold()
    return "boligst" in folded or abs(row.amount - amount) <= policy.signal_kroner


def _covers(spending: Spending, first: date, last: date) -> bool:
    spans = [(batch.proof.start, batch.proof.end) for batch in spending.batches]
    return any(start is not None and end is not None and start <= first and end >= last for start, end in spans)
