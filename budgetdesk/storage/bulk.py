"""Many rows in one statement, column by column: a year of bank rows must not wait for a hundred thousand dictionaries.

The same statement and the same conversions as SQLAlchemy's own insert, on both databases; only prepared once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import repeat
from typing import Any

from sqlalchemy import Boolean, Compiled, Connection, Date, Select, Table, bindparam, delete, insert
from sqlalchemy.types import TypeEngine

from budgetdesk.storage.types import AnyText, Oere

FETCHED = 2000
"""Rows that are read in one go."""


def insert_columns(connection: Connection, table: Table, columns: Mapping[str, Sequence[Any]]) -> None:
    """Insert as many rows as each of the columns has values. Columns that are not given are not written."""
    names = [name for name in table.c.keys() if name in columns]  # noqa: SIM118 - a collection of columns, not a dict
    statement = insert(table).compile(dialect=connection.dialect, column_keys=names)
    stored = [_stored(connection, table, name, columns[name]) for name in names]
    _many(connection, str(statement), names, zip(*stored, strict=True))


def read_rows(connection: Connection, query: Select[Any]) -> Iterator[tuple[Any, ...]]:
    """The rows of a query without parameters but those it holds, as SQLAlchemy would read them, at a third of its
    price. Texts that are equal are one text: a case of 100,000 rows has a few hundred reasons."""
    compiled = query.compile(dialect=connection.dialect)
    result = connection.exec_driver_sql(str(compiled), _given(compiled))
    cursor, kinds = result.cursor, [column.type for column in query.selected_columns]
    kept: list[dict[Any, Any]] = [{} for _ in kinds]
    while cursor is not None and (rows := cursor.fetchmany(FETCHED)):
        columns = zip(*rows, strict=True)
        read = (_read(connection, *each) for each in zip(kinds, columns, kept, strict=True))
        yield from zip(*read, strict=True)
    result.close()


def _given(compiled: Compiled) -> Any:
    parameters = compiled.params
    names = getattr(compiled, "positiontup", None)
    return parameters if names is None else tuple(parameters[name] for name in names)


def _read(connection: Connection, kind: TypeEngine[Any], values: Sequence[Any], kept: dict[Any, Any]) -> Iterable[Any]:
    if isinstance(kind, Oere):
        return kind.many_back(values)
    if isinstance(kind, AnyText):
        return [kept.setdefault(value, value) for value in values]
    process = kind.dialect_impl(connection.dialect).result_processor(connection.dialect, None)
    if process is None:
        return values
    for value in set(values):
        if value not in kept:
            kept[value] = process(value)
    return map(kept.__getitem__, values)


def delete_rows(connection: Connection, table: Table, case_id: str, keys: Sequence[str]) -> None:
    """Delete the rows of a case with these ids."""
    row = (table.c.case_id == bindparam("of")) & (table.c.id == bindparam("key"))
    statement = delete(table).where(row).compile(dialect=connection.dialect)
    _many(connection, str(statement), ("of", "key"), zip(repeat(case_id), keys, strict=False))


def _many(connection: Connection, statement: str, names: Sequence[str], rows: Iterable[tuple[Any, ...]]) -> None:
    """Carry a statement out for each of the rows, in the transaction of the connection, without holding them all."""
    cursor = connection.connection.cursor()
    try:
        if connection.dialect.positional:
            cursor.executemany(statement, rows)  # type: ignore[arg-type]  # any iterable will do for SQLite
        else:
            cursor.executemany(statement, [dict(zip(names, row, strict=True)) for row in rows])
    finally:
        cursor.close()


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
