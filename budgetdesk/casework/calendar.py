"""Tasks, meetings and deadlines of a case as entries of a calendar. Pure values; `documents.calendar_file` writes them.

A calendar is seen by colleagues and lies with others: unless the adviser chooses more, an entry says the number of the
case and what kind of day it is, nothing else. The name of an entry (`uid`) stays the same for the same task, so that
reading the file in again updates the entry.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from enum import StrEnum

from budgetdesk.casework.case_steps import CLOCK, NextStep, StepKind, steps_of
from budgetdesk.casework.tasks import contact_of, step_key
from budgetdesk.household.case import Case, Todo
from budgetdesk.household.words import ContactKind

_ROOM = uuid.UUID("6f1f6d4c-6d51-5a3e-9a0e-2b1f0c7f2b11")
"""What all names of entries are made in: it never changes."""
_LATE_DONE = timedelta(days=30)
"""A task that is done is told so long, so that its entry is marked as done when the file is read in again."""
_CLOCK_TIME = re.compile(r"(\d{1,2})[.:](\d{2})")


class Told(StrEnum):
    """How much an entry says."""

    NUMBER = "number"
    TASK = "task"
    NAME = "name"


class EntryKind(StrEnum):
    """What kind of day it is."""

    TASK = "task"
    MEETING = "meeting"
    DEADLINE = "deadline"
    CONTACT = "contact"
    PAYMENT = "payment"


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One day in a calendar; `at` is None for a whole day."""

    uid: str
    case: str
    kind: EntryKind
    on: date
    at: time | None = None
    what: str = ""
    """The words of the task; shown only where the adviser chose so. "" where the kind says all."""
    step: StepKind | None = None
    tenant: str = ""
    done: bool = False


def entries(case: Case, number: str, *, on: date) -> tuple[Entry, ...]:
    """Everything with a day, by day: open tasks, those done lately, and days that no task stands for yet."""
    todos = case.conversation.next_steps
    taken = {todo.source for todo in todos if todo.source}
    found = [_of_todo(todo, todo.by, number) for todo in todos if todo.by is not None and _is_shown(todo, on)]
    found += _of_steps(case, number, taken)
    tenant = case.tenant.name if case.tenant is not None else ""
    named = (replace(entry, tenant=tenant) for entry in found)
    return tuple(sorted(named, key=lambda entry: (entry.on, entry.at or time.min, entry.uid)))


def uid(number: str, key: str) -> str:
    """The name of an entry: the same for the same case and source, and telling neither."""
    return f"{uuid.uuid5(_ROOM, f'{number}|{key}')}@budgetdesk"


def clock_time(text: str) -> time | None:
    """`14.30` as a time; None where it is none."""
    found = _CLOCK_TIME.fullmatch(text.strip())
    if found is None or int(found[1]) > 23 or int(found[2]) > 59:
        return None
    return time(int(found[1]), int(found[2]))


def _is_shown(todo: Todo, on: date) -> bool:
    return todo.done is None or on - todo.done <= _LATE_DONE


def _of_todo(todo: Todo, day: date, number: str) -> Entry:
    return Entry(
        uid=uid(number, todo.source or f"todo:{todo.id}"),
        case=number,
        kind=EntryKind.MEETING if todo.meeting else EntryKind.TASK,
        on=day,
        at=clock_time(todo.time),
        what=todo.what,
        done=todo.done is not None,
    )


def _of_steps(case: Case, number: str, taken: set[str]) -> Iterator[Entry]:
    for step in steps_of(case):
        if step.kind is StepKind.TODO or step_key(step) in taken:
            continue
        contact = contact_of(case, step)
        meets = contact is not None and contact.next_kind is ContactKind.MEETING
        yield Entry(
            uid=uid(number, step_key(step)),
            case=number,
            kind=EntryKind.MEETING if meets else _kind(step),
            on=step.day,
            at=clock_time(contact.next_time) if contact is not None else None,
            what=step.what if step.kind is StepKind.CONTACT else "",
            step=step.kind,
        )


def _kind(step: NextStep) -> EntryKind:
    if step.kind is StepKind.COURT_MEETING:
        return EntryKind.MEETING
    if step.kind is StepKind.CONTACT:
        return EntryKind.CONTACT
    if step.kind in (StepKind.INSTALMENT, StepKind.RENT):
        return EntryKind.PAYMENT
    return EntryKind.DEADLINE if step.kind in CLOCK else EntryKind.TASK
