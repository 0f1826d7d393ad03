"""Writing a backup: a snapshot of the store while it is in use, opened and checked before it gets its name.

The snapshot is taken through the engine by a connection of its own; nobody who types waits for it. Half a backup never
stands under a final name: it is written to `.name.part`, which the next backup clears away.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from budgetdesk import __version__
from budgetdesk.errors import BackupError, StoreNotWritableError, UserCancelled
from budgetdesk.i18n import _
from budgetdesk.storage import backup_file, keys
from budgetdesk.storage.backup_file import SUFFIX, BackupInfo, Progress, no_progress
from budgetdesk.storage.engine import connect, dbapi, telling
from budgetdesk.storage.files import sync_folder

PART = ".part"
_PAGES = 256
"""Pages copied at a time: a megabyte."""
_ROOM = 1.02
"""So many times the store must be free where the backup goes."""
_STEPS = 20_000
"""Steps of the engine between two questions whether to stop."""


@dataclass(frozen=True, kw_only=True)
class Keeping:
    """How many backups are kept: the newest of each of the last days and weeks in which there is one."""

    daily: int = 7
    weekly: int = 4


def write(
    database: Path,
    key: bytes,
    key_file: keys.KeyFile,
    folder: Path,
    *,
    at: datetime,
    progress: Progress = no_progress,
) -> BackupInfo:
    """Write a backup of the open or closed store into a folder. Raises StoreNotWritableError, the other StoreError
    leaves, and UserCancelled; nothing is then left behind."""
    target = _free_name(folder, at)
    part = target.with_name(f".{target.name}{PART}")
    _clear_parts(folder)
    _require_room(folder, database)
    with _telling_disk(target):
        try:
            schema, cases = _snapshot(database, key, part, progress)
            _labelled(part, key, BackupInfo(
                path=part, made_at=at, program=__version__, schema=schema, cases=cases, size=part.stat().st_size,
                sha256="", key_file=replace(key_file, made=True),
            ))  # fmt: skip
            read_back = backup_file.look(part)
            backup_file.require_whole(read_back, progress)
            backup_file.require_ours(read_back, key)
            part.replace(target)
            sync_folder(folder)
        finally:
            _remove(part)
    return replace(read_back, path=target)


def in_folder(folder: Path, store: str = "") -> tuple[BackupInfo, ...]:
    """The backups in a folder, the newest first; only those of one store where it is named. What cannot be read is
    passed over."""
    found = []
    with suppress(OSError):
        for path in folder.glob(f"*{SUFFIX}"):
            with suppress(BackupError):
                info = backup_file.look(path)
                if not store or info.key_file.store == store:
                    found.append(info)
    return tuple(sorted(found, key=lambda info: info.made_at, reverse=True))


def to_keep(days: list[date], keeping: Keeping) -> frozenset[int]:
    """Which of the backups to keep, by place; `days` are theirs, the newest first. The newest is always kept."""
    kept: dict[tuple[str, int, int], int] = {}
    for place, day in enumerate(days):
        kept.setdefault(("day", day.toordinal(), 0), place)
    latest_days = sorted(kept.values())[: max(keeping.daily, 1)]
    weeks: dict[tuple[int, int], int] = {}
    for place, day in enumerate(days):
        year, week, _rest = day.isocalendar()
        weeks.setdefault((year, week), place)
    return frozenset(latest_days) | frozenset(sorted(weeks.values())[: keeping.weekly])


def thin(folder: Path, store: str, keeping: Keeping) -> int:
    """Remove the backups of one store that are no longer to be kept. Returns how many went."""
    found = in_folder(folder, store)
    kept = to_keep([info.made_at.astimezone().date() for info in found], keeping)
    gone = [info.path for place, info in enumerate(found) if place not in kept]
    for path in gone:
        _remove(path)
    return len(gone)


def check_database(path: Path, key: bytes, stop: Progress = no_progress, *, free_pages: bool = True) -> tuple[str, int]:
    """Open a database that nobody else uses and look through it. Returns its step and how many cases it has. Looking at
    free pages cannot be stopped. Raises BackupError, UserCancelled and the StoreError leaves."""
    with telling(path), closing(connect(path, key)) as connection, _stoppable(connection, stop):
        wrong = connection.execute("PRAGMA cipher_integrity_check").fetchall() if free_pages else []
        wrong += [row for row in connection.execute("PRAGMA integrity_check").fetchall() if row[0] != "ok"]
        wrong += connection.execute("PRAGMA foreign_key_check").fetchall()
        if wrong:
            raise BackupError(
                _(
                    "Databasen har {count} fejl, og der er ikke lavet nogen kopi. Se lageret efter med "
                    "“budgetdesk check”."
                ).format(count=len(wrong))
            )
        return _about(connection)


def _snapshot(database: Path, key: bytes, part: Path, progress: Progress) -> tuple[str, int]:
    with telling(database), closing(connect(database, key)) as source:
        # One read from first page to last: whoever types meanwhile is not in it, and does not begin it anew.
        source.execute("BEGIN")
        about = _about(source)
        with closing(_new_database(part, key)) as copy:

            def told(_status: int, left: int, of: int) -> None:
                if not progress(of - left, of):
                    raise UserCancelled

            source.backup(copy, pages=_PAGES, progress=told)
            copy.execute("PRAGMA journal_mode = DELETE")
        source.execute("ROLLBACK")
    # Its free pages hold nothing, and the window waits for this thread when the store is locked.
    if check_database(part, key, progress, free_pages=False) != about:
        raise BackupError(_("Sikkerhedskopien er ikke magen til sagerne. Prøv igen, eller vælg en anden mappe."))
    return about


def _new_database(path: Path, key: bytes) -> Any:
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600))
    connection = dbapi.connect(str(path), isolation_level=None)
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("PRAGMA synchronous = FULL")
    return connection


def _about(connection: Any) -> tuple[str, int]:
    (schema,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    (cases,) = connection.execute("SELECT count(*) FROM cases WHERE binned_at IS NULL").fetchone()
    return str(schema), int(cases)


@contextmanager
def _stoppable(connection: Any, stop: Progress) -> Iterator[None]:
    """Lets a long look through a database be stopped."""
    stopped = False

    def ask() -> int:
        nonlocal stopped
        stopped = stopped or not stop(1, 1)
        return int(stopped)

    connection.set_progress_handler(ask, _STEPS)
    try:
        yield
    except dbapi.OperationalError:
        if stopped:
            raise UserCancelled from None
        raise


def _labelled(part: Path, key: bytes, info: BackupInfo) -> None:
    digest = sha256()
    with part.open("r+b") as file:
        while piece := file.read(1 << 20):
            digest.update(piece)
        info = replace(info, sha256=digest.hexdigest())
        file.write(backup_file.label(info, key))
        file.flush()
        os.fsync(file.fileno())


def _free_name(folder: Path, at: datetime) -> Path:
    wanted = folder / backup_file.name_of(at)
    number = 1
    target = wanted
    while target.exists():
        number += 1
        target = wanted.with_name(f"{wanted.stem}-{number}{SUFFIX}")
    return target


def _clear_parts(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for left in folder.glob(f".*{SUFFIX}{PART}*"):
            _remove(left)
    except OSError as error:
        raise _not_writable(folder) from error


def _require_room(folder: Path, database: Path) -> None:
    needed = database.stat().st_size * _ROOM
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise StoreNotWritableError(
            _(
                "Der er ikke plads i “{folder}”: kopien fylder {needed} MB, og der er {free} MB. Gør "
                "plads, eller vælg en anden mappe."
            ).format(folder=folder, needed=f"{needed / 1000000.0:.0f}", free=f"{free / 1000000.0:.0f}")
        )


@contextmanager
def _telling_disk(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise _not_writable(target.parent) from error


def _not_writable(folder: Path) -> StoreNotWritableError:
    return StoreNotWritableError(
        _(
            "Sikkerhedskopien kan ikke skrives i “{folder}”. Se efter, at drevet er sat i, har plads og kan skrives."
        ).format(folder=folder)
    )


def _remove(path: Path) -> None:
    for each in (path, path.with_name(f"{path.name}-journal"), path.with_name(f"{path.name}-wal"),
                 path.with_name(f"{path.name}-shm")):  # fmt: skip
        with suppress(OSError):
            each.unlink(missing_ok=True)
