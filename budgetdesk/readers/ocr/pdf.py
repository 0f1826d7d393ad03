"""PDF receipts: the text layer where there is one, else pictures of the pages. Only imported in the child process."""

from __future__ import annotations

from typing import Any

import numpy as np
import pypdfium2

from budgetdesk.readers.ocr.prepare import Grey
from budgetdesk.readers.ocr.shapes import Word

MOST_PAGES = 8
_DPI = 200
_LARGEST_SIDE = 4000
"""px; a page larger than A3 is shown smaller."""


class PdfRefusedError(Exception):
    """`args[0]` is "encrypted", "pages" or "broken"."""


def pages_of(data: bytes) -> list[tuple[Grey, list[Word]]]:
    """Each page as a grey picture with the words of its text layer, in px of it. Raises PdfRefusedError."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as cause:
        raise PdfRefusedError("encrypted" if "assword" in str(cause) else "broken") from cause
    try:
        if not 0 < len(document) <= MOST_PAGES:
            raise PdfRefusedError("pages" if len(document) else "broken")
        return [_page(document[number]) for number in range(len(document))]
    except pypdfium2.PdfiumError as cause:
        raise PdfRefusedError("broken") from cause
    finally:
        document.close()


def _page(page: Any) -> tuple[Grey, list[Word]]:
    width, height = page.get_size()
    scale = min(_DPI / 72, _LARGEST_SIDE / max(width, height, 1))
    picture = page.render(scale=scale, grayscale=True).to_numpy()
    grey = np.ascontiguousarray(picture.reshape(picture.shape[0], picture.shape[1]))
    return grey, _words(page, scale, height)


def _words(page: Any, scale: float, height: float) -> list[Word]:
    """Runs of the text layer; pdfium gives one rectangle for each run of letters on one line."""
    text = page.get_textpage()
    found = []
    for number in range(min(text.count_rects(), 5000)):
        left, bottom, right, top = text.get_rect(number)
        content = " ".join(text.get_text_bounded(left, bottom, right, top).split())
        if content:
            box = (round(left * scale), round((height - top) * scale), round((right - left) * scale))
            found.append(Word(content, 1.0, (*box, round((top - bottom) * scale))))
    return found
