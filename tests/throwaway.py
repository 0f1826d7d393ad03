"""Stores that are thrown away with their test: made as real ones are, only quicker.

A suite opens some thousand stores. Three things are dear about each and the same every time: stretching the
passphrase, taking an empty file through every step since the first version, and putting some fifty statements into
words. What is real stays tested, by `tests/storage/test_keys.py` (how the program stretches),
`tests/storage/test_schema.py` (the steps, and that the tables copied here are those that the steps make) and whatever
opens a store in a process of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, text

from budgetdesk.storage import engine, keys, schema

CHEAP: Mapping[str, int] = {"memory_kib": 8, "iterations": 1, "lanes": 1}
"""The least that Argon2id can do; the program itself refuses it (`keys.LIMITS`)."""
REAL_CHOSEN, REAL_LIMITS = keys.CHOSEN, keys.LIMITS
real_upgrade = schema.upgrade
Put = Callable[[Any, str, Any], object]
Statement = tuple[str, tuple[Any, ...]]
_made: list[Statement] = []
_words: list[Engine] = []
"""An engine on nothing that has connected once: whose words for statements all others take over."""


def cheap_keys(put: Put = setattr) -> None:
    """Let passphrases be stretched as little as possible in this process."""
    put(keys, "CHOSEN", CHEAP)
    put(keys, "LIMITS", {name: (CHEAP[name], most) for name, (_least, most) in REAL_LIMITS.items()})


def copied_tables(put: Put = setattr) -> None:
    """Let the steps from the first version be taken once in this process."""
    put(schema, "upgrade", upgrade)


def shared_words(put: Put = setattr) -> None:
    """Let all engines on SQLite in this process put a statement into words once, not once each."""
    put(engine, "create_engine", _engine)


def _engine(*arguments: Any, **options: Any) -> Engine:
    if not _words:
        _words.append(create_engine("sqlite://", module=engine.dbapi))
        _words[0].connect().close()
    made = create_engine(*arguments, **options)
    made.dialect = made.pool._dialect = _words[0].dialect
    made._compiled_cache = _words[0]._compiled_cache
    return made


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
