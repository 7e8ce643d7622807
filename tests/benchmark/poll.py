"""What it costs to ask sources that have nothing new, and what sources that hang cost the others.

`python -m tests.benchmark.poll`; with `--cost` the first part alone. A server in another process
answers every conditional request with 304 and closes the connection; each source is on a loopback
address of its own (127.0.0.0/8), so that no manners towards one host hold anything up.

1. The whole path (claim, conditional request, outcome, next time, a real SQLite file) beside a bare
   aiohttp client that sends the same conditional requests over new connections, as many at a time,
   in the same run and interleaved; once with our header lines and time limits, which is what
   `cpu_ratio` is over, once with aiohttp's own (`cpu_ratio_plain`). Processor time of the process
   with all its threads. A ratio is the median of those of the rounds, each taken of runs one
   after the other, for a machine that others work on is faster in one minute than in the next;
   `cpu_ratio_least` and `cpu_ratio_most` say how far they lie apart. Times are medians too.
2. Sources of which one in twenty never answers (time limit shortened): how late the others are
   polled with one lane for all, and with the two lanes that there are; the same number of places.
3. Memory of a connection in flight: many requests that nobody answers.
"""

from __future__ import annotations

import asyncio
import gc
import json
import logging
import resource
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, closing, contextmanager, suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import TypeAlias

import aiohttp
import uvloop

from swifeeds.collect.headers import accept_for
from swifeeds.config import Config, load_config
from swifeeds.egress import Egress, EgressSettings, Policy
from swifeeds.errors import CollectError
from swifeeds.model import Every, Fetched, Schedule, Source, SourceId, SourceKind
from swifeeds.schedule import Bell
from swifeeds.service import House, open_house
from swifeeds.service.owners import new_owner
from swifeeds.service.polls import Polls
from swifeeds.service.process import spare_the_collector

POLLS = 6000
ROUNDS = 7
WIDTH = 200
"""Requests in flight, in both clients."""

SOURCES = 10_000
HANGING = 20
"""One in so many never answers."""

PLACES = 128
SLOW_PLACES = 32
PATIENCE = 2.0
"""Seconds until an answer is given up, in the second part."""

IN_FLIGHT = 1000

LIMITS = aiohttp.ClientTimeout(total=30.0, sock_connect=10.0, sock_read=30.0)
"""Those of the first part; a client without them stands still with the first source that hangs."""

Row: TypeAlias = tuple[str, str, str | None, str | None, int | None]

CONFIGURATION = """
[site]
base_url = "https://feeds.example.org"
title = { en = "Benchmark" }
languages = ["en"]
time_zone = "UTC"
tag_authority = "feeds.example.org,2026"
contact = "desk@example.org"
[storage]
url = "sqlite:///benchmark.db"
[collect]
allow_private = true
gap = 0.0
"""


@contextmanager
def served() -> Iterator[int]:
    """The port of the other side."""
    command = [sys.executable, "-m", "tests.benchmark.poll_server"]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as server:
        assert server.stdout is not None
        try:
            yield int(server.stdout.readline())
        finally:
            server.kill()


def addresses(port: int, count: int, hanging: int = 0) -> list[str]:
    """A host for each; one in `hanging` never answers."""
    return [
        f"http://127.{1 + n // 40_000}.{n // 200 % 200}.{n % 200 + 1}:{port}"
        f"/{'hang' if hanging and n % hanging == 0 else 'feed'}"
        for n in range(count)
    ]


def make_config(folder: Path, urls: Sequence[str], *, patience: float, lanes: int) -> Config:
    """A site with a source for each address."""
    file = folder / "swifeeds.toml"
    file.write_text(CONFIGURATION, encoding="utf-8")
    config = load_config(file, {})
    sources = tuple(
        Source(
            id=SourceId(f"s{number}"), kind=SourceKind.FEED, url=url, language="en", title="x",
            schedule=Schedule(when=Every(interval=timedelta(hours=1)), jitter=0.0),
        )
        for number, url in enumerate(urls)
    )  # fmt: skip
    return replace(
        config,
        sources=sources,
        schedule=replace(config.schedule, lanes=lanes, slow_lanes=SLOW_PLACES),
        egress=replace(config.egress, read_timeout=patience, connections=max(256, 2 * lanes)),
    )


@asynccontextmanager
async def opened(
    folder: Path, urls: Sequence[str], *, patience: float, lanes: int
) -> AsyncIterator[House]:
    """A house whose sources that answer were all asked before, so that each poll is conditional."""
    async with open_house(make_config(folder, urls, patience=patience, lanes=lanes)) as house:
        read = await ask_for_all(house)
        with closing(sqlite3.connect(folder / "benchmark.db")) as base, base:
            base.executemany(
                "INSERT INTO validator (source_id, url, etag, digest, taken)"
                " VALUES (?, ?, ?, ?, ?)",
                read,
            )
        yield house


async def ask_for_all(house: House) -> list[Row]:
    """What to remember of sources that were asked without a condition, as rows of validators;
    nothing of those that never answer."""
    rows = list[Row]()

    async def ask(source: Source) -> None:
        if source.url.endswith("/hang"):
            rows.append((source.id, source.url, None, None, None))
            return
        outcome = await house.ingest.collector.collect(source, source.url, None)
        assert isinstance(outcome, Fetched)
        known = outcome.validators
        assert known.taken is not None
        taken = round(known.taken.timestamp() * 1e6)
        rows.append((source.id, source.url, known.etag, known.digest, taken))

    async with asyncio.TaskGroup() as group:
        for source in house.config.sources:
            group.create_task(ask(source))
    return rows


def make_due(folder: Path, *, hanging: bool = False) -> None:
    """Every source is due now; those that hang are known to, or nothing is known of them."""
    slow = "id IN (SELECT source_id FROM validator WHERE url LIKE '%/hang')" if hanging else "0"
    with closing(sqlite3.connect(folder / "benchmark.db", timeout=30)) as base, base:
        base.execute(f"UPDATE source SET next_at = 0, failures = 0, slow = {slow}")


async def poll_all(house: House) -> None:
    """What the service does until nothing is due any more."""
    bell, tick = Bell(), house.config.schedule.tick
    async with asyncio.TaskGroup() as group:
        polls = Polls(group, lambda: house, new_owner(), bell.strike)
        while True:
            was_idle = not polls.running
            if not await polls.claim() and was_idle:
                return
            with suppress(TimeoutError):
                async with asyncio.timeout(tick):
                    await bell.wait()


async def ours(house: House, folder: Path) -> tuple[float, float]:
    """Processor and wall seconds of one poll of every source."""
    make_due(folder)
    began = house.now()
    gc.collect()
    started, cpu = perf_counter(), process_time()
    await poll_all(house)
    spent = process_time() - cpu, perf_counter() - started
    states = await house.store.source_states()
    good = sum(bool(one.last_success and one.last_success >= began) for one in states.values())
    if good != len(house.sources):
        sys.exit(f"the figures would mean nothing: {good} of {len(house.sources)} polls went well")
    return spent


SAME = {
    "Accept": accept_for(SourceKind.FEED, main=True),
    "Accept-Encoding": "gzip, deflate",
    "Accept-Language": "en, *;q=0.1",
    "If-None-Match": '"1"',
    "User-Agent": "swifeeds/0.0.0 (+desk@example.org)",
}
"""The lines of our own requests."""


async def bare(urls: Sequence[str], *, same: bool) -> tuple[float, float]:
    """The same of a plain client: one request for each address, `WIDTH` at a time, a connection for
    each, the answer read.

    With `same` it sends our header lines under our time limits; else it is as aiohttp makes it but
    for the condition.
    """
    gc.collect()
    started, cpu = perf_counter(), process_time()
    left = iter(urls)
    async with aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(limit=WIDTH, force_close=True),
        headers=SAME if same else {"If-None-Match": '"1"'},
        timeout=LIMITS if same else aiohttp.client.DEFAULT_TIMEOUT,
    ) as session:

        async def ask() -> None:
            for url in left:
                async with session.get(url) as response:
                    await response.read()
                    if response.status != 304:
                        sys.exit(f"the figures would mean nothing: {url} answers {response.status}")

        async with asyncio.TaskGroup() as group:
            for _ in range(WIDTH):
                group.create_task(ask())
    return process_time() - cpu, perf_counter() - started


async def measure_cost(port: int) -> dict[str, float]:
    """Part 1."""
    urls = addresses(port, POLLS)
    our_cpu, our_wall, their_cpu, plain_cpu = [], [], [], []
    with tempfile.TemporaryDirectory(prefix="swifeeds-benchmark-") as name:
        folder = Path(name)
        async with opened(folder, urls, patience=30, lanes=WIDTH) as house:
            spare_the_collector()  # as the service does
            for _ in range(ROUNDS):
                plain_cpu.append((await bare(urls, same=False))[0])
                their_cpu.append((await bare(urls, same=True))[0])
                cpu, wall = await ours(house, folder)
                our_cpu.append(cpu)
                our_wall.append(wall)
    ratios = paired(our_cpu, their_cpu)
    mine, bared, plain = median(our_cpu), median(their_cpu), median(plain_cpu)
    return {
        "polls_per_minute": round(60 * POLLS / mine),
        "cpu_ratio": round(median(ratios), 2),
        "cpu_ratio_least": round(min(ratios), 2),
        "cpu_ratio_most": round(max(ratios), 2),
        "cpu_ratio_plain": round(median(paired(our_cpu, plain_cpu)), 2),
        "us_per_poll": round(1e6 * mine / POLLS, 1),
        "us_per_poll_bare": round(1e6 * bared / POLLS, 1),
        "us_per_poll_plain": round(1e6 * plain / POLLS, 1),
        "polls_per_minute_wall": round(60 * POLLS / median(our_wall)),
    }


def paired(ours_each: Sequence[float], theirs_each: Sequence[float]) -> list[float]:
    """The ratio of each round."""
    return [mine / other for mine, other in zip(ours_each, theirs_each, strict=True)]


async def lateness(port: int, *, two_lanes: bool) -> tuple[float, float]:
    """Median and 99th percentile of the seconds after their time that healthy sources wait."""
    urls = addresses(port, SOURCES, HANGING)
    lanes = PLACES - SLOW_PLACES if two_lanes else PLACES
    with tempfile.TemporaryDirectory(prefix="swifeeds-benchmark-") as name:
        folder = Path(name)
        async with opened(folder, urls, patience=PATIENCE, lanes=lanes) as house:
            make_due(folder, hanging=two_lanes)
            began = house.now()
            await poll_all(house)
            states = await house.store.source_states()
    late = sorted(
        (states[source.id].last_poll - began).total_seconds()
        for source in house.config.sources
        if not source.url.endswith("/hang")
    )
    return late[len(late) // 2], late[len(late) * 99 // 100]


async def measure_memory(port: int) -> float:
    """Part 3: kB of resident memory for one request in flight."""
    settings = EgressSettings(
        contact="x", allow_private=True, gap=0.0, connections=IN_FLIGHT, read_timeout=5.0
    )
    urls = addresses(port, IN_FLIGHT, 1)
    async with Egress(settings, Policy.SOURCES) as egress:

        async def ask(url: str) -> None:
            try:
                await egress.fetch(url)
            except CollectError:
                return

        gc.collect()
        before = resident()
        async with asyncio.TaskGroup() as group:
            for url in urls:
                group.create_task(ask(url))
            await asyncio.sleep(3)
            after = resident()
    return round((after - before) / IN_FLIGHT / 1024, 1)


def resident() -> int:
    """Bytes of this process in memory."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize()


async def measure(port: int, *, cost_alone: bool) -> dict[str, float]:
    """All figures, or those of the first part."""
    if cost_alone:
        return await measure_cost(port)
    memory = await measure_memory(port)
    figures = await measure_cost(port)
    shared, two = await lateness(port, two_lanes=False), await lateness(port, two_lanes=True)
    return figures | {
        "late_p50_shared_s": round(shared[0], 2),
        "late_p99_shared_s": round(shared[1], 2),
        "late_p50_two_lanes_s": round(two[0], 2),
        "late_p99_two_lanes_s": round(two[1], 2),
        "kb_in_flight": memory,
    }


def main() -> None:
    """Print a table for people and, as the last line, the figures for machines."""
    logging.disable(logging.WARNING)
    with served() as port, asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        figures = runner.run(measure(port, cost_alone="--cost" in sys.argv[1:]))
    show_cost(figures)
    if "kb_in_flight" in figures:
        show_rest(figures)
    print(json.dumps({"benchmark": "poll", "figures": figures}))


def show_cost(figures: dict[str, float]) -> None:
    """Part 1 for people."""
    print(f"{POLLS} polls answered 304, {WIDTH} at a time, median of {ROUNDS} rounds")
    print(f"  swifeeds, whole path  {figures['us_per_poll']:8.1f} µs of processor a poll")
    for name, key in (("the same requests, bare", "bare"), ("aiohttp's own, bare", "plain")):
        print(f"  {name:<23} {figures[f'us_per_poll_{key}']:6.1f} µs")
    least, most = figures["cpu_ratio_least"], figures["cpu_ratio_most"]
    print(f"  ratio                 {figures['cpu_ratio']:8.2f}  ({least:.2f} to {most:.2f})")
    print(f"  ratio to aiohttp's own{figures['cpu_ratio_plain']:8.2f}")
    print(f"  polls a minute        {figures['polls_per_minute']:8.0f} on one core")


def show_rest(figures: dict[str, float]) -> None:
    """Parts 2 and 3 for people."""
    print(f"{SOURCES} sources, one in {HANGING} never answers; seconds late, of those that do")
    for name, key in (("one lane for all", "shared"), ("two lanes", "two_lanes")):
        half, most = figures[f"late_p50_{key}_s"], figures[f"late_p99_{key}_s"]
        print(f"  {name:<21} median {half:6.2f}   99 % {most:6.2f}")
    print(f"a request in flight     {figures['kb_in_flight']:8.1f} kB")


if __name__ == "__main__":
    main()
