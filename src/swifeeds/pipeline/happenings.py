"""What the machine finds around changed articles: of the last days at once, of an archive in its
own time."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Collection, Coroutine, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from swifeeds.errors import Killed
from swifeeds.group import Found, GroupSettings, found_in
from swifeeds.group.lexicon import Lexicon
from swifeeds.isolate import Isolation
from swifeeds.model import Article, ArticleId
from swifeeds.pipeline.chaining import Chaining
from swifeeds.pipeline.embedding import Embeddings
from swifeeds.pipeline.gists import GistReader
from swifeeds.pipeline.last_grouper import LastGrouper
from swifeeds.pipeline.learned import Learned
from swifeeds.pipeline.live import LiveWindow
from swifeeds.store import Store

_log = logging.getLogger(__name__)

_AROUND = timedelta(days=4)
"""How far apart in article time two articles can lie and still be looked at together."""

_AT_ONCE = 2
"""Stretches of an archive looked at at the same time: as many as there are children, as a rule."""


@dataclass(slots=True, kw_only=True)
class Finder:
    """Finds what articles are in. What is stored is all there is: a restart, another process and
    an archive that comes late find the same, but for the order in which news arrived."""

    store: Store
    isolation: Isolation
    settings: GroupSettings
    embeddings: Embeddings | None = None
    reader: GistReader = field(init=False)
    last: LastGrouper = field(init=False)
    live: LiveWindow = field(init=False)
    chaining: Chaining = field(init=False)
    learned: Learned = field(init=False)

    def __post_init__(self) -> None:
        self.learned = Learned(store=self.store)
        self.last = LastGrouper(store=self.store)
        self.chaining = Chaining(store=self.store)
        self.reader = GistReader(store=self.store, isolation=self.isolation)
        self.live = LiveWindow(
            store=self.store,
            reader=self.reader,
            settings=self.settings,
            embeddings=self.embeddings,
        )

    async def around(
        self, ids: Collection[ArticleId], articles: Sequence[Article], now: datetime
    ) -> Found:
        """What these articles are in.

        Args:
            ids: the articles that changed.
            articles: those, among others.
            now: UTC; what is not public by then is not looked at.
        """
        if not self.settings.automatic:
            return Found()
        lexicon = await self.learned.current() if self.settings.learn else None
        try:
            found = await self.live.look(ids, articles, now, lexicon)
        except Killed as error:
            _log.error("not grouped automatically: %s", error)
            found = Found()
        of_old = [one for one in articles if one.id in ids and not self.live.covers(one, now)]
        days = sorted(one.published for one in of_old)
        gate = asyncio.Semaphore(_AT_ONCE)
        looks = [self._within(some, now, lexicon, gate) for some in _stretches(days)]
        for some in await _in_order(looks):
            for more in some:
                found = _joined(found, more, {one.id for one in of_old})
        return found

    async def begin(self) -> str:
        """Forget what is out of date once another process has grouped, and sign as the one that
        groups now; the name it signs by."""
        if not await self.last.is_us():
            self.live.forget()
            self.chaining.forget_all()
            await self.last.sign()
        return self.last.name

    async def _within(
        self,
        days: Sequence[datetime],
        now: datetime,
        lexicon: Lexicon | None,
        gate: asyncio.Semaphore,
    ) -> Sequence[Found]:
        """What lies around these times. A stretch with more articles than are looked at in one go
        is halved, so that each time has its own around it."""
        async with gate:
            near = await self.store.articles_between(
                days[0] - _AROUND, days[-1] + _AROUND, now, limit=self.settings.window
            )
            if len(near) < self.settings.window or days[0] == days[-1]:
                subject = f"the articles of {days[0]:%Y-%m-%d} to {days[-1]:%Y-%m-%d}"
                return [await self._found(near, subject, now, lexicon)]
        middle = days[0] + (days[-1] - days[0]) / 2
        halves = ([day for day in days if day <= middle], [day for day in days if day > middle])
        looks = [self._within(half, now, lexicon, gate) for half in halves]
        return [one for some in await _in_order(looks) for one in some]

    async def _found(
        self, near: Sequence[Article], subject: str, now: datetime, lexicon: Lexicon | None
    ) -> Found:
        vectors = {} if self.embeddings is None else await self.embeddings.of(near, now)
        if lexicon is not None:
            languages = {one.language for one in near}
            lexicon = lexicon.among(languages, self.settings.linking.least_pairs)

        async def look(articles: Sequence[Article]) -> Found:
            return await self.isolation.run(
                found_in, articles, self.settings, lexicon, vectors,
                subject=subject, limit=self.reader.limit,
            )  # fmt: skip

        ready = await self.reader.ready(near)
        try:
            return await look(ready)
        except Killed as error:
            _log.warning("a text in it may be to blame: %s", error)
        try:
            await self.reader.read(ready, now)
            again = await self.reader.ready(near)
            return Found() if again == ready else await look(again)
        except Killed as error:
            _log.error("not grouped automatically: %s", error)
            return Found()


async def _in_order(
    looks: Sequence[Coroutine[None, None, Sequence[Found]]],
) -> Sequence[Sequence[Found]]:
    """What each look found, in their order, whichever ends first. When one fails, all end, and its
    error is raised as it is."""
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(one) for one in looks]
    except ExceptionGroup as failed:
        raise failed.exceptions[0] from failed
    return [one.result() for one in tasks]


def _joined(found: Found, more: Found, ids: Collection[ArticleId]) -> Found:
    """With what else was found of these articles, and of those that hints lead to. What two looks
    saw is told once, as the first saw it."""
    told = {article for one in found.happenings for article in one.articles}
    hints = [one for one in more.hints if one.one in ids or one.other in ids]
    asked = {*ids, *(one.one for one in hints), *(one.other for one in hints)}
    happenings = [
        one
        for one in more.happenings
        if not asked.isdisjoint(one.articles) and told.isdisjoint(one.articles)
    ]
    return Found(happenings=(*found.happenings, *happenings), hints=(*found.hints, *hints))


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
