"""Which parts of a configuration a running service takes, and which wait for a restart."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from swifeeds.config import Config

_FIXED = {
    "storage": "storage",
    "serve": "serve",
    "collect": "egress",
    "workers": "isolate",
    "schedule": "schedule",
    "logging": "logging",
    "websub": "websub",
}
"""Tables of the file, and their settings in a Config: what was opened or begun with them."""


def taken_by(running: Config, stated: Config) -> tuple[Config, tuple[str, ...]]:
    """What runs once `stated` is taken by a service that runs with `running`.

    Returns:
        The stated configuration with the running values of what needs a restart, and the names
        of the tables where that is a difference.
    """
    waiting = tuple(
        table for table, name in _FIXED.items() if getattr(running, name) != getattr(stated, name)
    )
    kept: dict[str, Any] = {name: getattr(running, name) for name in _FIXED.values()}
    kept["publication"] = replace(stated.publication, hubs=running.publication.hubs)
    effective = {**stated.effective, **{table: running.effective[table] for table in _FIXED}}
    return replace(stated, **kept, effective=effective), waiting
