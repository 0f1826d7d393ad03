"""The organisation's own certificate for seals: a root and, signed by it, the sealing key. Made at first use.

EC P-256, self-issued. It proves that a sealed file is unchanged since somebody who held the key sealed it; it does not
prove who that was. The private key is only ever kept encrypted (PKCS#12); the root's own key is thrown away.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, TypeGuard

from budgetdesk.documents.sheet.plain import plain
from budgetdesk.errors import SealError, WrongKeyError
from budgetdesk.i18n import _

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
    from cryptography.x509 import Certificate, KeyUsage, Name

YEARS = 10
OWN_ROOT = "BudgetDesk rod"
"""What our own roots are called."""
LONGEST_NAME = 64
"""Bytes of UTF-8 that a name in a certificate may have (RFC 5280, ub-common-name, counted the strict way)."""


@dataclass(frozen=True, kw_only=True)
class TokenKey:
    """Where a key lies that never leaves its card or USB stick (PKCS#11); `token_key` seals with it."""

    module: str
    """The file by which programs talk to the card: a library that comes with it."""
    token: str
    """What the card calls itself."""
    serial: str
    """Its number, in hexadecimal digits: two cards may have one name."""
    id: str
    """What the key is known by on the card, in hexadecimal digits; empty where the card knows only `label`."""
    label: str
    pin: str = field(default="", repr=False)
    """Only while it is used. It is never saved."""


@dataclass(frozen=True, kw_only=True)
class SealKey:
    """A sealing key with its certificate and the root that vouches for it."""

    organisation: str
    certificate: Certificate
    root: Certificate
    """What others trust: a root that vouches for it, or the highest certificate that came along."""
    key: EllipticCurvePrivateKey | RSAPrivateKey | TokenKey
    chain: tuple[Certificate, ...] = ()
    """Certificates between the two, which go into the seal."""
    own: bool = True
    """False for a certificate that somebody else issued to the organisation."""

    def __repr__(self) -> str:
        return f"SealKey({self.organisation!r})"


def make(organisation: str, *, start: datetime, years: int = YEARS) -> SealKey:
    """A new root and sealing key for an organisation, valid from the day before `start` (aware) for `years` years."""
    from cryptography.hazmat.primitives.asymmetric import ec  # noqa: PLC0415 - slow to import

    name = plain(organisation).encode()[:LONGEST_NAME].decode(errors="ignore").strip() or "Rådgivning uden navn"
    first = start.astimezone(UTC) - timedelta(days=1)
    last = first + timedelta(days=365 * years + 1)
    root_key, key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    root_name, leaf_name = _name(name, OWN_ROOT), _name(name, name)
    root = _issue(root_name, root_name, root_key, root_key, (first, last), is_root=True)
    leaf = _issue(leaf_name, root_name, key, root_key, (first, last), is_root=False)
    return SealKey(organisation=name, certificate=leaf, root=root, key=key)


def to_bytes(seal_key: SealKey, passphrase: bytes) -> bytes:
    """The key and its certificates, encrypted with `passphrase` (PKCS#12, AES-256). Raises SealError without one, and
    for a key that lies on a card: it cannot be taken from there."""
    from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12  # noqa: PLC0415

    if not passphrase:
        raise SealError(_("Nøglen til seglet kan ikke gemmes uden en adgangskode. Lås programmet op, og prøv igen."))
    if isinstance(seal_key.key, TokenKey):
        raise SealError(_("Nøglen ligger på et kort og kan ikke gemmes i programmet."))
    return pkcs12.serialize_key_and_certificates(
        seal_key.organisation.encode(),
        seal_key.key,
        seal_key.certificate,
        [seal_key.root, *seal_key.chain],
        BestAvailableEncryption(passphrase),
    )


def from_bytes(stored: bytes, passphrase: bytes) -> SealKey:
    """Open what `to_bytes` made. Raises WrongKeyError when the passphrase or the bytes are wrong."""
    from cryptography.hazmat.primitives.serialization import pkcs12  # noqa: PLC0415

    try:
        key, leaf, others = pkcs12.load_key_and_certificates(stored, passphrase)
    except ValueError as error:
        raise WrongKeyError(
            _("Nøglen til seglet kan ikke åbnes. Adgangskoden er forkert, eller filen er skadet.")
        ) from error
    if not can_seal(key) or leaf is None:
        raise WrongKeyError(_("Filen med nøglen til seglet er ikke lavet af BudgetDesk. Lav en ny nøgle."))
    return with_chain(leaf, key, others)


def with_chain(
    leaf: Certificate, key: EllipticCurvePrivateKey | RSAPrivateKey | TokenKey, others: Sequence[Certificate]
) -> SealKey:
    """The key with those of the other certificates that lead from it upwards."""
    above = chain(leaf, others)
    root = above[-1] if above else leaf
    own = root is not leaf and _common_name(root) == OWN_ROOT
    return SealKey(organisation=holder(leaf), certificate=leaf, root=root, key=key, chain=tuple(above[:-1]), own=own)


LEAST_BITS = {"RSA": 2048, "EC": 256}
"""Shorter keys are not safe any more."""


def can_seal(key: object) -> TypeGuard[EllipticCurvePrivateKey | RSAPrivateKey]:
    """Whether a key is of a kind and size that a seal may be set with."""
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey  # noqa: PLC0415
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey  # noqa: PLC0415

    if isinstance(key, RSAPrivateKey):
        return key.key_size >= LEAST_BITS["RSA"]
    return isinstance(key, EllipticCurvePrivateKey) and key.key_size >= LEAST_BITS["EC"]


def chain(leaf: Certificate, others: Sequence[Certificate]) -> list[Certificate]:
    """From the issuer of the leaf upwards, as far as the file goes."""
    left, found, below = list(others), [], leaf
    while above := next((one for one in left if one.subject == below.issuer), None):
        left.remove(above)
        found.append(above)
        if above.subject == above.issuer:
            break
        below = above
    return found


def holder(leaf: Certificate) -> str:
    """The organisation a certificate names, else its common name."""
    from cryptography.x509.oid import NameOID  # noqa: PLC0415

    named = leaf.subject.get_attributes_for_oid(NameOID.ORGANIZATION_NAME)
    return plain(str(named[0].value)) if named else _common_name(leaf)


def _common_name(certificate: Certificate) -> str:
    from cryptography.x509.oid import NameOID  # noqa: PLC0415

    named = certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    return plain(str(named[0].value)) if named else ""


def root_pem(seal_key: SealKey) -> bytes:
    """The root certificate to hand to those who want to check seals (PEM). It is public."""
    from cryptography.hazmat.primitives.serialization import Encoding  # noqa: PLC0415

    return seal_key.root.public_bytes(Encoding.PEM)


def _name(organisation: str, common_name: str) -> Name:
    from cryptography import x509  # noqa: PLC0415
    from cryptography.x509.oid import NameOID  # noqa: PLC0415

    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "DK"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation),
            x509.NameAttribute(NameOID.COMMON_NAME, common_name),
        ]
    )


def _issue(
    subject: Name,
    issuer: Name,
    key: EllipticCurvePrivateKey,
    signing: EllipticCurvePrivateKey,
    days: tuple[datetime, datetime],
    *,
    is_root: bool,
) -> Certificate:
    from cryptography import x509  # noqa: PLC0415
    from cryptography.hazmat.primitives import hashes  # noqa: PLC0415

    identifier = x509.SubjectKeyIdentifier.from_public_key
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(days[0])
        .not_valid_after(days[1])
        .add_extension(x509.BasicConstraints(ca=is_root, path_length=0 if is_root else None), critical=True)
        .add_extension(_usage(is_root=is_root), critical=True)
        .add_extension(identifier(key.public_key()), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(signing.public_key()),
            critical=False,
        )
        .sign(signing, hashes.SHA256())
    )


def _usage(*, is_root: bool) -> KeyUsage:
    """The root may only vouch for certificates, the sealing key may only seal."""
    from cryptography.x509 import KeyUsage  # noqa: PLC0415

    return KeyUsage(
        digital_signature=not is_root,
        content_commitment=not is_root,
        key_cert_sign=is_root,
        crl_sign=is_root,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )
