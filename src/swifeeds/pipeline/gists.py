"""The gists of articles, read in children: one text that kills or holds its reader stops no other.

The culprit is found by halves, grouped by its headline alone (or, should that not help, by nothing)
and remembered, so that it is not tried again before another version of it comes.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from swifeeds.errors import Killed
from swifeeds.group import Gist, gists_of
from swifeeds.isolate import Isolation
from swifeeds.model import Article, ArticleId, Notice
from swifeeds.store import Store

_log = logging.getLogger(__name__)

NOTICE = "article-unreadable"

_KEY = "grouping: unreadable"
"""Where the store remembers them: id to revision, and whether the headline can be read."""

_MOST = 5
"""Culprits among the articles of one go beyond which it is not the texts: the system is short of
memory, or busy, and no article is to blame."""

_LEAST = 10.0
"""Seconds that any part gets of the time for all, so that haste finds no culprit."""


@dataclass(slots=True, kw_only=True)
class GistReader:
    """Reads gists, and knows whose text cannot be read. Culprits are looked for one after another.

    `limit` is in seconds for a portion, on a machine that has much else to do.
    """

    store: Store
    isolation: Isolation
    limit: float = 120.0
    _refused: dict[ArticleId, tuple[int, bool]] | None = None
    _culprits: list[ArticleId] = field(default_factory=list)
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def read(self, articles: Sequence[Article], now: datetime) -> Sequence[Gist]:
        """The gist of each that can be read, in article time.

        Raises:
            Killed: it is not the fault of single articles.
        """
        ready = sorted(await self.ready(articles), key=lambda one: (one.published, one.id))
        async with self._turn:
            self._culprits.clear()
            return await self._read_in_parts(ready, now, len(ready))

    async def ready(self, articles: Iterable[Article]) -> Sequence[Article]:
        """The articles as they can be read, as far as is known: some without their texts, some not
        at all. One that was unreadable is tried again once it has another revision."""
        refused = await self._known()
        found: list[Article] = []
        for one in articles:
            revision, has_headline = refused.get(one.id, (None, True))
            if revision is None:
                found.append(one)
            elif revision != one.revision:
                await self._try_again(one)
                found.append(one)
            elif has_headline:
                found.append(_headline_of(one))
        return found

    async def _read_in_parts(
        self, articles: Sequence[Article], now: datetime, whole: int
    ) -> Sequence[Gist]:
        """All at once, else by halves, down to the article that it is about."""
        try:
            return await self._gists(articles, len(articles) / max(whole, 1))
        except Killed as error:
            if len(articles) == 1:
                return await self._without_text(articles[0], error, now)
            middle = len(articles) // 2
            first = await self._read_in_parts(articles[:middle], now, whole)
            return [*first, *await self._read_in_parts(articles[middle:], now, whole)]

    async def _gists(self, articles: Sequence[Article], share: float) -> Sequence[Gist]:
        if not articles:
            return ()
        first, last = articles[0].published, articles[-1].published
        least = min(self.limit, _LEAST)
        return await self.isolation.run(
            gists_of, articles, subject=f"the articles of {first:%Y-%m-%d} to {last:%Y-%m-%d}",
            limit=max(self.limit * share, least),
        )  # fmt: skip

    async def _without_text(self, one: Article, error: Killed, now: datetime) -> Sequence[Gist]:
        self._culprits.append(one.id)
        if len(self._culprits) > _MOST:
            raise error
        try:
            gists = await self._gists([_headline_of(one)], 0.0)
        except Killed:
            gists = ()
        await self._refuse(one, error, now, has_headline=bool(gists))
        return gists

    async def _refuse(
        self, one: Article, error: Killed, now: datetime, *, has_headline: bool
    ) -> None:
        refused = await self._known()
        refused[one.id] = (one.revision, has_headline)
        await self._remember()
        how = "by its headline alone" if has_headline else "by declared links and rules alone"
        message = (
            f"the text of “{one.title}” ({one.url or one.id}) cannot be read for grouping "
            f"({error}); it is grouped {how} until it changes"
        )
        _log.error("%s", message)
        await self.store.tell([Notice(kind=NOTICE, subject=one.id, message=message, at=now)])

    async def _try_again(self, one: Article) -> None:
        refused = await self._known()
        refused.pop(one.id, None)
        await self._remember()
        await self.store.settle(NOTICE, one.id)

    async def _known(self) -> dict[ArticleId, tuple[int, bool]]:
        if self._refused is None:
            # Two may ask at once: what the first has noted since must not be lost.
            self._refused = self._first(await self.store.recall(_KEY))
        return self._refused

    def _first(self, kept: str | None) -> dict[ArticleId, tuple[int, bool]]:
        found = json.loads(kept or "{}") if self._refused is None else {}
        read = {ArticleId(one): (said[0], said[1]) for one, said in found.items()}
        return read if self._refused is None else self._refused

    async def _remember(self) -> None:
        await self.store.remember(_KEY, json.dumps(self._refused))


def _headline_of(one: Article) -> Article:
    """The article without what strangers may have made of any length."""
    return replace(one, content=None, summary=None, media=(), links=())
