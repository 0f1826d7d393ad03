"""The organisation's seal: its certificate is made at first use, and its key lies encrypted in the store.

The key is a PKCS#12 file inside the encrypted store, under a secret derived from the store's own key: it opens only
where the keyring or the passphrase has opened the store. The root certificate is public; a copy lies beside the store
so that `verify` knows our own seals while the store is locked. A key on a card stays there (`token_seals`).
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from budgetdesk.actions import token_seals
from budgetdesk.actions.workspace import Workspace
from budgetdesk.documents.seals import certificate
from budgetdesk.documents.seals.certificate import SealKey
from budgetdesk.errors import SealError
from budgetdesk.i18n import _
from budgetdesk.storage.files import replace_file

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

ROOT_FILE = "segl-rod.pem"
_KEPT = "seal_key"
_PURPOSE = "seal"


def seal(workspace: Workspace, pdf: bytes, *, when: datetime, adviser: str = "", organisation: str = "") -> bytes:
    """`pdf` with the organisation's seal; no later change is allowed. `when` is aware. Raises SealError, and
    PinError when the key lies on a card whose PIN was not given (`give_pin`); the file is then not sealed at all."""
    from budgetdesk.documents.seals import seal as documents_seal  # noqa: PLC0415 - slow to import: it draws the seal

    key = seal_key(workspace, organisation=organisation, when=when)
    with token_seals.with_pin(workspace, key, at=when) as ready:
        return documents_seal.seal(pdf, signer=ready, when=when, adviser=adviser)


def seal_key(workspace: Workspace, *, organisation: str, when: datetime) -> SealKey:
    """The organisation's key; made in its name when there is none yet. Raises WrongKeyError for a damaged one."""
    return present_key(workspace) or use_own(workspace, organisation=organisation, when=when)


def use_issued(workspace: Workspace, content: bytes, password: str, *, at: datetime) -> SealKey:
    """From now on, seal with a certificate that an authority issued to the organisation (.p12, .pfx). `at` is aware.
    Seals set earlier stay known. Raises WrongKeyError with what is wrong with the file."""
    from budgetdesk.documents.seals import issued_certificate  # noqa: PLC0415 - slow to import

    found = issued_certificate.read(content, password, at=at)
    _keep(workspace, found)
    _make_known(workspace.folder, found)
    return found


def use_token(workspace: Workspace, key: SealKey, pin: str, *, at: datetime) -> SealKey:
    """From now on, seal with a certificate on a card (one of `token_seals.found`), which is tried once. `at` is aware.
    The PIN is kept in memory until the store is locked. Raises SealError and WrongKeyError; nothing is then changed."""
    token_seals.take(workspace, key, pin, at=at)
    _make_known(workspace.folder, key)
    return key


def use_own(workspace: Workspace, *, organisation: str, when: datetime) -> SealKey:
    """From now on, seal with a new certificate of our own making. Seals set earlier stay known."""
    made = certificate.make(organisation, start=when)
    _keep(workspace, made)
    _make_known(workspace.folder, made)
    return made


def present_key(workspace: Workspace) -> SealKey | None:
    """The key that seals now; None before the first seal. Raises WrongKeyError for a damaged one."""
    on_card = token_seals.present(workspace)
    if on_card is not None:
        return on_card
    kept = workspace.setting(_KEPT)
    secret = workspace.secret_for(_PURPOSE).hex().encode()
    return certificate.from_bytes(b64decode(kept), secret) if isinstance(kept, str) else None


def _keep(workspace: Workspace, key: SealKey) -> None:
    secret = workspace.secret_for(_PURPOSE).hex().encode()
    workspace.save_setting(_KEPT, b64encode(certificate.to_bytes(key, secret)).decode())
    token_seals.leave(workspace)


def _make_known(folder: Path, key: SealKey) -> None:
    """Beside those already known: papers sealed with an earlier key are still ours."""
    from cryptography.hazmat.primitives.serialization import Encoding  # noqa: PLC0415

    try:
        known = [one.public_bytes(Encoding.PEM) for one in known_roots(folder)]
    except SealError:
        known = []
    added = certificate.root_pem(key)
    if added not in known:
        replace_file(folder / ROOT_FILE, b"".join([*known, added]))


def known_roots(folder: Path) -> tuple[Certificate, ...]:
    """The root certificates whose seals are known here: the organisation's own. Raises SealError for a damaged file."""
    from cryptography.x509 import load_pem_x509_certificates  # noqa: PLC0415 - slow to import

    file = folder / ROOT_FILE
    if not file.exists():
        return ()
    try:
        return tuple(load_pem_x509_certificates(file.read_bytes()))
    except (ValueError, OSError) as error:
        raise SealError(
            _("Filen “{file}” er skadet. Slet den; den laves igen næste gang, du forsegler.").format(file=file)
        ) from error
