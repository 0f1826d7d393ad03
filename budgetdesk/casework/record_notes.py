"""The notes of a case: those of the record, and the adviser's own, which lie apart from it.

A closed note is never changed and never taken out, but with the whole case. A correction is a new note that names it.
An own note is the adviser's memory only: it stands in no paper, export or count, and it goes when the contact ends.
Once it has been shared or used in the case, it is a part of the case like any other note (`taken_in`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from budgetdesk.household.case import Case
from budgetdesk.household.course import JournalNote

CLOSING = "Luk notat"
"""The step that closes a note."""


def record_notes(case: Case) -> tuple[JournalNote, ...]:
    """The notes of the record, the oldest first by the day they tell about; own notes are none of them."""
    return tuple(sorted((one for one in case.notes if not one.own), key=_by_day))


def own_notes(case: Case) -> tuple[JournalNote, ...]:
    """The adviser's own notes, the oldest first."""
    return tuple(sorted((one for one in case.notes if one.own), key=_by_day))


def _by_day(note: JournalNote) -> tuple[date, date, int, str]:
    """Of one day in the order they were written: their numbers count up, and n10 comes after n9."""
    on = note.on or note.entered_on or date.min
    return (on, note.closed_on or date.max, len(note.id), note.id)


def is_closed(note: JournalNote) -> bool:
    """Whether nothing in it may be changed any more."""
    return note.closed_on is not None and not note.own


def changed_closed(before: Case, after: Case) -> tuple[JournalNote, ...]:
    """The closed notes of `before` that are missing or another in `after`."""
    if before.notes is after.notes:
        return ()
    kept = {one.id: one for one in after.notes}
    return tuple(one for one in before.notes if is_closed(one) and kept.get(one.id) != one)


def corrections(case: Case, note_id: str) -> tuple[JournalNote, ...]:
    """The notes that correct a note, the oldest first."""
    return tuple(one for one in record_notes(case) if one.corrects == note_id)


def without_own(case: Case) -> Case:
    """The case as it leaves the desk: without the adviser's own notes."""
    kept = tuple(one for one in case.notes if not one.own)
    return case if len(kept) == len(case.notes) else replace(case, notes=kept)


def taken_in(note: JournalNote, *, on: date) -> JournalNote:
    """An own note as an open note of the record: it was shared, or used in the case."""
    return replace(note, own=False, entered_on=note.entered_on or on)


def open_notes(notes: Iterable[JournalNote]) -> tuple[JournalNote, ...]:
    """Those of the record that are not closed yet."""
    return tuple(one for one in notes if not one.own and one.closed_on is None)
