"""`swifeeds demo`: the real service on the bundled sample newsroom."""

from __future__ import annotations

import asyncio
import os
import tempfile
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import typer

from swifeeds.cli.app import JsonOption, run_async
from swifeeds.cli.collect import collect_once
from swifeeds.cli.logs import set_up_logging
from swifeeds.cli.output import complain, say, say_json, say_table, stop
from swifeeds.cli.status import came_to, totals
from swifeeds.config import Config, LoggingSettings, load_config
from swifeeds.demo import Newsroom, demo_configuration, lay_drops
from swifeeds.errors import ServeError
from swifeeds.pipeline import PollReport
from swifeeds.service import House, Service, open_house
from swifeeds.service.packaged import data_folder
from swifeeds.service.process import spare_the_collector
from swifeeds.service.work import Settled
from swifeeds.store import StoryCount

_QUIET, _CALM = LoggingSettings(level="ERROR"), LoggingSettings(level="WARNING")

_TURN_AFTER = 45.0
"""Seconds until the newsroom prints its second edition: time to look at the first."""


def demo(
    *,
    port: Annotated[int, typer.Option("--port", "-p", help="Port of the site.")] = 8080,
    once: Annotated[
        bool,
        typer.Option("--once", help="Collect both editions, publish, print a summary and end."),
    ] = False,
    data: Annotated[
        Path | None, typer.Option("--data", help="Keep database and drops in this folder.")
    ] = None,
    json: JsonOption = False,
) -> None:
    """Run the real service on the bundled sample newsroom."""
    set_up_logging(_QUIET if once else _CALM)
    with tempfile.TemporaryDirectory(prefix="swifeeds-demo-") as temporary:
        folder = data or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        if once:
            summary = run_async(_run_once(folder, port))
            _show(summary, json=json)
            if summary.failures:
                raise stop(1)
        else:
            run_async(_run(folder, port))


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a demo run came to. `stories` gives each story's (its slug's) articles by language."""

    first: Settled
    second: Settled
    stories: Mapping[str, Mapping[str, int]]
    counts: Mapping[str, int]
    failures: tuple[str, ...]


async def _run_once(folder: Path, port: int) -> Summary:
    async with _opened(folder, port) as (newsroom, house):
        reports, first = await collect_once(house, (), quiet=False)
        newsroom.turn()
        again, second = await collect_once(house, (), quiet=False)
        return await _summary(house, first, second, [*reports, *again])


async def _summary(
    house: House, first: Settled, second: Settled, reports: list[PollReport]
) -> Summary:
    stories = await house.store.stories()
    return Summary(
        first=first,
        second=second,
        stories={count.story.slug: _in_order(house.config, count) for count in stories},
        counts=await house.store.counts(),
        failures=tuple(f"{r.source_id}: {r.failure}" for r in reports if r.failure),
    )


def _in_order(config: Config, count: StoryCount) -> dict[str, int]:
    languages = config.publication.languages
    return {tag: count.languages[tag] for tag in languages if tag in count.languages}


async def _run(folder: Path, port: int) -> None:
    async with _opened(folder, port) as (newsroom, house):
        spare_the_collector()
        service = Service(house, load=lambda: house.config)
        async with asyncio.TaskGroup() as group:
            turning = group.create_task(_turn_later(newsroom), name="turn the edition")
            announcing = group.create_task(_announce(service, newsroom), name="announce")
            try:
                await service.run()
            finally:
                turning.cancel()
                announcing.cancel()


async def _turn_later(newsroom: Newsroom) -> None:
    await asyncio.sleep(_TURN_AFTER)
    newsroom.turn()
    say("The newsroom has printed its second edition: one correction, one withdrawal, one new.")


async def _announce(service: Service, newsroom: Newsroom) -> None:
    """Say where to look once there is something to see."""
    await service.published.wait()
    base = service.house.config.publication.base_url
    say(f"swifeeds demo is ready: {base}/")
    say(f"  a story in Arabic   {base}/ar/stories/caucasus-talks/")
    say(f"  its feeds           {base}/ar/stories/caucasus-talks/feed.rss  .atom  .json")
    say(f"  everything as OPML  {base}/feeds.opml")
    say(f"  the newsroom itself {newsroom.base_url}/en/")
    say("Stop it with Ctrl-C.")


@asynccontextmanager
async def _opened(folder: Path, port: int) -> AsyncIterator[tuple[Newsroom, House]]:
    """The newsroom on the port it had before, if this folder has known one, and the house."""
    remembered = folder / "newsroom-port"
    newsroom_port = int(remembered.read_text()) if remembered.exists() else 0
    async with AsyncExitStack() as stack:
        try:
            newsroom = await stack.enter_async_context(Newsroom.open(port=newsroom_port))
        except OSError as error:
            message = f"the sample newsroom's port {newsroom_port} is in use; stop the other demo"
            raise ServeError(message) from error
        remembered.write_text(newsroom.base_url.rpartition(":")[2])
        lay_drops(folder / "drops", newsroom.base_url)
        house = await stack.enter_async_context(open_house(_configure(folder, port, newsroom)))
        yield newsroom, house


def _configure(folder: Path, port: int, newsroom: Newsroom) -> Config:
    text = demo_configuration(
        (data_folder("config") / "demo.toml").read_text(encoding="utf-8"),
        newsroom=newsroom.base_url,
        listen=f"127.0.0.1:{port}",
        base_url=f"http://127.0.0.1:{port}",
        data=folder,
    )
    path = folder / "swifeeds.toml"
    path.write_text(text, encoding="utf-8")
    return replace(load_config(path, os.environ), logging=_CALM)


def _show(summary: Summary, *, json: bool) -> None:
    if json:
        say_json(summary)
        return
    languages = list(dict.fromkeys(tag for row in summary.stories.values() for tag in row))
    say_table(
        ("story", *languages),
        ((story, *(row.get(tag) for tag in languages)) for story, row in summary.stories.items()),
    )
    for name, settled in (("first", summary.first), ("second", summary.second)):
        say(f"{name} edition: {came_to(settled)}")
    say(totals(summary.counts))
    for failure in summary.failures:
        complain(f"swifeeds: {failure}")
