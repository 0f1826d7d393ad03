"""Invented statements in PDF, in three styles that Danish banks print: their paper, drawn by ReportLab."""

from __future__ import annotations

import io
from dataclasses import dataclass
from decimal import Decimal

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen import canvas
from statement_writers import Row, balances, danish

BOTTOM = 70


@dataclass(frozen=True)
class Style:
    """Where things stand: x of the day and the text, right edges of the amounts, and how they are written."""

    heads: tuple[tuple[float, str, bool], ...]
    """x, heading, whether it ends (rather than begins) there."""
    text_at: float = 110
    day: str = "%d/%m/%Y"
    amounts: tuple[float, ...] = (430, 510)
    split: bool = False
    """Money out and money in in columns of their own."""
    unit: str = ""
    minus_behind: bool = False
    newest_first: bool = False
    carried: bool = False
    """A line with the balance carried over from the page before."""


SPAREKASSE = Style(
    (
        (40, "Dato", False),
        (110, "Posteringstekst", False),
        (430, "Beløb", True),
        (510, "Saldo", True),
        (520, "Valuta", False),
    ),
    unit="DKK",
    newest_first=True,
)
IN_AND_OUT = Style(
    ((40, "Bogført", False), (110, "Tekst", False), (370, "Hævet", True), (450, "Indsat", True), (540, "Saldo", True)),
    day="%d.%m.%Y",
    amounts=(370, 450, 540),
    split=True,
    carried=True,
)
NO_YEAR = Style(
    ((40, "Dato", False), (100, "Tekst", False), (330, "Rentedato", False), (470, "Beløb", True), (550, "Saldo", True)),
    text_at=100,
    day="%d.%m",
    amounts=(470, 550),
    minus_behind=True,
)
STYLES = {"sparekasse": SPAREKASSE, "in and out": IN_AND_OUT, "no year": NO_YEAR}


class _Paper:
    def __init__(self, style: Style, period: str, account: str, *, password: str = "") -> None:
        self.style, self.buffer = style, io.BytesIO()
        self.canvas = canvas.Canvas(self.buffer, pagesize=A4, encrypt=password or None)
        self.y, self.page = 800.0, 1
        for line in ("Sparekassen Opfundet", f"Kontonr. {account}", f"Periode {period}"):
            self.say((40, line, False))
            self.y -= 15
        self.head()

    def say(self, *cells: tuple[float, str, bool]) -> None:
        self.canvas.setFont("Helvetica", 9)
        for x, text, ends in cells:
            (self.canvas.drawRightString if ends else self.canvas.drawString)(x, self.y, text)

    def head(self) -> None:
        self.y -= 10
        self.say(*self.style.heads)
        self.y -= 14

    def down(self) -> None:
        self.y -= 12
        if self.y < BOTTOM:
            self.y = 40
            self.say((260, f"Side {self.page} af 9", False))
            self.canvas.showPage()
            self.page, self.y = self.page + 1, 800.0
            self.head()


def pdf(
    style: Style, opening: Decimal, rows: list[Row], *, account: str = "9999 1234567890", password: str = ""
) -> bytes:
    """The statement as a PDF; texts longer than 30 letters go on below."""
    period = f"{rows[0].day:%d.%m.%Y} - {rows[-1].day:%d.%m.%Y}"
    paper = _Paper(style, period, account, password=password)
    if style.carried:
        paper.say(
            (40, f"{rows[0].day:{style.day}}", False),
            (110, "Saldo primo", False),
            (540, _written(opening, style), True),
        )
        paper.down()
    pairs = list(zip(rows, balances(opening, rows), strict=True))
    for row, balance in reversed(pairs) if style.newest_first else pairs:
        parts = _wrapped(row.text)
        paper.say((40, f"{row.day:{style.day}}", False), (style.text_at, parts[0], False), *_money(style, row, balance))
        paper.down()
        for part in parts[1:]:
            paper.say((style.text_at, part, False))
            paper.down()
    paper.canvas.save()
    return paper.buffer.getvalue()


def _wrapped(text: str) -> list[str]:
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) > 30:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def _money(style: Style, row: Row, balance: Decimal) -> list[tuple[float, str, bool]]:
    written = [_written(row.amount, style), _written(balance, style)]
    if style.split:
        at = style.amounts[0] if row.amount < 0 else style.amounts[1]
        return [(at, _written(abs(row.amount), style), True), (style.amounts[2], written[1], True)]
    cells = [(x, text, True) for x, text in zip(style.amounts, written, strict=True)]
    if "Rentedato" in (head for _, head, _ in style.heads):
        cells.append((330, f"{row.day:{style.day}}", False))
    return [*cells, (520, style.unit, False)] if style.unit else cells


def _written(amount: Decimal, style: Style) -> str:
    text = danish(amount, thousands=True)
    return f"{text[1:]}-" if style.minus_behind and amount < 0 else text
