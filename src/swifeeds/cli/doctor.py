"""`swifeeds doctor`: examine the installation, and say what to do.

Exit status 0 where nothing is broken, 1 where something is or could not be examined, 2 where
that is the configuration.
"""

from __future__ import annotations

import os
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from swifeeds.cli.app import DEFAULT_CONFIG, ConfigOption, JsonOption, run_async
from swifeeds.cli.examined import show_as_json, show_checks, show_for_people
from swifeeds.cli.output import stop
from swifeeds.errors import UsageError
from swifeeds.service.examining import (
    CHECKS,
    Check,
    Examined,
    Patient,
    Verdict,
    examine,
    open_patient,
)
from swifeeds.service.house import utc_now


def doctor(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[CHECK]...", help="Only these checks.")
    ] = None,
    *,
    listing: Annotated[
        bool, typer.Option("--list", show_default=False, help="List the checks; make none.")
    ] = False,
    config: ConfigOption = DEFAULT_CONFIG,
    json: JsonOption = False,
) -> None:
    """Examine the installation: what is broken, and what to do. Exit 1 when anything is."""
    checks = _chosen(names or [])
    if listing:
        show_checks(checks, json=json)
        return

    async def work() -> tuple[Patient, tuple[Examined, ...]]:
        async with open_patient(config, os.environ, utc_now()) as patient:
            return patient, await examine(patient, checks, on_bug=_trace)

    patient, found = run_async(work())
    if json:
        show_as_json(found, configuration=str(config), at=patient.now)
    else:
        show_for_people(found, configuration=Path(config))
    if any(one.verdict in {Verdict.BROKEN, Verdict.SKIPPED} for one in found):
        raise stop(2 if patient.config is None else 1)


def _chosen(names: Sequence[str]) -> tuple[Check, ...]:
    known = {one.name: one for one in CHECKS}
    for name in names:
        if name not in known:
            raise UsageError(f"there is no check {name}; `swifeeds doctor --list` names them")
    return tuple(one for one in CHECKS if not names or one.name in names)


def _trace(error: Exception) -> None:
    if os.environ.get("SWIFEEDS_DEBUG"):
        traceback.print_exception(error)
