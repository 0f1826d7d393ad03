"""Which certificate on which card seals, and the card's PIN: only in memory, and forgotten when the store is locked.

A PIN that the card refused is forgotten at once, so that it is never tried twice: a card locks after a few.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from typing import Any

from budgetdesk.actions.workspace import Workspace
from budgetdesk.documents.seals import issued_certificate, token_key
from budgetdesk.documents.seals.certificate import SealKey, TokenKey, with_chain
from budgetdesk.documents.seals.token_key import certificates as found
from budgetdesk.errors import PinError, WrongKeyError
from budgetdesk.i18n import _

__all__ = ["found", "give_pin", "leave", "pin_wanted", "present", "take", "with_pin"]

_KEPT = "seal_token"
_PLACE = ("module", "token", "serial", "id", "label")


def take(workspace: Workspace, key: SealKey, pin: str, *, at: datetime) -> None:
    """Try a certificate of `found` on its card, then seal with it from now on. `at` is aware.

    Raises SealError (PinError for the PIN) and WrongKeyError; nothing is then changed.
    """
    place = _place(key)
    token_key.check(key, replace(place, pin=pin), at=at)
    workspace.save_setting(_KEPT, _kept(key, place))
    workspace.card_pin = pin


def leave(workspace: Workspace) -> None:
    """Seal without a card from now on."""
    workspace.card_pin = None
    if workspace.setting(_KEPT) is not None:
        workspace.save_setting(_KEPT, None)


def present(workspace: Workspace) -> SealKey | None:
    """The certificate on a card that seals now, as it was when it was chosen; None where none does."""
    kept = workspace.setting(_KEPT)
    if not isinstance(kept, dict):
        return None
    from cryptography.x509 import load_pem_x509_certificates  # noqa: PLC0415 - slow to import

    try:
        place = TokenKey(**{name: str(kept[name]) for name in _PLACE})
        leaf, *others = load_pem_x509_certificates(str(kept["certificates"]).encode())
    except (KeyError, ValueError) as error:
        raise WrongKeyError(_("Det kan ikke læses, hvilket kort der forsegler. Vælg kortet igen.")) from error
    return with_chain(leaf, place, others)


def pin_wanted(workspace: Workspace) -> bool:
    """Whether a PIN has to be given before the next seal. Cheap."""
    return workspace.card_pin is None and isinstance(workspace.setting(_KEPT), dict)


def give_pin(workspace: Workspace, pin: str, *, at: datetime) -> None:
    """The PIN for the seals until the store is locked, tried once on the card at a moment (aware). Raises as `take`."""
    key = present(workspace)
    if key is not None:
        token_key.check(key, replace(_place(key), pin=pin), at=at)
        workspace.card_pin = pin


@contextmanager
def with_pin(workspace: Workspace, key: SealKey, *, at: datetime) -> Iterator[SealKey]:
    """The key with what it takes to seal now. Raises PinError without a PIN, WrongKeyError when it has run out."""
    if not isinstance(key.key, TokenKey):
        yield key
        return
    issued_certificate.check(key.certificate, at=at)
    try:
        yield replace(key, key=replace(key.key, pin=workspace.card_pin or ""))
    except PinError:
        workspace.card_pin = None
        raise


def _place(key: SealKey) -> TokenKey:
    if not isinstance(key.key, TokenKey):
        raise WrongKeyError(_("Certifikatet ligger ikke på et kort."))
    return key.key


def _kept(key: SealKey, place: TokenKey) -> dict[str, Any]:
    from cryptography.hazmat.primitives.serialization import Encoding  # noqa: PLC0415

    whole = dict.fromkeys([key.certificate, *key.chain, key.root])
    pem = b"".join(one.public_bytes(Encoding.PEM) for one in whole).decode()
    return {name: getattr(place, name) for name in _PLACE} | {"certificates": pem}
