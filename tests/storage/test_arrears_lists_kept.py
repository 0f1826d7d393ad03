"""A landlord's list in the store: nothing before somebody says yes, all or nothing, and gone without a trace."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
import typist
from planted import decrypted, log_decrypted
from sqlalchemy import text

from budgetdesk.actions import arrears_imports, list_calls
from budgetdesk.actions.arrears_imports import Keep, ListLook, Looked
from budgetdesk.actions.workspace import Workspace
from budgetdesk.casework.arrears_entries import Column
from budgetdesk.casework.arrears_match import How
from budgetdesk.casework.arrears_people import ListInfo, Since
from budgetdesk.casework.record import Record
from budgetdesk.errors import ArrearsListError, BadInputError, StoreError, UserCancelled
from budgetdesk.household.case import Case, CaseInfo, Person, Tenancy
from budgetdesk.household.words import Letter, Role
from budgetdesk.storage.keyrings import NO_KEYRING

HEAD = "Lejemål;Navn;Adresse;CPR-nr;Forfald;Restance;Bemærkning"
OCTOBER = f"""{HEAD}
12-34-1;Nadia Skovgaard;Lærkevej 12, 3. tv;120489-1234;01-10-2026;600,00;
12-34-2;Bo Kvistelund;Bakkevej 7;010170-1111;01-10-2026;9.000,00;
12-34-9;Væk Bortgang;Vejen 1;010170-9999;01-10-2026;900,00;
"""
NOVEMBER = f"""{HEAD}
12-34-1;Nadia Skovgaard;Lærkevej 12, 3. tv;120489-1234;01-11-2026;7.600,00;ring helst ikke
12-34-1;Nadia Skovgaard;Lærkevej 12, 3. tv;120489-1234;01-10-2026;335,00;
12-34-2;Bo Kvistelund;Bakkevej 7;010170-1111;01-10-2026;5.000,00;
12-34-3;Zebulon Æblegren;Bakkevej 9;010180-2222;01-11-2026;4.000,00;
"""
DECEMBER = f"""{HEAD}
12-34-9;Væk Bortgang;Vejen 1;010170-9999;01-11-2026;500,00;
12-34-2;Bo Kvistelund;Bakkevej 7;010170-1111;01-10-2026;5.000,00;
"""
SENDER = "Boligforeningen Lærkely"
TODAY = typist.TODAY


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(
        tmp_path / "sager", passphrase=typist.PASSPHRASE, today=TODAY, clock=lambda: typist.NOON, keyring=NO_KEYRING
    ) as made:
        yield made


def nadia() -> Record:
    return Record(
        case=Case(
            info=CaseInfo(number="s1"),
            persons=(Person(id="p1", role=Role.TENANT, name="Nadia Skovgaard", cpr="120489-1234"),),
            tenancy=Tenancy(address="Lærkevej 12, 3. tv, 2650 Hvidovre"),
        )
    )


def looked(workspace: Workspace, data: str) -> tuple[Looked, ListLook, Keep]:
    found = arrears_imports.look_at(workspace, ("liste.csv", data.encode()))
    shown = arrears_imports.preview(workspace, found, found.at, found.layout)
    keep = arrears_imports.proposed(workspace, found)
    return found, shown, replace(keep, sender=SENDER, legal_basis="Aftale med udlejer", by="Karen")


def taken(workspace: Workspace, data: str, stated_on: date) -> ListInfo:
    found, shown, keep = looked(workspace, data)
    return arrears_imports.take_in(workspace, found, shown, replace(keep, stated_on=stated_on))


def three(workspace: Workspace) -> list[ListInfo]:
    days = (date(2026, 9, 1), date(2026, 10, 1), TODAY)
    lists = zip((OCTOBER, NOVEMBER, DECEMBER), days, strict=True)
    return [taken(workspace, data, day) for data, day in lists]


def rows(workspace: Workspace) -> int:
    with workspace.arrears_lists._database.transaction() as connection:
        counts = [connection.scalar(text(f"SELECT count(*) FROM {name}")) for name in _TABLES]  # noqa: S608 - our own
    return sum(int(count or 0) for count in counts)


_TABLES = ("arrears_lists", "arrears_list_rows")


def everything(workspace: Workspace) -> bytes:
    key, database = bytes(workspace.opened._key), workspace.folder / "budgetdesk.db"
    return decrypted(database, key) + log_decrypted(database.with_name(f"{database.name}-wal"), key)


def test_looking_at_a_list_keeps_nothing(workspace: Workspace) -> None:
    _, shown, _ = looked(workspace, NOVEMBER)

    assert (shown.tally.rows, shown.tally.total) == (4, Decimal(16935))
    assert shown.left_out == ("CPR-nr", "Bemærkning")
    assert rows(workspace) == 0
    assert arrears_imports.layouts(workspace) == ()


def test_only_the_columns_the_work_needs_are_kept_and_what_was_not_is_said(workspace: Workspace) -> None:
    info = taken(workspace, NOVEMBER, TODAY)
    found = everything(workspace)

    assert "Zebulon Æblegren".encode() in found
    assert all(word.encode() not in found for word in ("010180", "1201801", "ring helst ikke"))
    assert info.left_out == ("CPR-nr", "Bemærkning")
    assert (info.purpose, info.legal_basis, info.keep_until) == (
        "Kontakte lejere med restance og tilbyde hjælp, før de mister boligen",
        "Aftale med udlejer",
        TODAY + timedelta(days=92),
    )


def test_the_number_of_a_person_finds_the_case_and_is_not_kept(workspace: Workspace) -> None:
    case = workspace.new_case(nadia(), number="s1")
    found, _, keep = looked(workspace, NOVEMBER.replace("Nadia Skovgaard", "N S").replace("Lærkevej 12, 3. tv", ""))
    chosen = replace(found.layout, places={**found.layout.places, Column.CPR: (3,)})
    shown = arrears_imports.preview(workspace, found, found.at, chosen)
    info = arrears_imports.take_in(workspace, found, shown, keep)
    calls = list_calls.calls_of(workspace, info.id).listed.calls

    assert (shown.cpr_read, shown.left_out) == (True, ("CPR-nr", "Bemærkning"))
    assert [call.person.how for call in calls if call.person.case_id == case.case_id] == [How.CPR]
    assert b"0101802222" not in everything(workspace)
    assert all(entry.cpr == "" for entry in shown.sample)


def test_how_it_went_since_the_senders_list_before(workspace: Workspace) -> None:
    lists = three(workspace)
    november = {c.person.key: c.person for c in list_calls.calls_of(workspace, lists[1].id).listed.calls}
    december = list_calls.calls_of(workspace, lists[2].id).listed

    assert {key: (one.since, one.before) for key, one in november.items()} == {
        "nr:12-34-1": (Since.GROWN, Decimal(600)),
        "nr:12-34-2": (Since.SHRUNK, Decimal(9000)),
        "nr:12-34-3": (Since.FIRST, None),
    }
    assert november["nr:12-34-1"].owed == Decimal(7935)
    assert {call.person.key: call.person.since for call in december.calls} == {
        "nr:12-34-9": Since.RETURNED,
        "nr:12-34-2": Since.SAME,
    }
    assert [(one.name, one.owed) for one in december.gone] == [
        ("Nadia Skovgaard", Decimal(7935)),
        ("Zebulon Æblegren", Decimal(4000)),
    ]


def test_another_senders_list_is_not_the_one_before(workspace: Workspace) -> None:
    taken(workspace, OCTOBER, date(2026, 10, 1))
    found, shown, keep = looked(workspace, NOVEMBER)
    info = arrears_imports.take_in(workspace, found, shown, replace(keep, sender="En anden"))
    listed = list_calls.calls_of(workspace, info.id).listed

    assert {call.person.since for call in listed.calls} == {Since.UNKNOWN}
    assert listed.gone == ()


def test_a_new_one_becomes_a_case_and_is_known_on_all_lists(workspace: Workspace) -> None:
    lists = three(workspace)
    calls = list_calls.calls_of(workspace, lists[2].id).listed.calls
    person = next(call.person for call in calls if call.person.key == "nr:12-34-9")
    desk = list_calls.make_case(workspace, lists[2], person)
    case = desk.record.case

    assert (case.tenant and case.tenant.name, case.tenancy.number, case.tenancy.landlord) == (
        "Væk Bortgang", "12-34-9", SENDER,
    )  # fmt: skip
    assert (case.arrears.total, case.arrears.stated_on, case.arrears.letter) == (Decimal(500), TODAY, Letter.NONE)
    assert (case.info.type, case.course.referred_by, case.contacts) == ("udsaettelsestruet", ("restanceliste",), ())
    for info in (lists[0], lists[2]):
        again = {c.person.key: c.person for c in list_calls.calls_of(workspace, info.id).listed.calls}
        assert (again["nr:12-34-9"].case_id, again["nr:12-34-9"].how) == (desk.case_id, How.CHOSEN)
    assert taken(workspace, DECEMBER, TODAY).rows == 2
    newest = list_calls.calls_of(workspace, arrears_imports.lists(workspace)[0].id).listed.calls
    assert {call.person.case_id for call in newest} == {desk.case_id, None}


def test_a_doubt_is_asked_about_and_the_answer_is_remembered(workspace: Workspace) -> None:
    case = workspace.new_case(nadia(), number="s1")
    info = taken(workspace, NOVEMBER.replace("Nadia", "Nadja"), TODAY)
    before = list_calls.calls_of(workspace, info.id)
    doubtful = next(call.person for call in before.listed.calls if call.person.how is How.DOUBT)
    list_calls.say_same(workspace, info.id, doubtful, case.case_id)
    after = list_calls.calls_of(workspace, info.id)
    list_calls.say_nobody(workspace, info.id, doubtful)
    taken_back = list_calls.calls_of(workspace, info.id)

    assert [one.case_id for one in before.candidates[doubtful.key]] == [case.case_id]
    assert before.candidates[doubtful.key][0].name == "Nadia Skovgaard"
    assert {c.person.case_id for c in after.listed.calls} == {case.case_id, None}
    assert after.candidates == {}
    assert {c.person.case_id for c in taken_back.listed.calls} == {None}
    assert taken_back.candidates == {}


def test_what_was_said_holds_for_the_next_list_while_the_number_has_the_same_tenant(workspace: Workspace) -> None:
    case = workspace.new_case(nadia(), number="s1")
    doubtful = NOVEMBER.replace("Nadia", "Nadja")
    info = taken(workspace, doubtful, date(2026, 10, 1))
    person = next(c.person for c in list_calls.calls_of(workspace, info.id).listed.calls if c.person.how is How.DOUBT)

    def next_list(data: str) -> set[tuple[How, str | None]]:
        found = taken(workspace, data, TODAY)
        calls = list_calls.calls_of(workspace, found.id).listed.calls
        return {(c.person.how, c.person.case_id) for c in calls if c.person.key == "nr:12-34-1"}

    list_calls.say_nobody(workspace, info.id, person)
    assert next_list(doubtful) == {(How.OTHER, None)}
    list_calls.say_same(workspace, info.id, person, case.case_id)
    assert next_list(doubtful) == {(How.CHOSEN, "s1")}
    assert next_list(NOVEMBER.replace("Nadia Skovgaard", "Ny Lejer")) == {(How.NOBODY, None)}


def test_undoing_or_deleting_a_list_leaves_no_trace(workspace: Workspace) -> None:
    info = taken(workspace, NOVEMBER, TODAY)
    words = [word.encode() for word in ("Zebulon", "Æblegren", "Kvistelund", "nr:12-34-3", "Bakkevej 9")]
    before = everything(workspace)
    arrears_imports.remove(workspace, info.id)
    after = everything(workspace)

    assert all(word in before for word in words)
    assert [word for word in words if word in after] == []
    assert (rows(workspace), arrears_imports.lists(workspace)) == (0, ())
    with pytest.raises(StoreError, match="findes ikke mere"):
        list_calls.calls_of(workspace, info.id)


def test_what_is_stopped_or_breaks_half_way_leaves_nothing(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(arrears_imports, "AT_ONCE", 2)
    found, shown, keep = looked(workspace, NOVEMBER)

    def stop(count: int) -> None:
        if count >= 4:
            raise UserCancelled

    with pytest.raises(UserCancelled):
        arrears_imports.take_in(workspace, found, shown, keep, told=stop)
    changed = replace(shown, tally=replace(shown.tally, total=Decimal(1)))
    with pytest.raises(ArrearsListError, match="Filen er ændret"):
        arrears_imports.take_in(workspace, found, changed, keep)

    assert rows(workspace) == 0
    assert b"Kvistelund" not in everything(workspace)


def test_a_list_that_a_crash_left_half_way_is_not_shown_and_goes_with_the_next(workspace: Workspace) -> None:
    _, _, keep = looked(workspace, NOVEMBER)
    head = ListInfo(id=0, sender=keep.sender, stated_on=TODAY, taken_on=TODAY, keep_until=keep.keep_until)
    workspace.arrears_lists.begin(head)
    assert arrears_imports.lists(workspace) == ()
    taken(workspace, NOVEMBER, TODAY)

    assert rows(workspace) == 1 + 4


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"sender": " "}, "hvem listen er fra"),
        ({"legal_basis": ""}, "hvad I må bruge den efter"),
        ({"purpose": ""}, "hvad listen skal bruges til"),
        ({"stated_on": TODAY + timedelta(days=1)}, "fremtiden"),
        ({"keep_until": TODAY - timedelta(days=1)}, "er gået"),
        ({"keep_until": TODAY + timedelta(days=400)}, "højst 366 dage"),
    ],
)
def test_a_list_is_not_kept_before_all_is_said(change: dict[str, object], told: str) -> None:
    keep = Keep(sender="x", stated_on=TODAY, purpose="p", legal_basis="g", keep_until=TODAY)
    arrears_imports.check(keep, on=TODAY)

    with pytest.raises(BadInputError, match=told):
        arrears_imports.check(replace(keep, **change), on=TODAY)  # type: ignore[arg-type]


def test_a_list_past_its_last_day_is_told_and_nothing_is_deleted_unasked(workspace: Workspace) -> None:
    info = taken(workspace, NOVEMBER, TODAY)
    assert arrears_imports.due_lists(workspace) == ()
    workspace.today = info.keep_until + timedelta(days=1)

    assert [one.id for one in arrears_imports.due_lists(workspace)] == [info.id]
    assert rows(workspace) == 5


def test_the_same_senders_next_list_begins_as_the_last(workspace: Workspace) -> None:
    taken(workspace, OCTOBER, date(2026, 10, 1))
    found = arrears_imports.look_at(workspace, ("næste.csv", f"Restanceliste 15-11-2026\n{NOVEMBER}".encode()))
    keep = arrears_imports.proposed(workspace, found)

    assert found.remembered
    assert (found.layout.header_line, keep.sender, keep.legal_basis, keep.stated_on) == (
        1, SENDER, "Aftale med udlejer", date(2026, 11, 15),
    )  # fmt: skip


def test_erasing_a_case_takes_its_rows_on_every_list_with_it(workspace: Workspace) -> None:
    case = workspace.new_case(nadia(), number="s1")
    lists = three(workspace)
    by_number_only = OCTOBER.replace("Nadia Skovgaard;Lærkevej 12, 3. tv", "Skovgaard;")
    older = taken(workspace, by_number_only, date(2026, 8, 1))
    found, shown, keep = looked(workspace, NOVEMBER.replace("Nadia Skovgaard;Lærkevej 12, 3. tv", "Ole Olsen;Vej 2"))
    other = arrears_imports.take_in(workspace, found, shown, replace(keep, sender="En anden udlejer"))
    workspace.erase_case(case.case_id)

    assert all(word not in everything(workspace) for word in (b"Nadia", b"Skovgaard", "Lærkevej 12".encode()))
    left = [len(list_calls.calls_of(workspace, info.id).listed.calls) for info in (*lists, older, other)]
    assert left == [2, 2, 2, 2, 3]  # another landlord's number is another tenant's
