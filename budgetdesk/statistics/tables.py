"""The tables that funders and leaders ask for, counted in one pass over the cases.

Every table counts by the day the thing happened (begun, ended, threatened, left, offered), never by the day it was
written down. What is not known is counted as not known. Small numbers are hidden (`hiding`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from budgetdesk.statistics import hiding
from budgetdesk.statistics.categories import Categories
from budgetdesk.statistics.counted import Counted
from budgetdesk.statistics.definitions import DEFINITIONS, Definition
from budgetdesk.statistics.hiding import Shown


@dataclass(frozen=True, kw_only=True)
class Selection:
    """Which cases: from one day to another (both included), of one organisation, in one area; empty is all."""

    first: date | None = None
    last: date | None = None
    organisation: str = ""
    area: str = ""

    def holds(self, day: date | None) -> bool:
        """Whether a day lies in the period. A day that is not known lies in no period that has an end."""
        if day is None:
            return self.first is None and self.last is None
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)

    def chosen(self, case: Counted) -> bool:
        """Whether a case is of the organisation and the area that are asked about."""
        ours = not self.organisation or case.organisation == self.organisation
        return ours and (not self.area or case.area == self.area)


@dataclass(frozen=True, kw_only=True)
class Row:
    """One word of a table, and in how many cases it is; None where that is hidden."""

    word: str
    cases: Shown


@dataclass(frozen=True, kw_only=True)
class Table:
    """One table. `several`: a case may stand in several rows, so that the rows do not add up to the cases."""

    name: str
    rows: tuple[Row, ...]
    unknown: Shown
    """Cases that the table is about and of which nothing is known here."""
    cases: Shown
    """Cases that the table is about; None where that would tell too much."""
    several: bool
    without_day: Shown = 0
    """Cases left out because the day that the period asks about is not known."""


def count(cases: Iterable[Counted], selection: Selection, categories: Categories) -> dict[str, Table]:
    """All tables, in one pass. `cases` are those that may be counted: never the sample household."""
    found = {definition.name: Counter[str]() for definition in DEFINITIONS}
    known, unknown, undated = Counter[str](), Counter[str](), Counter[str]()
    for case in cases:
        if not selection.chosen(case):
            continue
        for one in DEFINITIONS:
            if not one.about(case):
                continue
            day = one.day(case)
            if not selection.holds(day):
                undated[one.name] += day is None
                continue
            words = one.words(case, categories)
            found[one.name].update(set(words))
            (known if words else unknown)[one.name] += 1
    return {
        one.name: _table(one, found[one.name], known[one.name], unknown[one.name], undated[one.name], categories)
        for one in DEFINITIONS
    }


def _table(
    one: Definition, found: Counter[str], known: int, unknown: int, undated: int, categories: Categories
) -> Table:
    order = list(categories.lists.get(one.name, ()))
    words = sorted(found, key=lambda word: (order.index(word) if word in order else len(order), word))
    if one.several:
        shown = tuple(hiding.of(found[word]) for word in words)
        cases, not_known = hiding.hide([known, unknown], adds_up=True)
        whole = hiding.of(known + unknown) if None not in (cases, not_known) or not unknown else None
        return _made(one, words, shown, not_known, whole, undated)
    cells = [*(found[word] for word in words), unknown]
    *rows, not_known = hiding.hide(cells, adds_up=True)
    whole = sum(cells) if hiding.total_may_be_shown(cells, [*rows, not_known]) else None
    return _made(one, words, tuple(rows), not_known, whole, undated)


def _made(
    one: Definition, words: list[str], rows: tuple[Shown, ...], unknown: Shown, whole: Shown, undated: int
) -> Table:
    return Table(
        name=one.name,
        rows=tuple(Row(word=word, cases=cell) for word, cell in zip(words, rows, strict=True)),
        unknown=unknown,
        cases=whole,
        several=one.several,
        without_day=hiding.of(undated),
    )
