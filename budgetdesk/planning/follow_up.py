"""How a repayment plan goes: every payment that is expected, and what came. Amounts are kr; the day is an argument.

Expected are the instalments, and the running rent of each month while the plan runs: a plan that is paid while the rent
is not only moves the arrears. Payments are those a person has ticked; nothing is ticked here. The policy's margins, in
days and in kroner, decide when something is asked about. Nobody is scored.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from budgetdesk.budget.income_rows import TO_LANDLORD, paid_out
from budgetdesk.dates import Month
from budgetdesk.household.agreement import Agreement, PlanPayment
from budgetdesk.household.case import Case, Income
from budgetdesk.household.rhythm import per_month
from budgetdesk.household.words import ArrearsKind, PaidTo, PaymentFor, Status
from budgetdesk.money import ZERO
from budgetdesk.planning.moves import rent_due
from budgetdesk.planning.owed import agreed, in_force, paid_on, still_owed
from budgetdesk.planning.paydays import legal_payment_day
from budgetdesk.planning.policy import Policy


class PaymentState(StrEnum):
    """How one expected payment stands."""

    PAID = "paid"
    LATE = "late"
    """Paid in full, but after the margin."""
    SHORT = "short"
    MISSING = "missing"
    DOUBLE = "double"
    AWAITED = "awaited"
    """The day has passed, the margin has not."""
    NOT_DUE = "not_due"


OPEN = frozenset({PaymentState.SHORT, PaymentState.MISSING, PaymentState.AWAITED, PaymentState.NOT_DUE})
SETTLED = frozenset({PaymentState.PAID, PaymentState.LATE, PaymentState.DOUBLE})


class Stage(StrEnum):
    """How far a plan has come."""

    NONE = "none"
    PROPOSED = "proposed"
    RUNNING = "running"
    PAID = "paid"


@dataclass(frozen=True, kw_only=True)
class ExpectedPayment:
    """One payment that should come."""

    what: PaymentFor
    due: date
    amount: Decimal

    @property
    def key(self) -> str:
        """Its name for life: `instalment:2026-12-01`."""
        return f"{self.what}:{self.due.isoformat()}"

    @property
    def month(self) -> Month:
        return Month.of(self.due)

    @property
    def last_day(self) -> date:
        """The last day on which it is in time: closed days move it on."""
        return legal_payment_day(self.due)


@dataclass(frozen=True, kw_only=True)
class Followed:
    """An expected payment and what came of it."""

    expected: ExpectedPayment
    state: PaymentState
    paid: Decimal = ZERO
    paid_on: date | None = None
    """The day of the last payment."""
    payments: tuple[PlanPayment, ...] = ()
    asked: bool = False
    """Whether somebody has said that it was not paid."""

    @property
    def left(self) -> Decimal:
        return max(self.expected.amount - self.paid, ZERO)


@dataclass(frozen=True, kw_only=True)
class Progress:
    """A plan and how it goes, on a day."""

    on: date
    stage: Stage
    lines: tuple[Followed, ...] = ()
    """By day; on the same day the rent first."""
    agreed: Decimal = ZERO
    paid: Decimal = ZERO
    owed: Decimal = ZERO
    """What is still owed to the landlord by all we know (`planning.owed`)."""

    @property
    def left(self) -> Decimal:
        """What the plan still pays."""
        return max(self.agreed - self.paid, ZERO)

    @property
    def instalments(self) -> tuple[Followed, ...]:
        return tuple(line for line in self.lines if line.expected.what is PaymentFor.INSTALMENT)

    @property
    def rents(self) -> tuple[Followed, ...]:
        return tuple(line for line in self.lines if line.expected.what is PaymentFor.RENT)

    @property
    def to_tick(self) -> tuple[Followed, ...]:
        """What is open and due, and the next that will be: of each day all of it."""
        waiting = [line for line in self.lines if line.state in OPEN]
        coming = next((line.expected.month for line in waiting if line.state is PaymentState.NOT_DUE), None)
        return tuple(
            line for line in waiting if line.state is not PaymentState.NOT_DUE or line.expected.month == coming
        )


def progress(case: Case, policy: Policy, *, on: date) -> Progress:
    """How the chosen plan of a case goes on a day."""
    agreement = case.agreement
    if agreement is None or not agreement.instalments:
        return Progress(on=on, stage=Stage.NONE, owed=still_owed(case))
    paid = paid_on(agreement)
    done = paid >= agreed(agreement) > ZERO
    expected = [*_instalments(agreement), *_rents(case, agreement)]
    lines = [
        followed(one, payments, policy, on=on)
        for what in PaymentFor
        for one, payments in _placed([e for e in expected if e.what is what], _of(agreement.payments, what))
    ]
    if done:  # paid ahead, or more at once: nothing of the plan is left to come
        lines = [_settled(line) for line in lines if not _rent_to_come(line)]
    stage = Stage.PAID if done else Stage.RUNNING if in_force(case) else Stage.PROPOSED
    return Progress(
        on=on,
        stage=stage,
        lines=tuple(sorted(lines, key=lambda line: (line.expected.due, line.expected.what is PaymentFor.INSTALMENT))),
        agreed=agreed(agreement),
        paid=paid,
        owed=still_owed(case),
    )


def begins(case: Case) -> date | None:
    """The day from which a plan is followed: when it was made, else the landlord's yes, else its first instalment."""
    agreement, yes = case.agreement, case.arrears.landlord_accepted
    if agreement is None or not agreement.instalments:
        return None
    return agreement.made_on or (yes.on if yes else None) or min(one.due for one in agreement.instalments)


def rent_to_pay(case: Case, month: Month) -> Decimal:
    """What the household itself pays of the rent in a month: less what others pay straight to the landlord."""
    tenancy = case.tenancy
    rent = tenancy.rent_per_month or ZERO
    if tenancy.boligstoette.paid_to is PaidTo.LANDLORD:
        rent -= tenancy.boligstoette.amount or ZERO
    straight = (row for row in case.income if row.paid_to == TO_LANDLORD)
    rent -= sum((_paid_to_landlord(row, month) for row in straight), ZERO)
    return max(rent, ZERO)


def followed(expected: ExpectedPayment, payments: Sequence[PlanPayment], policy: Policy, *, on: date) -> Followed:
    """How one expected payment stands on a day, by the policy's margins in days and kroner."""
    if not payments:
        return Followed(expected=expected, state=_unpaid(expected, policy, on, asked=False))
    given = [replace(p, amount=expected.amount) if p.amount is None else p for p in payments]
    real = sorted((p for p in given if p.amount), key=lambda p: p.paid_on or expected.due)
    paid = sum((p.amount for p in real if p.amount), ZERO)
    asked = any(p.amount == ZERO for p in given)
    last = max((p.paid_on for p in real if p.paid_on), default=None)
    return Followed(
        expected=expected,
        state=_state(expected, real, policy, on, asked=asked),
        paid=paid,
        paid_on=last,
        payments=tuple(payments),
        asked=asked,
    )


def _state(
    expected: ExpectedPayment, paid: Sequence[PlanPayment], policy: Policy, on: date, *, asked: bool
) -> PaymentState:
    enough = expected.amount - min(policy.signal_kroner, expected.amount / 2)  # a small one is not paid by nothing
    sofar, whole_on = ZERO, None
    for payment in paid:
        sofar += payment.amount or ZERO
        if sofar >= enough:
            whole_on = payment.paid_on or expected.due
            break
    total = sum((payment.amount or ZERO for payment in paid), ZERO)
    if whole_on is None:
        return _unpaid(expected, policy, on, asked=asked, some=bool(total))
    if len(paid) > 1 and total >= 2 * expected.amount - policy.signal_kroner:
        return PaymentState.DOUBLE
    return PaymentState.LATE if whole_on > _margin(expected.last_day, policy) else PaymentState.PAID


def _unpaid(expected: ExpectedPayment, policy: Policy, on: date, *, asked: bool, some: bool = False) -> PaymentState:
    """What has not come in full: `some` of it may have."""
    last = expected.last_day
    if on <= last:
        return PaymentState.NOT_DUE
    within = on <= _margin(last, policy)
    if some:
        return PaymentState.AWAITED if within else PaymentState.SHORT
    return PaymentState.AWAITED if within and not asked else PaymentState.MISSING


def _margin(last: date, policy: Policy) -> date:
    return last + timedelta(days=policy.signal_days)


def _rent_to_come(line: Followed) -> bool:
    return line.expected.what is PaymentFor.RENT and line.state is PaymentState.NOT_DUE


def _settled(line: Followed) -> Followed:
    ours = line.expected.what is PaymentFor.INSTALMENT and line.state in OPEN
    return replace(line, state=PaymentState.PAID) if ours else line


def _instalments(agreement: Agreement) -> list[ExpectedPayment]:
    """The instalments; two on the same day are one payment."""
    by_day: dict[date, Decimal] = {}
    for one in agreement.instalments:
        by_day[one.due] = by_day.get(one.due, ZERO) + one.amount
    return [
        ExpectedPayment(what=PaymentFor.INSTALMENT, due=due, amount=amount)
        for due, amount in sorted(by_day.items())
        if amount > ZERO
    ]


def _rents(case: Case, agreement: Agreement) -> list[ExpectedPayment]:
    """The running rent that falls due after the plan begins, up to the month of its last instalment.

    A month that stands among the arrears is paid by the plan, unless the arrears were stated after the plan was made:
    then the month is one that went missing meanwhile.
    """
    start = begins(case)
    if start is None or not case.tenancy.rent_per_month:
        return []
    stated = case.arrears.stated_on
    in_plan = {row.month for row in case.arrears.rows if row.kind is ArrearsKind.RENT}
    if stated is not None and stated > start:
        in_plan = set()
    last = Month.of(max(one.due for one in agreement.instalments))
    month, found = Month.of(start), []
    while month <= last:
        due = rent_due(case, month)
        if due >= start and not (in_plan and month in in_plan) and (amount := rent_to_pay(case, month)) > ZERO:
            found.append(ExpectedPayment(what=PaymentFor.RENT, due=due, amount=amount))
        month = month.plus(1)
    return found


def _paid_to_landlord(row: Income, month: Month) -> Decimal:
    running = (row.start is None or row.start <= month.last) and (row.end is None or row.end >= month.first)
    if row.paid_to != TO_LANDLORD or row.status is not Status.GRANTED or not running or not row.amount:
        return ZERO
    return per_month(paid_out(row) or row.amount, row.rhythm)


def _of(payments: Iterable[PlanPayment], what: PaymentFor) -> list[PlanPayment]:
    return [payment for payment in payments if payment.what is what]


def _placed(
    expected: Sequence[ExpectedPayment], payments: Sequence[PlanPayment]
) -> list[tuple[ExpectedPayment, list[PlanPayment]]]:
    """Each expected payment with its own; what nobody has placed goes to the oldest that is not paid in full."""
    by_due = {one.due: one for one in expected}
    placed: dict[date, list[PlanPayment]] = {one.due: [] for one in expected}
    loose = []
    for payment in payments:
        if payment.due in by_due:
            placed[by_due[payment.due].due].append(payment)
        else:
            loose.append(payment)
    for payment in sorted(loose, key=lambda one: one.paid_on or date.max):
        _pour(payment, expected, placed)
    return [(one, placed[one.due]) for one in expected]


def _pour(payment: PlanPayment, expected: Sequence[ExpectedPayment], placed: dict[date, list[PlanPayment]]) -> None:
    left = payment.amount or ZERO
    for number, one in enumerate(expected):
        open_now = one.amount - sum((_amount(p, one) for p in placed[one.due]), ZERO)
        last = number == len(expected) - 1
        part = left if last else min(left, max(open_now, ZERO))
        if part > ZERO:
            placed[one.due].append(replace(payment, amount=part))
            left -= part


def _amount(payment: PlanPayment, expected: ExpectedPayment) -> Decimal:
    return expected.amount if payment.amount is None else payment.amount
