"""The nightly lesson: which words go together across languages, from our own translations.

The tables of every two languages are learned in a killable child of their own, and only where the
texts are others than the last time, or what was kept cannot be read.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from swifeeds.errors import Killed
from swifeeds.group.lexicon import Texts, by_languages, digest_of, kept, readable, tables_of
from swifeeds.isolate import Isolation
from swifeeds.model import LearnedTable, Notice
from swifeeds.pipeline.lessons import read_lessons
from swifeeds.store import Store

_log = logging.getLogger(__name__)

NOTICE = "words-not-learned"

_LAST = "words-learned"
"""Where the store remembers when the last lesson ended."""

_AWAITED = "words-awaited"
"""Where it remembers since when the first is waited for."""

_LIMIT = 600.0
"""Seconds for two languages, on a machine that has much else to do: 5,000 pairs take about ten."""

Languages = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """What became of two languages (primary subtags): learned anew from so many pairs, or kept as
    they were; `problem` says why neither, in one sentence."""

    languages: Languages
    pairs: int
    is_new: bool = False
    problem: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Learning:
    """Learns, one process at a time. Cut off at any point, it leaves the tables that there were."""

    store: Store
    isolation: Isolation

    async def run(
        self, now: datetime, progress: Callable[[int, int], None] | None = None
    ) -> tuple[Lesson, ...]:
        """Learn what can be learned by `now` (UTC); before each pair of languages `progress`
        hears how many are done, of how many."""
        texts = by_languages(await read_lessons(self.store, now))
        before = await asyncio.to_thread(readable, await self.store.learned_tables())
        lessons, tables = [], []
        for done, (languages, some) in enumerate(texts.items()):
            if progress:
                progress(done, len(texts))
            lesson, learned = await self._learn(languages, some, before, now)
            lessons.append(lesson)
            tables += learned
        both = {way for one, other in texts for way in ((one, other), (other, one))}
        await self.store.keep_learned(tables, only=both)
        await self.store.remember(_LAST, now.isoformat())
        return tuple(lessons)

    async def _learn(
        self, languages: Languages, texts: Texts, before: Mapping[Languages, str], now: datetime
    ) -> tuple[Lesson, list[LearnedTable]]:
        digest, pairs = digest_of(texts), len(texts)
        if digest == before.get(languages) == before.get((languages[1], languages[0])):
            return Lesson(languages=languages, pairs=pairs), []
        subject = f"the words of {' and '.join(languages)}"
        try:
            found = await self.isolation.run(
                tables_of, *languages, texts, subject=subject, limit=_LIMIT
            )
        except Killed as error:
            return await self._failed(languages, pairs, error, now), []
        await self.store.settle(NOTICE, "-".join(languages))
        tables = [kept(one, digest=digest, trained=now) for one in found]
        return Lesson(languages=languages, pairs=pairs, is_new=True), tables

    async def _failed(
        self, languages: Languages, pairs: int, error: Killed, now: datetime
    ) -> Lesson:
        problem = (
            f"not learned which words of {' and '.join(languages)} go together: {error}; the "
            "tables that there were stay, and it is tried again each night"
        )
        _log.error("%s", problem)
        notice = Notice(kind=NOTICE, subject="-".join(languages), message=problem, at=now)
        await self.store.tell([notice])
        return Lesson(languages=languages, pairs=pairs, problem=problem)


async def last_lesson(store: Store) -> datetime | None:
    """When a lesson ended last (UTC), whichever process held it."""
    text = await store.recall(_LAST)
    return None if text is None else datetime.fromisoformat(text)


async def lesson_awaited_since(store: Store, now: datetime) -> datetime:
    """When a lesson ended last; before the first, when this was asked first (UTC)."""
    last = await last_lesson(store)
    if last is not None:
        return last
    asked = await store.recall(_AWAITED)
    if asked is None:
        await store.remember(_AWAITED, now.isoformat())
        return now
    return datetime.fromisoformat(asked)
