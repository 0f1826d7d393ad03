"""*Mad og indkøb i en uge*: for the tenant. The week's money for shopping, an empty plan of meals, an empty list with
room for prices, and a few kind lines. Not signed.

Nobody is compared with anybody: no reference budget of today may be shipped.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from budgetdesk import formats
from budgetdesk.budget.food import FoodFrame, food_frame
from budgetdesk.documents.papers.answers import Answers
from budgetdesk.documents.papers.for_home import big_figures, whom_to_call
from budgetdesk.documents.papers.head import head
from budgetdesk.documents.seals.ink import Ink
from budgetdesk.documents.sheet import page, texts
from budgetdesk.documents.sheet.blocks import Rows, section, side_by_side, steps, text
from budgetdesk.documents.sheet.figures import whole
from budgetdesk.documents.sheet.fonts import rich
from budgetdesk.household.case import Case
from budgetdesk.money import ZERO

# isort: split
from reportlab.lib.units import mm

Typed = Callable[[str], str]
MEAL, LINE = 9.3 * mm, 7 * mm
"""Heights of a row of the plan and of the list: room for a hand."""
PRICE = 20 * mm
MOST_ROWS = 8
"""Rows of the budget that are named."""


def shopping_pdf(case: Case, answers: Answers, *, on: date, ink: Sequence[Ink] = ()) -> bytes:
    """The page: always one. Amounts are rounded to whole kroner (50 øre away from zero), the day's down."""
    del ink
    words = texts.load("indkoeb")
    frame = frame_of(answers, words)

    def story() -> list[Any]:
        return [
            text(words["title"], page.H1),
            text(words["lead"], page.LEAD),
            *_frame(frame, words),
            *section(words["meals"]["heading"], _meals(words["meals"])),
            *section(words["list"]["heading"], _list(words["list"])),
            _below(case, answers, words),
        ]

    return page.build(story, head(case, words["title"], on=on))


def frame_of(answers: Answers, words: Any) -> FoodFrame | None:
    """The week's money for shopping, by the lines that are named in the words."""
    return food_frame(answers.month, words["shop"], words["eaten"])


def _frame(frame: FoodFrame | None, words: Any) -> list[Any]:
    if frame is None:
        return [text(words["none"], page.KEY)]
    return [big_figures(figures(frame, words["figures"])), *(text(one, page.SMALL) for one in told(frame, words))]


def figures(frame: FoodFrame, words: Any) -> list[tuple[str, str]]:
    """The few big ones."""
    shown = [(words["week"], frame.per_week), (words["food"], frame.food_per_week), (words["day"], frame.per_day)]
    return [(label, whole(amount)) for label, amount in shown]


def told(frame: FoodFrame, words: Any, typed: Typed = rich) -> list[str]:
    """What the week is made of, and whether there is less to live on; markup."""
    rows = [f"{typed(one.title)} {formats.amount(one.per_week, oere=False)}" for one in frame.rows[:MOST_ROWS]]
    said = [words["frame"]["made_of"].format(rows=texts.listed(rows))]
    if frame.too_much:
        said.append(words["frame"]["too_much"].format(living=whole(max(frame.for_living, ZERO))))
    return said


def _meals(words: Any) -> Rows:
    first = 24 * mm
    width = (page.WIDTH - first) / 3
    data: list[list[Any]] = [[text(one, page.HEADING_CELL) if one else "" for one in words["columns"]]]
    data += [[text(day, page.CELL), "", "", ""] for day in words["days"]]
    heights = [None, *[MEAL] * len(words["days"])]
    return _boxes(data, [first, width, width, width], heights)


def _list(words: Any) -> Rows:
    item = page.WIDTH / 2 - PRICE
    data: list[list[Any]] = [[text(one, page.HEADING_CELL) for one in words["columns"]]]
    data += [["", "", "", ""] for _ in range(words["rows"])]
    data.append([text(words["total"], page.CELL_BOLD), "", text(words["left"], page.CELL_BOLD), ""])
    return _boxes(data, [item, PRICE, item, PRICE], [None, *[LINE] * (words["rows"] + 1)])


def _boxes(data: list[list[Any]], widths: Sequence[float], heights: Sequence[float | None]) -> Rows:
    """An empty form; its lines stay in black and white."""
    style = [
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("LEFTPADDING", (0, 0), (-1, -1), 4),
        ("TOPPADDING", (0, 0), (-1, -1), 1),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 1),
        ("GRID", (0, 1), (-1, -1), 0.6, page.QUIET),
    ]
    return Rows(data, colWidths=list(widths), rowHeights=list(heights), repeatRows=1, style=style, hAlign="LEFT")


def _below(case: Case, answers: Answers, words: Any) -> Any:
    half = page.WIDTH / 2
    advice = [text(words["advice"]["heading"], page.H2), *steps(advice_lines(words), style=page.CELL, mark="•")]
    made = side_by_side([advice, whom_to_call(case, answers, words["call"])], [half + 8 * mm, half - 8 * mm])
    made.spaceBefore = 6
    return made


def advice_lines(words: Any) -> list[str]:
    """The advice without its sources: those stand with it in the data."""
    return [one["text"] for one in words["advice"]["lines"]]
