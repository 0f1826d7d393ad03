"""Checks a signed PDF, ours or somebody else's: is it unchanged, who sealed it, and who signed by hand.

Stricter than `pdfsig`, which calls a signature valid although something was added after it: here the seal must cover
the file to its last byte (only what long-term validation adds may follow), and the gap that holds the signature must
hold nothing else. Offline: no revocation is fetched, so the level of our own seals is PAdES B-B.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any

from budgetdesk import formats
from budgetdesk.documents.seals.ink import ATTACHMENT, Ink, from_json
from budgetdesk.documents.seals.long_term import only_long_term
from budgetdesk.documents.seals.seal import LARGEST, quiet
from budgetdesk.documents.sheet.plain import plain
from budgetdesk.i18n import N_, _

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

CHANGED = N_("Filen er ændret efter, at den blev forseglet. Brug den ikke. Bed om en ny kopi af originalen.")
ADDED = N_("Der er føjet noget til filen, efter at den blev forseglet. Brug den ikke. Bed om en ny kopi af originalen.")
TRUNCATED = N_("Filen er ikke hel: slutningen mangler. Hent den igen.")
NOT_PDF = N_("Filen er ikke en PDF. Vælg en PDF-fil.")
TOO_LARGE = N_("Filen er større end 50 MB og bliver ikke kontrolleret. Vælg et dokument fra BudgetDesk.")
UNREADABLE = N_("Filen er beskadiget eller bygget på en måde, der ikke kan kontrolleres. Bed om en ny kopi.")
NO_SIGNATURE = N_("Filen har intet segl og ingen digital underskrift. Derfor kan det ikke ses, om den er ændret.")
UNKNOWN_ISSUER = N_("Seglet er ubrudt, men vi kender ikke udstederen “{name}”. Spørg afsenderen, om den er rigtig.")
OUTSIDE = N_("Certifikatet gjaldt ikke den dag, filen blev forseglet ({day}). Spørg afsenderen.")
EXPIRED = N_("Certifikatet udløb {day}. Seglet er sat, mens det gjaldt, men tidspunktet er afsenderens eget.")
TIME = "signature_time_stamp_token"
GOOD = N_("Filen er ikke ændret, siden den blev forseglet af {name} {day}.")


@dataclass(frozen=True, kw_only=True)
class SealedBy:
    """One digital signature or seal in the file."""

    name: str
    organisation: str
    at: datetime | None
    """The signer's own word: nothing offline proves the time."""
    intact: bool
    trusted: bool
    """True where the certificate leads back to one of the roots that were handed in."""


@dataclass(frozen=True, kw_only=True)
class Verification:
    """The answer. `valid`: there is a seal, and the file is as it was sealed. Whether the sealer is known to us is said
    by each signer's `trusted`, and in `reasons`."""

    valid: bool
    changed_after_signing: bool
    level: str
    """`PAdES B-B` and so on; "" without a signature."""
    signers: tuple[SealedBy, ...] = ()
    ink: tuple[Ink, ...] = ()
    """Signatures made by hand or typed at the desk, as recorded under the seal; empty unless `valid`."""
    reasons: tuple[str, ...] = ()
    """Danish sentences, the most important first."""

    @property
    def trusted(self) -> bool:
        return bool(self.signers) and all(signer.trusted for signer in self.signers)


def verify(pdf: bytes, *, roots: Sequence[Certificate] = (), on: date | None = None) -> Verification:
    """Check a file. Never raises for what stands in it: a hostile or broken file gets an answer with reasons.

    `roots` are certificates we trust. With `on`, a certificate that has expired by that day is mentioned.
    """
    refused = _refused(pdf)
    if refused:
        return _no(refused)
    quiet()
    try:
        return _verify(pdf, roots, on)
    except Exception:  # pyHanko raises many kinds for files that were made to break readers
        changed = b"/ByteRange" in pdf
        return _no(_(CHANGED) if changed else _(UNREADABLE), changed=changed)


def _refused(pdf: bytes) -> str:
    if len(pdf) > LARGEST:
        return _(TOO_LARGE)
    if b"%PDF-" not in pdf[:1024]:
        return _(NOT_PDF)
    if b"%%EOF" not in pdf[-1024:]:
        return _(TRUNCATED)
    return ""


def _no(reason: str, *, changed: bool = False) -> Verification:
    return Verification(valid=False, changed_after_signing=changed, level="", reasons=(reason,))


def _verify(pdf: bytes, roots: Sequence[Certificate], on: date | None) -> Verification:
    from pyhanko.pdf_utils.reader import PdfFileReader  # noqa: PLC0415 - slow to import

    reader = PdfFileReader(io.BytesIO(pdf), strict=False)
    found = list(reader.embedded_signatures)
    signatures = [signature for signature in found if signature.sig_object_type == "/Sig"]
    if not signatures:
        hidden = b"/ByteRange" in pdf
        return _no(_(CHANGED) if hidden else _(NO_SIGNATURE), changed=hidden)
    judged = [_judge(signature, pdf, roots, on, newest=signature is found[-1]) for signature in signatures]
    broken = [reason for one in judged for reason in one.broken]
    notes = [reason for one in judged for reason in one.notes]
    changed = any(one.changed for one in judged)
    valid = not broken and not changed
    return Verification(
        valid=valid,
        changed_after_signing=changed,
        level=_level(reader, signatures[-1], found),
        signers=tuple(one.signer for one in judged),
        ink=_ink(reader) if valid else (),
        reasons=tuple(dict.fromkeys([*broken, *notes])),
    )


@dataclass(frozen=True, kw_only=True)
class _Judged:
    signer: SealedBy
    changed: bool
    broken: tuple[str, ...]
    notes: tuple[str, ...]


def _judge(signature: Any, pdf: bytes, roots: Sequence[Certificate], on: date | None, *, newest: bool) -> _Judged:
    certificate = signature.signer_cert
    at = signature.self_reported_timestamp
    name, organisation = _names(certificate)
    status = _status(signature, roots, at)
    covers = status.coverage.name == "ENTIRE_FILE"
    intact = bool(status.intact and status.valid and _gap_is_clean(signature, pdf) and _time_is_sound(status))
    added = (newest and not covers and not only_long_term(signature.reader, signature, status)) or not (
        covers or status.docmdp_ok
    )
    trusted = bool(roots) and bool(status.trusted) and intact
    broken, notes = [], []
    if not intact:
        broken.append(_(CHANGED))
    elif added:
        broken.append(_(ADDED))
    else:
        day = at.date() if at else None
        broken += _not_valid_then(certificate, at)
        notes.append(
            _(GOOD).format(
                name=organisation or name,
                day=_("den {day}").format(day=formats.day(day)) if day else _("på et ukendt tidspunkt"),
            )
        )
        notes += [] if trusted else [_(UNKNOWN_ISSUER).format(name=_issuer(certificate))]
        notes += _expired(certificate, on) if not broken else []
    signer = SealedBy(name=name, organisation=organisation, at=at, intact=intact, trusted=trusted)
    return _Judged(
        signer=signer,
        changed=not intact or added,
        broken=tuple(broken),
        notes=tuple(notes) if not broken else (),
    )


def _status(signature: Any, roots: Sequence[Certificate], at: datetime | None) -> Any:
    from asn1crypto import x509  # type: ignore[import-untyped]  # noqa: PLC0415 - it publishes no types
    from cryptography.hazmat.primitives.serialization import Encoding  # noqa: PLC0415
    from pyhanko.sign.validation import KeyUsageConstraints, validate_pdf_signature  # noqa: PLC0415
    from pyhanko_certvalidator import ValidationContext  # noqa: PLC0415

    context = ValidationContext(
        trust_roots=[x509.Certificate.load(root.public_bytes(Encoding.DER)) for root in roots],
        allow_fetching=False,
        moment=at or datetime(2000, 1, 1, tzinfo=UTC),
        revocation_mode="soft-fail",
    )
    # pyHanko asks for non-repudiation; one for digital signatures alone may seal as well (EN 319 412-2, 4.3.2).
    usage = KeyUsageConstraints(key_usage={"digital_signature", "non_repudiation"}, match_all_key_usages=False)
    return validate_pdf_signature(signature, signer_validation_context=context, key_usage_settings=usage)


def _time_is_sound(status: Any) -> bool:
    """Whether a server's time, where there is one, belongs to this signature and is whole."""
    time_stamp = status.timestamp_validity
    return time_stamp is None or bool(time_stamp.intact and time_stamp.valid)


def _gap_is_clean(signature: Any, pdf: bytes) -> bool:
    """Whether the bytes that the signature does not cover are only the signature itself, padded with zeros.

    A reader skips this gap when it computes the digest, so a byte changed there goes unnoticed elsewhere.
    """
    start, length, after, _rest = (int(number) for number in signature.byte_range)
    gap = pdf[start + length : after]
    match = re.fullmatch(rb"<((?:[0-9a-f]{2})+|(?:[0-9A-F]{2})+)>", gap)
    if start != 0 or match is None:
        return False
    content = bytes.fromhex(match[1].decode())
    length = _der_length(content)
    return not content[length:].strip(b"\0") and _strict_cms(content[:length])


def _der_length(content: bytes) -> int:
    """Length of the DER value that `content` starts with, header included."""
    first = content[1]
    if first < 0x80:
        return 2 + first
    size = first & 0x7F
    return 2 + size + int.from_bytes(content[2 : 2 + size], "big")


def _strict_cms(content: bytes) -> bool:
    """Whether the signature is written in the one way DER allows: nothing in its shell has been turned."""
    from asn1crypto import cms  # noqa: PLC0415

    read = cms.ContentInfo.load(content, strict=True)
    data = read["content"]
    info = data["signer_infos"][0]
    _settle(data)
    return (
        read.dump(force=True) == content
        and data["version"].native in {"v1", "v3"}
        and info["version"].native in {"v1", "v3"}
        and len(data["signer_infos"]) == 1
        and [a["algorithm"].native for a in data["digest_algorithms"]] == [info["digest_algorithm"]["algorithm"].native]
        # The only thing beside the signature that PAdES knows is a time from a server (EN 319 142-1, 5.5).
        and all(one["type"].native == TIME for one in info["unsigned_attrs"])
    )


def _settle(data: Any) -> None:
    """Spare asn1crypto work when it writes a signature anew.

    A kind of digest that is left out, being the usual one, counts as changed since it was read, and all levels above it
    are then made two or three times each, every one of them with all below it: seconds, where a time is in the seal.
    """
    for info in data["signer_infos"]:
        for attribute in (*info["signed_attrs"], *info["unsigned_attrs"]):
            kind = attribute["type"].native
            for value in attribute["values"]:
                if kind == "signing_certificate_v2":
                    for certificate in value["certs"]:
                        certificate["hash_algorithm"]._mutated = False
                elif kind == TIME:
                    _settle(value["content"])


def _names(certificate: Any) -> tuple[str, str]:
    subject = certificate.subject.native
    name, organisation = subject.get("common_name", ""), subject.get("organization_name", "")
    return plain(str(name)), plain(str(organisation))


def _issuer(certificate: Any) -> str:
    issuer = certificate.issuer.native
    return plain(str(issuer.get("organization_name") or issuer.get("common_name") or _("uden navn")))


def _not_valid_then(certificate: Any, at: datetime | None) -> list[str]:
    if at is None or certificate.not_valid_before <= at <= certificate.not_valid_after:
        return []
    return [_(OUTSIDE).format(day=formats.day(at.date()))]


def _expired(certificate: Any, on: date | None) -> list[str]:
    last: datetime = certificate.not_valid_after
    if on is None or datetime.combine(on, time(), UTC) <= last:
        return []
    return [_(EXPIRED).format(day=_("den {last}").format(last=formats.day(last.date())))]


def _level(reader: Any, signature: Any, found: Sequence[Any]) -> str:
    if signature.sig_object.get("/SubFilter") != "/ETSI.CAdES.detached":
        return _("Anden digital underskrift")
    if found[-1].sig_object_type == "/DocTimeStamp":
        return "PAdES B-LTA"
    extra = signature.signer_info["unsigned_attrs"]
    timed = any(attribute["type"].native == TIME for attribute in extra)
    if timed and "/DSS" in reader.root:
        return "PAdES B-LT"
    return "PAdES B-T" if timed else "PAdES B-B"


def _ink(reader: Any) -> tuple[Ink, ...]:
    """The signatures recorded at the desk; nothing where the file is not one of ours."""
    try:
        names = reader.root["/Names"]["/EmbeddedFiles"]["/Names"]
        for at in range(0, len(names), 2):
            if names[at] == ATTACHMENT:
                return from_json(names[at + 1]["/EF"]["/F"].data)
    except Exception:  # a list that cannot be read is no list
        return ()
    return ()
