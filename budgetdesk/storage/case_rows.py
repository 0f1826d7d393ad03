"""Reads and writes the rows of one case. Every function works inside the caller's transaction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from budgetdesk.casework.record import Record
from budgetdesk.storage.bulk import delete_rows, insert_columns, read_rows
from budgetdesk.storage.difference import Difference, Moved, Touched
from budgetdesk.storage.parts import PARTS, Part, id_of, put_values, values
from budgetdesk.storage.plain import hints_of
from budgetdesk.storage.tables import child_tables, from_row, part_tables, to_columns, to_row


def load(connection: Connection, case_id: str) -> Record:
    """The whole record of a case."""
    record = Record()
    for part in PARTS:
        record = put_values(record, part, tuple(_values(connection, case_id, part)))
    return record


def write_all(connection: Connection, case_id: str, record: Record) -> None:
    """Write every row of a case that has none yet."""
    for part in PARTS:
        found = values(record, part)
        _insert(connection, case_id, part, range(1, len(found) + 1), found)


def write(connection: Connection, case_id: str, difference: Difference) -> None:
    """Write what changed, and only that."""
    by_table = difference.by_table
    for part in PARTS:
        touched = by_table.get(part.table, [])
        moved = next((m for m in difference.moved if m.table == part.table), None)
        if touched or moved:
            _write_part(connection, case_id, part, touched, moved)


def _write_part(connection: Connection, case_id: str, part: Part, touched: list[Touched], moved: Moved | None) -> None:
    _delete(connection, case_id, part, [t.id for t in touched if t.before is not None and t.after is None])
    _update(connection, case_id, part, [t.after for t in touched if t.before is not None and t.after is not None])
    places = _places(connection, case_id, part, moved) if moved else {}
    added = [t for t in touched if t.before is None and t.after is not None]
    _insert(connection, case_id, part, [places.get(t.id, 1) for t in added], [t.after for t in added])


def _places(connection: Connection, case_id: str, part: Part, moved: Moved) -> dict[str, int]:
    """Rising positions for the new order. Rows that are in order already keep theirs, so an added row costs one row;
    the rest are moved here."""
    table = part_tables[part.table]
    rows = connection.execute(select(table.c.id, table.c.position).where(table.c.case_id == case_id))
    present: dict[str, int] = {row.id: row.position for row in rows}
    if not present:
        return {key: place for place, key in enumerate(moved.after, start=1)}
    places: dict[str, int] = {}
    last = 0
    for key in moved.after:
        last = max(last + 1, present.get(key, 0))
        places[key] = last
    elsewhere = [{"of": case_id, "key": key, "to": at} for key, at in places.items() if present.get(key, at) != at]
    if elsewhere:
        row = (table.c.case_id == bindparam("of")) & (table.c.id == bindparam("key"))
        connection.execute(update(table).where(row).values(position=bindparam("to")), elsewhere)
    return places


def _values(connection: Connection, case_id: str, part: Part) -> Iterable[Any]:
    table = part_tables[part.table]
    if part.together is not None:
        kind: Any = part.kind
        columns = select(*(table.c[name] for name in hints_of(kind))).where(table.c.case_id == case_id)
        return part.together(read_rows(connection, columns.order_by(table.c.position)))
    return _one_by_one(connection, case_id, part)


def _one_by_one(connection: Connection, case_id: str, part: Part) -> Iterable[Any]:
    table = part_tables[part.table]
    query = select(table).where(table.c.case_id == case_id)
    rows = connection.execute(query.order_by(table.c.position) if part.many else query).mappings().all()
    children = {name: _children(connection, case_id, part, name) for name in part.children} if rows else {}
    without = (*part.apart, *part.children)
    for row in rows:
        value = from_row(part.kind, dict(row), without=without)
        for name, by_parent in children.items():
            value = replace(value, **{name: tuple(by_parent[id_of(part, value)])})
        yield value


def _children(connection: Connection, case_id: str, part: Part, name: str) -> dict[str, list[Any]]:
    table_name, kind = part.children[name]
    table = child_tables[table_name]
    query = select(table).where(table.c.case_id == case_id).order_by(table.c.parent, table.c.position)
    found: dict[str, list[Any]] = defaultdict(list)
    for row in connection.execute(query).mappings():
        found[row["parent"]].append(from_row(kind, dict(row)))
    return found


def _insert(connection: Connection, case_id: str, part: Part, places: Sequence[int], found: Sequence[Any]) -> None:
    if not found:
        return
    columns = to_columns(part.kind, found, without=(*part.apart, *part.children))
    columns["case_id"] = [case_id] * len(found)
    if part.many:
        columns["position"] = places
    insert_columns(connection, part_tables[part.table], columns)
    _insert_children(connection, case_id, part, found)


def _update(connection: Connection, case_id: str, part: Part, changed: list[Any]) -> None:
    if not changed:
        return
    table = part_tables[part.table]
    found = table.c.case_id == bindparam("of")
    if part.many:
        found &= table.c.id == bindparam("key")
    rows = [{"of": case_id, "key": id_of(part, value), **_row(part, value)} for value in changed]
    connection.execute(update(table).where(found), rows)
    _delete_children(connection, case_id, part, [id_of(part, value) for value in changed])
    _insert_children(connection, case_id, part, changed)


def _delete(connection: Connection, case_id: str, part: Part, keys: list[str]) -> None:
    if not keys:
        return
    table = part_tables[part.table]
    if part.many:
        delete_rows(connection, table, case_id, keys)
    else:
        connection.execute(delete(table).where(table.c.case_id == case_id))
    _delete_children(connection, case_id, part, keys)


def _insert_children(connection: Connection, case_id: str, part: Part, parents: Sequence[Any]) -> None:
    for name, (table_name, kind) in part.children.items():
        rows = [
            {"case_id": case_id, "parent": id_of(part, value), "position": place, **to_row(kind, child)}
            for value in parents
            for place, child in enumerate(getattr(value, name))
        ]
        if rows:
            connection.execute(insert(child_tables[table_name]), rows)


def _delete_children(connection: Connection, case_id: str, part: Part, keys: list[str]) -> None:
    for table_name, _ in part.children.values():
        table = child_tables[table_name]
        gone = delete(table).where(table.c.case_id == bindparam("of"), table.c.parent == bindparam("key"))
        connection.execute(gone, [{"of": case_id, "key": key} for key in keys])


def _row(part: Part, value: Any) -> dict[str, Any]:
    return to_row(part.kind, value, without=(*part.apart, *part.children))
