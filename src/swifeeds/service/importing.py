"""Archives into the store: which source they belong to, whose turn it is, one file after the other.

Nobody leases the source for it: a running service goes on polling it meanwhile. What keeps the two
apart is the store, which writes one batch at a time and looks again at each new article in it; and
a named lease for each file, so that no two commands import the same one.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from swifeeds.collect.archive_file import ArchiveFile
from swifeeds.collect.archive_files import archive_files
from swifeeds.collect.register import Register
from swifeeds.errors import CollectError, ExtractError, LeaseLost
from swifeeds.model import (
    NOTHING_YET,
    ImportRun,
    Reject,
    SetAside,
    Tally,
)
from swifeeds.pipeline.archive import Archive
from swifeeds.pipeline.arriving import Arriving
from swifeeds.pipeline.importing import import_archive
from swifeeds.service.archive_opening import OnFile, OnProgress, Wanted, opened
from swifeeds.service.archive_survey import survey_files
from swifeeds.service.house import House
from swifeeds.service.work import keep_turn

_HOLD = timedelta(seconds=60)


@dataclass(frozen=True, slots=True, kw_only=True)
class FileReport:
    """What came of one file.

    `run` is None where nothing of it was read. `went_on_from` counts the items that an earlier
    import had stored. `failure` says why it was not read to its end.
    """

    name: str
    run: ImportRun | None = None
    went_on_from: int = 0
    failure: str | None = None


async def import_files(
    house: House,
    owner: str,
    paths: Iterable[Path],
    wanted: Wanted,
    *,
    on_file: OnFile = lambda *_: None,
    on_progress: OnProgress = lambda *_: None,
) -> list[FileReport]:
    """Import files and folders. What is wrong with one is in its report, and the others go on.

    Raises:
        UsageError: a file belongs to a source, and nothing tells to which.
    """
    reports: list[FileReport] = []
    paths = tuple(paths)
    with Register() as register:
        await survey_files(house, paths, wanted, register, on_file=on_file, on_progress=on_progress)
        files = archive_files(paths)
        while (file := await asyncio.to_thread(next, files, None)) is not None:
            if isinstance(file, Reject):
                reports.append(FileReport(name=file.subject, failure=file.reason))
                continue
            on_file(file.name, file.size)
            reports.append(
                await _import_file(house, owner, file, wanted, register, on_progress=on_progress)
            )
    return reports


async def _import_file(
    house: House,
    owner: str,
    file: ArchiveFile,
    wanted: Wanted,
    register: Register,
    *,
    on_progress: OnProgress,
) -> FileReport:
    read = 0
    tally = NOTHING_YET

    def seen(position: int) -> None:
        nonlocal read
        read = position

    def progress(_: int, so_far: Tally) -> None:
        nonlocal tally
        tally = so_far
        on_progress(read, so_far)

    try:
        archive = await opened(house, file, wanted, seen)
    except (CollectError, ExtractError) as error:
        return FileReport(name=file.name, failure=without_name(error, file.name))
    turn = f"import: {archive.key}"
    now = house.now()
    if not await house.store.hold(turn, owner=owner, now=now, until=now + _HOLD):
        return FileReport(name=file.name, failure="another process is importing it right now")
    async with keep_turn(house, owner, turn):
        run = await house.store.begin_import(_fresh_run(archive, house), anew=wanted.anew)
        try:
            done = await import_archive(
                archive,
                run,
                store=house.store,
                isolation=house.parts.isolation,
                register=register,
                arriving=Arriving(store=house.store, identification=house.ingest.identification),
                now=house.now,
                progress=progress,
            )
        except (CollectError, ExtractError, LeaseLost) as error:
            stopped = await _standing(house, run)
            failure = without_name(error, file.name)
            return FileReport(
                name=file.name, run=stopped, went_on_from=run.tally.items, failure=failure
            )
    return FileReport(name=file.name, run=done, went_on_from=run.tally.items)


async def _standing(house: House, run: ImportRun) -> ImportRun:
    """The import as it is written down."""
    found = [one for one in await house.store.imports() if one.key == run.key]
    return found[0] if found else run


def _fresh_run(archive: Archive, house: House) -> ImportRun:
    now = house.now()
    return ImportRun(
        key=archive.key,
        name=archive.file.name,
        source_id=archive.source.id if archive.source else None,
        format=archive.format,
        started=now,
        seen=now,
    )


def without_name(error: Exception, name: str) -> str:
    """The sentence of an error that names its file, for where that stands beside it."""
    return str(error).removeprefix(f"{name}: ")


async def set_aside_by(house: House, report: FileReport) -> tuple[SetAside, ...]:
    """What could not be used of a file, and what was remarked."""
    return () if report.run is None else await house.store.set_aside(report.run.key)
