"""A tenant's page side by side in Danish and in another language, line by line with the same numbers.

To the left Danish, which is the text that counts, and to the right the other: the page says so in both. A part that
does not fit on a page goes on on the next one under the same headings. Drawn from `tenant_page.TenantPage` alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import accumulate, zip_longest
from typing import Any

from budgetdesk.documents.sheet import page, side
from budgetdesk.documents.sheet.blocks import Rows, gap
from budgetdesk.documents.sheet.breaking import END_ROWS, Ending, ends_together
from budgetdesk.documents.sheet.lettering import FROM_RIGHT, apart, lay, turns
from budgetdesk.documents.sheet.side import Said, Side, Spoken
from budgetdesk.documents.tenant.tenant_page import Call, Figure, Line, Part, TenantPage
from budgetdesk.i18n import SOURCE_LANGUAGE

BETWEEN = 18.0
"""Between the two sides, in points."""
HALF = page.WIDTH / 2
ROOM = HALF - BETWEEN / 2
"""Of one side, points."""
LONGEST = 450
"""Signs of one text in one row: more stands in the next row, so that a row always fits on a page."""
WHOLE = 3
"""Rows: a line in so many is not broken by a page."""
ENDS = ("\u00a0· ", " · ", ", ", " ")
"""Where a text is cut, if it can be: the first is the best."""
CLOSER = 0.92
"""Lines so much closer to each other, where that saves a sheet. Not for letters that reach far up and down."""
NARROWER = 0.5
"""For those, so much of the room between lines and parts, where whom to call then stands on the first page."""
LITTLE = 0.42 * page.HEIGHT
"""A last page with more on it than this is not worth setting the rest closer for."""


Rowed = list[list[Any]]
"""The rows of one line: as a rule one."""


@dataclass(frozen=True)
class How:
    """How a page is set."""

    language: str
    close: float = 1.0
    """The distance of the lines, against the usual one."""
    space: float = 1.0
    """The room between what stands below each other, against the usual one."""


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
    from_right = both.language in FROM_RIGHT
    usual = How(both.language)
    closer = How(both.language, space=NARROWER) if from_right else How(both.language, CLOSER, CLOSER)
    ways = [usual] if from_right else [usual, closer]
    if _until_call(both, usual) > page.HEIGHT >= _until_call(both, closer):
        ways = [closer]
    return page.build_shorter([partial(_story, both, how) for how in ways], head, little=LITTLE)


def _story(both: Both, how: How) -> list[Any]:
    own_words = _texts(both.danish_frame.own_words, both.other_frame.own_words, how, small=True)
    *parts, last = [_named(group, both, how) for group in _groups(both)] or [gap(0)]
    ends = [last, gap(8 * how.space), _table([own_words], space=how.space)]
    if parts and both.danish.pieces and isinstance(both.danish.pieces[-1], Call):
        ends = [Ending(parts.pop(), ends)]
    return [*_top(both, how), *parts, *ends]


def _until_call(both: Both, how: How) -> float:
    """How much is used once whom to call has been told, where that stands before the details; else 0. Points."""
    groups = _groups(both)
    calls = [at for at, group in enumerate(groups[:-1]) if isinstance(group[0][0], Call)]
    if not calls:
        return 0
    told = [*_top(both, how), *(_group(group, how) for group in groups[: calls[0] + 1])]
    return float(sum(one.wrap(page.WIDTH, page.HEIGHT)[1] + one.getSpaceBefore() for one in told))


def _top(both: Both, how: How) -> Iterator[Any]:
    left, right = both.danish, both.other
    yield _table([_title(left.title, right.title, how),
                  _texts(left.lead, right.lead, how, lead=True),
                  _texts(both.danish_frame.counts, both.other_frame.counts, how, small=True)],
                 space=how.space)  # fmt: skip
    if left.figures:
        yield gap(6 * how.space)
        figures = [_figure(a, b, how) for a, b in zip(left.figures, right.figures, strict=True)]
        yield _table(figures, lines=True, space=how.space)


Group = list[tuple[Part | Call, Part | Call]]


def _groups(both: Both) -> list[Group]:
    """What stands under one heading: a part without one ends the part before, its lines go on under the same."""
    made: list[Group] = []
    for a, b in zip(both.danish.pieces, both.other.pieces, strict=True):
        ends = isinstance(a, Part) and not a.heading and made and isinstance(made[-1][0][0], Part)
        if ends:
            made[-1].append((a, b))
        else:
            made.append([(a, b)])
    return made


def _named(group: Group, both: Both, how: How) -> Rows:
    """As a group; one without a heading goes on under the title of the page."""
    made = _group(group, how)
    if not group[0][0].heading:
        made.again = lambda: [_table(_heading(both.danish.title, both.other.title, how), space=how.space)]
    return made


def _group(group: Group, how: How) -> Rows:
    a, b = group[0]
    made = _call(a, b, how) if isinstance(a, Call) and isinstance(b, Call) else _parts(group, how)
    made.spaceBefore = 9 * how.space  # not a gap of its own: none stands at the top of a page
    return made


def _figure(left: Figure, right: Figure, how: How) -> Rowed:
    made = [Said((Spoken(one.label),), amount=one.amount, numbered=False) for one in (left, right)]
    return [_row(made[0], made[1], how)]


def _parts(group: Group, how: How) -> Rows:
    rowed: list[Rowed] = []
    apart_from: set[int] = set()
    for a, b in group:
        if isinstance(a, Part) and isinstance(b, Part):
            apart_from.add(len(rowed))
            rowed += [_line_rows(_said(x, a), _said(y, b), how) for x, y in zip(a.lines, b.lines, strict=True)]
    heading = _heading(group[0][0].heading, group[0][1].heading, how)
    begun = {at + len(heading) for at in apart_from - {0}}
    return _table([*heading, *rowed], lines=True, repeat=bool(heading), begun=begun, space=how.space)


def _call(left: Call, right: Call, how: How) -> Rows:
    rowed = [_texts(a, b, how) for a, b in zip(left.lines, right.lines, strict=True)]
    return _table([*_heading(left.heading, right.heading, how), *rowed], repeat=True, space=how.space)


def _heading(left: str, right: str, how: How) -> list[Rowed]:
    if not left:
        return []
    made = [Spoken(one, side.HEAD, side.HEAD_LEADING, bold=True) for one in (left, right)]
    return [[_row(Said((made[0],), numbered=False), Said((made[1],), numbered=False), how)]]


def _title(left: str, right: str, how: How) -> Rowed:
    """A name of many letters is set smaller: what comes first and whom to call stay on the first page."""
    long = any(len(lay(one, ROOM, side.TITLE, bold=True)) > 2 for one in (left, right))
    size, leading = (side.LONG_TITLE, side.LONG_TITLE_LEADING) if long else (side.TITLE, side.TITLE_LEADING)
    made = [Said((Spoken(one, size, leading, bold=True, tag="H1"),), numbered=False) for one in (left, right)]
    return _line_rows(made[0], made[1], how)


def _texts(left: str, right: str, how: How, *, lead: bool = False, small: bool = False) -> Rowed:
    size, leading = (side.SIZE, side.LEADING)
    if lead:
        size, leading = side.LEAD, side.LEAD_LEADING
    if small:
        size, leading = side.SMALL, side.SMALL_LEADING
    made = [Said((Spoken(one, size, leading, quiet=lead or small),), numbered=False) for one in (left, right)]
    return _line_rows(made[0], made[1], how)


def _said(line: Line, part: Part) -> Said:
    """One line of a side: its text, and below it in smaller letters what stands in its other columns."""
    below: tuple[str, ...] = (line.by, _note(line))
    fields = [one.field for one in part.columns]
    # An amount that nothing but its column explains is told with the column's name.
    itself = {"text"} if "amount" in fields and not part.heading else {"text", "amount"}
    if fields:
        told = ((one.heading, str(getattr(line, one.field))) for one in part.columns if one.field not in itself)
        below = tuple(f"{heading}{_colon(heading)} {_beside(value, heading)}" for heading, value in told if value)
    quiet = tuple(Spoken(one, side.SMALL, side.SMALL_LEADING, quiet=True) for one in below if one)
    amount = line.amount if "amount" in itself else ""
    return Said((Spoken(line.text), *quiet), f"{line.number}.", amount, line.tick, line.ticked, line.blank)


def _note(line: Line) -> str:
    """More about a line; what it is made of with each figure beside its name, and no row that begins with a stop."""
    return "\u00a0· ".join(f"{one.label}\u00a0{one.amount}" for one in line.details) or line.note


def _beside(value: str, heading: str) -> str:
    """What stands behind a name: a text that is read the other way is kept in one piece."""
    return apart(value) if turns(heading) and not turns(value) else value


def _colon(heading: str) -> str:
    return "" if heading.endswith(("?", "؟")) else ":"


def _line_rows(left: Said, right: Said, how: How) -> Rowed:
    """As many rows as the longer side needs; nearly always one."""
    return [_row(a, b, how) for a, b in zip_longest(_cut(left), _cut(right), fillvalue=_EMPTY)]


_EMPTY = Said(())


def _cut(said: Said) -> Iterator[Said]:
    if all(len(one.text) <= LONGEST for one in said.texts):
        yield said
        return
    pieces = [replace(one, text=piece) for one in said.texts for piece in _pieces(one.text)]
    begins = 2 if len(said.texts[0].text) <= LONGEST else 1  # what it is about does not stand alone
    yield replace(said, texts=tuple(pieces[:begins]), blank=False)
    for at, piece in enumerate(pieces[begins:], start=begins + 1):
        yield Said((piece,), numbered=said.numbered, blank=said.blank and at == len(pieces))


def _pieces(text: str) -> Iterator[str]:
    """A long text in pieces, cut between two things it tells, else at a space where there is one."""
    rest = text
    while len(rest) > LONGEST:
        found = ((rest.rfind(end, LONGEST // 2, LONGEST), end) for end in ENDS)
        at = next((place + len(end.rstrip()) for place, end in found if place > 0), LONGEST)
        yield rest[:at]
        rest = rest[at:].lstrip(" ")
    yield rest


def _row(left: Said, right: Said, how: How) -> list[Any]:
    below = any(side.too_wide(one.amount, ROOM) for one in (left, right))
    return [
        Side(_set(replace(one, below=below), how), language)
        for one, language in ((left, SOURCE_LANGUAGE), (right, how.language))
    ]


def _set(said: Said, how: How) -> Said:
    """With its lines as close as the page is set."""
    if how.close == 1:
        return said
    return replace(said, texts=tuple(replace(one, leading=one.leading * how.close) for one in said.texts))


def _whole(rowed: list[Rowed]) -> Iterator[tuple[int, int]]:
    """(first row, how many) of each line in a few rows: it goes over whole. Not of those that begin a part, so that a
    page is not left because of them."""
    at = 0
    for one in rowed:
        if at > END_ROWS and 1 < len(one) <= WHOLE:
            yield at, len(one)
        at += len(one)


def _table(
    rowed: list[Rowed],
    *,
    lines: bool = False,
    repeat: bool = False,
    begun: Collection[int] = (),
    space: float = 1.0,
) -> Rows:
    """`rowed`: for each line its rows. `begun`: the lines before which there is more room."""
    above, below = 1.8 * space, 2.4 * space
    rows = [row for one in rowed for row in one]
    for column in zip(*rows, strict=True):
        side.line_up(column)
    firsts = list(accumulate((len(one) for one in rowed), initial=0))
    style: list[Any] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (0, -1), 0),
        ("RIGHTPADDING", (0, 0), (0, -1), BETWEEN / 2),
        ("LEFTPADDING", (1, 0), (1, -1), BETWEEN / 2),
        ("RIGHTPADDING", (1, 0), (1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), above),
        ("BOTTOMPADDING", (0, 0), (-1, -1), below),
    ]
    if lines or repeat:
        style += ends_together(len(rows) - 1)
        style += [("NOSPLIT", (0, at), (-1, at + many - 1)) for at, many in _whole(rowed)]
    if lines:
        style += [("LINEBELOW", (0, at - 1), (-1, at - 1), 0.4, page.LINE) for at in firsts[2 if repeat else 1 :]]
        style += [("TOPPADDING", (0, at), (-1, at), 0) for at in range(len(rows)) if at not in firsts]
        style += [("BOTTOMPADDING", (0, at - 1), (-1, at - 1), 0) for at in range(len(rows)) if at not in firsts]
        style += [("TOPPADDING", (0, firsts[at]), (-1, firsts[at]), above + 9 * space) for at in begun]
    if repeat:
        style.append(("LINEBELOW", (0, 0), (-1, 0), 0.8, page.QUIET))
    return Rows(rows, colWidths=[HALF, HALF], repeatRows=1 if repeat else 0, style=style, hAlign="LEFT")
