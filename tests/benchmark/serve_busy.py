"""What readers feel while the service collects, groups and publishes.

The real service polls the sample newsroom, which prints its other edition every two seconds: each
time articles change, come and go, and feeds are rendered and published. At rest every source is
paused. Rest and work in turn, each for as long as five editions; a round of work counts if
something was published in it, and of each the calmest round, because what else the machine does
then matters least.

Twice: on a machine of one processor, where what works and what answers take turns; and on one of
two, where the work has the other. That other one is here also wrk's. wrk stands for readers far
away, whom no work of ours takes processor time from: so it comes first there (SCHED_IDLE for the
service's work and for the newsroom).
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
import tempfile
import tomllib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import tomli_w
from tests.benchmark.serve_sites import free_port
from tests.benchmark.wrk import CLIENT_CORE, SERVER_CORE, load

from swifeeds import desk
from swifeeds.config import Config, load_config
from swifeeds.demo import Newsroom, demo_configuration, lay_drops
from swifeeds.service import open_store
from swifeeds.service.packaged import data_folder
from swifeeds.store import Store

ROUNDS = 5
SECONDS = 10
EDITION = 2.0
PATIENCE = 60.0
QUIET = 3.0
FEED = "/ar/stories/caucasus-talks/feed.atom"


@dataclass(slots=True)
class Busy:
    """p99 in milliseconds, round by round."""

    processors: int
    idle: list[float] = field(default_factory=list)
    busy: list[float] = field(default_factory=list)
    published: int = 0

    @property
    def ratio(self) -> float | None:
        """Of the calmest rounds; None where nothing was published in any, or where rest was less
        calm than work: something else held the processors then."""
        if not self.busy or min(self.busy) < min(self.idle):
            return None
        return round(min(self.busy) / min(self.idle), 2)


def measure_busy() -> tuple[Busy, Busy]:
    """Some rounds of rest and work on one processor, and on two."""
    with tempfile.TemporaryDirectory(prefix="swifeeds-benchmark-") as temporary:
        return asyncio.run(_measure(Path(temporary)))


async def _measure(folder: Path) -> tuple[Busy, Busy]:
    async with (
        Newsroom.open() as newsroom,
        _service(folder, newsroom) as (pid, config, log),
        open_store(config) as store,
    ):
        # A thread keeps the rank it was made with; wrk is started from this one.
        await asyncio.to_thread(_keep_on_core, os.getpid(), CLIENT_CORE)
        os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
        scene = _Scene(newsroom=newsroom, config=config, store=store, log=log)
        _keep_service_on_core(pid, SERVER_CORE)
        one = await scene.play(Busy(processors=1))
        _give_work_the_other_core(pid)
        return one, await scene.play(Busy(processors=2))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scene:
    newsroom: Newsroom
    config: Config
    store: Store
    log: Path

    async def play(self, found: Busy) -> Busy:
        url = self.config.publication.base_url + FEED
        for _ in range(ROUNDS):
            await _pause(self.config, self.store, paused=True)
            await _until_quiet(self.log)
            found.idle.append((await asyncio.to_thread(load, url, SECONDS, {})).p99)
            await _pause(self.config, self.store, paused=False)
            before = _published(self.log)
            async with _printing(self.newsroom):
                felt = (await asyncio.to_thread(load, url, SECONDS, {})).p99
            if (published := _published(self.log) - before) > 0:
                found.busy.append(felt)
                found.published += published
        return found


@asynccontextmanager
async def _service(folder: Path, newsroom: Newsroom) -> AsyncIterator[tuple[int, Config, Path]]:
    config, log = _configured(folder, newsroom), folder / "service.log"
    command = [sys.executable, "-m", "swifeeds", "run", "-c", folder / "s.toml"]
    with log.open("wb") as written:
        process = await asyncio.create_subprocess_exec(
            *command, stderr=written, stdout=asyncio.subprocess.DEVNULL
        )
    try:
        await _until_published(log)
        yield process.pid, config, log
    finally:
        process.terminate()
        await process.wait()


def _keep_on_core(pid: int, core: str) -> None:
    """Every thread that a process has."""
    for thread in _threads(pid):
        os.sched_setaffinity(thread, {int(core)})


def _keep_service_on_core(pid: int, core: str) -> None:
    for one in _family(pid):
        _keep_on_core(one, core)


def _give_work_the_other_core(pid: int) -> None:
    """All but the process that answers; what they start inherits it."""
    for one in _family(pid):
        if not Path(f"/proc/{one}/cmdline").read_bytes().endswith(b"\0answer\0"):
            _keep_on_core(one, CLIENT_CORE)
            for thread in _threads(one):
                os.sched_setscheduler(thread, os.SCHED_IDLE, os.sched_param(0))


def _threads(pid: int) -> list[int]:
    return [int(thread.name) for thread in Path(f"/proc/{pid}/task").iterdir()]


def _family(pid: int) -> list[int]:
    """A process, those it started, and theirs."""
    found = [pid]
    for thread in _threads(pid):
        begotten = Path(f"/proc/{pid}/task/{thread}/children").read_text(encoding="ascii")
        for child in begotten.split():
            found += _family(int(child))
    return found


def _configured(folder: Path, newsroom: Newsroom) -> Config:
    lay_drops(folder / "drops", newsroom.base_url)
    listen = f"127.0.0.1:{free_port()}"
    text = demo_configuration(
        (data_folder("config") / "demo.toml").read_text(encoding="utf-8"),
        newsroom=newsroom.base_url,
        listen=listen,
        base_url=f"http://{listen}",
        data=folder,
    )
    values = tomllib.loads(text)
    values["collect"]["gap"] = 0.0
    for source in values["sources"]:
        source["schedule"] = {"every": "2s"}
    (folder / "s.toml").write_text(tomli_w.dumps(values), encoding="utf-8")
    return load_config(folder / "s.toml", {})


@asynccontextmanager
async def _printing(newsroom: Newsroom) -> AsyncIterator[None]:
    async def turn() -> None:
        while True:
            newsroom.turn()
            await asyncio.sleep(EDITION)

    turning = asyncio.create_task(turn())
    try:
        yield
    finally:
        turning.cancel()


async def _pause(config: Config, store: Store, *, paused: bool) -> None:
    act = desk.pause_source if paused else desk.resume_source
    for source in config.sources:
        await act(store, source.id)


async def _until_quiet(log: Path) -> None:
    """What was begun is finished when the log stands still."""
    size = -1
    while size != (size := len(_read(log))):
        await asyncio.sleep(QUIET)


def _published(log: Path) -> int:
    return sum(map(int, re.findall(rb" published=(\d+)", _read(log))))


def _read(log: Path) -> bytes:
    return log.read_bytes()


async def _until_published(log: Path) -> None:
    async with asyncio.timeout(PATIENCE):
        while not _published(log):
            await asyncio.sleep(QUIET)
