"""A server's time for a seal that is set already: PAdES B-B becomes B-T (EN 319 142-1, 5.5; RFC 3161).

The stamp is about the signature's own value and stands beside it, in the room the seal has kept free for it. So nothing
else of the file changes, no later version is added, and the seal, which permits no change, stays unbroken. What leaves
the computer is 32 bytes, the hash of the signature: nothing of the document, nobody's name.
"""

from __future__ import annotations

import asyncio
import io
from hashlib import sha256
from typing import Any
from urllib.parse import urlsplit

from budgetdesk.documents.seals.seal import quiet
from budgetdesk.documents.seals.verify import verify
from budgetdesk.errors import SealError, TimeServerError
from budgetdesk.i18n import N_, _

SECONDS = 8
"""How long a server may take: somebody sits and waits."""
HASH = "sha256"
TYPE = "signature_time_stamp_token"
NO_ANSWER = N_("Serveren “{host}” gav intet tidsstempel. Seglet er sat; tidsstemplet kan hentes, når der er net.")
NO_USE = N_(
    "Serveren “{host}” gav et tidsstempel, der ikke hører til dette segl. Prøv igen, eller vælg en anden server."
)
NO_ADDRESS = N_("Adressen “{url}” er ikke en tidsstempelserver. Skriv den som https://…")


def server(url: str) -> Any:
    """The client of a time stamp server. Raises TimeServerError for what is no address."""
    parts = urlsplit(url.strip())
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise TimeServerError(_(NO_ADDRESS).format(url=url))
    from pyhanko.sign.timestamps.requests_client import RequestsHTTPTimeStamper  # noqa: PLC0415 - slow to import

    return RequestsHTTPTimeStamper(url.strip(), timeout=SECONDS)


def add(pdf: bytes, stamper: Any, *, host: str = "") -> bytes:
    """The sealed PDF with a time stamp from `stamper`; unchanged where it has one. Raises SealError when there is no
    unbroken seal or no room, TimeServerError when the server gives nothing that can be used."""
    quiet()
    if not verify(pdf).valid:
        raise SealError(_("Filen har intet ubrudt segl. Et tidsstempel kan kun sættes på et papir, der er forseglet."))
    shell, start, room = _shell(pdf)
    signer = shell["content"]["signer_infos"][0]
    if any(one["type"].native == TYPE for one in signer["unsigned_attrs"]):
        return pdf
    signer["unsigned_attrs"] = _attributes(_token(stamper, signer["signature"].native, host))
    written: bytes = shell.dump(force=True).hex().encode()
    if len(written) > room:
        raise SealError(
            _("Der er ikke plads til et tidsstempel i dette segl. Lav papiret igen, hvis det skal have et.")
        )
    stamped = pdf[:start] + written.ljust(room, b"0") + pdf[start + room :]
    if not verify(stamped).valid:
        raise TimeServerError(_(NO_USE).format(host=host))
    return stamped


def is_stamped(pdf: bytes) -> bool:
    """Whether a sealed file has a server's time."""
    return verify(pdf).level in {"PAdES B-T", "PAdES B-LT", "PAdES B-LTA"}


def sealed_part(pdf: bytes) -> bytes:
    """The hash of what the seal covers: the same before and after a time stamp. Raises SealError without a seal."""
    _rest, start, room = _shell(pdf)
    return sha256(pdf[: start - 1] + pdf[start + room + 1 :]).digest()


def _shell(pdf: bytes) -> tuple[Any, int, int]:
    """The signature as it lies in the file, where its digits start, and how many there are."""
    from asn1crypto import cms  # type: ignore[import-untyped]  # noqa: PLC0415 - it publishes no types
    from pyhanko.pdf_utils.reader import PdfFileReader  # noqa: PLC0415

    try:
        found = [s for s in PdfFileReader(io.BytesIO(pdf), strict=False).embedded_signatures if s.field_name]
        start, length, after, _rest = (int(number) for number in found[0].byte_range)
        digits = pdf[start + length + 1 : after - 1]
        return cms.ContentInfo.load(bytes.fromhex(digits.decode())), start + length + 1, len(digits)
    except Exception as error:  # pyHanko and asn1crypto raise many kinds for what is not sealed
        raise SealError(_("Filen har intet segl.")) from error


def _token(stamper: Any, signature: bytes, host: str) -> Any:
    from asn1crypto import tsp  # noqa: PLC0415

    digest = sha256(signature).digest()
    try:
        token = asyncio.run(stamper.async_timestamp(digest, HASH))
        told = token["content"]["encap_content_info"]["content"].parsed
        imprint = told["message_imprint"] if isinstance(told, tsp.TSTInfo) else None
        good = imprint is not None and imprint["hashed_message"].native == digest
    except Exception as error:  # whatever a server answers with, the seal stands
        raise TimeServerError(_(NO_ANSWER).format(host=host or "tidsstempel")) from error
    if not good:
        raise TimeServerError(_(NO_USE).format(host=host))
    return token


def _attributes(token: Any) -> Any:
    from asn1crypto import cms  # noqa: PLC0415

    return cms.CMSAttributes([cms.CMSAttribute({"type": TYPE, "values": [token]})])
