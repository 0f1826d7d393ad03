"""What is held of every Excel file of a budget: its figures, and that a change in it counts as one in the case."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from html import unescape
from typing import Any

import workbook_households as homes
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter
from reckoner import Place, Workbook

from budgetdesk.budget import workbook_layout as layout
from budgetdesk.budget.chart import Owner
from budgetdesk.budget.lens_lines import left_over
from budgetdesk.household import paths
from budgetdesk.household.case import Case, Expense
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.planning.liquidity import kroner_of
from budgetdesk.planning.year import with_agreed, year_of
from budgetdesk.wording.key_figures import income_is_known

OERE = 0.005


def figures_are_the_programs(made: homes.Made) -> None:
    """The values that stand in the file are those of the program, found another way than the file was made."""
    book, month = Workbook(made.content), made.overview.month
    top = dict(
        zip(
            "EFGHI",
            ("income_per_month", "expenses_per_month", "raadighedsbeloeb", "luft", "for_living_per_week"),
            strict=True,
        )
    )
    for letter, name in top.items():
        assert _kept(book, (layout.BUDGET, f"{letter}4")) == float(getattr(month, name)), name
    for lens in month.lenses:
        place = results(book).get(layout.LENS_SHEETS[lens.key])
        amount = lens.amount_per_month
        if amount is None and lens.lines:
            amount = left_over(lens.lines)
        assert (None if place is None else _kept(book, place)) == (None if amount is None else float(amount)), lens.key
    _months(book, made)
    _rest(book, made)


def _months(book: Workbook, made: homes.Made) -> None:
    overview = made.overview
    flow = with_agreed(made.case, overview.ahead, overview.plan)
    year = year_of(made.case, flow) if flow is not None and income_is_known(overview.month) else None
    if year is None:
        assert (layout.MONTHS, "A4") not in book.cells
        return
    for number, one in enumerate(year.months):
        for title, value in (("Ind i alt", one.came_in), ("Ud i alt", one.went_out), ("Tilbage", one.left)):
            place = (layout.MONTHS, month_cell(book, title, number))
            assert abs(_kept(book, place) - float(kroner_of(value))) < OERE, (title, number)


def _rest(book: Workbook, made: homes.Made) -> None:
    agreement = made.case.agreement
    if agreement is None:
        return
    paid = sum((one.amount for one in agreement.instalments), Decimal(0))
    owed = made.case.arrears.total
    last = 7 + len(agreement.instalments)
    assert abs(_kept(book, (layout.PLAN, f"E{last}")) - float(owed - paid)) < OERE


def _kept(book: Workbook, place: Place) -> float:
    return round(float(book.kept[place]), 2)


def results(book: Workbook) -> dict[str, Place]:
    """What each sheet says is left: the budget's luft, and the last sum of each of the others that has one."""
    found = {layout.BUDGET: luft(book)}
    for sheet in layout.LENS_SHEETS.values():
        sums = [
            int(cell[1:])
            for (name, cell), formula in book.formulas.items()
            if name == sheet and cell.startswith("E") and formula.startswith(("ROUND(SUM(", "INT("))
            and "*12" not in formula
        ]  # fmt: skip
        if sums:
            found[sheet] = sheet, f"E{max(sums)}"
    return found


def luft(book: Workbook) -> Place:
    """Where luft is worked out."""
    del book
    return layout.BUDGET, "H4"


def month_cell(book: Workbook, title: str, number: int) -> str:
    """The cell of a row of the year, by its title and the number of the month."""
    rows = [cell for (sheet, cell), value in book.cells.items() if sheet == layout.MONTHS and value == title]
    return f"{get_column_letter(2 + number)}{next(cell for cell in rows if cell.startswith('A'))[1:]}"


def row_of(sheet: Any, key: str) -> int:
    """The row of a fact on the sheet `Budget`, of openpyxl."""
    return next(row for row in range(1, sheet.max_row) if sheet[f"{layout.KEY.letter}{row}"].value == key)


def free_row(book: Workbook, group: str) -> int:
    """The first free row of a section."""
    title = homes.library().chart.groups.get(group, "Indtægter")
    sheet, letter = layout.BUDGET, layout.NUMBER.letter
    heading = next(
        int(cell[1:]) for (name, cell), v in book.cells.items() if (name, v, cell[0]) == (sheet, title, letter)
    )
    kinds = (layout.RowKind.NEW_INCOME, layout.RowKind.NEW_EXPENSE)
    return next(
        row for row in range(heading, heading + 500) if book.cells.get((sheet, f"{layout.KIND.letter}{row}")) in kinds
    )


def all_text(content: bytes) -> str:
    """Everything that is written in the file, wherever."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return unescape("\n".join(packed.read(name).decode() for name in packed.namelist()))


@dataclass(frozen=True)
class Edits:
    """Other amounts and rhythms for the rows that may have them, by turns, and new lines."""

    amounts: tuple[int, ...]
    rhythms: tuple[Rhythm | None, ...]
    lines: tuple[tuple[int, int, Rhythm], ...]
    """Which line of the chart, øre, and how often."""


def edits() -> st.SearchStrategy[Edits]:
    """Any edits."""
    line = st.tuples(st.integers(0, 10_000), st.integers(0, 3_000_000), st.sampled_from(Rhythm))
    return st.builds(
        Edits,
        amounts=st.lists(st.integers(0, 3_000_000), min_size=1, max_size=7).map(tuple),
        rhythms=st.lists(st.none() | st.sampled_from(Rhythm), min_size=1, max_size=5).map(tuple),
        lines=st.lists(line, max_size=4).map(tuple),
    )


def edited(made: homes.Made, edits: Edits) -> tuple[Workbook, Case]:
    """The file with the edits written in its free cells, and the case with the same changes made to it."""
    book, case = Workbook(made.content), made.case
    for at, (row, key) in enumerate(_typed(book)):
        may = layout.changeable(key)
        amount = Decimal(edits.amounts[at % len(edits.amounts)]).scaleb(-2)
        rhythm = edits.rhythms[at % len(edits.rhythms)]
        book.put(layout.BUDGET, f"{layout.AMOUNT.letter}{row}", float(amount))
        case = paths.put(case, key, amount)
        if rhythm is not None and "rhythm" in may:
            book.put(layout.BUDGET, f"{layout.RHYTHM.letter}{row}", layout.RHYTHM_WORDS[rhythm])
            case = paths.put(case, f"{key.rpartition('.')[0]}.rhythm", rhythm)
    return book, _with_lines(book, case, edits)


def _typed(book: Workbook) -> list[tuple[int, str]]:
    letter = layout.KEY.letter
    found = [
        (int(cell[1:]), str(value))
        for (sheet, cell), value in book.cells.items()
        if sheet == layout.BUDGET and cell.startswith(letter) and cell[1:].isdecimal() and value and value != "Nøgle"
    ]
    return sorted(found)


def _with_lines(book: Workbook, case: Case, edits: Edits) -> Case:
    chart = homes.library().chart
    lines = [line for line in chart.lines.values() if line.owner is Owner.BUDGET]
    used: dict[str, int] = {}
    for chosen, oere, rhythm in edits.lines:
        line = lines[chosen % len(lines)]
        at = free_row(book, line.group) + used.setdefault(line.group, 0)
        used[line.group] += 1
        if used[line.group] > layout.FREE_ROWS:
            continue
        amount = Decimal(oere).scaleb(-2)
        written = ((layout.LINE, layout.line_label(line.code, line.title)), (layout.AMOUNT, float(amount)),
                   (layout.RHYTHM, layout.RHYTHM_WORDS[rhythm]))  # fmt: skip
        for column, value in written:
            book.put(layout.BUDGET, f"{column.letter}{at}", value)
        new = Expense(id=paths.next_id(case.expenses, "e"), line=line.code, amount=amount, rhythm=rhythm)
        case = replace(case, expenses=(*case.expenses, new))
    return case


def counts_alike(book: Workbook, case: Case) -> None:
    """The file, worked out anew, says of the month and of everybody who counts what the program says of the case."""
    month = homes.seen(case).month
    for letter, value in (("E", month.income_per_month), ("F", month.expenses_per_month), ("G", month.raadighedsbeloeb),
                          ("H", month.luft), ("I", month.for_living_per_week)):  # fmt: skip
        found = book.value(layout.BUDGET, f"{letter}4")
        assert abs(found - float(value)) < OERE, (letter, found, value)
    for lens in month.lenses:
        place = results(book).get(layout.LENS_SHEETS[lens.key])
        amount = lens.amount_per_month
        if amount is None and lens.lines:
            amount = left_over(lens.lines)
        if place is not None and amount is not None:
            assert abs(book.value(*place) - float(amount)) < OERE, (lens.key, place, book.value(*place), amount)


class Saved(Workbook):
    """A file that another program has worked out: its values are taken as they stand."""

    def value(self, sheet: str, cell: str) -> Any:
        return self.kept.get((sheet, cell), self.cells.get((sheet, cell)))


def unlike(book: Workbook, values: Mapping[Place, Any], after: Workbook) -> list[str]:
    """Formulas whose value another program finds to be another one than `values` has, to the øre."""
    found = []
    for place, one in values.items():
        kept, value = "" if one is None else one, after.kept.get(place, "")
        numbers = isinstance(kept, int | float) and isinstance(value, int | float)
        if (abs(kept - value) >= OERE) if numbers else kept != value:
            found.append(f"{place}: {kept} for {value}; {book.formulas[place]}")
    return found
