"""A house with hubs, its door on a real port, subscribers and hubs that are real servers; the time
is a value, and what waits in the outbox is sent when the test says so."""

from __future__ import annotations

import socket
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import aiohttp
from aiohttp import web
from tests.contract.databases import lay_database
from tests.contract.making import shelf_item
from tests.doors import open_public
from tests.unit.egress.scripted import Scripted
from tests.unit.service.houses import TEXT, configure

from swifeeds.deliver import own_hub
from swifeeds.emit.links import hub_field
from swifeeds.model import Announcement, ErrandKind, Redirect
from swifeeds.serve import ShelfHolder
from swifeeds.service import House, open_house

BASE = "https://feeds.example.org"
PATH = "/en/feed.atom"
TOPIC = BASE + PATH
OWN = '[websub]\nhub = "own"\ncallback_networks = ["127.0.0.0/8"]\n'
START = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)
LINKS = (f'<{TOPIC}>; rel="self"', hub_field(own_hub(BASE)))


@dataclass
class Clock:
    now: datetime = START

    def __call__(self) -> datetime:
        return self.now

    def pass_(self, **duration: float) -> None:
        self.now += timedelta(**duration)


@dataclass(kw_only=True)
class Reply:
    status: int
    headers: Mapping[str, str]
    text: str


@dataclass(kw_only=True)
class Stand:
    """The house while its doors are open."""

    house: House
    clock: Clock
    shelf: ShelfHolder
    session: aiohttp.ClientSession
    port: int
    woken: list[bool] = field(default_factory=list)

    @property
    def store(self):
        return self.house.store

    async def ask(self, data: Any = None, *, method: str = "POST", path: str = "/hub", **others):
        url = f"http://127.0.0.1:{self.port}{path}"
        async with self.session.request(method, url, data=data, **others) as response:
            return Reply(
                status=response.status, headers=response.headers, text=await response.text()
            )

    async def request(self, callback: str, mode: str = "subscribe", **others) -> Reply:
        named = {f"hub.{name}": value for name, value in others.items() if "." not in name}
        fields = {"hub.mode": mode, "hub.topic": TOPIC, "hub.callback": callback} | named
        return await self.ask(fields)

    async def subscribe(self, callback: str, **others) -> None:
        assert (await self.request(callback, **others)).status == 202
        assert await self.send() == 1

    async def publish(self, body: bytes = b"<feed/>", path: str = PATH, **others) -> None:
        """A feed with these bytes, on the shelf and in the doors' memory."""
        settings = self.house.config.websub
        await self.store.publish(
            [shelf_item(path, body, links=LINKS, **others)],
            announcement=self._announcement(path, settings),
        )
        self.shelf.swap(await self.store.shelf())

    async def end(self, *gone: Redirect) -> None:
        settings = self.house.config.websub
        await self.store.publish([], gone=gone, announcement=self._announcement("", settings))
        self.shelf.swap(await self.store.shelf())

    def _announcement(self, path, settings) -> Announcement:
        return Announcement(
            at=self.clock(), topics=frozenset({path}), hubs=settings.others, own=settings.own
        )

    async def send(self) -> int:
        """Do what is due now and may go at the same time; how many errands that were."""
        done, settings = 0, self.house.config.websub
        await self.store.drop_expired(self.clock())
        for kind in ErrandKind:
            errands = await self.store.take_errands(
                kind, now=self.clock(), until=self.clock() + timedelta(minutes=1),
                limit=settings.lanes, per_host=settings.per_host,
            )  # fmt: skip
            for errand in errands:
                await self.house.messenger.do(errand)
            done += len(errands)
        return done

    async def count(self, name: str = "subscriptions") -> int:
        return (await self.store.counts())[name]


@asynccontextmanager
async def open_stand(
    folder: Path, websub: str = OWN, clock: Clock | None = None, text: str = TEXT
) -> AsyncIterator[Stand]:
    lay_database(folder / "house.db")
    clock = clock or Clock()
    woken: list[bool] = []
    async with AsyncExitStack() as stack:
        house = await stack.enter_async_context(
            open_house(configure(folder, text + websub), now=clock)
        )
        shelf = ShelfHolder()
        shelf.swap(await house.store.shelf())
        public = open_public(house, shelf, lambda: woken.append(True))
        port = (await stack.enter_async_context(public)).port
        session = await stack.enter_async_context(aiohttp.ClientSession())
        yield Stand(house=house, clock=clock, shelf=shelf, session=session, port=port, woken=woken)


@dataclass(kw_only=True)
class Delivery:
    headers: Mapping[str, str]
    body: bytes


@dataclass
class Subscriber:
    """Says the challenge back and takes every delivery, unless a test has it do otherwise."""

    callback: str
    verdict: int = 200
    status: int = 204
    said: bytes | None = None
    headers: dict[str, str] = field(default_factory=dict)
    questions: list[dict[str, str]] = field(default_factory=list)
    deliveries: list[Delivery] = field(default_factory=list)

    async def answer(self, request: web.Request) -> web.Response:
        if request.method == "POST":
            body = await request.read()
            self.deliveries.append(Delivery(headers=request.headers.copy(), body=body))
            return web.Response(status=self.status, headers=self.headers)
        question = dict(parse_qsl(request.query_string))
        self.questions.append(question)
        said = question.get("hub.challenge", "").encode() if self.said is None else self.said
        return web.Response(status=self.verdict, body=said, headers=self.headers)

    @property
    def bodies(self) -> list[bytes]:
        return [delivery.body for delivery in self.deliveries]


def subscriber(server: Scripted, path: str = "/push", host: str = "127.0.0.1") -> Subscriber:
    made = Subscriber(callback=server.url(path, host))
    server.scripts[path] = made.answer
    return made


@dataclass
class Hub:
    """Somebody else's hub: takes pings, or fails as a test has it."""

    url: str
    status: int = 204
    pings: list[list[tuple[str, str]]] = field(default_factory=list)

    async def answer(self, request: web.Request) -> web.Response:
        assert request.content_type == "application/x-www-form-urlencoded"
        self.pings.append(parse_qsl((await request.read()).decode()))
        return web.Response(status=self.status)

    @property
    def topics(self) -> list[str]:
        return [dict(ping)["hub.topic"] for ping in self.pings]


def other_hub(server: Scripted, path: str = "/their-hub") -> Hub:
    made = Hub(url=server.url(path))
    server.scripts[path] = made.answer
    return made


def closed_port() -> int:
    """Where nobody answers."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]
