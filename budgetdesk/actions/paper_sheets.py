"""What the numbers on a printed sheet mean: bound to the sheet, so that no row that is deleted or added later moves
another one into its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from budgetdesk.budget.paper_numbers import PaperRow, SheetRow
from budgetdesk.casework.record import Record
from budgetdesk.household import paths
from budgetdesk.i18n import _

_OF = "\n"
"""Between what kind of row it is and what it is called."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def drawn(record: Record, rows: Sequence[PaperRow]) -> tuple[SheetRow, ...]:
    """The numbers of a sheet that is drawn now."""
    return tuple(
        SheetRow(number=row.number, path=row.path, title=row.title, mark=_mark(record, row.path)) for row in rows
    )


def as_on_sheet(
    record: Record, now: Sequence[PaperRow], sheet: Sequence[SheetRow]
) -> tuple[dict[str, PaperRow], dict[str, str]]:
    """The rows of today by the numbers they had on a sheet; and the numbers whose row is gone or another one now, with
    the sentence. A line that was empty on the sheet is the one row it has now."""
    here = {row.path: row for row in now}
    known: dict[str, PaperRow] = {}
    lost: dict[str, str] = {}
    for old in sheet:
        row = here.get(old.path)
        problem = _gone(record, old, row)
        if row is not None and not problem:
            known[old.number] = replace(row, number=old.number)
        else:
            lost[old.number] = problem
    for row in now:
        if row.number not in known and row.number not in lost:
            problem = _came_later(row, now)
            if problem:
                lost[row.number] = problem
            else:
                known[row.number] = row
    return known, lost


def _gone(record: Record, old: SheetRow, row: PaperRow | None) -> str:
    """Why a number of the sheet cannot be typed any more; "" where its row is the one it was."""
    mark = _mark(record, old.path)
    if row is None or mark.partition(_OF)[0] != old.mark.partition(_OF)[0]:
        return _(
            "Nummer {number} ({title}) er slettet, siden arket blev skrevet ud. Tilføj rækken i budgettet, hvis den "
            "stadig er der."
        ).format(number=old.number, title=old.title)
    if mark != old.mark:
        return _(
            "Nummer {number} hed “{old}” på arket. Nu hedder rækken “{new}”. Er det den samme, så ret beløbet i "
            "budgettet."
        ).format(number=old.number, old=old.title, new=row.title)
    return ""


def _came_later(row: PaperRow, now: Sequence[PaperRow]) -> str:
    """Why a number that had no row on the sheet cannot be typed; "" for the only row of a line."""
    line = row.number.rstrip(_LETTERS)
    if sum(other.number.rstrip(_LETTERS) == line for other in now) == 1:
        return ""
    said = _("Nummer {number} er kommet til, siden arket blev skrevet ud. Ret beløbet i budgettet.")
    return said.format(number=row.number)


def _mark(record: Record, path: str) -> str:
    """What a row is about, in the case's own words; "" for a fact there is only one of, and for one that is gone."""
    whole = f"case.{path}".rpartition(".")[0]
    if not whole.endswith("]"):
        return ""
    try:
        about = paths.get(record, whole)
    except KeyError:
        return ""
    kind, name = (
        " ".join(str(getattr(about, field, "") or "") for field in fields)
        for fields in (("line", "kind", "person"), ("label", "creditor"))
    )
    return f"{kind}{_OF}{name}"
