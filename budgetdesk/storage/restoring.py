"""Putting a backup in the place of the store, so that at any moment there is one whole store.

Everything is made ready beside the store: the database is copied, checked, brought to this version's tables, and rid of
the cases that were erased since (`tombstones`). Then one small file, `budgetdesk.restore`, says that it counts; from
there on every opening of the profile finishes the change (`finish`), however often it is interrupted.

The store that was there is kept: as a backup in `tidligere` where it can be read, else file by file.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from budgetdesk.errors import BackupError, StoreError, StoreNotWritableError, UserCancelled, WrongKeyError
from budgetdesk.i18n import _
from budgetdesk.storage import backup, backup_file, erasing, keys, recovery, schema, tombstones
from budgetdesk.storage.backup_file import BackupInfo, Progress, no_progress
from budgetdesk.storage.case_store import Database
from budgetdesk.storage.engine import connect, open_engine, telling
from budgetdesk.storage.files import replace_file, sync_folder
from budgetdesk.storage.lock import StoreLock

MARKER = "budgetdesk.restore"
ASIDE = "tidligere"
"""The folder in the profile in which what was replaced is kept."""
DATABASE = "budgetdesk.db"
_READY = ".budgetdesk.db.restored"
_BESIDE = ("", "-wal", "-shm")


@dataclass(frozen=True, kw_only=True)
class Restored:
    """What was done."""

    cases: int
    """Cases in the store as it is now."""
    erased_again: int
    """Cases of the backup that had been erased since, and were again."""
    kept: Path | None
    """Where the store that was there is kept; None where there was none."""


@dataclass(frozen=True, kw_only=True)
class Secret:
    """What somebody unlocks with: the passphrase, or else the recovery key."""

    passphrase: str | None = None
    recovery: str | None = None

    def unlock(self, file: keys.KeyFile) -> bytes:
        """The key of the store. Raises WrongKeyError."""
        if self.recovery is not None:
            return recovery.by_recovery(file, self.recovery)
        return keys.by_passphrase(file, self.passphrase or "")


def unlock(info: BackupInfo, secret: Secret, profile: Path | None = None) -> tuple[bytes, keys.KeyFile]:
    """The key of a backup and the key file that goes with it from now on: the profile's where it is of the same store
    and opens as well, so that the passphrase of today stays. Raises WrongKeyError, BackupError."""
    present = _key_file(profile) if profile is not None else None
    same = present if present is not None and present.check == info.key_file.check else None
    for file in (same, info.key_file):
        if file is not None:
            with suppress(WrongKeyError):
                key = secret.unlock(file)
                backup_file.require_ours(info, key)
                return key, replace(file, made=True)
    key = secret.unlock(info.key_file)  # says what is wrong
    backup_file.require_ours(info, key)
    return key, info.key_file


def restore(
    profile: Path, info: BackupInfo, secret: Secret, *, at: datetime, today: date, progress: Progress = no_progress
) -> Restored:
    """Put a backup in the place of the store of a profile, which nobody may have open. Raises WrongKeyError,
    BackupError, StoreInUseError, StoreNotWritableError, UserCancelled; the store is then as it was."""
    try:
        profile.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise _not_writable(profile) from error
    lock = StoreLock(profile)
    lock.take()
    try:
        finish(profile)
        key, file = unlock(info, secret, profile)
        return _restore(profile, info, key, file, at=at, today=today, progress=progress)
    except OSError as error:
        raise _not_writable(profile) from error
    finally:
        _clear(profile / _READY)
        lock.release()


def finish(profile: Path) -> None:
    """Bring a change that was decided on to its end; nothing where there is none. The caller holds the lock."""
    marker = profile / MARKER
    if not marker.exists():
        return
    try:
        plan = json.loads(marker.read_bytes())
        aside = profile / ASIDE / str(plan["aside"]) if plan["aside"] else None
        key_file = str(plan["key"]).encode()
        if (profile / _READY).exists():
            _make_way(profile, aside)
            (profile / _READY).replace(profile / DATABASE)
        replace_file(profile / keys.FILE, key_file)
        sync_folder(profile)
        marker.unlink()
        sync_folder(profile)
    except (OSError, ValueError, KeyError) as error:
        raise _not_writable(profile) from error


def has_aside(profile: Path) -> bool:
    """Whether a store that was replaced is kept."""
    return (profile / ASIDE).exists()


def forget_aside(profile: Path) -> None:
    """Remove every store that was replaced and kept. Raises StoreNotWritableError."""
    try:
        if has_aside(profile):
            shutil.rmtree(profile / ASIDE)
    except OSError as error:
        raise _not_writable(profile / ASIDE) from error


def _restore(
    profile: Path, info: BackupInfo, key: bytes, file: keys.KeyFile, *, at: datetime, today: date, progress: Progress
) -> Restored:
    marks = {**tombstones.read(info.path.parent), **tombstones.read(profile)}
    ready = profile / _READY
    _clear(ready)
    _copy(info, ready, progress)
    erased_again, made = _bring_up_to_date(ready, key, marks)
    _rest, cases = backup.check_database(ready, key, progress)
    if not progress(info.size, info.size):
        raise UserCancelled
    tombstones.add(profile, {**marks, **made})
    kept, aside = _keep_present(profile, key, file, at)
    told = {"key": keys.to_bytes(file).decode(), "aside": aside, "on": today.isoformat()}
    replace_file(profile / MARKER, json.dumps(told).encode())
    finish(profile)
    return Restored(cases=cases, erased_again=erased_again, kept=kept)


def _copy(info: BackupInfo, ready: Path, progress: Progress) -> None:
    if shutil.disk_usage(ready.parent).free < info.size * 2:
        raise StoreNotWritableError(
            _(
                "Der er ikke plads til at hente kopien: der skal være {size} MB fri. Gør plads, og prøv "
                "igen. Intet er ændret."
            ).format(size=f"{info.size * 2 / 1000000.0:.0f}")
        )
    with os.fdopen(os.open(ready, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as target:
        backup_file.copy_database(info, target, progress)
        target.flush()
        os.fsync(target.fileno())


def _bring_up_to_date(ready: Path, key: bytes, marks: tombstones.Marks) -> tuple[int, Mapping[str, date]]:
    """This version's tables, and none of the erased cases. Returns how many went, and the marks the backup knows."""
    database = Database(open_engine(ready, key), ready)
    try:
        with database.transaction() as connection, telling(ready):
            schema.upgrade(connection)
            known = {**erasing.erased(connection), **marks}
            gone = erasing.erase_again(connection, known, secret=keys.secret_for(key, tombstones.PURPOSE))
        erasing.cleanse(database)
        database.empty_log()
    finally:
        database.close()
    with telling(ready), closing(connect(ready, key)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
    if any(ready.with_name(f"{ready.name}{end}").exists() for end in _BESIDE[1:]):
        raise StoreError(
            _("Sikkerhedskopien kunne ikke gøres klar. Luk andre programmer, og prøv igen. Intet er ændret.")
        )
    return len(gone), known


def _keep_present(profile: Path, key: bytes, file: keys.KeyFile, at: datetime) -> tuple[Path | None, str]:
    """Keep the store that is there: a backup of it, or the name of the folder into which its files are moved."""
    present = profile / DATABASE
    if not present.exists():
        return None, ""
    own = _key_file(profile)
    if own is not None and own.check == file.check:
        with suppress(BackupError, StoreError):
            return backup.write(present, key, own, profile / ASIDE, at=at).path, ""
    aside = f"{at.astimezone():%Y-%m-%d-%H%M%S}"
    folder = profile / ASIDE / aside
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if (profile / keys.FILE).exists():
        replace_file(folder / keys.FILE, (profile / keys.FILE).read_bytes())
    return folder, aside


def _key_file(profile: Path) -> keys.KeyFile | None:
    """The key file of the profile; None where there is none that can be read: then a backup is what helps."""
    with suppress(StoreError):
        return keys.read(profile)
    return None


def _make_way(profile: Path, aside: Path | None) -> None:
    for end in _BESIDE:
        old = profile / f"{DATABASE}{end}"
        if not old.exists():
            continue
        if aside is not None:
            old.replace(aside / old.name)
        elif end:  # the database itself is replaced in one go
            old.unlink()
    if aside is not None:
        sync_folder(aside)


def _clear(ready: Path) -> None:
    for end in (*_BESIDE, "-journal"):
        with suppress(OSError):
            ready.with_name(f"{ready.name}{end}").unlink(missing_ok=True)


def _not_writable(profile: Path) -> StoreNotWritableError:
    return StoreNotWritableError(
        _("Kopien kan ikke hentes ind i “{profile}”. Se efter plads på disken og skriveadgang, og prøv igen.").format(
            profile=profile
        )
    )
