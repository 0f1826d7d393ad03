"""The tables that funders and leaders ask for, counted in one pass over the cases.

Every table counts by the day the thing happened (begun, ended, threatened, left, offered), never by the day it was
written down. What is not known is counted as not known. Small numbers are hidden (`hiding`), so that nothing can be
worked out by subtraction within a table, between tables of the same cases, or between a table and a part of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from budgetdesk.i18n import translated
from budgetdesk.statistics import hiding
from budgetdesk.statistics.categories import Categories
from budgetdesk.statistics.counted import Counted
from budgetdesk.statistics.definitions import BY_NAME, DEFINITIONS, About, Day, Definition, counts_for
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
    without_consent: Shown = 0
    """Cases left out because nobody has said yes to being counted here."""
    too_few: bool = False
    """Whether there are so few that not even the words are shown."""


@dataclass
class _Found:
    """What one table has found so far."""

    words: Counter[str] = field(default_factory=Counter)
    known: int = 0
    unknown: int = 0
    undated: int = 0
    without_consent: int = 0


def count(cases: Iterable[Counted], selection: Selection, categories: Categories) -> dict[str, Table]:
    """All tables, in one pass. `cases` are those that may be counted: never the sample household."""
    found = {definition.name: _Found() for definition in translated(DEFINITIONS)}
    alike = [(about, day, [(one, found[one.name]) for one in same]) for (about, day), same in _alike().items()]
    for case in cases:
        if selection.chosen(case):
            for about, day_of, same in alike:
                if about(case):
                    day = day_of(case)
                    inside = selection.holds(day)
                    for one, into in same:
                        _add(into, one, case, categories, inside=inside, dated=day is not None)
    tables = {one.name: _table(one, found[one.name], categories) for one in translated(DEFINITIONS)}
    return tables | {
        one.name: _not_subtracted(one, found, tables, categories)
        for one in translated(DEFINITIONS)
        if one.within in BY_NAME
    }


def words_of(one: Definition, case: Counted, selection: Selection, categories: Categories) -> frozenset[str] | None:
    """The words under which a table counts a case (none: not known); None where it does not count it."""
    if not (selection.chosen(case) and one.about(case) and selection.holds(one.day(case)) and counts_for(one, case)):
        return None
    return frozenset(one.words(case, categories))


def _alike() -> dict[tuple[About, Day], list[Definition]]:
    """Tables that are about the same cases by the same day: those are looked up once for all of them."""
    found: dict[tuple[About, Day], list[Definition]] = {}
    for one in translated(DEFINITIONS):
        found.setdefault((one.about, one.day), []).append(one)
    return found


def _add(into: _Found, one: Definition, case: Counted, categories: Categories, *, inside: bool, dated: bool) -> None:
    if not inside:
        into.undated += not dated
    elif not counts_for(one, case):
        into.without_consent += 1
    elif words := one.words(case, categories):
        into.known += 1
        for word in words if len(words) == 1 else set(words):
            into.words[word] += 1
    else:
        into.unknown += 1


def _table(one: Definition, found: _Found, categories: Categories, forced: Iterable[str] = ()) -> Table:
    """`forced`: words that are hidden in any case."""
    order = list(one.order or categories.lists.get(one.within or one.name, ()))
    words = sorted(found.words, key=lambda word: (order.index(word) if word in order else len(order), word))
    if one.several:
        return _several(one, found, words, {place for place, word in enumerate(words) if word in set(forced)})
    # Those without consent are told of as well: one more cell of what all tables of these cases come to together.
    cells = [*(found.words[word] for word in words), found.unknown, *_left_out(one, found)]
    shown = hiding.hide(cells, adds_up=True)
    if not hiding.total_may_be_shown(cells, shown):
        return _too_few(one, found, sum(cells))
    rows, unknown = shown[: len(words)], shown[len(words)]
    without = shown[-1] if one.consent else 0
    whole = None if without is None else sum(cells) - without
    made = tuple(Row(word=word, cases=cell) for word, cell in zip(words, rows, strict=True))
    return _made(one, found, made, unknown, whole, without)


def _several(one: Definition, found: _Found, words: list[str], forced: set[int]) -> Table:
    parts = [found.known, found.unknown, *_left_out(one, found)]
    shown = hiding.hide(parts, adds_up=True)
    if not hiding.total_may_be_shown(parts, shown):
        return _too_few(one, found, sum(parts))
    unknown, without = shown[1], shown[-1] if one.consent else 0
    cells = hiding.hide_several([found.words[word] for word in words], found.known, forced=forced)
    whole = None if without is None else sum(parts) - without
    if cells and not any(cell is not None for cell in cells) and found.known > len(words):
        # So many cases in so few small rows: that would say how small.
        return replace(_made(one, found, (), unknown, whole, without), too_few=True)
    rows = tuple(Row(word=word, cases=cell) for word, cell in zip(words, cells, strict=True))
    return _made(one, found, rows, unknown, whole, without)


def _left_out(one: Definition, found: _Found) -> list[int]:
    return [found.without_consent] if one.consent else []


def _too_few(one: Definition, found: _Found, total: int) -> Table:
    """Not even the words: each of them would say that somebody is there, and other tables tell how many in all."""
    without = hiding.of(found.without_consent)
    cases = hiding.of(total) if found.without_consent == 0 else None
    return replace(_made(one, found, (), None if total else 0, cases, without), too_few=total > 0)


def _made(one: Definition, found: _Found, rows: tuple[Row, ...], unknown: Shown, whole: Shown, without: Shown) -> Table:
    return Table(
        name=one.name,
        rows=rows,
        unknown=unknown,
        cases=whole,
        several=one.several,
        without_day=hiding.of(found.undated),
        without_consent=without,
    )


def _not_subtracted(
    one: Definition, found: dict[str, _Found], tables: dict[str, Table], categories: Categories
) -> Table:
    """A table that is a part of another, without the cells that would tell of the few who are only in the other."""
    whole = {row.word: row.cases for row in tables[one.within].rows}
    part = found[one.name].words
    forced = [word for word, cases in whole.items() if cases is not None and 0 < cases - part[word] < hiding.LEAST]
    return _table(one, found[one.name], categories, forced)
