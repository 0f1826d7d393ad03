"""Many cases read at once, and of each only the parts that are asked for: one query for a table, not one for a case."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, select

from budgetdesk.casework.record import Record
from budgetdesk.household.case import Case
from budgetdesk.storage.parts import BY_TABLE, Part, id_of, put_values
from budgetdesk.storage.tables import cases, child_tables, from_row, part_tables

Which = Select[Any]
"""Selects the numbers of the cases to read."""


def real() -> Which:
    """All cases that are not in the bin and not invented: the sample household never counts."""
    info = part_tables["case_info"].c
    invented = select(info.case_id).where(info.invented.is_(True))
    return select(cases.c.id).where(cases.c.binned_at.is_(None), cases.c.id.not_in(invented))


def load(
    connection: Connection, which: Which, needed: Iterable[str], only: Mapping[str, ColumnElement[bool]] | None = None
) -> dict[str, Case]:
    """Case number -> the facts of the tables `needed` (in the order of `PARTS`); the other facts have their defaults.
    `only` leaves rows of a table out."""
    found: dict[str, Record] = {case_id: Record() for case_id in connection.scalars(which)}
    for name in needed:
        part = BY_TABLE[name]
        for case_id, values in _values(connection, part, which, (only or {}).get(name)).items():
            found[case_id] = put_values(found[case_id], part, tuple(values))
    return {case_id: record.case for case_id, record in sorted(found.items())}


def _values(connection: Connection, part: Part, which: Which, only: ColumnElement[bool] | None) -> dict[str, list[Any]]:
    table = part_tables[part.table]
    query = select(table).where(table.c.case_id.in_(which))
    if only is not None:
        query = query.where(only)
    children = {
        name: _children(connection, child_tables[part.children[name][0]], part, name, which) for name in part.children
    }
    without = (*part.apart, *part.children)
    found: dict[str, list[Any]] = defaultdict(list)
    for row in connection.execute(query.order_by(*_order(table, part))).mappings():
        value = from_row(part.kind, row, without=without)
        own = {name: tuple(by[row["case_id"], id_of(part, value)]) for name, by in children.items()}
        found[row["case_id"]].append(replace(value, **own) if own else value)
    return found


def _order(table: Table, part: Part) -> Iterable[Any]:
    return (table.c.case_id, table.c.position) if part.many else (table.c.case_id,)


def _children(
    connection: Connection, table: Table, part: Part, name: str, which: Which
) -> dict[tuple[str, str], list[Any]]:
    query = select(table).where(table.c.case_id.in_(which))
    rows = connection.execute(query.order_by(table.c.case_id, table.c.parent, table.c.position)).mappings()
    kind = part.children[name][1]
    found: dict[tuple[str, str], list[Any]] = defaultdict(list)
    for key, group in groupby(rows, key=lambda row: (row["case_id"], row["parent"])):
        found[key] = [from_row(kind, row) for row in group]
    return found
