"""What the sheets of those who count the same budget are made of: their columns, and the household they count."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from budgetdesk.budget.lenses import Yardsticks
from budgetdesk.budget.month import MonthBudget
from budgetdesk.documents.workbooks.budget_workbook_cells import Look, Sheet
from budgetdesk.documents.workbooks.budget_workbook_lists import Lists
from budgetdesk.documents.workbooks.budget_workbook_rows import Placing
from budgetdesk.household.case import Case

HEADING = 5
NUMBER, LINE, OWN, HOW, COUNTED, WHY = "ABCDEF"
WIDTHS = {NUMBER: 6, LINE: 38, OWN: 14, HOW: 14, COUNTED: 14, WHY: 34}


@dataclass(frozen=True, kw_only=True)
class Household:
    """What the sheets are made of."""

    case: Case
    month: MonthBudget
    yardsticks: Yardsticks
    placing: Placing
    lists: Lists
    on: date
    words: Mapping[str, Any]
    footer: str = ""


@dataclass
class At:
    """The next row, counted from 1."""

    row: int = HEADING

    def next(self) -> int:
        self.row += 1
        return self.row


def section_heading(sheet: Sheet, at: int, title: str) -> None:
    for letter in WIDTHS:
        sheet.text(f"{letter}{at}", title if letter == NUMBER else "", Look.SECTION)
