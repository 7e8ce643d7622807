"""Every article of a store as JSON Lines."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from swifeeds.emit.lines import write_line
from swifeeds.errors import DeliverError, UsageError
from swifeeds.model import ArticleId, SourceId
from swifeeds.store import Store

_PAGE = 200


async def write_articles(store: Store, source: str | None, file: IO[bytes]) -> int:
    """Write them, by id, a page at a time; how many there were.

    Raises:
        UsageError: no source of this id ever brought anything.
    """
    if source is not None and SourceId(source) not in await store.source_states():
        raise UsageError(f"there is no source {source}; `swifeeds source list` names them")
    only = None if source is None else SourceId(source)
    last: ArticleId | None = None
    written = 0
    while page := await store.records(only, last, limit=_PAGE):
        file.write(b"".join(map(write_line, page)))
        written += len(page)
        last = page[-1].article.id
    return written


@contextmanager
def whole_file(path: Path) -> Iterator[IO[bytes]]:
    """A file that is there when all of it is written, and until then what it was before.

    Raises:
        DeliverError: it cannot be written.
    """
    beside = path.with_name(f"{path.name}.part")
    try:
        with beside.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        raise DeliverError(f"{path}: cannot be written ({error.strerror})") from error
    finally:
        beside.unlink(missing_ok=True)
