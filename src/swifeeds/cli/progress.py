"""The bar of long work: on standard error, where somebody watches, and gone when it is done."""

from __future__ import annotations

from rich.progress import (
    BarColumn,
    DownloadColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

from swifeeds.cli.output import complaints


def progress_bar(*, quiet: bool) -> Progress:
    """What is done, how much of how much, and for how long. `quiet`: none is shown."""
    return Progress(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(),
        console=complaints, disable=quiet, transient=True,
    )  # fmt: skip


def byte_bar(*, quiet: bool) -> Progress:
    """The same for files: bytes of how many, the articles in them, and how long it will take."""
    return Progress(
        TextColumn("{task.description}"), BarColumn(), DownloadColumn(),
        TextColumn("{task.fields[articles]}"), TimeElapsedColumn(), TimeRemainingColumn(),
        console=complaints, disable=quiet, transient=True,
    )  # fmt: skip
