"""How long an article takes from its page to the database, and an archive into it.

`python -m tests.benchmark.ingest [ARTICLES]`. A loopback server holds an index and generated pages
(invented syllables, about 5 kB of text in ordinary newsroom markup). The real pipeline polls it
into a new SQLite file: fetch, extraction in children, identification, storing. Beside it, in the
same run and interleaved, a bare loop fetches the same pages and calls trafilatura, and keeps
nothing. Wall time, the fastest of all rounds; `peak_mb` is the memory of the serving process,
without its children and before the bare loop ran in it. Then archives of ARTICLES (50,000)
generated articles are imported, and killed on the way: see `imports`.
"""

from __future__ import annotations

import asyncio
import json
import logging
import resource
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from time import perf_counter

import aiohttp
import trafilatura
from aiohttp import web
from tests.benchmark import imports

from swifeeds.config import load_config
from swifeeds.pipeline import PollReport
from swifeeds.service import open_house
from swifeeds.service.owners import new_owner
from swifeeds.service.work import claim_now, poll

ARTICLES = 200
ROUNDS = 3
PARAGRAPHS = 6
WORDS = 140
SYLLABLES = ("ba", "ce", "di", "fo", "gu", "la", "me", "ni", "or", "tu", "sha", "ter", "ing", "en")

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{title} - Benchmark News</title>
<link rel="canonical" href="{base}{path}">
<meta property="og:title" content="{title}"><meta property="og:type" content="article">
<meta property="article:published_time" content="2026-{month:02}-{day:02}T08:{minute:02}:00+02:00">
</head><body><nav><a href="/">Front page</a> <a href="/about">About us</a></nav>
<main><article><h1>{title}</h1><p class="byline">By Ada Example</p>{text}</article></main>
<footer><p>Benchmark News</p></footer></body></html>"""

CONFIGURATION = """
[site]
base_url = "https://feeds.example.org"
title = {{ en = "Benchmark" }}
languages = ["en"]
time_zone = "Europe/Zurich"
tag_authority = "feeds.example.org,2026"
contact = "desk@example.org"
[storage]
url = "sqlite:///benchmark.db"
[collect]
allow_private = true
gap = 0.0
[[sources]]
id = "pages"
kind = "page"
url = "{base}/"
language = "en"
own = true
max_articles = {articles}
rules = {{ links = '/articles/\\d+' }}
"""


@dataclass(slots=True)
class Press:
    """Generated pages by path; the same in every run."""

    base: str = ""
    pages: dict[str, bytes] = field(default_factory=dict)

    def print(self) -> None:
        """Write every page for the address that the server has got."""
        letters = Random(2009)
        for number in range(ARTICLES):
            path = f"/articles/{number}"
            self.pages[path] = self._page(path, number, letters).encode()
        links = "".join(f'<li><a href="{path}">{path}</a></li>' for path in self.pages)
        self.pages["/"] = f"<html><body><ul>{links}</ul></body></html>".encode()

    def _page(self, path: str, number: int, letters: Random) -> str:
        paragraphs = (_words(letters, WORDS) for _ in range(PARAGRAPHS))
        return PAGE.format(
            base=self.base,
            path=path,
            title=_words(letters, 7).capitalize(),
            month=number % 6 + 1,
            day=number % 28 + 1,
            minute=number % 60,
            text="".join(f"<p>{text.capitalize()}.</p>" for text in paragraphs),
        )

    async def answer(self, request: web.BaseRequest) -> web.Response:
        """One page."""
        body = self.pages.get(request.path)
        if body is None:
            return web.Response(status=404)
        return web.Response(body=body, content_type="text/html", charset="utf-8")


def _words(letters: Random, count: int) -> str:
    return " ".join(
        "".join(letters.choices(SYLLABLES, k=letters.randint(1, 4))) for _ in range(count)
    )


@asynccontextmanager
async def printed() -> AsyncIterator[Press]:
    """The pages, served on loopback."""
    press = Press()
    runner = web.ServerRunner(web.Server(press.answer))
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    press.base = f"http://127.0.0.1:{runner.addresses[0][1]}"
    press.print()
    try:
        yield press
    finally:
        await runner.cleanup()


async def ingest(press: Press, folder: Path) -> float:
    """Seconds of one poll into a new database; children are started before the clock is."""
    file = folder / "swifeeds.toml"
    file.write_text(CONFIGURATION.format(base=press.base, articles=ARTICLES), encoding="utf-8")
    async with open_house(load_config(file, {})) as house:
        await house.parts.isolation.run(sum, (1, 2), subject="a first task")
        (lease,) = await claim_now(house, new_owner(), ())
        started = perf_counter()
        report = await poll(house, lease)
        seconds = perf_counter() - started
    _must_be_whole(report)
    return seconds


def _must_be_whole(report: PollReport) -> None:
    if report.failure or report.rejects or report.new != ARTICLES:
        sys.exit(f"the figures would mean nothing: {report}")


async def bare(press: Press) -> float:
    """Seconds of fetching every page and calling trafilatura, one after the other."""
    started = perf_counter()
    async with aiohttp.ClientSession() as session:
        for path in press.pages:
            async with session.get(press.base + path) as response:
                body = await response.read()
            if path != "/" and trafilatura.bare_extraction(body, with_metadata=True) is None:
                sys.exit(f"trafilatura reads nothing from {path}")
    return perf_counter() - started


async def measure() -> tuple[float, float, float]:
    """Fastest seconds of the pipeline and of the bare loop, and the pipeline's peak in MB."""
    ours, theirs, peak = [], [], 0.0
    async with printed() as press:
        for _ in range(ROUNDS):
            with tempfile.TemporaryDirectory(prefix="swifeeds-benchmark-") as folder:
                ours.append(await ingest(press, Path(folder)))
            peak = peak or resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            theirs.append(await bare(press))
    return min(ours), min(theirs), peak


def main(archived: int = 50_000) -> None:
    """Print a table for people and, as the last line, the figures for machines."""
    logging.disable(logging.WARNING)
    ours, theirs, peak = asyncio.run(measure())
    print(f"{ARTICLES} pages of about 5 kB, fastest of {ROUNDS} rounds")
    for name, seconds in (("swifeeds, into SQLite", ours), ("fetch + trafilatura", theirs)):
        each = 1000 * seconds / ARTICLES
        print(
            f"  {name:<22} {each:8.2f} ms an article  {ARTICLES / seconds:8.1f} articles a second"
        )
    print(f"  peak memory            {peak:8.1f} MB")
    with tempfile.TemporaryDirectory(prefix="swifeeds-benchmark-") as folder:
        archives = imports.measure(Path(folder), archived)
    imports.show(archives)
    figures = {
        "ms_per_article": round(1000 * ours / ARTICLES, 2),
        "articles_per_second": round(ARTICLES / ours, 1),
        "peak_mb": round(peak, 1),
        "ms_per_article_trafilatura": round(1000 * theirs / ARTICLES, 2),
        "ratio_trafilatura": round(ours / theirs, 2),
        **imports.figures(archives),
    }
    print(json.dumps({"benchmark": "ingest", "figures": figures}))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
