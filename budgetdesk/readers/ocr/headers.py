"""What a file says it is, from its first bytes, before anything is decoded: the kind, and how many pixels.

Pure Python on purpose: no decoder sees a file that this has not let through.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

from budgetdesk.errors import ReceiptError
from budgetdesk.i18n import N_, _

MOST_PIXELS = 60_000_000
"""A telephone of 48 megapixels fits; a picture of 30,000 x 30,000 does not."""
LONGEST_SIDE = 20_000
MOST_FRAMES = 20
"""Pictures in one animation; only the first is read."""
LARGEST_PICTURE = 20 * 1024 * 1024
"""Bytes."""
WHAT_TO_DO = N_("Tag et nyt billede, vælg en anden fil, eller skriv kvitteringen ind i hånden.")

_HEIC = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif")
_SOF = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


@dataclass(frozen=True)
class Header:
    """`kind` is "jpeg", "png", "webp", "tiff", "bmp", "gif" or "pdf"; for a PDF the size is 0 x 0."""

    kind: str
    width: int = 0
    height: int = 0


def look_at(data: bytes) -> Header:
    """The kind and size of a picture or PDF. Raises ReceiptError for everything that must not be opened."""
    if not data:
        raise ReceiptError(_("Filen er tom. {what_to_do}").format(what_to_do=_(WHAT_TO_DO)))
    if len(data) > LARGEST_PICTURE:
        raise ReceiptError(_("Filen fylder mere end 20 MB. Tag billedet i en mindre størrelse."))
    _refuse_by_name(data)
    try:
        header = _header(data)
    except (IndexError, struct.error, ValueError):
        header = None
    if header is None:
        raise ReceiptError(
            _("Filen er ikke et billede, der kan læses, eller den er gået i stykker. {what_to_do}").format(
                what_to_do=_(WHAT_TO_DO)
            )
        )
    if header.kind != "pdf":
        _check_size(header)
    return header


def _refuse_by_name(data: bytes) -> None:
    start = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC:
        raise ReceiptError(
            _(
                "Billedet er i Apples format HEIC, som ikke kan læses. Vælg “Mest kompatibel” under "
                "Indstillinger, Kamera, Formater på telefonen, eller tag et skærmbillede af kvitteringen."
            )
        )
    if start.startswith((b"%!ps", b"\xc5\xd0\xd3\xc6")):
        raise ReceiptError(
            _("Filen er PostScript (EPS) og ikke et billede. {what_to_do}").format(what_to_do=_(WHAT_TO_DO))
        )
    if start.startswith((b"<svg", b"<?xml", b"<!doctype", b"<html")):
        raise ReceiptError(
            _("Filen er en tegning eller en hjemmeside og ikke et billede. {what_to_do}").format(
                what_to_do=_(WHAT_TO_DO)
            )
        )


def _header(data: bytes) -> Header | None:
    if data.startswith(b"\x89PNG\r\n\x1a\n") and data[12:16] == b"IHDR":
        return Header("png", *struct.unpack(">II", data[16:24]))
    if data.startswith(b"\xff\xd8\xff"):
        return _jpeg(data)
    if data[:6] in (b"GIF87a", b"GIF89a"):
        return _gif(data)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return _webp(data)
    if data[:4] in (b"II*\0", b"MM\0*"):
        return _tiff(data)
    if data[:2] == b"BM" and len(data) > 26 and struct.unpack("<I", data[14:18])[0] >= 40:
        width, height = struct.unpack("<ii", data[18:26])
        return Header("bmp", abs(width), abs(height))
    return Header("pdf") if b"%PDF-" in data[:1024] else None


def _jpeg(data: bytes) -> Header | None:
    at = 2
    while at + 9 < len(data):
        if data[at] != 0xFF:
            return None
        marker = data[at + 1]
        if marker in _SOF:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return Header("jpeg", width, height)
        if marker == 0xFF:
            at += 1
        elif marker == 0x01 or 0xD0 <= marker <= 0xD8:
            at += 2
        else:
            at += 2 + max(2, struct.unpack(">H", data[at + 2 : at + 4])[0])
    return None


def _gif(data: bytes) -> Header:
    width, height = struct.unpack("<HH", data[6:10])
    if _gif_frames(data) > MOST_FRAMES:
        raise ReceiptError(_("Filen er en film med mange billeder. {what_to_do}").format(what_to_do=_(WHAT_TO_DO)))
    return Header("gif", width, height)


def _gif_frames(data: bytes) -> int:
    """How many pictures follow, counted no further than one too many."""
    at, frames = 13 + _colours(data[10]), 0
    while at < len(data) and frames <= MOST_FRAMES:
        if data[at] == 0x21:
            at = _after_blocks(data, at + 2)
        elif data[at] == 0x2C:
            frames += 1
            at = _after_blocks(data, at + 11 + _colours(data[at + 9]))
        else:
            break
    return frames


def _colours(flags: int) -> int:
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0


def _after_blocks(data: bytes, at: int) -> int:
    while at < len(data) and data[at]:
        at += 1 + data[at]
    return at + 1


def _webp(data: bytes) -> Header | None:
    form = data[12:16]
    if form == b"VP8 " and data[23:26] == b"\x9d\x01\x2a":
        width, height = struct.unpack("<HH", data[26:30])
        return Header("webp", width & 0x3FFF, height & 0x3FFF)
    if form == b"VP8L":
        bits = struct.unpack("<I", data[21:25])[0]
        return Header("webp", (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    if form == b"VP8X" and len(data) >= 30:
        if data[20] & 0x02:
            raise ReceiptError(_("Filen er en film med flere billeder. {what_to_do}").format(what_to_do=_(WHAT_TO_DO)))
        return Header("webp", int.from_bytes(data[24:27], "little") + 1, int.from_bytes(data[27:30], "little") + 1)
    return None


def _tiff(data: bytes) -> Header | None:
    order = "<" if data[:2] == b"II" else ">"
    at = struct.unpack(order + "I", data[4:8])[0]
    count = struct.unpack(order + "H", data[at : at + 2])[0]
    sizes = {}
    for number in range(min(count, 200)):
        entry = data[at + 2 + 12 * number : at + 14 + 12 * number]
        tag, form = struct.unpack(order + "HH", entry[:4])
        if tag in (256, 257):
            sizes[tag] = struct.unpack(order + ("H" if form == 3 else "I"), entry[8 : 10 if form == 3 else 12])[0]
    after = at + 2 + 12 * count
    if struct.unpack(order + "I", data[after : after + 4])[0]:
        raise ReceiptError(_("Filen har flere sider. Gem hver kvittering som sin egen fil, eller gem dem som PDF."))
    return Header("tiff", sizes[256], sizes[257]) if len(sizes) == 2 else None


def _check_size(header: Header) -> None:
    width, height = header.width, header.height
    if not width or not height:
        raise ReceiptError(_("Billedet er tomt eller gået i stykker. {what_to_do}").format(what_to_do=_(WHAT_TO_DO)))
    if width * height > MOST_PIXELS or max(width, height) > LONGEST_SIDE:
        raise ReceiptError(
            _(
                "Billedet er for stort ({width} x {height} punkter). Tag det i en mindre størrelse, eller tag et nyt."
            ).format(width=width, height=height)
        )
    if min(width, height) < 40:
        raise ReceiptError(
            _("Billedet er for lille ({width} x {height} punkter) til at kunne læses. {what_to_do}").format(
                width=width, height=height, what_to_do=_(WHAT_TO_DO)
            )
        )
