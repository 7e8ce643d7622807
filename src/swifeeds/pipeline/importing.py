"""The journey of an archive: portion by portion, each stored with how far the import has come.

Children read a few portions ahead, so that every processor works; they are identified and stored
in the order of the file, one transaction each. Whatever dies in between, the next import of the
same file goes on after the last portion that was stored.

What items are to each other, wherever they stand, the register says: all files of an import were
looked through before the first one is read.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import datetime

from swifeeds.collect.register import Register
from swifeeds.isolate import Isolation
from swifeeds.model import Extraction, ImportRun, Tally
from swifeeds.pipeline.archive import Archive
from swifeeds.pipeline.archive_reading import read_ahead
from swifeeds.pipeline.arriving import Arrival, Arriving, held_notices
from swifeeds.store import Store

Progress = Callable[[int, Tally], None]
"""Hears how many bytes of the file were read, and what came of it so far."""


async def import_archive(
    archive: Archive,
    run: ImportRun,
    *,
    store: Store,
    isolation: Isolation,
    register: Register,
    arriving: Arriving,
    now: Callable[[], datetime],
    progress: Progress,
) -> ImportRun:
    """Store what is left of an archive; the import as it stands at the end.

    Raises:
        CollectError: the file breaks off; what came before is stored.
        LeaseLost: another process goes on with this import.
    """
    async for portion, extraction in read_ahead(archive, run.offset, isolation, now(), register):
        arrival = await arriving.of(extraction, archive.source, portion)
        after = replace(run, offset=portion.end, seen=now(), tally=run.tally + arrival.tally)
        notices = tuple(held_notices(after, now()))
        await store.keep_import(
            run, after, arrival.intents, set_aside=arrival.set_aside, notices=notices
        )
        run = after
        progress(portion.end, run.tally)
    done = replace(run, seen=now(), finished=now())
    await store.keep_import(run, done, ())
    return done


async def preview_archive(
    archive: Archive,
    *,
    isolation: Isolation,
    register: Register,
    arriving: Arriving,
    now: Callable[[], datetime],
) -> AsyncIterator[tuple[Extraction, Arrival]]:
    """What an import would store, portion by portion. Nothing is written."""
    async for portion, extraction in read_ahead(archive, 0, isolation, now(), register):
        yield extraction, await arriving.of(extraction, archive.source, portion)
