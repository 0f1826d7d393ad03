"""Text in rows and columns: the separator found out, quotes honoured, every line kept with its number."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import NamedTuple

SEPARATORS = (";", "\t", ",", "|")
HEADER_WITHIN = 25
"""A header stands within the first lines; some banks print name, account and period above it."""
LOOKED_AT = 75
LONGEST_LINE = 20_000
"""Characters. A longer line is cut: no bank writes one, and nothing behind it is a row."""
_MOST_LINES_IN_CELL = 6
_QUOTED = {sep: re.compile(rf'\s*"((?:[^"]|"")*)"\s*(?={re.escape(sep)}|$)') for sep in SEPARATORS}


class Line(NamedTuple):
    """One line of the file: its number (the first is 1) and its cells, stripped."""

    number: int
    cells: tuple[str, ...]


_AS_LINE = partial(tuple.__new__, Line)
"""As `Line._make`, without a call of Python for each line."""


@dataclass(frozen=True)
class Sheet:
    """All lines that are not blank, split with one separator ("" where the file has real cells).

    A text is split with several separators to see which is right; all of it only with the one that is.
    """

    separator: str
    made: tuple[Line, ...] = ()
    raw: Sequence[tuple[int, str]] = ()

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every line."""
        if not self.raw:
            return self.made
        raw = _joined(self.raw, self.separator) if _has_open_quotes(self.raw) else self.raw
        cells = [split(text, self.separator) for _, text in raw]
        return tuple(map(_AS_LINE, zip([number for number, _ in raw], cells, strict=True)))

    @cached_property
    def top(self) -> tuple[Line, ...]:
        """The first lines: enough to see what the file is. They are the first of `lines`, so that a place found here is
        the place there."""
        if not self.raw:
            return self.made[:LOOKED_AT]
        first = self.raw[:LOOKED_AT]
        if _has_open_quotes(first):
            return self.lines[:LOOKED_AT]
        return tuple(Line(number, split(text, self.separator)) for number, text in first)


def sheets(text: str) -> Iterator[Sheet]:
    """The text split with each separator that occurs near its top, the likeliest first."""
    numbered = [(n, raw[:LONGEST_LINE]) for n, raw in enumerate(_physical(text), start=1) if raw and not raw.isspace()]
    top = "".join(raw for _, raw in numbered[:HEADER_WITHIN])
    for separator in sorted(SEPARATORS, key=lambda s: -top.count(s)):
        if separator in top:
            yield Sheet(separator, raw=numbered)


def split(raw: str, separator: str) -> tuple[str, ...]:
    """The cells of one line. A quote that is never closed is an ordinary character, so that no cell is swallowed."""
    if '"' not in raw:
        return tuple([cell.strip() for cell in raw.split(separator)])
    if raw[0] == raw[-1] == '"' and len(raw) > 1:
        cells = raw[1:-1].split(f'"{separator}"')
        if raw.count('"') == 2 * len(cells):  # every quote is one that closes or opens a cell
            if ' "' in raw or '" ' in raw:
                return tuple([cell.strip() for cell in cells])
            return tuple(cells)
    return _split_slowly(raw, separator)


def _split_slowly(raw: str, separator: str) -> tuple[str, ...]:
    quoted = _QUOTED[separator]
    cells, at = [], 0
    while True:
        match = quoted.match(raw, at) if '"' in raw[at : at + 3] or raw[at : at + 1].isspace() else None
        if match:
            cells.append(match[1].replace('""', '"').strip())
            at = match.end()
        else:
            end = raw.find(separator, at)
            end = len(raw) if end < 0 else end
            cells.append(raw[at:end].strip())
            at = end
        if at >= len(raw):
            return tuple(cells)
        at += 1


def _physical(text: str) -> list[str]:
    return (text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text).split("\n")


def _has_open_quotes(numbered: Sequence[tuple[int, str]]) -> bool:
    return any(raw.count('"') % 2 for _, raw in numbered)


def _joined(numbered: Sequence[tuple[int, str]], separator: str) -> list[tuple[int, str]]:
    """Lines put together where a quoted cell goes on over the end of a line, and the whole then has the usual cells."""
    usual = Counter(len(split(raw, separator)) for _, raw in numbered).most_common(1)[0][0]
    found, at = [], 0
    while at < len(numbered):
        number, raw = numbered[at]
        taken = _lines_of_cell(numbered, at, separator, usual) if raw.count('"') % 2 else 1
        found.append((number, " ".join(line for _, line in numbered[at : at + taken])))
        at += taken
    return found


def _lines_of_cell(numbered: Sequence[tuple[int, str]], at: int, separator: str, usual: int) -> int:
    for taken in range(2, _MOST_LINES_IN_CELL + 1):
        whole = " ".join(raw for _, raw in numbered[at : at + taken])
        closed = whole.count('"') % 2 == 0
        if closed and len(split(whole, separator)) == usual > len(split(numbered[at][1], separator)):
            return taken
    return 1
