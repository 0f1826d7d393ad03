"""The paper with the recovery key: printed once, kept in a locked cabinet. It names no case and no person."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from budgetdesk.documents.sheet import page, texts
from budgetdesk.documents.sheet.blocks import box, gap, section, side_by_side, steps, text
from budgetdesk.documents.sheet.fonts import rich

# isort: split
from reportlab.lib.units import mm
from reportlab.platypus import Flowable

_VERSION = 3
"""Of the QR code: 29 squares each way, room for 42 signs."""
_MASK = 2
_SIZE = 34 * mm


class _Picture(Flowable):  # type: ignore[misc]  # reportlab has no types
    """The key as a QR code. Not read aloud: the key stands beside it in letters."""

    def __init__(self, printed: str) -> None:
        super().__init__()
        self.printed = printed
        self.width = self.height = _SIZE

    def draw(self) -> None:
        squares = _dark(self.printed)
        square = _SIZE / len(squares)
        self.canv.artifact()
        self.canv.setFillColor(page.INK)
        for row, line in enumerate(squares):
            for column, dark in enumerate(line):
                if dark:
                    self.canv.rect(column * square, _SIZE - (row + 1) * square, square, square, stroke=0, fill=1)
        self.canv.unmark()


def _dark(printed: str) -> tuple[tuple[bool, ...], ...]:
    from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel  # noqa: PLC0415 - slow to import

    made = QRCode(_VERSION, QRErrorCorrectLevel.M)
    made.addData(printed)
    made.makeImpl(False, _MASK)
    size = range(made.getModuleCount())
    return tuple(tuple(bool(made.isDark(row, column)) for column in size) for row in size)


def recovery_pdf(printed: str, words: Sequence[str], *, on: date, organisation: str = "") -> bytes:
    """The page as PDF bytes; `printed` is the key in its groups, `words` its check words."""
    said = texts.load("noednoegle")
    groups = printed.split("-")
    lines = [" ".join(groups[at : at + 4]) for at in range(0, len(groups), 4)]

    def story() -> list[Any]:
        key = [text(said["key"], page.CELL_QUIET), *(text(rich(line), page.BIG) for line in lines)]
        key += [gap(6), text(said["words"], page.CELL_QUIET), text(rich(" · ".join(words)), page.KEY)]
        return [
            text(said["title"], page.H1),
            text(said["lead"], page.LEAD),
            box([text(said["warning"])]),
            gap(8),
            side_by_side([key, [text(said["qr"], page.CELL_QUIET), gap(4), _Picture(printed)]],
                         [page.WIDTH - _SIZE - 8 * mm, _SIZE]),
            gap(4),
            text(said["words_why"], page.SMALL),
            *section(said["use"], steps([rich(one) for one in said["use_list"]])),
            *section(said["keep"], steps([rich(one) for one in said["keep_list"]], mark="•")),
        ]  # fmt: skip

    return page.build(story, page.Head(title=said["title"], on=on, organisation=organisation))
