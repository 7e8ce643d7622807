"""Files that a person named for an import: what each is, and whose articles it holds."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from swifeeds.collect.archive_file import ArchiveFile
from swifeeds.errors import UsageError
from swifeeds.model import ArchiveFormat, Source, SourceId, Tally
from swifeeds.pipeline.archive import Archive, look_at
from swifeeds.service.house import House

OnFile = Callable[[str, int], None]
"""Hears which file is begun, and its size in bytes."""

OnProgress = Callable[[int, Tally], None]
"""Hears how many bytes of the file were read, and what came of it so far."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a person asked for. `source` is None where the files may say it; so is `format`."""

    source: Source | None = None
    format: ArchiveFormat | None = None
    anew: bool = False


async def opened(
    house: House, file: ArchiveFile, wanted: Wanted, seen: Callable[[int], None]
) -> Archive:
    """The file, known for what it is, with its source.

    Raises:
        UsageError: it belongs to a source, and nothing tells to which.
        ExtractError: it is nothing that can be read.
        CollectError: its bytes cannot be had.
    """
    kind, pieces = await asyncio.to_thread(look_at, file, wanted.format, seen)
    return Archive(file=file, format=kind, source=_source_of(house, wanted, kind), pieces=pieces)


def _source_of(house: House, wanted: Wanted, kind: ArchiveFormat) -> Source | None:
    """Lines of ours name their sources; everything else belongs to the one that was asked for."""
    if wanted.source is not None or kind is ArchiveFormat.JSON_LINES:
        return wanted.source
    sources = list(house.sources.values())
    if len(sources) == 1:
        return sources[0]
    ids = ", ".join(sorted(house.sources)) or "none yet: add one to the configuration"
    raise UsageError(
        "say which source the articles belong to, whose language, time zone and rights they get:"
        f" --source ID, where ID is one of {ids}"
    )


def named_source(house: House, name: str | None) -> Source | None:
    """The source of this id.

    Raises:
        UsageError: there is none.
    """
    if name is None:
        return None
    found = house.sources.get(SourceId(name))
    if found is None:
        known = ", ".join(sorted(house.sources))
        raise UsageError(f"there is no source {name}; the configuration has {known}")
    return found
