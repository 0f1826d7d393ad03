"""Where a page goes on the paper of a printer: in its true size where it fits, else evenly smaller; never cut.

Only the white edge of a page may lie where a printer cannot print. All pages of a paper get the same scale, so that
they look alike. Millimetres from the top left throughout.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

_HAIR = 0.01
"""mm: less than this is a rounding."""


@dataclass(frozen=True, kw_only=True)
class Box:
    """A part of a page or of a sheet, mm."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    def holds(self, other: Box) -> bool:
        """Whether the other lies inside."""
        return (
            self.left - _HAIR <= other.left
            and self.top - _HAIR <= other.top
            and other.right <= self.right + _HAIR
            and other.bottom <= self.bottom + _HAIR
        )

    def around(self, other: Box) -> Box:
        """The smallest box that holds both."""
        return Box(
            left=min(self.left, other.left),
            top=min(self.top, other.top),
            right=max(self.right, other.right),
            bottom=max(self.bottom, other.bottom),
        )


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """The paper in a printer, and where on it the printer can print, mm."""

    width: float
    height: float
    room: Box

    @classmethod
    def with_margins(cls, width: float, height: float, *margins: float) -> Sheet:
        """A sheet by its margins: left, top, right, bottom."""
        left, top, right, bottom = margins
        return cls(
            width=width, height=height, room=Box(left=left, top=top, right=width - right, bottom=height - bottom)
        )


@dataclass(frozen=True, kw_only=True)
class PageMeasure:
    """What of one page is printed at all."""

    number: int
    """From 1."""
    ink: Box
    gaps: tuple[tuple[float, float], ...] = ()
    """White stripes across the page: from where to where, mm from its top."""


@dataclass(frozen=True, kw_only=True)
class Measured:
    """A paper as it is to be laid on sheets."""

    pages: tuple[PageMeasure, ...]
    letters: float
    """How large its small text is, points; 0 where there is no text."""


@dataclass(frozen=True, kw_only=True)
class Side:
    """One side of a sheet: which part of which page, how large, and where."""

    page: int
    part: Box
    """Of the page."""
    scale: float
    left: float
    top: float
    """Of the part, on the sheet."""
    turned: bool = False
    """A quarter turn to the right, so that what is wide lies along the sheet."""

    @property
    def on_sheet(self) -> Box:
        """Where the part lies on the sheet."""
        wide, high = self.part.width * self.scale, self.part.height * self.scale
        if self.turned:
            wide, high = high, wide
        return Box(left=self.left, top=self.top, right=self.left + wide, bottom=self.top + high)


def lay(measured: Measured, sheet: Sheet, numbers: Iterable[int] = (), *, halves: bool = False) -> tuple[Side, ...]:
    """The sides to print, in order; of all pages, or of those with these numbers. `halves`: each page on two sheets,
    divided between two lines."""
    wanted = set(numbers)
    pages = [page for page in measured.pages if not wanted or page.number in wanted]
    if not pages:
        return ()
    if halves:
        return _in_halves(pages, sheet)
    whole = _together(page.ink for page in pages)
    if sheet.room.holds(whole):
        return tuple(_true(page.number, whole) for page in pages)
    return _sides([(page.number, whole) for page in pages], sheet)


def letters_on(measured: Measured, sides: Sequence[Side]) -> float:
    """How large the small text comes out, points."""
    return measured.letters * min((side.scale for side in sides), default=1.0)


def _true(number: int, ink: Box) -> Side:
    return Side(page=number, part=ink, scale=1.0, left=ink.left, top=ink.top)


def _together(boxes: Iterable[Box]) -> Box:
    first, *rest = boxes
    for box in rest:
        first = first.around(box)
    return first


def _sides(parts: Sequence[tuple[int, Box]], sheet: Sheet) -> tuple[Side, ...]:
    """All parts at the largest scale that holds every one, turned where that makes it larger."""
    room = sheet.room
    upright = min(_fit(box.width, box.height, room) for _, box in parts)
    turned = min(_fit(box.height, box.width, room) for _, box in parts)
    is_turned = turned > upright + _HAIR
    scale = min(1.0, turned if is_turned else upright)
    return tuple(_placed(number, box, scale, sheet, turned=is_turned) for number, box in parts)


def _fit(width: float, height: float, room: Box) -> float:
    return min(room.width / max(width, _HAIR), room.height / max(height, _HAIR))


def _placed(number: int, part: Box, scale: float, sheet: Sheet, *, turned: bool) -> Side:
    """In the middle across, and at the top: as far down as the text stands on its own page, where there is room."""
    side = Side(page=number, part=part, scale=scale, left=0, top=0, turned=turned)
    taken, room = side.on_sheet, sheet.room
    left = room.left + (room.width - taken.width) / 2
    if turned:
        return replace(side, left=left, top=room.top + (room.height - taken.height) / 2)
    if scale == 1.0:
        left = min(max(part.left, room.left), room.right - taken.width)
    return replace(side, left=left, top=min(max(part.top * scale, room.top), room.bottom - taken.height))


def _in_halves(pages: Sequence[PageMeasure], sheet: Sheet) -> tuple[Side, ...]:
    across = _together(page.ink for page in pages)
    parts = [(page.number, part) for page in pages for part in _halves(page, across)]
    return _sides(parts, sheet)


def _halves(page: PageMeasure, across: Box) -> tuple[Box, ...]:
    """Two parts of nearly the same height, divided where there is white; one where there is none to divide at."""
    ink = page.ink
    inside = [(start, end) for start, end in page.gaps if ink.top < start and end < ink.bottom]
    if not inside:
        return (replace(across, top=ink.top, bottom=ink.bottom),)
    upper, lower = min(inside, key=lambda gap: max(gap[0] - ink.top, ink.bottom - gap[1]))
    return (replace(across, top=ink.top, bottom=upper), replace(across, top=lower, bottom=ink.bottom))
