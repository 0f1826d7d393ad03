"""The recovery key: printed once on paper, it opens the store and its backups when the passphrase is lost.

128 random bits, written in 28 signs: letters and figures that cannot be taken for each other, and two signs that tell
a slip of the pen. Long enough to need no stretching: HKDF-SHA256, then AES-256-GCM.
"""

from __future__ import annotations

import base64
import json
import secrets
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from budgetdesk.errors import WrongKeyError
from budgetdesk.i18n import _
from budgetdesk.storage.engine import KEY_BYTES
from budgetdesk.storage.keys import KeyFile

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's: no I, L, O and U."""
GROUP = 4
_SECRET_BYTES = 16
_SECRET_SIGNS = 26
_CHECK_SIGNS = 2
_SAME = str.maketrans({"O": "0", "I": "1", "L": "1"})
WORDS = 3
OF_WORDS = 64


def new_key() -> str:
    """A fresh recovery key, as it is printed: `0123-4567-...`, seven groups of four."""
    return _written(secrets.token_bytes(_SECRET_BYTES))


def with_recovery(file: KeyFile, key: bytes, printed: str) -> KeyFile:
    """The key file with the key wrapped by a recovery key; one made before stops working."""
    wrap = {"kdf": "hkdf-sha256", "salt": _b64(secrets.token_bytes(16)), "nonce": _b64(secrets.token_bytes(12))}
    secret = _read(printed)
    wrapped = AESGCM(_stretch(secret, wrap)).encrypt(_unb64(wrap["nonce"]), key, _aad(file, wrap))
    return replace(file, recovery={**wrap, "words": list(check_numbers(printed)), "wrapped": _b64(wrapped)})


def by_recovery(file: KeyFile, typed: str) -> bytes:
    """The key of the store, by the recovery key as somebody has typed it. Raises WrongKeyError."""
    secret = _read(typed)
    if file.recovery is None:
        raise WrongKeyError(_("Der er ikke lavet nogen nødnøgle til disse sager. Lås op med adgangskoden."))
    wrap = file.recovery
    try:
        return AESGCM(_stretch(secret, wrap)).decrypt(_unb64(wrap["nonce"]), _unb64(wrap["wrapped"]), _aad(file, wrap))
    except (InvalidTag, KeyError, TypeError, ValueError):
        raise WrongKeyError(
            _("Nødnøglen er skrevet rigtigt, men den hører ikke til disse sager. Find det nyeste ark.")
        ) from None


def check_numbers(printed: str) -> tuple[int, ...]:
    """Three numbers below 64 that tell two recovery keys apart and nothing else: the words on the paper."""
    digest = sha256(b"budgetdesk recovery words" + _read(printed)).digest()
    return tuple(byte % OF_WORDS for byte in digest[:WORDS])


def _written(secret: bytes) -> str:
    signs = _signs(int.from_bytes(secret), _SECRET_SIGNS) + _check(secret)
    return "-".join(signs[at : at + GROUP] for at in range(0, len(signs), GROUP))


def _read(typed: str) -> bytes:
    signs = "".join(typed.split()).replace("-", "").upper().translate(_SAME)
    if len(signs) != _SECRET_SIGNS + _CHECK_SIGNS or set(signs) - set(SIGNS):
        raise WrongKeyError(
            _("Nødnøglen har {secret_signs} tegn i {secret_signs_2} grupper. Skriv den, som den står på arket.").format(
                secret_signs=_SECRET_SIGNS + _CHECK_SIGNS, secret_signs_2=(_SECRET_SIGNS + _CHECK_SIGNS) // GROUP
            )
        )
    number = 0
    for sign in signs[:_SECRET_SIGNS]:
        number = number * len(SIGNS) + SIGNS.index(sign)
    try:
        secret = number.to_bytes(_SECRET_BYTES)
    except OverflowError:
        secret = b""
    if not secret or _check(secret) != signs[_SECRET_SIGNS:]:
        raise WrongKeyError(_("Der er en skrivefejl i nødnøglen. Se tegnene efter en gruppe ad gangen, og prøv igen."))
    return secret


def _check(secret: bytes) -> str:
    return _signs(int.from_bytes(sha256(b"budgetdesk recovery" + secret).digest()[:2]) >> 6, _CHECK_SIGNS)


def _signs(number: int, count: int) -> str:
    found = ""
    for _rest in range(count):
        number, sign = divmod(number, len(SIGNS))
        found = SIGNS[sign] + found
    return found


def _stretch(secret: bytes, wrap: Mapping[str, Any]) -> bytes:
    return HKDF(SHA256(), KEY_BYTES, salt=_unb64(wrap["salt"]), info=b"budgetdesk/recovery").derive(secret)


def _aad(file: KeyFile, wrap: Mapping[str, Any]) -> bytes:
    sealed = {name: wrap[name] for name in ("kdf", "salt", "nonce")}
    return json.dumps(["recovery", file.store, file.check, sealed], sort_keys=True).encode()


def _b64(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _unb64(text: str) -> bytes:
    return base64.b64decode(text, validate=True)
