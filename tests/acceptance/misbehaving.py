"""A newsroom on loopback that misbehaves from poll to poll, and the whole house that polls it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from xml.sax.saxutils import escape

from tests.contract.databases import lay_database
from tests.unit.egress.scripted import Scripted, scripted_server

from swifeeds.config import load_config
from swifeeds.model import Article, SourceId
from swifeeds.pipeline import PollReport
from swifeeds.service import House, open_house
from swifeeds.service.owners import new_owner
from swifeeds.service.work import claim_now, poll, settle

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
WORDS = (
    "harbour", "council", "bridge", "ferry", "winter", "budget", "school", "museum", "forest",
    "glacier", "market", "tunnel", "orchestra", "hospital", "railway", "vineyard", "lighthouse",
    "bakery", "festival", "meadow", "library", "stadium", "reservoir", "workshop", "parade",
    "castle", "chapel", "quarry", "pavilion", "terrace",
)  # fmt: skip
CONFIGURATION = """
[site]
base_url = "https://feeds.example.org"
title = {{ en = "World news" }}
languages = ["en", "de"]
time_zone = "UTC"
tag_authority = "feeds.example.org,2026"
contact = "desk@example.org"
[storage]
url = "sqlite:///house.db"
[collect]
allow_private = true
gap = 0.0
[[sources]]
id = "wire"
kind = "{kind}"
url = "{url}"
language = "en"
{more}
"""


def text_of(number: int, words: int = 60) -> str:
    """Sentences that no other number has."""
    chosen = [WORDS[(number * 7 + at * (number + 3)) % len(WORDS)] for at in range(words)]
    return f"Report {number} of the day: " + " ".join(f"{word}{number}" for word in chosen) + "."


@dataclass(slots=True, kw_only=True)
class Told:
    """One item as the feed tells it."""

    number: int
    guid: str | None = None
    link: str | None = None
    at: datetime | None = None
    title: str | None = None
    text: str | None = None

    def xml(self) -> str:
        title = self.title or f"The {WORDS[self.number % len(WORDS)]} number {self.number}"
        parts = [f"<title>{escape(title)}</title>"]
        parts += [f"<link>{escape(self.link)}</link>"] if self.link else []
        if self.guid is not None:
            parts.append(f'<guid isPermaLink="false">{escape(self.guid)}</guid>')
        parts += [f"<pubDate>{format_datetime(self.at)}</pubDate>"] if self.at else []
        text = text_of(self.number) if self.text is None else self.text
        return f"<item>{''.join(parts)}<description>{escape(text)}</description></item>"


@dataclass(slots=True)
class Newsroom:
    """The house, what its source tells, and a clock that the test moves."""

    house: House
    server: Scripted
    clock: list[datetime]
    reports: list[PollReport] = field(default_factory=list)
    changed_feeds: int = 0
    """Feeds whose bytes the last poll changed."""

    async def tells(self, *items: Told) -> PollReport:
        """The feed says this; it is polled, grouped and published."""
        body = "".join(item.xml() for item in items)
        feed = f'<rss version="2.0"><channel><title>W</title>{body}</channel></rss>'
        self.server.answers("/feed", feed.encode(), content_type="application/rss+xml")
        return await self.polled()

    async def polled(self) -> PollReport:
        """An hour later."""
        self.clock[0] += timedelta(hours=1)
        before = await self.feeds()
        owner = new_owner()
        (lease,) = await claim_now(self.house, owner, ())
        report = await poll(self.house, lease)
        assert report.failure is None, report.failure
        await settle(self.house, owner)
        after = await self.feeds()
        self.changed_feeds = sum(1 for path in after if after[path] != before.get(path))
        self.reports.append(report)
        return report

    async def feeds(self) -> dict[str, str]:
        """Path -> ETag of every feed on the shelf."""
        shelf = await self.house.store.shelf()
        suffixes = (".rss", ".atom", "feed.json")
        return {path: one.etag for path, one in shelf.items.items() if path.endswith(suffixes)}

    async def text(self, path: str) -> str:
        """A feed of the shelf; empty where there is none."""
        one = (await self.house.store.shelf()).items.get(path)
        return one.body.decode() if one else ""

    async def articles(self) -> tuple[Article, ...]:
        """Everything that is kept and public."""
        early, late = datetime(1990, 1, 1, tzinfo=UTC), datetime(2040, 1, 1, tzinfo=UTC)
        return await self.house.store.articles_between(early, late, late, limit=1000)

    async def told(self) -> set[str]:
        """Kinds of the open notices about the source."""
        return {one.kind for one in await self.house.store.notices() if one.subject == "wire"}


@asynccontextmanager
async def misbehaving(
    folder: Path, *, kind: str = "feed", more: str = ""
) -> AsyncIterator[Newsroom]:
    """A house with one source, the feed or index page of the server."""
    async with scripted_server() as server:
        url = server.url("/feed" if kind == "feed" else "/news/")
        file = folder / "swifeeds.toml"
        file.write_text(CONFIGURATION.format(kind=kind, url=url, more=more), encoding="utf-8")
        lay_database(folder / "house.db")
        clock = [START]
        async with open_house(load_config(file, {}), now=lambda: clock[0]) as house:
            assert SourceId("wire") in house.sources
            yield Newsroom(house, server, clock)
