"""The sheet `12 måneder`: in, out and left in each month, from the pay days. kr in whole øre.

The figures are those of the day curve (`planning.year`). To the right of the table stands how many times the amount
falls in each month; the table is that number times the amount on the sheet `Budget`. Where it falls otherwise than so
(a child that grows up, a last instalment, everyday money by the day), the number is no whole one. Who changes how often
something is paid in the sheet gets its share in every month, as the program does where the days are not known.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from budgetdesk.budget.chart import Chart, LineType
from budgetdesk.budget.workbook_layout import AMOUNT, BUDGET, PER_MONTH, RHYTHM, RHYTHM_WORDS, TYPE
from budgetdesk.dates import Month
from budgetdesk.documents.workbooks.budget_workbook_budget import cell_of
from budgetdesk.documents.workbooks.budget_workbook_cells import Look, Sheet
from budgetdesk.documents.workbooks.budget_workbook_plan import Agreed
from budgetdesk.documents.workbooks.budget_workbook_rows import Placed, Placing, Section
from budgetdesk.household.case import Case
from budgetdesk.money import ZERO, to_oere
from budgetdesk.planning.liquidity import Flow, kroner_of
from budgetdesk.planning.moves import MoveKind
from budgetdesk.planning.pay_plan import is_income
from budgetdesk.planning.policy import Policy, least_per_week
from budgetdesk.planning.rows import has_own_day, is_for_living
from budgetdesk.planning.year import YearAhead

HEADING = 4
_LINE, _SUM, _OF = "A", "N", "P"
_MONTHS = "BCDEFGHIJKLM"
_FALLS = ("Q", "R", "S", "T", "U", "V", "W", "X", "Y", "Z", "AA", "AB")
Values = tuple[Decimal, ...]


@dataclass(frozen=True, kw_only=True)
class Ahead:
    """What the sheet is made of."""

    case: Case
    chart: Chart
    policy: Policy
    flow: Flow
    year: YearAhead
    placing: Placing
    agreed: Agreed | None
    on: date
    words: Mapping[str, Any]

    @property
    def months(self) -> tuple[Month, ...]:
        return tuple(one.month for one in self.year.months)


def write_year(sheet: Sheet, ahead: Ahead | None, words: Mapping[str, Any], footer: str) -> None:
    """The sheet; without enough figures it says so."""
    told = words["months"]
    sheet.text("A1", told["title"], Look.TITLE)
    sheet.height(1, 24)
    sheet.widths({_LINE: 34, **dict.fromkeys(_MONTHS, 11.5), _SUM: 13, "O": 3, _OF: 14, **dict.fromkeys(_FALLS, 8)})
    if ahead is None:
        sheet.text("A3", told["none"], Look.HINT)
        sheet.finish(area="A1:N3", landscape=True, footer=footer)
        return
    sheet.text("A2", f"{told['lead']} {told['note']}", Look.HINT)
    last = _Table(sheet=sheet, ahead=ahead, told=told).write()
    sheet.finish(area=f"A1:{_SUM}{last}", heading=HEADING, landscape=True, footer=footer)


@dataclass(frozen=True, kw_only=True)
class _Table:
    sheet: Sheet
    ahead: Ahead
    told: Mapping[str, Any]

    def write(self) -> int:
        """All rows; the last one."""
        sheet, told, months = self.sheet, self.told, self.ahead.year.months
        sheet.text(f"{_LINE}{HEADING}", told["line"], Look.HEADING)
        sheet.text(f"{_SUM}{HEADING}", told["sum"], Look.HEADING_RIGHT)
        sheet.text(f"{_OF}{HEADING}", told["falls"], Look.HEADING)
        sheet.height(HEADING, 48)
        for letter, month in zip(_MONTHS, self.ahead.months, strict=True):
            sheet.day(f"{letter}{HEADING}", month.first, Look.MONTH)
        for letter, there in zip(_FALLS, _MONTHS, strict=True):
            sheet.formula(f"{letter}{HEADING}", f"={there}{HEADING}", self._day(there), Look.MONTH)
        moved = _moved(self.ahead)
        at = self._side(HEADING + 1, "income", moved, income=True)
        income = at
        at = self._side(at + 2, "expenses", moved, income=False)
        expenses, left = at, at + 2
        self._row(left, told["left"], Look.KR_STRONG)
        running = ZERO
        self._row(left + 1, told["running"], Look.KR)
        for number, (letter, ahead) in enumerate(zip(_MONTHS, months, strict=True)):
            value = kroner_of(ahead.left)
            running += value
            sheet.formula(f"{letter}{left}", f"=ROUND({letter}{income}-{letter}{expenses},2)", value, Look.KR_STRONG)
            before = f"{_MONTHS[number - 1]}{left + 1}+" if number else ""
            sheet.formula(f"{letter}{left + 1}", f"=ROUND({before}{letter}{left},2)", running)
        self._total(left, kroner_of(self.ahead.year.left), Look.KR_STRONG)
        return left + 1

    def _day(self, letter: str) -> date:
        return self.ahead.months[_MONTHS.index(letter)].first

    def _row(self, at: int, title: str, look: Look) -> None:
        strong = {Look.KR_STRONG: Look.STRONG, Look.KR_SUM: Look.TEXT_SUM}
        self.sheet.text(f"{_LINE}{at}", title, strong.get(look, Look.TEXT))

    def _total(self, at: int, value: Decimal, look: Look = Look.KR) -> None:
        self.sheet.formula(f"{_SUM}{at}", f"=ROUND(SUM({_MONTHS[0]}{at}:{_MONTHS[-1]}{at}),2)", value, look)

    def _side(self, at: int, key: str, moved: Mapping[tuple[str, bool], Values], *, income: bool) -> int:
        """One side, its heading at `at`; the row of its sum."""
        sheet, told = self.sheet, self.told
        for letter in (_LINE, *_MONTHS, _SUM):
            sheet.text(f"{letter}{at}", "", Look.SECTION)
        sheet.text(f"{_LINE}{at}", told[key], Look.SECTION)
        first, sums = at + 1, [ZERO] * len(_MONTHS)
        for placed in self.ahead.placing.rows:
            values = moved.get((_fact(placed.key), income)) if placed.key else None
            if values is not None and any(values):
                at += 1
                self._line(at, placed, values)
                sums = [one + more for one, more in zip(sums, values, strict=True)]
        others = self._income_too if income else self._expenses_too
        for title, write, values in others(moved):
            at += 1
            self._row(at, title, Look.KR)
            write(at, values)
            self._total(at, sum(values, ZERO))
            sums = [one + more for one, more in zip(sums, values, strict=True)]
        for letter in (_LINE, *_MONTHS, _SUM):
            sheet.text(f"{letter}{at + 1}", "", Look.TEXT_SUM)
        self._row(at + 1, told[f"{key}_sum"], Look.KR_SUM)
        for letter, value in zip(_MONTHS, sums, strict=True):
            sheet.formula(f"{letter}{at + 1}", f"=ROUND(SUM({letter}{first}:{letter}{at}),2)", value, Look.KR_SUM)
        self._total(at + 1, sum(sums, ZERO), Look.KR_SUM)
        return at + 1

    def _line(self, at: int, placed: Placed, values: Values) -> None:
        """One row of the budget: how many times it falls, times its amount."""
        row = placed.row
        assert row is not None  # noqa: S101 - free rows have no key
        self._row(at, f"{placed.line}: {placed.name}" if placed.name else placed.line, Look.KR)
        amount, share = row.amount or ZERO, placed.per_month
        by_month = not _whole(values, amount) and bool(share) and (_whole(values, share) or not amount)
        base = share if by_month else amount
        if not base:
            self._plain(at, values)
        else:
            cell = cell_of(placed, PER_MONTH.letter if by_month else AMOUNT.letter)
            rhythm = "" if by_month else f'{cell_of(placed, RHYTHM.letter)}="{RHYTHM_WORDS[row.rhythm]}"'
            self.sheet.text(f"{_OF}{at}", self.told["of_month" if by_month else "of_amount"], Look.NOTE)
            for letter, falls, value in zip(_MONTHS, _FALLS, values, strict=True):
                self.sheet.number(f"{falls}{at}", value / base, Look.NUMBER)
                asked = f"ROUND({falls}{at}*{cell},2)"
                if rhythm:
                    asked = f"IF({rhythm},{asked},{cell_of(placed, PER_MONTH.letter)})"
                self.sheet.formula(f"{letter}{at}", f"={asked}", value, Look.KR_OR_NOTHING)
        self._total(at, sum(values, ZERO))

    def _plain(self, at: int, values: Values) -> None:
        for letter, value in zip(_MONTHS, values, strict=True):
            self.sheet.number(f"{letter}{at}", value, Look.KR_OR_NOTHING)

    def _each(self, formula: str) -> Callable[[int, Values], None]:
        """The same formula in every month; `{letter}` is the month's column."""

        def write(at: int, values: Values) -> None:
            for letter, value in zip(_MONTHS, values, strict=True):
                self.sheet.formula(f"{letter}{at}", formula.format(letter=letter), value, Look.KR_OR_NOTHING)

        return write

    def _income_too(self, moved: object) -> Iterable[tuple[str, Callable[[int, Values], None], Values]]:
        del moved
        amounts = _free(self.ahead.placing.income, PER_MONTH.letter)
        yield self.told["new_income"], self._each(f"=SUM({amounts})"), _NOTHING

    def _expenses_too(
        self, moved: Mapping[tuple[str, bool], Values]
    ) -> Iterable[tuple[str, Callable[[int, Values], None], Values]]:
        told, agreed = self.told, self.ahead.agreed
        yield told["everyday"], self._everyday, moved.get((MoveKind.EVERYDAY, False), _NOTHING)
        savings = moved.get((MoveKind.RESERVE, False))
        if savings is not None:
            yield told["savings"], self._plain, savings
        if agreed is not None and agreed.accepted:
            days, amounts = agreed.column("C"), agreed.column("D")
            head = f"{{letter}}${HEADING}"
            asked = f'=SUMIFS({amounts},{days},">="&{head},{days},"<"&EDATE({head},1))'
            yield told["instalments"], self._each(asked), moved.get((MoveKind.INSTALMENT, False), _NOTHING)
        free = [section for section in self.ahead.placing.expenses if section.free]
        every = "+".join(f"SUM({_free(one, PER_MONTH.letter)})" for one in free)
        yield told["new_expenses"], self._each(f"={every}-({_free_everyday(free)})"), _NOTHING

    def _everyday(self, at: int, values: Values) -> None:
        """Everyday money by the day: the month's of the budget, or the least there must be, times a number."""
        spread, own = _everyday_rows(self.ahead)
        least = to_oere(least_per_week(self.ahead.policy, self.ahead.case, self.ahead.on) * 52 / 12)
        left = to_oere(least - sum((one.per_month for one in own), ZERO))
        base = max(sum((one.per_month for one in spread), ZERO), left)
        if not base:
            self._plain(at, values)
            return
        free = [section for section in self.ahead.placing.expenses if section.free]
        asked = f"MAX({_added(spread)}+{_free_everyday(free)},{least}-({_added(own)}))"
        self.sheet.formula(f"{_OF}{at}", f"=ROUND({asked},2)", base, Look.KR)
        for letter, falls, value in zip(_MONTHS, _FALLS, values, strict=True):
            self.sheet.number(f"{falls}{at}", value / base, Look.NUMBER)
            self.sheet.formula(f"{letter}{at}", f"=ROUND({falls}{at}*${_OF}{at},2)", value)


_NOTHING: Values = (ZERO,) * 12


def _moved(ahead: Ahead) -> Mapping[tuple[str, bool], Values]:
    """What moves in each month, by its fact (or its kind, without one) and whether it is income; out is positive."""
    at = {month: number for number, month in enumerate(ahead.months)}
    found: dict[tuple[str, bool], list[int]] = defaultdict(lambda: [0] * len(at))
    for move in ahead.flow.moves:
        number = at.get(Month.of(move.day))
        if number is not None:
            income = is_income(move, ahead.case)
            found[move.path or move.kind.value, income][number] += move.oere if income else -move.oere
    return {key: tuple(map(kroner_of, values)) for key, values in found.items()}


def _fact(key: str) -> str:
    """The fact a move comes from, of the fact that holds its amount."""
    return key.rpartition(".")[0] if "[" in key else key


def _whole(values: Sequence[Decimal], base: Decimal) -> bool:
    return bool(base) and all(value % base == ZERO for value in values)


def _everyday_rows(ahead: Ahead) -> tuple[list[Placed], list[Placed]]:
    """The everyday lines without a day of their own, and those with one."""
    spread: list[Placed] = []
    own: list[Placed] = []
    facts = {f"expenses[{one.id}].amount": one for one in ahead.case.expenses}
    for placed in ahead.placing.rows:
        fact = facts.get(placed.key)
        if fact is not None and is_for_living(fact, ahead.chart.lines.get(fact.line)):
            (own if has_own_day(fact) else spread).append(placed)
    return spread, own


def _added(rows: Sequence[Placed]) -> str:
    return "+".join(cell_of(one, PER_MONTH.letter) for one in rows) or "0"


def _free(section: Section, letter: str) -> str:
    """A column of the free rows of a section."""
    return f"{BUDGET}!${letter}${section.free[0].at}:${letter}${section.free[-1].at}"


def _free_everyday(sections: Sequence[Section]) -> str:
    """What the free rows have of everyday money."""
    kind = LineType.VARIABLE.value
    sums = (f'SUMIFS({_free(one, PER_MONTH.letter)},{_free(one, TYPE.letter)},"{kind}")' for one in sections)
    return "+".join(sums) or "0"
