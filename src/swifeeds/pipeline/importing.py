"""The journey of an archive: portion by portion, each stored with how far the import has come.

Children read a few portions ahead, so that every processor works; they are identified and stored
in the order of the file, one transaction each. Whatever dies in between, the next import of the
same file goes on after the last portion that was stored.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from itertools import chain

from swifeeds.collect.archive_file import BEGINNING, ArchiveFile
from swifeeds.errors import Killed
from swifeeds.extract.archives import cut, cut_smaller, read_portion, recognise
from swifeeds.isolate import Isolation
from swifeeds.model import (
    ArchiveFormat,
    Extraction,
    ImportRun,
    Portion,
    Reject,
    Source,
    Tally,
)
from swifeeds.pipeline.arriving import Arrival, Arriving, held_notices
from swifeeds.store import Store

_AHEAD = 4
"""Portions that are being read or wait to be stored: two busy children, and one ready for each."""

MOST_ENDED = 20
"""Children that the items of one portion may end: each may take as long as a child is given. What
ends one after that is set aside as it stands."""

Progress = Callable[[int, Tally], None]
"""Hears how many bytes of the file were read, and what came of it so far."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """A file that is known for what it is. `source` is None where it names its sources itself."""

    file: ArchiveFile
    format: ArchiveFormat
    source: Source | None
    pieces: Iterator[bytes]

    @property
    def key(self) -> str:
        """The same for the same content, source and format."""
        named = (self.file.identity, self.source.id if self.source else "", self.format.value)
        return hashlib.sha256("\n".join(named).encode()).hexdigest()[:16]


def look_at(
    file: ArchiveFile,
    stated: ArchiveFormat | None,
    seen: Callable[[int], None],
) -> tuple[ArchiveFormat, Iterator[bytes]]:
    """What the file is, and its bytes from the first on. Blocks.

    Raises:
        ExtractError: it is nothing that can be read.
        CollectError: its bytes cannot be had.
    """
    pieces = file.pieces(seen)
    beginning = b""
    for piece in pieces:
        beginning += piece
        if len(beginning) >= BEGINNING:
            break
    found = stated or recognise(beginning[:BEGINNING], file.name.removesuffix(".gz"))
    return found, chain((beginning,), pieces)


async def import_archive(
    archive: Archive,
    run: ImportRun,
    *,
    store: Store,
    isolation: Isolation,
    arriving: Arriving,
    now: Callable[[], datetime],
    progress: Progress,
) -> ImportRun:
    """Store what is left of an archive; the import as it stands at the end.

    Raises:
        CollectError: the file breaks off; what came before is stored.
        LeaseLost: another process goes on with this import.
    """
    async for portion, extraction in read_ahead(archive, run.offset, isolation, now()):
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
    arriving: Arriving,
    now: Callable[[], datetime],
) -> AsyncIterator[tuple[Extraction, Arrival]]:
    """What an import would store, portion by portion. Nothing is written."""
    async for portion, extraction in read_ahead(archive, 0, isolation, now()):
        yield extraction, await arriving.of(extraction, archive.source, portion)


async def read_ahead(
    archive: Archive, start: int, isolation: Isolation, retrieved: datetime
) -> AsyncIterator[tuple[Portion, Extraction]]:
    """The portions from `start` on in their order, each with what it yields."""
    portions = cut(archive.pieces, archive.format, start=start)
    waiting: deque[tuple[Portion, asyncio.Task[Extraction]]] = deque()
    try:
        while True:
            while len(waiting) < _AHEAD:
                portion = await asyncio.to_thread(next, portions, None)
                if portion is None:
                    break
                reading = _read(portion, archive, isolation, retrieved)
                waiting.append((portion, asyncio.create_task(reading)))
            if not waiting:
                return
            portion, task = waiting.popleft()
            yield portion, await task
    finally:
        for _, task in waiting:
            task.cancel()


async def _read(
    portion: Portion, archive: Archive, isolation: Isolation, retrieved: datetime
) -> Extraction:
    """What ends a child costs its own item alone: its portion is read again in smaller ones."""
    name = archive.file.name
    read = partial(read_portion, name=name, retrieved=retrieved)
    waiting, found, ended = deque((portion,)), list[Extraction](), 0
    while waiting:
        one = waiting.popleft()
        try:
            found.append(
                await isolation.run(read, one, archive.source, archive.format, subject=name)
            )
        except Killed as error:
            ended += 1
            smaller = await asyncio.to_thread(cut_smaller, one, archive.format)
            if smaller and ended <= MOST_ENDED:
                waiting.extendleft(reversed(smaller))
            else:
                found.append(Extraction(rejects=(_deadly(one, name, error),)))
    return _joined(found)


def _deadly(portion: Portion, name: str, error: Killed) -> Reject:
    first, last = portion.first + 1, portion.first + portion.items
    items = f"item {first}" if first == last else f"items {first} to {last}"
    return Reject(subject=f"{name}, {items} (byte {portion.offset})", reason=error.message)


def _joined(parts: Sequence[Extraction]) -> Extraction:
    return Extraction(
        drafts=tuple(one for part in parts for one in part.drafts),
        rejects=tuple(one for part in parts for one in part.rejects),
        noted=tuple(one for part in parts for one in part.noted),
        records=tuple(one for part in parts for one in part.records),
    )
