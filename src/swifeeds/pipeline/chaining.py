"""What all stories are about, kept in memory from round to round, and the events that continue one.

Read from the store when first needed, again for each story that a round may have changed, and as a
whole after another process has grouped.
"""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import islice

from swifeeds.group import Found
from swifeeds.group.chaining import (
    NEWEST,
    StoryIndex,
    asked_about,
    chained_in,
    chains_of,
    profile_of,
)
from swifeeds.model import Article, ArticleId, Neighbourhood, StoryId
from swifeeds.store import Store

_PORTION = 200
"""Stories read in one go: some thousand articles."""


_NEWS = 1000
"""Latest articles by which it is judged, at first, what all the news says."""


@dataclass(slots=True, kw_only=True)
class Chaining:
    """The stories as this process knows them. One caller at a time."""

    store: Store
    _index: StoryIndex = field(default_factory=StoryIndex)
    _unread: set[StoryId] = field(default_factory=set)
    _is_known: bool = False

    async def look(self, found: Found, neighbourhood: Neighbourhood, now: datetime) -> Found:
        """The same with the stories that its events continue.

        Whatever stories the round touches by it must be named to `forget` once it is stored.
        """
        events = asked_about(found, neighbourhood)
        if not events:
            return found
        await self._catch_up(now, {one for event in events for one in event})
        own = chained_in(events, neighbourhood)
        self.forget(own)
        await self._read(sorted(own), without=own)
        chains = await asyncio.to_thread(chains_of, events, neighbourhood, self._index)
        self.forget(own)
        return replace(found, chains=chains)

    def forget(self, stories: Collection[StoryId]) -> None:
        """These may have changed: they are read again before the next look."""
        self._unread.update(stories)
        for story in stories:
            self._index.drop(story)

    def forget_all(self) -> None:
        """Another process has grouped: every story may have changed."""
        self._is_known = False

    async def _catch_up(self, now: datetime, asked: Collection[ArticleId]) -> None:
        """Know every story as it is now, and what the latest news was about that is in none; what
        is asked about is no news yet."""
        news: dict[ArticleId, Article] = {}
        if not self._is_known:
            self._index = StoryIndex()
            self._unread = set(await self.store.stories_going_on())
            self._is_known = True
            latest = await self.store.articles_before(None, now, limit=_NEWS)
            news = {one.id: one for one in reversed(latest) if one.id not in asked}
        for some in _portions(sorted(self._unread)):
            for one in await self._read(some):
                news.pop(one, None)
        await asyncio.to_thread(_hear, self._index, [*news.values()])

    async def _read(
        self,
        stories: Sequence[StoryId],
        without: Mapping[StoryId, Collection[ArticleId]] | None = None,
    ) -> Iterable[ArticleId]:
        """Read stories again; their articles that are known now."""
        members = await self.store.newest_members(stories, limit=NEWEST)
        kept = {
            story: [one for one in some if one.id not in (without or {}).get(story, ())]
            for story, some in members.items()
        }
        await asyncio.to_thread(_put, self._index, kept)
        self._unread.difference_update(stories)
        return (one.id for some in members.values() for one in some)


def _put(index: StoryIndex, members: Mapping[StoryId, Sequence[Article]]) -> None:
    for story, articles in members.items():
        if articles:
            index.put(story, profile_of(articles))


def _hear(index: StoryIndex, articles: Iterable[Article]) -> None:
    for article in articles:
        index.hear(profile_of([article]))


def _portions(stories: Sequence[StoryId]) -> Iterator[Sequence[StoryId]]:
    rest = iter(stories)
    while some := tuple(islice(rest, _PORTION)):
        yield some
