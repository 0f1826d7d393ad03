"""Every case with a repayment plan, read at once: only what following a plan needs, no bank rows, no receipts.

A thousand cases are a thousand times a few rows: one query for each table, not one for each case.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Select, Table, select, union

from budgetdesk.casework.record import Record
from budgetdesk.household.case import Case
from budgetdesk.household.words import Role
from budgetdesk.storage.parts import BY_TABLE, Part, id_of, put_values
from budgetdesk.storage.tables import cases, child_tables, from_row, part_tables

NEEDED = ("persons", "tenancies", "incomes", "arrears", "arrears_rows", "agreements", "former_agreements")
"""In the order of `PARTS`."""


def load(connection: Connection) -> dict[str, Case]:
    """Case number -> the facts that following its plan needs; the other facts have their defaults. Cases in the bin and
    cases without a plan, present or former, are left out."""
    found: dict[str, Record] = {case_id: Record() for case_id in connection.scalars(_with_plan())}
    for name in NEEDED:
        part = BY_TABLE[name]
        for case_id, values in _values(connection, part).items():
            found[case_id] = put_values(found[case_id], part, tuple(values))
    return {case_id: record.case for case_id, record in sorted(found.items())}


def _with_plan() -> Select[Any]:
    plans = union(*(select(part_tables[name].c.case_id) for name in ("agreements", "former_agreements")))
    return select(cases.c.id).where(cases.c.binned_at.is_(None), cases.c.id.in_(plans))


def _values(connection: Connection, part: Part) -> dict[str, list[Any]]:
    table = part_tables[part.table]
    query = select(table).where(table.c.case_id.in_(_with_plan()))
    if part.table == "persons":
        query = query.where(table.c.role == Role.TENANT)
    if part.table == "incomes":  # only help that goes to the landlord lowers the rent
        query = query.where(table.c.paid_to != "")
    children = {name: _children(connection, child_tables[part.children[name][0]], part, name) for name in part.children}
    without = (*part.apart, *part.children)
    found: dict[str, list[Any]] = defaultdict(list)
    for row in connection.execute(query.order_by(*_order(table, part))).mappings():
        value = from_row(part.kind, dict(row), without=without)
        own = {name: tuple(by[row["case_id"], id_of(part, value)]) for name, by in children.items()}
        found[row["case_id"]].append(replace(value, **own) if own else value)
    return found


def _order(table: Table, part: Part) -> Iterable[Any]:
    return (table.c.case_id, table.c.position) if part.many else (table.c.case_id,)


def _children(connection: Connection, table: Table, part: Part, name: str) -> dict[tuple[str, str], list[Any]]:
    query = select(table).where(table.c.case_id.in_(_with_plan()))
    rows = connection.execute(query.order_by(table.c.case_id, table.c.parent, table.c.position)).mappings()
    kind = part.children[name][1]
    found: dict[tuple[str, str], list[Any]] = defaultdict(list)
    for key, group in groupby(rows, key=lambda row: (row["case_id"], row["parent"])):
        found[key] = [from_row(kind, dict(row)) for row in group]
    return found
