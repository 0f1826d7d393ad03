"""A kill in the middle of typing, a full disk, a second program: what was saved is still there."""

from __future__ import annotations

import os
import random
import resource
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import typist

from budgetdesk.actions.desk import Desk, memory_desk
from budgetdesk.actions.workspace import Workspace
from budgetdesk.errors import StoreInUseError, StoreNotWritableError
from budgetdesk.household import paths
from budgetdesk.storage.keyrings import NO_KEYRING

KILLS = int(os.environ.get("BUDGETDESK_KILLS", "12"))
"""`make kills` tries many more."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A profile with one empty case, closed."""
    made = tmp_path / "sager"
    with Workspace.create(
        made, passphrase=typist.PASSPHRASE, today=typist.TODAY, clock=lambda: typist.NOON, keyring=NO_KEYRING
    ) as workspace:
        workspace.new_case()
    return made


@pytest.fixture
def server(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that forks somebody who types."""
    process = subprocess.Popen(
        [sys.executable, typist.__file__, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    yield process
    os.killpg(process.pid, signal.SIGKILL)  # with whoever is still typing
    process.communicate()


@pytest.mark.timeout(600)
def test_a_kill_in_the_middle_of_typing_loses_nothing_that_was_saved(
    folder: Path, server: subprocess.Popen[str]
) -> None:
    chance = random.Random(20261120)  # noqa: S311 -- moments, not secrets
    with typist.open_workspace(folder) as workspace:
        model = memory_desk(workspace.desk(typist.CASE).record, typist.TODAY, clock=lambda: typist.NOON)
    done = landed_between = 0
    for kill in range(1, KILLS + 1):
        said = _type_and_kill(server, done, chance.uniform(0.0, 0.25))
        done = _advance(model, done, said)
        with typist.open_workspace(folder) as workspace:
            desk = workspace.desk(typist.CASE)
            if _seen(desk) != _seen(model):  # killed after the commit, before it could say so
                done = _advance(model, done, done + 1)
                landed_between += 1
            assert _seen(desk) == _seen(model)
            assert kill % 6 or workspace.check() == ()

    assert done > KILLS
    assert landed_between <= KILLS


def _type_and_kill(server: subprocess.Popen[str], start: int, seconds: float) -> int:
    """The number of the last step that the typist has seen saved."""
    assert server.stdin is not None
    assert server.stdout is not None
    server.stdin.write(f"type {start}\n")
    server.stdin.flush()
    said, pid = start, 0
    for line in server.stdout:
        if line == "dead\n":
            break
        if line.startswith("pid"):
            pid = int(line.split()[1])
        else:
            said = int(line)
        if pid and said > start and seconds >= 0:
            threading.Timer(seconds, os.kill, (pid, signal.SIGKILL)).start()
            seconds = -1
    return said


def _advance(model: Desk, done: int, upto: int) -> int:
    for number in range(done, upto):
        typist.step(model, number)
    return upto


def _seen(desk: Desk) -> tuple[object, ...]:
    return desk.record, dict(desk.drafts), desk.can_undo, desk.can_redo


def test_a_step_takes_well_under_a_second(folder: Path) -> None:
    with typist.open_workspace(folder) as workspace:
        desk = workspace.desk(typist.CASE)
        start = time.monotonic()
        for number in range(100):
            typist.step(desk, number)

    assert (time.monotonic() - start) / 100 < 0.5


@contextmanager
def no_room_beyond(size: int) -> Iterator[None]:
    """No file of this process may grow beyond `size` bytes: what a full disk looks like to a program."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("room", [0, 1, 4096, 4120, 9000, 20_000, 50_000])
def test_a_full_disk_loses_nothing_says_so_and_saving_goes_on_when_there_is_room(folder: Path, room: int) -> None:
    with typist.open_workspace(folder) as workspace:
        desk = workspace.desk(typist.CASE)
        desk.change("udlejer", paths.put(desk.record, "case.tenancy.landlord", "Lærkely"))
        largest = max(file.stat().st_size for file in folder.iterdir())
        seen = [_seen(desk)]
        with no_room_beyond(largest + room), pytest.raises(StoreNotWritableError, match="fuld"):
            _write_until_it_is_full(desk, seen)

        assert _seen(desk) == seen[-1]
        assert _seen(workspace.desk(typist.CASE)) == seen[-1]
        desk.change("note", paths.put(desk.record, "case.conversation.note", "plads igen"))
        assert workspace.check() == ()

    with typist.open_workspace(folder) as workspace:
        assert workspace.desk(typist.CASE).record.case.conversation.note == "plads igen"


def _write_until_it_is_full(desk: Desk, seen: list[tuple[object, ...]]) -> None:
    while True:
        note = f"{len(seen)} " + "x" * 3000
        desk.change("note", paths.put(desk.record, "case.conversation.note", note))
        seen.append(_seen(desk))


def test_a_disk_that_is_full_at_the_first_start_leaves_a_folder_that_can_start_again(tmp_path: Path) -> None:
    for room in (0, 100, 3000, 5000, 60_000):
        folder = tmp_path / str(room)
        with no_room_beyond(room), pytest.raises(StoreNotWritableError):
            Workspace.create(folder, passphrase=typist.PASSPHRASE, today=typist.TODAY, keyring=NO_KEYRING)
        begin = Workspace.open if (folder / "budgetdesk.db").exists() else Workspace.create
        with begin(folder, passphrase=typist.PASSPHRASE, today=typist.TODAY, keyring=NO_KEYRING) as workspace:
            assert workspace.cases() == ()


def test_a_second_program_is_refused_until_the_first_is_gone_however_it_went(
    folder: Path, server: subprocess.Popen[str]
) -> None:
    assert server.stdin is not None
    assert server.stdout is not None
    server.stdin.write("type 0\n")
    server.stdin.flush()
    pid = int(server.stdout.readline().split()[-1])
    while server.stdout.readline() == "":
        pass
    with pytest.raises(StoreInUseError, match="allerede åbent"):
        typist.open_workspace(folder)
    os.kill(pid, signal.SIGKILL)
    while server.stdout.readline() != "dead\n":
        pass

    typist.open_workspace(folder).close()


def test_a_second_store_in_the_same_program_is_refused_too(folder: Path) -> None:
    with typist.open_workspace(folder), pytest.raises(StoreInUseError):
        typist.open_workspace(folder)
