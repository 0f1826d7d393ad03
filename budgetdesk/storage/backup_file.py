"""One backup as one file: the encrypted database as it was, and behind it what is told about it.

    database (SQLCipher, as in the profile) | label (JSON) | length of the label, 8 bytes | SHA-256 of the label | MAGIC

The label holds when it was made, how many cases there are, the SHA-256 of the database, and the key file: so a backup
opens on another computer with the passphrase of that day or with the recovery key. Label and database are bound to the
key of the store by a MAC. A database with something behind it is still a database, so writing needs no second copy.
"""

from __future__ import annotations

import hmac
import json
import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO

from budgetdesk.errors import BackupError, UserCancelled
from budgetdesk.i18n import _
from budgetdesk.storage import keys

SUFFIX = ".budgetdesk"
FORMAT = "budgetdesk/backup"
VERSION = 1
MAGIC = b"BudgetDeskBackup"
PAGE = 4096
LONGEST_LABEL = 100_000
_DIGEST = 32
_TAIL = 8 + _DIGEST + len(MAGIC)
_PIECE = 1 << 20

Progress = Callable[[int, int], bool]
"""Told how much of how much is done; False stops the work."""


def no_progress(_done: int, _of: int) -> bool:
    """For whoever does not look."""
    return True


@dataclass(frozen=True, kw_only=True)
class BackupInfo:
    """What a backup says about itself."""

    path: Path
    made_at: datetime
    program: str
    schema: str
    cases: int
    size: int
    """Bytes of the database."""
    sha256: str
    key_file: keys.KeyFile
    mac: str = ""


def name_of(made_at: datetime) -> str:
    """The name of a backup: the moment in the computer's own time, and nothing about anybody."""
    return f"budgetdesk-{made_at.astimezone():%Y-%m-%d-%H%M%S}{SUFFIX}"


def label(info: BackupInfo, key: bytes) -> bytes:
    """What stands behind the database."""
    told = json.dumps({**_told(info), "mac": _mac(info, key)}, sort_keys=True).encode()
    return told + len(told).to_bytes(8) + sha256(told).digest() + MAGIC


def look(path: Path) -> BackupInfo:
    """What a backup says about itself. Neither the database nor the key is looked at yet. Raises BackupError."""
    try:
        with path.open("rb") as file:
            told, size = _label(file, path)
    except OSError as error:
        raise _unreadable(path) from error
    try:
        info = _info(json.loads(told), path)
    except (ValueError, KeyError, TypeError) as error:
        raise damaged(path) from error
    if info.size != size or size % PAGE or not size:
        raise damaged(path)
    return info


def require_whole(info: BackupInfo, progress: Progress = no_progress) -> None:
    """Read the whole file. Raises BackupError when a single byte of the database is not as it was written."""
    copy_database(info, None, progress)


def copy_database(info: BackupInfo, target: BinaryIO | None, progress: Progress = no_progress) -> None:
    """Copy the database out of a backup and compare it with what the label says. Raises BackupError, UserCancelled."""
    digest, left = sha256(), info.size
    try:
        file = info.path.open("rb")
    except OSError as error:
        raise _unreadable(info.path) from error
    with file:
        while left:
            try:
                piece = file.read(min(_PIECE, left))
            except OSError as error:
                raise _unreadable(info.path) from error
            if not piece:
                raise damaged(info.path)
            digest.update(piece)
            if target is not None:
                target.write(piece)
            left -= len(piece)
            if not progress(info.size - left, info.size):
                raise UserCancelled
    if digest.hexdigest() != info.sha256:
        raise damaged(info.path)


def require_ours(info: BackupInfo, key: bytes) -> None:
    """Raises BackupError unless the label was written by somebody who had the key."""
    if not hmac.compare_digest(info.mac, _mac(info, key)):
        raise damaged(info.path)


def damaged(path: Path) -> BackupError:
    """The error for a file that is not as it was written."""
    return BackupError(
        _("Sikkerhedskopien “{name}” er beskadiget eller ikke hel. Vælg en anden. Intet er ændret.").format(
            name=path.name
        )
    )


def _label(file: BinaryIO, path: Path) -> tuple[bytes, int]:
    """The label, and how long the file is in front of it."""
    length = file.seek(0, os.SEEK_END)
    if length < _TAIL:
        raise _foreign(path)
    file.seek(length - _TAIL)
    tail = file.read(_TAIL)
    if tail[8 + _DIGEST :] != MAGIC:
        raise _foreign(path)
    long = int.from_bytes(tail[:8])
    if not 0 < long <= min(LONGEST_LABEL, length - _TAIL):
        raise damaged(path)
    file.seek(length - _TAIL - long)
    told = file.read(long)
    if sha256(told).digest() != tail[8 : 8 + _DIGEST]:
        raise damaged(path)
    return told, length - _TAIL - long


def _told(info: BackupInfo) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "version": VERSION,
        "made_at": info.made_at.isoformat(),
        "program": info.program,
        "schema": info.schema,
        "cases": info.cases,
        "size": info.size,
        "sha256": info.sha256,
        "key": keys.to_bytes(info.key_file).decode(),
    }


def _info(told: dict[str, Any], path: Path) -> BackupInfo:
    if told["format"] != FORMAT:
        raise ValueError("another format")
    if told["version"] != VERSION:
        raise BackupError(
            _(
                "Sikkerhedskopien “{name}” er fra en nyere udgave af BudgetDesk. Installér den nyeste "
                "udgave, og prøv igen. Intet er ændret."
            ).format(name=path.name)
        )
    made_at = datetime.fromisoformat(told["made_at"])
    if made_at.tzinfo is None:
        raise ValueError("a time without a zone")
    return BackupInfo(
        path=path,
        made_at=made_at,
        program=str(told["program"]),
        schema=str(told["schema"]),
        cases=int(told["cases"]),
        size=int(told["size"]),
        sha256=str(told["sha256"]),
        key_file=keys.from_bytes(told["key"].encode(), path),
        mac=str(told["mac"]),
    )


def _mac(info: BackupInfo, key: bytes) -> str:
    secret = keys.secret_for(key, "backup")
    told = json.dumps(_told(replace(info, mac="")), sort_keys=True).encode()
    return hmac.new(secret, told, sha256).hexdigest()


def _unreadable(path: Path) -> BackupError:
    return BackupError(
        _("Sikkerhedskopien “{path}” kan ikke læses. Se efter, at den er der, og prøv igen.").format(path=path)
    )


def _foreign(path: Path) -> BackupError:
    return BackupError(
        _("Filen “{name}” er ikke en hel sikkerhedskopi fra BudgetDesk. Vælg en anden. Intet er ændret.").format(
            name=path.name
        )
    )
