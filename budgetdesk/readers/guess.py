"""Guess which column holds what in a layout we do not know. The balances decide: an amount that takes one balance to
the next is the amount. A guess is used without asking only where every balance proves it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise, permutations

from budgetdesk.readers.banks.amounts import AmountCells, Convention, convention
from budgetdesk.readers.banks.days import DayForm, day_form, read_day
from budgetdesk.readers.banks.layout import column_name
from budgetdesk.readers.banks.rows import BankRow, BankRows
from budgetdesk.readers.banks.sheet import Line, Sheet
from budgetdesk.readers.mapping import NOWHERE, Mapping, fingerprint, header_row, read_mapped

_LOOKED_AT = 200
_MOSTLY = 0.8
_ENOUGH_ROWS = 3
_MOST_AMOUNTS = 6
_DATE = re.compile(r"dato|date|datum|bogf|dag\b")
_TEXT = re.compile(r"tekst|text|beskriv|descr|title|titel|modtager|payee|navn|name|postering")
_AMOUNT = re.compile(r"bel[øo]b|amount|belopp|betrag|sum|kr")
_BALANCE = re.compile(r"saldo|balance|kontostand")
_IN = re.compile(r"\bind\b|indsat|indbet|kredit|credit|money in|insat|\bin\b|tilgang")
_OUT = re.compile(r"\bud\b|h[æa]vet|udbet|debet|debit|money out|\bout\b|afgang")


@dataclass(frozen=True)
class Guessed:
    """A mapping, what it reads, and whether every balance says that it is right."""

    mapping: Mapping
    rows: BankRows
    proved: bool


def guess_mapping(split: Sequence[Sheet], *, today: date) -> Mapping | None:
    """The likeliest mapping to begin with; None when the file has no column of days or none of amounts."""
    found = guess(split, today=today)
    return found.mapping if found else None


def guess(split: Sequence[Sheet], *, today: date) -> Guessed | None:
    """The best guess over all separators: a proved one first, then the one that reads most rows."""
    found = [made for sheet in split if (made := _guess(sheet, today)) is not None]
    return max(found, key=lambda made: (made.proved, len(made.rows.rows)), default=None)


def _guess(sheet: Sheet, today: date) -> Guessed | None:
    mapping = _mapping(sheet, today)
    if mapping is None:
        return None
    rows = read_mapped(mapping, (sheet,), today=today)
    whole = mapping.balance >= 0 and not rows.problems and len(rows.rows) >= _ENOUGH_ROWS
    return Guessed(mapping, rows, proved=whole and _follows(rows.rows))


def _follows(rows: Sequence[BankRow]) -> bool:
    """True when each balance follows from the one before, down the file or up."""
    booked = [row for row in rows if not row.pending]
    if any(row.balance is None for row in booked) or len({row.amount for row in booked}) < 2:
        return False
    return _in_order(booked) or _in_order(booked[::-1])


def _in_order(rows: Sequence[BankRow]) -> bool:
    return all((a.balance or 0) + b.amount == b.balance for a, b in pairwise(rows))


def _mapping(sheet: Sheet, today: date) -> Mapping | None:
    at = header_row(sheet)
    table = _Table(sheet.lines[at + 1 : at + 1 + _LOOKED_AT], sheet.lines[at].cells if at >= 0 else (), today)
    money = table.money()
    if money is None or table.date is None:
        return None
    text = table.text({table.date, *money.values()})
    if text is None:
        return None
    return Mapping(
        fingerprint=fingerprint(sheet),
        header_row=at,
        date=table.date,
        text=text,
        separator=sheet.separator,
        decimal="," if table.how is Convention.DANISH else ".",
        day_form=table.form.value,
        amount=money.get("amount", NOWHERE),
        money_in=money.get("money_in", NOWHERE),
        money_out=money.get("money_out", NOWHERE),
        balance=money.get("balance", NOWHERE),
    )


class _Table:
    """What the columns of the first rows look like."""

    def __init__(self, lines: Sequence[Line], header: Sequence[str], today: date) -> None:
        self.rows = [line.cells for line in lines]
        width = max((len(cells) for cells in self.rows), default=0)
        self.names = [column_name(header[i]) if i < len(header) else "" for i in range(width)]
        self.columns = [[cells[i] if i < len(cells) else "" for cells in self.rows] for i in range(width)]
        forms = [day_form(column, today=today) for column in self.columns]
        days = [i for i, form in enumerate(forms) if self._mostly(i, _is_day(form, today))]
        self.date = next((i for i in days if _DATE.search(self.names[i])), days[0] if days else None)
        self.form = forms[self.date] if self.date is not None else DayForm.DMY
        self.how = convention(cell for i, column in enumerate(self.columns) if i not in days for cell in column)
        self.read = AmountCells(self.how)
        maybe = [i for i in range(width) if i not in days and self._mostly(i, self._is_amount, may_be_empty=True)]
        named = re.compile("|".join(p.pattern for p in (_AMOUNT, _BALANCE, _IN, _OUT)))
        with_oere = [
            i for i in maybe if named.search(self.names[i]) or any(re.search("[.,]", c) for c in self.columns[i])
        ]
        self.amounts = (with_oere or maybe)[:_MOST_AMOUNTS]

    def money(self) -> dict[str, int] | None:
        """Where the amounts stand: what the balances prove, else what the names say."""
        return self._proved() or self._named()

    def text(self, taken: set[int]) -> int | None:
        """The column with the most to read."""
        left = [i for i in range(len(self.columns)) if i not in taken]
        named = [i for i in left if _TEXT.search(self.names[i])]
        letters = {i: sum(c.isalpha() for cell in self.columns[i] for c in cell[:60]) for i in named or left}
        return max(letters, key=letters.__getitem__, default=None)

    def _proved(self) -> dict[str, int] | None:
        for amount, balance in permutations(self.amounts, 2):
            if self._chain(lambda row, a=amount: self._value(row, a), balance):  # type: ignore[misc]  # bound by default
                return {"amount": amount, "balance": balance}
        for came, went, balance in permutations(self.amounts, 3):
            if self._chain(lambda row, i=came, o=went: self._net(row, i, o), balance):  # type: ignore[misc]
                return {"money_in": came, "money_out": went, "balance": balance}
        return None

    def _named(self) -> dict[str, int] | None:
        def called(name: re.Pattern[str]) -> int:
            return next((i for i in self.amounts if name.search(self.names[i])), NOWHERE)

        balance, came, went = called(_BALANCE), called(_IN), called(_OUT)
        if came >= 0 and went >= 0 and came != went:
            return {"money_in": came, "money_out": went, "balance": balance}
        amount = next((i for i in self.amounts if i != balance and _AMOUNT.search(self.names[i])), NOWHERE)
        if amount < 0:
            amount = next((i for i in self.amounts if i != balance), NOWHERE)
        return {"amount": amount, "balance": balance} if amount >= 0 else None

    def _chain(self, amount: Callable[[Sequence[str]], Decimal | None], balance: int) -> bool:
        found = [(amount(row), self._value(row, balance)) for row in self.rows]
        known = [(a, b) for a, b in found if a is not None and b is not None]
        if len(known) < _ENOUGH_ROWS or len(known) < _MOSTLY * len(found) or len({a for a, _ in known}) < 2:
            return False
        down = sum(b + next_a == next_b for (_, b), (next_a, next_b) in pairwise(known))
        up = sum(next_b + a == b for (a, b), (_, next_b) in pairwise(known))
        return max(down, up) >= _MOSTLY * (len(known) - 1)

    def _net(self, row: Sequence[str], came: int, went: int) -> Decimal | None:
        a, b = self._value(row, came), self._value(row, went)
        return None if a is None and b is None else (a or Decimal(0)) - abs(b or Decimal(0))

    def _value(self, row: Sequence[str], index: int) -> Decimal | None:
        return self.read[row[index]] if index < len(row) else None

    def _is_amount(self, cell: str) -> bool:
        return self.read[cell] is not None

    def _mostly(self, index: int, test: Callable[[str], bool], *, may_be_empty: bool = False) -> bool:
        filled = [cell for cell in self.columns[index] if cell]
        if not filled or (not may_be_empty and len(filled) < _MOSTLY / 2 * len(self.rows)):
            return False
        return sum(map(test, filled)) >= _MOSTLY * len(filled)


def _is_day(form: DayForm, today: date) -> Callable[[str], bool]:
    return lambda cell: read_day(cell, form, today=today) is not None
