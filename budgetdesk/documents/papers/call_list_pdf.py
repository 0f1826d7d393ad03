"""The monthly call list as a page to take along: who, why, what to do, and room for a note. Not signed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from budgetdesk import formats
from budgetdesk.documents.sheet import page, texts
from budgetdesk.documents.sheet.blocks import section, table, text
from budgetdesk.documents.sheet.fonts import rich
from budgetdesk.planning.call_list import Call, PlanCounts
from budgetdesk.wording import call_list as words

# isort: split
from reportlab.lib.units import mm

TITLE = "Ringeliste"


def call_list_pdf(calls: Sequence[Call], counts: PlanCounts, *, on: date, organisation: str = "") -> bytes:
    """The list of a day as PDF bytes."""
    said = texts.load("ringeliste")

    def story() -> list[Any]:
        parts: list[Any] = [
            text(f"{said['title']} {formats.day(on)}", page.H1),
            text(said["lead"] if calls else said["none"], page.LEAD),
        ]
        if calls:
            widths = [22 * mm, 42 * mm, page.WIDTH - 94 * mm, 30 * mm]
            parts.append(table(said["columns"], [_row(call, on) for call in calls], widths))
            parts.append(text(said["keep"], page.SMALL))
        return [*parts, *section(said["counts"], text(words.counts(counts)))]

    return page.build(story, page.Head(title=f"{TITLE} {formats.day(on)}", on=on, organisation=organisation))


def _row(call: Call, on: date) -> list[str]:
    who = "<br/>".join(rich(part) for part in (call.tenant or "Uden navn", call.phone) if part)
    why = f"<b>{rich(words.reason(call, on))}</b>"
    rest = " ".join(part for part in (words.to_do(call), words.coming(call, on)) if part)
    return [rich(call.case_id), who, f"{why}<br/>{rich(rest)}" if rest else why, ""]
