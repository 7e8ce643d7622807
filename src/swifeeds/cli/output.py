"""How commands speak: one sentence for an error, a table for people, JSON for machines.

Whatever is said may hold words of strangers: none of them steers the terminal.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict, is_dataclass
from datetime import datetime, timedelta
from enum import Enum
from pathlib import Path
from typing import Any

import orjson
import typer
from rich.console import Console
from rich.table import Table

from swifeeds.cli.terminal import visible

__all__ = [
    "STANDARD_OUTPUT",
    "complain",
    "complaints",
    "console",
    "say",
    "say_json",
    "say_table",
    "stop",
]

STANDARD_OUTPUT = Path("-")
"""What every tool understands where the name of a file to write is asked for."""

_SHORT = 20

_UNBOUNDED = 10_000
"""Columns where nobody watches: a table in a pipe or a file keeps each row on one line."""


def _console(*, stderr: bool) -> Console:
    shown = Console(stderr=stderr, highlight=False, emoji=False)
    if not shown.is_terminal and "COLUMNS" not in os.environ:
        shown.width = _UNBOUNDED
    return shown


console = _console(stderr=False)
complaints = _console(stderr=True)


def say(text: str) -> None:
    """One line on standard output."""
    console.print(visible(text), markup=False, soft_wrap=True)


def complain(text: str) -> None:
    """One line on standard error."""
    complaints.print(visible(text), markup=False, soft_wrap=True)


def say_json(value: object) -> None:
    """The value as JSON, one document on standard output; durations in seconds."""
    sys.stdout.buffer.write(orjson.dumps(value, default=_plain, option=orjson.OPT_INDENT_2) + b"\n")
    sys.stdout.flush()


def _plain(value: object) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    if isinstance(value, datetime | Enum):
        return str(value)
    if isinstance(value, timedelta):
        return value.total_seconds()
    if isinstance(value, frozenset | set | tuple):
        return list(value)
    raise TypeError(f"{type(value).__name__} has no JSON form")


def say_table(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """A plain table; a number is set right, short columns are never folded."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    filled = [[_cell(value) for value in row] for row in rows]
    for index, heading in enumerate(headings):
        numeric = bool(filled) and all(row[index].isdigit() or not row[index] for row in filled)
        short = all(len(row[index]) <= _SHORT for row in filled)
        table.add_column(
            heading, justify="right" if numeric else "left", overflow="fold", no_wrap=short
        )
    for row in filled:
        table.add_row(*row)
    console.print(table, markup=False)


def _cell(value: object) -> str:
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}Z"
    return "" if value is None else visible(str(value))


def stop(code: int) -> typer.Exit:
    """End the command with an exit code: 1 the work failed, 2 usage or configuration."""
    return typer.Exit(code)
