"""The short numbers of a budget that is written on by hand: which number stands for which row.

An expense has the code of its line in the chart (`106`), an income 1-99 by the order of the chart's kinds of income. A
second row with the same number gets `a`, a third `b`, in the order of their ids. A new row has the highest id, so the
numbers on a sheet that is printed already stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from budgetdesk.budget.expense_rows import BOLIGSTOETTE as SUPPORT_LINE
from budgetdesk.budget.income_rows import BOLIGSTOETTE
from budgetdesk.budget.month_row import MonthRow
from budgetdesk.household.rhythm import Rhythm

_TYPED = ("income[", "debts[", "expenses[", "tenancy.rent_per_month", "tenancy.boligstoette.amount")
"""Facts with one amount each. What the program works out, or what is agreed with the landlord, has no number."""
_ROOTS = ("tenancy", "income[", "debts[", "expenses[")
"""Of two facts on one line the one that is owned elsewhere comes first."""
_LOST = "999"
"""For a line that the chart no longer has, and whose code is no code."""
_ALPHABET = 26


@dataclass(frozen=True, kw_only=True)
class PaperRow:
    """One numbered row."""

    number: str
    path: str
    """The fact that holds the amount (budgetdesk.household.paths)."""
    title: str
    amount: Decimal | None
    """Kroner each time it falls, as the sheet shows it; None where it is not known."""
    rhythm: Rhythm
    income: bool = False


@dataclass(frozen=True, kw_only=True)
class SheetRow:
    """What a number meant when a sheet was drawn: kept with the sheet, since rows come and go."""

    number: str
    path: str
    title: str
    mark: str = ""
    """What the row is about, in the case's own words: a row that came later may have the same path."""


def numbered(income: Iterable[MonthRow], expenses: Iterable[MonthRow], kinds: Sequence[str]) -> tuple[PaperRow, ...]:
    """Every row that somebody can type, with its number: incomes first, then expenses, both by their numbers. `kinds`
    are the chart's kinds of income, in its order."""
    found: dict[str, list[MonthRow]] = {}
    seen: set[str] = set()
    for row, number in [*_incomes(income, kinds), *_expenses(expenses)]:
        fact = row.path.partition("]")[0]
        if row.path.startswith(_TYPED) and fact not in seen:
            seen.add(fact)
            found.setdefault(number, []).append(row)
    made = [
        _row(f"{number}{suffix(at)}", row)
        for number, rows in found.items()
        for at, row in enumerate(sorted(rows, key=_by_id))
    ]
    return tuple(sorted(made, key=lambda row: sort_key(row.number)))


def suffix(at: int) -> str:
    """Nothing for the first row of a number, then `a`, `b` ... `z`, `aa`."""
    letters = ""
    while at > 0:
        at, letter = divmod(at - 1, _ALPHABET)
        letters = chr(ord("a") + letter) + letters
    return letters


def sort_key(number: str) -> tuple[int, int, str]:
    """Numbers as people count: 2 before 10, 106 before 106a, 106z before 106aa."""
    digits = re.match(r"\d*", number)
    whole = digits[0] if digits is not None else ""
    letters = number[len(whole) :]
    return int(whole or 0), len(letters), letters


def _incomes(rows: Iterable[MonthRow], kinds: Sequence[str]) -> Iterator[tuple[MonthRow, str]]:
    order = {kind: str(at) for at, kind in enumerate(kinds, start=1)}
    for row in rows:
        # Boligstøtte is one fact, whoever it is paid to: it keeps its number when that changes.
        yield row, SUPPORT_LINE if row.code == BOLIGSTOETTE else order[row.code]


def _expenses(rows: Iterable[MonthRow]) -> Iterator[tuple[MonthRow, str]]:
    for row in rows:
        if not row.path.startswith("income["):  # help that goes to the landlord: it has its number as an income
            yield row, row.code if re.fullmatch(r"[1-9]\d\d", row.code) else _LOST


def _by_id(row: MonthRow) -> tuple[int, list[tuple[int, str]]]:
    """The facts of the home first, then debts, then expenses; each by id, `e2` before `e10`."""
    root = next(at for at, begin in enumerate(_ROOTS) if row.path.startswith(begin))
    whole = row.path.partition("[")[2].partition("]")[0]
    return root, [(int(part), "") if part.isdecimal() else (-1, part) for part in re.split(r"(\d+)", whole)]


def _row(number: str, row: MonthRow) -> PaperRow:
    return PaperRow(
        number=number,
        path=row.path,
        title=row.title,
        amount=row.amount,
        rhythm=row.rhythm,
        income=len(number.rstrip("abcdefghijklmnopqrstuvwxyz")) < len(_LOST),
    )
