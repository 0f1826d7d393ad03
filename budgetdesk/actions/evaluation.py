"""For leaders and evaluators: did evictions fall because of the effort, and what does it cost and save?

What was typed is kept in the store as it was typed. Nothing here knows a case.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Protocol

from budgetdesk.errors import BadInputError
from budgetdesk.i18n import SOURCE_LANGUAGE, _, speaking
from budgetdesk.money import ZERO, parse_amount
from budgetdesk.readers.area_table import parse_rows
from budgetdesk.readers.evaluations import load_evaluations
from budgetdesk.statistics.areas import aligned, years_left_out
from budgetdesk.statistics.effect import Series
from budgetdesk.statistics.interval import Judged, judged
from budgetdesk.statistics.reports import Evaluations
from budgetdesk.statistics.savings import Saving, mean_loss
from budgetdesk.storage.files import replace_file
from budgetdesk.wording.effect_report import evaluation_content

KEY = "evaluation"
Cells = tuple[tuple[str, ...], ...]


class Settings(Protocol):
    """Where what was typed is kept."""

    def setting(self, key: str) -> object: ...

    def save_setting(self, key: str, value: object) -> None: ...


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """What leaders typed, as it was typed."""

    cells: Cells = ()
    cost: str = ""
    """What the effort costs, kr. a year per 1,000 tenancies."""
    losses: str = ""
    """Estimates of what one eviction costs the landlord, kr., with semicolons between them."""


@dataclass(frozen=True, kw_only=True)
class Evaluation:
    """What follows. `savings`: year -> cost and saving; empty where cost or loss is not given."""

    effort: Series
    control: Series
    judged: tuple[Judged, ...]
    left_out: tuple[int, ...]
    """Years that some areas have and others do not."""
    loss: Decimal | None = None
    savings: Mapping[int, Saving] | None = None


def inputs(store: Settings) -> Inputs:
    """What was typed last time."""
    kept = store.setting(KEY)
    if not isinstance(kept, dict):
        return Inputs()
    cells = kept.get("cells")
    rows = tuple(tuple(map(str, row)) for row in cells if isinstance(row, list)) if isinstance(cells, list) else ()
    return Inputs(cells=rows, cost=str(kept.get("cost", "")), losses=str(kept.get("losses", "")))


def keep_inputs(store: Settings, typed: Inputs) -> None:
    """Keep what was typed. Raises StoreError."""
    if typed != inputs(store):
        cells = [list(row) for row in typed.cells]
        store.save_setting(KEY, {"cells": cells, "cost": typed.cost, "losses": typed.losses})


def evaluate(typed: Inputs) -> Evaluation:
    """Effect and saving of what was typed. Raises BadInputError, naming row and column, where it cannot be used."""
    rows = parse_rows(typed.cells)
    if not rows:
        raise BadInputError(_("Der er ingen tal endnu. Skriv områder og år, eller hent dem fra en fil."))
    effort, control = aligned(rows)
    found = judged(effort, control)
    loss = _loss(typed.losses)
    cost = parse_amount(typed.cost) if typed.cost.strip() else None
    return Evaluation(
        effort=effort,
        control=control,
        judged=found,
        left_out=years_left_out(rows),
        loss=loss,
        savings=_savings(found, cost, loss),
    )


def reports() -> Evaluations:
    """The counts of the published evaluations."""
    return load_evaluations()


def write(found: Evaluation, target: Path, *, on: date, organisation: str) -> None:
    """Write the evaluation as `.pdf`, `.xlsx` or `.csv`, in Danish. Raises BadInputError for another ending, and
    StoreNotWritableError."""
    replace_file(target, as_bytes(found, target.suffix.lower(), on=on, organisation=organisation))


@speaking(SOURCE_LANGUAGE)
def as_bytes(found: Evaluation, ending: str, *, on: date, organisation: str) -> bytes:
    """The evaluation as a file."""
    from budgetdesk.documents.workbooks.statistics_workbook import table, workbook  # noqa: PLC0415 - not before it is wanted

    content = evaluation_content(
        found.effort, found.control, found.judged, found.savings or {}, on=on, organisation=organisation
    )
    if ending == ".pdf":
        from budgetdesk.documents.papers.statistics_pdf import statistics_pdf  # noqa: PLC0415 - ReportLab is slow to import

        return statistics_pdf(content)
    if ending not in (".xlsx", ".csv"):
        raise BadInputError(_("Lad filens navn ende på .pdf, .xlsx eller .csv."))
    return workbook(content) if ending == ".xlsx" else table(content)


def _loss(text: str) -> Decimal | None:
    estimates = [parse_amount(part) for part in text.split(";") if part.strip()]
    if any(one < ZERO for one in estimates):
        raise BadInputError(_("Tabet ved en udsættelse skal være over nul. Ret det."))
    return mean_loss(estimates) if estimates else None


def _savings(found: Sequence[Judged], cost: Decimal | None, loss: Decimal | None) -> dict[int, Saving]:
    """By the method of the reports where the years before allow it, else by the plain difference."""
    if cost is None or loss is None:
        return {}
    return {one.year: Saving(cost, one.prevented, loss) for one in found}
