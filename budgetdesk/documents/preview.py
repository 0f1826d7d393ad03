"""Pages of a PDF as pictures, for the window and the demo."""

from __future__ import annotations

import io

from budgetdesk.errors import DocumentError

POINTS_PER_INCH = 72


def pages(pdf: bytes, *, dpi: int = 96) -> tuple[bytes, ...]:
    """Each page as a PNG at `dpi`. Raises DocumentError when the bytes are not a PDF."""
    import pypdfium2  # noqa: PLC0415 - slow to import

    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as error:
        raise DocumentError("Filen kan ikke vises: den er ikke en hel PDF. Lav dokumentet igen.") from error
    try:
        document.init_forms()  # the seal is a form field; without this it is not drawn
        return tuple(_png(document[number], dpi) for number in range(len(document)))
    finally:
        document.close()


def _png(page: object, dpi: int) -> bytes:
    picture = page.render(scale=dpi / POINTS_PER_INCH).to_pil()  # type: ignore[attr-defined]  # pypdfium2 has no types
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()
