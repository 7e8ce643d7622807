"""The command `swifeeds`: its options, and how every command ends.

Exit codes: 0 done, 1 the work failed, 2 usage or configuration (CONTRACT 2). An error is one
plain sentence; a traceback only with `--debug`.
"""

from __future__ import annotations

import asyncio
import os
import sys
import traceback
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer

if sys.platform != "win32":
    import uvloop

from swifeeds import __version__
from swifeeds.cli.commands import OnDemand
from swifeeds.cli.output import complain
from swifeeds.errors import ConfigError, SwifeedsError, UsageError, single_errors

Result = TypeVar("Result")

app = typer.Typer(
    name="swifeeds",
    cls=OnDemand,
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
    with asyncio.Runner(loop_factory=_loop_factory()) as runner:
        return runner.run(work)


def _loop_factory() -> Callable[[], asyncio.AbstractEventLoop] | None:
    """uvloop's, but on Windows, where there is none: the standard loop does the same work."""
    if sys.platform == "win32":
        return None
    return uvloop.new_event_loop


def main() -> None:
    """The entry point: run the command; its end becomes the exit status.

    Typer ends the process itself for what it knows (0, 2 for wrong usage, 130 for Ctrl-C).
    """
    _open_closed_streams()
    try:
        app(prog_name="swifeeds")
    except SwifeedsError as error:
        sys.exit(_explain(error))
    except ExceptionGroup as group:
        if group.split(SwifeedsError)[1] is not None:
            raise
        sys.exit(_explain(group))


def _open_closed_streams() -> None:
    """A standard stream that was closed (`<&-`) is an empty one: its number would go to the next
    file that is opened, and uvloop ends a process where that is a file of its own."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            nothing = Path(os.devnull).open(mode, encoding="utf-8")  # noqa: SIM115 - it stays open
            setattr(sys, name, nothing)


def _explain(error: Exception) -> int:
    if os.environ.get("SWIFEEDS_DEBUG"):
        traceback.print_exception(error)
    errors = list(single_errors(error))
    for line in dict.fromkeys(line for one in errors for line in str(one).splitlines()):
        complain(f"swifeeds: {line}")
    return 2 if all(isinstance(one, ConfigError | UsageError) for one in errors) else 1
