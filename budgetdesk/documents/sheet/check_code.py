"""The check code of a paper: ten signs and a picture of them on every page, so that a copy is found again in the case.

    XG0G-4XY9-HA

The code follows from everything that is printed, so another text has another code. It names nobody. Nine signs carry
44 bits of SHA-256; the tenth tells a mistyped sign and two that changed places. The picture also says which page it
stands on, so that a scanned copy is put together again.
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from budgetdesk.i18n import N_

NOT_A_CODE = N_(
    "Det er ikke en kode fra et papir, eller et tegn er læst forkert. Den står nederst på hver side, som XG0G-4XY9-HA."
)
SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXY"
"""No I, L, O, U and Z, which look like others on paper. Their number, 31, is a prime: so the weighted sum of ten signs
tells every single slip and every swap of two."""
_LOOKS_LIKE = str.maketrans({"I": "1", "L": "1", "O": "0", "U": "V", "Z": "2"})
LENGTH = 9
PICTURE_SAYS = "BD:"
_PAGE, _LAST_PAGE = ":", 999
KEY = "/Kontrolkode"
"""Where the code stands in the file's own description."""


def code_of(parts: Iterable[bytes]) -> str:
    """The code of what is printed: `XG0G-4XY9-HA`. Each part counts with its length, so that no two lists mix."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    number = int.from_bytes(digest.digest()[:8], "big")
    signs = "".join(SIGNS[number // len(SIGNS) ** place % len(SIGNS)] for place in range(LENGTH))
    return _grouped(signs + _check_sign(signs))


def read(typed: str) -> str | None:
    """The code in what was typed or scanned, with or without hyphens; None where it is not one, or was mistyped."""
    bare = typed.strip().upper().removeprefix(PICTURE_SAYS).partition(_PAGE)[0]
    signs = re.sub(r"[\s\-]", "", bare).translate(_LOOKS_LIKE)
    if len(signs) != LENGTH + 1 or not set(signs) <= set(SIGNS) or _check_sign(signs[:-1]) != signs[-1]:
        return None
    return _grouped(signs)


def in_picture(code: str, page: int = 0) -> str:
    """What the picture on a page says: `BD:XG0G-4XY9-HA:2`; without the page where a code of this size has no room."""
    said = f"{PICTURE_SAYS}{code}"
    return f"{said}{_PAGE}{page}" if 0 < page <= _LAST_PAGE else said


def read_picture(said: str) -> tuple[str, int] | None:
    """The code and the page (0: not told) that a picture says; None where it is another's picture."""
    code = read(said) if said.startswith(PICTURE_SAYS) else None
    page = said.removeprefix(PICTURE_SAYS).partition(_PAGE)[2]
    return None if code is None else (code, int(page) if page.isdecimal() and page.isascii() else 0)


def of(pdf: bytes) -> str:
    """The code of one of our papers, sealed or not; "" where the file has none."""
    from pypdf import PdfReader  # noqa: PLC0415 - slow to import
    from pypdf.errors import PyPdfError  # noqa: PLC0415

    try:
        described = PdfReader(io.BytesIO(pdf)).metadata
        told = described.get(KEY, "") if described is not None else ""
    except (PyPdfError, ValueError, KeyError, TypeError):
        return ""
    return read(str(told)) or ""


def _grouped(signs: str) -> str:
    return "-".join((signs[:4], signs[4:8], signs[8:]))


def _check_sign(signs: str) -> str:
    return SIGNS[sum((place + 1) * SIGNS.index(sign) for place, sign in enumerate(signs)) % len(SIGNS)]


_MASK = 2
"""Which of the eight masks: any can be read, and to weigh them against each other takes 50 times as long."""


@lru_cache(maxsize=64)
def dark(code: str, page: int = 0) -> tuple[tuple[int, int, int], ...]:
    """The picture as runs of dark squares: (row from the top, first column, how many). Size: `SQUARES` each way."""
    from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel  # noqa: PLC0415 - slow to import

    made = QRCode(1, QRErrorCorrectLevel.M)
    made.addData(in_picture(code, page))
    made.makeImpl(False, _MASK)
    return tuple(run for row in range(made.getModuleCount()) for run in _runs(made, row))


SQUARES = 21
"""Of a QR code of version 1, which holds 20 such signs."""


def draw(canvas: Any, code: str, left: float, bottom: float, size: float, page: int = 0) -> None:
    """The picture on a page of a canvas, in the colour that is set. Points."""
    across, up, wide = _places(left, bottom, size)
    runs = [f"{across[first]} {up[row]} {wide[many]} {wide[1]} re" for row, first, many in dark(code, page)]
    canvas.addLiteral(" ".join(("n", *runs)))  # as a path of ReportLab's, but each place is written as text once
    canvas._strokeAndFill(0, 1)


@lru_cache(maxsize=8)
def _places(left: float, bottom: float, size: float) -> tuple[tuple[str, ...], ...]:
    """The left edges of the columns, the lower edges of the rows and the widths of runs, as they stand in a file."""
    from budgetdesk.documents.sheet.quick_lines import number  # noqa: PLC0415 - ReportLab is slow to import

    square, counts = size / SQUARES, range(SQUARES + 1)
    across = (number(left + first * square) for first in counts)
    up = (number(bottom + size - (row + 1) * square) for row in counts)
    return tuple(across), tuple(up), tuple(number(many * square) for many in counts)


def _runs(made: Any, row: int) -> Iterable[tuple[int, int, int]]:
    first = None
    for column in range(SQUARES + 1):
        is_dark = column < SQUARES and made.isDark(row, column)
        if is_dark and first is None:
            first = column
        elif not is_dark and first is not None:
            yield row, first, column - first
            first = None
