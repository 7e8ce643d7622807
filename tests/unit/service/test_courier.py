"""The running service: a subscriber gets what is published, and hanging ones hold nobody up."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

import aiohttp
from aiohttp import web
from tests.unit.service.houses import TEXT, configure
from tests.unit.service.newsstand import OWN, PATH, TOPIC, subscriber
from tests.unit.service.test_house import bring

from swifeeds.model import ErrandKind, SourceId
from swifeeds.service import Service, open_house

PATIENCE = 40.0


class Awaited:
    """Says when a request came in; `hangs` keeps it waiting for ever."""

    def __init__(self, answer, *, hangs: bool = False) -> None:
        self.answer = answer
        self.hangs = hangs
        self.came = asyncio.Queue()

    async def __call__(self, request: web.Request) -> web.Response:
        reply = await self.answer(request)
        self.came.put_nowait(request.method)
        if self.hangs and request.method == "POST":
            await asyncio.Event().wait()
        return reply

    async def next(self) -> str:
        async with asyncio.timeout(PATIENCE):
            return await self.came.get()


@asynccontextmanager
async def serving(folder) -> AsyncIterator[tuple[Service, aiohttp.ClientSession]]:
    """A service with one published article, whose sources are at rest."""
    text = TEXT + OWN + "[schedule]\ngrace = 0.1\npublish_interval = 2.0\n"
    async with AsyncExitStack() as stack:
        house = await stack.enter_async_context(open_house(configure(folder, text)))
        for source in ("wire", "other"):
            await house.store.set_paused(SourceId(source), paused=True)
        await bring(house, "a", "wire")
        session = await stack.enter_async_context(aiohttp.ClientSession())
        service = Service(house, load=lambda: house.config)
        group = await stack.enter_async_context(asyncio.TaskGroup())
        running = group.create_task(service.run())
        async with asyncio.timeout(PATIENCE):
            await service.published.wait()
        yield service, session
        service.stop()
        await running


async def subscribe(service, session, callback: str) -> None:
    fields = {"hub.mode": "subscribe", "hub.topic": TOPIC, "hub.callback": callback}
    url = f"http://127.0.0.1:{service.port}/hub"
    async with session.post(url, data=fields) as response:
        assert response.status == 202


async def until_subscribed(service, count: int) -> None:
    async with asyncio.timeout(PATIENCE):
        while (await service.house.store.counts())["subscriptions"] < count:
            pass


async def test_a_subscriber_gets_what_a_running_service_publishes(server, tmp_path):
    reader = subscriber(server)
    awaited = server.scripts["/push"] = Awaited(reader.answer)
    async with serving(tmp_path) as (service, session):
        url = f"http://127.0.0.1:{service.port}{PATH}"
        async with session.get(url) as feed:
            links = feed.headers["Link"].split(", ")
        assert '<https://feeds.example.org/hub>; rel="hub"' in links
        assert any(link.startswith(f'<{TOPIC}>; rel="self"') for link in links)
        await subscribe(service, session, reader.callback)
        assert await awaited.next() == "GET"
        await until_subscribed(service, 1)
        await bring(service.house, "b", "wire")
        assert await awaited.next() == "POST"
        async with session.get(url, headers={"Accept-Encoding": "identity"}) as feed:
            assert await feed.read() == reader.deliveries[0].body
            assert feed.headers["Content-Type"] == reader.deliveries[0].headers["Content-Type"]
    assert b"Title of b" in reader.deliveries[0].body


async def test_a_subscriber_that_hangs_holds_up_neither_others_nor_the_end(server, tmp_path):
    slow = subscriber(server, "/slow")
    hanging = server.scripts["/slow"] = Awaited(slow.answer, hangs=True)
    quick = subscriber(server, "/quick", "127.0.0.2")
    awaited = server.scripts["/quick"] = Awaited(quick.answer)
    async with serving(tmp_path) as (service, session):
        for number in range(4):
            await subscribe(service, session, f"{slow.callback}?{number}")
        await subscribe(service, session, quick.callback)
        await until_subscribed(service, 5)
        assert await awaited.next() == "GET"
        await bring(service.house, "b", "wire")
        assert await awaited.next() == "POST"
        assert [await hanging.next() for _ in range(6)] == ["GET"] * 4 + ["POST"] * 2
        assert len(slow.deliveries) == 2  # its share of the lanes, and no more
        service.stop()
    async with open_house(service.house.config) as house:
        now = house.now()
        waiting = await house.store.take_errands(
            ErrandKind.DELIVER, now=now, until=now, limit=9, per_host=9
        )
        assert len(waiting) == 4
