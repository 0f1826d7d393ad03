"""Pages of a PDF as pictures, for the window and the demo."""

from __future__ import annotations

import io
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from budgetdesk.errors import DocumentError
from budgetdesk.i18n import _

POINTS_PER_INCH = 72
_ONE_AT_A_TIME = threading.Lock()
"""PDFium may not be used by two threads at once, and the window draws in several."""


@contextmanager
def opened(pdf: bytes) -> Iterator[Any]:
    """A PDF as PDFium holds it, for one thread at a time; close its pages inside. Raises DocumentError when the bytes
    are not a PDF."""
    import pypdfium2  # noqa: PLC0415 - slow to import

    with _ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError as error:
            raise DocumentError(_("Filen kan ikke vises: den er ikke en hel PDF. Lav dokumentet igen.")) from error
        try:
            document.init_forms()  # the seal is a form field; without this it is not drawn
            yield document
        finally:
            document.close()


def pages(pdf: bytes, *, dpi: int = 96) -> tuple[bytes, ...]:
    """Each page as a PNG at `dpi`. Raises DocumentError when the bytes are not a PDF."""
    with opened(pdf) as document:
        return tuple(_png(document[number], dpi) for number in range(len(document)))


def _png(page: Any, dpi: int) -> bytes:
    """The page is closed here, in the thread and under the lock that opened it."""
    picture = page.render(scale=dpi / POINTS_PER_INCH).to_pil()
    page.close()
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()
