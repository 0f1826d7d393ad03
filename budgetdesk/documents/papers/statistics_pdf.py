"""The statistics on paper: pictures, tables, what each figure counts, and what was left out. No names, no cases."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from budgetdesk.documents.sheet import page
from budgetdesk.documents.sheet.blocks import box, facts, gap, section, steps, table, text, together
from budgetdesk.documents.sheet.breaking import Ending
from budgetdesk.documents.sheet.fonts import rich
from budgetdesk.documents.sheet.going_on import bullets
from budgetdesk.documents.sheet.plots import PlotFlowable
from budgetdesk.wording.plots import Plot
from budgetdesk.wording.statistics_report import NOTHING, Content, Sheet, text_of

# isort: split
from reportlab.lib.units import mm

from budgetdesk.i18n import _

_COUNT, _NUMBERS = 38 * mm, 0.8
"""Width of a column of numbers, and the most of the page that all of them take."""


def statistics_pdf(content: Content) -> bytes:
    """The report as PDF bytes."""

    told = {id(sheet): [[rich(text_of(cell)) for cell in row] for row in sheet.rows] for sheet in content.sheets}

    def story() -> list[Any]:
        parts = [text(rich(content.title), page.H1), facts(content.facts), box(text(content.note), space=6)]
        if not content.sheets:
            parts.append(text(_(NOTHING), page.LEAD))
        parts += [text(rich(sentence), page.KEY) for sentence in content.said]
        parts += [part for plot in content.plots for part in _picture(plot)]
        for name, sheets in groupby(content.sheets, key=lambda sheet: sheet.section):
            parts += _section(name, [(sheet, told[id(sheet)]) for sheet in sheets])
        rules = section(content.rules_title, steps(map(rich, content.rules), mark="•"))
        if content.left_out:
            return [*parts, Ending(bullets("Ikke talt med", map(rich, content.left_out)), rules)]
        return parts + rules

    head = page.Head(title=content.title, on=content.on, organisation=content.organisation)
    return page.build(story, head)


def _picture(plot: Plot) -> list[Any]:
    """What is said of a picture is read aloud in its place."""
    heading = text(rich(plot.title), page.H2)
    return [together([heading, PlotFlowable(plot), text(rich(plot.caption), page.SMALL)]), gap(4)]


def _section(name: str, sheets: Iterable[tuple[Sheet, Sequence[Sequence[str]]]]) -> list[Any]:
    first, *rest = (_table(sheet, rows) for sheet, rows in sheets)
    return [together([text(rich(name), page.H2), *first]), *(together(parts) for parts in rest)]


def _table(sheet: Sheet, rows: Sequence[Sequence[str]]) -> list[Any]:
    numbers = len(sheet.heading) - 1
    each = min(_COUNT, page.WIDTH * _NUMBERS / numbers)
    widths = [page.WIDTH - numbers * each, *(each for _rest in range(numbers))]
    listed = table(sheet.heading, rows, widths, figures=tuple(range(1, numbers + 1)), dense=True)
    return [text(rich(sheet.title), page.H3), listed, text(rich(sheet.definition), page.SMALL)]
