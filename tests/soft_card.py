"""A card that SoftHSM plays, made once in a folder of its own: certificates that seal, and some that may not."""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import tempfile
from datetime import UTC, datetime, timedelta
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

AT = datetime(2026, 11, 20, 14, 5, tzinfo=UTC)
PIN, NAME = "123456", "Boligrådets kort"
PLACES = (
    "/usr/lib/softhsm/libsofthsm2.so",
    "/usr/lib64/softhsm/libsofthsm2.so",
    "/usr/local/lib/softhsm/libsofthsm2.so",
    "/opt/homebrew/lib/softhsm/libsofthsm2.so",
)
MODULE = next((place for place in PLACES if Path(place).exists()), "")
MISSING = (
    "" if MODULE and find_spec("pkcs11") and shutil.which("softhsm2-util") else "SoftHSM or python-pkcs11 is missing"
)
"""Why no card can be played here."""


def _name(common: str, organisation: str) -> x509.Name:
    pairs = ((NameOID.COMMON_NAME, common), (NameOID.ORGANIZATION_NAME, organisation))
    return x509.Name([x509.NameAttribute(kind, value) for kind, value in pairs])


def _issue(subject, issuer, public, signing, *, ca=False, days=(-10, 700), usage="digital_signature"):
    kinds = "digital_signature content_commitment key_encipherment data_encipherment key_agreement"
    flags = dict.fromkeys(f"{kinds} key_cert_sign crl_sign encipher_only decipher_only".split(), False)
    made = x509.CertificateBuilder(issuer, subject, public, x509.random_serial_number())
    made = made.not_valid_before(AT + timedelta(days=days[0])).not_valid_after(AT + timedelta(days=days[1]))
    made = made.add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
    return made.add_extension(x509.KeyUsage(**flags | {usage: True}), critical=True).sign(signing, hashes.SHA256())


@cache
def root() -> x509.Certificate:
    return _authority()[0]


@cache
def _authority():
    key, name = ec.generate_private_key(ec.SECP256R1()), _name("Udsteder rod", "Udstederne")
    return _issue(name, name, key.public_key(), key, ca=True, days=(-3000, 3000), usage="key_cert_sign"), key


def insert(folder: Path, name: str = NAME) -> None:
    """An empty card in the reader; its PIN is `PIN`."""
    (folder / "tokens").mkdir(parents=True)
    (folder / "conf").write_text(f"directories.tokendir = {folder / 'tokens'}\nlog.level = ERROR\n")
    os.environ["SOFTHSM2_CONF"] = str(folder / "conf")
    made = ("--init-token", "--free", "--label", name, "--pin", PIN, "--so-pin", "87654321")
    subprocess.run(["softhsm2-util", *made], check=True, capture_output=True)


@cache
def card() -> Path:
    """The folder of the card, with `segl` (RSA), `ec`, `gammel` (run out), `andet` (not for signatures), `tom` (no key)
    and `fremmed` (another's key)."""
    folder = Path(tempfile.mkdtemp(prefix="soft_card"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    insert(folder)
    rsa_key, ec_key = rsa.generate_private_key(65537, 2048), ec.generate_private_key(ec.SECP256R1())
    other = ec.generate_private_key(ec.SECP256R1())
    import pkcs11

    library = pkcs11.lib(MODULE)
    with library.get_token(token_label=NAME).open(rw=True, user_pin=PIN) as session:
        _put(session, b"\x01", "segl", rsa_key, rsa_key)
        _put(session, b"\x02", "ec", ec_key, ec_key)
        _put(session, b"\x03", "gammel", ec_key, ec_key, days=(-700, -10))
        _put(session, b"\x04", "andet", ec_key, ec_key, usage="key_encipherment")
        _put(session, b"\x05", "tom", ec_key, None)
        _put(session, b"\x06", "fremmed", ec_key, other)
        _keep(session, root(), b"\x07", "rod")
    return folder


def _put(session, mark, label, named, key, *, days=(-10, 700), usage="digital_signature"):
    above, signing = _authority()
    leaf = _issue(_name(label, f"Boligråd {label}"), above.subject, named.public_key(), signing, days=days, usage=usage)
    _keep(session, leaf, mark, label)
    if key is None:
        return
    from pkcs11 import Attribute
    from pkcs11.util.ec import decode_ec_private_key
    from pkcs11.util.rsa import decode_rsa_private_key

    der = key.private_bytes(Encoding.DER, PrivateFormat.TraditionalOpenSSL, NoEncryption())
    facts = decode_rsa_private_key(der) if isinstance(key, rsa.RSAPrivateKey) else decode_ec_private_key(der)
    session.create_object(
        {**facts, Attribute.TOKEN: True, Attribute.PRIVATE: True, Attribute.ID: mark, Attribute.LABEL: label}
    )


def _keep(session, certificate, mark, label):
    from pkcs11 import Attribute
    from pkcs11.util.x509 import decode_x509_certificate

    facts = decode_x509_certificate(certificate.public_bytes(Encoding.DER))
    session.create_object({**facts, Attribute.TOKEN: True, Attribute.ID: mark, Attribute.LABEL: label})
