"""The sheet `Budget`: what is written on, the sums, and how luft comes of them. Amounts are kr/month in whole øre.

    Kr. om måneden  =IF(Tæller med="ja"; ROUND(Beløb * gange om året / 12; 2); 0)

The buffer (902) counts only as far as there is air, as `budget.month` has it: what it would be stands in a hidden
column, so that no formula asks for itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from budgetdesk import formats
from budgetdesk.budget.chart import LineType
from budgetdesk.budget.expense_rows import BUFFER, PLAN
from budgetdesk.budget.month import MonthBudget
from budgetdesk.budget.workbook_layout import (
    AMOUNT,
    BEFORE_BUFFER,
    BUDGET,
    CODE,
    COLUMNS,
    COUNTS,
    EVIDENCE,
    EVIDENCE_WORDS,
    HEADING_ROW,
    KEY,
    KIND,
    LINE,
    NAME,
    NEED,
    NEED_WORDS,
    NOTE,
    NUMBER,
    PER_MONTH,
    RHYTHM,
    RHYTHM_WORDS,
    TYPE,
    WHOSE,
    RowKind,
)
from budgetdesk.documents.workbooks.budget_workbook_cells import Look, Sheet
from budgetdesk.documents.workbooks.budget_workbook_lists import ONE_OFF, Lists
from budgetdesk.documents.workbooks.budget_workbook_rows import Placed, Placing, Section, need_of
from budgetdesk.household.rhythm import per_month
from budgetdesk.money import LARGEST, ZERO

WIDTHS: Mapping[str, float] = {
    KEY.letter: 24, KIND.letter: 12, CODE.letter: 10, NUMBER.letter: 6, LINE.letter: 32, NAME.letter: 19,
    WHOSE.letter: 16, AMOUNT.letter: 12, RHYTHM.letter: 16, PER_MONTH.letter: 13, NEED.letter: 13, EVIDENCE.letter: 10,
    COUNTS.letter: 8, NOTE.letter: 28, BEFORE_BUFFER.letter: 12, TYPE.letter: 10,
}  # fmt: skip
_RIGHT = frozenset({AMOUNT.letter, PER_MONTH.letter})
LEFT, TOP = LINE.letter, 3


@dataclass(frozen=True, kw_only=True)
class BudgetSheet:
    """What the sheet is made of."""

    sheet: Sheet
    words: Mapping[str, Any]
    placing: Placing
    lists: Lists
    month: MonthBudget
    on: date
    number: str = ""
    footer: str = ""
    plan_cell: str = ""
    """Where the next instalment on the arrears stands; "" without one."""

    def write(self) -> None:
        """All of it."""
        self._head()
        for section in self.placing.sections:
            self._section(section)
        self._below()
        self._checks()
        hidden = [one.letter for one in COLUMNS if one.hidden]
        self.sheet.widths(WIDTHS, hidden)
        last = self.placing.below + 8
        self.sheet.finish(
            area=f"A1:{TYPE.letter}{last}",
            heading=HEADING_ROW,
            landscape=True,
            footer=self.footer,
        )

    @property
    def _number(self) -> str:
        return str(self.words["number"].format(number=self.number))

    def _head(self) -> None:
        words, sheet = self.words, self.sheet
        sheet.text("D1", f"{words['title']} · {self._number}" if self.number else words["title"], Look.TITLE)
        sheet.text(f"{AMOUNT.letter}1", words["on"].format(day=formats.day(self.on)), Look.HINT)
        sheet.text("D2", words["hint"], Look.HINT)
        figures = (
            (LINE, "income", 1, self.month.income_per_month),
            (NAME, "expenses", 0, self.month.expenses_per_month),
            (WHOSE, "before_food", 3, self.month.raadighedsbeloeb),
            (AMOUNT, "luft", 7, self.month.luft),
            (RHYTHM, "week", 8, self.month.for_living_per_week),
        )
        sheet.height(1, 24)
        sheet.height(TOP, 32)
        for column, key, down, value in figures:
            sheet.text(f"{column.letter}{TOP}", words["top"][key], Look.HEADING_RIGHT)
            asked = f"={PER_MONTH.letter}{self.placing.below + down}" if down else f"=ROUND({self._all_expenses},2)"
            sheet.formula(f"{column.letter}{TOP + 1}", asked, value, Look.KR_BIG)
        rows = self.placing.income
        written = sum(1 for one in rows.rows if one.row is not None and one.row.amount is not None)
        asked = f'=IF(COUNT({self._span(AMOUNT.letter, rows)})=0,"{words["no_income"]}","")'
        sheet.formula(f"{LINE.letter}{TOP + 2}", asked, "" if written else words["no_income"], Look.WARNING)
        for column in COLUMNS:
            look = Look.HEADING_RIGHT if column.letter in _RIGHT else Look.HEADING
            sheet.text(f"{column.letter}{HEADING_ROW}", column.heading, look)
        sheet.height(HEADING_ROW, 32)

    @property
    def _all_expenses(self) -> str:
        return "+".join(f"{PER_MONTH.letter}{one.sum}" for one in self.placing.expenses)

    def _span(self, letter: str, section: Section) -> str:
        return f"{letter}{section.first}:{letter}{section.last}"

    def _section(self, section: Section) -> None:
        sheet = self.sheet
        for column in COLUMNS:
            if not column.hidden:
                sheet.text(f"{column.letter}{section.heading}", "", Look.SECTION)
        sheet.text(f"{NUMBER.letter}{section.heading}", section.title, Look.SECTION)
        for placed in (*section.rows, *section.free):
            self._row(placed, section)
        for column in COLUMNS:
            if not column.hidden:
                sheet.text(f"{column.letter}{section.sum}", "", Look.TEXT_SUM)
        total = self.words["section"]["sum"].format(title=section.title)
        sheet.text(f"{LINE.letter}{section.sum}", total, Look.TEXT_SUM)
        asked = f"=ROUND(SUM({self._span(PER_MONTH.letter, section)}),2)" if section.last >= section.first else "=0"
        sheet.formula(f"{PER_MONTH.letter}{section.sum}", asked, section.total, Look.KR_SUM)

    def _row(self, placed: Placed, section: Section) -> None:
        row, at, sheet = placed.row, placed.at, self.sheet
        sheet.text(f"{KEY.letter}{at}", placed.key)
        sheet.text(f"{KIND.letter}{at}", placed.kind.value)
        self._who(placed, section)
        self._amount(placed)
        self._rhythm(placed)
        need, evidence = need_of(placed), row.evidence if row is not None and "evidence" in placed.may else None
        self._word(placed, NEED.letter, "need", NEED_WORDS[need] if need else "")
        self._word(placed, EVIDENCE.letter, "evidence", EVIDENCE_WORDS[evidence] if evidence else "")
        self._counts(placed)
        self._per_month(placed, section)
        self._note(placed)

    def _who(self, placed: Placed, section: Section) -> None:
        row, at, sheet = placed.row, placed.at, self.sheet
        sheet.text(f"{NUMBER.letter}{at}", placed.number, Look.CENTRE)
        if row is None:
            sheet.blank(f"{LINE.letter}{at}", Look.PUT_TEXT)
            line = f"{LINE.letter}{at}"
            sheet.formula(f"{CODE.letter}{at}", f'=IFERROR({self.lists.of_line(line, "code")},"")', "", Look.TEXT)
            sheet.formula(f"{TYPE.letter}{at}", f'=IFERROR({self.lists.of_line(line, "type")},"")', "", Look.TEXT)
        else:
            sheet.text(f"{LINE.letter}{at}", placed.line)
            sheet.text(f"{CODE.letter}{at}", row.code)
            kind = row.type.value if row.type is not None and row.path != "expenses" else ""
            sheet.text(f"{TYPE.letter}{at}", "income" if section.income else kind)
        self._word(placed, NAME.letter, "name", placed.name)
        self._word(placed, WHOSE.letter, "whose", placed.whose)

    def _word(self, placed: Placed, letter: str, field: str, word: str) -> None:
        self.sheet.text(f"{letter}{placed.at}", word, Look.PUT_TEXT if field in placed.may else Look.TEXT)

    def _amount(self, placed: Placed) -> None:
        row, cell, sheet = placed.row, f"{AMOUNT.letter}{placed.at}", self.sheet
        amount = row.amount if row is not None else None
        if placed.same_as is not None:
            there = f"{AMOUNT.letter}{placed.same_as}"
            sheet.formula(cell, f'=IF({there}="","",{there})', "" if amount is None else amount)
        elif row is not None and row.path == "expenses":
            asked = f"=ROUND(SUMIFS({self._expense_column(PER_MONTH.letter)},{self._expense_column(TYPE.letter)},"
            sheet.formula(cell, f'{asked}"{LineType.RESERVE.value}"),2)', amount or ZERO)
        elif row is not None and row.code == PLAN and self.plan_cell and row.path == "agreement.instalments":
            sheet.formula(cell, f"={self.plan_cell}", amount or ZERO)
        elif amount is None:
            sheet.blank(cell, Look.PUT_KR if "amount" in placed.may else Look.KR)
        else:
            sheet.number(cell, amount, Look.PUT_KR if "amount" in placed.may else Look.KR)

    def _expense_column(self, letter: str, until: int | None = None) -> str:
        """A column over all rows of expense; `until` a row, that one left out."""
        first = self.placing.expenses[0].first
        return f"${letter}${first}:${letter}${(until or self.placing.expenses[-1].sum) - 1}"

    def _rhythm(self, placed: Placed) -> None:
        row, cell = placed.row, f"{RHYTHM.letter}{placed.at}"
        word = RHYTHM_WORDS[row.rhythm] if row is not None else ""
        if placed.same_as is not None:
            self.sheet.formula(cell, f"={RHYTHM.letter}{placed.same_as}", word, Look.TEXT)
        else:
            self._word(placed, RHYTHM.letter, "rhythm", word)

    def _counts(self, placed: Placed) -> None:
        cell, yes, no = f"{COUNTS.letter}{placed.at}", self.words["yes"], self.words["no"]
        if placed.fixed_no:
            self.sheet.text(cell, no, Look.CENTRE)
            return
        asked = [f"ISNUMBER({AMOUNT.letter}{placed.at})", f"{self._times(placed)}>0"]
        if placed.row is None:
            asked.append(f'{CODE.letter}{placed.at}<>""')
            if placed.kind is RowKind.NEW_INCOME:
                asked += [f'{TYPE.letter}{placed.at}<>"{ONE_OFF}"', self._of_household(placed)]
        counts = placed.row is not None and placed.row.counts and placed.row.rhythm.times_a_year > 0
        value = yes if counts else no
        if placed.row is None:
            started = f'AND({LINE.letter}{placed.at}="",{AMOUNT.letter}{placed.at}="")'
            self.sheet.formula(cell, f'=IF({started},"",IF(AND({",".join(asked)}),"{yes}","{no}"))', "", Look.CENTRE)
        else:
            self.sheet.formula(cell, f'=IF(AND({",".join(asked)}),"{yes}","{no}")', value, Look.CENTRE)

    def _of_household(self, placed: Placed) -> str:
        """Whether a new income is the household's own, as a formula."""
        if not self.lists.persons:
            return "TRUE"
        whose, line = f"{WHOSE.letter}{placed.at}", f"{LINE.letter}{placed.at}"
        child = f"IFERROR({self.lists.of_line(line, 'child')},0)=1"
        return f'OR({whose}="",{self.lists.ours(whose)}=1,{child})'

    def _times(self, placed: Placed) -> str:
        return f"IFERROR({self.lists.times_a_year(f'{RHYTHM.letter}{placed.at}')},0)"

    def _per_month(self, placed: Placed, section: Section) -> None:
        at, sheet, row = placed.at, self.sheet, placed.row
        look = Look.KR_OR_NOTHING if row is None else Look.KR
        cell, before = f"{PER_MONTH.letter}{at}", f"{BEFORE_BUFFER.letter}{at}"
        if placed.fixed_no:
            sheet.number(cell, ZERO, look)
            sheet.number(before, ZERO)
            return
        sign = "-" if placed.minus else ""
        if row is None and not section.income:
            sign = f"IFERROR({self.lists.of_line(f'{LINE.letter}{at}', 'sign')},1)*"
        yes = f'{COUNTS.letter}{at}="{self.words["yes"]}"'
        whole = f"IF({yes},{sign}ROUND({AMOUNT.letter}{at}*{self._times(placed)}/12,2),0)"
        may_be_buffer = row.code == BUFFER if row is not None else self._offers_buffer(section)
        if not may_be_buffer:
            sheet.formula(cell, f"={whole}", placed.per_month, look)
            sheet.formula(before, f"={cell}", placed.per_month)
            return
        raw = per_month(row.amount, row.rhythm) if row is not None and row.counts and row.amount is not None else ZERO
        sheet.formula(before, f"={whole}", raw)
        sheet.formula(cell, f"={self._within_air(at, free=row is None)}", placed.per_month, look)

    def _offers_buffer(self, section: Section) -> bool:
        return any(one.group == section.key and one.code == BUFFER for one in self.lists.entries)

    def _within_air(self, at: int, *, free: bool) -> str:
        """What of a buffer there is air for: less all other expenses, and the buffers above it."""
        before, codes = self._expense_column(BEFORE_BUFFER.letter), self._expense_column(CODE.letter)
        first, air = self.placing.expenses[0].first, f"{PER_MONTH.letter}{self.placing.income.sum}"
        air = f'{air}-SUMIFS({before},{codes},"<>{BUFFER}")'
        if at > first:
            above = self._expense_column(PER_MONTH.letter, until=at)
            air = f'{air}-SUMIFS({above},{self._expense_column(CODE.letter, until=at)},"{BUFFER}")'
        raw = f"{BEFORE_BUFFER.letter}{at}"
        fitted = f"MAX(0,MIN({raw},ROUND({air},2)))"
        return f'IF({CODE.letter}{at}="{BUFFER}",{fitted},{raw})' if free else fitted

    def _note(self, placed: Placed) -> None:
        cell, at, row, words = f"{NOTE.letter}{placed.at}", placed.at, placed.row, self.words["note"]
        if placed.fixed_no:
            self.sheet.text(cell, placed.fixed_no, Look.NOTE)
            return
        known = f"ISNUMBER({AMOUNT.letter}{at})"
        times = f"IFERROR({self.lists.times_a_year(f'{RHYTHM.letter}{at}')},-1)"
        rest = f'IF({times}<0,"{words["rhythm"]}",IF({times}=0,"{words["once"]}",{self._last_note(placed)}))'
        asked = f'IF({known},{rest},"{words["amount"]}")'
        if row is None:
            started = f'AND({LINE.letter}{at}="",{AMOUNT.letter}{at}="")'
            asked = f'IF({started},"",IF({CODE.letter}{at}="","{words["line"]}",{asked}))'
            value = ""
        elif row.amount is None:
            value = words["amount"]
        elif row.rhythm.times_a_year == 0:
            value = words["once"]
        else:
            value = placed.note or (words["buffer"] if self._is_cut(row) else "")
        self.sheet.formula(cell, f"={asked}", value, Look.NOTE)

    def _last_note(self, placed: Placed) -> str:
        """What is said where nothing is missing, as a formula."""
        at, words = placed.at, self.words["note"]
        if placed.note:
            return _quoted(placed.note)
        if placed.row is not None and placed.row.code == BUFFER:
            return f'IF({PER_MONTH.letter}{at}<{BEFORE_BUFFER.letter}{at},"{words["buffer"]}","")'
        if placed.kind is RowKind.NEW_INCOME:
            return f'IF({COUNTS.letter}{at}="{self.words["no"]}","{words["not_ours"]}","")'
        return '""'

    def _is_cut(self, row: Any) -> bool:
        return row.code == BUFFER and row.amount is not None and row.per_month < per_month(row.amount, row.rhythm)

    def _below(self) -> None:
        """How luft comes of the rows, and the names of the figures."""
        at, words, month = self.placing.below, self.words["below"], self.month
        sheet, column = self.sheet, PER_MONTH.letter
        for letter in (one.letter for one in COLUMNS if not one.hidden):
            sheet.text(f"{letter}{at}", "", Look.SECTION)
        sheet.text(f"{NUMBER.letter}{at}", words["heading"], Look.SECTION)

        def of(kind: LineType) -> tuple[str, Decimal]:
            asked = f'SUMIFS({self._expense_column(column)},{self._expense_column(TYPE.letter)},"{kind.value}")'
            value = sum((row.per_month for row in month.expenses if row.counts and row.type is kind), ZERO)
            return f"=ROUND({asked},2)", value

        living = month.raadighedsbeloeb - of(LineType.RESERVE)[1]
        rows = (
            ("income", f"={column}{self.placing.income.sum}", month.income_per_month),
            ("fixed", *of(LineType.FIXED)),
            ("before_food", f"=ROUND({column}{at + 1}-{column}{at + 2},2)", month.raadighedsbeloeb),
            ("reserve", *of(LineType.RESERVE)),
            ("living", f"=ROUND({column}{at + 3}-{column}{at + 4},2)", living),
            ("variable", *of(LineType.VARIABLE)),
            ("luft", f"=ROUND({column}{at + 5}-{column}{at + 6},2)", month.luft),
            ("week", f"=ROUND({column}{at + 5}*12/52,2)", month.for_living_per_week),
        )
        for down, (key, asked, value) in enumerate(rows, 1):
            strong = key in ("before_food", "living", "luft")
            sheet.text(f"{LINE.letter}{at + down}", words[key], Look.STRONG if strong else Look.TEXT)
            sheet.formula(f"{column}{at + down}", asked, value, Look.KR_STRONG if strong else Look.KR)
            sheet.text(f"{NEED.letter}{at + down}", "", Look.TEXT)
            sheet.text(f"{NOTE.letter}{at + down}", words.get(f"of_{key}", ""), Look.NOTE)

    def _checks(self) -> None:
        """What may be written in each cell."""
        words = self.words["check"]
        told, told_amount = (words["title"], words["list"]), (words["title"], words["amount"])
        for section in self.placing.sections:
            for placed in (*section.rows, *section.free):
                at, may = placed.at, placed.may
                if "amount" in may:
                    below = placed.row is not None and (placed.row.amount or ZERO) < ZERO
                    self.sheet.only_amounts(f"{AMOUNT.letter}{at}", LARGEST, told_amount, below_zero=below)
                lists = {
                    RHYTHM.letter: ("rhythm", self.lists.rhythm_words),
                    NEED.letter: ("need", self.lists.need_words),
                    EVIDENCE.letter: ("evidence", self.lists.evidence_words),
                }
                for letter, (field, source) in lists.items():
                    if field in may:
                        self.sheet.only(f"{letter}{at}", f"={source}", told)
            self._checks_of_free(section, told)

    def _checks_of_free(self, section: Section, told: tuple[str, str]) -> None:
        if not section.free:
            return
        first, last = section.free[0].at, section.free[-1].at
        cells = f"{LINE.letter}{first}:{LINE.letter}{last}"
        self.sheet.only(cells, f"={self.lists.line_words(section.key)}", told)
        if section.income and self.lists.person_words:
            self.sheet.only(f"{WHOSE.letter}{first}:{WHOSE.letter}{last}", f"={self.lists.person_words}", told)


def cell_of(placed: Placed, letter: str) -> str:
    """A cell of the sheet, as the formulas of other sheets name it."""
    return f"{BUDGET}!${letter}${placed.at}"


def _quoted(text: str) -> str:
    """A text inside a formula."""
    doubled = text.replace('"', '""')
    return f'"{doubled}"'
