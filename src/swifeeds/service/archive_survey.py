"""The first look at all files of an import, which finds what belongs together across them."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from swifeeds.collect.archive_file import ArchiveFile
from swifeeds.collect.archive_files import archive_files
from swifeeds.collect.register import Register
from swifeeds.errors import CollectError, ExtractError
from swifeeds.extract.archives import SURVEYED
from swifeeds.model import NOTHING_YET, Reject
from swifeeds.pipeline.archive_reading import survey_archive
from swifeeds.service.archive_opening import OnFile, OnProgress, Wanted, opened
from swifeeds.service.house import House


async def survey_files(
    house: House,
    paths: Iterable[Path],
    wanted: Wanted,
    register: Register,
    *,
    on_file: OnFile = lambda *_: None,
    on_progress: OnProgress = lambda *_: None,
) -> None:
    """Look through those files whose items name each other by numbers. What is wrong with one is
    not told here: it will be read.

    Raises:
        UsageError: a file belongs to a source, and nothing tells to which.
    """
    if wanted.format is not None and wanted.format not in SURVEYED:
        return
    files = archive_files(paths)
    while (file := await asyncio.to_thread(next, files, None)) is not None:
        if not isinstance(file, Reject):
            with suppress(CollectError, ExtractError):
                await _survey(
                    house, file, wanted, register, on_file=on_file, on_progress=on_progress
                )


async def _survey(
    house: House,
    file: ArchiveFile,
    wanted: Wanted,
    register: Register,
    *,
    on_file: OnFile,
    on_progress: OnProgress,
) -> None:
    read = 0

    def seen(position: int) -> None:
        nonlocal read
        read = position

    archive = await opened(house, file, wanted, seen)
    if archive.format not in SURVEYED:
        return
    on_file(file.name, file.size)
    await survey_archive(
        archive,
        register,
        isolation=house.parts.isolation,
        retrieved=house.now(),
        progress=lambda: on_progress(read, NOTHING_YET),
    )
