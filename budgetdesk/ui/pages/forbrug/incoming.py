"""A file from the user: chosen, dropped or pasted; read off the window's thread. Nothing is taken in here.

What a file is, its content says, never its name: bank rows, digital receipts, or a picture of a receipt.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMimeData
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from budgetdesk.actions import spending as actions
from budgetdesk.actions.library import Library
from budgetdesk.errors import ReceiptError, StatementError, UnknownLayoutError
from budgetdesk.i18n import N_, _
from budgetdesk.ledger.statement import StatementRead
from budgetdesk.readers.incoming import Source, read_incoming
from budgetdesk.readers.mapping import Mapping, Sample
from budgetdesk.readers.ocr.headers import look_at
from budgetdesk.readers.receipts import ReceiptsRead, is_json
from budgetdesk.readers.statements import is_statement

STATEMENTS = N_(
    "Kontoudtog og kvitteringer (*.csv *.txt *.xlsx *.pdf *.xml *.json *.jpg *.jpeg *.png *.webp *.tif *.tiff)"
)
RECEIPTS = N_("Kvitteringer (*.jpg *.jpeg *.png *.webp *.tif *.tiff *.pdf *.json)")
ALL = N_(";;Alle filer (*)")
PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".pdf")


@dataclass(frozen=True)
class PictureFile:
    """A picture of a receipt: it waits for the others, since reading takes seconds."""

    name: str
    data: bytes


@dataclass(frozen=True)
class UnknownLayout:
    """Rows and columns that nobody has explained yet: what they look like, and the likeliest explanation."""

    name: str
    data: bytes
    samples: tuple[Sample, ...]
    blanks: tuple[Mapping, ...]
    """For each of `samples` a mapping to fill in."""
    guess: Mapping | None


Read = StatementRead | ReceiptsRead | PictureFile | UnknownLayout


def choose(parent: QWidget, title: str, kinds: str) -> list[Path]:
    """The files the user picks; none when they change their mind."""
    names, _rest = QFileDialog.getOpenFileNames(parent, title, "", kinds + _(ALL))
    return [Path(name) for name in names]


def dropped(data: QMimeData) -> list[Path]:
    """The files on this computer among what is dragged or copied."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def pasted(data: QMimeData | None) -> list[Source]:
    """Files that were copied, or else a picture that was: as a file without a place. None: nothing has been copied."""
    if data is None:
        return []
    files: list[Source] = [*dropped(data)]
    if files or not data.hasImage():
        return files
    image = data.imageData()
    return [("udklip.png", _png(image))] if isinstance(image, QImage) and not image.isNull() else []


def read(source: Source, library: Library, today: date, mappings: Sequence[Mapping] = ()) -> Read:
    """A statement, receipts or a picture, whichever the file is. Raises StatementError and ReceiptError."""
    name, data = read_incoming(source, StatementError)
    kind = _picture_kind(data)
    if kind == "pdf":
        return _pdf(name, data, library, today)
    if kind:
        return PictureFile(name, data)
    if is_json(data) and not is_statement((name, data)):
        return actions.preview_receipts((name, data))
    try:
        return actions.preview_statement((name, data), library, today=today, mappings=mappings)
    except UnknownLayoutError:
        source = (name, data)
        guess = actions.guessed_mapping(source, today=today)
        return UnknownLayout(name, data, actions.sample_of(source), actions.blank_mappings(source), guess)


def _pdf(name: str, data: bytes, library: Library, today: date) -> Read:
    """Bank rows where there are any; else a receipt."""
    try:
        return actions.preview_statement((name, data), library, today=today)
    except StatementError:
        return PictureFile(name, data)


def _picture_kind(data: bytes) -> str:
    """The kind of picture that the first bytes say it is; "" for everything else, which its own reader refuses."""
    try:
        return look_at(data).kind
    except ReceiptError:
        if _looks_like_picture(data):
            raise
        return ""


def _looks_like_picture(data: bytes) -> bool:
    return data.startswith((b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*")) or (
        data[:4] == b"RIFF" or data[4:8] == b"ftyp"
    )


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs know only file names
    return bytes(buffer.data().data())
