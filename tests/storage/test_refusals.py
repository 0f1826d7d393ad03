"""When the store must not open, it does not: each time a Danish sentence, and every file as it was."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import typist

from budgetdesk.actions.workspace import ProfileState, Workspace, profile_state
from budgetdesk.errors import (
    NoKeyError,
    NotEncryptedError,
    StoreError,
    StoreNotWritableError,
    WrongKeyError,
)
from budgetdesk.household import paths
from budgetdesk.storage import engine
from budgetdesk.storage.keyrings import NO_KEYRING


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A profile with one case, closed."""
    made = tmp_path / "sager"
    with create(made) as workspace:
        desk = workspace.new_case()
        desk.change("udlejer", paths.put(desk.record, "case.tenancy.landlord", "Lærkely"))
    return made


def create(folder: Path) -> Workspace:
    return Workspace.create(folder, passphrase=typist.PASSPHRASE, today=typist.TODAY, keyring=NO_KEYRING)


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.suffix in (".db", ".key")}


def a_plain_database(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE t (x)")
    connection.close()


def test_an_engine_that_cannot_encrypt_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "dbapi", sqlite3)
    with pytest.raises(NotEncryptedError, match="ikke kryptere"):
        create(tmp_path / "sager")

    assert not (tmp_path / "sager" / "budgetdesk.db").exists() or contents(tmp_path / "sager")["budgetdesk.db"] == b""


def test_an_engine_that_is_too_old_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "OLDEST_SQLITE", (9, 0, 0))
    with pytest.raises(StoreError, match="for gammel"):
        typist.open_workspace(folder)


def test_a_plain_database_is_refused_and_left_alone(folder: Path) -> None:
    for file in folder.glob("budgetdesk.db*"):
        file.unlink()
    a_plain_database(folder / "budgetdesk.db")
    before = contents(folder)
    with pytest.raises(NotEncryptedError, match="ikke krypteret"):
        typist.open_workspace(folder)

    assert contents(folder) == before


def test_a_plain_database_where_a_first_start_is_tried_is_refused_too(tmp_path: Path) -> None:
    a_plain_database(tmp_path / "budgetdesk.db")
    before = contents(tmp_path)
    with pytest.raises(NotEncryptedError):
        create(tmp_path)
    with pytest.raises(NotEncryptedError):
        typist.open_workspace(tmp_path)

    assert contents(tmp_path) == before


def test_a_wrong_passphrase_is_refused_and_the_right_one_works_after(folder: Path) -> None:
    before = contents(folder)
    with pytest.raises(WrongKeyError, match="Adgangskoden passer ikke"):
        Workspace.open(folder, passphrase="noget helt andet", today=typist.TODAY, keyring=NO_KEYRING)

    assert contents(folder) == before
    typist.open_workspace(folder).close()


def test_the_key_of_another_store_is_refused(folder: Path, tmp_path: Path) -> None:
    create(tmp_path / "anden").close()
    shutil.copy(tmp_path / "anden" / "budgetdesk.key", folder / "budgetdesk.key")
    with pytest.raises(WrongKeyError, match="passer ikke til databasen"):
        typist.open_workspace(folder)


def test_a_file_that_is_no_database_is_refused_and_left_alone(folder: Path) -> None:
    (folder / "budgetdesk.db").write_bytes(b"\x5a\x17" * 4096)
    before = contents(folder)
    with pytest.raises(StoreError):
        typist.open_workspace(folder)

    assert contents(folder) == before


def test_no_passphrase_and_no_keyring_says_what_to_do(folder: Path) -> None:
    with pytest.raises(NoKeyError, match="BUDGETDESK_PASSPHRASE"):
        Workspace.open(folder, today=typist.TODAY, keyring=NO_KEYRING)
    with pytest.raises(NoKeyError):
        Workspace.create(folder.parent / "ny", today=typist.TODAY, keyring=NO_KEYRING)


def test_the_passphrase_may_come_from_the_environment(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BUDGETDESK_PASSPHRASE", typist.PASSPHRASE)

    Workspace.open(folder, today=typist.TODAY, keyring=NO_KEYRING).close()


def test_a_store_is_never_made_over_another(folder: Path) -> None:
    before = contents(folder)
    with pytest.raises(StoreError, match="allerede en database"):
        create(folder)

    assert contents(folder) == before


@pytest.mark.parametrize(("lost", "sentence"), [("budgetdesk.key", "Nøglefilen"), ("budgetdesk.db", "mangler")])
def test_a_lost_file_is_said_and_never_made_anew(folder: Path, lost: str, sentence: str) -> None:
    (folder / lost).rename(folder.parent / lost)
    with pytest.raises(StoreError, match=sentence):
        typist.open_workspace(folder)
    with pytest.raises(StoreError):
        create(folder)

    assert not (folder / lost).exists()
    (folder.parent / lost).rename(folder / lost)
    typist.open_workspace(folder).close()


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="findes ikke"):
        typist.open_workspace(tmp_path / "væk")


@contextmanager
def as_somebody_else() -> Iterator[None]:
    """The superuser may write everything, so be somebody who may not."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def read_only(folder: Path) -> Iterator[Path]:
    """The profile in a folder that can be read and not written."""
    top = Path(tempfile.mkdtemp())
    top.chmod(0o755)
    copy = shutil.copytree(folder, top / "sager")
    for file in copy.iterdir():
        file.chmod(0o444)
    copy.chmod(0o555)
    yield copy
    copy.chmod(0o755)
    shutil.rmtree(top)


def test_a_read_only_folder_is_refused(read_only: Path) -> None:
    with as_somebody_else(), pytest.raises(StoreNotWritableError, match="skriveadgang"):
        typist.open_workspace(read_only)


def test_a_first_start_in_a_read_only_folder_is_refused(read_only: Path) -> None:
    with as_somebody_else(), pytest.raises(StoreNotWritableError, match="skriveadgang"):
        create(read_only / "ny")


def test_a_database_that_alone_is_read_only_is_refused(read_only: Path) -> None:
    read_only.chmod(0o777)
    for name in ("budgetdesk.lock", "budgetdesk.key"):
        (read_only / name).chmod(0o666)
    with as_somebody_else(), pytest.raises(StoreNotWritableError):
        typist.open_workspace(read_only)


def test_a_refused_store_is_not_left_locked(folder: Path) -> None:
    with pytest.raises(WrongKeyError):
        Workspace.open(folder, passphrase="noget helt andet", today=typist.TODAY, keyring=NO_KEYRING)

    typist.open_workspace(folder).close()


def test_a_damaged_page_is_found(folder: Path) -> None:
    """One flipped bit in any page: found at opening or by the check, never taken for data."""
    chance = random.Random(7)  # noqa: S311 -- places, not secrets
    good = (folder / "budgetdesk.db").read_bytes()
    for _ in range(25):
        bad = bytearray(good)
        bad[chance.randrange(len(bad))] ^= 1 << chance.randrange(8)
        (folder / "budgetdesk.db").write_bytes(bad)
        assert _is_found(folder)
    (folder / "budgetdesk.db").write_bytes(good)

    assert not _is_found(folder)


def _is_found(folder: Path) -> bool:
    try:
        with typist.open_workspace(folder) as workspace:
            return workspace.check() != ()
    except StoreError:
        return True


def test_the_state_of_a_folder_is_known_without_a_key(folder: Path, tmp_path: Path) -> None:
    assert profile_state(folder) is ProfileState.MADE
    assert profile_state(tmp_path / "ny") is ProfileState.NEW


def test_only_the_user_may_read_the_files(folder: Path) -> None:
    with typist.open_workspace(folder):
        modes = {file.name: file.stat().st_mode & 0o077 for file in (folder, *folder.iterdir())}

    assert not any(modes.values()), modes
