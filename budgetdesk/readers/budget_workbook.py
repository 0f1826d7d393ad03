"""A budget of ours that comes back from Excel or LibreOffice: what stands on the sheet `Budget` now, row by row, beside
what stood there when it was written.

Columns are found by their headings and sheets by what they hold, so that somebody may move or rename them. Only cells
that may be changed are read (`budget.workbook_layout.changeable`); a formula in one counts as the value that was saved
beside it. What is wrong with one row is a sentence in its `problems`; what is wrong with the whole file is an error.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from budgetdesk.budget import workbook_layout as layout
from budgetdesk.budget.workbook_layout import RowKind, Stamp, WrittenRow
from budgetdesk.errors import BudgetWorkbookError
from budgetdesk.i18n import _
from budgetdesk.readers.budget_workbook_columns import Heading, find_heading
from budgetdesk.readers.budget_workbook_file import open_in, read_bytes
from budgetdesk.readers.budget_workbook_parts import SheetCells, Told, WorkbookCells, workbook_cells
from budgetdesk.readers.budget_workbook_values import Values, read_values
from budgetdesk.readers.incoming import Source

MOST_ROWS = 600
"""Rows of a budget; beyond that it is not one (the longest we make have about 200)."""
_READ = frozenset({RowKind.INCOME, RowKind.EXPENSE, RowKind.NEW_INCOME, RowKind.NEW_EXPENSE})


@dataclass(frozen=True, kw_only=True)
class ReadRow:
    """One row of the sheet as it is now."""

    row: int
    """Its number in the spreadsheet."""
    where: str
    """`Arket Budget, række 12`."""
    kind: RowKind
    key: str = ""
    """The fact; "" on a row for something new."""
    values: Values = field(default_factory=Values)

    @property
    def problems(self) -> tuple[str, ...]:
        """Why it cannot be taken in, in sentences with the cell; none where it can."""
        return self.values.problems

    @property
    def is_new(self) -> bool:
        """Whether it stands on a row for something new."""
        return self.kind in (RowKind.NEW_INCOME, RowKind.NEW_EXPENSE)


@dataclass(frozen=True, kw_only=True)
class BudgetWorkbook:
    """The file."""

    name: str
    stamp: Stamp
    written: Mapping[str, WrittenRow]
    """By key: what each row held when the file was written."""
    rows: tuple[ReadRow, ...]
    """Rows that hold a fact, and rows for something new that somebody has written on."""
    read_columns: frozenset[str]
    """Which values the sheet has a column for: one that is gone changes nothing."""
    notes: tuple[str, ...] = ()
    """What the adviser should know about the file, in sentences."""


def read_budget_workbook(source: Source, told: Told = lambda _sheets: None) -> BudgetWorkbook:
    """Read the file. `told` is called now and then, in the same thread, and may raise UserCancelled.

    Raises BudgetWorkbookError: no Excel file, none of ours, of a newer program, or without what it needs to come back.
    """
    name, data = read_bytes(source)
    book = workbook_cells(data, name, told)
    sheet, heading = _budget_sheet(book, name)
    stamp, written = _data_sheet(book, name, is_budget=heading is not None)
    if sheet is None or heading is None:
        raise BudgetWorkbookError(
            _(
                "Arket “Budget” findes ikke i “{name}”, eller dets overskrifter er væk. Fortryd det i Excel, eller gem "
                "en ny fil fra programmet."
            ).format(name=name)
        )
    program = open_in(source)
    notes = [*_about_sheet(sheet, heading), *_about_program(program)]
    rows = _rows(sheet, heading, written, name)
    return BudgetWorkbook(
        name=name,
        stamp=stamp,
        written=written,
        rows=rows,
        read_columns=heading.values,
        notes=tuple(notes),
    )


def _budget_sheet(book: WorkbookCells, name: str) -> tuple[SheetCells | None, Heading | None]:
    """The sheet with our headings: first the one that has its name, then any other."""
    in_order = sorted(book.sheets, key=lambda one: one.name != layout.BUDGET)
    for sheet in in_order:
        if sheet.name != layout.DATA:
            heading = find_heading(sheet, name)
            if heading is not None:
                return sheet, heading
    return None, None


def _data_sheet(book: WorkbookCells, name: str, *, is_budget: bool) -> tuple[Stamp, dict[str, WrittenRow]]:
    """What the file was made of, from the sheet that is not shown."""
    for sheet in book.sheets:
        if sheet.cell(1, 1).text == "format" and sheet.cell(1, 2).text == layout.FORMAT:
            break
    else:
        if is_budget:
            said = _(
                "Det skjulte ark i “{name}” mangler, så programmet kan ikke se, hvad der er ændret. Gem budgettet som "
                "Excel igen, og skriv tallene ind i den nye fil."
            )
        else:
            said = _("“{name}” er ikke et budget, der er gemt fra programmet. Vælg en fil fra “Gem som Excel”.")
        raise BudgetWorkbookError(said.format(name=name))
    pairs = [(sheet.cell(row, 1).text, sheet.cell(row, 2).text) for row in range(1, layout.ROWS_BEGIN)]
    _check_layout(dict(pairs).get("layout", ""), name)
    try:
        return layout.stamp_of(pairs), _written_rows(sheet)
    except (ValueError, ArithmeticError, KeyError, TypeError) as cause:
        said = _(
            "Det skjulte ark i “{name}” er ændret, så programmet kan ikke stole på det. Gem budgettet som Excel igen, "
            "og skriv tallene ind i den nye fil."
        )
        raise BudgetWorkbookError(said.format(name=name)) from cause


def _check_layout(said: str, name: str) -> None:
    if said.isascii() and said.isdigit():
        if int(said) > layout.LAYOUT:
            newer = _(
                "“{name}” er gemt af en nyere udgave af programmet. Hent den nye udgave, eller gem filen igen her."
            )
            raise BudgetWorkbookError(newer.format(name=name))
        if int(said) < layout.LAYOUT:
            older = _(
                "“{name}” er gemt af en ældre udgave af programmet. Gem budgettet som Excel igen, og brug den fil."
            )
            raise BudgetWorkbookError(older.format(name=name))


def _written_rows(sheet: SheetCells) -> dict[str, WrittenRow]:
    """Raises ValueError where the rows are not as they were written."""
    begin = layout.ROWS_BEGIN
    width = len(layout.ROW_HEADINGS)
    headings = tuple(sheet.cell(begin, at).text for at in range(1, width + 1))
    if headings != layout.ROW_HEADINGS:
        raise ValueError("other headings")
    found = {}
    for row in range(begin + 1, min(sheet.last_row, begin + MOST_ROWS) + 1):
        cells = [sheet.cell(row, at).text for at in range(1, width + 1)]
        if cells[0]:
            found[cells[0]] = layout.written_row(cells)
    return found


def _about_sheet(sheet: SheetCells, heading: Heading) -> list[str]:
    notes = []
    if sheet.name != layout.BUDGET:
        notes.append(_("Arket “Budget” hedder nu “{name}”. Det er læst alligevel.").format(name=sheet.name[:40]))
    for column in heading.missing:
        said = _("Kolonnen “{heading}” mangler på arket. Det, der stod i den, er som før.")
        notes.append(said.format(heading=column))
    return notes


def _about_program(program: str) -> list[str]:
    if not program:
        return []
    said = _("Filen er vist åben i {program}. Det, der ikke er gemt der endnu, er ikke med.")
    return [said.format(program=program)]


def _rows(sheet: SheetCells, heading: Heading, written: Mapping[str, WrittenRow], name: str) -> tuple[ReadRow, ...]:
    last = sheet.last_row
    found: list[ReadRow] = []
    for row in range(heading.row + 1, last + 1):
        made = _row(sheet, heading, row, written)
        if made is not None:
            found.append(made)
        if len(found) > MOST_ROWS:
            said = _("Arket “Budget” i “{name}” har over {most} rækker. Så langt er et budget ikke.")
            raise BudgetWorkbookError(said.format(name=name, most=MOST_ROWS))
    return _only_once(found, written)


def _row(sheet: SheetCells, heading: Heading, row: int, written: Mapping[str, WrittenRow]) -> ReadRow | None:
    """None for what is no row of the budget: titles, sums, empty rows, rows that follow from other facts."""
    key = heading.text(sheet, row, layout.KEY)
    said = heading.text(sheet, row, layout.KIND)
    kind = RowKind(said) if said in {*RowKind} else None
    if kind is RowKind.SHOWN:
        return None
    where = _("Arket {sheet}, række {row}").format(sheet=sheet.name[:40], row=row)
    values = read_values(sheet, heading, row, layout.changeable(key) if key else None, written.get(key))
    if kind in _READ and kind is not None:
        if key or values.is_written_on:
            return ReadRow(row=row, where=where, kind=kind, key=key, values=values)
        return None
    if values.is_amount_typed and not key:
        # Somebody has put a row in, outside those that are ready for it.
        return ReadRow(row=row, where=where, kind=RowKind.NEW_EXPENSE, values=values)
    return None


def _only_once(rows: Sequence[ReadRow], written: Mapping[str, WrittenRow]) -> tuple[ReadRow, ...]:
    """A row that was copied holds the same fact twice, and a fact that was never written is none of ours: neither is
    taken in."""
    times = Counter(row.key for row in rows if row.key)
    made = []
    for row in rows:
        problem = ""
        if row.key and times[row.key] > 1:
            others = ", ".join(str(one.row) for one in rows if one.key == row.key and one is not row)
            problem = _(
                "{where}: rækken er kopieret og står også i række {others}. Slet den ene, og skriv det nye på en tom "
                "række."
            ).format(where=row.where, others=others)
        elif row.key and row.key not in written:
            problem = _("{where}: rækken kan ikke kendes igen. Skriv den på en tom række.").format(where=row.where)
        if problem:
            row = replace(row, values=replace(row.values, problems=(problem,)))  # noqa: PLW2901 - the same row, marked
        made.append(row)
    return tuple(made)
