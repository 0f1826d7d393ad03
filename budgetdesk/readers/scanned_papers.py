"""Scanned papers: a file from a scanner or a telephone becomes pages, each with the code it shows. Decoded in the child
process that reads receipts, where neither the store nor the key is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from budgetdesk.errors import BadInputError, ReceiptError
from budgetdesk.i18n import N_, _
from budgetdesk.readers.ocr.headers import look_at
from budgetdesk.readers.ocr.reader import Reader

SECONDS = 120.0
"""For one file: forty pages take about a minute."""
CANNOT = N_(
    "Filen “{name}” kan ikke læses som et papir. Brug et billede (JPEG, PNG eller TIFF med én side) eller en PDF "
    "uden adgangskode, højst 20 MB og 40 sider."
)


@dataclass(frozen=True)
class ScannedPage:
    """One page as it came in."""

    file: str
    """The name of its file."""
    said: str
    """What the code on it says; "" where none of ours was seen."""
    picture: bytes
    """A JPEG, upright where a code was seen."""


def read_scanned(
    name: str, data: bytes, *, ours: str, reader: Reader | None = None, cancelled: Callable[[], bool] = lambda: False
) -> tuple[ScannedPage, ...]:
    """The pages of one file, in its order; `ours`: how what our codes say begins. Raises BadInputError, UserCancelled.

    Takes a second or two for each page: for a thread.
    """
    own = Reader(seconds=SECONDS) if reader is None else None
    try:
        found = (reader or own or Reader()).pages(data, look_at(data), ours, cancelled=cancelled)
    except ReceiptError as error:
        raise BadInputError(_(CANNOT).format(name=name)) from error
    finally:
        if own is not None:
            own.close()
    return tuple(ScannedPage(file=name, said=said, picture=picture) for said, picture in found)
