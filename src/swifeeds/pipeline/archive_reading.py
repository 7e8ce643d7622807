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
from swifeeds.extract.archives.heads import LEFT_OUT
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

    async def work(portion: Portion) -> tuple[tuple[Survey, ...], bool]:
        if not portion.body:
            return (), False
        parts = in_parts(portion, archive.format, _in_child(survey, archive, isolation))
        found = [one async for _, one in parts]
        looked = tuple(one for one in found if isinstance(one, Survey))
        return looked, len(looked) < len(found)

    portions = cut(archive.pieces, archive.format, lean=True)
    async for portion, (parts, ended) in ahead(portions, work):
        file = archive.file.identity
        if parts:
            await asyncio.to_thread(register.keep, file, portion, joined(parts))
        if portion.is_head and (ended or not portion.body):
            register.leave_out_of_head(file)
        progress()


async def read_ahead(
    archive: Archive, start: int, isolation: Isolation, retrieved: datetime, register: Register
) -> AsyncIterator[tuple[Portion, Extraction]]:
    """The portions from `start` on in their order, each with what it yields."""
    name, file = archive.file.name, archive.file.identity
    untold = {_TOO_MANY: register.has_left_out, LEFT_OUT: register.has_left_out_of_head}

    async def work(portion: Portion) -> Extraction:
        return await _read(portion, archive, isolation, retrieved, register)

    portions = cut(archive.pieces, archive.format, start=start, lean=True)
    async for portion, found in ahead((one for one in portions if not one.is_head), work):
        told = [sentence for sentence, is_so in untold.items() if is_so(file)]
        for sentence in told:
            del untold[sentence]
        noted = (Reject(subject=name, reason=sentence) for sentence in told)
        yield portion, replace(found, noted=(*found.noted, *noted))


async def _read(
    portion: Portion,
    archive: Archive,
    isolation: Isolation,
    retrieved: datetime,
    register: Register,
) -> Extraction:
    name = archive.file.name
    needed = None
    if archive.format in SURVEYED:
        needed = await asyncio.to_thread(register.of, archive.file.identity, portion)
    read = partial(read_portion, name=name, retrieved=retrieved, needed=needed)
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
