"""An old feed with subscribers, and the site that takes its place at the same host and port."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from aiohttp import web
from tests.clock import Clock
from tests.contract.databases import lay_database
from tests.doors import open_public

from swifeeds.config import load_config
from swifeeds.model import SourceId
from swifeeds.serve import ShelfHolder
from swifeeds.service import House, open_house
from swifeeds.service.work import claim_now, poll, settle

IRIS = (
    "https://old.example/2019/05/19/lake/?p=17",
    "tag:old.example,2009:post-18",
    "urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6",
)
TEXT_ID = "post 19"
LINK = "https://old.example/posts/20"
"""An item without a guid: readers know it by its link."""

TEXT = """
[site]
base_url = "http://127.0.0.1:{port}"
title = {{ en = "World news" }}
languages = ["en"]
tag_authority = "feeds.example.org,2026"
contact = "desk@example.org"
[storage]
url = "sqlite:///house.db"
[serve]
listen = "127.0.0.1:{port}"
admin_listen = "127.0.0.1:0"
[collect]
allow_private = true
gap = 0.0
[[sources]]
id = "old"
kind = "feed"
url = "http://127.0.0.1:{port}/old.rss"
language = "en"
adopt_ids = {adopt}
[[sources]]
id = "desk"
kind = "directory"
url = "desk"
language = "en"
own = true
[[redirects]]
from = "/old.{{format}}"
to = "/en/feed.{{format}}"
"""
_ITEM = """<item><title>Number {number}</title><link>https://old.example/posts/{number}</link>
{guid}<description>Lead of number {number}.</description>
<pubDate>Mon, 04 May 2026 {number}:00:00 +0000</pubDate></item>"""
_ENTRY = """<entry><id>{identity}</id><title>Number {number}</title>
<link href="https://old.example/posts/{number}"/><updated>2026-05-04T{number}:00:00Z</updated>
<author><name>A</name></author><summary>Lead of number {number}.</summary></entry>"""


def old_rss() -> str:
    items = [_ITEM.format(number=number, guid=guid) for number, guid in enumerate(_guids(), 10)]
    items.append(_ITEM.format(number=20, guid=""))
    head = "<title>Old</title><link>https://old.example/</link><description>Old</description>"
    return f'<rss version="2.0"><channel>{head}{"".join(items)}</channel></rss>'


def _guids() -> list[str]:
    return [
        *(f"<guid>{guid}</guid>" for guid in IRIS),
        f'<guid isPermaLink="false">{TEXT_ID}</guid>',
    ]


def old_atom() -> str:
    entries = [_ENTRY.format(identity=one, number=number) for number, one in enumerate(IRIS, 10)]
    head = "<id>tag:old.example,2009:feed</id><title>Old</title>"
    updated = "<updated>2026-05-04T12:00:00Z</updated>"
    return f'<feed xmlns="http://www.w3.org/2005/Atom">{head}{updated}{"".join(entries)}</feed>'


def old_json() -> str:
    items = [
        {
            "id": one,
            "url": f"https://old.example/posts/{number}",
            "title": f"Number {number}",
            "content_text": "Lead.",
            "date_published": f"2026-05-04T{number}:00:00Z",
        }
        for number, one in enumerate((*IRIS, TEXT_ID), 10)
    ]
    head = {"version": "https://jsonfeed.org/version/1.1", "title": "Old"}
    return json.dumps({**head, "items": items})


OLD = {
    "rss": ("application/rss+xml", old_rss),
    "atom": ("application/atom+xml", old_atom),
    "json": ("application/feed+json", old_json),
}


@asynccontextmanager
async def old_server() -> AsyncIterator[int]:
    """The feeds as they were, in three formats; gives the port."""

    async def answer(request: web.Request) -> web.Response:
        media_type, write = OLD[request.match_info["format"]]
        return web.Response(text=write(), content_type=media_type)

    application = web.Application()
    application.router.add_get("/old.{format}", answer)
    runner = web.AppRunner(application, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    try:
        yield runner.addresses[0][1]
    finally:
        await runner.cleanup()


@dataclass(slots=True, kw_only=True)
class Mover:
    """The house that takes over, and hands to work it."""

    house: House
    folder: Path
    clock: Clock
    shelf: ShelfHolder = field(default_factory=ShelfHolder)

    async def collect(self, source: str) -> None:
        (lease,) = await claim_now(self.house, "test", (SourceId(source),))
        await poll(self.house, lease)
        await self.publish()

    async def publish(self) -> None:
        self.clock.now += timedelta(seconds=10)
        await settle(self.house, "test")
        self.shelf.swap(await self.house.store.shelf())

    def write(self, name: str, **article: str) -> None:
        """An article of the desk's own, finished a while ago."""
        desk = self.folder / "desk"
        desk.mkdir(exist_ok=True)
        (desk / f"{name}.json").write_text(json.dumps(article), encoding="utf-8")

    def doors(self):
        return open_public(self.house, self.shelf)


@asynccontextmanager
async def open_mover(folder: Path, port: int, *, adopts: bool = True) -> AsyncIterator[Mover]:
    file = folder / "swifeeds.toml"
    (folder / "desk").mkdir(exist_ok=True)
    file.write_text(TEXT.format(port=port, adopt=str(adopts).lower()), encoding="utf-8")
    lay_database(folder / "house.db")
    clock = Clock(datetime(2026, 5, 5, 12, 0, tzinfo=UTC))
    async with open_house(load_config(file, {}), now=clock) as house:
        yield Mover(house=house, folder=folder, clock=clock)
