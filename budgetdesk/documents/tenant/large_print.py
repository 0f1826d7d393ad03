"""A tenant's page in large letters: 16 points, larger headings, one thing per line. A4, as many pages as it takes.

Not signed: where the ordinary paper is, this one says that it is a copy.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from budgetdesk.documents.papers.head import head
from budgetdesk.documents.sheet import fonts, page, texts
from budgetdesk.documents.sheet.blocks import Grid, text
from budgetdesk.documents.sheet.fonts import rich
from budgetdesk.documents.tenant.large_print_flow import CLOSE, CROSSED, EMPTY, WIDE, Item, PartFlow, Space
from budgetdesk.documents.tenant.tenant_page import Call, Edge, Figure, Line, Part, TenantPage, is_fact
from budgetdesk.household.case import Case

# isort: split
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph


def _large(name: str, size: float, leading: float, of: ParagraphStyle = page.BODY, **more: Any) -> ParagraphStyle:
    style = ParagraphStyle(f"large {name}", parent=of, fontSize=size, leading=leading, **{"spaceAfter": 0, **more})
    style.tag = of.tag
    return style


LEAST = 16
"""Points: no word of the page is smaller."""
BODY = _large("body", LEAST, 23)
BOLD = _large("bold", LEAST, 23, fontName=fonts.BOLD)
BELOW = _large("below", LEAST, 22)
AMOUNT = _large("amount", LEAST, 23, fontName=fonts.BOLD, alignment=2)
LEAD = _large("lead", 17, 25, textColor=page.QUIET, spaceAfter=4)
H1 = _large("h1", 27, 34, page.H1, spaceAfter=8)
H2 = _large("h2", 20, 27, page.H2, spaceBefore=0, keepWithNext=0)
FIGURE = _large("figure", 24, 31, fontName=fonts.BOLD)
ACROSS = 2
"""Figures beside each other."""


def large_print_pdf(made: TenantPage, case: Case, edge: Edge) -> bytes:
    """The page as PDF bytes, with the edge and the check code of every paper."""

    stories = [partial(_story, made, edge, space) for space in (WIDE, CLOSE)]
    return page.build_shorter(stories, head(case, made.title, on=edge.on))


def _story(made: TenantPage, edge: Edge, space: Space) -> list[Any]:
    body: list[Any] = [text(rich(made.title), H1)]
    body += [text(rich(made.lead), LEAD)] if made.lead else []
    body += [_figures(made.figures)] if made.figures else []
    body += [_call(one) if isinstance(one, Call) else _part(one) for one in made.pieces]
    body += _copy(edge)
    for one in body:
        if isinstance(one, PartFlow):
            one.space = space
    return body


def _figures(figures: tuple[Figure, ...]) -> Grid:
    """Two beside each other."""
    cells = [[text(rich(one.label), BELOW), text(rich(one.amount), FIGURE)] for one in figures]
    rows = [
        [*cells[at : at + ACROSS], *[""] * (ACROSS - len(cells[at : at + ACROSS]))] for at in range(0, len(cells), 2)
    ]
    style: list[Any] = [
        ("BOX", (0, 0), (-1, -1), 0.8, page.LINE),
        ("INNERGRID", (0, 0), (-1, -1), 0.8, page.LINE),
        ("BACKGROUND", (0, 0), (-1, -1), page.TINT),
        ("VALIGN", (0, 0), (-1, -1), "BOTTOM"),
        ("LEFTPADDING", (0, 0), (-1, -1), 12),
        ("TOPPADDING", (0, 0), (-1, -1), 8),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 10),
    ]
    if len(cells) % ACROSS:
        style.append(("SPAN", (len(cells) % ACROSS - 1, -1), (-1, -1)))
    return Grid(rows, colWidths=[page.WIDTH / ACROSS] * ACROSS, style=style, hAlign="LEFT", spaceBefore=6)


def _part(part: Part) -> PartFlow:
    listed = len(part.lines) > 1
    items = [_item(one, part, at, listed=listed and bool(part.heading)) for at, one in enumerate(part.lines, 1)]
    return _with_heading(part.heading, items, picture=part.pictogram if part.heading else "", listed=listed)


def _with_heading(heading: str, items: list[Item], *, picture: str, listed: bool) -> PartFlow:
    if not heading:
        return PartFlow(items, None, None, listed=listed)
    again = texts.load("lejerside")["continued"].format(heading=rich(heading))
    return PartFlow(items, text(rich(heading), H2), Paragraph(again, H2), picture=picture, listed=listed)


def _item(line: Line, part: Part, number: int, *, listed: bool) -> Item:
    """A line of the page. What stands in columns stands below each other, each with its heading."""
    mark = line.pictogram
    if line.tick:
        mark = CROSSED if line.ticked else EMPTY
    elif not mark and listed and line.text:
        mark = f"{number}." if part.ordered else "•"
    if is_fact(line, part):
        body = [text(f"{rich(line.text)}: <b>{rich(line.note)}</b>", BODY)]
    else:
        first = BOLD if part.columns or line.details else BODY
        body = [text(rich(line.text), first)] if line.text else []
        body += [text(_below(name, said), BELOW) for name, said in _more(line, part)]
    body += [text(f"{rich(one.label)}: {rich(one.amount)}", BELOW) for one in line.details]
    amount = text(rich(line.amount), AMOUNT) if line.amount and _beside(line, part) else None
    return Item(
        body,
        mark=mark,
        amount=amount,
        hand=line.blank,
        inset=bool(mark) or listed or bool(part.columns and part.heading),
    )


SHORT = 13
"""So many signs of an amount stand to the right; a longer one stands below."""


def _beside(line: Line, part: Part) -> bool:
    """A number that needs the heading of its column stands below, with it."""
    return len(line.amount) <= SHORT and (not _amount_heading(part) or line.amount.endswith("kr."))


def _amount_heading(part: Part) -> str:
    return next((one.heading for one in part.columns if one.field == "amount"), "")


def _more(line: Line, part: Part) -> list[tuple[str, str]]:
    """(heading, text) of what stands below the words of a line."""
    apart = [(_amount_heading(part), line.amount)] if line.amount and not _beside(line, part) else []
    if part.columns:
        rest = [(one.heading, str(getattr(line, one.field))) for one in part.columns if one.field not in _OWN]
        return [*apart, *(one for one in rest if one[1])]
    note = "" if line.details else line.note
    return [*apart, *(("", one) for one in (line.by, note) if one)]


_OWN = ("text", "amount")
"""Fields of a line that stand in a place of their own."""


def _below(heading: str, said: str) -> str:
    if not heading:
        return rich(said)
    return f"{rich(heading)}{'' if heading.endswith('?') else ':'} {rich(said)}"


def _call(call: Call) -> PartFlow:
    items = [Item([text(rich(one), BODY)], inset=False) for one in call.lines]
    return _with_heading(call.heading, items, picture="call", listed=False)


def _copy(edge: Edge) -> list[Any]:
    if not edge.signed:
        return []
    return [PartFlow([Item([text(texts.load("lejerside")["copy"], BELOW)], inset=False)], None, None)]
