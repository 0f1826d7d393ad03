"""The pieces of the large print: a line with its mark, and a part whose heading is repeated where it goes on.

A part breaks between its lines, and a line that is longer than a page breaks inside. A heading that is repeated is for
the eye: who listens has heard it already, so it is not read aloud again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from budgetdesk.documents.sheet import fonts, page, pictograms
from budgetdesk.documents.sheet.blocks import Text

# isort: split
from reportlab.platypus import Flowable, FrameBreak, Paragraph

MARK = 34.0
"""The column of the marks: a picture, a box, a number or a dot."""
PICTURE, BOX, SIGN = 22.0, 17.0, 16.0


@dataclass(frozen=True)
class Space:
    """How far things stand from each other, points."""

    lines: float
    """Between two lines."""
    parts: float
    """Above a heading."""
    open: float
    """Above a part without one."""


WIDE, CLOSE = Space(7, 16, 8), Space(4, 10, 5)
ENDS = 2
"""So many lines stay together before a break, and after it."""
LONG = 190.0
"""A line that is higher is broken inside rather than moved to the next page, points."""
AMOUNT = 128.0
"""Room for an amount to the right, points."""


class Item(Flowable):  # type: ignore[misc]  # reportlab has no types
    """One line: texts below each other, a mark to the left, an amount to the right, room to write below."""

    def __init__(
        self,
        body: Sequence[Text],
        *,
        mark: str = "",
        amount: Text | None = None,
        hand: bool = False,
        inset: bool = True,
    ) -> None:
        super().__init__()
        self.body, self.mark, self.amount, self.hand, self.inset = list(body), mark, amount, hand, inset

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width = width
        self.left = MARK if self.inset else 0.0
        heights = [self._wrap(one, at) for at, one in enumerate(self.body)]
        self.heights = heights
        beside = self.amount.wrap(AMOUNT, 1e6)[1] if self.amount else 0.0
        self.height = max(sum(heights), beside, PICTURE if self.mark else 0.0)
        self.hand_from = self._hand_from() if self.hand else 0.0
        if self.hand:
            self.height = HAND if self.hand_from or not self.body else self.height + HAND
        return width, self.height

    def _hand_from(self) -> float:
        """Where the line to write on begins beside short words; 0 where it stands below them."""
        if len(self.body) != 1 or len(self.body[0].blPara.lines) != 1:
            return 0.0
        ends = self.left + max(self.body[0].getActualLineWidths0()) + 8
        return ends if ends < self.width / 2 else 0.0

    def _wrap(self, one: Text, at: int) -> float:
        beside = AMOUNT + 8 if self.amount and at == 0 else 0.0
        return float(one.wrap(self.width - self.left - beside, 1e6)[1])

    def split(self, width: float, height: float) -> list[Any]:
        """What has room, and the rest without its mark and its amount; nothing where not even one line has room."""
        self.wrap(width, height)
        used, rest = 0.0, list(self.body)
        first: list[Text] = []
        while rest and used + self.heights[len(first)] <= height:
            used += self.heights[len(first)]
            first.append(rest.pop(0))
        if rest:
            beside = AMOUNT + 8 if self.amount and not first else 0.0
            cut = rest[0].split(width - self.left - beside, height - used)
            if len(cut) > 1:
                first, rest = [*first, cut[0]], [*cut[1:], *rest[1:]]
        many = len(self.body) > 2 * ENDS and self.height <= page.HEIGHT  # else no page has more room: let go of it
        if not rest or not first or (many and min(len(first), len(rest)) < ENDS):
            return []
        return [
            Item(first, mark=self.mark, amount=self.amount, inset=self.inset),
            Item(rest, hand=self.hand, inset=self.inset),
        ]

    def draw(self) -> None:
        top = self.height if not self.hand_from else sum(self.heights)
        if self.mark:
            self._mark(top)
        for at, (one, height) in enumerate(zip(self.body, self.heights, strict=True)):
            one.drawOn(self.canv, self.left, top - height)
            if at == 0 and self.amount:
                self.amount.drawOn(self.canv, self.width - AMOUNT, top - self.amount.height)
            top -= height
        if self.hand:
            self._line()

    def _mark(self, top: float) -> None:
        """A picture or a box: drawn, not read aloud. A number or a dot: a sign."""
        self.canv.artifact()
        self.canv.setStrokeColor(page.INK)
        self.canv.setFillColor(page.INK)
        if self.mark in pictograms.PICTOGRAMS:
            pictograms.draw(self.canv, self.mark, 0, top - PICTURE, PICTURE)
        elif self.mark in (EMPTY, CROSSED):
            self._box(top)
        else:
            self.canv.setFont(fonts.REGULAR, SIGN)
            self.canv.drawString(4, top - SIGN * 1.1, self.mark)
        self.canv.unmark()

    def _box(self, top: float) -> None:
        y = top - BOX - 2
        self.canv.setLineWidth(1.4)
        self.canv.rect(1, y, BOX, BOX)
        if self.mark == CROSSED:
            self.canv.line(1, y, 1 + BOX, y + BOX)
            self.canv.line(1, y + BOX, 1 + BOX, y)

    def _line(self) -> None:
        self.canv.artifact()
        self.canv.setStrokeColor(page.QUIET)
        self.canv.setLineWidth(1)
        self.canv.line(self.hand_from or self.left, 4, self.width, 4)
        self.canv.unmark()


EMPTY, CROSSED = "box", "crossed box"
HAND = 34.0
"""A line to write on."""


class PartFlow(Flowable):  # type: ignore[misc]
    """A heading with its lines; what goes on on another page begins with the heading again."""

    def __init__(
        self, items: Sequence[Item], heading: Text | None, again: Paragraph | None, *, picture: str = "",
        listed: bool = False, continued: bool = False, space: Space = WIDE,
    ) -> None:  # fmt: skip
        super().__init__()
        self.space = space
        self.items, self.heading, self.again = list(items), heading, again
        self.picture, self.listed, self.continued = picture, listed, continued

    def getSpaceBefore(self) -> float:
        return 0.0 if self.continued else self.space.parts if self.heading else self.space.open

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width = width
        self.height = self._heading_height(width) + sum(
            one.wrap(width, height)[1] + self.space.lines for one in self.items
        )
        return width, self.height

    def _heading_height(self, width: float) -> float:
        shown = self.again if self.continued else self.heading
        if shown is None:
            return 0.0
        return float(shown.wrap(width - (MARK if self.picture else 0.0), 1e6)[1]) + self.space.lines

    def split(self, width: float, height: float) -> list[Any]:
        """Between two lines, two of which stay together at either end; else inside the first."""
        heights = [one.wrap(width, height)[1] + self.space.lines for one in self.items]
        room = height - self._heading_height(width)
        fits = next((n for n in range(len(heights), 0, -1) if sum(heights[:n]) <= room), 0)
        left = room - sum(heights[:fits]) - self.space.lines
        if heights[fits] > LONG and (cut := self.items[fits].split(width, left)):
            return self._broken([*self.items[:fits], cut[0]], [*cut[1:], *self.items[fits + 1 :]])
        if fits == len(heights) - 1 and fits > ENDS:
            fits -= 1
        alone = fits < ENDS < len(heights) and not self.continued and height < page.HEIGHT / 2
        return self._broken(self.items[:fits], self.items[fits:]) if fits and not alone else []

    def _broken(self, first: Sequence[Item], rest: Sequence[Item]) -> list[Any]:
        return [self._of(first), FrameBreak(), self._of(rest, continued=True)]

    def _of(self, items: Sequence[Item], *, continued: bool = False) -> PartFlow:
        return PartFlow(
            items, self.heading, self.again, picture=self.picture, listed=self.listed,
            continued=continued or self.continued, space=self.space,
        )  # fmt: skip

    def draw(self) -> None:
        top = self.height
        top = self._draw_heading(top)
        if self.listed:
            self.canv.begin("L")
        for one in self.items:
            self._draw_item(one, top - one.height)
            top -= one.height + self.space.lines
        if self.listed:
            self.canv.end()

    def _draw_item(self, one: Item, bottom: float) -> None:
        if self.listed:
            self.canv.begin("LI")
            self.canv.begin("LBody")
        one.drawOn(self.canv, 0, bottom)
        if self.listed:
            self.canv.end()
            self.canv.end()

    def _draw_heading(self, top: float) -> float:
        shown = self.again if self.continued else self.heading
        if shown is None:
            return top
        left = MARK if self.picture else 0.0
        if self.picture:
            self._draw_picture(top)
        if self.continued:
            self.canv.artifact()
        shown.drawOn(self.canv, left, top - shown.height)
        if self.continued:
            self.canv.unmark()
        return top - float(shown.height) - self.space.lines

    def _draw_picture(self, top: float) -> None:
        self.canv.artifact()
        self.canv.setStrokeColor(page.INK)
        pictograms.draw(self.canv, self.picture, 0, top - PICTURE - 2, PICTURE)
        self.canv.unmark()
