"""`swifeeds config`: check, show and compare configurations."""

from __future__ import annotations

import json as jsonlib

import typer

from swifeeds.cli.app import DEFAULT_CONFIG, ConfigOption, JsonOption, run_async
from swifeeds.cli.loading import load
from swifeeds.cli.output import say, say_json, stop
from swifeeds.config import difference, json_schema, masked
from swifeeds.config import dump as dump_config
from swifeeds.config import reference as write_reference
from swifeeds.errors import ConfigError, UsageError
from swifeeds.service import open_store
from swifeeds.service.counting import counted
from swifeeds.service.running import RUNNING_CONFIGURATION

app = typer.Typer(help="Check, show and compare configurations.", no_args_is_help=True)


@app.command()
def check(config: ConfigOption = DEFAULT_CONFIG, *, json: JsonOption = False) -> None:
    """Find every fault of a configuration, with file, line and nearest name."""
    try:
        settings = load(config)
    except ConfigError as error:
        if json:
            say_json({"valid": False, "faults": list(error.faults)})
            raise stop(2) from error
        raise
    if json:
        say_json({"valid": True, "faults": []})
        return
    counts = (
        counted(len(settings.sources), "source"),
        counted(len(settings.rules), "story", "stories"),
        counted(len(settings.publication.languages), "language"),
    )
    say(f"{config} is sound: {', '.join(counts)}")


@app.command()
def dump(config: ConfigOption = DEFAULT_CONFIG, *, json: JsonOption = False) -> None:
    """Print the effective values, defaults included, secrets hidden."""
    settings = load(config)
    if json:
        say_json(masked(settings.effective))
    else:
        typer.echo(dump_config(settings), nl=False)


@app.command()
def diff(config: ConfigOption = DEFAULT_CONFIG, *, json: JsonOption = False) -> None:
    """Compare what the service last ran with against the file. Exit 1 when they differ."""
    settings = load(config)

    async def work() -> str | None:
        async with open_store(settings) as store:
            return await store.recall(RUNNING_CONFIGURATION)

    running = run_async(work())
    if running is None:
        raise UsageError("no service has run with this database yet; there is nothing to compare")
    lines = difference(jsonlib.loads(running), masked(settings.effective))
    if json:
        say_json(lines)
    else:
        for line in lines or ("no difference",):
            say(line)
    if lines:
        raise stop(1)


@app.command()
def schema() -> None:
    """Print the JSON Schema of the configuration, for editors."""
    say_json(json_schema())


@app.command()
def reference() -> None:
    """Print the reference of all keys as Markdown."""
    typer.echo(write_reference(), nl=False)
