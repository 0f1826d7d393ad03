"""The budget and the plan as an Excel file: made, and written where somebody chose."""

from __future__ import annotations

from pathlib import Path

from budgetdesk import __version__
from budgetdesk.actions.library import Library
from budgetdesk.actions.overview import Overview, in_danish
from budgetdesk.casework.record import Record
from budgetdesk.documents.workbooks.budget_workbook import Premises, budget_workbook
from budgetdesk.errors import BadInputError
from budgetdesk.i18n import SOURCE_LANGUAGE, _, speaking, translated
from budgetdesk.readers.lenses import load_yardsticks
from budgetdesk.storage.files import replace_file

ENDING = ".xlsx"


def content(
    record: Record, overview: Overview, library: Library, *, with_number: bool = False, store: str = ""
) -> bytes:
    """The file, Danish whatever the window speaks. `with_number`: the case's number stands in it; `store`: the case's
    id in the store, by which the way back knows it again."""
    seen = in_danish(record, overview, library)
    with speaking(SOURCE_LANGUAGE):
        spoken = translated(library)
        premises = Premises(
            chart=spoken.chart,
            yardsticks=load_yardsticks(spoken.rates, on=seen.on, policy=spoken.policy),
            policy=spoken.policy,
            version=__version__,
        )
        return budget_workbook(record.case, seen, premises, with_number=with_number, store=store)


def write(
    record: Record,
    overview: Overview,
    library: Library,
    target: Path,
    *,
    with_number: bool = False,
    store: str = "",
) -> None:
    """Write the file. It is not encrypted: whoever calls this says so first. Raises BadInputError where its name does
    not end in `.xlsx`, and StoreNotWritableError."""
    if target.suffix.lower() != ENDING:
        raise BadInputError(_("“{name}” kan ikke skrives. Lad navnet ende på .xlsx.").format(name=target.name))
    replace_file(target, content(record, overview, library, with_number=with_number, store=store))
