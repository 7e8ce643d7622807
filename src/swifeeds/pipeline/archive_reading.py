"""Archives through children: a first look at what its items are to each other, then all of it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TypeVar

from swifeeds.collect.register import Register
from swifeeds.errors import Killed
from swifeeds.extract.archives import SURVEYED, cut, joined, read_portion, survey_portion
from swifeeds.isolate import Isolation
from swifeeds.model import Extraction, Portion, Reject, Survey
from swifeeds.pipeline.ahead import ahead, in_parts
from swifeeds.pipeline.archive import Archive

Result = TypeVar("Result")

_TOO_MANY = (
    "holds more pictures and translations than can be kept until its articles are read; those that"
    " had no room are not linked: import it in several parts"
)


async def survey_archive(
    archive: Archive,
    register: Register,
    *,
    isolation: Isolation,
    retrieved: datetime,
    progress: Callable[[], None] = lambda: None,
) -> None:
    """A first look at all of an archive: what its items are to each other, kept in the register.

    Raises:
        CollectError: the file breaks off; what came before is kept.
        ExtractError: it is not what it seemed to be.
    """
    survey = partial(survey_portion, name=archive.file.name, retrieved=retrieved)

    async def work(portion: Portion) -> tuple[Survey, ...]:
        if not portion.body:
            return ()
        parts = in_parts(portion, archive.format, _in_child(survey, archive, isolation))
        return tuple([one async for _, one in parts if isinstance(one, Survey)])

    async for portion, parts in ahead(cut(archive.pieces, archive.format), work):
        if parts:
            found = joined(parts)
            await asyncio.to_thread(register.keep, archive.file.identity, portion, found)
        progress()


async def read_ahead(
    archive: Archive, start: int, isolation: Isolation, retrieved: datetime, register: Register
) -> AsyncIterator[tuple[Portion, Extraction]]:
    """The portions from `start` on in their order, each with what it yields."""
    file, has_told = archive.file, False

    async def work(portion: Portion) -> Extraction:
        return await _read(portion, archive, isolation, retrieved, register)

    async for portion, found in ahead(cut(archive.pieces, archive.format, start=start), work):
        if has_told or not register.has_left_out(file.identity):
            yield portion, found
        else:
            has_told = True
            told = Reject(subject=file.name, reason=_TOO_MANY)
            yield portion, replace(found, noted=(*found.noted, told))


async def _read(
    portion: Portion,
    archive: Archive,
    isolation: Isolation,
    retrieved: datetime,
    register: Register,
) -> Extraction:
    name = archive.file.name
    known = None
    if archive.format in SURVEYED:
        known = await asyncio.to_thread(register.of, archive.file.identity, portion)
    read = partial(read_portion, name=name, retrieved=retrieved, companions=known)
    parts = in_parts(portion, archive.format, _in_child(read, archive, isolation))
    return Extraction.joined(
        [
            Extraction(rejects=(_deadly(part, name, one),)) if isinstance(one, Killed) else one
            async for part, one in parts
        ]
    )


def _in_child(
    work: Callable[..., Result], archive: Archive, isolation: Isolation
) -> Callable[[Portion], Awaitable[Result]]:
    source, kind, name = archive.source, archive.format, archive.file.name
    return lambda portion: isolation.run(work, portion, source, kind, subject=name)


def _deadly(portion: Portion, name: str, error: Killed) -> Reject:
    first, last = portion.first + 1, portion.first + portion.items
    items = f"item {first}" if first == last else f"items {first} to {last}"
    return Reject(subject=f"{name}, {items} (byte {portion.offset})", reason=error.message)
