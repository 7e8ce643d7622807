"""A dry run of an import: everything is read and looked up, nothing is stored."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from swifeeds.collect.archive_file import ArchiveFile
from swifeeds.collect.archive_files import archive_files
from swifeeds.collect.register import Register
from swifeeds.errors import CollectError, ExtractError
from swifeeds.model import NOTHING_YET, ArchiveFormat, Draft, Record, Reject, SetAside, Tally
from swifeeds.pipeline.arriving import Arriving
from swifeeds.pipeline.importing import preview_archive
from swifeeds.service.archive_opening import Wanted, opened
from swifeeds.service.archive_survey import survey_files
from swifeeds.service.house import House
from swifeeds.service.importing import without_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What an import of a file would store. `extractions` are the first portions, as read."""

    name: str
    format: ArchiveFormat | None = None
    tally: Tally = NOTHING_YET
    drafts: tuple[Draft, ...] = ()
    records: tuple[Record, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    failure: str | None = None


async def preview_files(
    house: House, paths: Iterable[Path], wanted: Wanted, *, limit: int
) -> list[Preview]:
    """A dry run: everything is read and looked up, nothing is stored.

    Args:
        house: a visited one; there may be no database yet.
        paths: files and folders.
        wanted: what was asked for.
        limit: how many articles of each file to hand back.

    Raises:
        UsageError: a file belongs to a source, and nothing tells to which.
    """
    is_there = (await house.store.schema()).current is not None
    if is_there:
        await house.store.open()
    looking = replace(house.ingest.identification, remembers=False)
    arriving = Arriving(
        store=house.store if is_there else None, identification=looking if is_there else None
    )
    found: list[Preview] = []
    paths = tuple(paths)
    with Register() as register:
        await survey_files(house, paths, wanted, register)
        files = archive_files(paths)
        while (file := await asyncio.to_thread(next, files, None)) is not None:
            if isinstance(file, Reject):
                found.append(Preview(name=file.subject, failure=file.reason))
            else:
                found.append(
                    await _preview(house, file, wanted, register, arriving=arriving, limit=limit)
                )
    return found


async def _preview(
    house: House,
    file: ArchiveFile,
    wanted: Wanted,
    register: Register,
    *,
    arriving: Arriving,
    limit: int,
) -> Preview:
    found = Preview(name=file.name)
    try:
        archive = await opened(house, file, wanted, lambda _: None)
        found = replace(found, format=archive.format)
        portions = preview_archive(
            archive,
            isolation=house.parts.isolation,
            register=register,
            arriving=arriving,
            now=house.now,
        )
        async for extraction, arrival in portions:
            found = replace(
                found,
                tally=found.tally + arrival.tally,
                drafts=(*found.drafts, *extraction.drafts)[:limit],
                records=(*found.records, *extraction.records)[:limit],
                set_aside=(*found.set_aside, *arrival.set_aside),
            )
    except (CollectError, ExtractError) as error:
        return replace(found, failure=without_name(error, file.name))
    return found
