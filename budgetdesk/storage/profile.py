"""A profile folder: `budgetdesk.db` (encrypted), `budgetdesk.key` (the wrapped key), `budgetdesk.lock`. Opening and
making one; the key lives only as long as the store is open."""

from __future__ import annotations

import os
import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from budgetdesk.errors import StoreError, UserCancelled
from budgetdesk.i18n import _
from budgetdesk.storage import backup, erasing, keys, recovery, restoring, schema, tombstones
from budgetdesk.storage.backup_file import BackupInfo, Progress, no_progress
from budgetdesk.storage.case_store import Database
from budgetdesk.storage.engine import open_engine, require_not_plain, telling
from budgetdesk.storage.files import sync_folder
from budgetdesk.storage.keyrings import Keyring
from budgetdesk.storage.lock import StoreLock, not_writable
from budgetdesk.storage.store import Store

DATABASE = restoring.DATABASE


class ProfileState(StrEnum):
    """What stands in a profile folder."""

    NEW = "new"
    """Nothing yet: the first start."""
    MADE = "made"
    """A store, locked until somebody brings the key."""


def state(profile: Path) -> ProfileState:
    """What stands in the folder. Raises StoreError when the key file is there and cannot be read."""
    file = keys.read(profile)
    there = (profile / DATABASE).exists() or (file is not None and file.made) or (profile / restoring.MARKER).exists()
    return ProfileState.MADE if there else ProfileState.NEW


class OpenProfile:
    """A profile that is unlocked: its lock, its key file and its store."""

    def __init__(self, folder: Path, lock: StoreLock, file: keys.KeyFile, key: bytearray, store: Store) -> None:
        self.folder = folder
        self.store = store
        self._lock = lock
        self._file = file
        self._key = key
        self.by_recovery = False
        """True while it was opened by the recovery key and no new passphrase has been chosen."""
        self._closing = threading.Event()
        self._copying = threading.Lock()

    @property
    def has_passphrase(self) -> bool:
        """False where only the keyring has the key: then a lost keyring is a lost store."""
        return self._file.passphrase is not None

    def change_passphrase(self, new: str) -> None:
        """Wrap the key by a new passphrase; the old one stops working. Raises WrongKeyError when it is too short."""
        file = keys.with_passphrase(self._file, bytes(self._key), new)
        keys.write(self.folder, file)
        self._file = file
        self.by_recovery = False

    @property
    def recovery(self) -> Mapping[str, Any] | None:
        """What the key file says of the recovery key; None where none was made."""
        return self._file.recovery

    def make_recovery(self) -> str:
        """Make a recovery key, as it is to be printed; one made before stops working for this store."""
        printed = recovery.new_key()
        file = recovery.with_recovery(self._file, bytes(self._key), printed)
        keys.write(self.folder, file)
        self._file = file
        return printed

    @property
    def store_id(self) -> str:
        """The random name of the store, by which its backups are known."""
        return self._file.store

    def back_up(self, folder: Path, *, at: datetime, progress: Progress = no_progress) -> BackupInfo:
        """Write a backup into a folder, in any thread, and beside it which cases were erased; closing the store stops
        it. Raises the StoreError leaves and UserCancelled; nothing is then left behind."""
        with self._copying:
            if self._closing.is_set():
                raise UserCancelled

            def go_on(done: int, of: int) -> bool:
                return not self._closing.is_set() and progress(done, of)

            path = self.folder / DATABASE
            info = backup.write(path, bytes(self._key), self._file, folder, at=at, progress=go_on)
            tombstones.add(folder, tombstones.read(self.folder))
            return info

    def erase_case(self, case_id: str, *, on: date, who: str = "", why: str = "") -> bool:
        """Erase a case for good, in this store and, by its mark, in every backup that is ever restored. A backup that
        is being written is waited for. False where the file could not be written anew, for want of room: the case is
        gone and overwritten all the same, and the rest is done at the next opening. What was laid aside when a backup
        was restored goes too: it may hold the case."""
        with self._copying:
            self.store.erase_case(case_id, secret=self.secret_for(tombstones.PURPOSE), on=on, who=who, why=why)
            self._carry_marks()
            restoring.forget_aside(self.folder)
            return self._cleansed()

    def after_opening(self) -> None:
        """Finish what a power cut may have left: marks that stand in the store alone, and a file not written anew."""
        self._carry_marks()
        self._cleansed()

    def _cleansed(self) -> bool:
        try:
            erasing.cleanse(self.store.database)
        except StoreError:  # no room just now: it stays due
            return False
        return True

    def _carry_marks(self) -> None:
        with self.store.database.transaction() as connection:
            marks = erasing.erased(connection)
        if marks:
            tombstones.add(self.folder, marks)

    def secret_for(self, purpose: str) -> bytes:
        """32 bytes for one purpose, derived from the key (HKDF-SHA256): the same each time, of no use elsewhere."""
        return keys.secret_for(self._key, purpose)

    def remember(self, keyring: Keyring) -> bool:
        """Let the keyring keep the key; False when it does not work."""
        return keyring.keep(self._file.store, self._key.hex())

    def forget(self, keyring: Keyring) -> None:
        """Take the key out of the keyring. Raises NoKeyError where no passphrase would be left."""
        if not self.has_passphrase:
            raise keys.no_key()
        keyring.forget(self._file.store)

    def matches(self, passphrase: str) -> None:
        """Raises WrongKeyError unless this is the passphrase."""
        keys.by_passphrase(self._file, passphrase)

    def close(self) -> None:
        """Close the database and let go of the lock. The key is forgotten; a backup under way is stopped."""
        self._closing.set()
        with self._copying:
            pass
        with suppress(StoreError):
            self.store.database.empty_log()
        self.store.database.close()
        self._key[:] = bytes(len(self._key))
        self._lock.release()


def make(folder: Path, *, passphrase: str | None, keyring: Keyring, remember: bool = True) -> OpenProfile:
    """First start: a new key, kept by the passphrase and, with `remember` and where it works, the keyring; then the
    database.

    Raises NoKeyError when neither would keep the key, StoreError when the folder already holds a store.
    """
    _make_folder(folder)
    lock = StoreLock(folder)
    lock.take()
    try:
        restoring.finish(folder)
        if state(folder) is ProfileState.MADE:
            require_not_plain(folder / DATABASE)
            raise StoreError(
                _("Der er allerede en database i “{folder}”. Lås den op, eller vælg en anden mappe.").format(
                    folder=folder
                )
            )
        key, file = keys.new_key()
        if passphrase is not None:
            file = keys.with_passphrase(file, key, passphrase)
        kept = remember and keyring.keep(file.store, key.hex())
        if passphrase is None and not kept:
            raise keys.no_key()
        keys.write(folder, file)
        return _unlocked(folder, lock, file, key)
    except BaseException:
        lock.release()
        raise


def unlock(folder: Path, *, passphrase: str | None, keyring: Keyring, recovery_key: str | None = None) -> OpenProfile:
    """Open the store of a folder, by the recovery key where it is given. Raises WrongKeyError, NoKeyError and the other
    StoreError leaves."""
    if not folder.is_dir():
        raise StoreError(_("Mappen “{folder}” findes ikke. Vælg den mappe, hvor sagerne ligger.").format(folder=folder))
    lock = StoreLock(folder)
    lock.take()
    try:
        restoring.finish(folder)
        file = keys.read(folder)
        if file is None:
            raise _no_key_file(folder)
        if recovery_key is not None:
            key = recovery.by_recovery(file, recovery_key)
        else:
            key = keys.find_key(file, passphrase=passphrase, keyring=keyring)
        if file.made and not (folder / DATABASE).exists():
            raise StoreError(
                _("Databasen “{folder}” mangler. Læg den tilbage, eller hent en sikkerhedskopi.").format(
                    folder=folder / DATABASE
                )
            )
        opened = _unlocked(folder, lock, file, key)
        opened.by_recovery = recovery_key is not None
        return opened
    except BaseException:
        lock.release()
        raise


def _unlocked(folder: Path, lock: StoreLock, file: keys.KeyFile, found: bytes) -> OpenProfile:
    path, key = folder / DATABASE, bytearray(found)
    database = Database(open_engine(path, key), path)
    try:
        with database.transaction() as connection, telling(path):
            schema.upgrade(connection)
        _only_for_the_user(folder)
        if not file.made:
            sync_folder(folder)
            file = replace(file, made=True)
            keys.write(folder, file)
        opened = OpenProfile(folder, lock, file, key, Store(database))
        opened.after_opening()
    except BaseException:
        database.close()
        raise
    return opened


def _no_key_file(folder: Path) -> StoreError:
    if (folder / DATABASE).exists():
        require_not_plain(folder / DATABASE)
        return StoreError(
            _("Nøglefilen “{folder}” mangler. Læg den tilbage fra en sikkerhedskopi. Databasen er urørt.").format(
                folder=folder / keys.FILE
            )
        )
    return StoreError(
        _("Der er ingen database i “{folder}”. Vælg en anden mappe, eller begynd forfra.").format(folder=folder)
    )


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise not_writable(folder) from error


def _only_for_the_user(folder: Path) -> None:
    if os.name == "nt":  # pragma: no cover
        return
    for name in (DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm"):
        with suppress(OSError):
            (folder / name).chmod(0o600)
