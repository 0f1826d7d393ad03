"""Who to call this month, across all cases: the most pressing first, and among equals those who can still be helped.

Every plan that has not ended is on the list, for each is asked about every month. The order comes from facts and days
alone, the same for everybody: first the kind of signal (`signals.SignalKind`), then the day until which something can
still be done; where that day has passed, the most recent first. Nobody is scored.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from budgetdesk.household.agreement import FormerAgreement
from budgetdesk.household.case import Case
from budgetdesk.household.words import PlanOutcome
from budgetdesk.money import ZERO
from budgetdesk.planning.follow_up import Followed, PaymentState, Stage
from budgetdesk.planning.owed import agreed, in_force, paid_on
from budgetdesk.planning.policy import Policy
from budgetdesk.planning.signals import ORDER, Signal
from budgetdesk.planning.watch import Watched, watch


class Reason(StrEnum):
    """Why somebody is on the list, in its order."""

    SIGNAL = "signal"
    LOOK = "look"
    """A day on which the two were to look at it has passed."""
    FINISHED = "finished"
    """All is paid: time to say so, and to end the plan."""
    WAITING = "waiting"
    """A plan is chosen, and the landlord has not answered."""
    ON_TRACK = "on_track"


_ORDER = tuple(Reason)


@dataclass(frozen=True, kw_only=True)
class Call:
    """One row of the list."""

    case_id: str
    tenant: str
    phone: str
    reason: Reason
    signal: Signal | None = None
    more: int = 0
    """How many further signals there are."""
    hushed: int = 0
    look_on: date | None = None
    coming: Followed | None = None
    """What is expected next."""
    left: Decimal = ZERO
    """What the plan still pays, kr."""
    act_by: date | None = None
    """Until when something can still be done about the signal; it may have passed."""


@dataclass(frozen=True, kw_only=True)
class PlanCounts:
    """How plans went: numbers, no names. A plan counts as made once it was made, accepted or paid on."""

    made: int = 0
    kept: int = 0
    changed: int = 0
    broken: int = 0
    running: int = 0

    @property
    def ended(self) -> int:
        """Those that were kept to the end or broken; one that was changed goes on as another."""
        return self.kept + self.broken


def _unknown(_case: Case) -> date | None:
    return None


def call_list(
    cases: Mapping[str, Case], policy: Policy, *, on: date, pay_by: Callable[[Case], date | None] = _unknown
) -> tuple[Call, ...]:
    """Everybody with a plan that has not ended, in the order in which to call. `pay_by` tells the last day to pay of
    the letter in force (the eviction clock does)."""
    calls = [
        _call(case_id, case, watch(case, policy, on=on, pay_by=pay_by(case)), policy)
        for case_id, case in cases.items()
        if _has(case)
    ]
    return tuple(sorted(calls, key=lambda call: _place(call, on)))


def plan_counts(cases: Iterable[Case], *, start: date | None = None, end: date | None = None) -> PlanCounts:
    """How the plans went that were made from `start` to `end` (both included; None = any day). A plan that is paid in
    full counts as kept also where nobody has ended it yet."""
    kept = changed = broken = running = 0
    for case in cases:
        for former in case.former_agreements:
            if _made_within(former, start, end):
                kept += former.outcome is PlanOutcome.KEPT
                changed += former.outcome is PlanOutcome.CHANGED
                broken += former.outcome is PlanOutcome.BROKEN
        present = _present(case)
        if present is not None and _made_within(present, start, end):
            done = paid_on(present.agreement) >= agreed(present.agreement)
            kept, running = kept + done, running + (not done)
    made = kept + changed + broken + running
    return PlanCounts(made=made, kept=kept, changed=changed, broken=broken, running=running)


def made_on(former: FormerAgreement) -> date | None:
    """When a plan was made: the day noted, the landlord's yes, the first payment, or its first instalment."""
    agreement, yes = former.agreement, former.landlord_accepted
    paid = min((one.paid_on for one in agreement.payments if one.paid_on), default=None)
    first = min((one.due for one in agreement.instalments), default=None)
    return agreement.made_on or (yes.on if yes else None) or paid or first


def _has(case: Case) -> bool:
    return case.agreement is not None and bool(case.agreement.instalments)


def _present(case: Case) -> FormerAgreement | None:
    """The plan in force in the shape of one that has ended, to be counted alike."""
    if case.agreement is None or not in_force(case):
        return None
    return FormerAgreement(id="", landlord_accepted=case.arrears.landlord_accepted, agreement=case.agreement)


def _made_within(former: FormerAgreement, start: date | None, end: date | None) -> bool:
    day = made_on(former)
    if day is None:
        return start is None and end is None
    return (start is None or start <= day) and (end is None or day <= end)


def _call(case_id: str, case: Case, seen: Watched, policy: Policy) -> Call:
    loud = seen.signals.loud
    first = loud[0] if loud else None
    running = seen.progress.stage is Stage.RUNNING
    coming = next((line for line in seen.progress.to_tick if line.state is PaymentState.NOT_DUE), None)
    tenant = case.tenant
    return Call(
        case_id=case_id,
        tenant=tenant.name if tenant else "",
        phone=tenant.phone if tenant else "",
        reason=_reason(seen),
        signal=first,
        more=max(len(loud) - 1, 0),
        hushed=len(seen.signals.hushed),
        look_on=seen.look_due or seen.look_on,
        coming=coming if running else None,
        left=seen.progress.left,
        act_by=_act_by(first, policy),
    )


def _reason(seen: Watched) -> Reason:
    stage = seen.progress.stage
    if seen.signals.loud:
        return Reason.SIGNAL
    if stage is Stage.PAID:
        return Reason.FINISHED
    if stage is Stage.PROPOSED:
        return Reason.WAITING
    return Reason.LOOK if seen.look_due is not None else Reason.ON_TRACK


def _act_by(signal: Signal | None, policy: Policy) -> date | None:
    """The last day to pay of a letter; else the day on which a late payment counts as broken."""
    if signal is None:
        return None
    return signal.pay_by or signal.day + timedelta(days=policy.late_days)


def _place(call: Call, on: date) -> tuple[int, int, bool, int, str]:
    """Reason, kind of signal, whether it can still be helped, how near the day is, and the number of the case."""
    kind = ORDER.index(call.signal.kind) if call.signal else 0
    days = (call.act_by - on).days if call.act_by else 0
    if call.reason is not Reason.SIGNAL and call.coming is not None:
        days = (call.coming.expected.due - on).days
    return _ORDER.index(call.reason), kind, days < 0, abs(days), call.case_id
