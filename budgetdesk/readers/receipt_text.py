"""Lines read from a picture, a PDF or typed text, with their places, before anybody knows what they mean.

This is the meeting point of two rooms: the engines (`readers.ocr`) make a `ReceiptText`, and `readers.receipt_lines`
makes a receipt of its lines. Neither knows the other.
"""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, kw_only=True)
class TextLine:
    """One printed line, left to right; wide gaps between words are kept as two spaces.

    `confidence` is the engine's own, 0 to 1. `box` is left, top, width and height in pixels of the picture as shown
    (upright); None where there is no picture.
    """

    text: str
    confidence: Decimal
    box: tuple[int, int, int, int] | None = None


@dataclass(frozen=True, kw_only=True)
class ReceiptText:
    """The lines of one receipt, which engine read them, and the upright picture as it is kept.

    `engine` is "tesserocr", "rapidocr", "pdf", "typed" or "json". `picture` is JPEG, PNG or WebP of at most about
    200 kB; empty where there is none.
    """

    lines: tuple[TextLine, ...]
    engine: str
    picture: bytes = b""
