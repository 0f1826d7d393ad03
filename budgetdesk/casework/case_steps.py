"""What is next in a case, as days that do not depend on today: kept with the summary, held against today when shown.

Nothing here is an estimate. A day of the eviction clock is the law's or stands in a letter; an instalment is the first
that nobody has ticked. `open_steps` tells which are still open on a day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from budgetdesk.casework.clock import clock_of, is_terminated
from budgetdesk.casework.deadline_over import deadline_over
from budgetdesk.dates import Month, bank_day_on_or_before
from budgetdesk.household.case import Case
from budgetdesk.household.course import Contact
from budgetdesk.household.words import Outcome, PaymentFor
from budgetdesk.money import ZERO
from budgetdesk.planning.follow_up import SETTLED, Stage, begins, progress
from budgetdesk.planning.owed import in_force, still_owed
from budgetdesk.planning.policy import Policy


class StepKind(StrEnum):
    """What a day is about, the most pressing first: the order among steps of the same day."""

    EVICTION = "eviction"
    COURT_MEETING = "court_meeting"
    TERMINATED = "terminated"
    """The ophævelse has come, and no day of the court is known."""
    PAY_BY = "pay_by"
    """The last bank day on which paying stops it by right."""
    PAAKRAV = "paakrav"
    """The first day on which the landlord may send a påkrav."""
    TODO = "todo"
    CONTACT = "contact"
    INSTALMENT = "instalment"
    RENT = "rent"
    LOOK = "look"
    """A day on which the two look at the agreement together."""
    ANSWER = "answer"
    """The day to ask for the answer about a benefit."""
    CHECK = "check"


RANK = {kind: place for place, kind in enumerate(StepKind)}
CLOCK = frozenset({StepKind.EVICTION, StepKind.COURT_MEETING, StepKind.TERMINATED, StepKind.PAY_BY, StepKind.PAAKRAV})
"""Days of the eviction clock."""
AFTER_THE_END = frozenset({StepKind.INSTALMENT, StepKind.RENT, StepKind.LOOK, StepKind.CHECK})
"""What goes on after a course has ended."""
PROMISED = frozenset({StepKind.TODO, StepKind.CONTACT, StepKind.ANSWER, StepKind.LOOK, StepKind.CHECK})
"""What is done by somebody at the desk; the rest are days that come by themselves."""
MOST_MONTHS = 60
"""A check that lies further away is a slip of the finger."""
LONGEST_PLAN = timedelta(weeks=10 * 52)
"""Of a longer one, which is a slip of the finger, no rents are looked for: there would be hundreds."""
_BY_OUR_MEASURE = Policy(version="")
"""Whether a payment is settled must not wait for a policy; the call list counts with the organisation's own."""


class NextStep(NamedTuple):
    """One day in a case. A named tuple: ten thousand cases have forty thousand of them."""

    day: date
    kind: StepKind
    what: str = ""
    """A to-do's or a contact's own words, the name of a benefit, the months of a check; else ""."""
    who: str = ""
    """Who does it, where somebody has said."""
    lapses: bool = False
    """Whether it is over once the day has passed; the others stay open until somebody has done something."""

    def days_left(self, on: date) -> int:
        """Days from `on` to the day; below zero where it has passed."""
        return (self.day - on).days

    def is_overdue(self, on: date) -> bool:
        """Whether the day has passed."""
        return self.day < on


def urgency(step: NextStep, on: date) -> tuple[int, int, date]:
    """The nearest first; what is overdue is due today, and among equals the kind decides, then the oldest."""
    return max(step.days_left(on), 0), RANK[step.kind], step.day


def open_steps(steps: Iterable[NextStep], *, ended: date | None, on: date) -> tuple[NextStep, ...]:
    """The steps that are open on a day, the most urgent first. After the end of a course only payments, looking at the
    plan and checks go on."""
    return tuple(sorted(still_open(steps, ended=ended, on=on), key=lambda step: urgency(step, on)))


def most_urgent(steps: Iterable[NextStep], *, ended: date | None, on: date) -> NextStep | None:
    """The first of `open_steps`, without putting the others in order: ten thousand cases ask for it at once."""
    over = ended is not None and ended <= on
    first: NextStep | None = None
    least: tuple[date, int, date] | None = None
    for step in steps:
        day, kind = step.day, step.kind
        if (day < on and step.lapses) or (over and kind not in AFTER_THE_END):
            continue
        place = (max(day, on), RANK[kind], day)  # in the order of `urgency`
        if least is None or place < least:
            first, least = step, place
    return first


def still_open(steps: Iterable[NextStep], *, ended: date | None, on: date) -> list[NextStep]:
    """Those of `open_steps` as they stand, in no order."""
    over = ended is not None and ended <= on
    return [s for s in steps if not (s.lapses and s.day < on) and not (over and s.kind not in AFTER_THE_END)]


def steps_of(case: Case) -> tuple[NextStep, ...]:
    """Every day that lies open in a case, by day."""
    found = [*_clock(case), *_todos(case), *_contacts(case), *_plan(case), *_answers(case), *_checks(case)]
    return tuple(sorted(found))


def _clock(case: Case) -> Iterator[NextStep]:
    """The next day of the eviction clock. While a plan has the landlord's yes, what has passed is over."""
    arrears = case.arrears
    if arrears.total > ZERO >= still_owed(case):
        return
    over = in_force(case) and arrears.landlord_accepted is not None
    court = ((StepKind.EVICTION, arrears.eviction), (StepKind.COURT_MEETING, arrears.court_meeting))
    known = [NextStep(day, kind, lapses=over or arrears.eviction is not None) for kind, day in court if day]
    yield from (step._replace(lapses=over) if step.kind is StepKind.EVICTION else step for step in known)
    if known:
        return
    if is_terminated(case):
        came = arrears.ophaevelse_arrived or arrears.letter_arrived
        if came and not over:
            yield NextStep(came, StepKind.TERMINATED)
        return
    yield from _before_the_end(case, over=over)


def _before_the_end(case: Case, *, over: bool) -> Iterator[NextStep]:
    clock, plan = clock_of(case), begins(case)
    if clock is None or deadline_over(case) is not None:
        return
    if clock.pay_by is not None:
        by_right = bank_day_on_or_before(clock.pay_by.day)
        yield NextStep(by_right, StepKind.PAY_BY, lapses=over or (plan is not None and in_force(case)))
    elif not over:
        yield NextStep(clock.earliest_paakrav.day, StepKind.PAAKRAV, lapses=True)


def _todos(case: Case) -> Iterator[NextStep]:
    for one in case.conversation.next_steps:
        if one.by is not None and one.done is None:
            yield NextStep(one.by, StepKind.TODO, one.what, one.who)


def _contacts(case: Case) -> Iterator[NextStep]:
    """What was to follow the last contact with each; an earlier one has been followed by the next."""
    last: dict[str, Contact] = {}
    for one in case.contacts:
        before = last.get(one.with_whom)
        if before is None or (one.on or date.min) >= (before.on or date.min):
            last[one.with_whom] = one
    for one in last.values():
        if one.next_on is not None:
            yield NextStep(one.next_on, StepKind.CONTACT, one.next_step)


def _plan(case: Case) -> Iterator[NextStep]:
    """The first payment that nobody has ticked, and the first day of looking at it since the last tick."""
    agreement = case.agreement
    if agreement is None or not in_force(case):
        return
    if max(one.due for one in agreement.instalments) - _start(case) > LONGEST_PLAN:
        case = replace(case, tenancy=replace(case.tenancy, rent_per_month=None))
    goes = progress(case, _BY_OUR_MEASURE, on=date.min)
    waiting = next((line.expected for line in goes.lines if line.state not in SETTLED), None)
    if waiting is not None and goes.stage is Stage.RUNNING:
        kind = StepKind.RENT if waiting.what is PaymentFor.RENT else StepKind.INSTALMENT
        yield NextStep(waiting.last_day, kind)
    ticked = max((one.paid_on for one in agreement.payments if one.paid_on), default=date.min)
    look = min((day for day in agreement.follow_up if day > ticked), default=None)
    if look is not None and goes.stage is Stage.RUNNING:
        yield NextStep(look, StepKind.LOOK)


def _start(case: Case) -> date:
    return begins(case) or date.max


def _answers(case: Case) -> Iterator[NextStep]:
    for one in case.applications:
        if one.outcome is Outcome.WAITING and one.ask_again is not None:
            yield NextStep(one.ask_again, StepKind.ANSWER, one.id)


def _checks(case: Case) -> Iterator[NextStep]:
    course = case.course
    for one in case.checks:
        start = course.ended if one.after_end else course.began or case.info.opened
        if one.done is None and start is not None and 0 < one.months <= MOST_MONTHS:
            yield NextStep(Month.of(start).plus(one.months).day(start.day), StepKind.CHECK, str(one.months))
