"""From a meeting to a closed note, and the adviser's own notes apart from the record."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal as D

import pytest
from any_record import any_value
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from budgetdesk.actions import notes
from budgetdesk.actions.desk import Desk, memory_desk
from budgetdesk.actions.library import load_library
from budgetdesk.actions.notes import Closing, Writing
from budgetdesk.actions.records import record_paper
from budgetdesk.casework.meeting import PaperMade
from budgetdesk.casework.note_topics import Heading
from budgetdesk.casework.record import Record
from budgetdesk.documents.papers.record_pdf import Period
from budgetdesk.errors import ClosedNoteError
from budgetdesk.household import paths
from budgetdesk.household.case import Case, Todo
from budgetdesk.household.course import JournalNote
from budgetdesk.household.words import ContactKind
from budgetdesk.readers.case_file import dump_case, sample_case
from budgetdesk.storage import beside
from budgetdesk.wording.timeline import timeline

DAY = date(2026, 11, 20)
LIBRARY = load_library()
SAMPLE = sample_case(today=DAY)


@pytest.fixture
def desk() -> Desk:
    made = memory_desk(Record(case=SAMPLE), DAY, LIBRARY)
    notes.arrive(made)
    return made


def wrote(desk: Desk, *papers: PaperMade) -> Writing:
    found = notes.writing(desk, desk.overview, papers)
    assert found is not None
    return found


def new_rent(desk: Desk, rent: int = 7450) -> None:
    desk.change("Husleje", paths.put(desk.record, "case.tenancy.rent_per_month", D(rent)))


def close(desk: Desk, **said: object) -> str:
    closing = Closing(**{"title": "Møde", "on": DAY, "by": "Karen Mølgaard", **said})  # type: ignore[arg-type]
    return notes.close_meeting(desk, closing, wrote(desk).text, desk.overview)


# the meeting


def test_looking_at_a_case_leaves_nothing_behind(desk: Desk) -> None:
    assert wrote(desk).text == ""
    assert not desk.meeting_is_kept


def test_the_meeting_begins_with_the_first_change_and_knows_how_the_case_stood(desk: Desk) -> None:
    new_rent(desk)

    assert desk.meeting_is_kept
    assert "Huslejen er 7.450\u00a0kr. pr. måned før boligstøtte (før 7.600\u00a0kr.)." in wrote(desk).text


def test_writing_an_own_note_begins_no_meeting(desk: Desk) -> None:
    desk.change("eget notat", notes.own_note(desk.record, on=DAY)[0])

    assert not desk.meeting_is_kept


def test_what_is_undone_leaves_no_trace(desk: Desk) -> None:
    new_rent(desk)
    desk.undo()

    assert wrote(desk).text == ""


def test_a_meeting_that_is_not_written_down_goes_on_when_the_case_is_opened_again(desk: Desk) -> None:
    new_rent(desk)
    store = desk._store
    again = Desk("s", store, today=DAY, library=LIBRARY)
    notes.arrive(again)

    assert again.resumed
    assert wrote(again).text == wrote(desk).text


def test_a_new_meeting_begins_from_how_the_case_stands(desk: Desk) -> None:
    new_rent(desk)
    notes.begin_anew(desk, desk.overview)

    assert wrote(desk).text == ""
    assert desk.record.case.notes == ()


def test_a_draft_that_is_put_aside_is_an_open_note(desk: Desk) -> None:
    new_rent(desk)
    text = wrote(desk).text
    notes.put_aside(desk, desk.overview)

    (note,) = desk.record.case.notes
    assert (note.text, note.closed_on, note.own) == (text, None, False)
    assert wrote(desk).text == ""


# the draft on the desk


def test_a_sentence_can_be_changed_and_says_when_the_facts_have_moved_on(desk: Desk) -> None:
    new_rent(desk)
    line = next(one for one in wrote(desk).lines if "Huslejen" in one.text)
    notes.edit_line(desk, line, "Huslejen stiger.")
    edited = next(one for one in wrote(desk).lines if one.key == line.key)
    new_rent(desk, 7500)
    stale = next(one for one in wrote(desk).lines if one.key == line.key)

    assert (edited.text, edited.stale) == ("Huslejen stiger.", False)
    assert (stale.text, stale.stale) == ("Huslejen stiger.", True)
    assert "7.500" in stale.facts


def test_a_sentence_that_is_taken_out_can_be_put_back(desk: Desk) -> None:
    new_rent(desk)
    line = next(one for one in wrote(desk).lines if "Huslejen" in one.text)
    notes.take_out(desk, line)
    assert "Huslejen" not in wrote(desk).text
    notes.take_out(desk, wrote(desk).gone[0], gone=False)

    assert "Huslejen" in wrote(desk).text


def test_what_was_typed_into_a_sentence_stays_when_its_fact_is_taken_back(desk: Desk) -> None:
    new_rent(desk)
    line = next(one for one in wrote(desk).lines if "Huslejen" in one.text)
    notes.edit_line(desk, line, "Nadia er ked af huslejen.")
    desk.undo()

    assert wrote(desk).text == "Hvad vi så\nNadia er ked af huslejen."


def test_own_words_stand_under_their_heading_and_headings_without_words_are_left_out(desk: Desk) -> None:
    notes.write_under(desk, Heading.AGREED, "Vi tales ved på fredag.")

    assert wrote(desk).text == "Hvad vi aftalte\nVi tales ved på fredag."


def test_a_paper_that_was_printed_is_told(desk: Desk) -> None:
    notes.paper_made(desk, "budget", "Budget")

    assert wrote(desk).text.splitlines() == [
        "Hvad vi så",
        next(one.text for one in wrote(desk).lines if one.heading is Heading.SEEN),
        "",
        "Hvad vi aftalte",
        "Lavet i dag: Budget.",
    ]


# closing


def test_closing_keeps_the_text_the_day_and_the_name_and_begins_a_new_meeting(desk: Desk) -> None:
    new_rent(desk)
    text = wrote(desk).text
    key = close(desk, on=date(2026, 11, 19), kind=ContactKind.MEETING)
    note = next(one for one in desk.record.case.notes if one.id == key)

    assert (note.text, note.on, note.entered_on) == (text, date(2026, 11, 19), DAY)
    assert (note.closed_on, note.closed_by) == (DAY, "Karen Mølgaard")
    assert desk.meeting is not None
    assert not desk.meeting_is_kept
    assert wrote(desk).text == ""
    (contact,) = desk.record.case.contacts
    assert (contact.id, contact.on, contact.entered_on) == (note.contact, date(2026, 11, 19), DAY)


def test_a_contact_that_is_there_already_is_not_written_twice(desk: Desk) -> None:
    new_rent(desk)
    close(desk, kind=ContactKind.MEETING)
    new_rent(desk, 7500)
    close(desk, kind=ContactKind.MEETING)

    assert len(desk.record.case.contacts) == 1


@pytest.mark.parametrize("change", ["text", "title", "on", "closed_on", "own", "gone"])
def test_a_closed_note_is_never_changed(desk: Desk, change: str) -> None:
    new_rent(desk)
    key = close(desk)
    note = desk.record.case.notes[0]
    others = {"text": "andet", "title": "andet", "on": None, "closed_on": None, "own": True}
    record = (
        paths.remove(desk.record, f"case.notes[{key}]")
        if change == "gone"
        else paths.put(desk.record, f"case.notes[{key}].{change}", others[change])
    )

    with pytest.raises(ClosedNoteError):
        desk.change("ret", record)
    assert desk.record.case.notes == (note,)


def test_undo_stops_at_a_closed_note(desk: Desk) -> None:
    new_rent(desk)
    close(desk)
    new_rent(desk, 7500)
    desk.undo()
    with pytest.raises(ClosedNoteError, match="bliver stående"):
        desk.undo()

    assert len(desk.record.case.notes) == 1


def test_a_closed_note_that_a_step_wrote_by_itself_goes_with_its_step_and_no_other_way(desk: Desk) -> None:
    before = desk.record
    written = JournalNote(id="n7", text="Lejeren har sagt ja.", closed_on=DAY)
    desk.change("Ja", paths.add(desk.record, "case.notes", written))
    with pytest.raises(ClosedNoteError):
        desk.change("Væk", paths.remove(desk.record, "case.notes[n7]"))
    desk.undo()

    assert desk.record == before
    assert (desk.can_undo, desk.can_redo) == (None, "Ja")


def test_a_correction_is_a_new_note_that_names_the_wrong_one(desk: Desk) -> None:
    new_rent(desk)
    wrong = close(desk)
    record, key = notes.correction_of(desk.record, wrong, on=DAY)
    desk.change("Skriv en rettelse", paths.put(record, f"case.notes[{key}].text", "Det var 7.500 kr."))
    notes.close_open(desk, key, by="Karen")
    made = next(one for one in desk.record.case.notes if one.id == key)

    assert (made.corrects, made.closed_by, made.title) == (wrong, "Karen", "Rettelse til notat 20. november 2026")


# own notes


def test_own_notes_are_changed_and_taken_away_freely_and_go_when_the_contact_has_ended(desk: Desk) -> None:
    record, key = notes.own_note(desk.record, on=DAY)
    desk.change("eget notat", record)
    desk.change("skriv", paths.put(desk.record, f"case.notes[{key}].text", "husk"))
    new_rent(desk)
    close(desk)
    desk.change("slet", notes.without_own_notes(desk.record))

    assert [one.own for one in desk.record.case.notes] == [False]


def test_an_own_note_that_is_used_in_the_case_becomes_a_part_of_it(desk: Desk) -> None:
    record, key = notes.own_note(desk.record, on=DAY)
    desk.change("eget notat", paths.put(record, f"case.notes[{key}].text", "husk"))
    desk.change("med i sagen", notes.into_record(desk.record, key, on=DAY))

    assert (desk.record.case.notes[0].own, desk.record.case.notes[0].closed_on) == (False, None)


SECRET = "hemmelig huskeseddel"
SECRETS = st.builds(
    JournalNote,
    id=st.sampled_from(["z1", "z2", "z3"]),
    on=st.none() | st.just(DAY),
    entered_on=st.none() | st.just(DAY),
    title=st.just(SECRET),
    text=st.just(SECRET),
    own=st.just(True),
    closed_on=st.none() | st.just(DAY),
    closed_by=st.sampled_from(["", SECRET]),
)


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(any_value(JournalNote), st.lists(SECRETS, min_size=1, max_size=3, unique_by=lambda one: one.id))
def test_no_own_note_is_ever_in_the_record_an_export_a_count_or_a_draft(
    kept: JournalNote, own: list[JournalNote]
) -> None:
    case = replace(SAMPLE, notes=(replace(kept, own=False, id="n1", text="kendt", title="kendt"), *own))
    desk = memory_desk(Record(case=SAMPLE), DAY, LIBRARY)
    notes.arrive(desk)
    desk.change("notater", Record(case=case))

    said = [
        dump_case(case).decode(),
        str(timeline(case, notes.names_of(LIBRARY))),
        str(desk.overview.events),
        wrote(desk).text,
        str(_begun_anew(desk)),
        *(str(one) for one in beside._contents(case)),
    ]
    assert [one for one in said if SECRET in one] == []


def _begun_anew(desk: Desk) -> object:
    notes.begin_anew(desk, desk.overview)
    return desk.meeting


def test_no_own_note_is_printed_and_it_is_said_that_it_is_left_out(desk: Desk) -> None:
    own = JournalNote(id="z1", on=DAY, title="Skjult", text="Skjult tanke", own=True)
    desk.change("n", paths.add(desk.record, "case.notes", own))
    new_rent(desk)
    close(desk)
    text = _text(record_paper(desk.record, desk.overview, LIBRARY, (), Period()))

    assert "Huslejen er 7.450 kr." in text
    assert "Skjult" not in text
    assert "Rådgiverens egne huskesedler er ikke en del af journalen." in text


def _text(pdf: bytes) -> str:
    import io

    from pypdf import PdfReader

    pages = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    return " ".join(pages.replace("\u00a0", " ").split())


def test_the_case_file_that_is_written_has_no_own_note_and_all_others(desk: Desk) -> None:
    case = replace(
        Case(), notes=(JournalNote(id="n1", text="a"), JournalNote(id="n2", text="b", own=True)), persons=SAMPLE.persons
    )

    assert [one["id"] for one in json.loads(dump_case(case))["notes"]] == ["n1"]


def test_tasks_of_the_meeting_stand_at_the_end(desk: Desk) -> None:
    todo = Todo(id="t9", who="Nadia", what="Sende lønsedlen", by=date(2026, 11, 27))
    desk.change("opgave", paths.add(desk.record, "case.conversation.next_steps", todo))

    assert wrote(desk).under(Heading.WHO)[0].text == "Nadia: sende lønsedlen, senest 27. november 2026."
