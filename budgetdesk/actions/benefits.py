"""What the page Ydelser shows and does beyond the assessments themselves. Amounts are kr/month."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from budgetdesk.benefits.assessment import Assessment, Mode, Verdict
from budgetdesk.benefits.catalogue import assess_all
from budgetdesk.benefits.findings import PAID_ONCE, beyond, worth_applying
from budgetdesk.benefits.rates import Rates
from budgetdesk.benefits.received import BOLIGSTOETTE, received
from budgetdesk.casework.record import Record
from budgetdesk.household import paths
from budgetdesk.household.case import BoligstoetteNow, Case
from budgetdesk.money import ZERO

RESCUE = frozenset({"paragraf_81", "paragraf_81_a"})
"""Applied for with one application."""
_SUPPORT = "case.tenancy.boligstoette"


@dataclass(frozen=True)
class BothModes:
    """Boligstøtte as the official calculator computes it, and with all the supplements of § 10."""

    official: Assessment
    full: Assessment


def both_modes(case: Case, day: date, rates: Rates) -> BothModes:
    """Compute boligstøtte both ways."""
    official, full = (assess_all(case, day, rates, mode=mode, only=BOLIGSTOETTE)[0] for mode in Mode)
    return BothModes(official, full)


def possible_per_month(assessments: Sequence[Assessment], case: Case) -> Decimal:
    """The most that may be relevant beyond what the household gets today: what is found, and boligstøtte at its highest
    while it cannot be told. Other doubts stand on their own (`budgetdesk.benefits.findings`)."""
    return sum((_possible(one, case) for one in assessments), ZERO)


def rests_on_unsure(assessments: Sequence[Assessment], case: Case) -> bool:
    """Whether a figure without a solid source is in that sum."""
    return any(one.vejledende for one in assessments if _possible(one, case) > ZERO)


def found(assessments: Sequence[Assessment], case: Case) -> int:
    """How many benefits may be relevant and bring more than today."""
    return len(worth_applying(assessments, case))


def _possible(one: Assessment, case: Case) -> Decimal:
    doubtful = one.verdict is Verdict.UNKNOWN and one.benefit != BOLIGSTOETTE
    if one.verdict is Verdict.NO or doubtful or one.benefit in PAID_ONCE:
        return ZERO
    return beyond(one, received(case, one.on).get(one.benefit))[1] or ZERO


def rescue(assessments: Sequence[Assessment]) -> frozenset[str]:
    """What may save the home, where it is in danger: then it stands first among the assessments (`assess_all`)."""
    first = assessments[0].benefit if assessments else ""
    return RESCUE if first in RESCUE else frozenset()


def with_applied(record: Record, amount: Decimal, on: date) -> Record:
    """Boligstøtte is applied for: in the budget as such, counted nowhere."""
    return paths.put(record, _SUPPORT, replace(support(record), applied_on=on, applied_for=amount))


def with_granted(record: Record) -> Record:
    """What was applied for is granted as it was computed; the amount can be changed on the page Sag."""
    now = support(record)
    granted = now.applied_for if now.applied_for is not None else now.amount
    return paths.put(record, _SUPPORT, replace(now, amount=granted, applied_on=None, applied_for=None))


def without_applied(record: Record) -> Record:
    """Nothing is applied for after all."""
    return paths.put(record, _SUPPORT, replace(support(record), applied_on=None, applied_for=None))


def support(record: Record) -> BoligstoetteNow:
    """The boligstøtte of today, and what is applied for."""
    return record.case.tenancy.boligstoette
