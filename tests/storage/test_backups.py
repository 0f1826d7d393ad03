"""Backups: whole or not there, recognised when they are not whole, and put back so that there is always one store."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import typist
from hypothesis import given, settings
from hypothesis import strategies as st

from budgetdesk.actions.workspace import Workspace
from budgetdesk.errors import BackupError, StoreError, StoreNotWritableError, UserCancelled, WrongKeyError
from budgetdesk.household import paths
from budgetdesk.storage import backup, backup_file, restoring
from budgetdesk.storage.backup import Keeping, to_keep
from budgetdesk.storage.keyrings import NO_KEYRING

AT = datetime(2026, 11, 21, 8, tzinfo=UTC)
SECRET = restoring.Secret(passphrase=typist.PASSPHRASE)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, str]:
    """A closed profile with two cases, a backup of it from when there was one, and its recovery key."""
    folder = tmp_path_factory.mktemp("lager") / "sager"
    with Workspace.create(
        folder, passphrase=typist.PASSPHRASE, today=typist.TODAY, clock=lambda: typist.NOON, keyring=NO_KEYRING
    ) as workspace:
        printed = workspace.opened.make_recovery()
        desk = workspace.new_case()
        desk.change("udlejer", paths.put(desk.record, "case.tenancy.landlord", "Boligforeningen"))
        info = workspace.opened.back_up(folder.parent / "usb", at=AT)
        workspace.new_case()
    return folder, info.path, printed


@pytest.fixture
def folder(made: tuple[Path, Path, str], tmp_path: Path) -> Path:
    """A copy of the profile."""
    mine = tmp_path / "sager"
    mine.mkdir()
    for file in made[0].iterdir():
        if file.is_file():
            (mine / file.name).write_bytes(file.read_bytes())
    return mine


def restore(folder: Path, file: Path, secret: restoring.Secret = SECRET) -> restoring.Restored:
    return restoring.restore(folder, backup_file.look(file), secret, at=AT, today=date(2026, 11, 21))


def numbers(folder: Path) -> list[str]:
    with typist.open_workspace(folder) as workspace:
        assert workspace.check() == ()
        return [case.id for case in workspace.cases()]


def test_a_backup_says_when_it_was_made_and_how_many_cases_it_has(made: tuple[Path, Path, str]) -> None:
    info = backup_file.look(made[1])

    assert (info.made_at, info.cases) == (AT, 1)
    assert "budgetdesk-2026-11-21" in info.path.name


def test_a_restored_backup_is_the_store_of_that_day_and_the_one_of_today_is_kept(
    made: tuple[Path, Path, str], folder: Path
) -> None:
    done = restore(folder, made[1])

    assert (done.cases, done.erased_again) == (1, 0)
    assert numbers(folder) == ["2026-0001"]
    assert done.kept is not None
    restore(folder, done.kept)
    assert numbers(folder) == ["2026-0001", "2026-0002"]


def test_a_backup_opens_on_another_computer_by_passphrase_or_by_the_recovery_key(
    made: tuple[Path, Path, str], tmp_path: Path
) -> None:
    typed = made[2].lower().replace("-", " ").replace("0", "o")
    for name, secret in (("a", SECRET), ("b", restoring.Secret(recovery=typed))):
        assert restore(tmp_path / name, made[1], secret).kept is None
        assert numbers(tmp_path / name) == ["2026-0001"]


def test_a_store_of_another_key_is_moved_aside_as_it_is(made: tuple[Path, Path, str], tmp_path: Path) -> None:
    other = tmp_path / "anden"
    Workspace.create(other, passphrase="en anden sætning", today=typist.TODAY, keyring=NO_KEYRING).close()
    there = {name: (other / name).read_bytes() for name in ("budgetdesk.db", "budgetdesk.key")}

    done = restore(other, made[1])

    assert done.kept is not None
    assert {name: (done.kept / name).read_bytes() for name in there} == there
    assert numbers(other) == ["2026-0001"]


def test_the_passphrase_of_today_stays_after_a_restore_and_opens_older_backups(
    made: tuple[Path, Path, str], folder: Path
) -> None:
    with typist.open_workspace(folder) as workspace:
        workspace.change_passphrase("en helt ny sætning", old=typist.PASSPHRASE)
    new = restoring.Secret(passphrase="en helt ny sætning")

    restore(folder, made[1], new)

    Workspace.open(folder, passphrase="en helt ny sætning", today=typist.TODAY, keyring=NO_KEYRING).close()


def test_a_wrong_passphrase_changes_nothing(made: tuple[Path, Path, str], folder: Path) -> None:
    before = _content(folder)
    with pytest.raises(WrongKeyError, match="passer ikke"):
        restore(folder, made[1], restoring.Secret(passphrase="forkert kode"))
    with pytest.raises(WrongKeyError, match="skrivefejl"):
        restore(folder, made[1], restoring.Secret(recovery=_with_a_slip(made[2])))

    assert _content(folder) == before


def _with_a_slip(printed: str) -> str:
    return ("1" if printed[0] != "1" else "2") + printed[1:]


def _content(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


KILLS = int(os.environ.get("BUDGETDESK_KILLS", "2"))
"""`make kills` takes two hundred, and every byte of the label."""

# files that are not whole


def test_every_cut_every_flipped_bit_and_every_other_file_is_recognised(
    made: tuple[Path, Path, str], folder: Path, tmp_path: Path
) -> None:
    whole, chance = made[1].read_bytes(), random.Random(1)  # noqa: S311 -- places, not secrets
    bad = tmp_path / "kopi.budgetdesk"
    key = restoring.unlock(backup_file.look(made[1]), SECRET)[0]

    def refused(content: bytes) -> bool:
        bad.write_bytes(content)
        try:
            info = backup_file.look(bad)
            backup_file.require_ours(info, key)
            backup_file.require_whole(info)
        except StoreError:
            return True
        return False

    cuts = [whole[: chance.randrange(len(whole))] for _ in range(15)]
    flips = [_flipped(whole, chance.randrange(len(whole))) for _ in range(30)]
    label = range(len(whole) - 1500, len(whole), 1 if KILLS > 2 else 25)
    flips += [_flipped(whole, place) for place in label]
    others = [b"", b"hej", (folder / "budgetdesk.db").read_bytes(), b"%PDF-1.7" * 1000, whole + b"\0", whole[4096:]]

    assert [content for content in (*cuts, *flips, *others) if not refused(content)] == []
    assert not refused(whole)


def _flipped(whole: bytes, place: int) -> bytes:
    return whole[:place] + bytes([whole[place] ^ 4]) + whole[place + 1 :]


@pytest.mark.parametrize("how", ["cut", "flipped", "foreign", "gone"])
def test_a_bad_file_is_refused_with_a_sentence_and_the_store_stays_as_it_is(
    made: tuple[Path, Path, str], folder: Path, tmp_path: Path, how: str
) -> None:
    whole, bad = made[1].read_bytes(), tmp_path / "kopi.budgetdesk"
    content = {"cut": whole[:-5000], "flipped": _flipped(whole, 9000), "foreign": b"hej" * 99}
    if how in content:
        bad.write_bytes(content[how])
    before = _content(folder)

    with pytest.raises(BackupError, match=r"Vælg en anden|Se efter"):
        restore(folder, bad)

    assert _content(folder) == before


def test_a_backup_of_a_newer_program_is_refused(made: tuple[Path, Path, str], folder: Path, tmp_path: Path) -> None:
    info = backup_file.look(made[1])
    key = restoring.unlock(info, SECRET)[0]
    body = made[1].read_bytes()[: info.size]
    newer = tmp_path / "ny.budgetdesk"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(backup_file, "VERSION", 2)
        newer.write_bytes(body + backup_file.label(info, key))

    with pytest.raises(BackupError, match="nyere udgave"):
        restore(folder, newer)


def test_a_label_from_somebody_without_the_key_is_refused(made: tuple[Path, Path, str], tmp_path: Path) -> None:
    info = backup_file.look(made[1])
    forged = tmp_path / "falsk.budgetdesk"
    body = made[1].read_bytes()[: info.size]
    forged.write_bytes(body + backup_file.label(replace(info, made_at=AT + timedelta(days=9)), bytes(32)))

    with pytest.raises(BackupError, match="beskadiget"):
        restore(tmp_path / "ny", forged)


# room, stopping, kills


@contextmanager
def no_room_beyond(size: int) -> Iterator[None]:
    """No file of this process can grow beyond `size` bytes."""
    import resource

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_disk_that_gets_full_leaves_no_half_backup_and_no_half_store(
    made: tuple[Path, Path, str], folder: Path, tmp_path: Path
) -> None:
    usb, size = tmp_path / "usb", (folder / "budgetdesk.db").stat().st_size
    before = _content(folder)
    for room in (0, 5000, size // 2, size - 1, size + 100):
        with typist.open_workspace(folder) as workspace, no_room_beyond(room), pytest.raises(StoreNotWritableError):
            workspace.opened.back_up(usb, at=AT)
        assert list(usb.iterdir()) == []
        if room < size - 1:  # the backup is a little smaller than the store
            with no_room_beyond(room), pytest.raises(StoreNotWritableError):
                restore(folder, made[1])
        assert {name for name in _content(folder) if name.startswith(".")} == set()
    assert before.keys() >= {"budgetdesk.db", "budgetdesk.key"}
    assert numbers(folder) == ["2026-0001", "2026-0002"]


def test_a_backup_can_be_stopped_and_leaves_nothing(folder: Path, tmp_path: Path) -> None:
    told: list[int] = []

    def stop_soon(done: int, _of: int) -> bool:
        told.append(done)
        return len(told) < 1

    with typist.open_workspace(folder) as workspace, pytest.raises(UserCancelled):
        workspace.opened.back_up(tmp_path / "usb", at=AT, progress=stop_soon)

    assert list((tmp_path / "usb").iterdir()) == []


def test_closing_the_store_stops_a_backup(folder: Path, tmp_path: Path) -> None:
    workspace = typist.open_workspace(folder)
    opened = workspace.opened
    workspace.close()

    with pytest.raises(UserCancelled):
        opened.back_up(tmp_path / "usb", at=AT)


def test_somebody_goes_on_typing_while_the_backup_is_written(folder: Path, tmp_path: Path) -> None:
    with typist.open_workspace(folder) as workspace:
        desk = workspace.desk(typist.CASE)

        def typing(done: int, _of: int) -> bool:
            desk.change("x", paths.put(desk.record, "case.conversation.note", f"{done} " * 500))
            return True

        info = workspace.opened.back_up(tmp_path / "usb", at=AT, progress=typing)
        assert desk.record.case.conversation.note
    restoring.restore(folder, info, SECRET, at=AT, today=typist.TODAY)
    with typist.open_workspace(folder) as workspace:
        assert workspace.desk(typist.CASE).record.case.conversation.note == ""
        assert workspace.check() == ()


@pytest.mark.timeout(600)
def test_a_kill_at_any_moment_leaves_one_whole_store_and_only_whole_backups(
    made: tuple[Path, Path, str], folder: Path, tmp_path: Path
) -> None:
    usb, chance = tmp_path / "usb", random.Random(7)  # noqa: S311 -- moments, not secrets
    script = (
        "import sys, pathlib; sys.path.insert(0, sys.argv[1]); import typist; typist.cheap_keys();"
        "import test_backups as t; t.back_up_and_restore_for_ever(*map(pathlib.Path, sys.argv[2:]))"
    )
    call = [sys.executable, "-c", script, str(Path(__file__).parent), str(folder), str(usb), str(made[1])]
    server = subprocess.Popen([*call], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, start_new_session=True)
    assert server.stdin is not None
    assert server.stdout is not None
    seen = set()
    for _ in range(KILLS):
        server.stdin.write("go\n")
        server.stdin.flush()
        pid = int(server.stdout.readline())
        time.sleep(chance.uniform(0.02, 0.5))
        os.kill(pid, signal.SIGKILL)
        assert server.stdout.readline() == "dead\n"
        seen.add(len(numbers(folder)))
        key = restoring.unlock(backup_file.look(made[1]), SECRET)[0]
        for info in backup.in_folder(usb):
            backup_file.require_whole(info)
            backup_file.require_ours(info, key)
        assert len(list(usb.glob("*.budgetdesk"))) == len(backup.in_folder(usb))
    os.killpg(server.pid, signal.SIGKILL)
    server.communicate()
    assert seen <= {1, 2, 3, 4}


def back_up_and_restore_for_ever(folder: Path, usb: Path, old: Path) -> None:
    """Run in a process of its own; for each line that comes in, fork somebody who is killed."""
    for _line in sys.stdin:
        child = os.fork()
        if child == 0:
            while True:
                with typist.open_workspace(folder) as workspace:
                    if len(workspace.cases()) < 3:
                        workspace.new_case()
                    info = workspace.opened.back_up(usb, at=AT)
                    backup.thin(usb, workspace.opened.store_id, Keeping())
                restore(folder, old)
                restore(folder, info.path)
        os.write(1, b"%d\n" % child)
        os.waitpid(child, 0)
        os.write(1, b"dead\n")


# which are kept


def test_after_thirty_days_seven_daily_and_four_weekly_are_kept() -> None:
    kept: list[date] = []
    for n in range(30):
        kept = [date(2026, 11, 1) + timedelta(days=n), *kept]
        places = to_keep(kept, Keeping())
        kept = [day for place, day in enumerate(kept) if place in places]

    assert [day.isoformat()[5:] for day in kept] == [
        "11-30", "11-29", "11-28", "11-27", "11-26", "11-25", "11-24", "11-22", "11-15",
    ]  # fmt: skip


@settings(max_examples=60)
@given(
    st.lists(st.dates(date(2026, 1, 1), date(2026, 12, 31)), min_size=1, max_size=60),
    st.integers(0, 9),
    st.integers(0, 6),
)
def test_the_newest_is_always_kept_and_never_more_than_the_policy_says(
    days: list[date], daily: int, weekly: int
) -> None:
    days = sorted(days, reverse=True)
    kept = to_keep(days, Keeping(daily=daily, weekly=weekly))

    assert 0 in kept
    assert len(kept) <= max(daily, 1) + weekly
    assert len({days[place] for place in kept}) == len(kept)


def test_only_backups_of_this_store_are_removed(folder: Path, tmp_path: Path) -> None:
    usb = tmp_path / "usb"
    Workspace.create(tmp_path / "b", passphrase=typist.PASSPHRASE, today=typist.TODAY, keyring=NO_KEYRING).close()
    with typist.open_workspace(tmp_path / "b") as other:
        foreign = other.opened.back_up(usb, at=AT - timedelta(days=900)).path
    (usb / "ferie.budgetdesk").write_text("ikke vores")
    with typist.open_workspace(folder) as workspace:
        first = workspace.opened.back_up(usb, at=AT).path
        second = workspace.opened.back_up(usb, at=AT + timedelta(hours=1)).path
        gone = backup.thin(usb, workspace.opened.store_id, Keeping())

    assert gone == 1
    assert {foreign.exists(), second.exists(), (usb / "ferie.budgetdesk").exists()} == {True}
    assert not first.exists()
