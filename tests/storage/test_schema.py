"""The tables and the steps that make them agree, and a store is migrated whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
import throwaway
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from budgetdesk.errors import StoreError
from budgetdesk.storage import schema
from budgetdesk.storage.case_store import Database
from budgetdesk.storage.engine import open_engine
from budgetdesk.storage.erasing import APART
from budgetdesk.storage.tables import cases

KEY = bytes(32)


@pytest.fixture(autouse=True)
def real_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Here every store takes the steps itself."""
    monkeypatch.setattr(schema, "upgrade", throwaway.real_upgrade)


@pytest.fixture
def empty(tmp_path: Path) -> Database:
    return Database(open_engine(tmp_path / "empty.db", KEY), tmp_path / "empty.db")


def test_the_steps_lead_to_the_tables_of_this_version(database: Database) -> None:
    with database.transaction() as connection:
        found = compare_metadata(MigrationContext.configure(connection), cases.metadata)

    # Otherwise: python -m budgetdesk.storage.migrations "what and why"
    assert found == []


def test_the_program_knows_its_own_last_step(database: Database) -> None:
    with database.transaction() as connection:
        config = schema.config_for(connection)

        assert ScriptDirectory.from_config(config).get_current_head() == schema.HEAD
        assert schema.version(connection) == schema.HEAD


def test_a_store_that_is_up_to_date_is_left_alone(database: Database) -> None:
    with database.transaction() as connection:
        assert schema.upgrade(connection) is False


def test_a_store_of_a_newer_program_is_refused_and_left_as_it_is(database: Database) -> None:
    with database.transaction() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreError, match="nyere udgave"), database.transaction() as connection:
        schema.upgrade(connection)

    with database.transaction() as connection:
        assert schema.version(connection) == "9999"


def test_a_migration_that_breaks_half_way_leaves_nothing(empty: Database) -> None:
    def break_half_way() -> None:
        with empty.transaction() as connection:
            schema.upgrade(connection)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        break_half_way()

    with empty.transaction() as connection:
        assert inspect(connection).get_table_names() == []


def test_the_tables_that_other_tests_copy_are_those_that_the_steps_make(tmp_path: Path) -> None:
    found = []
    for name, upgrade in (("first", throwaway.upgrade), ("copy", throwaway.upgrade), ("steps", schema.upgrade)):
        database = Database(open_engine(tmp_path / f"{name}.db", KEY), tmp_path / f"{name}.db")
        with database.transaction() as connection:
            assert upgrade(connection) is True
            found.append(throwaway.copied(connection))
        database.close()

    assert found[0] == found[1] == found[2]
    assert len(found[0]) > len(cases.metadata.tables)


def test_every_step_can_be_taken_back(empty: Database) -> None:
    with empty.transaction() as connection:
        schema.upgrade(connection)
        command.downgrade(schema.config_for(connection), "base")
        assert inspect(connection).get_table_names() == ["alembic_version"]


def test_the_journal_and_all_rows_of_a_case_go_with_it(database: Database) -> None:
    with database.transaction() as connection:
        inspector = inspect(connection)
        free = [
            name
            for name in inspector.get_table_names()
            if name not in (*APART, "alembic_version")
            and not any(key["options"].get("ondelete") == "CASCADE" for key in inspector.get_foreign_keys(name))
        ]

    assert free == []


def test_a_case_from_before_debts_and_plans_in_full_is_read_as_before(empty: Database) -> None:
    with empty.transaction() as connection:
        command.upgrade(schema.config_for(connection), "0005")
        connection.execute(text("INSERT INTO cases (id, opened_at) VALUES ('s1', '2026-11-20 08:00:00')"))
        connection.execute(
            text(
                "INSERT INTO agreements (case_id, form, policy_version, approved_by) "
                "VALUES ('s1', 'afdragsordning', 'v1', '')"
            )
        )
    with empty.transaction() as connection:
        assert schema.upgrade(connection) is True

        row = connection.execute(text("SELECT account, clauses, payments FROM agreements")).one()
        assert tuple(row) == ("", "[]", "[]")
