"""Run by Alembic: migrates the connection it is given, inside that connection's transaction."""

from __future__ import annotations

from typing import Any, Literal

from alembic import context
from sqlalchemy import TypeDecorator

from budgetdesk.storage import arrears_tables, oversight, pictures  # noqa: F401 -- with them every table is known
from budgetdesk.storage.types import metadata


def _plain_type(kind: str, item: Any, _: Any) -> str | Literal[False]:
    """Write a step in the database's own types, so that it means the same however our types change later."""
    if kind == "type" and isinstance(item, TypeDecorator):
        return f"sa.{item.impl!r}"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    render_item=_plain_type,
    transactional_ddl=True,
)
context.run_migrations()
