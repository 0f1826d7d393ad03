"""`tasks`: who does what by when in a case, what its facts propose, whom to try next; and a file for the calendar."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from budgetdesk.actions import calendar, contacts, files, people, tasks
from budgetdesk.actions.library import load_library
from budgetdesk.actions.overview import Overview, look
from budgetdesk.casework.calendar import Entry, Told
from budgetdesk.casework.contact_method import NextTry
from budgetdesk.casework.record import Record
from budgetdesk.casework.tasks import Proposal, Tasks, party
from budgetdesk.cli.output import DONE, Output
from budgetdesk.household.case import Todo
from budgetdesk.i18n import _
from budgetdesk.readers.case_file import load_case
from budgetdesk.wording import contacts as contact_words
from budgetdesk.wording import tasks as words


def tasks_command(args: argparse.Namespace, output: Output) -> int:
    """Each case: tasks, proposals, the next try, who is missing. With `--ics` the days of all of them as one file."""
    entries: list[Entry] = []
    chosen = calendar.Chosen(told=Told(args.told))

    def one(name: str) -> int:
        record = Record(case=load_case(Path(name), today=args.on).case)
        overview = look(record, args.on, load_library())
        found = tasks.tasks(record, overview)
        output.answer({"input": name, **_answer(record, overview, found)}, _text(record, overview, found))
        entries.extend(calendar.of_case(record.case, record.case.info.number or name, chosen, on=args.on))
        return DONE

    status = output.each(args.cases, one)
    if args.ics is not None:
        files.replace_file(args.ics, calendar.written(entries, chosen, now=datetime.now(UTC)))
    return status


def _answer(record: Record, overview: Overview, found: Tasks) -> dict[str, Any]:
    missing = [one.side.key for one in people.around(record.case, overview.on) if one.missing]
    return {
        "on": overview.on,
        "tasks": [_task(one, record) for one in (*found.open, *found.done)],
        "proposed": [_proposal(one, record, overview) for one in found.proposed],
        "next_try": _try(contacts.proposed(record.case, overview.on)),
        "people_missing": missing,
    }


def _task(one: Todo, record: Record) -> dict[str, Any]:
    return {
        "id": one.id,
        "who": one.who,
        "party": party(one.who, record.case),
        "what": one.what,
        "by": one.by,
        "time": one.time,
        "meeting": one.meeting,
        "done": one.done,
        "source": one.source,
    }


def _proposal(one: Proposal, record: Record, overview: Overview) -> dict[str, Any]:
    return {"key": one.key, "day": one.day, "who": one.who, "what": tasks.said(one, record, overview)}


def _try(found: NextTry) -> dict[str, Any]:
    return {
        "state": found.state,
        "method": found.method.key,
        "kind": found.kind,
        "on": found.on,
        "time": found.time,
        "number": found.number,
        "of": found.of,
    }


def _text(record: Record, overview: Overview, found: Tasks) -> str:
    on = overview.on
    lines = [f"{one.what}  ({words.told(one, on, record.case)})" for one in found.open] or [
        _("Der er ingen opgaver endnu.")
    ]
    proposed = [
        f"  {tasks.said(one, record, overview)}  ({words.by_when(one.day, on, one.time)})" for one in found.proposed
    ]
    if proposed:
        lines += ["", _("Forslag fra sagen:"), *proposed]
    tried = contacts.proposed(record.case, on)
    return "\n".join([*lines, "", f"{contact_words.headline(tried, 'lejeren', on)}. {contact_words.reason(tried, on)}"])
