"""The sheet that comes back: numbers and amounts typed in a row, what they change, and taking them in as one step."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from budgetdesk.actions.paper_sheets import as_on_sheet, drawn
from budgetdesk.budget.chart import Chart, ChartLine, Owner
from budgetdesk.budget.expense_rows import expense_rows
from budgetdesk.budget.income_rows import income_rows
from budgetdesk.budget.paper_numbers import PaperRow, SheetRow, numbered, sort_key
from budgetdesk.casework.record import Record
from budgetdesk.errors import BadAmountError, BadInputError
from budgetdesk.household import paths
from budgetdesk.household.case import Expense
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.household.words import Evidence
from budgetdesk.i18n import _
from budgetdesk.money import ZERO, parse_amount, shortened

_LINE = re.compile(r"\s*(\d{1,3})(?:\s?(?!kr)([a-zA-Z]{1,2})(?![a-zA-Z]))?\s*(?:[=:]|(?<=\s)|$)\s*(.*?)\s*", re.ASCII)
_GONE = frozenset("-\u2212\u2013\u2014")


@dataclass(frozen=True, kw_only=True)
class Typed:
    """One line as it was typed. Without amount, mark or problem it says nothing."""

    text: str
    number: str = ""
    amount: Decimal | None = None
    gone: bool = False
    """A dash: the row is no longer there."""
    problem: str = ""


@dataclass(frozen=True, kw_only=True)
class Changed:
    """What one line does to the budget, kr each time the amount falls."""

    at: int
    """Which of the typed lines it was, from 0."""
    number: str
    title: str = ""
    before: Decimal | None = None
    after: Decimal | None = None
    rhythm: Rhythm = Rhythm.MONTHLY
    path: str = ""
    """The fact; "" for a line of the chart that had no row yet."""
    gone: bool = False
    problem: str = ""

    @property
    def changes(self) -> bool:
        """Whether anything becomes different by it."""
        return not self.problem and (self.gone or self.before != self.after)


def read_line(text: str) -> Typed:
    """Read `106 = 350,50`, `106 350`, `106:350`, `106a=350`; `106 =` says nothing, `106 = -` that the row is gone. What
    cannot be read has a sentence in `problem`."""
    match = _LINE.fullmatch(text)
    if match is None:
        return Typed(
            text=text,
            problem=_("“{shortened}” kan ikke læses. Skriv nummer og beløb, fx 106 = 350.").format(
                shortened=shortened(text.strip())
            ),
        )
    number, rest = f"{int(match[1])}{(match[2] or '').lower()}", match[3]
    if rest in _GONE:
        return Typed(text=text, number=number, gone=True)
    if not rest:
        return Typed(text=text, number=number)
    try:
        return Typed(text=text, number=number, amount=parse_amount(rest))
    except BadAmountError as error:
        return Typed(text=text, number=number, problem=str(error))


def rows_of(record: Record, chart: Chart, on: date) -> tuple[PaperRow, ...]:
    """Every numbered row of a budget."""
    case = record.case
    return numbered(income_rows(case, chart, on=on), expense_rows(case, chart, on=on), list(chart.incomes))


def sheet_rows(record: Record, chart: Chart, on: date) -> tuple[SheetRow, ...]:
    """What every number of a sheet means that is drawn now: to be kept with the sheet."""
    return drawn(record, rows_of(record, chart, on))


def changes(
    record: Record, lines: Sequence[Typed], chart: Chart, on: date, sheet: Sequence[SheetRow] | None = None
) -> tuple[Changed, ...]:
    """What the typed lines do, each where it was typed; a line without amount does nothing and is left out. `sheet`:
    what the numbers meant on the sheet that came back, where it is known; else they are those of today.

    Unknown numbers, rows that are gone, amounts that cannot be and numbers typed twice have a sentence in `problem`.
    """
    now = rows_of(record, chart, on)
    known = {row.number: row for row in now}
    lost: dict[str, str] = {}
    if sheet is not None:
        known, lost = as_on_sheet(record, now, sheet)
    said = [(at, line) for at, line in enumerate(lines) if line.problem or line.gone or line.amount is not None]
    times = Counter(line.number for _rest, line in said if line.number)
    return tuple(
        replace(one, problem=lost[one.number]) if one.number in lost and not line.problem else one
        for at, line in said
        for one in (_changed(at, line, known, chart, twice=times[line.number] > 1),)
    )


def take_in(record: Record, changed: Sequence[Changed], chart: Chart) -> Record:
    """The record with the amounts of the sheet. An amount that changes is what the tenant says: its evidence becomes
    *oplyst*, and it no longer comes from the statement. The order of the lines does not matter.

    Raises BadInputError while a line has a problem; nothing is then taken in.
    """
    wrong = next((one for one in changed if one.problem), None)
    if wrong is not None:
        raise BadInputError(wrong.problem)
    for one in sorted(changed, key=lambda one: sort_key(one.number)):
        if one.changes:
            record = _taken(record, one, chart)
    return record


def _changed(at: int, line: Typed, known: dict[str, PaperRow], chart: Chart, *, twice: bool) -> Changed:
    row = known.get(line.number)
    new = None if row is not None else chart.lines.get(line.number)
    made = Changed(at=at, number=line.number, after=line.amount, gone=line.gone and row is not None)
    if row is not None:
        made = replace(made, title=row.title, before=row.amount, rhythm=row.rhythm, path=row.path)
    elif new is not None:
        made = replace(made, title=new.title, rhythm=new.rhythm)
    problem = line.problem
    if not problem and row is None:
        problem = _why_not(line.number, new, chart)
    if not problem and twice:
        problem = _("Nummer {number} er tastet to gange. Tag den ene linje væk.").format(number=line.number)
    if not problem and line.amount is not None and line.amount < ZERO and line.amount != made.before:
        problem = _("Beløbet kan ikke være under nul. Skriv det uden minus.")
    return replace(made, problem=problem)


def _why_not(number: str, line: ChartLine | None, chart: Chart) -> str:
    """Why a number without a row cannot be typed; "" where it makes a row."""
    if line is None:
        kinds = list(chart.incomes.values())
        if number.isdecimal() and 0 < int(number) <= len(kinds):
            title = kinds[int(number) - 1].title
            return _(
                "Nummer {number} ({title}) er ikke i budgettet endnu. Tilføj den under Indtægter på siden Budget."
            ).format(number=number, title=title)
        return _("Nummer {number} findes ikke på arket. Se efter i den første kolonne.").format(number=number)
    if line.owner is Owner.DEBTS:
        return _("Nummer {number} ({title}) er ikke i budgettet endnu. Skriv gælden på siden Gæld.").format(
            number=number, title=line.title
        )
    if line.owner is Owner.TENANCY:
        return _("Nummer {number} ({title}) er ikke i budgettet endnu. Skriv den på siden Sag.").format(
            number=number, title=line.title
        )
    if line.owner is not Owner.BUDGET:
        return _("Nummer {number} ({title}) kommer af andre tal og skrives ikke her.").format(
            number=number, title=line.title
        )
    return ""


def _taken(record: Record, one: Changed, chart: Chart) -> Record:
    expenses = record.case.expenses
    if not one.path:
        line = chart.lines[one.number]
        new = Expense(id=paths.next_id(expenses, "e"), line=line.code, amount=one.after, rhythm=line.rhythm)
        return paths.add(record, "case.expenses", new)
    whole, _rest, field = f"case.{one.path}".rpartition(".")
    if whole.startswith("case.expenses["):
        if one.gone:
            return paths.remove(record, whole)
        here = replace(paths.get(record, whole), amount=one.after, evidence=Evidence.SAID, from_spending=False)
        return paths.put(record, whole, here)
    record = paths.put(record, f"{whole}.{field}", ZERO if one.gone else one.after)
    return paths.put(record, f"{whole}.evidence", Evidence.SAID) if whole.startswith("case.income[") else record
