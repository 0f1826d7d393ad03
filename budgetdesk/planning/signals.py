"""Signals: what about a running plan is worth a call, each silenced only by a person, until a day.

A signal has a name for life (`key`), so that silencing it silences that one thing: the rate of 1 March, not all rates.
A balance below zero ahead is one signal that changes, not one for every day. Nothing is judged: a payment that we
cannot see may still have been made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from budgetdesk.household.agreement import Silenced
from budgetdesk.household.case import Case
from budgetdesk.household.words import Letter, PaymentFor
from budgetdesk.money import ZERO
from budgetdesk.planning.follow_up import SETTLED, Followed, PaymentState, Progress, Stage, begins
from budgetdesk.planning.plan import DayBalance


class SignalKind(StrEnum):
    """What it is about, the most pressing first: the order in which people are called."""

    OPHAEVELSE = "ophaevelse"
    SECOND_PAAKRAV = "second_paakrav"
    RENT_MISSING = "rent_missing"
    MISSING = "missing"
    BALANCE = "balance"
    BOLIGSTOETTE = "boligstoette"
    WRONG_REFERENCE = "wrong_reference"
    RENT_SHORT = "rent_short"
    SHORT = "short"
    DOUBLE = "double"


ORDER = tuple(SignalKind)


@dataclass(frozen=True, kw_only=True)
class Signal:
    """One thing that is worth a call. `amount` is kr: what is missing, too much, or the balance."""

    kind: SignalKind
    key: str
    day: date
    """The day it is about: when the payment was due, the letter came, the account falls below zero."""
    amount: Decimal = ZERO
    pay_by: date | None = None
    """The last day to pay of a new påkrav, where it is known."""
    instalment_came: bool = False
    """The running rent is missing though the instalment of the same month came."""
    text: str = ""
    """The text of the bank row it is about, without names."""


@dataclass(frozen=True)
class Hushed:
    """A signal that somebody has silenced, and the words about it."""

    signal: Signal
    by: Silenced


@dataclass(frozen=True, kw_only=True)
class Signals:
    """The signals of a plan on a day: those that speak, and those that are silenced."""

    loud: tuple[Signal, ...] = ()
    hushed: tuple[Hushed, ...] = ()


def signals(
    case: Case,
    progress: Progress,
    *,
    curve: Sequence[DayBalance] = (),
    pay_by: date | None = None,
    others: Iterable[Signal] = (),
) -> Signals:
    """Every signal of a plan that runs, in the order of `SignalKind`, then by day.

    `curve` is the money on the accounts with the plan paid; `pay_by` the last day to pay of the letter in force;
    `others` what was seen in bank rows (`planning.bank_matches`).
    """
    if progress.stage not in (Stage.RUNNING, Stage.PAID):
        return Signals()
    running = progress.stage is Stage.RUNNING
    found = [*_letters(case, progress.on, pay_by), *_payments(progress)]
    found += [*_balance(progress, curve), *others] if running else []
    found.sort(key=lambda one: (ORDER.index(one.kind), one.day))
    kept = case.agreement.silenced if case.agreement else ()
    hushed = [Hushed(one, by) for one in found if (by := silenced_by(one, kept, progress.on)) is not None]
    quiet = {one.signal.key for one in hushed}
    return Signals(loud=tuple(one for one in found if one.key not in quiet), hushed=tuple(hushed))


def silenced_by(signal: Signal, kept: Iterable[Silenced], on: date) -> Silenced | None:
    """Who has silenced a signal on a day; None where nobody has, or the day they named has passed."""
    found = (one for one in kept if one.id == signal.key and one.until is not None and on <= one.until)
    return next((one for one in found if one.on is None or one.on <= on), None)


def _letters(case: Case, on: date, pay_by: date | None) -> Iterator[Signal]:
    """A påkrav, or an ophævelse, that came after the plan was made."""
    start, arrears = begins(case), case.arrears
    if start is None:
        return
    if arrears.ophaevelse_arrived and start < arrears.ophaevelse_arrived <= on:
        day = arrears.ophaevelse_arrived
        yield Signal(kind=SignalKind.OPHAEVELSE, key=f"ophaevelse:{day.isoformat()}", day=day)
    letters = [row.paakrav_arrived for row in arrears.rows]
    if arrears.letter is Letter.PAAKRAV:
        letters.append(arrears.letter_arrived)
    after = [day for day in letters if day is not None and start < day <= on]
    if after:
        day = max(after)
        yield Signal(
            kind=SignalKind.SECOND_PAAKRAV,
            key=f"paakrav:{day.isoformat()}",
            day=day,
            amount=sum((row.amount for row in arrears.rows if row.paakrav_arrived == day and row.amount), ZERO),
            pay_by=pay_by if pay_by is not None and pay_by >= day else None,
        )


def _payments(progress: Progress) -> Iterator[Signal]:
    came = {line.expected.month for line in progress.instalments if line.state in SETTLED}
    for line in progress.lines:
        if line.state is PaymentState.NOT_DUE or line.state is PaymentState.PAID:
            continue  # nearly all of them
        rent = line.expected.what is PaymentFor.RENT
        kind = _KINDS.get((line.state, rent))
        if kind is not None:
            yield Signal(
                kind=kind,
                key=f"{line.state}:{line.expected.key}",
                day=line.expected.due,
                amount=_about(line),
                instalment_came=rent and line.expected.month in came,
            )


_KINDS = {
    (PaymentState.MISSING, True): SignalKind.RENT_MISSING,
    (PaymentState.MISSING, False): SignalKind.MISSING,
    (PaymentState.SHORT, True): SignalKind.RENT_SHORT,
    (PaymentState.SHORT, False): SignalKind.SHORT,
    (PaymentState.DOUBLE, True): SignalKind.DOUBLE,
    (PaymentState.DOUBLE, False): SignalKind.DOUBLE,
}


def _about(line: Followed) -> Decimal:
    return line.paid - line.expected.amount if line.state is PaymentState.DOUBLE else line.left


def _balance(progress: Progress, curve: Sequence[DayBalance]) -> Iterator[Signal]:
    """The first day ahead on which the accounts fall below zero: one signal, which moves with the facts."""
    last = max((line.expected.due for line in progress.lines), default=progress.on)
    below = next((day for day in curve if progress.on <= day.day <= last and day.balance < ZERO), None)
    if below is not None:
        yield Signal(kind=SignalKind.BALANCE, key="balance", day=below.day, amount=-below.balance)
