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
        """The happenings that these articles are in, each of them in one at least.

        Args:
            ids: the articles that changed.
            articles: those, among others.
            now: UTC; what is not public by then is not looked at.
        """
        if not self.settings.automatic:
            return ()
        days = sorted(one.published for one in articles if one.id in ids)
        found = [one for some in _stretches(days) for one in await self._within(some, now)]
        return tuple(one for one in found if not set(one.articles).isdisjoint(ids))

    async def _within(self, days: Sequence[datetime], now: datetime) -> tuple[Happening, ...]:
        """What lies around these times. A stretch with more articles than are looked at in one go
        is halved, so that each time has its own around it."""
        near = await self.store.articles_between(
            days[0] - _AROUND, days[-1] + _AROUND, now, limit=self.settings.window
        )
        if len(near) == self.settings.window and days[0] != days[-1]:
            middle = days[0] + (days[-1] - days[0]) / 2
            halves = ([day for day in days if day <= middle], [day for day in days if day > middle])
            return tuple([one for half in halves for one in await self._within(half, now)])
        return await self._found(near, f"the articles of {days[0]:%Y-%m-%d} to {days[-1]:%Y-%m-%d}")

    async def _found(self, near: Sequence[Article], subject: str) -> tuple[Happening, ...]:
        try:
            return await self.isolation.run(
                happenings_of, near, self.settings.attach, subject=subject, limit=_LIMIT
            )
        except Killed as error:
            _log.error("not grouped automatically: %s", error)
            return ()


def _stretches(days: Sequence[datetime]) -> Iterator[Sequence[datetime]]:
    """Runs of times without a gap wider than what is looked at around each."""
    run: list[datetime] = []
    for day in days:
        if run and day - run[-1] > 2 * _AROUND:
            yield run
            run = []
        run.append(day)
    if run:
        yield run
