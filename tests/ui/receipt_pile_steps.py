"""A pile of receipts without an engine: lines with boxes and a small picture, as if they had been read."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from budgetdesk.actions.receipt_pile import File, Pile
from budgetdesk.readers.ocr.pool import PoolAnswer
from budgetdesk.readers.ocr.receipts import PictureReceipt
from budgetdesk.readers.receipt_lines import receipt_from_lines
from budgetdesk.readers.receipt_text import ReceiptText, TextLine

NETTO = ("NETTO", "MÆLK   11,95", "RUGBRØD   22,00", "TOTAL   33,95", "DANKORT   33,95", "14.10.2026 16:20")
WRONG = ("LIDL", "KAFFE   39,95", "SMØR   18,00", "TOTAL   67,95", "DANKORT   67,95", "15.10.2026 17:01")
"""The lines are 57,95, so 10 kr. are missing."""
NO_DAY = ("NETTO", "BANANER   12,00", "OST   30,00", "TOTAL   42,00", "DANKORT   42,00")


def png(width: int = 200, height: int = 400, colour: int = 0xFFEEEEEE) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(colour)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs know only file names
    return bytes(buffer.data().data())


def was_read(printed: Sequence[str], today: date) -> PictureReceipt:
    lines = tuple(
        TextLine(text=text, confidence=Decimal(1), box=(10, 10 + 30 * n, 180, 24)) for n, text in enumerate(printed)
    )
    text = ReceiptText(lines=lines, engine="tesserocr", picture=png(colour=0xFF000000 + len("".join(printed))))
    return PictureReceipt(receipt=receipt_from_lines(lines, today=today), text=text)


def reads(found: dict[str, PictureReceipt | str]) -> Callable[..., Pile]:
    """In the place of `read_pile`: what comes of each name, a receipt or a sentence."""

    def read_pile(
        files: Sequence[File], *, today: date, told: Callable[[PoolAnswer], Any], stop: threading.Event
    ) -> Pile:
        del today
        answers = []
        for number, (name, _) in enumerate(files):
            if stop.is_set():
                break
            came = found[name]
            answers.append(
                PoolAnswer(
                    number=number,
                    name=name,
                    read=None if isinstance(came, str) else came,
                    problem=came if isinstance(came, str) else "",
                    done=number + 1,
                    of=len(files),
                )
            )
            told(answers[-1])
        return Pile(answers=tuple(answers))

    return read_pile
