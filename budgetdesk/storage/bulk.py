"""Many rows in one statement, column by column: a year of bank rows must not wait for a hundred thousand dictionaries.

The same statement and the same conversions as SQLAlchemy's own insert, on both databases; only prepared once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import repeat
from typing import Any

from sqlalchemy import Boolean, Connection, Date, Table, bindparam, delete, insert

from budgetdesk.storage.types import AnyText, Oere


def insert_columns(connection: Connection, table: Table, columns: Mapping[str, Sequence[Any]]) -> None:
    """Insert as many rows as each of the columns has values. Columns that are not given are not written."""
    names = [name for name in table.c.keys() if name in columns]  # noqa: SIM118 - a collection of columns, not a dict
    statement = insert(table).compile(dialect=connection.dialect, column_keys=names)
    stored = [_stored(connection, table, name, columns[name]) for name in names]
    rows = zip(*stored, strict=True)
    given = list(rows) if connection.dialect.positional else [dict(zip(names, row, strict=True)) for row in rows]
    if given:
        connection.exec_driver_sql(str(statement), given)


def delete_rows(connection: Connection, table: Table, case_id: str, keys: Sequence[str]) -> None:
    """Delete the rows of a case with these ids."""
    row = (table.c.case_id == bindparam("of")) & (table.c.id == bindparam("key"))
    statement = delete(table).where(row).compile(dialect=connection.dialect)
    if connection.dialect.positional:
        connection.exec_driver_sql(str(statement), list(zip(repeat(case_id), keys, strict=False)))
    else:
        connection.exec_driver_sql(str(statement), [{"of": case_id, "key": key} for key in keys])


def _stored(connection: Connection, table: Table, name: str, values: Sequence[Any]) -> Sequence[Any]:
    """The values as the driver takes them."""
    dialect, kind = connection.dialect, table.c[name].type
    if isinstance(kind, AnyText | Oere):
        return kind.many(values)
    convert: Callable[[Any], Any] | None = kind.dialect_impl(dialect).bind_processor(dialect)
    if convert is None:
        return values
    if isinstance(kind, Date | Boolean):  # of these the same few come again and again
        kept = {value: convert(value) for value in set(values)}
        return list(map(kept.__getitem__, values))
    return [convert(value) for value in values]
