"""The budget and the plan as an Excel file whose figures work themselves out, one sheet for each who counts.

What is on it is described in `budget.workbook_layout`; `docs/excel.md` tells it to advisers. Danish, like every paper.
Made in memory; the same facts give the same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from budgetdesk import formats
from budgetdesk.budget.chart import Chart
from budgetdesk.budget.lenses import Yardsticks
from budgetdesk.budget.workbook_layout import (
    ABOUT,
    BUDGET,
    DATA,
    MONTHS,
    PER_MONTH,
    PLAN,
    ROW_HEADINGS,
    ROWS_BEGIN,
    Stamp,
    case_mark,
)
from budgetdesk.documents.papers.answers import Answers
from budgetdesk.documents.sheet import texts
from budgetdesk.documents.workbooks.budget_workbook_about import write_about
from budgetdesk.documents.workbooks.budget_workbook_budget import BudgetSheet
from budgetdesk.documents.workbooks.budget_workbook_cells import Book, Sheet
from budgetdesk.documents.workbooks.budget_workbook_lens_parts import Household
from budgetdesk.documents.workbooks.budget_workbook_lenses import write_lenses
from budgetdesk.documents.workbooks.budget_workbook_lists import lists_of, write_lists
from budgetdesk.documents.workbooks.budget_workbook_plan import Agreed, agreed_of, write_plan
from budgetdesk.documents.workbooks.budget_workbook_rows import Placing, place, short
from budgetdesk.documents.workbooks.budget_workbook_year import Ahead, write_year
from budgetdesk.household.case import Case
from budgetdesk.planning.policy import Policy
from budgetdesk.planning.year import with_agreed, year_of
from budgetdesk.wording.key_figures import income_is_known

NAMES = {"Indtaegter": 1, "Raadighedsbeloeb": 3, "Luft": 7, "Til_at_leve_for_pr_uge": 8}
"""Names of cells under the budget, and how far down from the heading there."""


@dataclass(frozen=True, kw_only=True)
class Premises:
    """What the program knows beside the case."""

    chart: Chart
    yardsticks: Yardsticks
    policy: Policy
    version: str
    """Of the program."""


def budget_workbook(
    case: Case, answers: Answers, premises: Premises, *, with_number: bool = False, store: str = ""
) -> bytes:
    """The file. `with_number`: the case's number stands in it; `store`: the case's id in the store."""
    words, number = texts.load("regneark"), short(case.info.number) if with_number else ""
    placing = place(case, premises.chart, answers.month, words["section"]["income"], on=answers.on)
    rules, agreed = premises.yardsticks.rules, agreed_of(case, answers.plan)
    lists, footer = lists_of(case, premises.chart, rules), _footer(answers, words, number)
    book = Book(words["title"], answers.on)
    BudgetSheet(
        sheet=book.sheet(BUDGET), words=words, placing=placing, lists=lists, month=answers.month, on=answers.on,
        number=number, footer=footer, plan_cell=_next_instalment(case, agreed, answers),
    ).write()  # fmt: skip
    household = Household(
        case=case, month=answers.month, yardsticks=premises.yardsticks, placing=placing, lists=lists, on=answers.on,
        words=words, footer=footer,
    )  # fmt: skip
    write_lenses(book, household)
    write_plan(book.sheet(PLAN), agreed, placing, answers.month.luft, words, footer)
    write_year(book.sheet(MONTHS), _ahead(case, answers, premises, placing, agreed, words), words, footer)
    stamp = Stamp(
        program=premises.version, on=answers.on, number=number, case=case_mark(case), store=store
    )  # fmt: skip
    write_about(book.sheet(ABOUT), answers.month.lenses, stamp, words, footer)
    write_lists(book, lists, case, rules)
    _data(book.sheet(DATA), stamp, placing)
    for name, down in NAMES.items():
        book.define(name, BUDGET, f"{PER_MONTH.letter}{placing.below + down}")
    return book.content()


def _footer(answers: Answers, words: Mapping[str, Any], number: str) -> str:
    """Below every page; `&` is a sign of its own there."""
    about = [
        words["on"].format(day=formats.day(answers.on)),
        *([words["number"].format(number=number)] if number else []),
    ]
    return f"&L{' · '.join(about).replace('&', '&&')}&R{words['footer']}"


def _next_instalment(case: Case, agreed: Agreed | None, answers: Answers) -> str:
    """Where the instalment stands that the budget counts next; "" without one."""
    chosen = case.agreement.instalments if case.agreement else ()
    coming = sorted((one for one in chosen if one.due >= answers.on), key=lambda one: one.due)
    return agreed.cell(coming[0]) if agreed is not None and coming else ""


def _ahead(
    case: Case, answers: Answers, premises: Premises, placing: Placing, agreed: Agreed | None, words: Mapping[str, Any]
) -> Ahead | None:
    """The year, where any income is written: without one there is nothing to plan with."""
    flow = with_agreed(case, answers.ahead, answers.plan)
    year = year_of(case, flow) if flow is not None and income_is_known(answers.month) else None
    if flow is None or year is None:
        return None
    return Ahead(
        case=case, chart=premises.chart, policy=premises.policy, flow=flow, year=year, placing=placing, agreed=agreed,
        on=answers.on, words=words,
    )  # fmt: skip


def _data(sheet: Sheet, stamp: Stamp, placing: Placing) -> None:
    """What the way back goes by: texts all of them."""
    for at, (name, text) in enumerate(stamp.cells(), 1):
        sheet.text(f"A{at}", name)
        sheet.text(f"B{at}", text)
    rows = [one.written.cells() for one in placing.rows if one.key]
    for at, cells in enumerate([ROW_HEADINGS, *rows], ROWS_BEGIN):
        for letter, text in zip("ABCDEFGHI", cells, strict=True):
            sheet.text(f"{letter}{at}", text)
    sheet.protect()
    sheet.hide(very=True)
