"""Opens the encrypted database, or refuses. Nothing else in the program opens its file.

SQLCipher with a raw 256-bit key, WAL with synchronous=FULL: what is committed survives a kill and a power cut.
Deleted content is overwritten, temporary content stays in memory.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, StatementError
from sqlalchemy.pool import QueuePool

from budgetdesk.errors import (
    NotEncryptedError,
    StoreError,
    StoreInUseError,
    StoreNotWritableError,
    WrongKeyError,
)
from budgetdesk.i18n import _

dbapi = sqlcipher3.dbapi2
OLDEST_SQLITE = (3, 51, 3)
"""Earlier ones can damage a WAL database (sqlite.org/wal.html, "WAL-reset bug")."""
KEY_BYTES = 32
BUSY_MS = 5000

_PRAGMAS = (
    "PRAGMA busy_timeout = 5000",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA fullfsync = ON",  # macOS: a plain fsync does not reach the disk
    "PRAGMA checkpoint_fullfsync = ON",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA trusted_schema = OFF",
)


def open_engine(path: Path, key: bytes | bytearray) -> Engine:
    """An engine on the encrypted file, made if it is not there. New connections read `key` again: whoever overwrites
    it has locked the engine. Raises WrongKeyError, NotEncryptedError,
    StoreNotWritableError or StoreInUseError; the file is then as it was."""
    engine = create_engine(
        "sqlite://",
        module=dbapi,
        creator=lambda: connect(path, bytes(key)),
        poolclass=QueuePool,
        pool_size=2,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    with telling(path), engine.connect() as connection:
        # Taken back again: a file that can only be read is found out now, not at the first thing typed.
        connection.exec_driver_sql("PRAGMA user_version = 1")
        connection.rollback()
    return engine


def connect(path: Path, key: bytes) -> Any:
    """One connection that has proved that it encrypts and that the key fits."""
    if len(key) != KEY_BYTES:
        raise WrongKeyError(_("Nøglen til databasen har en forkert længde. Lås op med adgangskoden."))
    connection = dbapi.connect(str(path), check_same_thread=False, isolation_level=None)
    try:
        require_encryption(connection)
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        _require_key_fits(connection, path)
        for pragma in _PRAGMAS:
            connection.execute(pragma)
    except BaseException:
        connection.close()
        raise
    return connection


def require_encryption(connection: Any) -> None:
    """Ordinary SQLite ignores a key in silence and writes plain text: refuse it, and refuse old engines."""
    row = connection.execute("PRAGMA cipher_version").fetchone()
    if not row or not row[0]:
        raise NotEncryptedError(
            _("Denne installation kan ikke kryptere, og så starter BudgetDesk ikke. Installér BudgetDesk igen.")
        )
    if dbapi.sqlite_version_info < OLDEST_SQLITE:
        raise StoreError(
            _("Databasemotoren er for gammel (SQLite {sqlite_version}). Installér BudgetDesk igen.").format(
                sqlite_version=dbapi.sqlite_version
            )
        )


def _require_key_fits(connection: Any, path: Path) -> None:
    try:
        connection.execute("SELECT count(*) FROM sqlite_master")
    except dbapi.DatabaseError as error:
        if "not a database" not in str(error):
            raise
        require_not_plain(path)
        raise WrongKeyError(
            _(
                "Nøglen passer ikke til databasen “{name}”. Lås op med adgangskoden, eller hent en sikkerhedskopi."
            ).format(name=path.name)
        ) from None


def require_not_plain(path: Path) -> None:
    """Raises NotEncryptedError when the file is an ordinary SQLite database."""
    if path.exists() and _is_plain(path):
        raise NotEncryptedError(
            _(
                "Databasen “{name}” er ikke krypteret, og BudgetDesk åbner den ikke. Flyt filen væk, og "
                "hent en sikkerhedskopi."
            ).format(name=path.name)
        ) from None


def _is_plain(path: Path) -> bool:
    """Whether the file opens without a key. Asked of the engine: opening the file ourselves would drop its locks."""
    connection = dbapi.connect(str(path))
    try:
        connection.execute("SELECT count(*) FROM sqlite_master")
    except dbapi.DatabaseError:
        return False
    finally:
        connection.close()
    return True


def _begin(connection: Connection) -> None:
    # The driver leaves transactions to us (isolation_level=None): so also DDL is all or nothing.
    connection.exec_driver_sql("BEGIN IMMEDIATE")


@contextmanager
def telling(path: Path) -> Iterator[None]:
    """Turn what the engine raises into a StoreError with a Danish sentence. The engine's own words hold no values."""
    try:
        yield
    except (DBAPIError, dbapi.Error) as error:
        raise _told(str(getattr(error, "orig", error)), path) from error
    except StatementError as error:
        # A value that no column takes is our own mistake, not the store's: shown as such.
        raise ValueError(str(error.orig)) from None


def _told(text: str, path: Path) -> StoreError:
    if re.search(r"disk is full|disk I/O error", text):
        return StoreNotWritableError(
            _(
                "Der kunne ikke gemmes: disken er fuld eller svarer ikke. Gør plads, og prøv igen. "
                "Det, der var gemt, er der stadig."
            )
        )
    if re.search(r"readonly|unable to open", text):
        return StoreNotWritableError(
            _("Databasen “{path}” kan ikke skrives. Giv dig selv skriveadgang til mappen, og prøv igen.").format(
                path=path
            )
        )
    if "locked" in text:
        return StoreInUseError(_("Et andet program bruger databasen. Luk det, og prøv igen."))
    if re.search(r"malformed|not a database", text):
        return StoreError(
            _("Databasen “{name}” er beskadiget. Luk BudgetDesk, lad filen ligge, og hent en sikkerhedskopi.").format(
                name=path.name
            )
        )
    return StoreError(_("Databasen svarede med en fejl, og intet blev gemt. Luk BudgetDesk, og prøv igen."))
