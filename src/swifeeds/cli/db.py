"""`swifeeds db`: the database's schema, soundness and copies."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from swifeeds.cli.app import DEFAULT_CONFIG, ConfigOption, JsonOption, run_async
from swifeeds.cli.loading import load
from swifeeds.cli.output import say, say_json, stop
from swifeeds.service import open_store
from swifeeds.service.house import make_store
from swifeeds.store import SchemaStatus

app = typer.Typer(help="Migrate, check and back up the database.", no_args_is_help=True)


@app.command()
def migrate(config: ConfigOption = DEFAULT_CONFIG, *, json: JsonOption = False) -> None:
    """Bring the schema up to date; makes the database where there is none."""

    async def work() -> SchemaStatus:
        store = make_store(load(config))
        try:
            return await store.migrate()
        finally:
            await store.close()

    _show(run_async(work()), json=json)


@app.command()
def status(config: ConfigOption = DEFAULT_CONFIG, *, json: JsonOption = False) -> None:
    """The schema's revision against this program's. Exit 1 when a migration is due."""

    async def work() -> SchemaStatus:
        store = make_store(load(config))
        try:
            return await store.schema()
        finally:
            await store.close()

    found = run_async(work())
    _show(found, json=json)
    if found.current != found.newest:
        raise stop(1)


@app.command()
def check(config: ConfigOption = DEFAULT_CONFIG, *, json: JsonOption = False) -> None:
    """Look for damage. Exit 1 when there is any."""
    settings = load(config)

    async def work() -> tuple[str, ...]:
        async with open_store(settings) as store:
            return await store.check()

    problems = run_async(work())
    if json:
        say_json(problems)
    else:
        for line in problems or ("the database is sound",):
            say(line)
    if problems:
        raise stop(1)


@app.command()
def backup(
    target: Annotated[Path, typer.Argument(help="The file to write; it must not exist.")],
    config: ConfigOption = DEFAULT_CONFIG,
) -> None:
    """Write a consistent copy while the service runs."""
    settings = load(config)

    async def work() -> None:
        async with open_store(settings) as store:
            await store.backup(str(target))

    run_async(work())
    say(f"wrote {target}; to restore, stop the service and put it in the database's place")


def _show(found: SchemaStatus, *, json: bool) -> None:
    if json:
        say_json(found)
        return
    current = found.current or "none"
    state = "up to date" if found.current == found.newest else "`swifeeds db migrate` is due"
    say(f"schema {current}, this program's {found.newest}: {state}")
