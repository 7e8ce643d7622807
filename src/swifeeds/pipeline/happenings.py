"""What the machine finds around changed articles, looked for in a child."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from swifeeds.errors import Killed
from swifeeds.group import GroupSettings, Happening, happenings_of
from swifeeds.isolate import Isolation
from swifeeds.model import Article, ArticleId
from swifeeds.store import Store

_log = logging.getLogger(__name__)

_AROUND = timedelta(days=4)
"""How far apart in article time two articles can lie and still be looked at together."""

_LIMIT = 120.0
"""Seconds for one stretch of time, on a machine that has much else to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finder:
    """Finds happenings. Nothing is kept between two calls: what is stored is all there is, so a
    restart, another process and an archive that comes late find the same."""

    store: Store
    isolation: Isolation
    settings: GroupSettings

    async def around(
        self, ids: Collection[ArticleId], articles: Sequence[Article], now: datetime
    ) -> tuple[Happening, ...]:
        """The happenings that these articles are in, each of them in exactly one.

        Args:
            ids: the articles that changed.
            articles: those, among others.
            now: UTC; what is not public by then is not looked at.
        """
        if not self.settings.automatic:
            return ()
        found: list[Happening] = []
        days = sorted(one.published for one in articles if one.id in ids)
        for first, last in _stretches(days):
            found += await self._within(first, last, now)
        return tuple(one for one in found if not set(one.articles).isdisjoint(ids))

    async def _within(
        self, first: datetime, last: datetime, now: datetime
    ) -> tuple[Happening, ...]:
        near = await self.store.articles_between(
            first - _AROUND, last + _AROUND, now, limit=self.settings.window
        )
        settings = self.settings
        try:
            return await self.isolation.run(
                happenings_of, near, settings.attach,
                subject=f"the articles of {first:%Y-%m-%d} to {last:%Y-%m-%d}", limit=_LIMIT,
            )  # fmt: skip
        except Killed as error:
            _log.error("not grouped automatically: %s", error)
            return ()


def _stretches(days: Sequence[datetime]) -> Iterator[tuple[datetime, datetime]]:
    """Runs of times without a gap wider than what is looked at around each."""
    first = last = None
    for day in days:
        if first is None or last is None:
            first = day
        elif day - last > 2 * _AROUND:
            yield first, last
            first = day
        last = day
    if first is not None and last is not None:
        yield first, last
