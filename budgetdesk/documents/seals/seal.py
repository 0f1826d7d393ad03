"""The seal: one PAdES B-B signature (EN 319 142-1) that allows no later change, with a picture that says so.

It is the organisation's, not the tenant's: it shows whether anything was changed afterwards. pyHanko signs, offline;
ReportLab draws the picture. pyHanko is slow to import and is imported when the first seal is set.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Any

from budgetdesk.documents.seals import token_key
from budgetdesk.documents.seals.certificate import SealKey, TokenKey
from budgetdesk.documents.seals.seal_in_tree import add_to_tree
from budgetdesk.documents.sheet import fonts, page, texts
from budgetdesk.documents.sheet.figures import moment_text
from budgetdesk.documents.sheet.plain import plain
from budgetdesk.errors import SealError
from budgetdesk.i18n import _

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

FIELD = "BudgetDeskSegl"
REASON = "Forseglet efter underskrift. Ændringer er ikke tilladt."
RESERVED = 32_768
"""Digits for the signature: enough that a time stamp with its certificates can be put in later (`timestamp.add`)."""
LARGEST = 50_000_000
"""Bytes; a larger file is not one of our documents."""


def seal(pdf: bytes, *, signer: SealKey, when: datetime, reason: str = REASON, adviser: str = "") -> bytes:
    """The PDF with a seal on its last page. `when` (aware) is the computer's time: a claim, not a proof.

    Raises SealError when the file is not a PDF, is damaged, or is sealed already; and what `token_key.signer` raises.
    """
    quiet()
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter  # noqa: PLC0415 - slow to import

    _check(pdf)
    try:
        writer = IncrementalPdfFileWriter(io.BytesIO(pdf), strict=False)
        if writer.prev.embedded_signatures:
            raise SealError(_("Filen har allerede et segl eller en digital underskrift. Lav et nyt dokument i stedet."))
        out = io.BytesIO()
        with _key(signer) as key:
            signing = _signer(writer, signer, key, when, reason, adviser)
            signing.sign_pdf(writer, output=out, bytes_reserved=RESERVED)
        return out.getvalue()
    except SealError:
        raise
    except Exception as error:  # pyHanko raises many kinds for damaged files
        raise SealError(_("Filen kan ikke forsegles: den er ikke en hel PDF. Lav dokumentet igen.")) from error


def quiet() -> None:
    """pyHanko writes whole tracebacks about certificates it does not know; what matters stands in our reasons."""
    for name in ("pyhanko", "pyhanko_certvalidator"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)


def _check(pdf: bytes) -> None:
    if len(pdf) > LARGEST:
        raise SealError(_("Filen er større end 50 MB og kan ikke forsegles. Vælg et dokument fra BudgetDesk."))
    if b"%PDF-" not in pdf[:1024]:
        raise SealError(_("Filen er ikke en PDF. Vælg et dokument fra BudgetDesk."))


def _signer(writer: Any, seal_key: SealKey, key: Any, when: datetime, reason: str, adviser: str) -> Any:
    from pyhanko.sign import fields, signers  # noqa: PLC0415

    class AtGivenTime(signers.PdfSigner):  # type: ignore[misc]  # pyhanko is not typed here
        """pyHanko takes the time from the clock; ours is an argument."""

        def init_signing_session(self, *args: Any, **options: Any) -> Any:
            session = super().init_signing_session(*args, **options)
            session.system_time = when
            return session

    last = int(writer.root["/Pages"]["/Count"]) - 1
    meta = signers.PdfSignatureMetadata(
        field_name=FIELD,
        name=plain(seal_key.organisation),
        reason=reason,
        location="BudgetDesk",
        certify=True,
        docmdp_permissions=fields.MDPPerm.NO_CHANGES,
        subfilter=fields.SigSeedSubFilter.PADES,
        md_algorithm="sha256",
    )
    box = tuple(round(edge) for edge in page.SEAL_BOX)
    said = ". ".join(part for part in _said(seal_key.organisation, when, adviser) if part)
    fields.append_signature_field(writer, fields.SigFieldSpec(FIELD, on_page=last, box=box, readable_field_name=said))
    add_to_tree(writer, said)
    return AtGivenTime(meta, signer=key, stamp_style=_stamp(seal_key.organisation, when, adviser))


@contextmanager
def _key(seal_key: SealKey) -> Iterator[Any]:
    """What signs, for as long as it is needed: a card is held only so long."""
    if isinstance(seal_key.key, TokenKey):
        with token_key.signer(seal_key, seal_key.key) as on_card:
            yield on_card
    else:
        yield _in_memory(seal_key, seal_key.key)


def _in_memory(seal_key: SealKey, key: EllipticCurvePrivateKey | RSAPrivateKey) -> Any:
    from asn1crypto import keys, x509  # type: ignore[import-untyped]  # noqa: PLC0415 - it publishes no types
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat  # noqa: PLC0415
    from pyhanko.sign import signers  # noqa: PLC0415
    from pyhanko_certvalidator.registry import SimpleCertificateStore  # noqa: PLC0415

    # The root is left out on purpose: it is not protected by the signature, so it has no business in the file.
    registry = SimpleCertificateStore()
    registry.register_multiple(x509.Certificate.load(one.public_bytes(Encoding.DER)) for one in seal_key.chain)
    private = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    return signers.SimpleSigner(
        signing_cert=x509.Certificate.load(seal_key.certificate.public_bytes(Encoding.DER)),
        signing_key=keys.PrivateKeyInfo.load(private),
        cert_registry=registry,
        embed_roots=False,
    )


def _stamp(organisation: str, when: datetime, adviser: str) -> Any:
    from pyhanko.pdf_utils.content import PdfContent  # noqa: PLC0415
    from pyhanko.pdf_utils.layout import AxisAlignment, BoxConstraints, Margins, SimpleBoxLayoutRule  # noqa: PLC0415
    from pyhanko.pdf_utils.reader import PdfFileReader  # noqa: PLC0415
    from pyhanko.stamp import StaticStampStyle  # noqa: PLC0415

    class Drawn(PdfContent):  # type: ignore[misc]
        """The picture straight from memory: pyHanko's own way needs a file, and names do not belong in one."""

        def render(self) -> bytes:
            drawn = PdfFileReader(io.BytesIO(appearance(organisation, when, adviser)))
            picture = self.writer.import_page_as_xobject(drawn)
            self.resources.xobject["/BudgetDeskSeal"] = picture
            _rest, _rest, width, height = picture.get_object()["/BBox"]
            self.box = BoxConstraints(width=width, height=height)
            return b"/BudgetDeskSeal Do"

    whole = SimpleBoxLayoutRule(AxisAlignment.ALIGN_MIN, AxisAlignment.ALIGN_MIN, Margins(0, 0, 0, 0))
    return StaticStampStyle(background=Drawn(), background_layout=whole, border_width=0, background_opacity=1.0)


def appearance(organisation: str, when: datetime, adviser: str) -> bytes:
    """The picture of the seal as a small PDF of its own."""
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415

    left, bottom, right, top = (round(edge) for edge in page.SEAL_BOX)
    width, height = right - left, top - bottom
    title, told = _said(organisation, when, adviser)
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(width, height), invariant=1, initialFontName=fonts.REGULAR)
    canvas.setStrokeColor(page.ACCENT)
    canvas.setLineWidth(0.8)
    canvas.roundRect(0.5, 0.5, width - 1, height - 1, 3, stroke=1, fill=0)
    canvas.setFillColor(page.INK)
    page.line(canvas, 8, height - 13, title, 8.6, width - 16, bold=True)
    page.line(canvas, 8, height - 24.5, told, 7.2, width - 16)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def _said(organisation: str, when: datetime, adviser: str) -> tuple[str, str]:
    """What the picture says: by whom, and with whom and when."""
    words = texts.load("underskrift")["seal"]
    return (
        words["title"].format(organisation=organisation),
        words["line"].format(adviser=plain(adviser), when=moment_text(when)),
    )
