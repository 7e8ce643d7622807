"""One feed source on a real store, polled with drafts that a test makes up."""

from __future__ import annotations

import itertools
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.contract.databases import make_store, migrated_database

from swifeeds.model import (
    Article,
    ArticleId,
    Dating,
    Draft,
    Duplicate,
    Intent,
    Oddity,
    Publication,
    Source,
    SourceId,
    SourceKind,
)
from swifeeds.pipeline.identification import Identification
from swifeeds.store.sql import SqlStore

MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
WIRE = Source(
    id=SourceId("wire"),
    kind=SourceKind.FEED,
    url="https://wire.example/feed",
    language="en",
    title="Wire",
)
SITE = Publication(
    base_url="https://feeds.example.org",
    tag_authority="feeds.example.org,2026",
    titles=(("en", "News"),),
    languages=("en", "de"),
    time_zone="UTC",
)


class Polled:
    """The source, its store, and a clock that goes on by an hour at every poll."""

    def __init__(self, store: SqlStore, source: Source) -> None:
        self.store, self.source, self.now = store, source, MONDAY
        self.oddities: tuple[Oddity, ...] = ()
        numbers = itertools.count(1)
        new_id: Callable[[], ArticleId] = lambda: ArticleId(f"a{next(numbers)}")  # noqa: E731
        self._identification = Identification(
            store=store,
            publication=SITE,
            sources={source.id: source},
            new_id=new_id,
            now=lambda: self.now,
        )

    async def poll(self, drafts: Iterable[Draft]) -> tuple[Intent, ...]:
        """Decide and keep a batch."""
        self.now += HOUR
        came = [replace(draft, retrieved=self.now) for draft in drafts]
        found = await self._identification.of_drafts(came, self.source)
        (lease,) = await self.store.claim(
            owner="test", now=self.now, until=self.now + HOUR, limit=1, only=[self.source.id]
        )
        await self.store.keep(lease, found.intents, {})
        await self.store.release(lease)
        self.oddities = found.oddities
        return found.intents

    async def articles(self) -> tuple[Article, ...]:
        """All that is kept."""
        early, late = MONDAY - timedelta(days=9999), MONDAY + timedelta(days=9999)
        return await self.store.articles_between(early, late, late, limit=1000)


@asynccontextmanager
async def polled(source: Source = WIRE) -> AsyncIterator[Polled]:
    """A fresh store that knows the source."""
    with TemporaryDirectory() as folder:
        store = make_store(migrated_database("sqlite", Path(folder)))
        await store.open()
        try:
            await store.register([source], (), MONDAY)
            yield Polled(store, source)
        finally:
            await store.close()


def item(number: int, **fields: object) -> Draft:
    """An item like no other; it has a text, a guid, a link and a date unless the test says not."""
    words = " ".join(f"{chr(97 + number % 26)}word{number * 31 + at}" for at in range(40))
    stated: dict[str, object] = {
        "source_id": WIRE.id,
        "retrieved": MONDAY,
        "language": "en",
        "title": f"Title{number * 977} of {number * 613}item",
        "guid": f"guid-{number}",
        "url": f"https://wire.example/a/{number}",
        "content": f"<p>{words}</p>",
        "published": MONDAY - number * HOUR,
        "dating": Dating(read_from="feed"),
    }
    return Draft(**(stated | fields))  # type: ignore[arg-type]


def changed(intents: Iterable[Intent]) -> list[Intent]:
    """What is more than a sighting."""
    return [intent for intent in intents if not isinstance(intent, Duplicate)]
