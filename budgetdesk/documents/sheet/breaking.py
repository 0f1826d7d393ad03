"""Where pages may break: no heading last, no row of a table alone, nothing that is too long for any page.

A table breaks between its rows; a row, or a box, that is longer than a page breaks inside. Things that belong together
stay together; a table among them that would leave most of a page empty begins where it is and goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

# isort: split
from reportlab.lib.units import mm
from reportlab.platypus import ActionFlowable, Flowable, FrameBreak, KeepTogether, Paragraph, Table
from reportlab.platypus.tables import CellStyle, _ExpandedCellTuple

END_ROWS = 2
"""So many rows of a table stay together at either end."""
LEAST = 25 * mm
"""A row that has to break inside leaves at least this much on a page."""
LONG = 90 * mm
"""Tables that are longer begin where they are; shorter ones stay on one page with their heading."""


class Breaking(Table):  # type: ignore[misc]  # reportlab has no types
    """A table that can always be broken: between rows where its ends stay together, else inside a row."""

    page_height: float = 0.0
    """The room for text of a whole page, points."""
    again: Callable[[], Sequence[Any]] | None = None
    """Makes what stands above it where it goes on, such as the title of the page."""
    _measured: tuple[list[float], list[float]] = ([], [])
    """The widths of the columns for which the rows were measured, and the heights of the rows."""
    _ranges_for: tuple[list[Any], int] = ([], 0)
    """For which rows that stay together it is worked out which cells those are."""

    def __init__(self, data: Any, **how: Any) -> None:
        styles = _styles(data, how.get("style") or ()) if "cellStyles" not in how else None
        if styles is not None:
            how |= {"cellStyles": styles, "style": [one for one in how["style"] if one[0] not in _OF_A_CELL]}
        super().__init__(data, **how)

    def split(self, width: float, height: float) -> list[Any]:
        parts = self._broken(width, height)
        if self.again is None or len(parts) != 2:
            return parts
        parts[1].again = self.again
        return [parts[0], FrameBreak(), *self.again(), parts[1]]

    def _broken(self, width: float, height: float) -> list[Any]:
        parts: list[Any] = super().split(width, height)
        self._tell_heights(parts)
        if parts or height < LEAST:
            return parts
        if self._tall_first_row():
            return self._split_inside(width, height)
        if height >= self.page_height - 1 or self._too_tall_together():  # no page has more room: let go of it
            self._nosplitCmds: list[Any] = []
            self._calcNoSplitRanges()
            parts = super().split(width, height)
        return parts

    def _tell_heights(self, parts: Sequence[Any]) -> None:
        """Let the parts know how high their rows are: a long table breaks once for every page."""
        widths, heights = self._measured
        if len(parts) != 2 or not heights or not isinstance(self.repeatRows, int):
            return
        first, second = parts
        if first._nrows + second._nrows - self.repeatRows == self._nrows:
            first._measured = (widths, heights[: first._nrows])
            second._measured = (widths, heights[: self.repeatRows] + heights[first._nrows :])

    def _calcNoSplitRanges(self) -> None:
        """As ReportLab does it, but not each time that the table is asked how high it is."""
        commands, many = self._ranges_for
        if commands is not self._nosplitCmds or many != len(commands):
            super()._calcNoSplitRanges()
            self._ranges_for = (self._nosplitCmds, len(self._nosplitCmds))

    def _calc_height(self, availHeight: float, availWidth: float, H: Any = None, W: Any = None) -> None:
        """As ReportLab does it, but each row is measured once: a table is asked by what keeps it together, by the page,
        and once more before it breaks."""
        widths = W or self._argW
        if self._spanCmds or self._minRowHeights or None in widths or self._argH != [None] * self._nrows:
            super()._calc_height(availHeight, availWidth, H, W)
            return
        if self._measured[0] != widths:
            self._measured = (list(widths), [self._row_height(row, widths) for row in range(self._nrows)])
        self._rowHeights = list(self._measured[1])
        self._rowpositions, self._height = _edges(self._rowHeights)
        self._hmax = self._nrows

    def _row_height(self, row: int, widths: Sequence[float]) -> float:
        """Of the highest cell, points."""
        cells = self._cellvalues[row]
        highest = 0.0
        for column, (cell, style, width) in enumerate(zip(cells, self._cellStyles[row], widths, strict=True)):
            one = _only_paragraph(cell)
            if one is not None:
                cells[column] = _ExpandedCellTuple((one,))
                before, after = one.getSpaceBefore(), one.getSpaceAfter()
                high = one.wrap(width - style.leftPadding - style.rightPadding, _ENDLESS)[1]
                high = high + after + before - before - after  # rounded as ReportLab does it
            elif isinstance(cell, list | tuple | Flowable):
                cells[column] = self._cellListProcess(cell, width, None)
                high = self._listCellGeom(cells[column], width, style)[1]
            else:
                high = (style.leading or 1.2 * style.fontsize) * len(str(cell or "").split("\n"))
            highest = max(highest, high + (style.bottomPadding + style.topPadding))
        return highest

    def _drawCell(self, cell: Any, style: Any, place: tuple[float, float], size: tuple[float, float]) -> None:
        """As ReportLab does it, but a paragraph alone at the upper left is asked no more than its height."""
        one = _only_paragraph(cell)
        first = self._curcellstyle is None  # sets colour and face for cells of bare text
        if one is None or first or style.valign != "TOP" or style.alignment != "LEFT":
            super()._drawCell(cell, style, place, size)
            return
        before = one.getSpaceBefore()
        high = one.wrap(size[0] - style.leftPadding - style.rightPadding, size[1])[1]
        one.drawOn(
            self.canv, place[0] + style.leftPadding, place[1] + size[1] - style.topPadding + before - before - high
        )

    def begun(self) -> float:
        """The height of the least that may stand before a break, points."""
        return float(self.getSpaceBefore() + sum(self._rowHeights[: END_ROWS + 1]))

    def _tall_first_row(self) -> bool:
        """Whether not even a page of its own has room for the first row under the headings."""
        return bool(sum(self._rowHeights[: self.repeatRows + 1]) > self.page_height - LEAST)

    def _too_tall_together(self) -> bool:
        """Whether not even a page of its own has room for the rows that begin the table. In a box there is always less
        room than on a page, so that waiting for a whole one would never end."""
        first = self._rowHeights[: self.repeatRows + END_ROWS + 1]
        return bool(sum(first) > self.page_height - LEAST)

    def _split_inside(self, width: float, height: float) -> list[Any]:
        styles: list[list[Any]] = vars(self)["_cellStyles"]
        self._cellStyles = [[one.copy() for one in row] for row in styles]  # ReportLab changes some
        self._nosplitCmds = []
        self._calcNoSplitRanges()
        self.splitInRow = 1
        parts: list[Any] = super().split(width, height)
        self.splitInRow = 0
        for part in parts:
            part.splitInRow = 0
        return parts


_ENDLESS_PAGE, _SPLIT, _NOTHING = 0xFFFFFFF, 0xFFFFFF, 1e-6
"""Points, as ReportLab has them: the room that things kept together are given, what they claim so as to be split, and
less than which is nothing."""
_ENDLESS = 72_000.0
"""Points: the room that ReportLab gives a cell when it asks for its height."""
_OF_A_CELL = {
    "VALIGN": "valign",
    "LEFTPADDING": "leftPadding",
    "RIGHTPADDING": "rightPadding",
    "TOPPADDING": "topPadding",
    "BOTTOMPADDING": "bottomPadding",
}
"""What a command of a table's style sets in its cells."""
_OF_A_TABLE = frozenset(
    ("NOSPLIT", "SPAN", "BACKGROUND", "BOX", "GRID", "INNERGRID", "LINEABOVE", "LINEBELOW", "LINEBEFORE", "LINEAFTER")
)
"""What sets nothing in them."""


def _styles(data: Any, commands: Sequence[Any]) -> list[Any] | None:
    """The styles of the cells where those of one column are all alike, one for each column; None where they are not.
    ReportLab makes one for each cell."""
    columns, found = max(map(len, data), default=0), []
    if not all(one[0] in _OF_A_TABLE or (one[0] in _OF_A_CELL and _rows_of(one) == (0, -1)) for one in commands):
        return None
    for column in range(columns):
        style = CellStyle("")
        for name, (first, _top), (last, _foot), *values in commands:
            if name in _OF_A_CELL and first % columns <= column <= last % columns:
                setattr(style, _OF_A_CELL[name], values[0])
        found.append(style)
    return [found] * len(data)


def _rows_of(command: Any) -> tuple[int, int]:
    return command[1][1], command[2][1]


def _only_paragraph(cell: Any) -> Any:
    """The paragraph that is all of a cell; None where there is more in it, or something else."""
    if type(cell) is _ExpandedCellTuple:
        cell = cell[0] if len(cell) == 1 else None
    return cell if isinstance(cell, Paragraph) else None


def _edges(heights: Sequence[float]) -> tuple[list[float], float]:
    """The edges of rows from the upper one of the first down to 0, and the height of all; what rounding loses in one
    sum is given back in the next, as ReportLab does."""
    edges, height, lost = [0.0], 0.0, 0.0
    for high in reversed(heights):
        more = high - lost
        now = height + more
        lost = (now - height) - more
        height = now
        edges.append(height)
    return edges[::-1], height


class Kept(KeepTogether):  # type: ignore[misc]
    """Flowables that stay on one page, unless a long table is among them that can begin here."""

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """As ReportLab does it, without a copy of the page for what flowables may add to it: ours add nothing."""
        widest = high = below = 0.0
        first = None
        for one in self._content:
            wide, own = one.wrapOn(self.canv, width, _ENDLESS_PAGE)
            first = own if first is None else first
            if own <= _NOTHING:
                continue
            widest = max(widest, min(wide, width))
            above = max(one.getSpaceBefore() - below, 0) if high else 0
            high += own
            high += above  # one after the other: rounded as ReportLab does it
            below = one.getSpaceAfter()
            high += below
        self._H, self._H0, self._wrapInfo = high - below, first or 0, (width, height)
        return widest, _SPLIT

    def split(self, width: float, height: float) -> list[Any]:
        if getattr(self, "_wrapInfo", None) != (width, height):
            self.wrap(width, height)
        needed: float = self._H
        if needed > max(height, LONG) and self._begun() <= height:
            return list(self._content)
        parts: list[Any] = super().split(width, height)
        return parts

    def _begun(self) -> float:
        """What must have room before a break in the first long table, points; endless where there is none."""
        used = 0.0
        for one in self._content:
            if isinstance(one, Breaking):
                if len(one._rowHeights) > one.repeatRows + 2 * END_ROWS:
                    return used + one.begun()
                if one.repeatRows:
                    break
            used += one.getSpaceBefore() + _height(one) + one.getSpaceAfter()
        return float("inf")


class Ending(Flowable):  # type: ignore[misc]
    """What ends a paper, such as whom to call, and what stands before it: where that ends the page, its last rows go
    over too, and nothing stands alone there."""

    def __init__(self, before: Any, ends: Sequence[Any]) -> None:
        super().__init__()
        self.before, self.ends = before, list(ends)

    def getSpaceBefore(self) -> float:
        return float(self.before.getSpaceBefore())

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        return width, _SPLIT

    def split(self, width: float, height: float) -> list[Any]:
        high = self.before.wrapOn(self.canv, width, height)[1]
        opened = [part for one in self.ends for part in (one._content if isinstance(one, Kept) else [one])]
        after = sum(one.wrapOn(self.canv, width, height)[1] + one.getSpaceBefore() for one in opened)
        after += sum(one.getSpaceAfter() for one in [self.before, *opened[:-1]])
        if high + after <= height:
            return [self.before, *self.ends]
        parts = self.before.splitOn(self.canv, width, min(height, high - 1))
        if parts and high > height:
            *first, last = parts
            return [*first, Ending(last, self.ends)]
        if parts:
            rest = [one for one in parts[1:] if not isinstance(one, ActionFlowable)]  # two breaks are an empty page
            return [parts[0], FrameBreak(), *rest, *self.ends]
        if max(high + after, height) < Breaking.page_height - LONG / 2:  # the next page has room for all of it
            return []
        return [self.before, *self.ends] if high <= height else []


def _height(one: Any) -> float:
    """Of something that has been wrapped."""
    return float(one._height if isinstance(one, Table) else getattr(one, "height", 0.0))


def ends_together(rows: int) -> Sequence[Any]:
    """The style by which the first rows of a table stay with its headings (of one without, one row more), and the last
    with each other. `rows`: without the headings."""
    if rows < 2 * END_ROWS:
        return [("NOSPLIT", (0, 0), (-1, -1))]
    return [("NOSPLIT", (0, 0), (-1, END_ROWS)), ("NOSPLIT", (0, -END_ROWS), (-1, -1))]
