"""Text in rows and columns: the separator found out, quotes honoured, every line kept with its number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

SEPARATORS = (";", "\t", ",")
HEADER_WITHIN = 15
"""A header stands within the first lines; some banks print name and account above it."""


@dataclass(frozen=True)
class Line:
    """One line of the file: its number (the first is 1) and its cells, stripped."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    """All lines that are not blank, split with one separator."""

    separator: str
    lines: tuple[Line, ...]


def sheets(text: str) -> Iterator[Sheet]:
    """The text split with each separator that occurs near its top, the likeliest first."""
    numbered = [(n, raw) for n, raw in enumerate(re.split(r"\r\n|\n|\r", text), start=1) if raw.strip()]
    top = "".join(raw for _, raw in numbered[:HEADER_WITHIN])
    for separator in sorted(SEPARATORS, key=lambda s: -top.count(s)):
        if separator in top:
            yield Sheet(separator, tuple(Line(n, split(raw, separator)) for n, raw in numbered))


def split(raw: str, separator: str) -> tuple[str, ...]:
    """The cells of one line. A quote that is never closed is an ordinary character, so that no cell is swallowed."""
    quoted = re.compile(rf'\s*"((?:[^"]|"")*)"\s*(?={re.escape(separator)}|$)')
    cells, at = [], 0
    while True:
        match = quoted.match(raw, at)
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
