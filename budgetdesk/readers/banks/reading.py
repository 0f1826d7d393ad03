"""Read rows out of lines of cells, by the columns a layout or a mapping names.

What cannot be read becomes a problem with its line, and is never dropped without a word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from functools import partial
from itertools import repeat
from typing import Any, TypeVar

from budgetdesk.i18n import N_, _
from budgetdesk.ledger.spending import Problem
from budgetdesk.readers.banks.amounts import AmountCells, convention
from budgetdesk.readers.banks.days import DayCells, day_form
from budgetdesk.readers.banks.layout import Columns
from budgetdesk.readers.banks.rows import BankRow, BankRows
from budgetdesk.readers.banks.sheet import Line

T = TypeVar("T")
CURRENCY = re.compile(r"[A-Za-z]{3}")
PENDING = frozenset({"venter", "reserveret", "afventer", "afventende", "ikke bogført", "pending", "hold", "pdng"})
BOOKED = frozenset({"udført", "bogført", "gennemført", "completed", "booked", "book", "posted", ""})
CANCELLED = frozenset({"reverted", "declined", "failed", "afvist", "annulleret", "slettet", "cancelled"})
_HIDDEN = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]")
_KRONER = ("", "DKK")
_ADVICE = N_("Rækken er ikke talt med. Se efter i netbank, og skriv den ind i hånden.")


def read_rows(
    lines: Sequence[Line], columns: Columns, *, today: date, header: Sequence[str] = (), currency: str = "DKK"
) -> BankRows:
    """All rows in `lines` (those below the header). A header that is repeated in the middle is passed over."""
    if header and any(cell.casefold() == header[0] for cell in {line.cells[0] for line in lines}):
        lines = [line for line in lines if not _is_header(line, header)]
    reader = RowReader(lines, columns, today=today)
    rows, problems = [], []
    for line, quick in zip(lines, reader.in_order(lines), strict=True):
        row, fault = (quick, "") if quick is not None else reader.looked_into(line)
        if row is not None:
            rows.append(row)
        if fault:
            problems.append(
                Problem(row=line.number, text=_("Linje {number}: {fault}").format(number=line.number, fault=fault))
            )
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

    def in_order(self, lines: Sequence[Line]) -> Sequence[BankRow | None]:
        """The rows with nothing special about them, as nearly all are, column by column; None for one to look into.

        It reads a hundred thousand rows in the time in which `looked_into` reads ten thousand.
        """
        at, cells = self.columns, [line.cells for line in lines]
        if at.amount < 0 or at.sign >= 0 or at.fee >= 0 or min(map(len, cells), default=0) <= max(at.everywhere):
            return [None] * len(lines)

        def column(index: int) -> Sequence[str]:
            return [each[index] for each in cells] if index >= 0 else [""] * len(cells)

        days = list(map(self.days.__getitem__, column(at.date)))
        texts, special = self._texts(column(at.text), column(at.name))
        amounts = self.amounts.column(column(at.amount))
        balances = self.amounts.column(given := column(at.balance))
        hints = list(map(self.hints.__getitem__, zip(*map(column, at.hints or (-1,)), strict=True)))
        numbers = [line.number for line in lines]
        facts = zip(numbers, days, texts, amounts, balances, repeat(False), hints, column(at.account), strict=False)
        rows: list[BankRow | None] = list(map(_AS_ROW, facts))
        special += _places(days, lambda day: day is None or day > self.today)
        special += _places(column(at.status), lambda status: not self.booked[status])
        special += _places(column(at.currency), lambda currency: currency not in _KRONER)
        special += _unread(amounts) + [n for n in _unread(balances) if given[n]]
        for n in special:
            rows[n] = None
        return rows

    def _texts(self, said: Sequence[str], names: Sequence[str]) -> tuple[Sequence[str], list[int]]:
        """The text of every row, and the places of those that are in doubt."""
        if not any(names):
            same = dict(zip(said, said, strict=True))
            together = " ".join(same)
            if " ".join(together.split()) == together and "" not in same and not _HIDDEN.search(together):
                return list(map(same.__getitem__, said)), []  # all of them stand as they are
        read = list(map(self.texts.__getitem__, zip(said, names, strict=True)))
        return [text for text, _rest in read], [n for n, (_rest, doubtful) in enumerate(read) if doubtful]

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
            return _("status er “{short}”. Rækken er ikke talt med.").format(short=_short(status))
        if day is None and not (pending and day_cell.casefold() in PENDING):
            return _("datoen “{short}” kan ikke læses. {advice}").format(short=_short(day_cell), advice=_(_ADVICE))
        if amount is None:
            shown = _short(" ".join(_cell(cells, i) for i in (columns.amount, columns.money_in, columns.money_out)))
            return (
                _("beløbet “{shown}” kan ikke læses. {advice}").format(shown=shown, advice=_(_ADVICE))
                if shown
                else _("beløbet mangler. {advice}").format(advice=_(_ADVICE))
            )
        currency = _cell(cells, columns.currency).upper()
        if currency not in ("DKK", ""):
            return _("beløbet er i {short} og ikke i kroner. {advice}").format(
                short=_short(currency), advice=_(_ADVICE)
            )
        return ""

    def _doubt(self, row: BankRow, cells: Sequence[str], status: str, *, hidden: bool) -> str:
        if status and status.casefold() not in BOOKED and not row.pending:
            return _("status er “{short}”. Rækken er talt med. Se efter i netbank, om den er gennemført.").format(
                short=_short(status)
            )
        if not row.text:
            return _("der er ingen tekst. Rækken er talt med. Spørg, hvad den er.")
        if row.date is not None and row.date > self.today and not row.pending:
            return _("datoen ligger ude i fremtiden. Rækken er talt med. Se efter i netbank.")
        if row.balance is None and not row.pending and _cell(cells, self.columns.balance):
            return _("saldoen “{short}” kan ikke læses. Rækken er talt med.").format(
                short=_short(_cell(cells, self.columns.balance))
            )
        if hidden:
            return _(
                "teksten havde usynlige tegn. De er taget væk, og rækken er talt med. Se efter, at teksten er rigtig."
            )
        return ""

    def _put_together(self, text: str, name: str) -> tuple[str, bool]:
        if name and name.casefold() not in self.columns.noise and name.casefold() not in text.casefold():
            text = f"{text}, {name}" if text else name
        seen = _HIDDEN.sub("", text)
        plain = " ".join(seen.split())
        return plain, seen != text or not plain

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


_AS_ROW = partial(tuple.__new__, BankRow)
"""As `BankRow._make`, without a call of Python for each row."""


def _unread(column: Sequence[object]) -> list[int]:
    return [n for n, value in enumerate(column) if value is None]


def _places(column: Sequence[T], special: Callable[[T], bool]) -> list[int]:
    """Where in a column a value stands that is special. Each value is looked at once."""
    found = {value for value in set(column) if special(value)}
    return [n for n, value in enumerate(column) if value in found] if found else []


def _cell(cells: Sequence[str], index: int) -> str:
    return cells[index] if 0 <= index < len(cells) else ""


def _short(cell: str) -> str:
    """What a problem quotes of a cell, without signs that cannot be seen."""
    plain = " ".join(_HIDDEN.sub("", cell).split())
    return plain if len(plain) <= 40 else f"{plain[:40]}…"


def _column(lines: Sequence[Line], indexes: Sequence[int]) -> list[str]:
    return [line.cells[i] for i in indexes for line in lines if i < len(line.cells)]
