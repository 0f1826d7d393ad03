"""*Alt, vi har skrevet om dig*: for whoever asks to see what is kept about them. Not signed.

Everything that is written in the case, the papers by title, who opened the case when and for what (without names of
staff), what it is kept for and until when. Own notes of the adviser only where the adviser has chosen so; that they
exist is told. What is about somebody else is marked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from budgetdesk import formats
from budgetdesk.casework.record import Record
from budgetdesk.documents.papers.access_facts import Told, has_third, marked, sections
from budgetdesk.documents.papers.head import head
from budgetdesk.documents.sheet import page, texts
from budgetdesk.documents.sheet.blocks import box, facts, gap, section, steps, table, text
from budgetdesk.documents.sheet.fonts import rich
from budgetdesk.documents.sheet.links import linked

# isort: split
from reportlab.lib.units import mm

_NAMES = 52 * mm


@dataclass(frozen=True, kw_only=True)
class Kept:
    """What is told beside the facts of the case."""

    purpose: str
    legal_basis: str
    until: date | None
    papers: Sequence[tuple[date, str]] = ()
    looks: Sequence[tuple[date, str, str]] = ()
    """Day, what was done, for what."""
    rows: Mapping[str, int] | None = None
    """File -> how many rows it has that are too many for paper."""


def access_pdf(record: Record, kept: Kept, *, on: date, own_notes: bool = False) -> bytes:
    """Everything about the person of a case, as PDF bytes."""
    words = texts.load("indsigt")
    told = sections(record, words, own_notes=own_notes)

    def story() -> list[Any]:
        return [
            text(words["title"], page.H1),
            text(words["lead"], page.LEAD),
            *_keep(kept, words),
            *([box([text(words["third"])]), gap(4)] if has_third(told) else []),
            *(part for one in told for part in _part(one)),
            text(_own(record, words, own_notes)),
            *_more(kept, words),
            *_papers(kept, words),
            *_log(kept, words),
            *section(words["rights"], steps([linked(rich(one)) for one in words["rights_list"]], mark="•")),
        ]

    return page.build(story, head(record.case, words["title"], on=on))


def _keep(kept: Kept, words: Mapping[str, Any]) -> list[Any]:
    until = formats.day(kept.until) if kept.until else words["until_none"]
    rows = [(words["purpose"], kept.purpose), (words["basis"], kept.legal_basis), (words["until"], until)]
    return section(words["keep"], facts(rows, names=_NAMES))


def _part(one: Told) -> list[Any]:
    parts: list[Any] = []
    for rows, third in zip(one.groups, one.third, strict=True):
        parts += [facts(_marked(rows, third), names=_NAMES), gap(5)]
    return section(one.title, *parts)


def _marked(rows: Sequence[tuple[str, str]], third: bool) -> list[tuple[str, str]]:
    return [(marked(name, third and not place), fact) for place, (name, fact) in enumerate(rows)]


def _own(record: Record, words: Mapping[str, Any], own_notes: bool) -> str:
    count = sum(note.own for note in record.case.notes)
    if not count:
        return str(words["own_none"])
    return str(words["own_with"] if own_notes else words["own"].format(count=count))


def _more(kept: Kept, words: Mapping[str, Any]) -> list[Any]:
    rows = {file: count for file, count in (kept.rows or {}).items() if count}
    return [text(words["more"].format(count=formats.number(count), file=rich(file))) for file, count in rows.items()]


def _papers(kept: Kept, words: Mapping[str, Any]) -> list[Any]:
    if not kept.papers:
        return section(words["papers"], text(words["none"]))
    rows = [[formats.short_day(day), rich(title)] for day, title in kept.papers]
    return section(words["papers"], table(words["paper_columns"], rows, [30 * mm, page.WIDTH - 30 * mm]))


def _log(kept: Kept, words: Mapping[str, Any]) -> list[Any]:
    if not kept.looks:
        return section(words["log"], text(words["none"]))
    rows = [[formats.short_day(day), rich(what), rich(purpose)] for day, what, purpose in kept.looks]
    widths = [30 * mm, 48 * mm, page.WIDTH - 78 * mm]
    return section(words["log"], text(words["log_lead"]), table(words["log_columns"], rows, widths))
