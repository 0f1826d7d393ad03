"""What is still owed to the landlord, so that nothing counts twice. Amounts are kr. (docs: "Follow-up".)

The rows of the arrears are the landlord's words on a day, `arrears.stated_on`; nobody rewrites them when money is paid.
Payments stand with the agreement they were made on. A payment up to and with the day of the statement is in the rows
already; every later one is taken off. Without that day the rows are those the first agreement was made on, and every
payment is taken off. The running rent is never a part of it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from budgetdesk.household.agreement import Agreement, Instalment, PlanPayment
from budgetdesk.household.case import Case
from budgetdesk.household.words import PaymentFor
from budgetdesk.money import ZERO


def still_owed(case: Case) -> Decimal:
    """The arrears less what was paid on them since they were stated; below zero where too much was paid."""
    plans = [former.agreement for former in case.former_agreements]
    if case.agreement is not None:
        plans.append(case.agreement)
    since = case.arrears.stated_on
    return case.arrears.total - sum((_since(plan, since) for plan in plans), ZERO)


def owed_now(case: Case) -> Decimal:
    """What there is to pay today: never below zero."""
    return max(still_owed(case), ZERO)


def paid_since(case: Case) -> Decimal:
    """What was paid on the arrears after the landlord stated them, kr."""
    return case.arrears.total - still_owed(case)


def paid_on(agreement: Agreement) -> Decimal:
    """Everything paid on the instalments of an agreement, whenever."""
    return _since(agreement, None)


def agreed(agreement: Agreement) -> Decimal:
    """What the instalments come to together."""
    return sum((one.amount for one in agreement.instalments), ZERO)


def plan_differs(case: Case) -> Decimal:
    """What is owed beyond what the chosen plan still pays; below zero where the plan pays more than is owed."""
    agreement = case.agreement or Agreement()
    return still_owed(case) - (agreed(agreement) - paid_on(agreement))


def still_to_pay(agreement: Agreement, on: date) -> tuple[Instalment, ...]:
    """The instalments that fall after a day, each less what was ticked as paid on it."""
    paid: dict[date | None, Decimal] = {}
    for payment in agreement.payments:
        if payment.what is PaymentFor.INSTALMENT:
            paid[payment.due] = paid.get(payment.due, ZERO) + amount_of(payment, agreement)
    left = (replace(one, amount=one.amount - paid.get(one.due, ZERO)) for one in agreement.instalments if one.due > on)
    return tuple(one for one in left if one.amount > ZERO)


def owed_at_agreement(case: Case) -> Decimal:
    """What the chosen plan is about: what was owed before anything was paid on it. An agreement acknowledges this."""
    return still_owed(case) + (paid_on(case.agreement) if case.agreement is not None else ZERO)


def in_force(case: Case) -> bool:
    """Whether the chosen plan is more than a proposal: made on a day, accepted by the landlord, or paid on."""
    agreement, yes = case.agreement, case.arrears.landlord_accepted
    if agreement is None or not agreement.instalments:
        return False
    return bool(agreement.made_on or (yes and (yes.by or yes.on)) or agreement.payments)


def amount_of(payment: PlanPayment, agreement: Agreement) -> Decimal:
    """What a payment brought, kr; where no amount was noted, what its instalment came to."""
    if payment.amount is not None:
        return payment.amount
    return sum((one.amount for one in agreement.instalments if one.due == payment.due), ZERO)


def _since(agreement: Agreement, day: date | None) -> Decimal:
    """Paid on instalments after a day; a payment without a day counts as paid after it."""
    return sum(
        (
            amount_of(payment, agreement)
            for payment in agreement.payments
            if payment.what is PaymentFor.INSTALMENT
            and (day is None or payment.paid_on is None or payment.paid_on > day)
        ),
        ZERO,
    )
