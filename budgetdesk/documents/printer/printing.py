"""The stored bytes of a paper, measured and drawn for a printer: pictures of its pages by PDFium, nothing set anew.

    measured = measure(pdf)
    sides = lay(measured, sheet)              # documents.printer.print_layout
    picture = draw(pdf, sides[0], dpi=300)

Everything happens in memory: no file is read or written.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from budgetdesk.documents.printer.picture_pdf import Placed, dots_image, picture_file
from budgetdesk.documents.printer.preview import POINTS_PER_INCH, opened
from budgetdesk.documents.printer.print_layout import Box, Measured, PageMeasure, Sheet, Side
from budgetdesk.documents.sheet import texts
from budgetdesk.errors import DocumentError
from budgetdesk.i18n import _

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
        raise DocumentError(_("Papiret har ingen sider og kan ikke skrives ud. Lav det igen."))
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
    made: dict[tuple[bytes, Side], Placed] = {}
    for done, (pdf, side) in enumerate(wanted):
        told(done, len(wanted))
        picture = draw(pdf, side, dpi=dpi, grey=grey)
        made[pdf, side] = _placed(side, picture, _image(picture), sheet, dpi)
    told(len(wanted), len(wanted))
    shown = [made[papers[number].pdf, side] if side is not None else None for number, side in turns]
    return picture_file(shown, (_points(sheet.width), _points(sheet.height)))


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


def _placed(side: Side, picture: Picture, image: bytes, sheet: Sheet, dpi: float) -> Placed:
    """The picture with a dot of its own on each dot of the printer."""
    wide, high = (dots * POINTS_PER_INCH / dpi for dots in (picture.width, picture.height))
    up = _points(sheet.height - side.top) - high
    return Placed(image=image, left=_points(side.left), up=up, wide=wide, high=high)


def _image(picture: Picture) -> bytes:
    return dots_image(picture.width, picture.height, picture.data, grey=picture.grey)
