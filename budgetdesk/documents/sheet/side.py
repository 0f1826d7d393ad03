"""One language's side of a line in the page in two languages: number, box, words, amount, and what is said below.

The side of a language that is written from the right is the mirror of the other: the number stands to the right.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from budgetdesk.documents.sheet import page
from budgetdesk.documents.sheet.lettering import FROM_RIGHT, Laid, lay, one_line, width

# isort: split
from reportlab.platypus import Flowable

SIZE, LEADING = 10.3, 15.0
SMALL, SMALL_LEADING = 8.6, 12.4
HEAD, HEAD_LEADING = 12.2, 18.5
TITLE, TITLE_LEADING = 17.0, 25.0
LONG_TITLE, LONG_TITLE_LEADING = 13.4, 19.0
"""A title that takes more than two lines: a very long name leaves room for the rest of the page."""
LEAD, LEAD_LEADING = 10.8, 16.2
NUMBER = 19.0
"""The column of the line numbers."""
BOX = 9.0
WIDEST = 0.42
"""As much of a side may be taken by an amount beside the text; a longer one stands below it."""
HAND = 20.0
"""A line to write on."""


@dataclass(frozen=True)
class Spoken:
    """A text of one side: what it is, and how large."""

    text: str
    size: float = SIZE
    leading: float = LEADING
    bold: bool = False
    quiet: bool = False
    tag: str = "P"


@dataclass(frozen=True)
class Said:
    """What one side of a line says."""

    texts: tuple[Spoken, ...]
    number: str = ""
    amount: str = ""
    tick: bool = False
    ticked: bool = False
    blank: bool = False
    numbered: bool = True
    """Whether room is left for a number, so that all lines of the page begin at the same place."""
    below: bool = False
    """Whether the amount is a line of its own below what it is about: on both sides, where one has no room for it."""


def too_wide(amount: str, room: float) -> bool:
    """Whether an amount leaves too little of a side for the words beside it."""
    return width(amount, SIZE, bold=True) > WIDEST * room


def _with_amount(said: Said) -> tuple[Spoken, ...]:
    """The amount as a line of its own, below what it is about."""
    return (*said.texts[:1], Spoken(said.amount, bold=True), *said.texts[1:])


class Side(Flowable):  # type: ignore[misc]  # reportlab has no types
    """Draws `Said` in a language, tagged with it."""

    def __init__(self, said: Said, language: str) -> None:
        super().__init__()
        self.said, self.language, self.from_right = said, language, language in FROM_RIGHT
        self.column = 0.0
        """The widest amount above and below it, points, where amounts stand to the left."""

    def wrap(self, room: float, _height: float) -> tuple[float, float]:
        said = self.said
        self.room = room
        self.begins = (NUMBER if said.numbered else 0) + (BOX + 6 if said.tick else 0)
        self.amount = "" if said.below else said.amount
        texts = _with_amount(said) if said.below and said.amount else said.texts
        self.wide = max(width(self.amount, SIZE, bold=True), self.column) if self.amount else 0.0
        beside = room - self.begins - (self.wide + 10 if self.amount else 0)
        self.laid: list[tuple[Spoken, tuple[Laid, ...]]] = [
            (
                one,
                lay(
                    one.text,
                    room - self.begins if at else beside,
                    one.size,
                    bold=one.bold,
                    from_right=self.from_right,
                ),
            )
            for at, one in enumerate(texts)
        ]
        high = sum(one.leading * len(lines) for one, lines in self.laid) + (HAND if said.blank else 0)
        return room, max(high, LEADING if said.number else 0)

    def draw(self) -> None:
        top = self.wrap(self.room, 0)[1]
        first = self.laid[0][0] if self.laid else Spoken("")
        base = top - first.leading * 0.74
        self._edges(base)
        for at, (spoken, lines) in enumerate(self.laid):
            if not lines and not (at == 0 and self.said.number):
                continue
            self.canv.begin(spoken.tag, language=self.language, says=self._says(at, lines))
            if at == 0:
                self._number(base)
            top = self._lines(spoken, lines, top)
            if at == 0 and self.amount:
                self._amount(base)
            self.canv.end()
        if self.said.blank:
            self._hand_line(top)

    def _says(self, at: int, lines: tuple[Laid, ...]) -> str:
        """What a piece says as it is read, where anything of it is drawn in another order; "" where nothing is."""
        if not any(one.turned for one in lines) and not (at == 0 and self.from_right and self.said.number):
            return ""
        told = " ".join(one.read for one in lines)
        return " ".join(part for part in (self.said.number, told, self.amount) if part) if at == 0 else told

    def _lines(self, spoken: Spoken, lines: tuple[Laid, ...], top: float) -> float:
        for laid in lines:
            self.canv.setFillColor(page.QUIET if spoken.quiet else page.INK)
            self._put(laid, self._from_edge(self.begins, laid.width), top - spoken.leading * 0.74)
            top -= spoken.leading
        return top

    def _number(self, base: float) -> None:
        if self.said.number:
            self.canv.setFillColor(page.QUIET)
            number = self.said.number
            # Read from the right, the stop is behind the figure when it stands to its left.
            laid = one_line(f".{number.removesuffix('.')}" if self.from_right else number, SMALL)
            self._put(laid, self._from_edge(0, laid.width), base)

    def _amount(self, base: float) -> None:
        self.canv.setFillColor(page.INK)
        laid = one_line(self.amount, SIZE, bold=True, from_right=self.from_right)
        self._put(laid, self._from_edge(self.room - self.wide, self.wide) + self.wide - laid.width, base)

    def _from_edge(self, distance: float, wide: float) -> float:
        """Where something that is `wide` begins, `distance` from the edge at which reading begins."""
        return self.room - distance - wide if self.from_right else distance

    def _put(self, laid: Laid, x: float, y: float) -> None:
        self.canv.mark()
        drawn = self.canv.beginText(x, y)
        for face, size, letters in laid.drawn:
            drawn.setFont(face, size)
            drawn.textOut(letters)
        self.canv.drawText(drawn)
        self.canv.unmark()

    def _edges(self, base: float) -> None:
        """The box to tick: drawn, not read aloud."""
        if not self.said.tick:
            return
        self.canv.artifact()
        x = self._from_edge(NUMBER if self.said.numbered else 0, BOX)
        self.canv.setStrokeColor(page.INK)
        self.canv.setLineWidth(0.8)
        self.canv.rect(x, base - 1, BOX, BOX)
        if self.said.ticked:
            self.canv.line(x, base - 1, x + BOX, base - 1 + BOX)
            self.canv.line(x, base - 1 + BOX, x + BOX, base - 1)
        self.canv.unmark()

    def _hand_line(self, top: float) -> None:
        self.canv.artifact()
        self.canv.setStrokeColor(page.QUIET)
        self.canv.setLineWidth(0.6)
        ends = [self._from_edge(distance, 0) for distance in (self.begins, self.room)]
        y = top - HAND + 5 if self.laid and self.laid[0][1] else top - HAND + 8
        self.canv.line(ends[0], y, ends[1], y)
        self.canv.unmark()


def line_up(sides: Iterable[Side]) -> None:
    """The amounts of one column under each other, figure by figure, also where they stand to the left of the words."""
    beside = [one for one in sides if one.from_right and one.said.amount and not one.said.below]
    widest = max((width(one.said.amount, SIZE, bold=True) for one in beside), default=0.0)
    for one in beside:
        one.column = widest
