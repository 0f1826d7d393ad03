"""A letter or a postcard by which a tenant is reached. Not signed in the program: a hand writes the envelope.

The letter bears no address (the envelope is written by hand, and a protected address stands on no paper) and no number
of the case. The postcard is a sheet to cut out, A6: the words, and a side for the address.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from budgetdesk import formats
from budgetdesk.documents.sheet import page, texts
from budgetdesk.documents.sheet.blocks import Grid, gap, text, together
from budgetdesk.documents.sheet.fonts import rich
from budgetdesk.documents.sheet.page import Head
from budgetdesk.errors import DocumentError

# isort: split
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

CARD = (148 * mm, 105 * mm)
"""A6, lying: what the post takes as a postcard."""
EDGE = 9 * mm
_STAMP = (24 * mm, 28 * mm)
LARGE = ParagraphStyle("letter to a tenant", parent=page.LETTER, fontSize=12.5, leading=18.5, spaceAfter=9)
ON_CARD = ParagraphStyle("on a card", parent=page.LETTER, fontSize=12, leading=16.5, spaceAfter=5)
CARD_TITLE = ParagraphStyle("title of a card", parent=page.H1_LETTER, fontSize=15, leading=20, spaceAfter=5)
LARGE.tag = ON_CARD.tag = "P"
CARD_TITLE.tag = "H1"


def contact_letter_pdf(subject: str, body: str, *, on: date, organisation: str = "") -> bytes:
    """The letter on a sheet of its own. `body`: paragraphs parted by an empty line."""

    def story() -> list[Any]:
        return [
            gap(30),
            text(formats.day(on), page.CELL_QUIET),
            gap(6),
            text(rich(subject), page.H1),
            gap(6),
            *(text(_lines(paragraph), LARGE) for paragraph in _paragraphs(body)),
        ]

    return page.build(story, Head(title=subject or "Brev", on=on, organisation=organisation))


def postcard_pdf(subject: str, body: str, *, on: date, organisation: str = "") -> bytes:
    """Both sides of a card, to cut out. Raises DocumentError where the words do not fit on it."""
    words = texts.load("kontaktbreve")

    def story() -> list[Any]:
        said = [text(rich(subject), CARD_TITLE)] if subject else []
        said += [text(_lines(paragraph), ON_CARD) for paragraph in _paragraphs(body)]
        _must_fit(said, words)
        return [
            text(words["card_front"], page.SMALL),
            together([_card(said)]),
            gap(10),
            text(words["card_back"], page.SMALL),
            together([_address_side(words)]),
        ]

    return page.build(story, Head(title=subject or "Postkort", on=on, organisation=organisation))


def _card(said: Sequence[Any]) -> Grid:
    style = [
        ("BOX", (0, 0), (-1, -1), 0.6, page.QUIET),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("LEFTPADDING", (0, 0), (-1, -1), EDGE),
        ("RIGHTPADDING", (0, 0), (-1, -1), EDGE),
    ]
    return Grid([[list(said)]], colWidths=[CARD[0]], rowHeights=[CARD[1]], style=style, hAlign="LEFT")


def _address_side(words: Any) -> Grid:
    """Room for the stamp, and lines for the address."""
    lines: list[Any] = [[""] for _ in range(4)]
    address = Grid(
        lines, colWidths=[70 * mm], rowHeights=[10 * mm] * 4, style=[("LINEBELOW", (0, 0), (-1, -1), 0.6, page.QUIET)]
    )
    stamp = Grid(
        [[text(words["stamp"], page.CELL_QUIET)]],
        colWidths=[_STAMP[0]],
        rowHeights=[_STAMP[1]],
        style=[("BOX", (0, 0), (-1, -1), 0.6, page.LINE), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")],
    )
    style = [
        ("BOX", (0, 0), (-1, -1), 0.6, page.QUIET),
        ("VALIGN", (0, 0), (0, 0), "BOTTOM"),
        ("VALIGN", (1, 0), (1, 0), "TOP"),
        ("ALIGN", (0, 0), (0, 0), "RIGHT"),
        ("TOPPADDING", (0, 0), (-1, -1), EDGE),
        ("BOTTOMPADDING", (0, 0), (-1, -1), EDGE),
    ]
    widths = [CARD[0] - 38 * mm, 38 * mm]
    return Grid([[address, stamp]], colWidths=widths, rowHeights=[CARD[1]], style=style, hAlign="LEFT")


def _must_fit(said: Sequence[Any], words: Any) -> None:
    room = CARD[1] - 2 * EDGE
    high = sum(part.wrap(CARD[0] - 2 * EDGE, room)[1] + part.getSpaceAfter() for part in said)
    if high > room:
        raise DocumentError(words["too_long"])


def _paragraphs(body: str) -> list[str]:
    return [part.strip() for part in body.split("\n\n") if part.strip()]


def _lines(paragraph: str) -> str:
    """Typed text: a line that was broken stays so."""
    return "<br/>".join(rich(line) for line in paragraph.splitlines())
