"""Brings the tables of a store to this version, all or nothing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from budgetdesk.errors import StoreError
from budgetdesk.i18n import _

if TYPE_CHECKING:
    from alembic.config import Config

HEAD = "0018"
"""The step this version of the program stands at (a test keeps it true)."""


def version(connection: Connection) -> str | None:
    """The step the store stands at; None for an empty one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return None if found is None else str(found)


def upgrade(connection: Connection) -> bool:
    """Make or migrate the tables in the connection's transaction; True when anything was done. Raises StoreError when
    the store was made by a newer program; it is then left as it is."""
    present = version(connection)
    if present == HEAD:
        return False
    # Imported here: a store that is up to date, which is nearly always, need not wait for it.
    from alembic import command  # noqa: PLC0415 -- see above
    from alembic.script import ScriptDirectory  # noqa: PLC0415 -- see above

    config = config_for(connection)
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if present is not None and present not in known:
        raise StoreError(
            _("Databasen er fra en nyere udgave af BudgetDesk. Installér den nyeste udgave, og prøv igen.")
        )
    command.upgrade(config, "head")
    return True


def config_for(connection: Connection) -> Config:
    """Alembic's configuration for the steps inside this package, on a live connection."""
    from alembic.config import Config  # noqa: PLC0415 -- see `upgrade`

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
