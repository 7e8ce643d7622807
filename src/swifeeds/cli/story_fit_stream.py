"""What `swifeeds story fit` is given: the archive's labels or a file's, with vectors or without."""

from __future__ import annotations

from pathlib import Path

from swifeeds import desk
from swifeeds.cli.loading import load
from swifeeds.config import Config
from swifeeds.errors import UsageError
from swifeeds.group import passage_of
from swifeeds.group.events import FITTED, EventSettings
from swifeeds.group.fitting import (
    LONGEST,
    Labelled,
    LabelLine,
    Unlabelled,
    read_label_lines,
    with_embeddings,
)
from swifeeds.service import open_store
from swifeeds.service.embedding import open_embedder
from swifeeds.service.house import utc_now


async def from_archive(config: Path, limit: int, unlabelled: Unlabelled) -> tuple[Labelled, ...]:
    """What is certain in the archive, of so many articles at most."""
    async with open_store(load(config)) as store:
        return await desk.labelled_archive(store, utc_now(), limit=limit, unlabelled=unlabelled)


async def from_file(config: Path, path: Path) -> tuple[Labelled, ...]:
    """The labels of a file. The archive is opened only where a line names an article of it.

    Raises:
        UsageError: names the file and what is wrong with it.
    """
    lines = _read(path)
    if all(one.article for one in lines):
        return await desk.labelled_by_file(None, lines, path.name)
    async with open_store(load(config)) as store:
        return await desk.labelled_by_file(store, lines, path.name)


def _read(path: Path) -> tuple[LabelLine, ...]:
    try:
        with path.open(encoding="utf-8") as file:
            return tuple(read_label_lines(iter(lambda: file.readline(LONGEST + 2), ""), path.name))
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: is not UTF-8 at byte {error.start}") from error


async def embedded_rows(
    rows: tuple[Labelled, ...], config: Config, *, is_asked_for: bool
) -> tuple[tuple[Labelled, ...], EventSettings]:
    """The rows with the vectors of the configured embedder, and how it is mixed in."""
    async with open_embedder(config) as embedder:
        if embedder is not None:
            passages = [passage_of(row.headline.title, row.language) for row in rows]
            vectors = await embedder.embed(passages)
            return with_embeddings(rows, vectors), config.grouping.events
    if is_asked_for:
        raise UsageError("--embedder needs the table [grouping.embedder] in the configuration")
    return rows, FITTED
