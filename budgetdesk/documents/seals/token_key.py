"""A certificate whose key lies on a card or a USB stick (PKCS#11), and never leaves it: found, tried and sealed with.

The card's own library is loaded from the file that the user chose; python-pkcs11 talks to it and comes with
`budgetdesk[pkcs11]`. A card locks after a few wrong PINs, so a PIN is only ever tried on the one card it is meant for,
and once. One at a time: who is logged in is shared by the whole program.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from threading import RLock
from typing import TYPE_CHECKING, Any

from budgetdesk.documents.seals import issued_certificate
from budgetdesk.documents.seals.certificate import LEAST_BITS, SealKey, TokenKey, with_chain
from budgetdesk.errors import PinError, SealError, WrongKeyError
from budgetdesk.i18n import N_, _

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

NO_LIBRARY = N_("Et segl på et kort kræver en tilføjelse. Bed om at få den installeret: budgetdesk[pkcs11].")
NO_MODULE = N_(
    "Filen “{file}” kan ikke bruges: den findes ikke, eller den er ikke kortets PKCS#11-modul. "
    "Spørg dem, der har udstedt kortet, hvor den ligger."
)
NO_CARD = N_("Der er ikke noget kort i læseren. Sæt det i, og prøv igen.")
OTHER_CARD = N_("Kortet “{card}” sidder ikke i læseren. Sæt det i, og prøv igen.")
NO_CERTIFICATE = N_(
    "Der er intet certifikat på kortet, som kan bruges til et segl. Bed om et, eller brug et andet kort."
)
NO_KEY = N_("Der er ingen nøgle til certifikatet på kortet. Vælg et andet certifikat, eller bed om et nyt kort.")
OTHER_KEY = N_("Nøglen på kortet passer ikke til certifikatet. Vælg et andet certifikat, eller bed om et nyt kort.")
WEAK = N_("Nøglen på kortet er for svag. Den skal være RSA med mindst 2048 bit eller EC P-256, P-384, P-521.")
PIN_MISSING = N_("Skriv kortets PIN-kode.")
PIN_WRONG = N_("PIN-koden er forkert. Kortet bliver låst efter nogle få forkerte forsøg.")
PIN_LAST = N_("PIN-koden er forkert. Der er kun ét forsøg tilbage, før kortet bliver låst.")
PIN_LOCKED = N_("Kortets PIN-kode er låst. Brug kortets PUK-kode, eller spørg dem, der har udstedt det.")
PIN_NEW = N_("Kortet skal have en ny PIN-kode. Lav den i kortets eget program.")
PULLED = N_("Kortet blev taget ud, før seglet var færdigt. Intet er forseglet. Sæt kortet i, og prøv igen.")
REFUSED = N_("Kortet svarer ikke, som det skal ({error}). Intet er forseglet. Tag det ud, sæt det i, og prøv igen.")

_PIN_SAID = {
    "PinIncorrect": PIN_WRONG,
    "PinInvalid": PIN_WRONG,
    "PinLenRange": PIN_WRONG,
    "PinLocked": PIN_LOCKED,
    "PinExpired": PIN_NEW,
    "UserPinNotInitialized": PIN_NEW,
}
_PULLED = {"DeviceRemoved", "TokenNotPresent", "SessionHandleInvalid", "SessionClosed", "SlotIDInvalid", "DeviceError"}
_TRIED = b"BudgetDesk"
_one_at_a_time = RLock()


def certificates(module: str) -> tuple[SealKey, ...]:
    """The certificates that can be seen without a PIN on the cards in the readers; those of issuers are left out.

    `module` is the file of the card's library. Raises SealError with what is wrong: the file, no card, none on it.
    """
    with _one_at_a_time, _told():
        cards = _cards(module)
        if not cards:
            raise SealError(_(NO_CARD))
        found = [key for card in cards for key in _on(module, card)]
    if not found:
        raise SealError(_(NO_CERTIFICATE))
    return tuple(found)


def check(key: SealKey, place: TokenKey, *, at: datetime) -> None:
    """Try the key once with its PIN. Raises WrongKeyError for a certificate that cannot seal `at` that moment (aware),
    PinError, and SealError for anything else that is wrong with the card."""
    issued_certificate.check(key.certificate, at=at)
    _check_strength(key.certificate)
    with signer(key, place) as card:
        signature = asyncio.run(card.async_sign_raw(_TRIED, "sha256"))
    if not _fits(key.certificate, signature):
        raise WrongKeyError(_(OTHER_KEY))


@contextmanager
def signer(key: SealKey, place: TokenKey) -> Iterator[Any]:
    """What pyHanko seals with, logged in to the card until the end. Raises as `check`, whenever the card fails."""
    with _one_at_a_time, _told():
        if not place.pin:
            raise PinError(_(PIN_MISSING))
        card = next((one for one in _cards(place.module) if _is(one, place)), None)
        if card is None:
            raise SealError(_(OTHER_CARD).format(card=place.token))
        with _logged_in(card, place.pin) as session:
            yield _signer(session, key, place)


@contextmanager
def _logged_in(card: Any, pin: str) -> Iterator[Any]:
    try:
        session = card.open(user_pin=pin)
    except Exception as error:
        if type(error).__name__ == "PinIncorrect" and _last_try(card):
            raise PinError(_(PIN_LAST)) from error
        raise
    try:
        yield session
    finally:
        with suppress(Exception):  # a card that was taken out cannot be closed
            session.close()


def _signer(session: Any, key: SealKey, place: TokenKey) -> Any:
    from asn1crypto import x509  # type: ignore[import-untyped]  # noqa: PLC0415 - it publishes no types
    from cryptography.hazmat.primitives.serialization import Encoding  # noqa: PLC0415
    from pkcs11 import Attribute, ObjectClass  # noqa: PLC0415
    from pyhanko.sign.pkcs11 import PKCS11Signer  # noqa: PLC0415

    wanted = {Attribute.ID: bytes.fromhex(place.id)} if place.id else {Attribute.LABEL: place.label}
    if not list(session.get_objects({Attribute.CLASS: ObjectClass.PRIVATE_KEY, **wanted})):
        raise SealError(_(NO_KEY))

    def read(one: Certificate) -> Any:
        return x509.Certificate.load(one.public_bytes(Encoding.DER))

    # The hash is made here for EC: more cards know how to sign one than how to make one. No root: see `seal`.
    return PKCS11Signer(
        session,
        signing_cert=read(key.certificate),
        ca_chain=[read(one) for one in key.chain],
        key_id=bytes.fromhex(place.id) or None,
        key_label=None if place.id else place.label,
        embed_roots=False,
        use_raw_mechanism=not _is_rsa(key.certificate),
    )


@contextmanager
def _told() -> Iterator[None]:
    """What a card complains about, as a sentence."""
    try:
        yield
    except Exception as error:
        if not type(error).__module__.startswith("pkcs11"):
            raise
        name = type(error).__name__
        if name in _PIN_SAID:
            raise PinError(_(_PIN_SAID[name])) from error
        raise SealError(_(PULLED) if name in _PULLED else _(REFUSED).format(error=name)) from error


def _cards(module: str) -> list[Any]:
    """The cards in the readers now. Raises SealError."""
    try:
        import pkcs11  # noqa: PLC0415 - an extra that few need
    except ImportError as error:
        raise SealError(_(NO_LIBRARY)) from error
    try:
        library = pkcs11.lib(module)
    except Exception as error:  # whatever a file that is no such library does when it is loaded
        raise SealError(_(NO_MODULE).format(file=module)) from error
    found = []
    for slot in library.get_slots(token_present=True):
        with suppress(pkcs11.TokenNotPresent, pkcs11.TokenNotRecognised):
            found.append(slot.get_token())
    return [card for card in found if pkcs11.TokenFlag.TOKEN_INITIALIZED in card.flags]


def _is(card: Any, place: TokenKey) -> bool:
    return (_plain(card.label), card.serial.hex()) == (place.token, place.serial)


def _last_try(card: Any) -> bool:
    from pkcs11 import TokenFlag  # noqa: PLC0415

    again = card.slot.get_token()
    return TokenFlag.USER_PIN_FINAL_TRY in again.flags


def _on(module: str, card: Any) -> list[SealKey]:
    """The certificates of one card, without its PIN."""
    from cryptography.x509 import load_der_x509_certificate  # noqa: PLC0415
    from pkcs11 import Attribute, ObjectClass  # noqa: PLC0415

    place = TokenKey(module=module, token=_plain(card.label), serial=card.serial.hex(), id="", label="")
    found: list[tuple[Certificate, TokenKey]] = []
    with card.open() as session:
        for one in session.get_objects({Attribute.CLASS: ObjectClass.CERTIFICATE}):
            with suppress(ValueError):  # a certificate of another kind, or a damaged one
                read = load_der_x509_certificate(bytes(one[Attribute.VALUE]))
                mark, label = bytes(one[Attribute.ID]).hex(), str(one[Attribute.LABEL])
                found.append((read, replace(place, id=mark, label=label)))
    others = [one for one, _place in found]
    return [
        with_chain(one, at, [other for other in others if other is not one])
        for one, at in found
        if not _is_issuer(one)
    ]  # fmt: skip


def _plain(label: object) -> str:
    return str(label).rstrip(" \0")


def _is_issuer(certificate: Certificate) -> bool:
    from cryptography import x509  # noqa: PLC0415

    with suppress(x509.ExtensionNotFound):
        return certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    return False


def _is_rsa(certificate: Certificate) -> bool:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey  # noqa: PLC0415

    return isinstance(certificate.public_key(), RSAPublicKey)


def _check_strength(certificate: Certificate) -> None:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey  # noqa: PLC0415
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey  # noqa: PLC0415

    key = certificate.public_key()
    kind = "RSA" if isinstance(key, RSAPublicKey) else "EC"
    if not isinstance(key, RSAPublicKey | EllipticCurvePublicKey) or key.key_size < LEAST_BITS[kind]:
        raise WrongKeyError(_(WEAK))


def _fits(certificate: Certificate, signature: bytes) -> bool:
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415
    from cryptography.hazmat.primitives import hashes  # noqa: PLC0415
    from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa  # noqa: PLC0415

    key = certificate.public_key()
    try:
        if isinstance(key, rsa.RSAPublicKey):
            key.verify(signature, _TRIED, padding.PKCS1v15(), hashes.SHA256())
        elif isinstance(key, ec.EllipticCurvePublicKey):
            key.verify(signature, _TRIED, ec.ECDSA(hashes.SHA256()))
    except InvalidSignature:
        return False
    return True
