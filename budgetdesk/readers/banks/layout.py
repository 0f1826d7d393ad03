"""A layout: which columns a bank's export has and what stands in them. One small file per layout; this reads them all.

A layout is known by its header, wherever the columns stand, and never by the name of the bank.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from budgetdesk.ledger.spending import Problem
from budgetdesk.readers.banks.amounts import Convention, convention, read_amount, read_day
from budgetdesk.readers.banks.sheet import HEADER_WITHIN, Line, Sheet

CURRENCY = re.compile(r"[A-Za-z]{3}")
PENDING = frozenset({"venter", "reserveret", "afventer"})
BOOKED = frozenset({"udført", "bogført", "gennemført", ""})


@dataclass(frozen=True, kw_only=True)
class BankRow:
    """One row of a statement as the file has it. `date` is None for a pending row without a day."""

    line: int
    date: date | None
    text: str
    amount: Decimal
    balance: Decimal | None = None
    pending: bool = False
    hint: str = ""


@dataclass(frozen=True)
class BankRows:
    """What one layout found in a file."""

    rows: tuple[BankRow, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, kw_only=True)
class Layout:
    """One layout with a header. Names of columns are in small letters; what else a file has is not read."""

    key: str
    title: str
    date: str
    text: str
    amount: str
    balance: str
    status: str = ""
    hints: tuple[str, ...] = ()
    name: str = ""
    """A second column of text: who pays or is paid."""
    currency: str = ""
    noise: frozenset[str] = field(default_factory=frozenset)
    """Names (small letters) that say nothing, such as the payment service."""

    @property
    def columns(self) -> frozenset[str]:
        named = (self.date, self.text, self.amount, self.balance, self.status, self.name, self.currency)
        return frozenset(filter(None, (*named, *self.hints)))


def find_header(sheet: Sheet, layout: Layout) -> int | None:
    """Where the header stands among the sheet's lines; None when this is another layout."""
    for index, line in enumerate(sheet.lines[:HEADER_WITHIN]):
        if layout.columns <= {cell.casefold() for cell in line.cells}:
            return index
    return None


def read_layout(sheet: Sheet, layout: Layout, *, today: date) -> BankRows:
    """All rows below the header; what cannot be read becomes a problem with its line, and is never dropped."""
    start = find_header(sheet, layout)
    if start is None:
        raise ValueError("the sheet does not have this layout")
    header = [cell.casefold() for cell in sheet.lines[start].cells]
    while header and not header[-1]:
        header.pop()
    column = {name: index for index, name in reversed(list(enumerate(header)))}
    lines = [line for line in sheet.lines[start + 1 :] if any(line.cells)]
    numbers = (line.cells[i] for line in lines for i in _money(layout, column) if i < len(line.cells))
    reader = _RowReader(layout, column, convention(numbers), today)
    rows, problems = [], []
    for line in lines:
        if tuple(cell.casefold() for cell in line.cells[: len(header)]) == tuple(header):
            continue  # some programs repeat the header in the middle of the file
        row, problem = reader.read(line)
        if row is not None:
            rows.append(row)
        if problem:
            problems.append(Problem(row=line.number, text=f"Linje {line.number}: {problem}"))
    return BankRows(tuple(rows), tuple(problems))


def _money(layout: Layout, column: Mapping[str, int]) -> tuple[int, int]:
    return column[layout.amount], column[layout.balance]


@dataclass(frozen=True)
class _RowReader:
    layout: Layout
    column: Mapping[str, int]
    how: Convention
    today: date

    def read(self, line: Line) -> tuple[BankRow | None, str]:
        """The row and "", or what is wrong with it."""
        cells = self._unshifted(line.cells)
        get = self._cells_by_name(cells)
        pending = self._pending(get)
        day = read_day(get(self.layout.date), today=self.today)
        amount = read_amount(get(self.layout.amount), self.how)
        fault = self._fault(get, day, amount, pending=pending)
        if fault or amount is None:
            return None, fault
        balance = read_amount(get(self.layout.balance), self.how)
        row = BankRow(
            line=line.number,
            date=day,
            text=self._text(get),
            amount=amount,
            balance=None if pending else balance,
            pending=pending,
            hint=" / ".join(dict.fromkeys(filter(None, (get(name) for name in self.layout.hints)))),
        )
        return row, self._doubt(row, get)

    def _cells_by_name(self, cells: Sequence[str]) -> Callable[[str], str]:
        def get(name: str) -> str:
            index = self.column.get(name, len(cells)) if name else len(cells)
            return " ".join(cells[index].split()) if index < len(cells) else ""

        return get

    def _pending(self, get: Callable[[str], str]) -> bool:
        return get(self.layout.date).casefold() in PENDING or get(self.layout.status).casefold() in PENDING

    def _fault(self, get: Callable[[str], str], day: date | None, amount: Decimal | None, *, pending: bool) -> str:
        advice = "Rækken er ikke talt med. Se efter i netbank, og skriv den ind i hånden."
        if day is None and not (pending and get(self.layout.date).casefold() in PENDING):
            return f"datoen “{get(self.layout.date)}” kan ikke læses. {advice}"
        if amount is None:
            shown = get(self.layout.amount)
            return f"beløbet “{shown}” kan ikke læses. {advice}" if shown else f"beløbet mangler. {advice}"
        currency = get(self.layout.currency).upper()
        if currency not in ("DKK", ""):
            return f"beløbet er i {currency} og ikke i kroner. {advice}"
        return ""

    def _doubt(self, row: BankRow, get: Callable[[str], str]) -> str:
        status = get(self.layout.status)
        if status.casefold() not in PENDING | BOOKED:
            return f"status er “{status}”. Rækken er talt med. Se efter i netbank, om den er gennemført."
        if not row.text:
            return "der er ingen tekst. Rækken er talt med. Spørg, hvad den er."
        if row.date is not None and row.date > self.today and not row.pending:
            return "datoen ligger ude i fremtiden. Rækken er talt med. Se efter i netbank."
        if row.balance is None and not row.pending and get(self.layout.balance):
            return f"saldoen “{get(self.layout.balance)}” kan ikke læses. Rækken er talt med."
        return ""

    def _text(self, get: Callable[[str], str]) -> str:
        text, name = get(self.layout.text), get(self.layout.name)
        if not text or name.casefold() in self.layout.noise:
            return text or name
        return text if name.casefold() in text.casefold() else f"{text}, {name}"

    def _unshifted(self, cells: Sequence[str]) -> Sequence[str]:
        """A text with an unquoted separator in it pushes the cells behind it to the right: put them back."""
        at, needed = self.column[self.layout.text], max(self.column[self.layout.balance], *self._behind()) + 1
        for extra in range(max(len(cells) - needed, 0) + 1):
            joined = (*cells[:at], "; ".join(cells[at : at + extra + 1]), *cells[at + extra + 1 :])
            if self._fits(joined):
                return joined
        return cells

    def _behind(self) -> tuple[int, int]:
        return self.column[self.layout.amount], self.column.get(self.layout.currency, 0)

    def _fits(self, cells: Sequence[str]) -> bool:
        get = self._cells_by_name(cells)
        if read_amount(get(self.layout.amount), self.how) is None:
            return False
        balance = get(self.layout.balance)
        if balance and read_amount(balance, self.how) is None:
            return False
        return not self.layout.currency or CURRENCY.fullmatch(get(self.layout.currency)) is not None
