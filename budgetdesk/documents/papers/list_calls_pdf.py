"""Whom of a landlord's list to call first, as a page to take along: who, why, how much, room for a note. Not signed."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from budgetdesk import formats
from budgetdesk.casework.arrears_rules import CallOrder, Group
from budgetdesk.casework.list_calls import ListCall, ListCalls
from budgetdesk.documents.sheet import page, texts
from budgetdesk.documents.sheet.blocks import section, table, text
from budgetdesk.documents.sheet.fonts import rich
from budgetdesk.documents.sheet.going_on import bullets
from budgetdesk.wording import list_calls as words

# isort: split
from reportlab.lib.units import mm

MOST = 60
"""So many stand on paper: more than a month's calls."""


def list_calls_pdf(found: ListCalls, order: CallOrder, *, organisation: str = "") -> bytes:
    """The first calls of a list, group by group, as PDF bytes."""
    said = texts.load("restanceliste")
    info = found.info

    def story() -> list[Any]:
        lead = said["lead"].format(sender=rich(info.sender), day=formats.day(info.stated_on))
        parts: list[Any] = [text(said["title"], page.H1), text(lead, page.LEAD)]
        if not found.calls:
            return [*parts, text(said["none"])]
        widths = [48 * mm, page.WIDTH - 100 * mm, 26 * mm, 26 * mm]
        for group, calls in groupby(found.calls[:MOST], key=lambda call: call.group):
            rows = [_row(call, order, found, said["protected"]) for call in calls]
            title = words.group_title(Group(group), order, found.groups.get(group, len(rows)))
            listed = table(said["columns"], rows, widths, figures=(2,))
            parts += section(title, [text(rich(order.groups[group].why), page.SMALL), listed])
        parts.append(text(said["keep"].format(until=formats.day(info.keep_until)), page.SMALL))
        return [*parts, bullets(said["order"], [rich(sentence) for sentence in words.order_said(order)])]

    title = f"{said['title']} {formats.day(found.on)}"
    return page.build(story, page.Head(title=title, on=found.on, organisation=organisation))


def _row(call: ListCall, order: CallOrder, found: ListCalls, protected: str) -> list[str]:
    one = call.person
    where = protected if call.protected else one.address
    case = f"Sag {one.case_id}" if one.case_id else one.reference
    who = "<br/>".join(rich(part) for part in (words.who(one), case, where, call.phone) if part)
    why = f"<b>{rich(words.reason(call, found.on))}</b>"
    chances = ", ".join(words.chances(call, order))
    return [who, f"{why}<br/>{rich(chances)}" if chances else why, formats.kroner(one.owed), ""]
