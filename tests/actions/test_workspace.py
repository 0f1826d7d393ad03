"""The opened store as window and command line hold it: cases, documents, settings, the lock, the passphrase."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from budgetdesk import data_files
from budgetdesk.actions.workspace import Workspace
from budgetdesk.casework.record import Record
from budgetdesk.errors import CaseFileError, NoKeyError, StoreError, StoreNotWritableError, WrongKeyError
from budgetdesk.household import paths
from budgetdesk.household.case import Person
from budgetdesk.household.words import Role
from budgetdesk.readers.case_file import sample_case
from budgetdesk.storage.keyrings import NO_KEYRING, Keyring

TODAY = date(2026, 11, 20)
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
PASSPHRASE = "en hel sætning"


class MemoryBackend:
    """A keyring that works, for as long as the test lasts."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


@pytest.fixture
def workspace(profile: Path) -> Iterator[Workspace]:
    with Workspace.create(
        profile, passphrase=PASSPHRASE, today=TODAY, clock=lambda: NOON, keyring=NO_KEYRING
    ) as opened:
        yield opened


def test_cases_are_numbered_by_year(workspace: Workspace) -> None:
    numbers = [workspace.new_case().case_id for _ in range(3)]

    assert numbers == ["2026-0001", "2026-0002", "2026-0003"]
    assert workspace.desk("2026-0002").record.case.info.number == "2026-0002"


def test_a_number_is_never_used_twice_also_when_its_case_lies_in_the_bin(workspace: Workspace) -> None:
    workspace.new_case()
    workspace.delete_case("2026-0001")

    assert workspace.new_case().case_id == "2026-0002"


def test_the_list_of_cases_names_the_tenant(workspace: Workspace) -> None:
    desk = workspace.new_case()
    people = (Person(id="p1", role=Role.CHILD, name="Alma"), Person(id="p2", role=Role.TENANT, name="Nadia"))
    desk.change("personer", paths.put(desk.record, "case.persons", people))
    listed = workspace.cases()

    assert [(c.id, c.tenant, c.saved_at) for c in listed] == [("2026-0001", "Nadia", NOON)]


def test_a_deleted_case_can_be_taken_back_until_it_is_erased(workspace: Workspace) -> None:
    workspace.new_case()
    workspace.delete_case("2026-0001")
    assert workspace.cases() == ()
    assert [c.id for c in workspace.cases(binned=True)] == ["2026-0001"]

    workspace.restore_case("2026-0001")
    assert [c.id for c in workspace.cases()] == ["2026-0001"]

    workspace.erase_case("2026-0001")
    assert (workspace.cases(), workspace.cases(binned=True)) == ((), ())
    with pytest.raises(StoreError, match="2026-0001"):
        workspace.desk("2026-0001")


@pytest.mark.parametrize("action", ["delete_case", "restore_case", "erase_case", "desk"])
def test_a_case_that_does_not_exist_is_said(workspace: Workspace, action: str) -> None:
    with pytest.raises(StoreError, match="1999-0001"):
        getattr(workspace, action)("1999-0001")


def test_the_sample_household_comes_in_goes_out_and_comes_in_again_the_same(
    workspace: Workspace, tmp_path: Path
) -> None:
    desk, _ = workspace.import_case(data_files.path("sample", "case.json"))
    workspace.export_case(desk.case_id, tmp_path / "ud.json")
    again, _ = workspace.import_case(tmp_path / "ud.json")

    assert again.case_id != desk.case_id
    same = paths.put(again.record, "case.info.number", desk.case_id)
    assert same.case == paths.put(sample_case(today=TODAY), "info.number", desk.case_id)


def test_a_case_file_that_cannot_be_read_makes_no_case(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "nej.json").write_text("{}")
    with pytest.raises(CaseFileError):
        workspace.import_case(tmp_path / "nej.json")

    assert workspace.cases() == ()


def test_an_export_to_a_place_that_is_not_there_is_said(workspace: Workspace, tmp_path: Path) -> None:
    workspace.new_case()
    with pytest.raises(StoreNotWritableError):
        workspace.export_case("2026-0001", tmp_path / "væk" / "ud.json")


def test_a_new_case_may_begin_with_facts(workspace: Workspace) -> None:
    record = Record(case=sample_case(today=TODAY))
    desk = workspace.new_case(record)

    assert desk.record.case.persons == record.case.persons
    assert desk.can_undo is None


def test_documents_are_kept_and_checked(workspace: Workspace) -> None:
    desk = workspace.new_case()
    number = workspace.save_document(desk.case_id, kind="budget", title="Budget", pdf=b"%PDF-1", sealed=True)
    (listed,) = workspace.documents(desk.case_id)

    assert (listed.id, listed.kind, listed.made_on, listed.sealed) == (number, "budget", TODAY, True)
    assert workspace.document(number) == b"%PDF-1"
    with pytest.raises(StoreError, match="findes ikke"):
        workspace.document(number + 1)


def test_a_document_needs_a_case(workspace: Workspace) -> None:
    with pytest.raises(StoreError):
        workspace.save_document("1999-0001", kind="budget", title="x", pdf=b"%PDF")


def test_settings_are_kept(workspace: Workspace) -> None:
    assert workspace.setting("tema") is None
    workspace.save_setting("tema", {"mørk": True, "størrelse": [1, 2]})
    assert workspace.setting("tema") == {"mørk": True, "størrelse": [1, 2]}
    workspace.save_setting("tema", None)
    assert workspace.setting("tema") is None


def test_a_locked_workspace_answers_nothing_and_opens_again(workspace: Workspace) -> None:
    desk = workspace.new_case()
    workspace.lock()
    assert workspace.locked
    for ask in (workspace.cases, workspace.check, workspace.new_case):
        with pytest.raises(StoreError, match="låst"):
            ask()
    with pytest.raises(WrongKeyError):
        workspace.unlock("noget helt andet")

    workspace.unlock(PASSPHRASE)
    assert [c.id for c in workspace.cases()] == [desk.case_id]


def test_a_desk_of_a_locked_workspace_saves_nothing(workspace: Workspace) -> None:
    desk = workspace.new_case()
    workspace.lock()
    with pytest.raises(StoreError):
        desk.change("x", paths.put(desk.record, "case.tenancy.landlord", "x"))

    assert desk.record.case.tenancy.landlord == ""


def test_everything_is_there_again_the_next_day(profile: Path) -> None:
    with Workspace.create(profile, passphrase=PASSPHRASE, today=TODAY, keyring=NO_KEYRING) as first:
        desk = first.new_case()
        desk.change("udlejer", paths.put(desk.record, "case.tenancy.landlord", "Lærkely"))
        desk.set_draft("case.tenancy.deposit", "to tusind")
    with Workspace.open(profile, passphrase=PASSPHRASE, today=date(2026, 11, 21), keyring=NO_KEYRING) as second:
        desk = second.desk("2026-0001")

        assert desk.drafts == {"case.tenancy.deposit": "to tusind"}
        assert desk.undo() == "udlejer"
        assert [step.undone for step in second.history("2026-0001")] == [True]


def test_the_passphrase_can_be_changed(workspace: Workspace) -> None:
    workspace.new_case()
    with pytest.raises(WrongKeyError):
        workspace.change_passphrase("en ny sætning", old="gættet forkert")
    workspace.change_passphrase("en ny sætning", old=PASSPHRASE)
    workspace.lock()
    with pytest.raises(WrongKeyError):
        workspace.unlock(PASSPHRASE)

    workspace.unlock("en ny sætning")
    assert len(workspace.cases()) == 1


def test_a_keyring_opens_without_a_passphrase_until_it_forgets(profile: Path) -> None:
    keyring = Keyring(MemoryBackend())
    Workspace.create(profile, passphrase=PASSPHRASE, today=TODAY, keyring=keyring).close()
    with Workspace.open(profile, today=TODAY, keyring=keyring) as workspace:
        workspace.remember_key(False)
    with pytest.raises(NoKeyError):
        Workspace.open(profile, today=TODAY, keyring=keyring)

    with Workspace.open(profile, passphrase=PASSPHRASE, today=TODAY, keyring=keyring) as workspace:
        assert workspace.remember_key(True)
    Workspace.open(profile, today=TODAY, keyring=keyring).close()


def test_a_first_start_need_not_be_remembered(profile: Path) -> None:
    backend = MemoryBackend()
    Workspace.create(profile, passphrase=PASSPHRASE, today=TODAY, keyring=Keyring(backend), remember=False).close()

    assert backend.kept == {}


def test_where_only_the_keyring_has_the_key_it_says_so_and_does_not_forget_it(profile: Path) -> None:
    keyring = Keyring(MemoryBackend())
    with Workspace.create(profile, today=TODAY, keyring=keyring) as workspace:
        assert not workspace.has_passphrase
        with pytest.raises(NoKeyError):
            workspace.remember_key(False)
        workspace.change_passphrase(PASSPHRASE)
        assert workspace.has_passphrase

    Workspace.open(profile, passphrase=PASSPHRASE, today=TODAY, keyring=NO_KEYRING).close()


def test_a_lost_keyring_costs_nothing_where_there_is_a_passphrase(profile: Path) -> None:
    Workspace.create(profile, passphrase=PASSPHRASE, today=TODAY, keyring=Keyring(MemoryBackend())).close()

    Workspace.open(profile, passphrase=PASSPHRASE, today=TODAY, keyring=Keyring(MemoryBackend())).close()
