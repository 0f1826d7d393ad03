"""The report *Ens husstande, ens behandling*: groups of like households, one coarse row per case, and what to ask."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from budgetdesk import formats
from budgetdesk.documents.sheet import page
from budgetdesk.documents.sheet.blocks import gap, steps, table, text, together
from budgetdesk.documents.sheet.fonts import rich
from budgetdesk.planning.equal import Bands, Group
from budgetdesk.wording import equal as words

# isort: split
from reportlab.lib.units import mm

from budgetdesk.i18n import _, translated

EMPTY = "Der er ingen sager med restance endnu."
_WIDTHS = (28 * mm, 18 * mm, 32 * mm, 22 * mm, 34 * mm)


def equal_pdf(
    groups: Sequence[Group], titles: Mapping[str, str], bands: Bands, summary: str, *, on: date, organisation: str = ""
) -> bytes:
    """The report as PDF bytes."""

    def story() -> list[Any]:
        parts = [text(_(words.TITLE), page.H1), text(_(words.LEAD), page.LEAD), text(summary if groups else EMPTY)]
        for group in groups:
            parts += _group(group, titles, bands)
        return [*parts, gap(8), text(f"Regnet den {formats.day(on)} med sagerne, som de så ud da.", page.SMALL)]

    return page.build(story, page.Head(title=_(words.TITLE), on=on, organisation=organisation))


def _group(group: Group, titles: Mapping[str, str], bands: Bands) -> list[Any]:
    rows = [[rich(cell) for cell in words.row(row)] for row in group.rows]
    widths = [*_WIDTHS, page.WIDTH - sum(_WIDTHS)]
    asked = [rich(words.difference(one, titles)) for one in group.differences]
    told: list[Any] = [text(_(words.REST_WHY), page.SMALL)] if group.like is None else []
    if group.like is not None:
        told = steps(asked, mark="•") if asked else [text(_(words.SAME))]
    listed = table(translated(words.COLUMNS), rows, widths, dense=True)
    heading = text(f"{rich(words.household(group.like, bands))} ({len(rows)})", page.H2)
    return [together([heading, *told, listed])]
