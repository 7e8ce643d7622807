"""Where the store is, and how patient it is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class StorageSettings:
    """Where articles are kept."""

    url: str = "sqlite:///var/swifeeds.db"
    """Database address: `sqlite:///path` (relative to the configuration file) or
    `postgresql://user@host/name`. SQLite by default because it needs no server."""

    password_file: str | None = None
    """File that holds the PostgreSQL password, so that it stays out of the configuration."""

    busy_timeout: float = 10.0
    """Seconds to wait for a locked database before saying so. 10 outlasts any write of ours."""
