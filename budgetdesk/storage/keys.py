"""The key of a store: 256 random bits, kept only wrapped.

`budgetdesk.key` beside the database holds the key wrapped by the passphrase (Argon2id, then AES-256-GCM; the
parameters are sealed with it, so they cannot be lowered). Where a keyring works, it may keep the key as well. The
key itself is never written to a file.
"""

from __future__ import annotations

import base64
import json
import secrets
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from budgetdesk.errors import NoKeyError, StoreError, WrongKeyError
from budgetdesk.i18n import _
from budgetdesk.storage.engine import KEY_BYTES
from budgetdesk.storage.files import replace_file
from budgetdesk.storage.keyrings import Keyring

FILE = "budgetdesk.key"
FORMAT = "budgetdesk/key"
VERSION = 1
ENVIRONMENT = "BUDGETDESK_PASSPHRASE"
SHORTEST = 8
LIMITS = {"memory_kib": (19 * 1024, 1024 * 1024), "iterations": (2, 20), "lanes": (1, 16)}
"""Least (OWASP's floor for Argon2id) and most that a key file may ask for."""
CHOSEN = {"memory_kib": 64 * 1024, "iterations": 3, "lanes": 4}


@dataclass(frozen=True)
class KeyFile:
    """What stands in `budgetdesk.key`. Nothing in it is secret without the passphrase."""

    store: str
    """Random name of the store, under which a keyring keeps the key."""
    check: str
    """SHA-256 over the key, to tell a stale key from the right one."""
    made: bool = False
    """True once the database has been made: from then on a missing database is a loss, not a first start."""
    passphrase: Mapping[str, Any] | None = None
    recovery: Mapping[str, Any] | None = None
    """The key wrapped by the recovery key on paper (`recovery`), where one was made."""


def new_key() -> tuple[bytes, KeyFile]:
    """A fresh key and the file that goes with it, not written yet and wrapped by nothing."""
    key = secrets.token_bytes(KEY_BYTES)
    return key, KeyFile(secrets.token_hex(16), check_of(key))


def with_passphrase(file: KeyFile, key: bytes, passphrase: str) -> KeyFile:
    """The file with the key wrapped by `passphrase` (0.2 s). Raises WrongKeyError when it is too short."""
    if len(passphrase) < SHORTEST:
        raise WrongKeyError(
            _("Adgangskoden er for kort. Vælg mindst {shortest} tegn, gerne en hel sætning.").format(shortest=SHORTEST)
        )
    wrap: dict[str, Any] = {
        "kdf": "argon2id",
        **CHOSEN,
        "salt": _b64(secrets.token_bytes(16)),
        "nonce": _b64(secrets.token_bytes(12)),
    }
    sealed = AESGCM(_stretch(passphrase, wrap)).encrypt(_unb64(wrap["nonce"]), key, _aad(file, wrap))
    return replace(file, passphrase={**wrap, "wrapped": _b64(sealed)})


def by_passphrase(file: KeyFile, passphrase: str) -> bytes:
    """The key, unwrapped. Raises WrongKeyError, also when the file has been changed."""
    wrap = file.passphrase
    if wrap is None:
        raise WrongKeyError(_("Der er ikke valgt nogen adgangskode endnu. Åbn på den computer, der har nøglen."))
    try:
        _require_sane(wrap)
        key = AESGCM(_stretch(passphrase, wrap)).decrypt(
            _unb64(wrap["nonce"]), _unb64(wrap["wrapped"]), _aad(file, wrap)
        )
    except (InvalidTag, KeyError, TypeError, ValueError):
        raise WrongKeyError(_("Adgangskoden passer ikke. Prøv igen, og se efter store bogstaver.")) from None
    return key


def by_keyring(file: KeyFile, keyring: Keyring) -> bytes | None:
    """The key the keyring keeps, or None when there is none or it is not the right one."""
    try:
        key = bytes.fromhex(keyring.get(file.store) or "")
    except ValueError:
        return None
    return key if check_of(key) == file.check else None


def find_key(file: KeyFile, *, passphrase: str | None, keyring: Keyring) -> bytes:
    """The key by the passphrase where there is one, otherwise by the keyring. Raises WrongKeyError, NoKeyError."""
    if passphrase is not None:
        return by_passphrase(file, passphrase)
    key = by_keyring(file, keyring)
    if key is None:
        raise no_key()
    return key


def secret_for(key: bytes | bytearray, purpose: str) -> bytes:
    """32 bytes for one purpose, derived from the key (HKDF-SHA256): the same each time, of no use elsewhere."""
    return HKDF(SHA256(), 32, salt=None, info=f"budgetdesk/{purpose}".encode()).derive(bytes(key))


def no_key() -> NoKeyError:
    """The error when neither passphrase nor keyring is at hand."""
    return NoKeyError(
        _(
            "BudgetDesk er låst, og denne computers nøglering har ikke nøglen. Skriv adgangskoden, "
            "eller sæt den i {environment} til scripts."
        ).format(environment=ENVIRONMENT)
    )


def read(profile: Path) -> KeyFile | None:
    """The key file of a profile; None where there is none yet. Raises StoreError when it cannot be understood."""
    try:
        content = (profile / FILE).read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _unreadable(profile) from error
    return from_bytes(content, profile)


def from_bytes(content: bytes, profile: Path) -> KeyFile:
    """What `to_bytes` wrote; `profile` is for the sentence. Raises StoreError when it cannot be understood."""
    try:
        data = json.loads(content)
    except ValueError as error:
        raise _unreadable(profile) from error
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise _unreadable(profile)
    if data.get("version") != VERSION:
        raise StoreError(
            _("Nøglefilen “{file}” er fra en nyere udgave. Installér den nyeste BudgetDesk.").format(file=FILE)
        )
    try:
        return KeyFile(data["store"], data["check"], bool(data["made"]), data["passphrase"], data.get("recovery"))
    except KeyError as error:
        raise _unreadable(profile) from error


def write(profile: Path, file: KeyFile) -> None:
    """Write the key file in one piece. Raises StoreNotWritableError."""
    replace_file(profile / FILE, to_bytes(file))


def to_bytes(file: KeyFile) -> bytes:
    """The key file as it is written."""
    data = {
        "format": FORMAT,
        "version": VERSION,
        "store": file.store,
        "check": file.check,
        "made": file.made,
        "passphrase": None if file.passphrase is None else dict(file.passphrase),
        "recovery": None if file.recovery is None else dict(file.recovery),
    }
    return json.dumps(data, indent=1).encode()


def _unreadable(profile: Path) -> StoreError:
    return StoreError(
        _(
            "Nøglefilen “{profile}” kan ikke læses. Hent den fra en sikkerhedskopi. Uden den kan sagerne ikke åbnes."
        ).format(profile=profile / FILE)
    )


def _require_sane(wrap: Mapping[str, Any]) -> None:
    if wrap["kdf"] != "argon2id":
        raise ValueError("unknown kdf")
    for name, (least, most) in LIMITS.items():
        if type(wrap[name]) is not int or not least <= wrap[name] <= most:
            raise ValueError(f"{name} out of limits")


def _stretch(passphrase: str, wrap: Mapping[str, Any]) -> bytes:
    text = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    return Argon2id(
        salt=_unb64(wrap["salt"]),
        length=KEY_BYTES,
        iterations=wrap["iterations"],
        lanes=wrap["lanes"],
        memory_cost=wrap["memory_kib"],
    ).derive(text)


def _aad(file: KeyFile, wrap: Mapping[str, Any]) -> bytes:
    sealed = {name: value for name, value in wrap.items() if name != "wrapped"}
    return json.dumps([FORMAT, VERSION, file.store, file.check, sealed], sort_keys=True).encode()


def check_of(key: bytes) -> str:
    """What a key file says of its key, to know it again; the key cannot be found from it."""
    return sha256(b"budgetdesk key check" + key).hexdigest()


def _b64(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _unb64(text: str) -> bytes:
    return base64.b64decode(text, validate=True)
