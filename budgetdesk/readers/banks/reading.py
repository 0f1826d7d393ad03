"""Read rows out of lines of cells, by the columns a layout or a mapping names.

What cannot be read becomes a problem with its line, and is never dropped without a word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import repeat
from typing import Any

from budgetdesk.ledger.spending import Problem
from budgetdesk.readers.banks.amounts import AmountCells, convention
from budgetdesk.readers.banks.days import DayCells, day_form
from budgetdesk.readers.banks.layout import Columns
from budgetdesk.readers.banks.rows import BankRow, BankRows
from budgetdesk.readers.banks.sheet import Line

CURRENCY = re.compile(r"[A-Za-z]{3}")
PENDING = frozenset({"venter", "reserveret", "afventer", "afventende", "ikke bogført", "pending", "hold", "pdng"})
BOOKED = frozenset({"udført", "bogført", "gennemført", "completed", "booked", "book", "posted", ""})
CANCELLED = frozenset({"reverted", "declined", "failed", "afvist", "annulleret", "slettet", "cancelled"})
_HIDDEN = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]")
_KRONER = ("", "DKK")
_ADVICE = "Rækken er ikke talt med. Se efter i netbank, og skriv den ind i hånden."


def read_rows(
    lines: Sequence[Line], columns: Columns, *, today: date, header: Sequence[str] = (), currency: str = "DKK"
) -> BankRows:
    """All rows in `lines` (those below the header). A header that is repeated in the middle is passed over."""
    first = header[0] if header else None
    if first is not None:
        lines = [line for line in lines if line.cells[0].casefold() != first or not _is_header(line, header)]
    reader = RowReader(lines, columns, today=today)
    rows, problems = [], []
    for line, quick in zip(lines, reader.in_order(lines), strict=True):
        row, fault = (quick, "") if quick is not None else reader.looked_into(line)
        if row is not None:
            rows.append(row)
        if fault:
            problems.append(Problem(row=line.number, text=f"Linje {line.number}: {fault}"))
    return BankRows(tuple(rows), tuple(problems), currency)


def _is_header(line: Line, header: Sequence[str]) -> bool:
    return tuple(cell.casefold() for cell in line.cells[: len(header)]) == tuple(header)


class Kept(dict[Any, Any]):
    """Each key worked out once: `kept[key]`."""

    def __init__(self, work_out: Callable[[Any], Any]) -> None:
        super().__init__()
        self.work_out = work_out

    def __missing__(self, key: Any) -> Any:
        found = self[key] = self.work_out(key)
        return found


class RowReader:
    """Reads one line after the other; what a dot and a day mean is settled by all of them together."""

    def __init__(self, lines: Sequence[Line], columns: Columns, *, today: date) -> None:
        self.columns, self.today = columns, today
        how = columns.decimal or convention(_column(lines, columns.money))
        form = columns.day_form or day_form(set(_column(lines, (columns.date,))), today=today)
        self.amounts, self.days = AmountCells(how), DayCells(form, today)
        self.texts = Kept(lambda key: self._put_together(*key))
        self.hints = Kept(lambda key: " / ".join(dict.fromkeys(filter(None, key))))
        self.booked = Kept(lambda status: status.casefold() in BOOKED)

    def in_order(self, lines: Sequence[Line]) -> Iterator[BankRow | None]:
        """The rows with nothing special about them, as nearly all are, column by column; None for one to look into.

        It reads a hundred thousand rows in the time in which `looked_into` reads thirty thousand.
        """
        at = self.columns
        width = 1 + max(at.everywhere)
        if at.amount < 0 or at.sign >= 0 or at.fee >= 0 or any(len(line.cells) < width for line in lines):
            yield from repeat(None, len(lines))
            return
        days, amounts, texts, booked = self.days, self.amounts, self.texts, self.booked
        for line, day_cell, said, amount_cell, balance_cell, status, currency, hint, account in self._side_by_side(
            lines
        ):
            day, amount, (text, doubtful) = days[day_cell], amounts[amount_cell], texts[said]
            balance = amounts[balance_cell] if balance_cell else None
            if day is None or amount is None or (balance is None and balance_cell):
                yield None
            else:
                plain = day <= self.today and not doubtful and booked[status] and currency in _KRONER
                yield BankRow(line.number, day, text, amount, balance, False, hint, account) if plain else None

    def _side_by_side(self, lines: Sequence[Line]) -> Iterable[tuple[Any, ...]]:
        """The lines, and beside each the cells that are read; "" where the layout does not have the column."""
        at, nothing = self.columns, repeat("")

        def column(index: int) -> Iterable[str]:
            return [line.cells[index] for line in lines] if index >= 0 else nothing

        hinted = zip(*(column(i) for i in at.hints), strict=True) if at.hints else repeat(())
        said = zip(column(at.text), column(at.name), strict=False)
        cells = (column(i) for i in (at.amount, at.balance, at.status, at.currency))
        hints = map(self.hints.__getitem__, hinted)
        return zip(lines, column(at.date), said, *cells, hints, column(at.account), strict=False)

    def looked_into(self, line: Line) -> tuple[BankRow | None, str]:
        columns = self.columns
        cells: Sequence[str] = line.cells
        if not self._fits(cells):
            cells = self._unshifted(cells)
        day_cell, status = _cell(cells, columns.date), _cell(cells, columns.status)
        day = self.days[day_cell]
        pending = (day is None and day_cell.casefold() in PENDING) or (bool(status) and status.casefold() in PENDING)
        amount = self._amount(cells)
        if amount is None or day is None or columns.currency >= 0 or status:
            fault = self._fault(cells, day, amount, pending=pending)
            if fault or amount is None:
                return None, fault
        text, hidden = self.texts[_cell(cells, columns.text), _cell(cells, columns.name)]
        row = BankRow(
            line=line.number,
            date=day,
            text=text,
            amount=amount,
            balance=None if pending else self.amounts[_cell(cells, columns.balance)],
            pending=pending,
            hint=self.hints[tuple(_cell(cells, i) for i in columns.hints)],
            account=_cell(cells, columns.account),
        )
        return row, self._doubt(row, cells, status, hidden=hidden)

    def _amount(self, cells: Sequence[str]) -> Decimal | None:
        columns = self.columns
        if columns.amount < 0:
            return self._in_or_out(cells)
        amount = self.amounts[_cell(cells, columns.amount)]
        if amount is not None and columns.sign >= 0:
            sign = _cell(cells, columns.sign)
            amount = -abs(amount) if sign in ("-", "D") else abs(amount) if sign in ("+", "C") else amount
        if amount is not None and columns.fee >= 0:
            amount -= self.amounts[_cell(cells, columns.fee)] or Decimal(0)
        return amount

    def _in_or_out(self, cells: Sequence[str]) -> Decimal | None:
        """One column for money in and one for money out; the one that does not apply is empty or nought."""
        came, went = (_cell(cells, i) for i in (self.columns.money_in, self.columns.money_out))
        given = [self.amounts[cell] for cell in (came, went) if cell not in ("", "-")]
        if not given or None in given:
            return None
        inwards, outwards = self.amounts[came] or Decimal(0), abs(self.amounts[went] or Decimal(0))
        return None if inwards and outwards else inwards - outwards

    def _fault(self, cells: Sequence[str], day: date | None, amount: Decimal | None, *, pending: bool) -> str:
        columns = self.columns
        day_cell, status = _cell(cells, columns.date), _cell(cells, columns.status)
        if status.casefold() in CANCELLED:
            return f"status er “{_short(status)}”. Rækken er ikke talt med."
        if day is None and not (pending and day_cell.casefold() in PENDING):
            return f"datoen “{_short(day_cell)}” kan ikke læses. {_ADVICE}"
        if amount is None:
            shown = _short(" ".join(_cell(cells, i) for i in (columns.amount, columns.money_in, columns.money_out)))
            return f"beløbet “{shown}” kan ikke læses. {_ADVICE}" if shown else f"beløbet mangler. {_ADVICE}"
        currency = _cell(cells, columns.currency).upper()
        if currency not in ("DKK", ""):
            return f"beløbet er i {_short(currency)} og ikke i kroner. {_ADVICE}"
        return ""

    def _doubt(self, row: BankRow, cells: Sequence[str], status: str, *, hidden: bool) -> str:
        if status and status.casefold() not in BOOKED and not row.pending:
            return f"status er “{_short(status)}”. Rækken er talt med. Se efter i netbank, om den er gennemført."
        if not row.text:
            return "der er ingen tekst. Rækken er talt med. Spørg, hvad den er."
        if row.date is not None and row.date > self.today and not row.pending:
            return "datoen ligger ude i fremtiden. Rækken er talt med. Se efter i netbank."
        if row.balance is None and not row.pending and _cell(cells, self.columns.balance):
            return f"saldoen “{_short(_cell(cells, self.columns.balance))}” kan ikke læses. Rækken er talt med."
        if hidden:
            return (
                "teksten havde usynlige tegn. De er taget væk, og rækken er talt med. Se efter, at teksten er rigtig."
            )
        return ""

    def _put_together(self, text: str, name: str) -> tuple[str, bool]:
        if name and name.casefold() not in self.columns.noise and name.casefold() not in text.casefold():
            text = f"{text}, {name}" if text else name
        seen = _HIDDEN.sub("", text)
        return " ".join(seen.split()), seen != text or not seen

    def _fits(self, cells: Sequence[str]) -> bool:
        columns = self.columns
        if columns.amount < 0:
            return True
        if self.amounts[_cell(cells, columns.amount)] is None:
            return False
        balance = _cell(cells, columns.balance)
        if balance and self.amounts[balance] is None:
            return False
        return columns.currency < 0 or CURRENCY.fullmatch(_cell(cells, columns.currency)) is not None

    def _unshifted(self, cells: Sequence[str]) -> Sequence[str]:
        """A text with an unquoted separator in it pushes the cells behind it to the right: put them back."""
        at = self.columns.text
        for extra in range(1, min(self._too_many(cells), _MOST_SHIFTED) + 1):
            joined = (*cells[:at], "; ".join(cells[at : at + extra + 1]), *cells[at + extra + 1 :])
            if self._fits(joined):
                return joined
        return cells

    def _too_many(self, cells: Sequence[str]) -> int:
        """How many cells the row has more than its header. A row that only lacks its amount must not borrow another."""
        columns = self.columns
        if columns.amount < columns.text:
            return len(cells) - max(columns.balance, columns.currency) - 1
        filled = len(cells)
        while filled and not cells[filled - 1]:
            filled -= 1
        return filled - columns.width if columns.width else 0


_MOST_SHIFTED = 8
"""Separators in one text: more are junk."""


def _cell(cells: Sequence[str], index: int) -> str:
    return cells[index] if 0 <= index < len(cells) else ""


def _short(cell: str) -> str:
    """What a problem quotes of a cell, without signs that cannot be seen."""
    plain = " ".join(_HIDDEN.sub("", cell).split())
    return plain if len(plain) <= 40 else f"{plain[:40]}…"


def _column(lines: Sequence[Line], indexes: Sequence[int]) -> list[str]:
    return [line.cells[i] for i in indexes for line in lines if i < len(line.cells)]
