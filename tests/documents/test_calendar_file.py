"""The calendar file, read back by another library (vobject) and by hand: RFC 5545."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from budgetdesk.casework.calendar import Entry, EntryKind, Told, clock_time, entries
from budgetdesk.documents.calendar_file import calendar_file
from budgetdesk.household.case import Arrears, ArrearsRow, Case, Conversation, Person, Tenancy, Todo
from budgetdesk.household.course import Contact
from budgetdesk.household.words import ContactKind, Letter, Role
from budgetdesk.money import ZERO

FRIDAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 9, 42, tzinfo=UTC)
NUMBER = "2026-0143"


def case(*todos: Todo) -> Case:
    return Case(
        persons=(Person(id="p1", role=Role.TENANT, name="Nadia Skovgaard"),),
        conversation=Conversation(next_steps=todos),
    )


def events(data: bytes) -> list[Any]:
    return list(vobject.readOne(data.decode("utf-8")).contents.get("vevent", []))


def made(of: Case, told: Told = Told.NUMBER, now: datetime = NOW) -> bytes:
    return calendar_file(entries(of, NUMBER, on=FRIDAY), told=told, now=now)


MEETING = Todo(
    id="n1", who="Rådgiver og lejer", what="Mødes hos Nadia", by=date(2026, 11, 24), time="10.00", meeting=True
)
TASK = Todo(id="n2", who="Lejer", what="Find lønsedlen", by=date(2026, 11, 26))


def test_a_meeting_stands_at_its_time_and_a_task_on_its_whole_day() -> None:
    meeting, task = events(made(case(MEETING, TASK)))

    assert meeting.dtstart.value.astimezone(UTC) == datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
    assert meeting.transp.value == "OPAQUE"
    assert (task.dtstart.value, task.dtend.value) == (date(2026, 11, 26), date(2026, 11, 27))
    assert task.transp.value == "TRANSPARENT"


def test_summer_time_is_an_hour_off_utc_more() -> None:
    summer = replace(MEETING, by=date(2027, 6, 1))

    assert events(made(case(summer)))[0].dtstart.value.astimezone(UTC).hour == 8


def test_by_default_only_the_number_and_the_kind_of_day_are_told() -> None:
    data = made(case(MEETING, TASK)).decode("utf-8")

    assert "Nadia" not in data
    assert "lønsedlen" not in data
    assert [event.summary.value for event in events(data.encode())] == ["Sag 2026-0143: møde", "Sag 2026-0143: opgave"]


def test_more_is_told_only_where_it_was_chosen() -> None:
    by_task, by_name = made(case(TASK), Told.TASK), made(case(TASK), Told.NAME)

    assert events(by_task)[0].summary.value == "Sag 2026-0143: find lønsedlen"
    assert events(by_name)[0].summary.value == "Nadia Skovgaard (sag 2026-0143): find lønsedlen"


def test_reading_it_in_again_updates_the_same_entry() -> None:
    first = events(made(case(TASK)))[0]
    later = events(made(case(replace(TASK, by=date(2026, 12, 1))), now=NOW + timedelta(hours=2)))[0]

    assert first.uid.value == later.uid.value
    assert int(later.sequence.value) > int(first.sequence.value)
    assert NUMBER not in first.uid.value


def test_the_entries_of_two_cases_never_share_a_name() -> None:
    one = {entry.uid for entry in entries(case(TASK, MEETING), "2026-0001", on=FRIDAY)}
    other = {entry.uid for entry in entries(case(TASK, MEETING), "2026-0002", on=FRIDAY)}

    assert len(one) == 2
    assert not one & other


def test_a_task_that_is_done_is_marked_and_reminds_nobody() -> None:
    event = events(made(case(replace(TASK, done=FRIDAY))))[0]

    assert event.summary.value.startswith("Gjort: ")
    assert "valarm" not in event.contents
    assert not events(made(case(replace(TASK, done=FRIDAY - timedelta(days=31)))))


def test_days_of_the_clock_and_of_contact_are_there_once() -> None:
    arrears = Arrears(
        rows=(ArrearsRow(id="r1", amount=ZERO + 7600),), letter=Letter.PAAKRAV, letter_arrived=date(2026, 11, 17)
    )
    again = Contact(
        id="k1", on=FRIDAY, kind=ContactKind.PHONE, next_step="Ring igen", next_on=date(2026, 11, 23), next_time="17.00"
    )
    of = replace(case(), arrears=arrears, tenancy=Tenancy(kind="almen"), contacts=(again,))
    found = entries(of, NUMBER, on=FRIDAY)

    assert [(entry.kind, entry.on, entry.at) for entry in found] == [
        (EntryKind.CONTACT, date(2026, 11, 23), time(17)),
        (EntryKind.DEADLINE, date(2026, 12, 1), None),
    ]
    taken = replace(
        of, conversation=Conversation(next_steps=(replace(TASK, by=date(2026, 12, 1), source="clock:pay_by"),))
    )
    assert [entry.uid for entry in entries(taken, NUMBER, on=FRIDAY)] == [entry.uid for entry in found]


def test_the_file_keeps_to_the_shape_of_the_standard() -> None:
    """RFC 5545: CRLF, lines of at most 75 octets, what a calendar and an event must have."""
    long = replace(TASK, what="Årsopgørelsen; skal, med \\ alle bilag " * 8)
    data = made(case(long, MEETING), Told.TASK)
    lines = data.split(b"\r\n")

    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(map(len, lines)) <= 75
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert data.count(b"BEGIN:VEVENT") == data.count(b"\r\nUID:") == data.count(b"\r\nDTSTAMP:") == 2
    assert data.count(b"BEGIN:VALARM") == 2
    assert long.what[1:].strip() in events(data)[1].summary.value


@settings(max_examples=40)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=80), st.booleans())
def test_whatever_is_written_comes_back_from_the_other_reader(what: str, meeting: bool) -> None:
    entry = Entry(uid="u@x", case=NUMBER, kind=EntryKind.MEETING if meeting else EntryKind.TASK, on=FRIDAY, what=what)
    found = events(calendar_file([entry], told=Told.TASK, now=NOW))

    assert len(found) == 1
    assert what[1:].strip() in found[0].summary.value


def test_a_time_is_read_as_people_write_it() -> None:
    assert clock_time("14.30") == clock_time("14:30") == time(14, 30)
    assert clock_time("") is clock_time("25.00") is clock_time("om aftenen") is None
