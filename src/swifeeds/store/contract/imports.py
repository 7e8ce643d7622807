"""Archives on their way in, and articles on their way out."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Protocol

from swifeeds.model import (
    ArticleId,
    ImportRun,
    Intent,
    Notice,
    Record,
    SetAside,
    Sighting,
    SourceId,
)


class Imports(Protocol):
    """Archives on their way in, and articles on their way out."""

    async def begin_import(self, run: ImportRun, *, anew: bool = False) -> ImportRun:
        """The import as it stands: where an earlier one of the same `key` was cut off, or `run`
        from its beginning. A finished one begins anew, and so does every one with `anew`; what it
        had set aside is forgotten. Whoever worked on it before loses it."""

    async def keep_import(
        self,
        run: ImportRun,
        after: ImportRun,
        intents: Sequence[Intent],
        *,
        set_aside: Sequence[SetAside] = (),
        notices: Sequence[Notice] = (),
    ) -> None:
        """Carry out the intents of one portion as `keep` does, and write down that the import
        stands where `after` says. A source that an article names and nobody registered gets a row
        that is never claimed. Raises `LeaseLost` when the import no longer stands at `run`."""

    async def forget_import(self, key: str) -> bool:
        """Drop what is remembered of an import and close its notice; its articles stay. False
        when there is none."""

    async def imports(self) -> tuple[ImportRun, ...]:
        """Every import that is remembered, the last one first."""

    async def set_aside(self, key: str, *, limit: int | None = None) -> tuple[SetAside, ...]:
        """What an import could not use, in the order of the file."""

    async def sightings(self, ids: Collection[ArticleId]) -> tuple[Sighting, ...]:
        """Every source's copy of these articles, those of one article in the order in which they
        came."""

    async def records(
        self, source_id: SourceId | None, after: ArticleId | None, *, limit: int
    ) -> tuple[Record, ...]:
        """Articles with all their copies by id, from the first after `after` on; of one source,
        those that it brought."""
