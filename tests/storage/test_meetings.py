"""How a case stood when a meeting began: kept with the case, encrypted, in no step of undo, gone with the case."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

from any_record import any_value
from hypothesis import HealthCheck, given, settings
from sqlalchemy import select

from budgetdesk.casework.meeting import Edit, Figures, Meeting, Scene
from budgetdesk.casework.record import Record
from budgetdesk.household.case import Case, Person
from budgetdesk.household.words import Role
from budgetdesk.storage.case_store import Database, SqlCaseStore
from budgetdesk.storage.store import Store
from budgetdesk.storage.tables import meetings

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
NADIA = Case(persons=(Person(id="p1", role=Role.TENANT, name="Nadia Skovgaard"),))
MEETING = Meeting(
    begun_on=date(2026, 11, 20),
    begun_at=NOON,
    start=Scene(case=NADIA, figures=Figures(income=Decimal("19588.18")), unknown=("Boligens areal",)),
    edits=(Edit(key="figures:", gone=True), Edit(key="words:seen", heading="seen", text="Vi så på kvitteringer.")),
)


def a_case(database: Database) -> SqlCaseStore:
    store = Store(database)
    return store.case(store.add_case(None, Record(), year=2026, at=NOON))


def test_a_meeting_comes_back_whole_and_can_be_forgotten(database: Database) -> None:
    keeper = a_case(database)
    assert keeper.meeting() is None
    keeper.keep_meeting(MEETING)
    assert keeper.meeting() == MEETING
    keeper.keep_meeting(None)

    assert keeper.meeting() is None


def test_any_case_can_be_the_start_of_a_meeting(database: Database) -> None:
    keeper = a_case(database)

    @settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
    @given(any_value(Case))
    def check(case: Case) -> None:
        meeting = Meeting(begun_on=date(2026, 11, 20), begun_at=NOON, start=Scene(case=case))
        keeper.keep_meeting(meeting)
        assert keeper.meeting() == meeting

    check()


def test_undo_and_redo_leave_the_meeting_as_it_is(database: Database) -> None:
    keeper = a_case(database)
    before = keeper.load().record
    keeper.change("navn", before, Record(case=NADIA), merge="", at=NOON)
    keeper.keep_meeting(MEETING)
    kept = keeper.undo(keeper.load().record, at=NOON)

    assert keeper.meeting() == MEETING
    assert kept.record.case.persons == ()


def test_the_meeting_goes_when_the_case_is_erased(database: Database) -> None:
    store = Store(database)
    number = store.add_case(None, Record(), year=2026, at=NOON)
    store.case(number).keep_meeting(MEETING)
    with database.transaction() as connection:
        assert connection.execute(select(meetings.c.case_id)).scalars().all() == [number]
    store.erase_case(number, secret=bytes(32), on=date(2026, 11, 20))

    with database.transaction() as connection:
        assert connection.execute(select(meetings.c.case_id)).scalars().all() == []


def test_nothing_of_a_meeting_can_be_read_in_the_file(database: Database) -> None:
    a_case(database).keep_meeting(MEETING)
    path = database.path
    if not isinstance(path, Path) or not path.exists():
        return  # PostgreSQL keeps its files itself

    everything = b"".join(file.read_bytes() for file in path.parent.iterdir() if file.is_file())
    assert b"Skovgaard" not in everything
    assert b"kvitteringer" not in everything
