"""A tenant's page as plain values: no markup, no paper. The designed PDF says the same; from these values are made the
large print, the HTML page, the plain text and the page in two languages.

Every line has a number that runs through the page and is the same in every language.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from budgetdesk.casework.record import Record
from budgetdesk.documents.papers.answers import Answers
from budgetdesk.documents.sheet.plain import plain

Typed = Callable[[str], str]
"""What becomes of a text that somebody typed (a name, an own word): as a rule `plain`."""

BLANK = "________________________"
"""Where something is to be written by hand."""


@dataclass(frozen=True)
class Figure:
    """One of the few big figures: `Tilbage`, `2.721 kr.`."""

    label: str
    amount: str


@dataclass(frozen=True)
class Line:
    """One thing that the page says. Only `text` is always there; with `blank` it may be empty too."""

    number: int
    """From 1, through the whole page."""
    text: str
    amount: str = ""
    by: str = ""
    """By when."""
    tick: bool = False
    """A box to tick stands before it."""
    ticked: bool = False
    """The box is crossed already."""
    note: str = ""
    """More about it: who, where, what it is made of."""
    details: tuple[Figure, ...] = ()
    """What `note` says in one line, one by one: for who has the room."""
    phone: str = ""
    """A number to call."""
    blank: bool = False
    """Room to write by hand stands after it."""
    pictogram: str = ""
    """The name of a picture (`documents.sheet.pictograms`); "" without."""


@dataclass(frozen=True)
class Column:
    """A column of a part that is a table: its heading, and which field of a line stands in it."""

    heading: str
    field: str


@dataclass(frozen=True)
class Part:
    """A heading and what stands under it. `heading` may be "": then the lines end the part before."""

    heading: str
    lines: tuple[Line, ...]
    pictogram: str = ""
    columns: tuple[Column, ...] = ()
    """Not empty: the lines are rows of a table, with these columns in this order. An amount without a column of its
    own stands below the text."""
    ordered: bool = False
    """Whether the order of the lines means something: the most pressing first."""
    call_follows: bool = False
    """Whether whom to call stands right after it, and not last on the page."""


@dataclass(frozen=True)
class Call:
    """Whom to call: words of ours, and a number."""

    heading: str
    lines: tuple[str, ...]
    phone: str = ""
    """The number alone; it stands in `lines` too. "" where none is known."""


@dataclass(frozen=True)
class TenantPage:
    """One page for a tenant."""

    name: str
    """Of the document (`documents.papers.catalogue`)."""
    title: str
    lead: str
    figures: tuple[Figure, ...] = ()
    parts: tuple[Part, ...] = ()
    call: Call | None = None

    @property
    def pieces(self) -> tuple[Part | Call, ...]:
        """The parts with whom to call among them, in the order of the page."""
        made: list[Part | Call] = []
        left = self.call
        for part in self.parts:
            made.append(part)
            if part.call_follows and left is not None:
                made.append(left)
                left = None
        return (*made, left) if left is not None else tuple(made)


@dataclass(frozen=True)
class Edge:
    """What stands at the edge of the page: who made it, of which case, on which day."""

    on: date
    organisation: str = ""
    case_number: str = ""
    signed: bool = False
    """Whether the paper of this name is signed, so that this is a copy of it."""


@dataclass(frozen=True)
class Asked:
    """What a page is built from."""

    record: Record
    answers: Answers
    on: date
    typed: Typed = plain
    """Every text that somebody typed goes through it, and nothing else."""

    def markup(self, text: str) -> str:
        """`typed` for functions that answer with markup: `bare` turns it back."""
        return html.escape(self.typed(text), quote=False)


line = partial(Line, 0)
"""A line that is not numbered yet."""


def numbered(page: TenantPage) -> TenantPage:
    """The page with its lines numbered from 1, and without parts that say nothing."""
    parts, number = [], 0
    for part in page.parts:
        if part.lines:
            lines = tuple(replace(one, number=number + at) for at, one in enumerate(part.lines, 1))
            number += len(lines)
            parts.append(replace(part, lines=lines))
    return replace(page, parts=tuple(parts))


def is_fact(line: Line, part: Part) -> bool:
    """Whether a line is a name of ours with what was typed for it: `Adresse`, `Lærkevej 1`."""
    return bool(line.text and line.note) and not (part.columns or line.amount or line.by or line.details)


def bare(markup: str) -> str:
    """What a text with our own markup says. Typed text in it must have been escaped."""
    return html.unescape(re.sub(r"<[^>]+>", "", markup.replace("<br/>", " ")))


def say(template: str, **known: str) -> str:
    """A text of ours, filled in: without markup, and with one stop after `kr.`."""
    told = bare(template)
    for name, value in known.items():
        if value.endswith("kr."):
            told = told.replace(f"{{{name}}}.", f"{{{name}}}")
    return told.format(**known)
