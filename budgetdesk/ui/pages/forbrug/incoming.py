"""A file from the user: chosen, or dropped on the page; read off the window's thread. Nothing is taken in here."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QFileDialog, QWidget

from budgetdesk.actions import spending as actions
from budgetdesk.actions.library import Library
from budgetdesk.errors import StatementError
from budgetdesk.ledger.statement import StatementRead
from budgetdesk.readers.incoming import read_incoming
from budgetdesk.readers.receipts import ReceiptsRead, is_json

STATEMENTS = "Kontoudtog fra netbank (*.csv *.txt);;Alle filer (*)"
RECEIPTS = "Digitale kvitteringer (*.json);;Alle filer (*)"


def choose(parent: QWidget, title: str, kinds: str) -> list[Path]:
    """The files the user picks; none when they change their mind."""
    names, _ = QFileDialog.getOpenFileNames(parent, title, "", kinds)
    return [Path(name) for name in names]


def dropped(data: QMimeData) -> list[Path]:
    """The files on this computer among what is dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def read(path: Path, library: Library, today: date) -> StatementRead | ReceiptsRead:
    """A statement or receipts, whichever the file is. Raises StatementError and ReceiptError with a sentence."""
    name, data = read_incoming(path, StatementError)
    if is_json(data):
        return actions.preview_receipts((name, data))
    return actions.preview_statement((name, data), library, today=today)
