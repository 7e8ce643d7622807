"""What the first journey works with: a source is polled, and its articles are kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from swifeeds.collect import Collector
from swifeeds.isolate import Isolation
from swifeeds.model import Publication, Remembered, Source, SourceId
from swifeeds.pipeline.completing import Completions
from swifeeds.pipeline.identification import Identification
from swifeeds.pipeline.pushing import Pushing
from swifeeds.store import Store

_MOST_REMEMBERED = 5000
"""Entries of a source. A feed of news has twenty to two hundred."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingest:
    """The collaborators of every poll, built by the composition root.

    `now` gives aware UTC; a lease is renewed for `lease_length` while a long poll goes on;
    `pushing` is there where hubs of sources are asked to tell us.
    `reader` says which program reads: another one reads everything again.
    """

    store: Store
    completions: Completions
    collector: Collector
    isolation: Isolation
    publication: Publication
    sources: Mapping[SourceId, Source]
    identification: Identification
    now: Callable[[], datetime]
    lease_length: timedelta
    pushing: Pushing | None = None
    reader: str = ""

    async def remembered(self, source: Source) -> Remembered:
        """The entries of a source that need not be read again, and under which circumstances."""
        return Remembered(
            digests=await self.store.digests(source.id, limit=_MOST_REMEMBERED),
            circumstances=repr((self.reader, source, self.publication.sections)),
        )
