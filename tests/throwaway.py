"""Stores that are thrown away with their test: made as real ones are, only quicker.

A suite opens some thousand stores. Two things are dear about each and the same every time: stretching the passphrase,
and taking an empty file through every step since the first version. What is real stays tested, by
`tests/storage/test_keys.py` (how the program stretches) and `tests/storage/test_schema.py` (the steps, and that the
tables copied here are those that the steps make).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import Connection, text

from budgetdesk.storage import keys, schema

CHEAP: Mapping[str, int] = {"memory_kib": 8, "iterations": 1, "lanes": 1}
"""The least that Argon2id can do; the program itself refuses it (`keys.LIMITS`)."""
REAL_CHOSEN, REAL_LIMITS = keys.CHOSEN, keys.LIMITS
real_upgrade = schema.upgrade
Put = Callable[[Any, str, Any], object]
Statement = tuple[str, tuple[Any, ...]]
_made: list[Statement] = []


def cheap_keys(put: Put = setattr) -> None:
    """Let passphrases be stretched as little as possible in this process."""
    put(keys, "CHOSEN", CHEAP)
    put(keys, "LIMITS", {name: (CHEAP[name], most) for name, (_least, most) in REAL_LIMITS.items()})


def copied_tables(put: Put = setattr) -> None:
    """Let the steps from the first version be taken once in this process."""
    put(schema, "upgrade", upgrade)


def upgrade(connection: Connection) -> bool:
    """`schema.upgrade`, which for an empty SQLite file copies the tables that the steps made the first time."""
    if connection.dialect.name != "sqlite" or _has_tables(connection):
        return real_upgrade(connection)
    if _made:
        for statement, values in _made:
            connection.exec_driver_sql(statement, values)
    else:
        real_upgrade(connection)
        _made.extend(copied(connection))
    return True


def copied(connection: Connection) -> list[Statement]:
    """What makes the tables of a store, and the rows that are in them from the start."""
    made = connection.execute(text("SELECT name, type, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid"))
    statements: list[Statement] = []
    rows: list[Statement] = []
    for name, kind, sql in made.all():
        statements.append((sql, ()))
        if kind == "table":
            kept = connection.exec_driver_sql(f'SELECT * FROM "{name}"').all()  # noqa: S608 -- names of our own
            rows += [(f'INSERT INTO "{name}" VALUES ({", ".join("?" * len(row))})', tuple(row)) for row in kept]  # noqa: S608
    return statements + rows


def _has_tables(connection: Connection) -> bool:
    return connection.execute(text("SELECT 1 FROM sqlite_master LIMIT 1")).first() is not None
