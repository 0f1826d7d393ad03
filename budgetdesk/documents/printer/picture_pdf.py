"""The plainest PDF there is: sheets with one picture each. For a print service, and for the pages of a scanned copy."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from budgetdesk.errors import DocumentError
from budgetdesk.i18n import _

A4 = (595.276, 841.89)
_EDGE = 14.0
"""Points around a scanned page."""


@dataclass(frozen=True, kw_only=True)
class Placed:
    """A picture on a sheet; points, from its lower left corner."""

    image: bytes
    """As `dots_image` or `jpeg_image` makes it; the same bytes are written once."""
    left: float
    up: float
    wide: float
    high: float


def dots_image(width: int, height: int, data: bytes, *, grey: bool) -> bytes:
    """Dots as they are, packed."""
    packed = zlib.compress(data, 5)
    return _image(width, height, b"/DeviceGray" if grey else b"/DeviceRGB", b"/FlateDecode", packed)


def jpeg_image(data: bytes) -> tuple[bytes, int, int]:
    """A JPEG as it is, with its width and height. Raises DocumentError for what is none."""
    from PIL import Image  # noqa: PLC0415 - slow to import

    try:
        with Image.open(io.BytesIO(data), formats=("JPEG",)) as opened:
            (width, height), grey = opened.size, opened.mode == "L"
    except (OSError, ValueError) as error:
        raise DocumentError(_("Billedet af siden er beskadiget. Hent det fra en sikkerhedskopi.")) from error
    return _image(width, height, b"/DeviceGray" if grey else b"/DeviceRGB", b"/DCTDecode", data), width, height


def from_pictures(jpegs: Sequence[bytes]) -> bytes:
    """The pages of a scanned copy as one PDF, each as large as a sheet of A4 holds."""
    pages = []
    for data in jpegs:
        image, width, height = jpeg_image(data)
        scale = min((A4[0] - 2 * _EDGE) / width, (A4[1] - 2 * _EDGE) / height)
        wide, high = width * scale, height * scale
        pages.append(Placed(image=image, left=(A4[0] - wide) / 2, up=(A4[1] - high) / 2, wide=wide, high=high))
    return picture_file(pages, A4)


def picture_file(sheets: Sequence[Placed | None], size: tuple[float, float]) -> bytes:
    """Sheets of one size (points), with a picture each or none."""
    numbers: dict[bytes, int] = {}
    objects: list[bytes] = [b"", b""]
    kids = []
    for each in sheets:
        content, picture = b"", 0
        if each is not None:
            if each.image not in numbers:
                numbers[each.image] = _add(objects, each.image)
            content, picture = _content(each), numbers[each.image]
        drawn = _add(objects, b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        kids.append(_add(objects, _page(size, drawn, picture)))
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R /ViewerPreferences << /PrintScaling /None >> >>"
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids))
    return _written(objects)


def _image(width: int, height: int, space: bytes, packing: bytes, data: bytes) -> bytes:
    head = b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace %s /BitsPerComponent 8 " % (
        width, height, space,
    )  # fmt: skip
    return head + b"/Filter %s /Length %d >>\nstream\n%s\nendstream" % (packing, len(data), data)


def _content(placed: Placed) -> bytes:
    wide, high, left, up = (b"%.4f" % each for each in (placed.wide, placed.high, placed.left, placed.up))
    return b"q %s 0 0 %s %s %s cm /P Do Q" % (wide, high, left, up)


def _page(size: tuple[float, float], content: int, picture: int) -> bytes:
    shown = b"/XObject << /P %d 0 R >>" % picture if picture else b""
    return b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %.3f %.3f] /Contents %d 0 R /Resources << %s >> >>" % (
        *size, content, shown,
    )  # fmt: skip


def _add(objects: list[bytes], content: bytes) -> int:
    objects.append(content)
    return len(objects)


def _written(objects: Iterable[bytes]) -> bytes:
    out, places = [b"%PDF-1.5\n"], []
    at = len(out[0])
    for number, content in enumerate(objects, 1):
        whole = b"%d 0 obj\n%s\nendobj\n" % (number, content)
        places.append(at)
        at += len(whole)
        out.append(whole)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    many = len(places) + 1
    out.append(b"xref\n0 %d\n0000000000 65535 f \n%s" % (many, table))
    out.append(b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (many, at))
    return b"".join(out)
