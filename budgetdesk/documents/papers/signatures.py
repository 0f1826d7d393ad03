"""The place for signatures: what was signed on the screen, or a line for the pen; and what kind of signature it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from budgetdesk.documents.papers.parties import Party
from budgetdesk.documents.seals.ink import Ink, InkKind, fitted
from budgetdesk.documents.sheet import page
from budgetdesk.documents.sheet.blocks import Grid, side_by_side, text, together
from budgetdesk.documents.sheet.figures import moment_text
from budgetdesk.documents.sheet.fonts import rich

# isort: split
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer

HEIGHT = 12 * mm
GAP = 8 * mm


class InkBox(Flowable):  # type: ignore[misc]  # reportlab has no types
    """The strokes of a hand over a line; without strokes, just the line."""

    def __init__(self, width: float, height: float, ink: Ink | None, name: str) -> None:
        super().__init__()
        self.width, self.height, self.ink, self.name = width, height, ink, name

    def draw(self) -> None:
        if self.ink is not None and self.ink.strokes:
            self.canv.begin("Figure", f"Underskrift skrevet med hånden af {self.name}")
            self.canv.mark()
            self._strokes(self.ink)
            self.canv.unmark()
            self.canv.end()
        self.canv.artifact()
        self.canv.setStrokeColor(page.INK)
        self.canv.setLineWidth(0.7)
        self.canv.line(0, 0, self.width, 0)
        self.canv.unmark()

    def _strokes(self, ink: Ink) -> None:
        canvas = self.canv
        canvas.saveState()
        canvas.setStrokeColor(page.INK)
        canvas.setLineWidth(1.15)
        canvas.setLineCap(1)
        canvas.setLineJoin(1)
        path = canvas.beginPath()
        for stroke in fitted(ink.strokes, self.width * 0.9, self.height - 4):
            (left, up), *rest = stroke
            path.moveTo(left + 2, up + 2)
            for x, y in rest or [(left + 0.1, up)]:
                path.lineTo(x + 2, y + 2)
        canvas.drawPath(path, stroke=1, fill=0)
        canvas.restoreState()


def block(parties: Sequence[Party], inks: Sequence[Ink], *, kind_of_signature: str) -> list[Any]:
    """Everybody's place, two or three beside each other, and the words about what kind of signature it is."""
    left = list(inks)
    columns = 3 if len(parties) == 3 else 2
    width = (page.WIDTH - GAP * (columns - 1)) / columns
    widths = [*[width + GAP] * (columns - 1), width]
    places: list[Any] = [_place(party, _taken(left, party), width) for party in parties]
    places += [""] * (-len(places) % columns)
    rows = [side_by_side(places[at : at + columns], widths, gap=GAP) for at in range(0, len(places), columns)]
    for row in rows[1:]:
        row.spaceBefore = 6
    note = [Spacer(0, 3), text(kind_of_signature, page.SMALL)] if placed(parties, inks) else []
    return [together([*rows, *note])]


def placed(parties: Sequence[Party], inks: Sequence[Ink]) -> list[Ink]:
    """The signatures that find a place among the parties, in the order of the page."""
    left = list(inks)
    found = [_taken(left, party) for party in parties]
    return [ink for ink in found if ink is not None]


def _taken(inks: list[Ink], party: Party) -> Ink | None:
    """The signature of this party, taken out of the list so that it is used once."""
    for ink in inks:
        if ink.role is party.role:
            inks.remove(ink)
            return ink
    return None


def _place(party: Party, ink: Ink | None, width: float) -> list[Any]:
    name = (ink.name if ink else "") or party.name
    who = f"<b>{rich(name)}</b> · {party.role.label}" if rich(name) else party.role.label
    if ink is not None and ink.kind is InkKind.TYPED:
        over: list[Any] = [
            Grid([[text(rich(name), page.LEAD)]], colWidths=[width], rowHeights=[HEIGHT], style=_LINE_UNDER)
        ]
    else:
        over = [InkBox(width, HEIGHT, ink, name)]
    how = f"{ink.kind.label}<br/>{moment_text(ink.at)}" if ink else "Dato og underskrift"
    return [*over, text(who, page.CELL), text(how, page.SMALL)]


_LINE_UNDER = [
    ("VALIGN", (0, 0), (-1, -1), "BOTTOM"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
    ("LINEBELOW", (0, 0), (-1, -1), 0.7, page.INK),
]
