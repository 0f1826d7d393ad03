"""The rescue time line: every help with its usual time, held against the days of the eviction clock.

Boundaries: nothing is promised and nothing decided. A usual time is no deadline for an authority. An application moves
no deadline: help that comes after it only helps where the landlord waits. Only what an assessment or the case knows has
an amount.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from budgetdesk.benefits.assessment import Assessment
from budgetdesk.benefits.rates import Rates, RateUsed
from budgetdesk.budget.chart import Chart
from budgetdesk.casework.eviction import Basis, ClockStep, EvictionClock, StepKey, eviction_clock_of
from budgetdesk.casework.municipality import Duty, duties
from budgetdesk.casework.rescue_help import help_lines
from budgetdesk.casework.rescue_lines import Chance, Known, RescueLine, State
from budgetdesk.casework.rescue_money import money_lines
from budgetdesk.casework.usual_times import UsualTimes
from budgetdesk.dates import ONE_DAY, bank_day_on_or_before
from budgetdesk.errors import NoRateError
from budgetdesk.household.case import Case
from budgetdesk.planning.owed import owed_now
from budgetdesk.planning.plan import PlanTest
from budgetdesk.planning.policy import Policy

__all__ = ["Chance", "Rescue", "RescueLine", "State", "Stops", "Target", "rescue_of", "target_of"]

ORDER = (
    "konto",
    "loen",
    "indkomst",
    "paragraf_81_a",
    "paragraf_81",
    "huslejehjaelp_2026",
    "plan",
    "netvaerk",
    "feriepenge",
    "boligstoette",
    "overskydende_skat",
    "paragraf_34",
)
"""From what is there already to what takes longest; the rescue of the home first among what is applied for."""


class Stops(StrEnum):
    """What paying in time would do."""

    BY_RIGHT = "by_right"
    AT_ONCE = "at_once"
    """The deadline is over and no ophævelse has arrived: paying still stops it, until one does."""
    GOODWILL = "goodwill"


@dataclass(frozen=True)
class Target:
    """The day everything is held against, and what being in time for it means."""

    day: date
    stops: Stops
    estimate: bool
    """True where no letter and no rule has set the day: no påkrav yet, or no meeting."""

    @property
    def money_by(self) -> date:
        """The last day on which money is in time: before a meeting of the court, on the bank day before it."""
        return bank_day_on_or_before(self.day - ONE_DAY) if self.stops is Stops.GOODWILL else self.day


@dataclass(frozen=True, kw_only=True)
class Rescue:
    """The clock and every help against it."""

    on: date
    clock: EvictionClock
    target: Target | None
    """None where the eviction has been carried out: nothing here can stop it any more."""
    lines: tuple[RescueLine, ...]
    total: Decimal
    """What is owed, kr; 0 where nobody has said."""
    duties: tuple[Duty, ...] = ()
    court_fee: RateUsed | None = None
    """What the court takes for the case, which may come on top; None where the figure is not known for the day."""


def rescue_of(
    case: Case,
    *,
    on: date,
    usual: UsualTimes,
    chart: Chart,
    policy: Policy,
    rates: Rates,
    assessments: Sequence[Assessment] = (),
    plan: PlanTest | None = None,
) -> Rescue | None:
    """The time line of a case on a day; None where there is no clock: nothing is behind, or its rules are not known."""
    clock = eviction_clock_of(case, usual, on=on)
    if clock is None:
        return None
    target = target_of(clock, on)
    known = Known(
        case=case,
        on=on,
        target=max(target.money_by, on) if target else None,  # on the day itself what is there is still there
        usual=usual,
        chart=chart,
        policy=policy,
        assessments={one.benefit: one for one in assessments},
        plan=plan,
    )
    lines = [*money_lines(known), *help_lines(known)] if target else []
    return Rescue(
        on=on,
        clock=clock,
        target=target,
        lines=tuple(sorted(lines, key=lambda line: ORDER.index(line.key))),
        total=owed_now(case),
        duties=duties(case, clock, rates, on=on),
        court_fee=_court_fee(clock, rates),
    )


def target_of(clock: EvictionClock, on: date) -> Target | None:
    """By right: the last bank day to pay. After the ophævelse: the next day the court acts, where only the landlord's
    goodwill helps. None once the eviction has been carried out."""
    out = clock.step(StepKey.EVICTION)
    if out and out.basis is Basis.LETTER and out.first < on:
        return None
    if clock.by_right_until is not None:
        if clock.by_right_until < on:
            return Target(on, Stops.AT_ONCE, estimate=False)
        return Target(clock.by_right_until, Stops.BY_RIGHT, estimate=clock.paakrav is None)
    following = _next_in_court(clock, on)
    return Target(following.first, Stops.GOODWILL, following.basis is Basis.ESTIMATE) if following else None


def _next_in_court(clock: EvictionClock, on: date) -> ClockStep | None:
    steps = (clock.step(StepKey.COURT_MEETING), clock.step(StepKey.EVICTION))
    coming = [step for step in steps if step is not None and step.first >= on]
    return min(coming, key=lambda step: step.first, default=None)


def _court_fee(clock: EvictionClock, rates: Rates) -> RateUsed | None:
    filing = clock.step(StepKey.COURT_FILING) or clock.step(StepKey.COURT_MEETING)
    if filing is None or "paakrav" not in rates:
        return None
    try:
        return rates["paakrav"].on("retsafgift_fogedsag", filing.first)
    except NoRateError:
        return None
