"""A tenant's page as plain text: for a mail, a text message, or a program that reads aloud. Read from top to bottom.

No line is longer than 72 signs, and nothing is only for the eye: no lines of dashes, no columns.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from budgetdesk import formats
from budgetdesk.documents.sheet import texts
from budgetdesk.documents.sheet.plain import on_screen
from budgetdesk.documents.tenant.tenant_page import Call, Edge, Line, Part, TenantPage, is_fact

COLUMNS = 72
HAND = "_" * 24
STOPS = (".", "?", "؟", "۔")
"""What ends a sentence or a question, in Arabic script too."""


def text_twin(page: TenantPage, edge: Edge) -> str:
    """The page; lines end in a line feed, the last one too."""
    figures = [f"{one.label}: {one.amount}" for one in page.figures]
    blocks = [_lines([page.title]), _lines([page.lead]), _lines(figures)]
    blocks += ["\n".join(_call(one) if isinstance(one, Call) else _part(one)) for one in page.pieces]
    told = "\n\n".join(one for one in (*blocks, _foot(edge)) if one)
    return on_screen(told).replace("\u00a0", " ") + "\n"


def _lines(said: Iterable[str]) -> str:
    return "\n".join(_wrapped(one) for one in said if one)


def _part(part: Part) -> Iterator[str]:
    """Heading and lines; a part without a heading is a paragraph of its own."""
    if part.heading:
        yield _heading(part.heading)
    plain = not part.columns and (len(part.lines) == 1 or not part.heading)
    for at, one in enumerate(part.lines, 1):
        mark = _mark(one, f"{at}. " if part.ordered else "" if plain else "- ")
        yield _wrapped(_told(one, part), mark)
        for detail in one.details:
            yield _wrapped(f"{detail.label}: {detail.amount}", " " * len(mark) + "- ")


def _call(call: Call) -> Iterator[str]:
    yield _heading(call.heading)
    yield _lines(call.lines)


def _heading(heading: str) -> str:
    """A colon tells that something follows."""
    return _wrapped(heading if heading.endswith((*STOPS, "!")) else f"{heading}:")


def _mark(line: Line, otherwise: str) -> str:
    if not line.tick:
        return otherwise
    return "[x] " if line.ticked else "[ ] "


def _told(line: Line, part: Part) -> str:
    """All that a line says, as one text."""
    if part.columns:
        return _row(line, part)
    first = f"{line.text}: {line.amount}" if line.amount and line.text else line.text or line.amount
    more = [one for one in (line.by, "" if line.details else line.note) if one]
    if is_fact(line, part):
        first, more = f"{first}: {line.note}", []
    told = _joined([first, *more])
    return f"{told} {HAND}".strip() if line.blank else told


def _row(line: Line, part: Part) -> str:
    """A row of a table: what it is about, then each column with its heading."""
    fields = {one.field for one in part.columns}
    first = line.text if "amount" in fields or not line.amount else f"{line.text} ({line.amount})"
    rest = [(one.heading, str(getattr(line, one.field))) for one in part.columns if one.field != "text"]
    return _joined([first, *(f"{_question(name)} {value}" for name, value in rest if value)])


def _question(heading: str) -> str:
    return heading if heading.endswith(STOPS) else f"{heading}:"


def _joined(parts: Sequence[str]) -> str:
    """One after the other, with a stop between them where there is none."""
    told = [one for one in parts if one]
    ended = [one if one.endswith((*STOPS, "!")) else f"{one}." for one in told[:-1]]
    return " ".join([*ended, *told[-1:]])


def _foot(edge: Edge) -> str:
    words = texts.load("lejerside")
    case = words["case"].format(number=edge.case_number) if edge.case_number else ""
    told = [", ".join(part for part in (edge.organisation, case, formats.day(edge.on)) if part)]
    return _lines([*([words["copy"]] if edge.signed else []), *told])


def _wrapped(text: str, mark: str = "") -> str:
    """In lines of at most 72 signs; later lines begin where the words of the first do."""
    lines = textwrap.wrap(text, COLUMNS, initial_indent=mark, subsequent_indent=" " * len(mark), break_on_hyphens=False)
    return "\n".join(lines) or mark.rstrip()
