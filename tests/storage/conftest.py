"""The databases the stores are tested on: encrypted SQLite in the test's folder, and PostgreSQL where
`BUDGETDESK_TEST_POSTGRES` names an empty one (postgresql+psycopg://...)."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from budgetdesk.storage import schema
from budgetdesk.storage.case_store import Database
from budgetdesk.storage.engine import open_engine

sys.path.insert(0, str(Path(__file__).parent))

POSTGRES = os.environ.get("BUDGETDESK_TEST_POSTGRES")
KINDS = ["sqlcipher", *(["postgresql"] if POSTGRES else [])]
KEY = bytes(range(32))


@pytest.fixture(params=KINDS)
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A database with all tables and nothing in them."""
    if request.param == "sqlcipher":
        made = Database(open_engine(tmp_path / "test.db", KEY), tmp_path / "test.db")
    else:
        made = Database(create_engine(str(POSTGRES), hide_parameters=True), Path("postgresql"))
        with made.engine.begin() as connection:
            connection.execute(text("DROP SCHEMA public CASCADE"))
            connection.execute(text("CREATE SCHEMA public"))
    with made.transaction() as connection:
        schema.upgrade(connection)
    yield made
    made.engine.dispose()
