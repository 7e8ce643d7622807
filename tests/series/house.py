"""A real house with small feeds and many stories: articles arrive, change and go."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.contract.databases import lay_database

from swifeeds.config import load_config
from swifeeds.model import (
    Article,
    ArticleId,
    Intent,
    New,
    Revised,
    Shelf,
    Sighting,
    SourceId,
    Status,
)
from swifeeds.pipeline import PublishReport
from swifeeds.pipeline.regroup import regroup
from swifeeds.service import House, open_house

FEED_SIZE = 3
WIRE = SourceId("wire")
START = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)

TEXT = """
[site]
base_url = "https://feeds.example.org"
title = {{ en = "World news" }}
languages = ["en", "de"]
fallback_languages = {fallback}
time_zone = "Europe/Zurich"
tag_authority = "feeds.example.org,2026"
contact = "desk@example.org"
feed_size = {size}
[storage]
url = "sqlite:///house.db"
[serve]
listen = "127.0.0.1:0"
admin_listen = "127.0.0.1:0"
[[sources]]
id = "wire"
kind = "feed"
url = "https://news.example/wire"
language = "en"
publish = "full"
licence = "CC BY 4.0"
"""
OTHERS = (
    "Bakers of Lyon stop work over flour prices",
    "Village choir of Soglio sings for its bells",
    "Probe lands on the far side of the moon",
    "Glacier loses more ice than ever in one summer",
    "Pianist wins the competition at her third attempt",
)
"""Headlines that have nothing in common: beside them it shows which words are rare."""

STORY = """
[[stories]]
id = "{topic}"
slug = "{slug}"
title = {{ en = "On {topic}", de = "Über {topic}" }}
match = {{ any = {{ en = ["{topic}"], de = ["{topic}"] }} }}
"""


@dataclass(slots=True)
class Clock:
    """Goes on only when it is told to."""

    now: datetime = START

    def __call__(self) -> datetime:
        return self.now

    def tick(self) -> None:
        self.now += timedelta(seconds=10)


@dataclass(slots=True)
class Newsroom:
    """The house, and hands that send articles to it."""

    house: House
    clock: Clock

    async def send(self, *articles: Article) -> None:
        await self._keep(
            [New(article=one, sighting=_seen(one, self.clock.now)) for one in articles]
        )

    async def correct(self, one: Article, **changes: object) -> None:
        """Any change of an article that is stored."""
        (stored,) = await self.house.store.articles([one.id])
        after = replace(stored, updated=self.clock.now, revision=stored.revision + 1, **changes)
        sighting = _seen(after, self.clock.now)
        await self._keep([Revised(article=after, sighting=sighting, changed=tuple(changes))])

    async def _keep(self, intents: Sequence[Intent]) -> None:
        store, now = self.house.store, self.clock.now
        (lease,) = await store.claim(
            owner="desk", now=now, until=now + timedelta(minutes=1), limit=1, only=[WIRE]
        )
        await store.keep(lease, intents, {})
        await store.release(lease)

    async def withdraw(self, one: Article) -> None:
        await self.house.store.set_status(
            one.id, Status.WITHDRAWN, reason="test", now=self.clock.now
        )

    async def group(self) -> None:
        house = self.house
        while (
            await regroup(
                house.store,
                rules=house.config.rules,
                publication=house.config.publication,
                sources=house.sources,
                now=self.clock.now,
            )
        ).articles:
            pass

    async def publish(self) -> list[PublishReport]:
        """Group and publish until nothing is left to do; the reports of every round."""
        await self.group()
        reports = []
        while True:
            self.clock.tick()
            report = await self.house.publish.run()
            if not report.answered:
                return reports
            reports.append(report)

    async def shelf(self) -> Shelf:
        return await self.house.store.shelf()


def _seen(one: Article, now: datetime) -> Sighting:
    return Sighting(
        article_id=one.id,
        source_id=one.source_id,
        guid=f"guid {one.id}",
        url=one.url,
        fingerprint=one.fingerprint,
        first_seen=now,
        last_seen=now,
    )


def about(topic: str, number: int, language: str = "en", **changes: object) -> Article:
    """The article of a topic that was published on its `number`th day."""
    published = START - timedelta(days=10_000 - number)
    name = f"{topic}-{language}{number}"
    values = {
        "source_id": WIRE,
        "language": language,
        "title": f"{topic} number {number}",
        "url": f"https://news.example/{name}",
        "published": published,
        "updated": published,
        "first_seen": published,
        "fingerprint": f"1:{name}",
        "summary": f"Lead of {name}.",
        "content": f"<p>Text of {name}.</p>",
    }
    return Article(id=ArticleId(name), **(values | changes))


def configuration(
    topics: Sequence[str],
    *,
    slugs: Sequence[str] = (),
    fallback: Sequence[str] = (),
    size: int = FEED_SIZE,
) -> str:
    named = zip(topics, slugs or topics, strict=True)
    stories = (STORY.format(topic=topic, slug=slug) for topic, slug in named)
    languages = "[" + ", ".join(f'"{tag}"' for tag in fallback) + "]"
    return TEXT.format(fallback=languages, size=size) + "".join(stories)


@asynccontextmanager
async def open_newsroom(folder: Path, text: str) -> AsyncIterator[Newsroom]:
    file = folder / "swifeeds.toml"
    file.write_text(text, encoding="utf-8")
    lay_database(folder / "house.db")
    clock = Clock()
    async with open_house(load_config(file, {}), now=clock) as house:
        yield Newsroom(house, clock)
