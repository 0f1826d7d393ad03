"""*Styr på pengene*: a handout for a course in household economy, to write in. Not signed.

No person stands in it, and no case is needed: only the organisation's own name and number.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from budgetdesk import formats
from budgetdesk.documents.papers.answers import Answers
from budgetdesk.documents.seals.ink import Ink
from budgetdesk.documents.sheet import page, texts
from budgetdesk.documents.sheet.blocks import Rows, section, steps, table, text
from budgetdesk.documents.sheet.fonts import rich
from budgetdesk.documents.sheet.plain import plain
from budgetdesk.household.case import Case

# isort: split
from reportlab.lib.units import mm
from reportlab.platypus import PageBreak

ROW = 8.2 * mm
"""Room for a hand."""
BLANK = "________________"


def course_pdf(case: Case, answers: Answers, *, on: date, ink: Sequence[Ink] = ()) -> bytes:
    """The handout. Nothing of a case stands in it."""
    del case, ink
    words = texts.load("kursus")

    def story() -> list[Any]:
        return [
            text(words["title"], page.H1),
            text(words["lead"], page.LEAD),
            *_first(words["first"]),
            *_letters(words["letters"]),
            *_help(answers, words["help"], on),
            PageBreak(),
            *_budget(words["budget"]),
            PageBreak(),
            *_choose(words["choose"]),
            PageBreak(),
            *_year(words["year"]),
        ]

    return page.build(story, page.Head(title=words["title"], on=on, organisation=answers.house.name))


def _first(words: Any) -> list[Any]:
    listed = steps(words["lines"], style=page.KEY)
    return [*section(words["heading"], text(words["lead"]), listed), text(words["loan"])]


def _letters(words: Any) -> list[Any]:
    return section(words["heading"], steps(words["lines"], mark="•"))


def _help(answers: Answers, words: Any, on: date) -> list[Any]:
    """Whom to call. A paper of an earlier day than its numbers were looked up does not say that they were."""
    house = answers.house
    own = [(words["house"], rich(house.name) or BLANK, rich(house.phone) or BLANK)] if plain(house.name) else []
    rows = [*own, *((one["what"], one["who"], one["phone"]) for one in words["numbers"])]
    rows += [(what, BLANK, BLANK) for what in words["local"]]
    widths = [58 * mm, page.WIDTH - 103 * mm, 45 * mm]
    seen = min(one["seen"] for one in words["numbers"])
    told = words["seen"].format(day=formats.day(seen)) if seen <= on else words["not_seen"]
    return section(
        words["heading"],
        table(words["columns"], rows, widths),
        text(words["free"]),
        text(told, page.SMALL),
    )


def _budget(words: Any) -> list[Any]:
    amount, often = 34 * mm, 34 * mm
    widths = [page.WIDTH - 2 * amount - often, amount, often, amount]
    income = [*words["income"], f"<b>{words['income_total']}</b>"]
    expenses = [*words["expenses"], f"<b>{words['expense_total']}</b>"]
    return [
        *section(words["heading"], text(words["lead"])),
        *section(words["income_heading"], _form(words["columns"], income, widths, ROW * 0.82)),
        *section(words["expense_heading"], _form(words["columns"], expenses, widths, ROW * 0.82)),
        _form((), [f"<b>{words['left']}</b>", words["week"]], [page.WIDTH - amount, amount], ROW),
    ]


def _choose(words: Any) -> list[Any]:
    box = 32 * mm
    rows = [*words["things"], *[""] * words["blank"]]
    form = _form(words["columns"], rows, [page.WIDTH - 3 * box, box, box, box], ROW)
    return [*section(words["heading"], text(words["lead"]), form), text(words["after"], page.KEY)]


def _year(words: Any) -> list[Any]:
    widths = [30 * mm, page.WIDTH - 98 * mm, 34 * mm, 34 * mm]
    form = _form(words["columns"], words["months"], widths, ROW * 1.5)
    return [*section(words["heading"], text(words["lead"]), form), text(words["after"], page.KEY)]


def _form(columns: Sequence[str], rows: Sequence[str], widths: Sequence[float], height: float) -> Rows:
    """A form with the names in the first column and room to write beside them; `rows` are markup of ours."""
    data: list[list[Any]] = [[text(one, page.HEADING_CELL) for one in columns]] if columns else []
    data += [[text(one, page.CELL) if one else "", *[""] * (len(widths) - 1)] for one in rows]
    heights = [*([None] if columns else []), *[height] * len(rows)]
    first = 1 if columns else 0
    style = [
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("LEFTPADDING", (0, 0), (-1, -1), 4),
        ("TOPPADDING", (0, 0), (-1, -1), 1),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 1),
        ("GRID", (0, first), (-1, -1), 0.6, page.QUIET),
    ]
    made = Rows(data, colWidths=list(widths), rowHeights=heights, repeatRows=first, style=style, hAlign="LEFT")
    made.spaceAfter = 8
    return made
