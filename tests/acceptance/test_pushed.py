"""Two services, each in a process of its own: one publishes with the built-in hub, the other reads
its feed, is told of an article over real sockets and publishes it before it would have polled."""

from __future__ import annotations

import asyncio
import hmac
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.acceptance.journey import run_command
from tests.acceptance.running import Running, running, until
from tests.contract.databases import lay_database
from tests.doors import open_public
from tests.unit.service.newsstand import closed_port

from swifeeds.config import load_config
from swifeeds.model import SourceId
from swifeeds.serve import ShelfHolder
from swifeeds.service import House, open_house
from swifeeds.service.pushes import ask_hubs

pytestmark = pytest.mark.timeout(180)  # two starts take long where the machine has much else to do

WIRE = SourceId("wire")
HOUSE = """
[site]
base_url = "http://127.0.0.1:{port}"
title = {{ en = "News" }}
languages = ["en"]
time_zone = "Europe/Zurich"
tag_authority = "feeds.example.org,2026"
contact = "desk@example.org"
[storage]
url = "sqlite:///demo.db"
[serve]
listen = "127.0.0.1:{port}"
admin_listen = "127.0.0.1:0"
[collect]
allow_private = true
gap = 0.0
[websub]
callback_networks = ["127.0.0.0/8"]
"""
PUBLISHER = """hub = "own"
[[sources]]
id = "desk"
kind = "directory"
url = "drops"
language = "en"
own = true
schedule = { every = "24h" }
"""
READER = """subscribe = true
[[sources]]
id = "wire"
kind = "feed"
url = "http://127.0.0.1:%d/en/feed.atom"
language = "en"
schedule = { every = "24h" }
"""
POLLED = "source polled: source=wire"


@dataclass(kw_only=True)
class Pair:
    """A publisher with the built-in hub, and a service that reads its feed."""

    publisher: Running
    reader: Running

    async def write(self, name: str) -> None:
        """Lay an article into the publisher's folder and collect beside the service."""
        drop(self.publisher.folder, name)
        file = self.publisher.folder / "swifeeds.toml"
        await asyncio.to_thread(run_command, "collect", "--source", "desk", "--config", file)

    async def subscribe(self) -> None:
        async def granted() -> bool:
            push = await push_of(self.reader.folder)
            return push is not None and push.is_active(datetime.now(UTC))

        await until(granted, f"the hub grants a subscription: {self.reader.log}")

    async def shows(self, title: str) -> None:
        async def shown() -> bool:
            answer = await self.reader.get("/en/feed.json")
            return answer.status == 200 and title in titles(answer.body)

        await until(shown, f"{title!r} in the reader's feed: {self.reader.log}")


def titles(feed: bytes) -> list[str]:
    return [item["title"] for item in json.loads(feed)["items"]]


def drop(folder: Path, name: str) -> None:
    article = {
        "guid": name,
        "title": f"Title of {name}",
        "summary": "From June on one ticket is enough for both shores.",
        "published": datetime.now(UTC).isoformat(),
    }
    (folder / "drops" / f"{name}.json").write_text(json.dumps(article), encoding="utf-8")


@asynccontextmanager
async def opened(folder: Path, now=lambda: datetime.now(UTC)) -> AsyncIterator[House]:
    async with open_house(load_config(folder / "swifeeds.toml", {}), now=now) as house:
        yield house


async def push_of(folder: Path):
    async with opened(folder) as house:
        return (await house.store.pushes()).get(WIRE)


def settled(folder: Path, name: str, port: int, text: str) -> Path:
    made = folder / name
    (made / "drops").mkdir(parents=True)
    lay_database(made / "demo.db")
    (made / "swifeeds.toml").write_text(HOUSE.format(port=port) + text, encoding="utf-8")
    return made


@pytest.fixture
async def pair(tmp_path):
    ports = closed_port(), closed_port()
    publisher = settled(tmp_path, "publisher", ports[0], PUBLISHER)
    reader = settled(tmp_path, "reader", ports[1], READER % ports[0])
    drop(publisher, "first")
    async with running(publisher, ports[0]) as first:

        async def published() -> bool:
            return await first.status("/en/feed.atom") == 200

        await until(published, f"the publisher's feed: {first.log}")
        async with running(reader, ports[1]) as second:
            yield Pair(publisher=first, reader=second)


async def test_a_feed_of_ours_is_pushed_to_another_service_and_published_there_unpolled(pair):
    await pair.subscribe()
    await pair.shows("Title of first")
    assert pair.reader.log.count(POLLED) == 1
    await bring_forged(pair)
    await pair.write("second")
    await pair.shows("Title of second")
    assert "push read: source=wire new=1" in pair.reader.log
    assert pair.reader.log.count(POLLED) == 1
    # What was forged came before it and would have been read before it.
    feed = (await pair.reader.get("/en/feed.json")).body
    assert sorted(titles(feed)) == ["Title of first", "Title of second"]
    assert await pair.reader.end() == 0
    await the_lease_is_renewed(pair)
    assert "Traceback" not in pair.reader.log + pair.publisher.log


async def bring_forged(pair: Pair) -> None:
    """A body that our secret did not sign is answered like any other, for whoever forges it learns
    nothing by the answer."""
    token = (await push_of(pair.reader.folder)).token
    true = (await pair.publisher.get("/en/feed.atom")).body
    body = true.replace(b"first", b"forged")
    assert body != true
    made = hmac.new(b"not the secret", body, "sha256").hexdigest()
    headers = {"X-Hub-Signature": f"sha256={made}", "Content-Type": "application/atom+xml"}
    url = f"{pair.reader.base}/websub/{token}"
    async with pair.reader.session.post(url, data=body, headers=headers) as answer:
        assert answer.status == 202
    assert "push with a false signature ignored: source=wire" in pair.reader.log


async def the_lease_is_renewed(pair: Pair) -> None:
    """Eight days on by the reader's clock, the running hub is asked again and grants it."""
    folder = pair.reader.folder
    later = datetime.now(UTC) + timedelta(days=8.1)
    async with opened(folder, now=lambda: later) as house:
        shelf = ShelfHolder()
        shelf.swap(await house.store.shelf())
        async with open_public(house, shelf):
            assert await ask_hubs(house) == 1

            async def renewed() -> bool:
                return (await house.store.pushes())[WIRE].until == later + timedelta(days=10)

            await until(renewed, f"the hub grants the renewal: {pair.publisher.log}")
            assert await ask_hubs(house) == 0
