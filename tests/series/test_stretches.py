"""Stretches of an archive are looked at two at a time, and told of in the order of time."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace
from datetime import timedelta

from tests.series.house import START, about, configuration, open_newsroom

FERRY = (
    "Night ferry runs aground off Visby harbour",
    "Ferry aground off Visby harbour, all passengers safe",
    "Tugs free the ferry that ran aground off Visby harbour",
)
MONTHS = 6


@dataclass(slots=True)
class InPairs:
    """Children that only begin once two have something to do. Those of the house do the work."""

    children: object
    both: asyncio.Barrier = field(default_factory=lambda: asyncio.Barrier(2))
    running: int = 0
    most: int = 0

    async def run(self, *work, **limits):
        self.running += 1
        self.most = max(self.most, self.running)
        try:
            await self.both.wait()
            return await self.children.run(*work, **limits)
        finally:
            self.running -= 1


def archive():
    """An event of three headlines in each of six months."""
    return [
        replace(
            about("news", 10 * month + number, summary=None, content=None,
                  title=f"{title} on lake {month * 7919 % 613}"),
            published=START - timedelta(days=4000 - 30 * month, hours=-3 * number),
        )
        for month in range(MONTHS)
        for number, title in enumerate(FERRY)
    ]  # fmt: skip


async def test_two_stretches_are_in_children_at_once_and_never_more(tmp_path):
    async with open_newsroom(tmp_path, configuration(["talks"])) as room:
        articles = archive()
        await room.send(*articles)
        finder, ids = room.house.finder, {one.id for one in articles}
        finder.isolation = pairs = InPairs(finder.isolation)
        async with asyncio.timeout(300):
            found = await finder.around(ids, articles, room.clock.now)
    assert pairs.most == 2
    first = [min(one.articles) for one in found.happenings if len(one.articles) == len(FERRY)]
    assert first == [articles[len(FERRY) * month].id for month in range(MONTHS)]
