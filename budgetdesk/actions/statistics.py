"""The statistics of the store: all tables of a period, an organisation or an area, counted in one pass."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Protocol

from budgetdesk.errors import BadInputError
from budgetdesk.household.words import HomeStatus
from budgetdesk.i18n import _
from budgetdesk.readers.categories import load_categories
from budgetdesk.statistics.counted import Counted
from budgetdesk.statistics.found import Statistics
from budgetdesk.statistics.outcome import Kept, kept
from budgetdesk.statistics.plans import plans
from budgetdesk.statistics.series import series
from budgetdesk.statistics.tables import Selection, Table, count


class CountsOf(Protocol):
    """What is needed of a workspace."""

    today: date

    def counted(self) -> dict[str, Counted]:
        """Case number -> what statistics count about it."""


def statistics(workspace: CountsOf, selection: Selection) -> Statistics:
    """Read and count all cases. In a thread where a window waits. Raises BadInputError where the period ends before it
    begins, and StoreError."""
    check(selection)
    return statistics_of(workspace.counted().values(), selection, on=workspace.today)


def check(selection: Selection) -> None:
    """Raises BadInputError where the period ends before it begins."""
    if selection.first and selection.last and selection.last < selection.first:
        raise BadInputError(_("Perioden slutter, før den begynder. Ret dagene."))


def statistics_of(cases: Iterable[Counted], selection: Selection, *, on: date) -> Statistics:
    """The same from cases that have been read already, such as when another period is chosen."""
    every, categories = tuple(cases), load_categories()
    begun = (one for one in every if selection.chosen(one) and selection.holds(one.began))
    ended = (one for one in every if selection.chosen(one) and one.ended and selection.holds(one.ended))
    tables = count(every, selection, categories)
    return Statistics(
        selection=selection,
        tables=tables,
        kept_after_start=_kept(tables["home_after_start"], (one.a_year_after_start for one in begun)),
        kept_after_end=_kept(tables["home_after_end"], (one.a_year_after_end for one in ended)),
        categories=categories,
        plans=plans(every, selection),
        on=on,
        series=series(every, selection, on),
    )


def _kept(table: Table, homes: Iterable[HomeStatus | None]) -> Kept:
    """Not shown where the table of the same homes hides one: it could be worked out."""
    homes_seen = [row.cases for row in table.rows if row.word != HomeStatus.UNKNOWN]
    return replace(kept(homes), hidden=table.too_few or None in homes_seen)
