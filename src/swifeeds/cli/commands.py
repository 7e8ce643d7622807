"""The commands by name: each is imported when it is asked for, and none to list the others.

So `swifeeds --help`, `--version` and the completion of a name wait for neither SQLAlchemy nor
aiohttp, which nearly every command needs.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_group


@dataclass(frozen=True, slots=True)
class Place:
    """Where a command is, and what the list of commands says of it without looking there."""

    module: str
    name: str
    says: str


PLACES = {
    "run": Place("run", "run", "Schedule, collect, group, publish and serve."),
    "demo": Place("demo", "demo", "Run the real service on the bundled sample newsroom."),
    "init": Place("init", "init", "Write a commented swifeeds.toml to start from."),
    "collect": Place(
        "collect",
        "collect",
        "Collect now, whatever the schedule says; then group and publish what changed.",
    ),
    "import": Place(
        "importing",
        "import_archives",
        "Import archives, packed or not; the same command again goes on where it was cut off.",
    ),
    "export": Place(
        "export",
        "export",
        "Write the public site as files for a static server; only what changed is written.",
    ),
    "status": Place("status", "status", "What is late, failing, silent or held."),
    "doctor": Place(
        "doctor", "doctor", "Examine the installation: what is broken, and what to do."
    ),
    "config": Place("config", "app", "Check, show and compare configurations."),
    "source": Place("source", "app", "List, test, pause and resume sources."),
    "article": Place("article", "app", "Show, export, hold, release and withdraw articles."),
    "story": Place("story", "app", "List, explain, merge, split, rename and steer stories."),
    "feed": Place("feed", "app", "List feeds, print the bytes of one, check any."),
    "language": Place("language", "app", "Show how each language is written."),
    "db": Place("db", "app", "Migrate, check and back up the database."),
}
"""In the order in which they are listed."""

_HIDDEN = Place("answer", "answer", "")
"""Started by `swifeeds run` alone."""


class Commands(dict[str, Any]):
    """Every command's name; the command itself is made when it is first asked for."""

    def __init__(self) -> None:
        super().__init__(dict.fromkeys([*PLACES, _HIDDEN.name]))

    def __getitem__(self, name: str) -> Any:
        """The command, imported now if it is not yet."""
        if super().__getitem__(name) is None:
            self[name] = _made(name, PLACES.get(name, _HIDDEN))
        return super().__getitem__(name)

    def get(self, name: str, default: Any = None) -> Any:
        """The command, or the default where there is none of that name."""
        if name not in self:
            return default
        return self[name]


def _made(name: str, place: Place) -> Any:
    found = getattr(import_module(f"swifeeds.cli.{place.module}"), place.name)
    holder = typer.Typer(rich_markup_mode=None)
    if isinstance(found, typer.Typer):
        holder.add_typer(found, name=name)
    else:
        holder.command(name, hidden=place is _HIDDEN)(found)
    return get_group(holder).commands[name]


class OnDemand(TyperGroup):
    """The group of all commands."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands = Commands()

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002 - click's
        """List them by what `PLACES` says."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, place.says) for name, place in PLACES.items()])
