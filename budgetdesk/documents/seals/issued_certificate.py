"""The organisation's own certificate, issued by an authority, in a file with its key (PKCS#12: .p12, .pfx).

Such a seal says who set it to whoever trusts the authority; BudgetDesk's own (`certificate`) only that nothing was
changed. What is wrong with a file is said at once, not when the first agreement is sealed.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from budgetdesk import formats
from budgetdesk.documents.seals.certificate import SealKey, can_seal, with_chain
from budgetdesk.errors import WrongKeyError
from budgetdesk.i18n import N_, _

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

NOT_OPENED = N_("Filen kan ikke åbnes. Adgangskoden er forkert, eller det er ikke en certifikatfil (.p12, .pfx).")
NO_KEY = N_("Filen har ikke både et certifikat og dets nøgle. Bed om en fil med begge dele (.p12 eller .pfx).")
WEAK = N_(
    "Nøglen i filen kan ikke bruges til et segl. Den skal være RSA med mindst 2048 bit eller EC P-256, P-384, P-521."
)
RUN_OUT = N_("Certifikatet udløb den {day}. Bed om et nyt. Indtil da kan BudgetDesks eget segl bruges.")
NOT_YET = N_("Certifikatet gælder først fra den {day}. Vent til da, eller bed om et andet.")
NOT_FOR_SEALS = N_(
    "Certifikatet må ikke bruges til at underskrive med. Bed om et certifikat til underskrift eller segl."
)


def read(content: bytes, password: str, *, at: datetime) -> SealKey:
    """The organisation's own certificate and key from a file (.p12, .pfx), issued by anybody. `at` is aware.

    Raises WrongKeyError with what is wrong: the password, the file, the dates, or what the certificate may be used for.
    """
    from cryptography.hazmat.primitives.serialization import pkcs12  # noqa: PLC0415

    try:
        key, leaf, others = pkcs12.load_key_and_certificates(content, password.encode() or None)
    except ValueError as error:
        raise WrongKeyError(_(NOT_OPENED)) from error
    if key is None or leaf is None:
        raise WrongKeyError(_(NO_KEY))
    if not can_seal(key):
        raise WrongKeyError(_(WEAK))
    check(leaf, at=at)
    return with_chain(leaf, key, others)


def check(leaf: Certificate, *, at: datetime) -> None:
    """Raises WrongKeyError when a certificate does not hold `at` that moment (aware), or is not for signatures."""
    _check_days(leaf, at)
    _check_usage(leaf)


def _check_days(leaf: Certificate, at: datetime) -> None:
    if at > leaf.not_valid_after_utc:
        raise WrongKeyError(_(RUN_OUT).format(day=formats.day(leaf.not_valid_after_utc.date())))
    if at < leaf.not_valid_before_utc:
        raise WrongKeyError(_(NOT_YET).format(day=formats.day(leaf.not_valid_before_utc.date())))


def _check_usage(leaf: Certificate) -> None:
    """RFC 5280, 4.2.1.3: a certificate that says what it is for must say signatures."""
    from cryptography import x509  # noqa: PLC0415

    try:
        usage = leaf.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return
    if not (usage.digital_signature or usage.content_commitment):
        raise WrongKeyError(_(NOT_FOR_SEALS))
