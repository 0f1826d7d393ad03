"""From the rows of a list of arrears to entries, one at a time. Totals, headings of departments, names of columns that
are printed again and blank rows are passed over and counted; a row that cannot be read is a problem with its line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import chain, islice

from budgetdesk.casework.arrears_entries import Column, ListEntry, cpr_of
from budgetdesk.casework.arrears_rules import ListRules
from budgetdesk.dates import parse_date
from budgetdesk.errors import BadDateError
from budgetdesk.i18n import _
from budgetdesk.ledger.words import fold
from budgetdesk.money import LARGEST, ZERO
from budgetdesk.planning.arrears_list import ListProblem
from budgetdesk.readers.arrears_files import ListFile
from budgetdesk.readers.arrears_layout import ListLayout
from budgetdesk.readers.banks.amounts import AmountCells, convention
from budgetdesk.readers.banks.days import DayCells, day_form
from budgetdesk.readers.banks.sheet import Line

LOOKED_AT = 2000
"""Rows that decide how amounts and days are written."""
MOST_PROBLEMS = 20
LONGEST_TEXT = 200
_SHOWN = 40
_REMEMBERED = 20_000
_SEPARATE = " "


@dataclass
class Tally:
    """What was met on the way; it grows while the rows are read."""

    rows: int = 0
    total: Decimal = ZERO
    problems: list[ListProblem] = field(default_factory=list)
    unread: int = 0
    """Rows that could not be read, the shown problems among them."""
    totals: int = 0
    headings: int = 0
    """Rows without an amount: departments, remarks, names of columns printed again."""
    stated: Decimal | None = None
    """The list's own last sum, kr."""

    @property
    def sum_agrees(self) -> bool | None:
        """Whether the list's own sum is what the rows come to; None where it has none."""
        return None if self.stated is None else self.stated == self.total

    def problem(self, line: int, text: str) -> None:
        """Count it, and keep the first ones to be shown."""
        self.unread += 1
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(ListProblem(line=line, text=text))


def entries(
    file: ListFile, sheet: int, layout: ListLayout, rules: ListRules, *, today: date, tally: Tally
) -> Iterator[ListEntry]:
    """The entries of a sheet, in order, counted in `tally`. Raises ArrearsListError."""
    lines = file.lines(sheet)
    names: tuple[str, ...] = ()
    for line in islice(lines, layout.header_line + 1):
        names = line.cells
    first = list(islice(lines, LOOKED_AT))
    reader = _Reader(layout, rules, first, today=today, names=names if layout.header_line >= 0 else ())
    for line in chain(first, lines):
        entry = reader.read(line, tally)
        if entry is not None:
            tally.rows += 1
            tally.total += entry.amount
            yield entry


class _Reader:
    """How this list writes things."""

    def __init__(
        self, layout: ListLayout, rules: ListRules, first: Sequence[Line], *, today: date, names: Sequence[str]
    ) -> None:
        self._places, self._totals, self._names = layout.places, rules.totals, tuple(names)
        self._initials = {sign for total in rules.totals for sign in (total[0], total[0].upper())}
        self._amounts = AmountCells(convention(self._cell(line, Column.AMOUNT) for line in first))
        self._rents = AmountCells(convention(self._cell(line, Column.RENT) for line in first))
        self._days = {
            column: DayCells(day_form((self._cell(line, column) for line in first), today=today), today)
            for column in (Column.DUE, Column.PAAKRAV)
        }

    def read(self, line: Line, tally: Tally) -> ListEntry | None:
        """The entry of a row; None for one that is none."""
        text = self._cell(line, Column.AMOUNT)
        if not text or line.cells == self._names:
            tally.headings += 1
            return None
        amount = _amount(self._amounts, text)
        who = [self._cell(line, column) for column in (Column.REFERENCE, Column.NAME, Column.ADDRESS)]
        if self._is_total(line, who):
            tally.totals += 1
            tally.stated = amount if amount is not None else tally.stated
            return None
        if amount is None or abs(amount) >= LARGEST:
            tally.problem(line.number, _("Beløbet “{text}” kan ikke læses.").format(text=text[:_SHOWN]))
            return None
        entry = ListEntry(
            line=line.number,
            reference=who[0][:LONGEST_TEXT],
            name=who[1][:LONGEST_TEXT],
            address=who[2][:LONGEST_TEXT],
            phone=self._cell(line, Column.PHONE)[:_SHOWN],
            amount=amount,
            due=self._day(line, Column.DUE),
            paakrav=self._day(line, Column.PAAKRAV),
            rent=self._rent(line),
            cpr=cpr_of(self._cell(line, Column.CPR)),
        )
        if not entry.key and not entry.cpr:
            tally.problem(line.number, _("Der er et beløb, men hverken nummer, navn eller adresse."))
            return None
        return entry

    def _is_total(self, line: Line, who: Sequence[str]) -> bool:
        """A row that begins as a sum does, or has such a word and no number; or a sum without a word. A tenant whose
        name is `Sum` has a number."""
        words = [cell for cell in line.cells if cell and cell[0] in self._initials]
        first = next((cell for cell in line.cells if cell), "")
        if any(self._says_total(word) for word in words if word is first or not who[0]):
            return True
        told = [at for at, cell in enumerate(line.cells) if cell]
        return not any(who) and all(at in self._places[Column.AMOUNT] for at in told)

    def _says_total(self, cell: str) -> bool:
        word = fold(cell).strip()
        return word in self._totals or word.startswith(tuple(f"{total} " for total in self._totals))

    def _cell(self, line: Line, column: Column) -> str:
        at = self._places.get(column, ())
        return _SEPARATE.join(cell for place in at if place < len(line.cells) and (cell := line.cells[place].strip()))

    def _day(self, line: Line, column: Column) -> date | None:
        text = self._cell(line, column)
        return _read_day(self._days[column], text) if text else None

    def _rent(self, line: Line) -> Decimal | None:
        text = self._cell(line, Column.RENT)
        found = _amount(self._rents, text) if text else None
        return found if found is not None and ZERO < found < LARGEST else None


def _amount(cells: AmountCells, text: str) -> Decimal | None:
    if len(cells) > _REMEMBERED:
        cells.clear()
    return cells[text]


def _read_day(cells: DayCells, text: str) -> date | None:
    """The day; one that is written otherwise than the rest of its column (`1/11-2026`) is read by itself."""
    if len(cells) > _REMEMBERED:
        cells.clear()
    if cells[text] is None:
        with suppress(BadDateError):
            cells[text] = parse_date(text, today=cells.today)
    return cells[text]
