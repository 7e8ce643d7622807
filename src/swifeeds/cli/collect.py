"""`swifeeds collect`: collect now, group, publish, and say what came of it."""

from __future__ import annotations

import asyncio
from typing import Annotated

import typer

from swifeeds.cli.app import DEFAULT_CONFIG, ConfigOption, JsonOption, run_async
from swifeeds.cli.loading import load
from swifeeds.cli.logs import set_up_logging
from swifeeds.cli.output import complain, say, say_json, say_table, stop
from swifeeds.cli.progress import progress_bar
from swifeeds.cli.status import came_to
from swifeeds.config import LoggingSettings
from swifeeds.errors import StoreError, UsageError
from swifeeds.model import Lease, SourceId
from swifeeds.pipeline import PollReport
from swifeeds.pipeline.journey.visit import Progress
from swifeeds.service import House, open_house
from swifeeds.service.owners import new_owner
from swifeeds.service.work import Settled, claim_now, poll, settle

_WIDTH = 60
"""Characters of an address beside the progress bar: it fits a terminal of 100."""


def collect(
    *,
    source: Annotated[
        list[str] | None, typer.Option("--source", "-s", help="Only this source; repeatable.")
    ] = None,
    once: Annotated[
        bool,
        typer.Option(
            "--once", show_default=False, help="For scripts: say what this command does anyway."
        ),
    ] = True,
    config: ConfigOption = DEFAULT_CONFIG,
    json: JsonOption = False,
) -> None:
    """Collect now, whatever the schedule says; then group and publish what changed."""
    del once
    settings = load(config)
    set_up_logging(LoggingSettings(level="ERROR"))

    async def work() -> tuple[list[PollReport], Settled]:
        async with open_house(settings) as house:
            return await collect_once(house, _wanted(house, source or []), quiet=json)

    reports, settled = run_async(work())
    show(reports, settled, json=json)
    if any(report.failure for report in reports):
        raise stop(1)


def _wanted(house: House, names: list[str]) -> tuple[SourceId, ...]:
    unknown = [name for name in names if SourceId(name) not in house.sources]
    if unknown:
        raise UsageError(f"there is no source {unknown[0]}; `swifeeds source list` names them")
    return tuple(map(SourceId, names))


async def collect_once(
    house: House, only: tuple[SourceId, ...], *, quiet: bool
) -> tuple[list[PollReport], Settled]:
    """Poll these sources (all when none is named), `schedule.lanes` at a time, then settle."""
    owner = new_owner()
    leases = await claim_now(house, owner, only)
    for missing in set(only or house.sources) - {lease.source_id for lease in leases}:
        complain(f"swifeeds: source {missing} is being polled by another process; left out")
    reports: list[PollReport] = []
    gate = asyncio.Semaphore(house.config.schedule.lanes)
    with progress_bar(quiet=quiet) as progress:
        bar = progress.add_task("collecting", total=len(leases))

        def show_address(url: str) -> None:
            progress.update(bar, description=_short(url))

        async def one(lease: Lease) -> None:
            async with gate:
                reports.append(await _poll(house, lease, show_address))
            progress.advance(bar)

        async with asyncio.TaskGroup() as group:
            for lease in leases:
                group.create_task(one(lease), name=f"poll {lease.source_id}")
        progress.update(bar, description="publishing")
        settled = await settle(house, owner, wait=True)
    return sorted(reports, key=lambda report: report.source_id), settled


async def _poll(house: House, lease: Lease, progress: Progress) -> PollReport:
    """What the store refuses of one source is its failure; the others go on."""
    try:
        return await poll(house, lease, progress)
    except StoreError as error:
        return PollReport(source_id=lease.source_id, failure=str(error))


def _short(url: str) -> str:
    return url if len(url) <= _WIDTH else f"…{url[1 - _WIDTH :]}"


def show(reports: list[PollReport], settled: Settled, *, json: bool) -> None:
    """The summary."""
    if json:
        say_json({"sources": reports, "settled": settled})
        return
    say_table(
        ("source", "documents", "unchanged", "new", "revised", "held", "set aside", "failure"),
        (
            (r.source_id, r.documents, r.unchanged, r.new, r.revised, r.held, len(r.rejects),
             r.failure)
            for r in reports
        ),
    )  # fmt: skip
    for report in reports:
        for reject in report.rejects:
            complain(f"set aside: {report.source_id}: {reject.subject}: {reject.reason}")
        for one in report.noted:
            complain(f"remark: {report.source_id}: {one.subject}: {one.reason}")
    say(came_to(settled))
