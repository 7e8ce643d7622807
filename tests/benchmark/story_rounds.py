"""How fast new articles are grouped end to end, in stores of three sizes.

`python -m tests.benchmark.story_rounds [--long]`. A new SQLite file is filled with an archive of
ten years and with stories that are active now, each of two headlines with a lead; the words are
made up (`story_stream`). Then 2,000 new articles are sent, half of which belong to active stories,
and the real regrouping places them: reading the store, facts, index, merge pass, links over
languages, stories that go on, writing the store. The first round after a start, which reads window
and stories back, is told apart. Seconds of a processor (children counted) and wall time; the
slowest round; megabytes of the grouping process.
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
from tests.benchmark.series import SOURCE, press
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
Row = TypeVar("Row")
_LANGUAGES = ("en", "de", "fr", "es")


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
        source_id=SOURCE,
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


async def _first_round(house: House, desk: _Press, story_number: int) -> float:
    """Seconds of the first round after a start: it reads window and stories back."""
    await _send(house, [story_number], desk)
    before = perf_counter()
    while await _round(house):
        pass
    return perf_counter() - before


async def _send(house: House, stories: Sequence[int], desk: _Press) -> None:
    sent = [
        desk.article(number, _NOW - timedelta(seconds=len(stories) - place))
        for place, number in enumerate(stories)
    ]
    (lease,) = await house.store.claim(
        owner="desk", now=_NOW, until=_NOW + timedelta(hours=1), limit=1, only=[SOURCE]
    )
    await house.store.keep(lease, [New(article=one, sighting=_seen(one)) for one in sent], {})
    await house.store.release(lease)


def _seen(one: Article) -> Sighting:
    return Sighting(
        article_id=one.id, source_id=SOURCE, guid=one.id, url=one.url,
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
        path.write_text(press(*_LANGUAGES), encoding="utf-8")
        desk = _Press(Stream())
        config = load_config(path, environ={})
        async with open_house(config, now=lambda: _NOW):
            pass
        _fill(Path(folder) / "benchmark.db", desk, stored, active)
        async with open_house(config, now=lambda: _NOW) as house:
            while await _round(house):
                pass
            start = await _first_round(house, desk, stored)
            await _send(house, [(number * 7919) % (2 * active) for number in range(_SENT)], desk)
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
        "first_round_s": round(start, 1),
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
