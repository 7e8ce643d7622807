"""Deltas as the running service makes them: from the publication through the store to a reader."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager

import feedparser
from tests.doors import open_public
from tests.series.house import about, configuration, open_newsroom

from swifeeds.serve import ShelfHolder
from swifeeds.service.shelf_watch import ShelfWatch

TEXT = configuration(["talks"], size=20)
WITH_DELTAS = TEXT.replace("[serve]\n", "[serve]\ndelta = true\n")
PATH = "/en/stories/talks/feed.atom"


@asynccontextmanager
async def served(folder, text):
    """A newsroom whose doors are open, and what must be done for readers to see a publication."""
    async with open_newsroom(folder, text) as room:
        shelf = ShelfHolder()
        watch = ShelfWatch(room.house.store, shelf)

        async def publish():
            await room.publish()
            await watch.look()

        await watch.load()
        async with open_public(room.house, shelf) as door:
            yield room, publish, f"http://127.0.0.1:{door.port}{PATH}"


async def ask(url, **validators):
    return await asyncio.to_thread(feedparser.parse, url, **validators)


def titles(parsed):
    return [entry.title for entry in parsed.entries]


async def test_a_reader_gets_what_changed_since_each_version_that_it_may_hold(tmp_path):
    async with served(tmp_path, WITH_DELTAS) as (room, publish, url):
        await room.send(*(about("talks", number) for number in range(12)))
        await publish()
        first = await ask(url)
        await room.send(about("talks", 12))
        await publish()
        second = await ask(url, etag=first.etag)
        # The newest: older ones are listed below others, which then change with them.
        await room.correct(about("talks", 12), title="talks number 12, mended")
        await publish()
        third = await ask(url, etag=second.etag)
        late = await ask(url, etag=first.etag)
        again = await ask(url, etag=third.etag)
    assert [one.status for one in (first, second, third, late, again)] == [200, 226, 226, 226, 304]
    assert titles(second) == ["talks number 12"]
    assert titles(third) == titles(late) == ["talks number 12, mended"]
    assert not any(one.bozo for one in (second, third, late))
    assert first.modified < second.modified < third.modified


async def test_versions_survive_a_restart_and_the_switch_ends_them(tmp_path):
    async with served(tmp_path, WITH_DELTAS) as (room, publish, url):
        await room.send(*(about("talks", number) for number in range(12)))
        await publish()
        first = await ask(url)
    async with served(tmp_path, WITH_DELTAS) as (room, publish, url):
        room.clock.now = room.clock.now.replace(hour=13)
        await room.send(about("talks", 12))
        await publish()
        second = await ask(url, etag=first.etag)
    assert (second.status, titles(second)) == (226, ["talks number 12"])
    async with served(tmp_path, TEXT) as (room, publish, url):
        whole = await ask(url, etag=first.etag)
        assert (whole.status, len(whole.entries)) == (200, 13)
        room.clock.now = room.clock.now.replace(hour=14)
        await room.send(about("talks", 13))
        await publish()
        assert not any(item.deltas for item in (await room.shelf()).items.values())
        assert (await ask(url, etag=second.etag)).status == 200
        assert await room.house.store.versions([PATH]) == {}
