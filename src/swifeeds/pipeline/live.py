"""The events of the last days, kept in memory from round to round.

A round pays for what changed, not for what is stored. The store knows everything that is kept
here: whoever groups for the first time, or after another process has, reads it back.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from swifeeds.group import (
    Found,
    Gist,
    GroupSettings,
    Window,
    embedded,
    translation_groups,
)
from swifeeds.group.lexicon import Lexicon
from swifeeds.model import Article, ArticleId
from swifeeds.pipeline.embedding import Embeddings
from swifeeds.pipeline.gists import GistReader
from swifeeds.store import Store

SPAN = timedelta(days=4)
"""Age in article time up to which an article is grouped here; older ones where they belong."""

_REACH = timedelta(days=2)
"""How much older than that an event may be and still be joined: likeness fades within a day."""

_AHEAD = timedelta(days=1)
"""A date further ahead is a mistake, and would make everything else look old."""

_RENEWED = timedelta(days=1)
"""How long a window is used: what it has counted is of these last days."""

_PORTION = 1000
"""Articles read and looked at in one go while the window is filled."""


@dataclass(slots=True, kw_only=True)
class LiveWindow:
    """The window of this process. One caller at a time."""

    store: Store
    reader: GistReader
    settings: GroupSettings
    embeddings: Embeddings | None = None
    _window: Window | None = None
    _lexicon: Lexicon | None = None
    _made: datetime | None = None

    def covers(self, article: Article, now: datetime) -> bool:
        """True when the article is of the last days: what is older is no business of ours."""
        return now - SPAN <= article.published <= now + _AHEAD

    def forget(self) -> None:
        """Another process has grouped: what is known here may be out of date."""
        self._window = None

    async def look(
        self,
        ids: Collection[ArticleId],
        articles: Sequence[Article],
        now: datetime,
        lexicon: Lexicon | None = None,
    ) -> Found:
        """What these articles, as they are now, are in.

        Args:
            ids: the articles that changed; those that `covers` says no to are only forgotten.
            articles: those, with what declared links tie to them.
            now: UTC; what is not public by then is in nothing.
            lexicon: what was learned from translations; the same object until it is another.

        Raises:
            Killed: their texts could not be read in time. The window is then made anew.
        """
        window = await self._current(now)
        if lexicon is not self._lexicon:
            await asyncio.to_thread(window.speak, lexicon)
            self._lexicon = lexicon
        self._window = None
        changed = [one for one in articles if one.id in ids and not window.knows(one)]
        others = window.take_out(
            one.id for one in articles if one.id in ids and self._is_out(one, window, now)
        )
        here = [one for one in changed if self.covers(one, now) and one.is_public(now)]
        again = await self.store.articles(others - {one.id for one in here})
        gists = await self._gists([*here, *(one for one in again if one.is_public(now))], now)
        works = translation_groups([*articles, *again])
        looked_at = {one.id for one in articles if one.id in ids and self.covers(one, now)}
        found = await asyncio.to_thread(_grown, window, gists, works, looked_at | others)
        self._window = window
        return found

    def _is_out(self, article: Article, window: Window, now: datetime) -> bool:
        is_here = self.covers(article, now) and article.is_public(now)
        return not is_here or not window.knows(article)

    async def _current(self, now: datetime) -> Window:
        """The window, made anew when it was forgotten or has grown old."""
        is_fresh = self._made is not None and timedelta(0) <= now - self._made < _RENEWED
        if self._window is None or not is_fresh:
            fitted = replace(self.settings.events, live_days=(SPAN + _REACH).days)
            window = Window(fitted, lexicon=self._lexicon, linking=self.settings.linking)
            await self._fill(window, now)
            self._window, self._made = window, now
        return self._window

    async def _fill(self, window: Window, now: datetime) -> None:
        """Read the last days back: a child looks at one portion while the one before is placed."""
        before: asyncio.Task[Found] | None = None
        try:
            async for some in self._portions(now - SPAN - _REACH, now + _AHEAD, now):
                gists = await self._gists(some, now)
                if before is not None:
                    await before
                placing = asyncio.to_thread(_grown, window, gists, translation_groups(some), ())
                before = asyncio.create_task(placing)
        finally:
            if before is not None:
                await before

    async def _portions(
        self, first: datetime, last: datetime, now: datetime
    ) -> AsyncIterator[Sequence[Article]]:
        """The articles of a stretch of time in its order, as many at once as fit."""
        step = last - first
        while first <= last:
            end = min(first + step, last)
            some = await self.store.articles_between(first, end, now, limit=_PORTION)
            if len(some) == _PORTION and step > timedelta(seconds=1):
                step /= 2
                continue
            if some:
                yield some
            first = end + timedelta(microseconds=1)
            if len(some) < _PORTION / 2:
                step *= 2

    async def _gists(self, articles: Sequence[Article], now: datetime) -> Sequence[Gist]:
        if not articles:
            return ()
        gists = await self.reader.read(articles, now)
        if self.embeddings is None:
            return gists
        return embedded(gists, await self.embeddings.of(articles, now))


def _grown(
    window: Window,
    gists: Sequence[Gist],
    works: Mapping[ArticleId, str],
    ids: Collection[ArticleId],
) -> Found:
    window.learn(gists)
    window.add(gists, works)
    return window.found(ids)
