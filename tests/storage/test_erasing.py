"""After a case is erased nothing of it can be found: not in the pages, the log, or a restored old backup."""

from __future__ import annotations

import ast
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import typist
from planted import PLACES, decrypted, log_decrypted, plant, planted_in, undo_something
from sqlalchemy import inspect, text

from budgetdesk.actions.learning import SETTING as LEARNED
from budgetdesk.actions.workspace import Workspace
from budgetdesk.casework.record import Record
from budgetdesk.errors import StoreNotWritableError
from budgetdesk.household import paths
from budgetdesk.household.case import Person
from budgetdesk.household.words import Role
from budgetdesk.storage import backup_file, erasing, restoring
from budgetdesk.storage.case_store import Database
from budgetdesk.storage.erasing import ABOUT_PEOPLE, APART, CLEANSE_DUE, OF_THE_HOUSE
from budgetdesk.storage.keyrings import NO_KEYRING

AT = datetime(2026, 11, 21, 8, tzinfo=UTC)
SECRET = restoring.Secret(passphrase=typist.PASSPHRASE)
FOUND = {*PLACES, "cpr", "phone"} - {"summary"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "sager"


def create(folder: Path) -> Workspace:
    return Workspace.create(
        folder, passphrase=typist.PASSPHRASE, today=typist.TODAY, clock=lambda: typist.NOON, keyring=NO_KEYRING
    )


def everything(folder: Path, key: bytes) -> bytes:
    """All pages and the log, decrypted, and every other file of the profile as it lies."""
    database = folder / "budgetdesk.db"
    ours = {database.name, f"{database.name}-wal", f"{database.name}-shm"}
    others = [file for file in folder.rglob("*") if file.is_file() and file.name not in ours]
    found = decrypted(database, key) + log_decrypted(database.with_name(f"{database.name}-wal"), key)
    for file in others:
        found += file.read_bytes()
        if file.name.endswith(backup_file.SUFFIX):
            found += decrypted(file, key)
    return found


def test_none_of_thirty_planted_words_is_left_in_the_store_or_in_a_restored_old_backup(
    folder: Path, tmp_path: Path
) -> None:
    usb = tmp_path / "usb"
    with create(folder) as workspace:
        key = bytes(workspace.opened._key)
        other = workspace.new_case()
        other.change("navn", named(other.record, "Ole Hansen"))
        desk = workspace.new_case()
        plant(workspace, desk)
        undo_something(desk)
        backup = workspace.opened.back_up(usb, at=AT)
        assert planted_in(everything(folder, key)) == FOUND  # the search finds what is there

        assert workspace.erase_case(desk.case_id, why="fristen er nået")

        assert free_pages(folder, key) == 0
        assert (folder / "budgetdesk.db-wal").stat().st_size == 0
        assert planted_in(everything(folder, key)) == set()  # while the store is open, too
        rules = workspace.setting(LEARNED)
        assert isinstance(rules, list)
        assert [rule["name"] for rule in rules] == ["Netto"]
        assert workspace.setting("statement_layouts") == ['{"title": "Banken"}']
        assert [case.id for case in workspace.cases()] == [other.case_id]
        assert workspace.check() == ()
    assert planted_in(everything(folder, key)) == set()
    assert planted_in(decrypted(backup.path, key)) == FOUND  # the backup itself is as it was

    done = restoring.restore(folder, backup_file.look(backup.path), SECRET, at=AT, today=date(2026, 11, 21))

    assert done.erased_again == 1
    assert free_pages(folder, key) == 0
    assert planted_in(_without_backups(folder, key)) == set()
    with typist.open_workspace(folder) as workspace:
        assert [case.id for case in workspace.cases()] == [other.case_id]
        assert workspace.check() == ()


def free_pages(folder: Path, key: bytes) -> int:
    """How many pages of the file are not in use, by its own head (bytes 36-39; the first 16 are not encrypted)."""
    return int.from_bytes(decrypted(folder / "budgetdesk.db", key)[20:24])


def _without_backups(folder: Path, key: bytes) -> bytes:
    return decrypted(folder / "budgetdesk.db", key) + log_decrypted(folder / "budgetdesk.db-wal", key)


def named(record: Record, name: str) -> Record:
    return paths.put(record, "case.persons", (Person(id="p1", role=Role.TENANT, name=name),))


def test_a_number_that_is_used_again_is_another_case_and_survives_a_restore(folder: Path, tmp_path: Path) -> None:
    times = iter(datetime(2026, 11, 20, 12, minute, tzinfo=UTC) for minute in range(60))
    with Workspace.create(
        folder, passphrase=typist.PASSPHRASE, today=typist.TODAY, clock=lambda: next(times), keyring=NO_KEYRING
    ) as workspace:
        first = workspace.new_case().case_id
        old = workspace.opened.back_up(tmp_path, at=AT)
        workspace.erase_case(first)
        assert workspace.new_case().case_id != first  # by itself it is not used again
        again = workspace.new_case(number=first).case_id
        new = workspace.opened.back_up(tmp_path, at=AT)
    assert again == first

    for backup, cases in ((new, 2), (old, 0)):
        done = restoring.restore(folder, backup_file.look(backup.path), SECRET, at=AT, today=typist.TODAY)
        assert done.cases == cases


def test_the_mark_of_an_erased_case_tells_nothing_and_lies_beside_the_backups(folder: Path, tmp_path: Path) -> None:
    with create(folder) as workspace:
        number = workspace.new_case().case_id
        workspace.opened.back_up(tmp_path / "usb", at=AT)
        workspace.erase_case(number)
        workspace.opened.back_up(tmp_path / "usb", at=AT)

    for place in (folder, tmp_path / "usb"):
        told = (place / "budgetdesk.erased").read_text()
        assert number not in told
        assert told.count("2026-11-20") == 1


def test_a_backup_restored_on_another_computer_knows_the_marks_that_lie_beside_it(folder: Path, tmp_path: Path) -> None:
    usb = tmp_path / "usb"
    with create(folder) as workspace:
        number = workspace.new_case().case_id
        old = workspace.opened.back_up(usb, at=AT)
        workspace.erase_case(number)
        workspace.opened.back_up(usb, at=AT)

    done = restoring.restore(tmp_path / "ny", backup_file.look(old.path), SECRET, at=AT, today=typist.TODAY)

    assert (done.cases, done.erased_again) == (0, 1)


def test_what_a_power_cut_left_undone_is_done_at_the_next_opening(folder: Path) -> None:
    with create(folder) as workspace:
        key = bytes(workspace.opened._key)
        desk = workspace.new_case()
        plant(workspace, desk)
        secret = workspace.secret_for("erased")
        # Only the transaction: neither the marks nor the pages.
        workspace.opened.store.erase_case(desk.case_id, secret=secret, on=typist.TODAY)
        assert workspace.setting(CLEANSE_DUE) is True

    with typist.open_workspace(folder) as workspace:
        assert workspace.setting(CLEANSE_DUE) is None
        assert len((folder / "budgetdesk.erased").read_text()) > 64
    assert planted_in(everything(folder, key)) == set()


def test_nothing_is_left_either_where_the_disk_has_no_room_to_write_the_file_anew(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_database: Database) -> None:
        raise StoreNotWritableError("disken er fuld")

    with create(folder) as workspace:
        key = bytes(workspace.opened._key)
        desk = workspace.new_case()
        plant(workspace, desk)
    with typist.open_workspace(folder) as workspace:
        monkeypatch.setattr(erasing, "_vacuum", full)

        assert workspace.erase_case(desk.case_id) is False
        assert planted_in(everything(folder, key)) == set()
        assert workspace.setting(erasing.CLEANSE_DUE) is True
        assert workspace.cases() == ()


def test_every_table_that_holds_something_of_a_case_is_emptied_with_it(folder: Path) -> None:
    with create(folder) as workspace:
        desk = workspace.new_case()
        plant(workspace, desk)
        database = workspace.opened.store.database
        with database.transaction() as connection:
            tables = set(inspect(connection).get_table_names()) - {"alembic_version"}
            keyed = {
                name
                for name in tables
                for key in inspect(connection).get_foreign_keys(name)
                if key["referred_table"] == "cases" and key["options"].get("ondelete") == "CASCADE"
            }

        assert tables - keyed - APART.keys() == set()  # a new table: give it a case's key, or say here how it is rid

        workspace.erase_case(desk.case_id)
        with database.transaction() as connection:
            left = {name: connection.execute(text(f"SELECT count(*) FROM {name}")).scalar() for name in keyed}  # noqa: S608 -- names of our own tables
        assert {name for name, rows in left.items() if rows} - {"arrears_list_rows"} == set()
        assert left["arrears_list_rows"] == 1  # somebody else's


def test_every_setting_is_known_to_hold_words_of_people_or_not() -> None:
    known = ABOUT_PEOPLE | OF_THE_HOUSE.keys()

    assert {
        key for file in (Path(__file__).parents[2] / "budgetdesk").rglob("*.py") for key in _settings(file)
    } <= known


def _settings(file: Path) -> set[str]:
    """The keys that a file saves settings under: written out, or by a constant of the module."""
    written = file.read_text("utf-8")
    if "save_setting" not in written:
        return set()
    tree = ast.parse(written)
    constants = {
        target.id: node.value.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "save_setting":
            key = node.args[0]
            if isinstance(key, ast.Constant):
                found.add(str(key.value))
            elif isinstance(key, ast.Name) and key.id in constants:
                found.add(constants[key.id])
            elif not (isinstance(key, ast.Name) and key.id == "key"):
                found.add(f"{file.name}: {ast.unparse(key)}")
    return found


def test_what_was_laid_aside_by_a_restore_goes_with_an_erased_case(folder: Path, tmp_path: Path) -> None:
    with create(folder) as workspace:
        desk = workspace.new_case()
        plant(workspace, desk)
        backup = workspace.opened.back_up(tmp_path, at=AT)
    restoring.restore(folder, backup_file.look(backup.path), SECRET, at=AT, today=typist.TODAY)
    with typist.open_workspace(folder) as workspace:
        key = bytes(workspace.opened._key)
        kept = b"".join(decrypted(file, key) for file in (folder / "tidligere").iterdir())
        assert planted_in(kept) == FOUND - {"undone"}

        workspace.erase_case(desk.case_id)

    assert planted_in(everything(folder, key)) == set()
