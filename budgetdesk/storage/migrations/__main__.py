"""Writes the next step: the difference between the steps so far and the tables as they are now."""

from __future__ import annotations

import sys

from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from budgetdesk.storage import schema

if __name__ == "__main__":
    with create_engine("sqlite://").begin() as connection:
        config = schema.config_for(connection)
        number = len(list(ScriptDirectory.from_config(config).walk_revisions())) + 1
        if number > 1:
            command.upgrade(config, "head")
        command.revision(config, " ".join(sys.argv[1:]), autogenerate=True, rev_id=f"{number:04d}")
