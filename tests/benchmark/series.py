"""What it takes to publish a story of ten thousand articles, page by page: a part of the render
benchmark.

`python -m tests.benchmark.series`. The articles (about 5 kB of text each, invented syllables) are
stored as an import leaves them, in one story and language of a new SQLite file; then the real
house groups and publishes them: current documents, and for the story in its language and in all
languages the archive pages of both. Prints seconds (wall time) and the peak memory of the
publishing process, which is not its children's, as one JSON object. A process of its own, because
the peak of a process never falls.
"""

from __future__ import annotations

import asyncio
import json
import logging
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from time import perf_counter

from tests.benchmark.ingest import PARAGRAPHS, SYLLABLES, WORDS

from swifeeds.config import load_config
from swifeeds.model import Article, ArticleId, New, Sighting, SourceId
from swifeeds.service import House, open_house
from swifeeds.service.work import settle

ARTICLES = 10_000
BATCH = 200
SOURCE = SourceId("press")
START = datetime(2009, 5, 19, 12, 0, tzinfo=UTC)

STORY = """
[[stories]]
id = "series"
title = { en = "The series" }
match = { any = { en = ["series"] } }
"""


def press(*languages: str) -> str:
    """The configuration of a house with one source, `SOURCE`."""
    return f"""
[site]
base_url = "https://feeds.example.org"
title = {{ en = "Benchmark" }}
languages = {json.dumps(languages)}
time_zone = "Europe/Zurich"
tag_authority = "feeds.example.org,2026"
contact = "desk@example.org"
[storage]
url = "sqlite:///benchmark.db"
[[sources]]
id = "{SOURCE}"
kind = "feed"
url = "https://news.example/press"
language = "en"
own = true
"""


def articles() -> Iterator[Article]:
    """One a day."""
    letters = Random(2009)
    for number in range(ARTICLES):
        published = START + timedelta(days=number % 6000, seconds=number)
        yield Article(
            id=ArticleId(f"a{number}"),
            source_id=SOURCE,
            language="en",
            title=f"Part {number} of the series",
            url=f"https://news.example/{number}",
            published=published,
            updated=published,
            first_seen=published,
            fingerprint=f"1:{number}",
            summary=_words(letters, 20),
            content="".join(f"<p>{_words(letters, WORDS)}.</p>" for _ in range(PARAGRAPHS)),
        )


def _words(letters: Random, count: int) -> str:
    return " ".join(
        "".join(letters.choices(SYLLABLES, k=letters.randint(1, 4))) for _ in range(count)
    )


async def import_all(house: House) -> None:
    """As an import stores them."""
    now = house.now()
    (lease,) = await house.store.claim(
        owner="import", now=now, until=now + timedelta(hours=1), limit=1, only=[SOURCE]
    )
    batch: list[New] = []
    for one in articles():
        batch.append(New(article=one, sighting=_sighting(one)))
        if len(batch) == BATCH:
            await house.store.keep(lease, batch, {})
            batch.clear()
    await house.store.release(lease)


def _sighting(one: Article) -> Sighting:
    return Sighting(
        article_id=one.id,
        source_id=one.source_id,
        guid=str(one.id),
        url=one.url,
        fingerprint=one.fingerprint,
        first_seen=one.first_seen,
        last_seen=one.first_seen,
    )


async def measure() -> dict[str, float]:
    """Seconds and megabytes; exits where the archive is not what it should be."""
    with tempfile.TemporaryDirectory(prefix="swifeeds-benchmark-") as folder:
        file = Path(folder) / "swifeeds.toml"
        file.write_text(press("en") + STORY, encoding="utf-8")
        async with open_house(load_config(file, {})) as house:
            await import_all(house)
            before = _peak()
            started = perf_counter()
            await settle(house, "benchmark")
            seconds = perf_counter() - started
            paths = (await house.store.shelf_index()).items
            # Sheets of pages stand under the same folder, and end in a slash.
            pages = [p for p in paths if "/archive/" in p and not p.endswith("/")]
    expected = 2 * 3 * (ARTICLES // 50 - 1)
    if len(pages) != expected:
        sys.exit(f"the figures would mean nothing: {len(pages)} documents, not {expected}")
    return {
        "seconds": round(seconds, 1),
        "peak_mb": round(_peak(), 1),
        "peak_mb_before": round(before, 1),
    }


def _peak() -> float:
    """Megabytes; Linux counts in KiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measured() -> dict[str, float]:
    """What a process of its own measures."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmark.series"], stdout=subprocess.PIPE, check=True
    )
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


if __name__ == "__main__":
    logging.disable(logging.WARNING)
    print(json.dumps(asyncio.run(measure())))
