"""The organisation's own certificate in a file: it seals, and what is wrong with it is said."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)
from cryptography.x509.oid import NameOID
from pdf_reading import run
from sealed import unsealed

from budgetdesk.documents.seals import certificate, issued_certificate
from budgetdesk.documents.seals.seal import seal
from budgetdesk.documents.seals.verify import verify
from budgetdesk.errors import WrongKeyError

AT = datetime(2026, 11, 20, 14, 5, tzinfo=UTC)
PASSWORD = "udstedt til os"


def name(common: str, organisation: str = "") -> x509.Name:
    named = [x509.NameAttribute(NameOID.COMMON_NAME, common)]
    return x509.Name([*named, *([x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation)] if organisation else [])])


def issue(subject, issuer, key, signing, *, ca=False, days=(-10, 700), usage=None):
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(AT + timedelta(days=days[0]))
        .not_valid_after(AT + timedelta(days=days[1]))
        .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
    )
    if usage is not None:
        wanted = ("digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement")
        rest = ("key_cert_sign", "crl_sign", "encipher_only", "decipher_only")
        flags = {flag: flag == usage for flag in (*wanted, *rest)}
        made = made.add_extension(x509.KeyUsage(**flags), critical=True)
    return made.sign(signing, hashes.SHA256())


@cache
def authority():
    root_key, between_key = rsa.generate_private_key(65537, 2048), ec.generate_private_key(ec.SECP384R1())
    root_name, between_name = name("Udsteder rod"), name("Udsteder to")
    root = issue(root_name, root_name, root_key, root_key, ca=True, days=(-3000, 3000), usage="key_cert_sign")
    between = issue(between_name, root_name, between_key, root_key, ca=True, days=(-2000, 2000), usage="key_cert_sign")
    return root, between, between_key


@cache
def usual_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(65537, 2048)


def file(key=None, *, days=(-10, 700), usage="digital_signature", chain=True, password=PASSWORD) -> bytes:
    key = key or usual_key()
    root, between, signing = authority()
    leaf = issue(name("Segl", "Hvidovre Boligråd"), between.subject, key, signing, days=days, usage=usage)
    above = [root, between] if chain else None
    encryption = BestAvailableEncryption(password.encode()) if password else NoEncryption()
    return pkcs12.serialize_key_and_certificates(b"segl", key, leaf, above, encryption)


@pytest.mark.parametrize("key", [None, ec.generate_private_key(ec.SECP256R1())], ids=["RSA", "EC"])
def test_its_seal_leads_back_to_the_authority(key):
    found = issued_certificate.read(file(key), PASSWORD, at=AT)
    root, between, _ = authority()
    checked = verify(seal(unsealed(), signer=found, when=AT), roots=[root])

    assert (found.organisation, found.own) == ("Hvidovre Boligråd", False)
    assert (found.root, found.chain) == (root, (between,))
    assert checked.valid
    assert checked.trusted
    assert not verify(seal(unsealed(), signer=found, when=AT)).trusted


def test_it_is_kept_and_opened_again_with_its_chain():
    found = issued_certificate.read(file(), PASSWORD, at=AT)
    again = certificate.from_bytes(certificate.to_bytes(found, b"hemmelig"), b"hemmelig")

    assert (again.organisation, again.own) == (found.organisation, False)
    assert (again.certificate, again.root, again.chain) == (found.certificate, found.root, found.chain)


def test_one_without_its_issuers_is_taken_and_vouches_for_itself():
    found = issued_certificate.read(file(chain=False), PASSWORD, at=AT)
    again = certificate.from_bytes(certificate.to_bytes(found, b"hemmelig"), b"hemmelig")

    assert found.root == found.certificate == again.root
    assert verify(seal(unsealed(), signer=found, when=AT), roots=[found.root]).trusted


def test_our_own_certificates_are_told_from_issued_ones():
    own = certificate.make("Boligrådgivningen", start=AT)

    assert own.own
    assert certificate.from_bytes(certificate.to_bytes(own, b"x"), b"x").own


@pytest.mark.parametrize(
    ("content", "password", "said"),
    [
        (file, "forkert", "Adgangskoden er forkert"),
        (lambda: b"ikke en fil", PASSWORD, "ikke en certifikatfil"),
        (lambda: file(days=(-700, -10)), PASSWORD, "udløb den 10. november 2026"),
        (lambda: file(days=(10, 700)), PASSWORD, "gælder først fra den 30. november 2026"),
        (lambda: file(usage="key_encipherment"), PASSWORD, "må ikke bruges til at underskrive"),
        (lambda: file(ed25519.Ed25519PrivateKey.generate()), PASSWORD, "kan ikke bruges til et segl"),
        (lambda: file(too_short()), PASSWORD, "mindst 2048 bit"),
    ],
    ids=["password", "no file", "run out", "not yet", "usage", "kind", "short"],
)
def test_what_is_wrong_with_a_file_is_said(content: Callable[[], bytes], password: str, said: str):
    with pytest.raises(WrongKeyError, match=said):
        issued_certificate.read(content(), password, at=AT)


def too_short() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(65537, 1024)  # noqa: S505 - on purpose


def test_a_file_without_a_key_is_told():
    content = pkcs12.serialize_key_and_certificates(b"x", None, None, [authority()[0]], NoEncryption())

    with pytest.raises(WrongKeyError, match="ikke både"):
        issued_certificate.read(content, "", at=AT)


@pytest.mark.skipif(not shutil.which("openssl"), reason="openssl is not installed")
def test_a_file_that_openssl_made_is_read(tmp_path: Path):
    key = rsa.generate_private_key(65537, 2048)
    root, between, signing = authority()
    leaf = issue(name("Segl", "Hvidovre Boligråd"), between.subject, key, signing, usage="content_commitment")
    (tmp_path / "key").write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    (tmp_path / "leaf").write_bytes(leaf.public_bytes(Encoding.PEM))
    (tmp_path / "chain").write_bytes(b"".join(one.public_bytes(Encoding.PEM) for one in (between, root)))
    run(
        *("openssl", "pkcs12", "-export", "-inkey", tmp_path / "key", "-in", tmp_path / "leaf"),
        *("-certfile", tmp_path / "chain", "-out", tmp_path / "p12", "-passout", f"pass:{PASSWORD}"),
    )
    found = issued_certificate.read((tmp_path / "p12").read_bytes(), PASSWORD, at=AT)

    assert (found.certificate, found.root, found.chain) == (leaf, root, (between,))
