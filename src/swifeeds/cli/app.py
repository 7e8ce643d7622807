"""The command `swifeeds`: its options, and how every command ends.

Exit codes: 0 done, 1 the work failed, 2 usage or configuration (CONTRACT 2). An error is one
plain sentence; a traceback only with `--debug`.
"""

from __future__ import annotations

import asyncio
import os
import sys
import traceback
from collections.abc import Coroutine
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer

try:
    import uvloop
except ImportError:  # there is none for Windows; the standard loop does the same work
    uvloop = None  # type: ignore[assignment]

from swifeeds import __version__
from swifeeds.cli.output import complain
from swifeeds.errors import ConfigError, SwifeedsError, UsageError

Result = TypeVar("Result")

app = typer.Typer(
    name="swifeeds",
    help="Publish a newsroom's stories as feeds in its languages.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

ConfigOption = Annotated[
    Path,
    typer.Option(
        "--config",
        "-c",
        envvar="SWIFEEDS_CONFIG",
        help="The configuration file.",
        show_default=True,
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Answer as JSON, for machines.")]
DEFAULT_CONFIG = Path("swifeeds.toml")


def _say_version(asked: bool) -> None:  # noqa: FBT001 - typer calls it so
    if asked:
        typer.echo(f"swifeeds {__version__}")
        raise typer.Exit


@app.callback()
def options(
    *,
    debug: Annotated[bool, typer.Option("--debug", help="Show tracebacks.")] = False,
    version: Annotated[  # noqa: ARG001 - its callback answers
        bool,
        typer.Option("--version", help="Print the version.", is_eager=True, callback=_say_version),
    ] = False,
) -> None:
    """Publish a newsroom's stories as feeds in its languages."""
    if debug:
        os.environ["SWIFEEDS_DEBUG"] = "1"


def run_async(work: Coroutine[Any, Any, Result]) -> Result:
    """Run a command's work in an event loop of its own, on uvloop where there is one."""
    loop_factory = None if uvloop is None else uvloop.new_event_loop
    with asyncio.Runner(loop_factory=loop_factory) as runner:
        return runner.run(work)


def main() -> None:
    """The entry point: run the command; its end becomes the exit status.

    Typer ends the process itself for what it knows (0, 2 for wrong usage, 130 for Ctrl-C).
    """
    try:
        app(prog_name="swifeeds")
    except SwifeedsError as error:
        sys.exit(_explain(error))


def _explain(error: SwifeedsError) -> int:
    if os.environ.get("SWIFEEDS_DEBUG"):
        traceback.print_exception(error)
    for line in str(error).splitlines():
        complain(f"swifeeds: {line}")
    return 2 if isinstance(error, ConfigError | UsageError) else 1
