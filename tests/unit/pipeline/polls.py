"""A house that polls a real server on loopback when a test says so; the time is a value."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tests.clock import Clock
from tests.contract.databases import lay_database
from tests.unit.egress.scripted import Scripted, scripted_server
from tests.unit.service.houses import configure

from swifeeds.model import Article, SourceId
from swifeeds.pipeline import PollReport
from swifeeds.service import House, open_house
from swifeeds.service.work import claim_now, poll

START = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)
SITE = """
[site]
base_url = "https://feeds.example.org"
title = { en = "World news" }
languages = ["en", "de"]
time_zone = "Europe/Zurich"
tag_authority = "feeds.example.org,2026"
contact = "desk@example.org"
[storage]
url = "sqlite:///house.db"
[collect]
allow_private = true
gap = 0.0
[serve]
listen = "127.0.0.1:0"
admin_listen = "127.0.0.1:0"
[[sources]]
id = "harbour"
language = "en"
robots = false
"""


@dataclass(kw_only=True)
class Polled:
    """The house, the source's server, and what was asked of it."""

    house: House
    server: Scripted
    clock: Clock

    async def poll(self, source: str = "harbour") -> PollReport:
        """One poll, with what was asked before it forgotten."""
        self.server.asked.clear()
        (lease,) = await claim_now(self.house, "me", (SourceId(source),))
        report = await poll(self.house, lease)
        self.clock.now = self.clock.now.replace(microsecond=0)
        return report

    @property
    def asked(self) -> list[str]:
        """Paths, in the order in which they were asked for."""
        return [request.path_qs for request in self.server.asked]

    async def articles(self) -> dict[str, Article]:
        """What is public, by headline."""
        found = await self.house.store.articles_since(
            datetime(2000, 1, 1, tzinfo=UTC), self.clock.now, limit=1000
        )
        return {article.title: article for article in found}


@asynccontextmanager
async def polled(folder: Path, server: Scripted, source: str) -> AsyncIterator[Polled]:
    """A house with one source, `harbour`; `source` are its other keys."""
    lay_database(folder / "house.db")
    clock = Clock(START)
    async with AsyncExitStack() as stack:
        config = configure(folder, SITE + source)
        house = await stack.enter_async_context(open_house(config, now=clock))
        yield Polled(house=house, server=server, clock=clock)


@asynccontextmanager
async def serving() -> AsyncIterator[Scripted]:
    async with scripted_server() as server:
        yield server
