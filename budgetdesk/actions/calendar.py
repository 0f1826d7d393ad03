"""Days of one case, or of all cases of an adviser, as a file for the calendar."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from budgetdesk.actions.desk import Desk
from budgetdesk.casework.calendar import Entry, EntryKind, Told, entries
from budgetdesk.casework.case_summary import CaseSummary
from budgetdesk.documents.calendar_file import calendar_file
from budgetdesk.errors import DocumentError
from budgetdesk.household.case import Case
from budgetdesk.i18n import N_, _

PURPOSE = N_("Kalender")


class CasesOf(Protocol):
    """What is needed of a workspace."""

    def cases(self) -> tuple[CaseSummary, ...]: ...
    def desk(self, case_id: str, *, purpose: str = "") -> Desk: ...


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """What the adviser wants in the calendar."""

    told: Told = Told.NUMBER
    kinds: frozenset[EntryKind] = frozenset({EntryKind.TASK, EntryKind.MEETING, EntryKind.DEADLINE, EntryKind.CONTACT})
    reminders: bool = True


def of_case(case: Case, number: str, chosen: Chosen, *, on: date) -> tuple[Entry, ...]:
    """The chosen days of one case."""
    return tuple(entry for entry in entries(case, number, on=on) if entry.kind in chosen.kinds)


def mine(cases: Iterable[CaseSummary], adviser: str, on: date) -> tuple[CaseSummary, ...]:
    """The open cases of an adviser; without a name all open ones. The sample household is never among them."""
    name = adviser.strip().casefold()
    return tuple(
        one
        for one in cases
        if one.is_open(on) and not one.about.invented and (not name or one.about.adviser.strip().casefold() == name)
    )


def of_all(
    workspace: CasesOf,
    adviser: str,
    chosen: Chosen,
    *,
    on: date,
    told: Callable[[int, int], object] = lambda _done, _of: None,
) -> tuple[Entry, ...]:
    """The chosen days of all cases of an adviser, read one by one: in a thread. Each stands in its log of look-ups."""
    those = mine(workspace.cases(), adviser, on)
    found: list[Entry] = []
    for number, one in enumerate(those, 1):
        found += of_case(workspace.desk(one.id, purpose=_(PURPOSE)).record.case, one.id, chosen, on=on)
        told(number, len(those))
    return tuple(sorted(found, key=lambda entry: (entry.on, entry.uid)))


def written(found: Iterable[Entry], chosen: Chosen, *, now: datetime) -> bytes:
    """The file. Raises DocumentError where there is no day to put into it."""
    there = tuple(found)
    if not there:
        raise DocumentError(_("Der er ingen dage at lægge i kalenderen. Skriv en opgave med en dag først."))
    return calendar_file(there, told=chosen.told, now=now, reminders=chosen.reminders)
