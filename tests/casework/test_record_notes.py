"""The notes of a record in the order they were written."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from budgetdesk.casework.record_notes import own_notes, record_notes
from budgetdesk.household.course import JournalNote
from budgetdesk.readers.case_file import sample_case

DAY = date(2026, 11, 20)


def test_notes_of_one_day_stand_in_the_order_they_were_written_also_after_the_ninth():
    ids = [f"n{number}" for number in range(1, 13)]
    notes = tuple(JournalNote(id=name, on=DAY, own=own) for own in (False, True) for name in ids)
    case = replace(sample_case(today=DAY), notes=notes)

    assert [note.id for note in record_notes(case)] == ids
    assert [note.id for note in own_notes(case)] == ids
