"""Where pages may break: no heading last, no row of a table alone, nothing that is too long for any page.

A table breaks between its rows; a row, or a box, that is longer than a page breaks inside. Things that belong together
stay together; a table among them that would leave most of a page empty begins where it is and goes on.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

# isort: split
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Table

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
    _measured: tuple[list[float], list[float]] = ([], [])
    """The widths of the columns for which the rows were measured, and the heights of the rows."""

    def split(self, width: float, height: float) -> list[Any]:
        parts: list[Any] = super().split(width, height)
        if parts or height < LEAST:
            return parts
        if self._tall_first_row():
            return self._split_inside(width, height)
        if height >= self.page_height - 1 or self._too_tall_together():  # no page has more room: let go of it
            self._nosplitCmds: list[Any] = []
            self._calcNoSplitRanges()
            parts = super().split(width, height)
        return parts

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
            if isinstance(cell, list | tuple | Flowable):
                cells[column] = self._cellListProcess(cell, width, None)
                high = self._listCellGeom(cells[column], width, style)[1]
            else:
                high = (style.leading or 1.2 * style.fontsize) * len(str(cell or "").split("\n"))
            highest = max(highest, high + (style.bottomPadding + style.topPadding))
        return highest

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
        self._nosplitCmds = []
        self._calcNoSplitRanges()
        self.splitInRow = 1
        parts: list[Any] = super().split(width, height)
        self.splitInRow = 0
        for part in parts:
            part.splitInRow = 0
        return parts


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


def _height(one: Any) -> float:
    """Of something that has been wrapped."""
    return float(one._height if isinstance(one, Table) else getattr(one, "height", 0.0))


def ends_together(rows: int) -> Sequence[Any]:
    """The style by which the first rows of a table stay with its headings (of one without, one row more), and the last
    with each other. `rows`: without the headings."""
    if rows < 2 * END_ROWS:
        return [("NOSPLIT", (0, 0), (-1, -1))]
    return [("NOSPLIT", (0, 0), (-1, END_ROWS)), ("NOSPLIT", (0, -END_ROWS), (-1, -1))]
