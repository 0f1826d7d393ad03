"""The money of one case that statistics add up: arrears found and removed, benefits granted. Amounts are kr.

Nothing here is what a household earns or spends. Every amount has the day it happened, so that it falls into a month.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from budgetdesk.benefits.catalogue import RESCUE
from budgetdesk.benefits.findings import PAID_ONCE
from budgetdesk.household.case import Case
from budgetdesk.household.words import Outcome, PaymentFor, PlanOutcome
from budgetdesk.money import ZERO

ONCE = PAID_ONCE | frozenset(RESCUE)
"""Benefits whose granted amount is kr, not kr/month: help that saves a home is paid once as well."""


@dataclass(frozen=True, kw_only=True)
class Amount:
    """An amount of kr and the day it happened; None where nobody knows the day."""

    kroner: Decimal
    on: date | None = None


@dataclass(frozen=True, kw_only=True)
class PlanEnd:
    """How and when a plan ended."""

    outcome: PlanOutcome
    on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Money:
    """What one case adds to the sums."""

    found: tuple[Amount, ...] = ()
    """The arrears as they stand in the case, on the day the course began. Empty: no amount is known."""
    removed: tuple[Amount, ...] = ()
    """Instalments that were paid, and the rest on the last day of the course where the arrears were covered."""
    monthly: tuple[Amount, ...] = ()
    """Benefits granted, kr/month, on the day of the answer."""
    once: tuple[Amount, ...] = ()
    """Benefits that are paid once, kr, on the day of the answer."""


NO_MONEY = Money()


def money_of(case: Case) -> Money:
    """What a case adds to the sums."""
    granted = [
        (one.id in ONCE, Amount(kroner=one.granted, on=one.answered_on))
        for one in case.applications
        if one.outcome is Outcome.GRANTED and one.granted is not None
    ]
    return Money(
        found=_found(case),
        removed=_removed(case),
        monthly=tuple(amount for once, amount in granted if not once),
        once=tuple(amount for once, amount in granted if once),
    )


def ended_plans(case: Case) -> tuple[PlanEnd, ...]:
    """How the plans that have ended did end."""
    return tuple(PlanEnd(outcome=former.outcome, on=former.ended_on) for former in case.former_agreements)


def _found(case: Case) -> tuple[Amount, ...]:
    total = case.arrears.total
    return (Amount(kroner=total, on=case.course.began or case.info.opened),) if total > ZERO else ()


def _removed(case: Case) -> tuple[Amount, ...]:
    agreements = [former.agreement for former in case.former_agreements]
    if case.agreement is not None:
        agreements.append(case.agreement)
    paid = [
        Amount(kroner=one.amount, on=one.paid_on)
        for agreement in agreements
        for one in agreement.payments
        if one.what is PaymentFor.INSTALMENT and one.amount
    ]
    rest = case.arrears.total - sum((one.kroner for one in paid), ZERO)
    if case.course.arrears_covered and rest > ZERO:
        paid.append(Amount(kroner=rest, on=case.course.ended))
    return tuple(paid)
