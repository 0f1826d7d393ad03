"""Tasks: written in a line, taken on from what a source proposes, done and taken back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from budgetdesk.actions.library import Library
from budgetdesk.actions.overview import Overview, in_danish
from budgetdesk.casework.next_steps import next_steps
from budgetdesk.casework.record import Record
from budgetdesk.casework.task_words import hear_task
from budgetdesk.casework.tasks import LIST, Proposal, Tasks, tasks_of
from budgetdesk.errors import BadInputError
from budgetdesk.household import paths
from budgetdesk.household.case import Todo
from budgetdesk.i18n import N_, SOURCE_LANGUAGE, _, speaking
from budgetdesk.readers.contacts import load_contact_words, load_methods
from budgetdesk.wording import tasks as words

NOTHING_TO_DO = N_("Skriv, hvad der skal gøres, fx “lejer: find lønsedlen inden torsdag”.")


def tasks(record: Record, overview: Overview) -> Tasks:
    """The list of a case on the day of the overview."""
    return tasks_of(record.case, on=overview.on, methods=load_methods(), rescue=overview.rescue)


def said(proposal: Proposal, record: Record, overview: Overview) -> str:
    """What a proposal asks for, in words."""
    return words.what(proposal, record.case, {one.benefit: one.title for one in overview.assessments})


def understood(text: str, on: date) -> Todo:
    """What one line says. Nothing is saved."""
    return hear_task(text, load_contact_words(), on=on)


def write(record: Record, text: str, on: date) -> Record:
    """Put in what one line says. Raises BadInputError where nothing is to be done."""
    heard = understood(text, on)
    if not heard.what:
        raise BadInputError(_(NOTHING_TO_DO))
    return _add(record, heard)


def take_on(record: Record, proposals: Iterable[Proposal], overview: Overview, library: Library) -> Record:
    """Make tasks of proposals, in Danish; one that is a task already is left as it is."""
    overview, keys = in_danish(record, overview, library), [one.key for one in proposals]
    with speaking(SOURCE_LANGUAGE):
        known = {one.key: one for one in tasks(record, overview).proposed}
        return _taken_on(record, [known[key] for key in keys if key in known], overview)


def with_steps(record: Record, overview: Overview, library: Library) -> Record:
    """Put in the steps that follow from the letter and the day, in Danish, except those that are there already."""
    danish = in_danish(record, overview, library)
    proposed = next_steps(
        record,
        on=danish.on,
        emergency=danish.emergency,
        plan=danish.plan,
        assessments=danish.assessments,
        missing=danish.missing,
    )
    for todo in proposed:
        record = paths.add(record, LIST, todo)
    return record


def _taken_on(record: Record, proposals: Iterable[Proposal], overview: Overview) -> Record:
    for proposal in proposals:
        if any(one.source == proposal.key for one in record.case.conversation.next_steps):
            continue
        todo = Todo(
            id="",
            who=proposal.who,
            what=said(proposal, record, overview),
            by=proposal.day,
            time=proposal.time,
            meeting=proposal.meeting,
            source=proposal.key,
        )
        record = _add(record, todo)
    return record


def set_done(record: Record, task_id: str, on: date | None) -> Record:
    """It is done since a day; None: it is open again."""
    return paths.put(record, f"{LIST}[{task_id}].done", on)


def move(record: Record, task_id: str, day: date) -> Record:
    """Another day: that of its source, which has changed since."""
    return paths.put(record, f"{LIST}[{task_id}].by", day)


def remove(record: Record, task_id: str) -> Record:
    """Take a task off the list. Its source may propose it again."""
    return paths.remove(record, f"{LIST}[{task_id}]")


def _add(record: Record, todo: Todo) -> Record:
    task_id = paths.next_id(record.case.conversation.next_steps, "n")
    return paths.add(record, LIST, replace(todo, id=task_id))
