"""A tenant's page side by side in Danish and in another language, line by line with the same numbers.

To the left Danish, which is the text that counts, and to the right the other: the page says so in both. A part that
does not fit on a page goes on on the next one under the same headings. Drawn from `tenant_page.TenantPage` alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from budgetdesk.documents.sheet import page, side
from budgetdesk.documents.sheet.blocks import Rows, gap
from budgetdesk.documents.sheet.breaking import ends_together
from budgetdesk.documents.sheet.lettering import apart, turns
from budgetdesk.documents.sheet.side import Said, Side, Spoken
from budgetdesk.documents.tenant.tenant_page import Call, Line, Part, TenantPage
from budgetdesk.i18n import SOURCE_LANGUAGE

BETWEEN = 18.0
"""Between the two sides, in points."""
HALF = page.WIDTH / 2
LONGEST = 450
"""Signs of one text in one row: more stands in the next row, so that a row always fits on a page."""


@dataclass(frozen=True)
class Frame:
    """What the page in two languages says of itself, in one language."""

    counts: str
    """That the Danish text is the one that counts."""
    own_words: str
    """That what somebody has typed stands as it was typed."""


@dataclass(frozen=True)
class Both:
    """The same page in Danish and in the other language."""

    language: str
    danish: TenantPage
    other: TenantPage
    danish_frame: Frame
    other_frame: Frame


def two_languages_pdf(both: Both, head: page.Head) -> bytes:
    """The page as PDF, A4. Raises DocumentError when the organisation's or a person's name does not fit at all."""

    def story() -> list[Any]:
        return list(_story(both))

    return page.build(story, head)


def _story(both: Both) -> Iterator[Any]:
    language, left, right = both.language, both.danish, both.other
    yield _table([*_text_rows(left.title, right.title, language, title=True),
                  *_text_rows(left.lead, right.lead, language, lead=True),
                  *_text_rows(both.danish_frame.counts, both.other_frame.counts, language, small=True)])  # fmt: skip
    if left.figures:
        figures = [
            _row(Said((Spoken(a.label),), amount=a.amount, numbered=False),
                 Said((Spoken(b.label),), amount=b.amount, numbered=False), language)
            for a, b in zip(left.figures, right.figures, strict=True)
        ]  # fmt: skip
        yield gap(6)
        yield _table(figures, lines=True)
    for a, b in zip(left.pieces, right.pieces, strict=True):
        if isinstance(a, Part) and isinstance(b, Part):
            yield from _part(a, b, language)
        elif isinstance(a, Call) and isinstance(b, Call):
            yield from _call(a, b, language)
    yield gap(8)
    yield _table(_text_rows(both.danish_frame.own_words, both.other_frame.own_words, language, small=True))


def _part(left: Part, right: Part, language: str) -> Iterator[Any]:
    rows = [
        row
        for a, b in zip(left.lines, right.lines, strict=True)
        for row in _line_rows(_said(a, left), _said(b, right), language)
    ]
    yield gap(9)
    yield _table([*_heading(left.heading, right.heading, language), *rows], lines=True, repeat=bool(left.heading))


def _call(left: Call, right: Call, language: str) -> Iterator[Any]:
    rows = [row for a, b in zip(left.lines, right.lines, strict=True) for row in _text_rows(a, b, language)]
    yield gap(9)
    yield _table([*_heading(left.heading, right.heading, language), *rows], repeat=True)


def _heading(left: str, right: str, language: str) -> list[list[Any]]:
    if not left:
        return []
    made = [Spoken(one, side.HEAD, side.HEAD_LEADING, bold=True) for one in (left, right)]
    return [_row(Said((made[0],), numbered=False), Said((made[1],), numbered=False), language)]


def _text_rows(
    left: str, right: str, language: str, *, title: bool = False, lead: bool = False, small: bool = False
) -> list[list[Any]]:
    size, leading = (side.SIZE, side.LEADING)
    if title:
        size, leading = side.TITLE, side.TITLE_LEADING
    if lead:
        size, leading = side.LEAD, side.LEAD_LEADING
    if small:
        size, leading = side.SMALL, side.SMALL_LEADING
    tag = "H1" if title else "P"
    made = [
        Said((Spoken(one, size, leading, bold=title, quiet=lead or small, tag=tag),), numbered=False)
        for one in (left, right)
    ]
    return _line_rows(made[0], made[1], language)


def _said(line: Line, part: Part) -> Said:
    """One line of a side: its text, and below it in smaller letters what stands in its other columns."""
    below: tuple[str, ...] = (line.by, line.note)
    fields = [one.field for one in part.columns]
    # An amount that nothing but its column explains is told with the column's name.
    itself = {"text"} if "amount" in fields and not part.heading else {"text", "amount"}
    if fields:
        told = ((one.heading, str(getattr(line, one.field))) for one in part.columns if one.field not in itself)
        below = tuple(f"{heading}{_colon(heading)} {_beside(value, heading)}" for heading, value in told if value)
    quiet = tuple(Spoken(one, side.SMALL, side.SMALL_LEADING, quiet=True) for one in below if one)
    amount = line.amount if "amount" in itself else ""
    return Said((Spoken(line.text), *quiet), f"{line.number}.", amount, line.tick, line.ticked, line.blank)


def _beside(value: str, heading: str) -> str:
    """What stands behind a name: a text that is read the other way is kept in one piece."""
    return apart(value) if turns(heading) and not turns(value) else value


def _colon(heading: str) -> str:
    return "" if heading.endswith(("?", "؟")) else ":"


def _line_rows(left: Said, right: Said, language: str) -> list[list[Any]]:
    """As many rows as the longer side needs; nearly always one."""
    return [_row(a, b, language) for a, b in zip_longest(_cut(left), _cut(right), fillvalue=_EMPTY)]


_EMPTY = Said(())


def _cut(said: Said) -> Iterator[Said]:
    if all(len(one.text) <= LONGEST for one in said.texts):
        yield said
        return
    pieces = [
        Spoken(piece, one.size, one.leading, one.bold, one.quiet, one.tag)
        for one in said.texts
        for piece in _pieces(one.text)
    ]
    first, *rest = pieces
    yield Said((first,), said.number, said.amount, said.tick, said.ticked, False, said.numbered)
    for at, piece in enumerate(rest, start=1):
        yield Said((piece,), numbered=said.numbered, blank=said.blank and at == len(rest))


def _pieces(text: str) -> Iterator[str]:
    """A long text in pieces, cut at a space where there is one."""
    rest = text
    while len(rest) > LONGEST:
        at = rest.rfind(" ", LONGEST // 2, LONGEST)
        at = at if at > 0 else LONGEST
        yield rest[:at]
        rest = rest[at:].lstrip(" ")
    yield rest


def _row(left: Said, right: Said, language: str) -> list[Any]:
    return [Side(left, SOURCE_LANGUAGE), Side(right, language)]


def _table(rows: list[list[Any]], *, lines: bool = False, repeat: bool = False) -> Rows:
    style: list[Any] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (0, -1), 0),
        ("RIGHTPADDING", (0, 0), (0, -1), BETWEEN / 2),
        ("LEFTPADDING", (1, 0), (1, -1), BETWEEN / 2),
        ("RIGHTPADDING", (1, 0), (1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 1.8),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2.4),
    ]
    if lines:
        style.append(("LINEBELOW", (0, 1 if repeat else 0), (-1, -1), 0.4, page.LINE))
    if repeat:
        style += [("LINEBELOW", (0, 0), (-1, 0), 0.8, page.QUIET), *ends_together(len(rows) - 1)]
    return Rows(rows, colWidths=[HALF, HALF], repeatRows=1 if repeat else 0, style=style, hAlign="LEFT")
