"""Entered figures to and from a file: what one organisation has read in the notice, another need not type."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from budgetdesk.actions.rate_checks import check
from budgetdesk.actions.rates import RateStore, keep, taken
from budgetdesk.benefits.rate_edits import RateEdit, live
from budgetdesk.benefits.rates import Series
from budgetdesk.errors import NoRateError, RateEntryError
from budgetdesk.i18n import _
from budgetdesk.readers import rate_edits as reader
from budgetdesk.readers.rate_edits import FileRow
from budgetdesk.storage.files import replace_file


class Coming(StrEnum):
    """What a value of a file would be here."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    REFUSED = "refused"


@dataclass(frozen=True, kw_only=True)
class PreviewRow:
    """One value of a file beside what is here. `counts`: it carries two names, and counts at once."""

    coming: Coming
    law: str
    series: Series | None
    name: str
    """The figure's name in the file, where we do not have it."""
    edit: RateEdit | None = None
    here: str = ""
    """The value on the first of its days here, as text with a dot; empty where there is none."""
    counts: bool = False
    why: str = ""
    """Why it is refused."""


def export_rates(workspace: RateStore, target: Path) -> int:
    """Write every figure that was entered and not withdrawn. Returns how many. Raises StoreNotWritableError."""
    edits = live(workspace.library.rate_edits)
    replace_file(target, reader.dump(edits, workspace.library.shipped_rates))
    return len(edits)


def preview(workspace: RateStore, source: Path, *, by: str) -> tuple[PreviewRow, ...]:
    """What a file would bring; nothing is taken in. Where a value carries no name, `by` is who entered it. Raises
    RatesFileError when it is no such file."""
    return tuple(_preview(workspace, row, by) for row in reader.read(source))


def take_in(workspace: RateStore, rows: tuple[PreviewRow, ...]) -> int:
    """Take in what is new and what is changed. A value counts at once only where it carries the names of two; the
    others wait. Returns how many were taken in."""
    edits = workspace.library.rate_edits
    coming = [row.edit for row in rows if row.edit is not None and row.coming in (Coming.NEW, Coming.CHANGED)]
    for edit in coming:
        edits = taken(edits, edit, workspace.today)
    keep(workspace, edits)
    return len(coming)


def _preview(workspace: RateStore, row: FileRow, by: str) -> PreviewRow:
    own = workspace.library.shipped_rates
    series = own[row.law].series.get(row.series) if row.law in own else None
    made = PreviewRow(coming=Coming.REFUSED, law=row.law, series=series, name=row.series, why=row.problem)
    if row.edit is None:
        return made
    # Days of its own life elsewhere do not count here: it is entered here today.
    edit = replace(row.edit, id="", withdrawn_by="", withdrawn_on=None, entered_on=workspace.today)
    edit = edit if edit.entered_by else replace(edit, entered_by=by)
    why = _refused(workspace, edit, row.unit, series)
    if why or series is None:
        return replace(made, edit=edit, why=why)
    here = _here(workspace, edit)
    coming = Coming.NEW if not here else Coming.SAME if _same(workspace, edit) else Coming.CHANGED
    return replace(made, coming=coming, edit=edit, here=here, counts=edit.confirmed, why="")


def _refused(workspace: RateStore, edit: RateEdit, unit: str, series: Series | None) -> str:
    if series is not None and unit and unit != series.unit:
        return _("Enheden er “{unit}” i filen og “{unit_2}” her. Spørg den, filen kommer fra.").format(
            unit=unit, unit_2=series.unit
        )
    library = workspace.library
    try:
        check(library.shipped_rates, live(library.rate_edits), edit)
    except RateEntryError as error:
        return str(error)
    return ""


def _here(workspace: RateStore, edit: RateEdit) -> str:
    """The value on the first day, whether it counts or waits."""
    found = _entered_here(workspace, edit)
    if found is not None:
        return str(found.value)
    try:
        return str(workspace.library.rates[edit.law].on(edit.series, edit.start).value)
    except NoRateError:
        return ""


def _same(workspace: RateStore, edit: RateEdit) -> bool:
    """Whether the file says nothing new: the same value for the very days, entered or of the program itself."""
    found = _entered_here(workspace, edit)
    if found is not None:
        return found.value == edit.value and (found.confirmed or not edit.confirmed)
    own = workspace.library.rates[edit.law].series[edit.series].rates
    return any(rate.value == edit.value and rate.start <= edit.start and edit.end <= rate.end for rate in own)


def _entered_here(workspace: RateStore, edit: RateEdit) -> RateEdit | None:
    there = [one for one in live(workspace.library.rate_edits) if one.of_same(edit) and one.days == edit.days]
    return there[-1] if there else None
