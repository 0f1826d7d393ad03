"""A profile folder: `budgetdesk.db` (encrypted), `budgetdesk.key` (the wrapped key), `budgetdesk.lock`. Opening and
making one; the key lives only as long as the store is open."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import replace
from enum import StrEnum
from pathlib import Path

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from budgetdesk.errors import StoreError
from budgetdesk.storage import keys, schema
from budgetdesk.storage.case_store import Database
from budgetdesk.storage.engine import open_engine, require_not_plain, telling
from budgetdesk.storage.files import sync_folder
from budgetdesk.storage.keyrings import Keyring
from budgetdesk.storage.lock import StoreLock, not_writable
from budgetdesk.storage.store import Store

DATABASE = "budgetdesk.db"


class ProfileState(StrEnum):
    """What stands in a profile folder."""

    NEW = "new"
    """Nothing yet: the first start."""
    MADE = "made"
    """A store, locked until somebody brings the key."""


def state(profile: Path) -> ProfileState:
    """What stands in the folder. Raises StoreError when the key file is there and cannot be read."""
    file = keys.read(profile)
    there = (profile / DATABASE).exists() or (file is not None and file.made)
    return ProfileState.MADE if there else ProfileState.NEW


class OpenProfile:
    """A profile that is unlocked: its lock, its key file and its store."""

    def __init__(self, folder: Path, lock: StoreLock, file: keys.KeyFile, key: bytearray, store: Store) -> None:
        self.folder = folder
        self.store = store
        self._lock = lock
        self._file = file
        self._key = key

    @property
    def has_passphrase(self) -> bool:
        """False where only the keyring has the key: then a lost keyring is a lost store."""
        return self._file.passphrase is not None

    def change_passphrase(self, new: str) -> None:
        """Wrap the key by a new passphrase; the old one stops working. Raises WrongKeyError when it is too short."""
        file = keys.with_passphrase(self._file, bytes(self._key), new)
        keys.write(self.folder, file)
        self._file = file

    def secret_for(self, purpose: str) -> bytes:
        """32 bytes for one purpose, derived from the key (HKDF-SHA256): the same each time, of no use elsewhere."""
        return HKDF(SHA256(), 32, salt=None, info=f"budgetdesk/{purpose}".encode()).derive(bytes(self._key))

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
        """Close the database and let go of the lock. The key is forgotten."""
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
        if state(folder) is ProfileState.MADE:
            require_not_plain(folder / DATABASE)
            raise StoreError(f"Der er allerede en database i “{folder}”. Lås den op, eller vælg en anden mappe.")
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


def unlock(folder: Path, *, passphrase: str | None, keyring: Keyring) -> OpenProfile:
    """Open the store of a folder. Raises WrongKeyError, NoKeyError and the other StoreError leaves."""
    if not folder.is_dir():
        raise StoreError(f"Mappen “{folder}” findes ikke. Vælg den mappe, hvor sagerne ligger.")
    lock = StoreLock(folder)
    lock.take()
    try:
        file = keys.read(folder)
        if file is None:
            raise _no_key_file(folder)
        key = keys.find_key(file, passphrase=passphrase, keyring=keyring)
        if file.made and not (folder / DATABASE).exists():
            raise StoreError(f"Databasen “{folder / DATABASE}” mangler. Læg den tilbage, eller hent en sikkerhedskopi.")
        return _unlocked(folder, lock, file, key)
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
    except BaseException:
        database.close()
        raise
    return OpenProfile(folder, lock, file, key, Store(database))


def _no_key_file(folder: Path) -> StoreError:
    if (folder / DATABASE).exists():
        require_not_plain(folder / DATABASE)
        return StoreError(
            f"Nøglefilen “{folder / keys.FILE}” mangler. Læg den tilbage fra en sikkerhedskopi. Databasen er urørt."
        )
    return StoreError(f"Der er ingen database i “{folder}”. Vælg en anden mappe, eller begynd forfra.")


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
