"""The picture of where the money goes: one bar per group, told apart by pattern as well as by shade."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from budgetdesk.documents.sheet import page, pictograms
from budgetdesk.documents.sheet.blocks import Text

# isort: split
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from budgetdesk.household.words import Need

HEIGHT = 9.0
PICTURE, BESIDE = 10.0, 14.0
"""How large a picture is, and where the words beside it begin."""


@dataclass(frozen=True)
class Bar:
    """A group: its whole and the parts of it by need, kr/month."""

    title: str
    amount: Decimal
    parts: tuple[tuple[Need, Decimal], ...]
    detail: str = ""
    count: str = ""
    picture: str = ""
    """The name of its pictogram; "" where it has none."""


class BarFlowable(Flowable):  # type: ignore[misc]  # reportlab has no types
    """One bar. Not read aloud: the figure stands beside it."""

    def __init__(self, parts: Sequence[tuple[Need, Decimal]], largest: Decimal, width: float) -> None:
        super().__init__()
        self.parts, self.largest = parts, largest
        self.width, self.height = width, HEIGHT

    def draw(self) -> None:
        self.canv.artifact()
        x = 0.0
        for need, amount in self.parts:
            if amount > 0 and self.largest > 0:
                length = float(amount / self.largest) * self.width
                draw_part(self.canv, need, x, length)
                x += length
        self.canv.unmark()


class Pictured(Text):
    """A paragraph with a small picture before it, for which its style leaves room. The picture is not read aloud."""

    def __init__(self, markup: str, style: ParagraphStyle, picture: str) -> None:
        super().__init__(markup, style)
        self.picture = picture

    def draw(self) -> None:
        super().draw()
        if self.picture:
            self.canv.artifact()
            self.canv.setStrokeColor(page.INK)
            pictograms.draw(self.canv, self.picture, 0, self.height - PICTURE - 1.6, PICTURE)
            self.canv.unmark()


class Sample(Flowable):  # type: ignore[misc]
    """A small piece of a bar for the legend."""

    def __init__(self, need: Need) -> None:
        super().__init__()
        self.need, self.width, self.height = need, 16.0, HEIGHT

    def draw(self) -> None:
        self.canv.artifact()
        draw_part(self.canv, self.need, 0, self.width)
        self.canv.unmark()


def draw_part(canvas: Any, need: Need, x: float, length: float) -> None:
    """Necessary is solid, what can be done without is hatched, what is to be talked about is empty."""
    canvas.saveState()
    canvas.setStrokeColor(page.ACCENT)
    canvas.setFillColor(page.ACCENT)
    canvas.setLineWidth(0.8)
    inset = min(0.4, length / 2)
    canvas.rect(x + inset, 0.4, max(length - 2 * inset, 0.1), HEIGHT - 0.8, stroke=1, fill=int(need is Need.NEED))
    if need is Need.NICE:
        _hatch(canvas, x, length)
    canvas.restoreState()


def _hatch(canvas: Any, x: float, length: float) -> None:
    clip = canvas.beginPath()
    clip.rect(x, 0, length, HEIGHT)
    canvas.clipPath(clip, stroke=0, fill=0)
    at = x - HEIGHT
    while at < x + length:
        canvas.line(at, 0, at + HEIGHT, HEIGHT)
        at += 3.2
