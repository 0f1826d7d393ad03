"""Which row of the sheet `Budget` holds what: worked out before a cell is written, since formulas point at rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any

from budgetdesk.budget.chart import Chart, Owner
from budgetdesk.budget.expense_rows import BUFFER
from budgetdesk.budget.income_rows import GROUP
from budgetdesk.budget.month import MonthBudget, month_of
from budgetdesk.budget.month_row import MonthRow
from budgetdesk.budget.paper_numbers import numbered
from budgetdesk.budget.workbook_layout import FREE_ROWS, HEADING_ROW, RowKind, WrittenRow, changeable, whose_labels
from budgetdesk.documents.sheet.plain import plain
from budgetdesk.household.case import Case
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.household.words import Need, Tax
from budgetdesk.money import ZERO

ONE = Decimal(1)
NOT = "nej"
FREE_INCOME = frozenset({"line", "whose", "amount", "rhythm", "evidence"})
FREE_EXPENSE = frozenset({"line", "name", "amount", "rhythm", "need", "evidence"})
"""What may be written on a free row."""
LONGEST = 200
"""Letters of a typed text in a cell; more is no name of a row."""


@dataclass(frozen=True, kw_only=True)
class Placed:
    """One row of a section. Without `row` it is a free one."""

    at: int
    """Counted from 1, as in the sheet."""
    kind: RowKind
    row: MonthRow | None = None
    number: str = ""
    line: str = ""
    name: str = ""
    whose: str = ""
    """Label of the person."""
    person: str = ""
    """Id of the person."""
    may: frozenset[str] = frozenset()
    """What of it may be changed, as `workbook_layout.changeable` names it."""
    fixed_no: str = ""
    """Why it does not count, whatever is written on it; "" where the amount and the rhythm decide."""
    note: str = ""
    minus: bool = False
    same_as: int | None = None
    """The row whose amount this one repeats: help that is paid to the landlord."""

    @property
    def key(self) -> str:
        """The fact, for rows that are read back."""
        return self.row.path if self.row is not None and self.kind is not RowKind.SHOWN else ""

    @property
    def per_month(self) -> Decimal:
        """What it counts, kr/month."""
        return self.row.per_month if self.row is not None and self.row.counts else ZERO

    @property
    def written(self) -> WrittenRow:
        """What the way back holds the sheet against. For rows that are read back."""
        row = self.row
        assert row is not None  # noqa: S101 - asked of rows with a key only
        return WrittenRow(
            key=self.key,
            kind=self.kind,
            code=row.code,
            name=self.name,
            whose=self.person,
            amount=row.amount,
            rhythm=row.rhythm,
            need=row.need if row.path.startswith("expenses[") else None,
            evidence=row.evidence if "evidence" in self.may else None,
        )


@dataclass(frozen=True, kw_only=True)
class Section:
    """The income, or one group of the chart: a heading, rows, free rows, a sum."""

    key: str
    title: str
    heading: int
    rows: tuple[Placed, ...]
    free: tuple[Placed, ...]
    sum: int

    @property
    def income(self) -> bool:
        return self.key == GROUP

    @property
    def first(self) -> int:
        return self.heading + 1

    @property
    def last(self) -> int:
        return self.sum - 1

    @property
    def total(self) -> Decimal:
        """What its rows come to, kr/month."""
        return sum((one.per_month for one in self.rows), ZERO)


@dataclass(frozen=True, kw_only=True)
class Placing:
    """The whole sheet."""

    sections: tuple[Section, ...]
    below: int
    """The row of the heading under all sections, below which luft is worked out."""
    by_path: Mapping[str, Placed] = field(default_factory=dict)
    """The rows that can be changed, by their fact."""

    @property
    def expenses(self) -> tuple[Section, ...]:
        return self.sections[1:]

    @property
    def income(self) -> Section:
        return self.sections[0]

    @property
    def rows(self) -> Iterator[Placed]:
        """All but the free ones."""
        return (one for section in self.sections for one in section.rows)


def place(case: Case, chart: Chart, month: MonthBudget, income: str, *, on: date) -> Placing:
    """Every row of the month in its place, income first, then the groups as a budget is read. `income` is the heading
    of the income."""
    made = _Maker(
        case=case,
        chart=chart,
        numbers={one.path: one.number for one in numbered(month.income, month.expenses, list(chart.incomes))},
        why_not=_why_not(case, chart, on),
    )
    sections = [made.section(GROUP, income, month.income, HEADING_ROW + 1, free=True)]
    landlord = {_item(one.row.path): one.at for one in sections[0].rows if one.row is not None}
    own = {line.group for line in chart.lines.values() if line.owner is Owner.BUDGET}
    for key, title in chart.groups.items():
        rows = [row for row in month.expenses if row.group == key]
        if rows or key in own:
            sections.append(made.section(key, title, rows, sections[-1].sum + 2, free=key in own, landlord=landlord))
    found = {one.key: one for section in sections for one in section.rows if one.key}
    return Placing(sections=tuple(sections), below=sections[-1].sum + 2, by_path=found)


def _why_not(case: Case, chart: Chart, on: date) -> Mapping[tuple[bool, str], str]:
    """The rows that do not count whatever amount and rhythm are written on them, and why: income or not, and path."""
    income = [
        replace(
            one,
            amount=ONE if one.amount is None else one.amount,
            paid_out=ONE if one.paid_out is None and one.tax is Tax.GROSS else one.paid_out,
            rhythm=_often(one.rhythm),
        )
        for one in case.income
    ]
    expenses = [
        replace(one, amount=ONE if one.amount is None else one.amount, rhythm=_often(one.rhythm))
        for one in case.expenses
    ]
    rent = ONE if case.tenancy.rent_per_month is None else case.tenancy.rent_per_month
    written = replace(
        case, income=tuple(income), expenses=tuple(expenses), tenancy=replace(case.tenancy, rent_per_month=rent)
    )
    month = month_of(written, chart, on=on)
    sides = ((True, month.income), (False, month.expenses))
    return {(side, row.path): row.note or NOT for side, rows in sides for row in rows if not row.counts}


def _often(rhythm: Rhythm) -> Rhythm:
    return Rhythm.MONTHLY if rhythm is Rhythm.ONCE else rhythm


@dataclass(frozen=True, kw_only=True)
class _Maker:
    case: Case
    chart: Chart
    numbers: Mapping[str, str]
    why_not: Mapping[tuple[bool, str], str]

    def section(
        self,
        key: str,
        title: str,
        rows: Iterable[MonthRow],
        heading: int,
        *,
        free: bool,
        landlord: Mapping[str, int] | None = None,
    ) -> Section:
        """`landlord`: the row of each income, where its amount is repeated among the expenses."""
        income = key == GROUP
        made = tuple(
            self._placed(row, at, income=income, same_as=(landlord or {}).get(_item(row.path)))
            for at, row in enumerate(rows, heading + 1)
        )
        begin = heading + 1 + len(made)
        many = FREE_ROWS if free else 0
        kind, may = (RowKind.NEW_INCOME, FREE_INCOME) if income else (RowKind.NEW_EXPENSE, FREE_EXPENSE)
        empty = tuple(Placed(at=begin + more, kind=kind, may=may) for more in range(many))
        return Section(key=key, title=title, heading=heading, rows=made, free=empty, sum=begin + many)

    def _placed(self, row: MonthRow, at: int, *, income: bool, same_as: int | None) -> Placed:
        fact = self._fact(row.path)
        may = changeable(row.path) if same_as is None and row.path in self.numbers else frozenset()
        if row.locked:
            may -= {"need"}
        kind = RowKind.SHOWN if not may else RowKind.INCOME if income else RowKind.EXPENSE
        person = str(getattr(fact, "person", "") or getattr(fact, "owner", ""))
        line = self.chart.lines.get(row.code)
        told = row.counts and row.code != BUFFER and row.note != getattr(fact, "note", "")
        return Placed(
            at=at,
            kind=kind,
            row=row,
            number="" if same_as is not None else self.numbers.get(row.path, ""),
            line=row.title if line is None or same_as is not None else line.title,
            name=short(getattr(fact, "label", "") or getattr(fact, "creditor", "")),
            whose=short(whose_labels(self.case).get(person, "")),
            person=person,
            may=may,
            fixed_no=self.why_not.get((income, row.path), ""),
            note=row.note if told else "",
            minus=line is not None and line.minus,
            same_as=same_as,
        )

    def _fact(self, path: str) -> object | None:
        items: Mapping[str, tuple[Any, ...]] = {
            "income": self.case.income,
            "expenses": self.case.expenses,
            "debts": self.case.debts,
        }
        root, _, rest = path.partition("[")
        wanted = rest.partition("]")[0]
        return next((one for one in items.get(root, ()) if rest and one.id == wanted), None)


def _item(path: str) -> str:
    """The item of a list that a fact belongs to: help to the landlord stands once as `amount`, once as `paid_out`."""
    return path.partition("]")[0] if path.startswith("income[") else path


def short(text: str) -> str:
    """A typed text as a cell has it: one that is cut says so."""
    said = plain(text)
    return said if len(said) <= LONGEST else f"{said[: LONGEST - 1]}…"


def need_of(placed: Placed) -> Need | None:
    """What stands under `Nødvendigt`: nothing for an income."""
    row = placed.row
    return row.need if row is not None and row.type is not None else None
