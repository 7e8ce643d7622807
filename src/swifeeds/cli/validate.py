"""`swifeeds feed validate`: feeds checked, wherever they are; no configuration is needed."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from stat import S_ISDIR
from typing import Annotated

import typer

from swifeeds.check import Report, Severity, check, check_served
from swifeeds.cli.app import JsonOption, run_async
from swifeeds.cli.findings import Checked, show_as_json, show_for_people
from swifeeds.cli.output import stop
from swifeeds.egress import Egress
from swifeeds.errors import CollectError, TooLarge, UsageError
from swifeeds.service.feed_requests import LARGEST, converse, feed_requests
from swifeeds.service.house import utc_now

_STDIN = "-"


def validate(
    documents: Annotated[
        list[str], typer.Argument(help="Files, addresses (http, https), or - for standard input.")
    ],
    *,
    strict: Annotated[
        bool, typer.Option("--strict", show_default=False, help="Warnings fail too.")
    ] = False,
    every: Annotated[
        bool,
        typer.Option("--all", show_default=False, help="Tell each place of a rule, not the first."),
    ] = False,
    json: JsonOption = False,
) -> None:
    """Check RSS 2.0, Atom and JSON Feed, anybody's; of an address, how it is served too."""
    _refuse_missing(documents)
    checked = run_async(_check_all(documents, every=every))
    (show_as_json if json else show_for_people)(checked)
    if any(_fails(one, strict=strict) for one in checked):
        raise stop(1)


def _refuse_missing(documents: list[str]) -> None:
    """Say at once what is wrong with the names, before anything is asked or read.

    Raises:
        UsageError: a file is not there, or standard input is named twice.
    """
    for name in documents:
        if name == _STDIN or is_address(name):
            continue
        if not _may_be_read(Path(name)):
            shown = shown_name(name)
            raise UsageError(f"{shown}: there is no such file; addresses begin with http")
    if documents.count(_STDIN) > 1:
        raise UsageError("standard input (-) can be read once only")


def _may_be_read(path: Path) -> bool:
    """False for what is not there, or a folder; what else is wrong, reading it will tell."""
    try:
        return not S_ISDIR(path.stat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True


def is_address(name: str) -> bool:
    """True for what is asked for over HTTP."""
    return name.lower().startswith(("http://", "https://"))


def shown_name(name: str) -> str:
    """A name as it can be printed, whatever bytes the shell gave."""
    return os.fsencode(name).decode("utf-8", "replace")


async def _check_all(documents: list[str], *, every: bool) -> tuple[Checked, ...]:
    async with feed_requests() as egress:
        return tuple([await _check_one(egress, name, every=every) for name in documents])


async def _check_one(egress: Egress, name: str, *, every: bool) -> Checked:
    shown = shown_name(name)
    try:
        if is_address(name):
            report = await _check_address(egress, name, every=every)
        else:
            report = check(_read(name), now=utc_now(), every=every)
    except CollectError as error:
        return Checked(document=shown, problem=str(error))
    except OSError as error:
        return Checked(document=shown, problem=f"{shown}: cannot be read: {error.strerror}")
    return Checked(document=shown, report=report)


async def _check_address(egress: Egress, name: str, *, every: bool) -> Report:
    conversation, where = await converse(egress, name)
    return check_served(conversation, now=utc_now(), address=where, every=every)


def _read(name: str) -> bytes:
    """The bytes of a file or of standard input.

    Raises:
        TooLarge: more than is checked.
    """
    if name == _STDIN:
        body = sys.stdin.buffer.read(LARGEST + 1)
    else:
        with Path(name).open("rb") as file:
            body = file.read(LARGEST + 1)
    if len(body) > LARGEST:
        raise TooLarge(
            f"has more than {LARGEST} bytes, the most that is checked", url=shown_name(name)
        )
    return body


def _fails(checked: Checked, *, strict: bool) -> bool:
    if checked.report is None:
        return True
    warnings = checked.report.count(Severity.WARNING)
    return bool(checked.report.count(Severity.ERROR) or (strict and warnings))
