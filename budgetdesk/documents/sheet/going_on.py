"""A part of a paper with things under a heading, such as tasks or bullets: where it goes on, its heading stands again.

The heading that stands again is for the eye: who listens has heard it already, so it is not read aloud again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from budgetdesk.documents.sheet import page, texts
from budgetdesk.documents.sheet.blocks import steps, text
from budgetdesk.documents.sheet.breaking import END_ROWS, LEAST

# isort: split
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, FrameBreak, Paragraph


class GoingOn(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A heading (markup) with what stands under it; at a break two of them stay together on either side. `lead`: texts
    that stand before them, once; `listed`: they are the lines of a list."""

    def __init__(
        self, heading: str, items: Sequence[Any], *, lead: Sequence[Any] = (), listed: bool = False,
        continued: bool = False,
    ) -> None:  # fmt: skip
        super().__init__()
        self.heading, self.items, self.continued = heading, list(items), continued
        self.lead, self.listed = list(lead), listed
        again = texts.load("lejerside")["continued"].format(heading=heading)
        self.shown = Paragraph(again, page.H2) if continued else text(heading, page.H2)

    def getSpaceBefore(self) -> float:
        return 0.0 if self.continued else float(page.H2.spaceBefore)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width = width
        self.top = self.shown.wrapOn(self.canv, width, height)[1] + page.H2.spaceAfter
        self.leads = [one.wrapOn(self.canv, width, height)[1] + one.getSpaceAfter() for one in self.lead]
        self.top += sum(self.leads)
        self.heights = [one.wrapOn(self.canv, width, height)[1] + one.getSpaceAfter() for one in self.items]
        self.height = self.top + sum(self.heights)
        return width, self.height

    def split(self, width: float, height: float) -> list[Any]:
        """Between two things; inside one only where no page has room for it."""
        self.wrap(width, height)
        many = len(self.items)
        fits = next((n for n in range(many, 0, -1) if self.top + sum(self.heights[:n]) <= height), 0)
        if fits < many and self.top + self.heights[fits] > page.HEIGHT - LEAST:
            left = height - self.top - sum(self.heights[:fits]) - self.items[fits].getSpaceAfter()
            if cut := self.items[fits].splitOn(self.canv, width, left):
                return self._broken([*self.items[:fits], cut[0]], [*cut[1:], *self.items[fits + 1 :]])
        if many - fits < END_ROWS < many:
            fits = many - END_ROWS
        if fits < END_ROWS and height < page.HEIGHT / 2:
            return []
        return self._broken(self.items[:fits], self.items[fits:]) if 0 < fits < many else []

    def _broken(self, first: Sequence[Any], rest: Sequence[Any]) -> list[Any]:
        return [
            GoingOn(self.heading, first, lead=self.lead, listed=self.listed, continued=self.continued),
            FrameBreak(),
            GoingOn(self.heading, rest, listed=self.listed, continued=True),
        ]

    def draw(self) -> None:
        top = self.height - self.shown.height
        if self.continued:
            self.canv.artifact()
        self.shown.drawOn(self.canv, 0, top)
        if self.continued:
            self.canv.unmark()
        top = self.height - self.top + sum(self.leads)
        top = self._below(top, self.lead, self.leads)
        if self.listed:
            self.canv.begin("L")
        self._below(top, self.items, self.heights)
        if self.listed:
            self.canv.end()

    def _below(self, top: float, drawn: Sequence[Any], heights: Sequence[float]) -> float:
        for one, height in zip(drawn, heights, strict=True):
            top -= height
            one.drawOn(self.canv, 0, top + one.getSpaceAfter())
        return top


def bullets(
    heading: str, items: Iterable[str], *, style: ParagraphStyle = page.BODY, lead: Sequence[Any] = ()
) -> GoingOn:
    """A heading and bullets (markup) under it, after what `lead` says."""
    _opens, *listed, _closes = steps(items, style=style, mark="•")
    return GoingOn(heading, listed, lead=lead, listed=True)
