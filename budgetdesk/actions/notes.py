"""Notes: the meeting and its draft, closing a note of the record, correcting it, and the adviser's own notes.

Each step that changes the case is one record for `Desk.change`; what is done to a draft is kept beside the facts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from budgetdesk.actions.desk import Desk
from budgetdesk.actions.names import names_of
from budgetdesk.actions.overview import Overview, missing_in_danish
from budgetdesk.actions.scenes import scene_of
from budgetdesk.casework.meeting import Edit, Meeting, PaperMade, with_edit
from budgetdesk.casework.note_topics import Heading
from budgetdesk.casework.record import Record
from budgetdesk.casework.record_notes import CLOSING, own_notes, taken_in
from budgetdesk.formats import day
from budgetdesk.household import paths
from budgetdesk.household.course import Contact, JournalNote
from budgetdesk.household.words import ContactKind, ContactOutcome
from budgetdesk.i18n import SOURCE_LANGUAGE, _, speaking, translated
from budgetdesk.wording.note_text import WORDS, NoteLine, note_lines, note_text, own_words
from budgetdesk.wording.note_words import CONTACTS
from budgetdesk.wording.notes import note_draft

NOTES = "case.notes"
PAPER = "paper:"
"""Before the name of a paper that was saved or printed in the meeting."""


@dataclass(frozen=True, kw_only=True)
class Writing:
    """The note of a meeting as it stands on the desk, not closed yet."""

    meeting: Meeting
    lines: tuple[NoteLine, ...] = ()
    words: Mapping[Heading, str]

    @property
    def text(self) -> str:
        """The note as it would be closed now."""
        return note_text(self.lines, self.words)

    def under(self, heading: Heading) -> tuple[NoteLine, ...]:
        """The sentences of one heading that are not taken out."""
        return tuple(one for one in self.lines if one.heading is heading and not one.gone)

    @property
    def gone(self) -> tuple[NoteLine, ...]:
        """The sentences that were taken out."""
        return tuple(one for one in self.lines if one.gone)


# the meeting


def arrive(desk: Desk, papers: Iterable[PaperMade] = ()) -> None:
    """Somebody opens the case: the meeting begins with the first change, unless one is not written down yet."""
    desk.arrive(_beginning(desk, desk.overview, papers))


def _beginning(desk: Desk, overview: Overview, papers: Iterable[PaperMade]) -> Meeting:
    overview = missing_in_danish(desk.record, overview, desk.library)
    return Meeting(begun_on=desk.today, begun_at=desk.now(), start=scene_of(desk.record, overview, papers))


def writing(desk: Desk, overview: Overview, papers: Iterable[PaperMade] = ()) -> Writing | None:
    """The draft of the meeting, in Danish, with what the adviser has done to it; None where nobody sits at the case."""
    meeting = desk.meeting
    if meeting is None:
        return None
    now = scene_of(desk.record, missing_in_danish(desk.record, overview, desk.library), (*papers, *_made(meeting)))
    with speaking(SOURCE_LANGUAGE):
        draft = note_draft(meeting.start, now, names_of(desk.library), on=meeting.begun_on)
        return Writing(meeting=meeting, lines=note_lines(draft, meeting), words=own_words(meeting))


def edit_line(desk: Desk, line: NoteLine, text: str) -> None:
    """A sentence in the adviser's words; the text of the facts, or none, is the draft's own again."""
    typed = "" if text.strip() == line.facts else text.strip()
    _edit(desk, Edit(key=line.key, heading=line.heading, text=typed, gone=line.gone, facts=line.facts))


def take_out(desk: Desk, line: NoteLine, *, gone: bool = True) -> None:
    """Take a sentence out of the note, or put it back."""
    typed = line.text if line.edited else ""
    _edit(desk, Edit(key=line.key, heading=line.heading, text=typed, gone=gone, facts=line.facts))


def write_under(desk: Desk, heading: Heading, text: str) -> None:
    """The adviser's own words under a heading."""
    _edit(desk, Edit(key=f"{WORDS}{heading}", heading=heading, text=text.rstrip()))


def paper_made(desk: Desk, name: str, title: str) -> None:
    """A paper was saved or printed: the note of the meeting tells so."""
    _edit(desk, Edit(key=f"{PAPER}{name}", text=title))


def _made(meeting: Meeting) -> tuple[PaperMade, ...]:
    return tuple(PaperMade(id=one.key, title=one.text) for one in meeting.edits if one.key.startswith(PAPER))


def _edit(desk: Desk, edit: Edit) -> None:
    if desk.meeting is not None:
        changed = with_edit(desk.meeting, edit)
        if changed != desk.meeting:
            desk.keep_meeting(changed)


def begin_anew(desk: Desk, overview: Overview, papers: Iterable[PaperMade] = ()) -> None:
    """A new meeting from how the case stands now; what the one before had changed is not drafted again."""
    desk.keep_meeting(None)
    desk.arrive(_beginning(desk, overview, papers))


def put_aside(desk: Desk, overview: Overview, papers: Iterable[PaperMade] = ()) -> None:
    """Keep the draft as an open note, to be closed later, and begin a new meeting. One step of the case."""
    wrote = writing(desk, overview, papers)
    if wrote is not None and wrote.text:
        note = _note(desk, wrote.text, title=title_of(wrote.meeting.begun_on), on=wrote.meeting.begun_on)
        desk.change(_("Læg notat til side"), paths.add(desk.record, NOTES, note))
    begin_anew(desk, overview, papers)


@speaking(SOURCE_LANGUAGE)
def title_of(on: date, kind: ContactKind | None = ContactKind.MEETING) -> str:
    """`Møde 20. november 2026`, as it is kept."""
    return f"{translated(CONTACTS)[kind] if kind is not None else 'Notat'} {day(on)}"


# the record


@dataclass(frozen=True, kw_only=True)
class Closing:
    """What the adviser says when a note is closed."""

    title: str
    on: date
    """The day it tells about."""
    by: str
    kind: ContactKind | None = None
    """How they met: written down as a contact of that day, where there is none yet. None: no contact."""


def close_meeting(desk: Desk, closing: Closing, text: str, overview: Overview, papers: Iterable[PaperMade] = ()) -> str:
    """Close the note of the meeting: a part of the record that is never changed. The next change begins a new meeting.
    Returns the id of the note. Raises StoreError; nothing is then closed."""
    record, contact = _with_contact(desk.record, closing, desk.today)
    note = replace(
        _note(desk, text, title=closing.title, on=closing.on),
        contact=contact,
        closed_on=desk.today,
        closed_by=closing.by.strip(),
    )
    desk.change(CLOSING, paths.add(record, NOTES, note))
    begin_anew(desk, overview, papers)
    return note.id


def close_open(desk: Desk, note_id: str, *, by: str) -> None:
    """Close a note that was put aside, or a correction, as it stands."""
    note: JournalNote = paths.get(desk.record, f"{NOTES}[{note_id}]")
    closed = replace(note, closed_on=desk.today, closed_by=by.strip(), entered_on=note.entered_on or desk.today)
    desk.change(CLOSING, paths.put(desk.record, f"{NOTES}[{note_id}]", closed))


@speaking(SOURCE_LANGUAGE)
def correction_of(record: Record, note_id: str, *, on: date) -> tuple[Record, str]:
    """The record with a new, open note that corrects a closed one, and its id."""
    wrong: JournalNote = paths.get(record, f"{NOTES}[{note_id}]")
    key = paths.next_id(record.case.notes, "n")
    told = f" {day(wrong.on)}" if wrong.on is not None else ""
    note = JournalNote(id=key, on=on, entered_on=on, title=f"Rettelse til notat{told}", corrects=note_id)
    return paths.add(record, NOTES, note), key


def _note(desk: Desk, text: str, *, title: str, on: date) -> JournalNote:
    key = paths.next_id(desk.record.case.notes, "n")
    return JournalNote(id=key, on=on, entered_on=desk.today, title=title.strip(), text=text)


def _with_contact(record: Record, closing: Closing, today: date) -> tuple[Record, str]:
    """The contact that the note tells about: the one that is written down, else a new one."""
    if closing.kind is None:
        return record, ""
    there = [one for one in record.case.contacts if one.on == closing.on and one.kind is closing.kind]
    if there:
        return record, there[-1].id
    key = paths.next_id(record.case.contacts, "k")
    met = Contact(id=key, on=closing.on, entered_on=today, kind=closing.kind, outcome=ContactOutcome.REACHED)
    return paths.add(record, "case.contacts", met), key


# own notes


def own_note(record: Record, *, on: date) -> tuple[Record, str]:
    """The record with a new own note, and its id."""
    key = paths.next_id(record.case.notes, "n")
    return paths.add(record, NOTES, JournalNote(id=key, on=on, entered_on=on, own=True)), key


def into_record(record: Record, note_id: str, *, on: date) -> Record:
    """An own note was shared or used in the case: from now on it is a part of it."""
    path = f"{NOTES}[{note_id}]"
    return paths.put(record, path, taken_in(paths.get(record, path), on=on))


def without_own_notes(record: Record) -> Record:
    """The record when the contact has ended: the own notes are gone."""
    own = {one.id for one in own_notes(record.case)}
    return paths.put(record, NOTES, tuple(one for one in record.case.notes if one.id not in own))
