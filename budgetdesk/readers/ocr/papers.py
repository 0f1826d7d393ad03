"""A scanned paper in the child process: which code each page has, and a picture of it to keep, the right way up.

Only imported in the child process.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
import pypdfium2
from numpy.typing import NDArray

from budgetdesk.readers.ocr.decoding import LONGEST, decoded
from budgetdesk.readers.ocr.pdf import PdfRefusedError

cv2.setNumThreads(1)

MOST_PAGES = 40
_DPI = 200
_KEPT_SIDES = (2200, 1800, 1400)
_QUALITIES = (80, 65, 50)
MOST_BYTES = 900_000
"""Of one page: what is signed can be read as well as on the paper."""
_LOOKED_AT = (2400, 3600, 1600)
"""px: the long sides at which the whole page is looked through, in this order."""
_TILE = 1500
_DARK, _EMPTY = 140, 0.0002
"""A page with so little that is dark is the empty back of a sheet."""
Dots = NDArray[Any]


@dataclass(frozen=True)
class FoundPage:
    """One page: what the picture in its corner says ("" where none was read), and a JPEG."""

    said: str
    picture: bytes


def read(data: bytes, kind: str, ours: str) -> list[FoundPage]:
    """Every page of a picture or a PDF, empty backs left out; `ours`: how what our codes say begins."""
    found = [_page(dots, ours) for dots in (_pdf_pages(data) if kind == "pdf" else [decoded(data, "RGB")])]
    return [page for page in found if page is not None]


def _page(dots: Dots, ours: str) -> FoundPage | None:
    grey = cv2.cvtColor(dots, cv2.COLOR_RGB2GRAY)
    if (grey < _DARK).mean() < _EMPTY:
        return None
    said, turns = _code(grey, ours)
    return FoundPage(said, _kept(np.ascontiguousarray(np.rot90(dots, turns))))


def _pdf_pages(data: bytes) -> Iterator[Dots]:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as cause:
        raise PdfRefusedError("encrypted" if "assword" in str(cause) else "broken") from cause
    try:
        if not 0 < len(document) <= MOST_PAGES:
            raise PdfRefusedError("pages" if len(document) else "broken")
        for number in range(len(document)):
            page = document[number]
            scale = min(_DPI / 72, LONGEST / max(*page.get_size(), 1))
            yield page.render(scale=scale, rev_byteorder=True).to_numpy()[:, :, :3].copy()
    except pypdfium2.PdfiumError as cause:
        raise PdfRefusedError("broken") from cause
    finally:
        document.close()


def _code(grey: Dots, ours: str) -> tuple[str, int]:
    """What our code says, and how many quarter turns to the left set the page upright; "" where none is seen."""
    reader = cv2.QRCodeDetector()
    for view in _views(grey):
        try:
            _, texts, corners, _ = reader.detectAndDecodeMulti(view)
        except cv2.error:
            continue  # it gives up on some patterns of specks
        for text, box in zip(texts or (), corners if corners is not None else (), strict=False):
            if text.startswith(ours):
                return text, _turns(box)
    return "", 0


def _views(grey: Dots) -> Iterator[Dots]:
    """The page in several sizes, then in overlapping pieces: a code of eleven millimetres is small on a whole page."""
    for side in _LOOKED_AT:
        yield _sized(grey, side)
    large = _sized(grey, 2 * max(_LOOKED_AT)) if max(grey.shape) < 2 * max(_LOOKED_AT) else grey
    step = _TILE * 2 // 3
    for top in range(0, max(large.shape[0] - step // 2, 1), step):
        for left in range(0, max(large.shape[1] - step // 2, 1), step):
            piece = large[top : top + _TILE, left : left + _TILE]
            if piece.std() > 8:
                yield np.ascontiguousarray(piece)


def _sized(grey: Dots, side: int) -> Dots:
    scale = side / max(grey.shape)
    kind = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    return cv2.resize(grey, None, fx=scale, fy=scale, interpolation=kind)


def _turns(corners: Dots) -> int:
    """The corners go round from the code's own upper left: along its upper edge first."""
    right, down = corners[1] - corners[0]
    if abs(right) >= abs(down):
        return 0 if right > 0 else 2
    return 1 if down > 0 else 3


def _kept(dots: Dots) -> bytes:
    for side in _KEPT_SIDES:
        scale = min(1.0, side / max(dots.shape))
        small = cv2.resize(dots, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else dots
        for quality in _QUALITIES:
            done, made = cv2.imencode(
                ".jpg", cv2.cvtColor(small, cv2.COLOR_RGB2BGR), [cv2.IMWRITE_JPEG_QUALITY, quality]
            )
            if done and len(made) <= MOST_BYTES:
                return made.tobytes()
    return made.tobytes()
