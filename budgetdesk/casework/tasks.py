"""Who does what by when: what was written down, and what the facts of the case propose. Pure; the day is an argument.

Proposals come from every source that knows a day: the eviction clock, the plan, contact, answers about benefits,
checks, the last day to apply for a help, consents that run out, old numbers. Nothing becomes a task but by a person;
one that became a task (`Todo.source`) is not proposed again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from budgetdesk.casework.case_steps import NextStep, StepKind, open_steps, steps_of
from budgetdesk.casework.consents import running_out
from budgetdesk.casework.contact_method import Methods, NextTry, TryState, next_try
from budgetdesk.casework.emergency_steps import ADVISER, BOTH, TENANT
from budgetdesk.casework.rescue import Chance, Rescue, RescueLine
from budgetdesk.casework.rescue_lines import State
from budgetdesk.casework.stakeholders import stale_people
from budgetdesk.household.case import Case, Consent, Todo
from budgetdesk.household.course import Contact, ContactPerson
from budgetdesk.household.words import ContactKind

LIST = "case.conversation.next_steps"
AHEAD = timedelta(days=60)
"""What lies further away is not proposed yet; days of the clock always are."""
RECENT = timedelta(days=30)
"""So long a task that is done stays on the page."""
_OF_TENANT = frozenset({StepKind.PAY_BY, StepKind.INSTALMENT, StepKind.RENT})
_OF_BOTH = frozenset({StepKind.COURT_MEETING, StepKind.LOOK, StepKind.EVICTION})
_NOT_PROPOSED = frozenset({StepKind.TODO, StepKind.PAAKRAV, StepKind.TERMINATED})
"""A to-do is a task already; the others are days of the landlord's, on which nobody here does anything."""
_MEETINGS = frozenset({StepKind.COURT_MEETING})

_BOTH = frozenset({"vi", "begge", "os", "sammen", "i"})
_TENANT = frozenset({"lejer", "lejeren", "beboer", "beboeren", "du", "dig"})
_ADVISER = frozenset({"", "rådgiver", "rådgiveren", "jeg", "mig"})


class Party(StrEnum):
    """Whose task it is, as far as the words tell."""

    TENANT = "tenant"
    ADVISER = "adviser"
    BOTH = "both"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """One day that a source knows. Exactly one of the last five says what it is about."""

    key: str
    day: date
    who: str
    meeting: bool = False
    time: str = ""
    step: NextStep | None = None
    rescue: RescueLine | None = None
    consent: Consent | None = None
    person: ContactPerson | None = None
    attempt: NextTry | None = None


@dataclass(frozen=True)
class Tasks:
    """The list of a case: what is open by day, what was done lately, and what could be taken on."""

    open: tuple[Todo, ...]
    done: tuple[Todo, ...]
    proposed: tuple[Proposal, ...]
    moved: tuple[tuple[str, date], ...] = ()
    """Tasks whose source has another day by now: the task's id, and that day."""

    def late(self, on: date) -> tuple[Todo, ...]:
        """Open, and their day has passed."""
        return tuple(one for one in self.open if one.by is not None and one.by < on)


def tasks_of(case: Case, *, on: date, methods: Methods, rescue: Rescue | None = None) -> Tasks:
    """All tasks and proposals of a case on a day. Tasks without a day come last."""
    todos = case.conversation.next_steps
    every = _proposed(case, on, methods, rescue)
    taken = {one.source for one in todos if one.source}
    days = {proposal.key: proposal.day for proposal in every}
    left = sorted((one for one in todos if one.done is None), key=lambda one: (one.by or date.max, one.time, one.what))
    done = [one for one in todos if one.done is not None and on - one.done <= RECENT]
    return Tasks(
        open=tuple(left),
        done=tuple(sorted(done, key=lambda one: one.done or on, reverse=True)),
        proposed=tuple(sorted((p for p in every if p.key not in taken), key=lambda p: (p.day, p.key))),
        moved=tuple((one.id, days[one.source]) for one in left if one.by and days.get(one.source, one.by) != one.by),
    )


def party(who: str, case: Case | None = None) -> Party:
    """Whose task it is by the words in `who`: those of the program, what people write for them, and, with the case, the
    names of the tenant, the partner and the adviser."""
    found = {_one(part, case) for part in re.split(r"\s+og\s+|[,/&+]", who.casefold().strip())}
    if len(found) == 1:
        return found.pop()
    return Party.BOTH if found <= {Party.TENANT, Party.ADVISER, Party.BOTH} else Party.OTHER


def _one(said: str, case: Case | None) -> Party:
    said = said.strip()
    if said in _BOTH:
        return Party.BOTH
    if said in _TENANT or (case is not None and said in _names(person.name for person in case.adults)):
        return Party.TENANT
    if said in _ADVISER or (case is not None and said in _names([case.info.adviser])):
        return Party.ADVISER
    return Party.OTHER


def _names(whole: Iterable[str]) -> frozenset[str]:
    """The whole names and the first names, in small letters."""
    known = [name.casefold() for name in whole if name.strip()]
    return frozenset([*known, *(name.split()[0] for name in known)])


def _proposed(case: Case, on: date, methods: Methods, rescue: Rescue | None) -> tuple[Proposal, ...]:
    found = [
        *_steps(case, on),
        *_tries(case, on, methods),
        *_rescues(rescue, on),
        *(
            Proposal(key=f"consent:{one.id}", day=max(one.until or on, on), who=ADVISER, consent=one)
            for one in running_out(case, on)
        ),
        *(Proposal(key=f"number:{one.id}", day=on, who=ADVISER, person=one) for one in stale_people(case, methods, on)),
    ]
    return tuple({one.key: one for one in found}.values())


def _steps(case: Case, on: date) -> Iterator[Proposal]:
    for step in open_steps(steps_of(case), ended=case.course.ended, on=on):
        near = step.day <= on + AHEAD or step.kind in (StepKind.COURT_MEETING, StepKind.EVICTION, StepKind.PAY_BY)
        if step.kind in _NOT_PROPOSED or not near:
            continue
        who = TENANT if step.kind in _OF_TENANT else BOTH if step.kind in _OF_BOTH else ADVISER
        contact = contact_of(case, step)
        meeting = step.kind in _MEETINGS or (contact is not None and contact.next_kind is ContactKind.MEETING)
        yield Proposal(
            key=step_key(step),
            day=step.day,
            who=BOTH if meeting else who,
            step=step,
            meeting=meeting,
            time=contact.next_time if contact is not None else "",
        )


def contact_of(case: Case, step: NextStep) -> Contact | None:
    """The contact that a day of contact was written down with."""
    if step.kind is not StepKind.CONTACT:
        return None
    return next((one for one in case.contacts if (one.next_on, one.next_step) == (step.day, step.what)), None)


def step_key(step: NextStep) -> str:
    """The name of a source. Payments come back every month, so their day is part of it."""
    if step.kind in (StepKind.INSTALMENT, StepKind.RENT, StepKind.LOOK, StepKind.CONTACT):
        return f"{step.kind}:{step.day.isoformat()}"
    return f"{step.kind}:{step.what}" if step.kind in (StepKind.ANSWER, StepKind.CHECK) else f"clock:{step.kind}"


def _tries(case: Case, on: date, methods: Methods) -> Iterable[Proposal]:
    """The method's next try, once somebody has begun to try; a day that was written down is a step already."""
    found = next_try(case, methods, on)
    if found.state is not TryState.TRY or found.on is None or found.kind is None or found.last is None:
        return ()
    return (
        Proposal(key=f"try:{found.kind}:{found.number}", day=found.on, who=ADVISER, time=found.time, attempt=found),
    )


def _rescues(rescue: Rescue | None, on: date) -> Iterator[Proposal]:
    """What has to be applied for by a day to be there in time."""
    for line in rescue.lines if rescue is not None else ():
        open_yet = line.state in (State.OPEN, State.TRIED) and line.chance is Chance.IF_APPLIED
        if open_yet and line.apply_by is not None and line.apply_by >= on:
            yield Proposal(key=f"rescue:{line.key}", day=line.apply_by, who=BOTH, rescue=line)


def by_party(todos: Sequence[Todo], case: Case) -> dict[Party, tuple[Todo, ...]]:
    """Tasks by whose they are; what others do is the adviser's to follow."""
    found: dict[Party, list[Todo]] = {each: [] for each in Party}
    for one in todos:
        found[party(one.who, case)].append(one)
    return {each: tuple(those) for each, those in found.items()}
