"""*Hvem kan du ringe til?*: for the tenant. The adviser and the contact persons of the case with their numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from budgetdesk.documents.papers.answers import SHORT_BLANK, Answers
from budgetdesk.documents.papers.head import head
from budgetdesk.documents.papers.letters import written_by_hand
from budgetdesk.documents.seals.ink import Ink
from budgetdesk.documents.sheet import page, texts
from budgetdesk.documents.sheet.blocks import Rows, section, text
from budgetdesk.documents.sheet.breaking import ends_together
from budgetdesk.documents.sheet.fonts import rich
from budgetdesk.documents.sheet.going_on import GoingOn
from budgetdesk.documents.sheet.plain import plain
from budgetdesk.household.case import Case
from budgetdesk.household.course import ContactPerson

# isort: split
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

LARGE = ParagraphStyle("person", parent=page.KEY, fontSize=13, leading=17, spaceAfter=0)
LARGE.tag = "P"
_LANDLORDS = frozenset({"udlejer", "udlejning", "ejendomskontor"})
"""Sides of a contact person (`categories.toml`) that speak for the landlord."""


def people_pdf(case: Case, answers: Answers, *, on: date, ink: Sequence[Ink] = ()) -> bytes:
    """Everybody with a number, the adviser first; without anybody room to write."""
    del ink
    words = texts.load("kontaktpersoner")
    rows, lines = rows_of(case, answers, words), lines_to_write(case, words)

    def story() -> list[Any]:
        parts: list[Any] = [text(words["title"], page.H1), text(words["lead"], page.LEAD)]
        if rows:
            listed = _table(rows, words)
            listed.again = lambda: [GoingOn(words["title"], [], continued=True)]
            parts.append(listed)
        if lines:
            parts += [text(words["none"], page.BODY), written_by_hand(lines)]
        return [*parts, *section(words["help"]["heading"], text(words["help"]["text"], page.KEY))]

    return page.build(story, head(case, words["title"], on=on))


def with_a_number(case: Case) -> list[ContactPerson]:
    """Whom one can call."""
    return [one for one in case.contact_persons if one.phone.strip()]


def rows_of(case: Case, answers: Answers, words: Any) -> list[tuple[str, str, str]]:
    """(who, name, number), the adviser first, then the landlord. All typed but the places of these two."""
    rows = [(str(words["me"]), case.info.adviser, answers.house.phone)] if case.info.adviser else []
    if _landlord_alone(case):
        rows.append((str(words["landlord"]), case.tenancy.landlord, case.tenancy.landlord_phone))
    return rows + [
        (_where(one.organisation or one.role), _named(one.name, one.role, one.organisation), one.phone)
        for one in with_a_number(case)
    ]


def lines_to_write(case: Case, words: Any) -> list[str]:
    """Who usually matters and is not known yet, each with a line to write on; nobody once anybody has a number."""
    if with_a_number(case):
        return []
    known = words["landlord"] if _landlord_alone(case) else ""
    return [str(one) for one in words["lines"] if one != known]


def _landlord_alone(case: Case) -> bool:
    """Whether the landlord is known by name, and nobody there is among those with a number."""
    landlord = plain(case.tenancy.landlord).casefold()
    there = (
        one for one in with_a_number(case) if one.side in _LANDLORDS or plain(one.organisation).casefold() == landlord
    )
    return bool(landlord) and not any(there)


def to_call(phone: str) -> str:
    """`tel:+4543551200` for `43 55 12 00`; "" for what is no number of our kind: then nothing leads anywhere."""
    digits = re.sub(r"[\s.\-]", "", phone)
    if re.fullmatch(r"[0-9]{8}", digits):
        return f"tel:+45{digits}"
    return f"tel:{digits}" if re.fullmatch(r"\+[0-9]{8,15}", digits) else ""


def _where(text: str) -> str:
    """`Søster`: what stands first in a row begins with a large letter."""
    return f"{text[:1].upper()}{text[1:]}"


def _named(name: str, role: str, organisation: str) -> str:
    """The name, with what they do where the first column does not say it."""
    return ", ".join(part for part in (name, role if organisation else "") if part)


def _table(rows: Sequence[tuple[str, str, str]], words: Any) -> Rows:
    """Who, name, number: the numbers large."""
    style = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (0, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 6),
        ("LINEBELOW", (0, 0), (-1, -1), 0.5, page.LINE),
        *ends_together(len(rows)),
    ]
    data: list[list[Any]] = [[text(title, page.HEADING_CELL) for title in words["columns"]]]
    data += [
        [text(rich(who) or "–", LARGE), text(rich(name) or "–", LARGE), text(rich(phone) or SHORT_BLANK, LARGE)]
        for who, name, phone in rows
    ]
    for row, (_, _, phone) in zip(data[1:], rows, strict=True):
        row[-1].target = to_call(phone)
    widths = [58 * mm, page.WIDTH - 103 * mm, 45 * mm]
    return Rows(data, colWidths=widths, repeatRows=1, style=style, hAlign="LEFT", spaceAfter=8)
