"""Small cells are hidden, and enough beside them that nothing can be worked out by subtraction.

A cell of 1 to 4 is hidden. Where a total is shown, a single hidden cell could be subtracted from it; so further cells
are hidden, the smallest first, until every hidden cell could be at least `LEAST` different numbers. Zeros are shown
while they can be: that nobody is there tells about nobody. Nothing here knows what the cells are about.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

LEAST = 5
"""Cells below this are hidden; and so many different numbers a hidden cell must be able to be."""

Shown = int | None
"""A cell as it is shown: its number, or None where it is hidden."""


def hide(cells: Sequence[int], *, adds_up: bool, forced: Collection[int] = ()) -> tuple[Shown, ...]:
    """The cells of one table as they may be shown. `adds_up`: their total is known as well, such as where every case is
    counted in exactly one cell. Where hiding some cannot help, all are hidden: then the total may not be shown either
    (`total_may_be_shown`). `forced`: places that are hidden in any case."""
    hidden = {place for place, cell in enumerate(cells) if 0 < cell < LEAST or place in forced}
    if adds_up:
        hidden = _enough(cells, hidden)
    return tuple(None if place in hidden else cell for place, cell in enumerate(cells))


def hide_several(cells: Sequence[int], known: int, *, forced: Collection[int] = ()) -> tuple[Shown, ...]:
    """The cells of a table where a case may stand in several, as they may be shown. `known`: how many cases stand in at
    least one. Those who are in no cell that is shown must be in a hidden one. Where that would say more of the small
    cells than that somebody is in them, further cells are hidden, the smallest first: who knows this rule knows that
    each of these is at most as large as the smallest one shown. `forced`: hidden in any case."""
    hidden = {place for place, cell in enumerate(cells) if 0 < cell < LEAST or place in forced}
    first = len(hidden)
    rest = sorted((place for place in range(len(cells)) if place not in hidden), key=lambda place: cells[place])
    while hidden and rest:
        others = known - sum(cells[place] for place in rest)
        if others <= first + (len(hidden) - first) * cells[rest[0]]:
            break
        hidden.add(rest.pop(0))
    return tuple(None if place in hidden else cell for place, cell in enumerate(cells))


def total_may_be_shown(cells: Sequence[int], shown: Sequence[Shown]) -> bool:
    """Whether the total of a table that adds up gives nothing away: at least `LEAST`, and what is hidden stays so."""
    hidden = [cell for cell, seen in zip(cells, shown, strict=True) if seen is None]
    return (sum(cells) >= LEAST or not any(cells)) and (not hidden or _safe(hidden))


def of(count: int) -> Shown:
    """A number that stands alone: hidden where it is 1 to 4."""
    return None if 0 < count < LEAST else count


def _enough(cells: Sequence[int], hidden: set[int]) -> set[int]:
    """With further cells hidden, the smallest that anybody is in first, then empty ones."""
    rest = sorted(
        (place for place in range(len(cells)) if place not in hidden), key=lambda p: (cells[p] == 0, cells[p])
    )
    while hidden and rest and not _safe([cells[place] for place in hidden]):
        hidden = {*hidden, rest.pop(0)}
    return hidden


def _safe(hidden: Sequence[int]) -> bool:
    """Whether each hidden cell could be `LEAST` different numbers or more, for somebody who knows their sum.

    He knows as well that a cell is hidden because somebody is in it, unless it was empty and hidden last of all;
    counting every cell as at least 1 is the careful way.
    """
    return len(hidden) > 1 and sum(max(cell, 1) for cell in hidden) >= len(hidden) + LEAST - 1
