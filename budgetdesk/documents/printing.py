"""The stored bytes of a paper, measured and drawn for a printer: pictures of its pages by PDFium, nothing set anew.

    measured = measure(pdf)
    sides = lay(measured, sheet)              # documents.print_layout
    picture = draw(pdf, sides[0], dpi=300)

Everything happens in memory: no file is read or written.
"""

from __future__ import annotations

import math
import zlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from budgetdesk.documents import texts
from budgetdesk.documents.preview import POINTS_PER_INCH, opened
from budgetdesk.documents.print_layout import Box, Measured, PageMeasure, Sheet, Side
from budgetdesk.errors import DocumentError

MM_PER_INCH = 25.4
_MEASURED_AT = 144
"""Dots per inch: fine enough for a hairline."""
_WHITE = 250
"""From here on a dot counts as paper."""
_PALE = 215
"""A tinted ground behind text does not keep a page from being divided."""
_DUST = 1e-6
"""Points: PDFium rounds up what is cut off."""
_LEAST_GAP = 0.8
"""mm: white between two lines of text is higher."""
_MOST_DPI = 600
_MOST_DPI_COLOUR = 400


@dataclass(frozen=True)
class Picture:
    """Dots of one side: rows from the top, one byte each in grey, three (red, green, blue) in colour."""

    width: int
    height: int
    data: bytes
    grey: bool


def least_letters() -> float:
    """Below this size of letters many cannot read a paper, points."""
    return float(texts.danish("texts", "udskrift.toml")["least_points"])


def measure(pdf: bytes) -> Measured:
    """What is printed on each page, and how large its small text is. Raises DocumentError."""
    with opened(pdf) as document:
        sizes: list[float] = []
        pages = []
        for number in range(len(document)):
            page = document[number]
            pages.append(_measured(page, number + 1))
            sizes += _letter_sizes(page)
            page.close()
    if not pages:
        raise DocumentError("Papiret har ingen sider og kan ikke skrives ud. Lav det igen.")
    return Measured(pages=tuple(pages), letters=_small(sizes))


def draw(pdf: bytes, side: Side, *, dpi: float, grey: bool = False) -> Picture:
    """One side as it goes on the sheet, in dots of the printer."""
    with opened(pdf) as document:
        page = document[side.page - 1]
        try:
            dots = _dots(page, side.part, scale=side.scale * dpi / POINTS_PER_INCH, grey=grey)
        finally:
            page.close()
    if side.turned:
        dots = np.rot90(dots, -1)
    dots = np.ascontiguousarray(dots)
    return Picture(width=dots.shape[1], height=dots.shape[0], data=dots.tobytes(), grey=grey)


def drawing_dpi(printer: int, *, grey: bool) -> float:
    """The resolution to draw at: the printer's own, or a whole part of it where that is finer than anybody sees."""
    most = _MOST_DPI if grey else _MOST_DPI_COLOUR
    return printer / -(-printer // most)


@dataclass(frozen=True)
class Printed:
    """One paper of a job: its stored bytes, and the sides of it in order."""

    pdf: bytes
    sides: tuple[Side, ...]


def in_turn(papers: Sequence[Printed], *, duplex: bool) -> tuple[tuple[int, Side | None], ...]:
    """Every side of a job: of which paper, and what. Printed on both sides, each paper begins on a sheet of its own:
    None is an empty side."""
    turns: list[tuple[int, Side | None]] = []
    for number, paper in enumerate(papers):
        turns += [(number, side) for side in paper.sides]
        if duplex and len(paper.sides) % 2:
            turns.append((number, None))
    return tuple(turns)


def print_file(
    papers: Sequence[Printed],
    sheet: Sheet,
    *,
    dpi: float,
    grey: bool,
    duplex: bool = False,
    told: Callable[[int, int], object] = lambda _done, _of: None,
) -> bytes:
    """A PDF with one sheet for each side, the pictures where they belong: what a print service is sent. `told` hears
    how far it is, and may raise to stop. A side that comes again is drawn once."""
    turns = in_turn(papers, duplex=duplex)
    wanted = list(dict.fromkeys((papers[number].pdf, side) for number, side in turns if side is not None))
    made: dict[tuple[bytes, Side], Picture] = {}
    for done, (pdf, side) in enumerate(wanted):
        told(done, len(wanted))
        made[pdf, side] = _packed(draw(pdf, side, dpi=dpi, grey=grey))
    told(len(wanted), len(wanted))
    shown = [(side, made[papers[number].pdf, side]) if side is not None else None for number, side in turns]
    return _file(shown, sheet, dpi)


def _measured(page: Any, number: int) -> PageMeasure:
    width, height = page.get_size()
    whole = Box(left=0, top=0, right=_mm(width), bottom=_mm(height))
    dots = _dots(page, whole, scale=_MEASURED_AT / POINTS_PER_INCH, grey=True)
    dark = dots < _WHITE
    rows, columns = np.flatnonzero(dark.any(axis=1)), np.flatnonzero(dark.any(axis=0))
    mm = MM_PER_INCH / _MEASURED_AT
    if not len(rows):
        return PageMeasure(number=number, ink=whole)
    ink = Box(
        left=max(0.0, float(columns[0] - 1) * mm),
        top=max(0.0, float(rows[0] - 1) * mm),
        right=min(whole.right, float(columns[-1] + 2) * mm),
        bottom=min(whole.bottom, float(rows[-1] + 2) * mm),
    )
    return PageMeasure(number=number, ink=ink, gaps=_gaps(dots < _PALE, mm))


def _gaps(dark: NDArray[Any], mm: float) -> tuple[tuple[float, float], ...]:
    """The white stripes between two rows of print."""
    rows = np.flatnonzero(dark.any(axis=1))
    after = np.flatnonzero(np.diff(rows) * mm > _LEAST_GAP)
    return tuple((float(rows[at] + 2) * mm, float(rows[at + 1] - 1) * mm) for at in after)


def _dots(page: Any, part: Box, *, scale: float, grey: bool) -> NDArray[Any]:
    """A part of a page as dots; what lies beside it is left out. Whole dots, rounded outwards: nothing is cut."""
    width, height = page.get_size()
    crop = tuple(
        max(0, math.floor(each * scale)) / scale - _DUST
        for each in (
            _points(part.left),
            height - _points(part.bottom),
            width - _points(part.right),
            _points(part.top),
        )
    )
    drawn = page.render(scale=scale, crop=crop, grayscale=grey, rev_byteorder=True, optimize_mode="print")
    dots: NDArray[Any] = drawn.to_numpy()
    return dots.reshape(dots.shape[0], dots.shape[1]).copy() if grey else dots[:, :, :3].copy()


def _letter_sizes(page: Any) -> list[float]:
    """The size of each letter of a page, points."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - slow to import

    text = page.get_textpage()
    many = text.count_chars()
    sizes = [pdfium.FPDFText_GetFontSize(text, at) for at in range(many) if pdfium.FPDFText_GetUnicode(text, at) > 32]
    text.close()
    return [float(size) for size in sizes if size > 0]


def _small(sizes: Sequence[float]) -> float:
    """The size that so small a share of the letters is below: one word in a corner does not make a paper unreadable."""
    if not sizes:
        return 0.0
    share = float(texts.danish("texts", "udskrift.toml")["small_share"])
    return sorted(sizes)[int(len(sizes) * share)]


def _mm(points: float) -> float:
    return points / POINTS_PER_INCH * MM_PER_INCH


def _points(mm: float) -> float:
    return mm / MM_PER_INCH * POINTS_PER_INCH


def _packed(picture: Picture) -> Picture:
    return Picture(picture.width, picture.height, zlib.compress(picture.data, 5), picture.grey)


def _file(sides: Sequence[tuple[Side, Picture] | None], sheet: Sheet, dpi: float) -> bytes:
    """Sheets with one picture each, or none, in the plainest PDF there is."""
    numbers: dict[int, int] = {}
    objects: list[bytes] = [b"", b""]
    kids = []
    for each in sides:
        content, picture = b"", 0
        if each is not None:
            shown = each[1]
            if id(shown) not in numbers:
                numbers[id(shown)] = _add(objects, _image(shown))
            content, picture = _content(*each, sheet, dpi), numbers[id(shown)]
        drawn = _add(objects, b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        kids.append(_add(objects, _page(sheet, drawn, picture)))
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R /ViewerPreferences << /PrintScaling /None >> >>"
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids))
    return _written(objects)


def _add(objects: list[bytes], content: bytes) -> int:
    objects.append(content)
    return len(objects)


def _image(picture: Picture) -> bytes:
    space = b"/DeviceGray" if picture.grey else b"/DeviceRGB"
    head = b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace %s /BitsPerComponent 8 " % (
        picture.width, picture.height, space,
    )  # fmt: skip
    return head + b"/Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(picture.data), picture.data)


def _content(side: Side, picture: Picture, sheet: Sheet, dpi: float) -> bytes:
    """The picture with a dot of its own on each dot of the printer."""
    size = [dots * POINTS_PER_INCH / dpi for dots in (picture.width, picture.height)]
    place = (_points(side.left), _points(sheet.height - side.top) - size[1])
    wide, high, left, up = (b"%.4f" % each for each in (*size, *place))
    return b"q %s 0 0 %s %s %s cm /P Do Q" % (wide, high, left, up)


def _page(sheet: Sheet, content: int, picture: int) -> bytes:
    size = b"%.3f %.3f" % (_points(sheet.width), _points(sheet.height))
    shown = b"/XObject << /P %d 0 R >>" % picture if picture else b""
    return b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %s] /Contents %d 0 R /Resources << %s >> >>" % (
        size, content, shown,
    )  # fmt: skip


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
