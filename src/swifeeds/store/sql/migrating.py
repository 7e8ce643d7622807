"""Alembic, set up in code. Imported only when a schema is not the newest: it costs 0.3 s."""

from __future__ import annotations

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from swifeeds.store.sql.schema import metadata


def upgrade(connection: Connection, revision: str = "head") -> None:
    """Run every pending migration, up to `revision`, inside the caller's transaction."""
    command.upgrade(_config(connection), revision)


def pending(current: str | None) -> tuple[str, ...] | None:
    """The migrations that a schema lacks, oldest first; None for a revision we do not know."""
    revisions = [script.revision for script in _scripts().walk_revisions()][::-1]
    if current is None:
        return tuple(revisions)
    if current not in revisions:
        return None
    return tuple(revisions[revisions.index(current) + 1 :])


def _scripts() -> ScriptDirectory:
    return ScriptDirectory.from_config(_config())


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", "swifeeds.store:migrations")
    config.attributes.update(connection=connection, metadata=metadata)
    return config
