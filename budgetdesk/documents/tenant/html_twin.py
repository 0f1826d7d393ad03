"""A tenant's page as one file of HTML: for a mail, a telephone, or a program that reads aloud.

No script, nothing fetched from anywhere, and a rule in the file that forbids both. Headings, lists and tables say what
they are (WCAG 2.2 AA); letters grow with the reader's own setting; dark where the reader's screen is dark; good on
paper in black and white. Every text is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html import escape

from budgetdesk import data_files, formats, i18n
from budgetdesk.documents.sheet import pictograms, texts
from budgetdesk.documents.sheet.lettering import END, FROM_RIGHT, LEFT, RIGHT, set_apart
from budgetdesk.documents.sheet.plain import on_screen
from budgetdesk.documents.tenant.tenant_page import Call, Column, Edge, Figure, Line, Part, TenantPage, is_fact

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""Content Security Policy, level 3: nothing but the style that stands in the file."""
_APART = {LEFT: '<bdi dir="ltr">', RIGHT: '<bdi dir="rtl">'}
_SIGN = re.compile(f"([{LEFT}{RIGHT}{END}])")
_NUMBER = re.compile(r"\+?[\d\s\u00a0()-]{5,24}")


def html_twin(page: TenantPage, edge: Edge) -> str:
    """The page as a whole document, in the language that is spoken."""
    language = i18n.language()
    way = ' dir="rtl"' if language in FROM_RIGHT else ""
    told = "\n".join(
        (
            "<!DOCTYPE html>",
            f'<html lang="{escape(language)}"{way}>',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="color-scheme" content="light dark">',
            f"<title>{escape(page.title)}</title>",
            f"<style>\n{_style()}</style>",
            "</head>",
            "<body>",
            "<main>",
            f"<h1>{_said(page.title)}</h1>",
            *([f'<p class="lead">{_said(page.lead)}</p>'] if page.lead else []),
            *_figures(page.figures),
            *(row for one in page.pieces for row in (_call(one) if isinstance(one, Call) else _part(one))),
            "</main>",
            *_foot(edge),
            "</body>",
            "</html>",
            "",
        )
    )
    return on_screen(told)


@cache
def _style() -> str:
    return data_files.path("texts", "lejerside.css").read_text(encoding="utf-8")


def _said(text: str) -> str:
    """A text of the page; in a language from the right each piece from the left is set apart, or `33 19 32 00` would be
    read from its end."""
    if i18n.language() not in FROM_RIGHT:
        return escape(text)
    made, opened = "", 0
    for part in _SIGN.split(set_apart(text, from_right=True)):
        opened += part in _APART
        if part != END:
            made += _APART.get(part, escape(part))
        elif opened:
            made, opened = f"{made}</bdi>", opened - 1
    return made + "</bdi>" * opened


def _figures(figures: tuple[Figure, ...]) -> Iterator[str]:
    if figures:
        rows = (f"<div><dt>{_said(one.label)}</dt><dd>{_said(one.amount)}</dd></div>" for one in figures)
        yield f'<dl class="figures">{"".join(rows)}</dl>'


def _part(part: Part) -> Iterator[str]:
    picture = pictograms.svg(part.pictogram) if part.pictogram else ""
    if part.heading:
        yield f"<section>\n<h2>{picture}{_said(part.heading)}</h2>"
    if part.columns:
        yield from _table(part)
    elif not part.heading or (len(part.lines) == 1 and not part.lines[0].tick):
        yield from (f"<p>{_line(one, part)}</p>" for one in part.lines)
    else:
        yield from _list(part)
    if part.heading:
        yield "</section>"


def _list(part: Part) -> Iterator[str]:
    tag = "ol" if part.ordered else "ul"
    ticks = ' class="ticks"' if any(one.tick for one in part.lines) else ""
    yield f"<{tag}{ticks}>"
    yield from (f"<li>{_line(one, part)}</li>" for one in part.lines)
    yield f"</{tag}>"


def _line(line: Line, part: Part) -> str:
    """What a line says, each thing once."""
    picture = pictograms.svg(line.pictogram) if line.pictogram else ""
    if is_fact(line, part):
        return f"{picture}{_box(line)}{_said(line.text)}: <strong>{_said(line.note)}</strong>"
    told = [f"{picture}{_box(line)}{_text(line)}"]
    told += [f'<span class="more">{_said(one)}</span>' for one in (line.by, line.note) if one and not line.details]
    if line.details:
        rows = (f"<li>{_said(one.label)}: {_said(one.amount)}</li>" for one in line.details)
        told.append(f"<ul>{''.join(rows)}</ul>")
    if line.blank:
        told.append(_hand())
    return " ".join(told)


def _text(line: Line) -> str:
    text = _said(line.text)
    if line.phone:
        text = text.replace(escape(line.phone), _phone(line.phone))
    if not line.amount:
        return text
    return f"{text}: <strong>{_said(line.amount)}</strong>" if text else f"<strong>{_said(line.amount)}</strong>"


def _box(line: Line) -> str:
    """The box to tick, with words for who cannot see it."""
    if not line.tick:
        return ""
    words = texts.load("lejerside")
    sign, name = ("☒", words["done"]) if line.ticked else ("☐", words["not_done"])
    return f'<span class="box" role="img" aria-label="{escape(name)}">{sign}</span> '


def _hand() -> str:
    return f'<span class="hand"><span class="unseen">{_said(texts.load("lejerside")["by_hand"])}</span></span>'


def _table(part: Part) -> Iterator[str]:
    """A table whose columns and rows have headings: of a row it is what the row is about."""
    heads = "".join(f'<th scope="col">{_said(one.heading)}</th>' for one in part.columns)
    named = any(one.field == "amount" for one in part.columns)
    yield f"<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>"
    for line in part.lines:
        cells = "".join(_cell(line, column, amount_has_its_own=named) for column in part.columns)
        yield f"<tr>{cells}</tr>"
    yield "</tbody>\n</table>"


def _cell(line: Line, column: Column, *, amount_has_its_own: bool) -> str:
    said = str(getattr(line, column.field))
    if column.field == "text":
        amount = "" if amount_has_its_own or not line.amount else f'<br><span class="more">{_said(line.amount)}</span>'
        return f'<th scope="row">{_said(said)}{amount}</th>'
    heading = escape(column.heading if column.heading.endswith(("?", "؟")) else f"{column.heading}:")
    shape = ' class="amount"' if column.field == "amount" else ""
    shown = _phone(said) if column.field == "phone" else _said(said)
    return f'<td data-heading="{heading}"{shape}>{shown}</td>'


def _phone(number: str) -> str:
    """A link that calls, where it is a number and nothing else."""
    if not _NUMBER.fullmatch(number.strip()):
        return _said(number)
    dialled = re.sub(r"[^\d+]", "", number)
    return f'<a href="tel:{dialled}">{escape(number)}</a>'


def _call(call: Call) -> Iterator[str]:
    yield f'<section class="call">\n<h2>{pictograms.svg("call")}{_said(call.heading)}</h2>'
    for told in call.lines:
        number = escape(call.phone)
        yield f"<p>{_said(told).replace(number, _phone(call.phone)) if number else _said(told)}</p>"
    yield "</section>"


def _foot(edge: Edge) -> Iterator[str]:
    words = texts.load("lejerside")
    case = words["case"].format(number=edge.case_number) if edge.case_number else ""
    told = " · ".join(part for part in (edge.organisation, case, formats.day(edge.on)) if part)
    yield "<footer>"
    if edge.signed:
        yield f"<p>{_said(words['copy'])}</p>"
    yield f"<p>{_said(told)}</p>"
    yield "</footer>"
