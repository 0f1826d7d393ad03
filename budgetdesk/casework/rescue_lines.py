"""One help on the time line: when it could be there, and whether that is in time. Values, and the rule of time.

in time         it is there by the day it is held against, and nobody has to apply for it any more
if applied by   it is there in time if it is applied for by `apply_by`, with the longest usual time
unknown         nobody knows how long it takes, or only the shortest usual time is in time
too late        even the shortest usual time ends after the day
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from budgetdesk.benefits.assessment import Assessment
from budgetdesk.benefits.rates import Confidence
from budgetdesk.budget.chart import Chart
from budgetdesk.casework.usual_times import Span, UsualTimes
from budgetdesk.dates import ONE_DAY
from budgetdesk.household.case import Case
from budgetdesk.planning.plan import PlanTest
from budgetdesk.planning.policy import Policy


class Chance(StrEnum):
    """Whether a help is there in time."""

    IN_TIME = "in_time"
    IF_APPLIED = "in_time_if_applied_by"
    TOO_LATE = "too_late"
    UNKNOWN = "unknown"


class State(StrEnum):
    """How far it has come."""

    THERE = "there"
    """Money that is there, or comes by itself."""
    OPEN = "open"
    """Nobody has asked yet."""
    NOT_YET = "not_yet"
    """It can only be asked for once a påkrav has come."""
    ASKED = "asked"
    AGREED = "agreed"
    """Granted, or the landlord has said yes."""
    REFUSED = "refused"
    TRIED = "tried"


@dataclass(frozen=True, kw_only=True)
class RescueLine:
    """One help. Days are calendar days; amounts kr."""

    key: str
    title: str
    chance: Chance
    state: State
    begins: date
    """The day it is (or was) asked for; today where it is there already."""
    first: date | None = None
    last: date | None = None
    """Between which days the money is usually there; None where nobody knows."""
    apply_by: date | None = None
    amount: Decimal | None = None
    """What an assessment or the case knows it could bring; None where it is discretion or not known."""
    per_month: bool = False
    before_tax: bool = False
    vejledende: bool = False
    """True where the amount has no solid source."""
    paragraph: str = ""
    source: str = ""
    """Where the usual time is from; "" where the day is a fact."""
    confidence: Confidence | None = None
    page: str = ""
    path: str = ""
    """Where it is done: the page of the window, and the fact there."""
    note: str = ""
    """Which of the sentences of `wording.rescue` belongs to it, where there is one."""


@dataclass(frozen=True, kw_only=True)
class Known:
    """What the lines are made from."""

    case: Case
    on: date
    target: date | None
    usual: UsualTimes
    chart: Chart
    policy: Policy
    assessments: Mapping[str, Assessment] = field(default_factory=dict)
    plan: PlanTest | None = None


Arrives = Callable[[date], Span]
"""When a help is there, from the day it is asked for. A later day never arrives sooner."""


@dataclass(frozen=True)
class Timing:
    """The answer about time for one help."""

    chance: Chance
    span: Span | None = None
    apply_by: date | None = None


UNTIMED = Timing(Chance.UNKNOWN)


def fixed(day: date, target: date | None) -> Timing:
    """Money that comes by itself on a known day."""
    if target is None:
        return Timing(Chance.UNKNOWN, Span(day, day))
    return Timing(Chance.IN_TIME if day <= target else Chance.TOO_LATE, Span(day, day))


def waiting(span: Span, target: date | None) -> Timing:
    """What has been asked for, or comes in a season: nobody can hurry it by asking sooner."""
    return Timing(_chance(span, target, Chance.IN_TIME), span)


def to_apply(arrives: Arrives, on: date, target: date | None) -> Timing:
    """What is still to be applied for, on `on` at the earliest."""
    span = arrives(on)
    chance = _chance(span, target, Chance.IF_APPLIED)
    if chance is not Chance.IF_APPLIED or target is None:
        return Timing(chance, span)
    first, last = on, target  # a later application is never answered sooner: halve the days that are left
    while first < last:
        middle = last - timedelta(days=(last - first).days // 2)
        first, last = (middle, last) if arrives(middle).last <= target else (first, middle - ONE_DAY)
    return Timing(chance, span, first)


def _chance(span: Span, target: date | None, good: Chance) -> Chance:
    if target is None:
        return Chance.UNKNOWN
    if span.last <= target:
        return good
    return Chance.TOO_LATE if span.first > target else Chance.UNKNOWN
