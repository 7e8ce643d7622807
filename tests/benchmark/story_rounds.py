"""How fast new articles are grouped end to end, in stores of three sizes.

`python -m tests.benchmark.story_rounds [--long]`. A new SQLite file is filled with an archive of
ten years and with stories that are active now, each of two headlines with a lead; the words are
made up (`story_stream`). Then 2,000 new articles are sent, half of which belong to active stories,
and the real regrouping places them: reading the store, facts, index, merge pass, links over
languages, writing the store. Reading the window back, as after a start, is told apart. Seconds of
a processor (children counted) and wall time; the slowest round; megabytes of the grouping process.
"""

from __future__ import annotations

import asyncio
import json
import logging
import resource
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from time import perf_counter
from typing import TypeVar

from sqlalchemy import create_engine, insert
from tests.benchmark.story_stream import Stream, resident

from swifeeds.config import load_config
from swifeeds.group import new_story
from swifeeds.group.events import Headline
from swifeeds.model import (
    Article,
    ArticleId,
    Membership,
    New,
    Rung,
    Sighting,
    SourceId,
    StoryState,
)
from swifeeds.pipeline import regroup
from swifeeds.service import House, open_house
from swifeeds.store.sql.rows import article_row, membership_row, story_row
from swifeeds.store.sql.schema import article, membership, story

_SIZES = ((10_000, 2_500), (100_000, 10_000))
_LARGEST = (1_000_000, 50_000)
_SENT = 2_000
_ROWS = 5_000
_NOW = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)
_SOURCE = SourceId("press")
Row = TypeVar("Row")
_LANGUAGES = ("en", "de", "fr", "es")

_CONFIGURATION = """
[site]
base_url = "https://feeds.example.org"
title = { en = "Benchmark" }
languages = ["en", "de", "fr", "es"]
time_zone = "Europe/Zurich"
tag_authority = "feeds.example.org,2026"
contact = "desk@example.org"
[storage]
url = "sqlite:///benchmark.db"
[[sources]]
id = "press"
kind = "feed"
url = "https://news.example/press"
language = "en"
own = true
"""


@dataclass(slots=True)
class _Press:
    """Makes articles out of headlines: every story is of one language."""

    stream: Stream

    def article(self, story_number: int, published: datetime) -> Article:
        headline, lead = (self.stream.headline(story_number, 0.0) for _ in range(2))
        return _article(headline, lead.title, _LANGUAGES[story_number % 4], published)


def _article(headline: Headline, lead: str, language: str, published: datetime) -> Article:
    return Article(
        id=ArticleId(headline.id),
        source_id=_SOURCE,
        language=language,
        title=headline.title.capitalize(),
        url=f"https://news.example/{headline.id}",
        published=published,
        updated=published,
        first_seen=published,
        fingerprint=f"1:{headline.id}",
        summary=f"{lead.capitalize()}.",
    )


def _archive(press: _Press, count: int) -> Iterator[Article]:
    for number in range(count):
        age = timedelta(days=10 + number * 3640 / count)
        yield press.article(-number - 1, _NOW - age)


def _active(press: _Press, count: int) -> Iterator[tuple[Article, Article]]:
    for number in range(count):
        begun = _NOW - timedelta(days=3.5 * (1 - number / count), hours=3)
        yield press.article(number, begun), press.article(number, begun + timedelta(hours=2))


def _fill(path: Path, press: _Press, stored: int, active: int) -> None:
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        for some in batched(_archive(press, stored - 2 * active), _ROWS):
            connection.execute(insert(article), [_row(one) for one in some])
        for pairs in batched(_active(press, active), _ROWS):
            connection.execute(insert(article), [_row(one) for pair in pairs for one in pair])
            made = [_story(pair) for pair in pairs]
            rows = [story_row(one) | {"ruled": False} for one, _ in made]
            connection.execute(insert(story), rows)
            rows = [membership_row(one) for _, members in made for one in members]
            connection.execute(insert(membership), rows)
    engine.dispose()


def batched(rows: Iterator[Row], size: int) -> Iterator[list[Row]]:
    """Lists of up to `size` (itertools has it from Python 3.12 on)."""
    while some := list(islice(rows, size)):
        yield some


def _row(one: Article) -> dict[str, object]:
    return article_row(one) | {"work_id": one.id, "embargo_lifted": True}


def _story(members: Sequence[Article]) -> tuple[object, Sequence[Membership]]:
    made = replace(new_story((), members, (), automatic=True), state=StoryState.ACTIVE)
    made = replace(made, slug=str(made.id))
    return made, [
        Membership(
            story_id=made.id, article_id=one.id, rung=Rung.AUTOMATIC, evidence=(),
            by="machine", added=_NOW, score=0.5,
        )
        for one in members
    ]  # fmt: skip


async def _send(house: House, press: _Press, active: int) -> None:
    numbers = range(_SENT)
    sent = [
        press.article((number * 7919) % (2 * active), _NOW - timedelta(seconds=_SENT - number))
        for number in numbers
    ]
    (lease,) = await house.store.claim(
        owner="desk", now=_NOW, until=_NOW + timedelta(hours=1), limit=1, only=[_SOURCE]
    )
    await house.store.keep(lease, [New(article=one, sighting=_seen(one)) for one in sent], {})


def _seen(one: Article) -> Sighting:
    return Sighting(
        article_id=one.id, source_id=_SOURCE, guid=one.id, url=one.url,
        fingerprint=one.fingerprint, first_seen=_NOW, last_seen=_NOW,
    )  # fmt: skip


async def _round(house: House) -> int:
    report = await regroup(
        house.store,
        rules=house.config.rules,
        publication=house.config.publication,
        sources=house.sources,
        now=_NOW,
        finder=house.finder,
    )
    return report.articles


async def _measure(stored: int, active: int) -> dict[str, object]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "swifeeds.toml"
        path.write_text(_CONFIGURATION, encoding="utf-8")
        press = _Press(Stream())
        config = load_config(path, environ={})
        async with open_house(config, now=lambda: _NOW):
            pass
        _fill(Path(folder) / "benchmark.db", press, stored, active)
        async with open_house(config, now=lambda: _NOW) as house:
            while await _round(house):
                pass
            before = perf_counter()
            await house.finder.around((), (), _NOW)
            start = perf_counter() - before
            await _send(house, press, active)
            return await _timed(house, stored, active, start)


async def _timed(house: House, stored: int, active: int, start: float) -> dict[str, object]:
    spent, walls, placed = _spent(), [], 0
    while True:
        began = perf_counter()
        if not (count := await _round(house)):
            break
        placed += count
        walls.append(perf_counter() - began)
    spent = _spent() - spent
    figures = {
        "stored": stored, "active_stories": active, "placed": placed,
        "articles_per_cpu_second": round(placed / spent),
        "articles_per_second": round(placed / sum(walls)),
        "slowest_round_s": round(max(walls), 2),
        "window_read_back_s": round(start, 1),
        "resident_mb": round(resident()),
        "children_peak_mb": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024,
    }  # fmt: skip
    print("  ".join(f"{name} {value}" for name, value in figures.items()))
    return figures


def _spent() -> float:
    """Processor seconds of this process and its children that live."""
    ticks = [_ticks(int(child)) for child in _descendants()]
    own = resource.getrusage(resource.RUSAGE_SELF)
    return own.ru_utime + own.ru_stime + sum(ticks)


def _descendants() -> Sequence[str]:
    found = ["self"]
    for one in found:
        for tasks in Path(f"/proc/{one}/task").glob("*/children"):
            found += tasks.read_text(encoding="ascii").split()
    return found[1:]


def _ticks(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / 100


def main() -> None:
    """Print a line for each size and, as the last line, the figures for machines."""
    logging.disable()
    sizes = (*_SIZES, *([_LARGEST] if "--long" in sys.argv else []))
    figures = [asyncio.run(_measure(*size)) for size in sizes]
    print(json.dumps({"benchmark": "story_rounds", "figures": figures}))


if __name__ == "__main__":
    main()
