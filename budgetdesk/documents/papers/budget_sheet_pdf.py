"""*Budget til at skrive i*: every row of the budget with a short number and an empty box. Not signed.

The tenant writes new amounts by hand; next time the adviser types the numbers in a row (`actions.paper_round`).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any

from budgetdesk import formats
from budgetdesk.budget.paper_numbers import PaperRow, numbered
from budgetdesk.documents.papers.answers import Answers
from budgetdesk.documents.papers.head import head
from budgetdesk.documents.seals.ink import Ink
from budgetdesk.documents.sheet import page, texts
from budgetdesk.documents.sheet.blocks import Grid, Rows, text
from budgetdesk.documents.sheet.fonts import rich
from budgetdesk.household.case import Case

# isort: split
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak

NUMBER, NOW, RHYTHM, BOX = 13 * mm, 31 * mm, 28 * mm, 34 * mm
WIDTHS = (NUMBER, page.WIDTH - NUMBER - NOW - RHYTHM - BOX, NOW, RHYTHM, BOX)
HEIGHT, LOW = 7.6 * mm, 6.3 * mm
"""Of a box: room for a hand; a little less where that spares a page."""
BLANKS = 5
BEGUN = 34 * mm
"""Room for a heading, the names of the columns and two rows: with less left of a page, a part begins on the next."""
LOOSE = ParagraphStyle("h2 before a long table", parent=page.H2, keepWithNext=0)
"""A heading that holds on to a table would take all of it to the next page."""
LOOSE.tag = "H2"
Line = tuple[str, str, str, str]
"""Number, title, amount now, how often; all markup."""


def budget_sheet_pdf(case: Case, answers: Answers, *, on: date, ink: Sequence[Ink] = ()) -> bytes:
    """The sheet. Amounts are those of each time they fall, with øre where there are any, as they are typed."""
    del ink
    words = texts.load("budget_ark")
    rows = numbered(answers.month.income, answers.month.expenses, list(texts.income_titles()))
    used = {row.number for row in rows}

    def story(height: float) -> list[Any]:
        empty = [
            (code, rich(line["title"]), "", words["rhythm"][line["rhythm"]])
            for code, line in texts.common_lines().items()
            if code not in used
        ]
        return [
            text(words["title"], page.H1),
            text(words["lead"] if rows else words["nothing"], page.LEAD),
            text(words["how"], page.BODY),
            *_part([_line(row, words) for row in rows if row.income], words["income"], words, height),
            *_part([_line(row, words) for row in rows if not row.income], words["expenses"], words, height),
            *_part(empty, words["empty"], words, height),
            *_part([("", "", "", "")] * BLANKS, words["blank"], words, height),
        ]

    return page.build_shorter([partial(story, HEIGHT), partial(story, LOW)], head(case, words["title"], on=on))


def _line(row: PaperRow, words: Any) -> Line:
    now = words["unknown"] if row.amount is None else formats.kroner(row.amount)
    return row.number, rich(row.title), now, words["rhythm"][row.rhythm.value]


def _part(lines: Sequence[Line], part: Any, words: Any, height: float) -> list[Any]:
    """A heading that stays with the first rows; the table repeats its own headings on every page."""
    if not lines:
        return []
    return [CondPageBreak(BEGUN), text(part["heading"], LOOSE), _table(lines, part, words, height)]


def _table(lines: Sequence[Line], part: Any, words: Any, height: float) -> Rows:
    heading = (words["number"], part["what"], part["now"], part["often"], words["box"])
    styles = (page.CELL_BOLD, page.CELL, page.FIGURE, page.CELL_QUIET)
    data: list[list[Any]] = [
        [text(cell, page.HEADING_FIGURE if at == 2 else page.HEADING_CELL) for at, cell in enumerate(heading)]
    ]
    for line in lines:
        cells = [text(cell, style) if cell else "" for cell, style in zip(line, styles, strict=True)]
        data.append([*cells, _box(height)])
    style: list[Any] = [
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("LEFTPADDING", (0, 0), (0, -1), 0),
        ("LEFTPADDING", (-1, 0), (-1, -1), 6),
        ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 1.6),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 1.6),
        ("LINEBELOW", (0, 0), (-1, -1), 0.5, page.LINE),
        ("LINEBELOW", (0, 0), (-1, 0), 0.8, page.QUIET),
    ]
    return Rows(data, colWidths=list(WIDTHS), repeatRows=1, style=style, hAlign="LEFT", spaceAfter=6)


def _box(height: float) -> Grid:
    """An empty box; the line stays in black and white."""
    edge = [("BOX", (0, 0), (-1, -1), 0.9, page.INK)]
    return Grid([[""]], colWidths=[BOX - 6], rowHeights=[height], style=edge, hAlign="LEFT")
