"""What is kept beside each case, so that ten thousand are listed, searched and counted without reading them whole.

Three texts per case, written in the transaction of every save: its place in lists, what statistics count, and (where
there is one) what following its plan needs. They follow from the case and hold nothing else; where they are missing, or
were made by a program that knew them otherwise, they are made anew (`make_again`).
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, String, Table, cast, delete, insert, select, update

from budgetdesk.casework.case_summary import CaseSummary, InList, in_list
from budgetdesk.household.case import Arrears, Case
from budgetdesk.statistics.counted import Counted, counted
from budgetdesk.storage import many_cases, plan_cases
from budgetdesk.storage.bulk import insert_columns, read_rows
from budgetdesk.storage.listed_cases import LAYOUT, read_cases, written
from budgetdesk.storage.shapes import quick_reader, shape_of, sparse
from budgetdesk.storage.tables import case_counts, case_plans, case_summaries, cases

MADE_BY = 6
"""Raise it where the same facts come to mean something else in a list or a count. A new field needs nothing."""
VERSION = f"{MADE_BY}-{shape_of(InList, Counted, *plan_cases.KINDS)}-{LAYOUT}"
NEEDED = (
    "case_info",
    "persons",
    "tenancies",
    "incomes",
    "arrears",
    "arrears_rows",
    "agreements",
    "former_agreements",
    "applications",
    "conversations",
    "consents",
    "todos",
    "courses",
    "contacts",
    "checks",
)
"""What the three are made from, in the order of `PARTS`."""
AT_ONCE = 250
"""So many cases are made anew in one transaction."""
_text = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def write(connection: Connection, case_id: str, case: Case) -> None:
    """Write what stands beside a case. Runs in the transaction that saves it."""
    for table, content in zip(_TABLES, _contents(case), strict=True):
        row = table.c.case_id == case_id
        if content is None:
            connection.execute(delete(table).where(row))
        elif not connection.execute(update(table).where(row).values(version=VERSION, content=content)).rowcount:
            connection.execute(insert(table).values(case_id=case_id, version=VERSION, content=content))


def make_again(connection: Connection, ids: Sequence[str]) -> None:
    """Make anew what stands beside these cases, from their rows."""
    found = many_cases.load(connection, select(cases.c.id).where(cases.c.id.in_(ids)), NEEDED)
    write_many(connection, found.items())


def write_many(connection: Connection, found: Iterable[tuple[str, Case]]) -> None:
    """Write what stands beside many cases, in one statement for each table."""
    made = {case_id: _contents(case) for case_id, case in found}
    for place, table in enumerate(_TABLES):
        for ids in _pieces(list(made)):
            connection.execute(delete(table).where(table.c.case_id.in_(ids)))
        texts = {case_id: contents[place] for case_id, contents in made.items() if contents[place] is not None}
        columns: dict[str, list[Any]] = {
            "case_id": list(texts),
            "version": [VERSION] * len(texts),
            "content": list(texts.values()),
        }
        insert_columns(connection, table, columns)


def outdated(connection: Connection) -> list[str]:
    """The numbers of the cases whose texts are missing, or were made by a program that knew them otherwise."""
    query = select(cases.c.id).outerjoin(case_summaries, case_summaries.c.case_id == cases.c.id)
    kept = case_summaries.c.version
    return list(connection.scalars(query.where(kept.is_(None) | (kept != VERSION)).order_by(cases.c.id)))


def summaries(connection: Connection, only: Collection[str] | None = None) -> dict[str, CaseSummary] | None:
    """Case number -> its row in the list, or of those cases `only`; None where one of them has to be made anew."""
    rows = list(_rows(connection, _listed_rows, cases.c.id, only))
    if {row[4] for row in rows} - {VERSION}:
        return None
    return {case.id: case for case in read_cases(rows)}


def counts(connection: Connection, only: Collection[str] | None = None) -> dict[str, Counted]:
    """Case number -> what is counted about it. Invented cases and those in the bin are among them."""
    query = select(case_counts.c.case_id, _as_it_is(case_counts.c.content))
    rows = list(_rows(connection, query, case_counts.c.case_id, only))
    contents = json.loads(f"[{','.join(row[1] for row in rows)}]")
    return {row[0]: _read_counted(content) for row, content in zip(rows, contents, strict=True)}


def plans(connection: Connection, only: Collection[str] | None = None) -> dict[str, Case]:
    """Case number -> what following its plans needs (`plan_cases.of`), of the cases that have one or had."""
    query = select(case_plans.c.case_id, _as_it_is(case_plans.c.content))
    rows = list(_rows(connection, query, case_plans.c.case_id, only))
    contents = json.loads(f"[{','.join(row[1] for row in rows)}]")
    return {row[0]: _read_case(content) for row, content in zip(rows, contents, strict=True)}


def _as_it_is(column: Column[Any]) -> ColumnElement[str]:
    """The text of a column, without the conversions of a value: they would take as long as everything else."""
    return cast(column, String)


_listed_rows = select(
    cases.c.id,
    *(_as_it_is(column) for column in (cases.c.opened_at, cases.c.saved_at, cases.c.binned_at)),
    case_summaries.c.version,
    _as_it_is(case_summaries.c.content),
).outerjoin(case_summaries, case_summaries.c.case_id == cases.c.id)


_TABLES: tuple[Table, ...] = (case_summaries, case_counts, case_plans)


def _contents(case: Case) -> tuple[str | None, ...]:
    """The three texts, in the order of `_TABLES`."""
    plan = plan_cases.of(case)
    return written(_about(case)), _text(sparse(counted(case))), None if plan is None else _text(sparse(plan))


def _about(case: Case) -> InList:
    """Its place in lists. A day that cannot be reckoned is left out: it must not keep a case from being saved."""
    try:
        return in_list(case)
    except (ArithmeticError, LookupError, ValueError):
        return in_list(replace(case, arrears=Arrears(), agreement=None, applications=(), contacts=(), checks=()))


def _rows(connection: Connection, query: Any, key: ColumnElement[str], only: Collection[str] | None) -> Iterator[Any]:
    if only is None:
        yield from read_rows(connection, query.order_by(key))
        return
    for ids in _pieces(sorted(only)):
        yield from connection.execute(query.where(key.in_(ids)).order_by(key))


def _pieces(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """So many numbers as one statement takes."""
    return (ids[at : at + AT_ONCE] for at in range(0, len(ids), AT_ONCE))


_read_counted, _read_case = quick_reader(Counted), quick_reader(Case)
