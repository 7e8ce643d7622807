"""The whole path of a poll against a real server: what the server says, and what is done next."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from aiohttp import web
from tests.clock import Clock
from tests.contract.databases import lay_database
from tests.unit.egress.scripted import Scripted
from tests.unit.service.houses import SITE, configure

from swifeeds.desk import resume_source
from swifeeds.model import ArticleId, SourceId, SourceState, Status
from swifeeds.pipeline import PollReport
from swifeeds.pipeline.identification import Identification
from swifeeds.service import House, open_house
from swifeeds.service.polls import Polls
from swifeeds.service.work import claim_now, poll

START = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
COLLECT = """
[collect]
allow_private = true
gap = 0.0
"""
HASTY = "read_timeout = 0.2\n"
FEED = b"""<rss version="2.0"><channel><title>Wire</title><item><title>Ferry resumes</title>
<link>http://127.0.0.1:%d/1</link><guid>1</guid><description>%s</description>
<pubDate>Mon, 04 May 2026 10:00:00 GMT</pubDate></item></channel></rss>"""


@dataclass(kw_only=True)
class Room:
    house: House
    server: Scripted
    clock: Clock

    async def poll(self, name: str = "wire") -> PollReport:
        (lease,) = await claim_now(self.house, "tester", (SourceId(name),))
        return await poll(self.house, lease)

    async def state(self, name: str = "wire") -> SourceState:
        return (await self.house.store.source_states())[SourceId(name)]

    async def told(self) -> list[tuple[str, str]]:
        return [(one.kind, one.subject) for one in await self.house.store.notices()]

    def asked(self) -> list[str]:
        paths = [request.path for request in self.server.asked]
        self.server.asked.clear()
        return paths

    def serves_feed(self, path: str = "/wire", **headers: str) -> None:
        body = FEED % (self.server.port, b"The ferry sails again, said the harbour master. " * 20)
        self.server.answers(path, body, **headers)


def _source(server: Scripted, name: str, host: str = "127.0.0.1", **others: str) -> str:
    url = server.url(f"/{name}", host=host)
    values = {"kind": "feed", "url": url, "language": "en", **others}
    lines = [f'{key} = "{value}"' for key, value in values.items()]
    if "rules" in values:
        lines[-1] = f"rules = {{ links = '{values['rules']}' }}"
    text = "\n".join([f'[[sources]]\nid = "{name}"', *lines])
    return text + '\nschedule = { every = "15m", jitter = 0.0 }\n'


def _apart(server: Scripted, names: Iterable[str]) -> list[str]:
    """Sources each of which has a host of its own."""
    return [_source(server, name, f"127.0.0.{at}") for at, name in enumerate(names, 1)]


@asynccontextmanager
async def opened(
    folder: Path, server: Scripted, *sources: str, collect: str = ""
) -> AsyncIterator[Room]:
    lay_database(folder / "house.db")
    clock = Clock(START)
    named = sources or (_source(server, "wire"),)
    config = configure(folder, SITE + COLLECT + collect + "".join(named))
    async with open_house(config, now=clock) as house:
        yield Room(house=house, server=server, clock=clock)


@pytest.fixture
async def room(tmp_path, server):
    async with opened(tmp_path, server) as room:
        yield room


async def test_the_same_body_is_not_read_again_and_its_new_validators_are_kept(room):
    room.serves_feed(ETag='"1"')
    assert (await room.poll()).new == 1
    room.serves_feed(ETag='"2"')
    again = await room.poll()
    assert (again.documents, again.unchanged, again.duplicate) == (0, 1, 0)
    room.asked()

    async def script(request: web.Request) -> web.Response:
        return web.Response(status=304 if request.headers.get("If-None-Match") == '"2"' else 500)

    room.server.scripts["/wire"] = script
    assert (await room.poll()).failure is None


async def test_an_article_that_is_put_back_is_read_again_though_its_server_says_not_modified(room):
    body = FEED % (room.server.port, b"The ferry sails again, said the harbour master. " * 20)

    async def script(request: web.Request) -> web.Response:
        shown = "If-None-Match" in request.headers
        return web.Response(status=304 if shown else 200, body=body, headers={"ETag": '"1"'})

    room.server.scripts["/wire"] = script
    await room.poll()
    store = room.house.store
    (article,) = await store.articles_since(START - timedelta(days=1), START, limit=9)
    await store.set_status(article.id, Status.WITHDRAWN, reason=None, now=START)
    assert (await room.poll()).unchanged == 1
    await store.set_status(article.id, Status.USABLE, reason=None, now=START)
    assert (await room.poll()).documents == 1
    assert (await room.poll()).unchanged == 1


async def test_what_robots_txt_forbids_is_set_aside_with_the_line(tmp_path, server):
    server.answers("/robots.txt", b"User-agent: *\nDisallow: /secret\n")
    server.answers("/wire", b'<html><body><a href="/secret/one">Ferry resumes today</a></body>')
    async with opened(
        tmp_path, server, _source(server, "wire", kind="page", rules="/secret/")
    ) as room:
        report = await room.poll()
    assert report.failure is None
    (reject,) = report.rejects
    assert 'line 2, "Disallow: /secret"' in reject.reason


async def test_a_move_for_good_is_learned_told_once_and_unlearned(room):
    room.serves_feed("/new", ETag='"1"')
    room.server.redirects("/wire", "/new", 301)
    for _ in range(3):
        await room.poll()
    assert await room.told() == [("source-moved", "wire")]
    assert (await room.state()).moved_to == room.server.url("/new")
    room.asked()
    await room.poll()
    assert room.asked() == ["/new"]
    room.server.answers("/new", status=404)
    await room.poll()
    assert await room.told() == [("source-failing", "wire")]
    room.serves_feed()
    room.asked()
    await room.poll()
    assert room.asked() == ["/wire"]
    assert await room.told() == []


async def test_an_address_that_a_source_moved_to_is_not_given_up_for_one_bad_hour(room):
    room.serves_feed("/new")
    room.server.redirects("/wire", "/new", 301)
    for _ in range(3):
        await room.poll()
    room.server.answers("/new", status=503)
    await room.poll()
    room.serves_feed("/new")
    room.asked()
    await room.poll()
    assert room.asked() == ["/new"]


async def test_a_moved_source_that_is_gone_is_looked_for_where_the_file_has_it(room):
    room.serves_feed("/new")
    room.server.redirects("/wire", "/new", 301)
    for _ in range(3):
        await room.poll()
    room.server.answers("/new", status=410)
    await room.poll()
    assert not (await room.state()).paused
    room.asked()
    await room.poll()
    assert room.asked() == ["/wire", "/new"]
    assert (await room.state()).paused


async def test_a_source_that_is_gone_is_paused_and_told_until_it_is_resumed(room):
    room.server.answers("/wire", status=410)
    await room.poll()
    assert (await room.state()).paused
    assert await room.told() == [("source-gone", "wire")]
    await resume_source(room.house.store, SourceId("wire"))
    assert not (await room.state()).paused
    assert await room.told() == []


async def test_one_429_puts_off_its_source_and_a_second_one_the_host(tmp_path, server):
    names = ("wire", "other", "third")
    async with opened(tmp_path, server, *(_source(server, name) for name in names)) as room:
        server.answers("/wire", status=429, Retry_After="3600")
        server.answers("/other", status=429, Retry_After="7200")
        await room.poll("wire")
        assert (await room.state("wire")).next_at == START + 60 * MINUTE
        assert (await room.state("third")).next_at == START
        await room.poll("other")
        states = [await room.state(name) for name in names]
    assert {state.next_at for state in states} == {START + 120 * MINUTE}
    assert "told several of them to wait (429)" in states[2].why


async def test_a_fault_of_ours_is_the_source_s_failure_and_is_not_run_into_each_minute(room):
    def no_id() -> ArticleId:
        raise ZeroDivisionError("no ids are left")

    faulty = Identification(
        store=room.house.store,
        publication=room.house.config.publication,
        sources=room.house.sources,
        new_id=no_id,
        now=room.clock,
    )
    whole = room.house
    room.house = replace(whole, ingest=replace(whole.ingest, identification=faulty))
    room.serves_feed(ETag='"1"')
    for waits in (15, 30, 60):
        report = await room.poll()
        assert "a fault in swifeeds (ZeroDivisionError('no ids are left'))" in report.failure
        assert (await room.state()).next_at == START + waits * MINUTE
    assert await room.told() == [("source-failing", "wire")]
    room.house = whole
    assert (await room.poll()).new == 1
    assert await room.told() == []


async def test_why_it_is_polled_when_it_is_comes_from_what_the_server_said(room):
    room.serves_feed(Cache_Control="max-age=3600")
    await room.poll()
    state = await room.state()
    assert state.next_at == START + 60 * MINUTE
    assert state.why.startswith("every 15m, stretched to 1h: its server says")


@pytest.fixture
async def hasty(tmp_path, server):
    """Gives up an answer soon."""
    async with opened(tmp_path, server, collect=HASTY) as room:
        yield room


async def test_a_source_that_never_answers_waits_in_the_slow_lane_until_it_does(hasty):
    room = hasty
    hold = asyncio.Event()

    async def script(_: web.Request) -> web.Response:
        await hold.wait()
        return web.Response(status=500)

    room.server.scripts["/wire"] = script
    report = await room.poll()
    hold.set()
    assert report.timed_out
    assert (await room.state()).slow
    room.serves_feed()
    await room.poll()
    assert not (await room.state()).slow


async def test_polls_that_hang_take_no_lane_of_those_that_answer(tmp_path, server):
    hold = asyncio.Event()

    async def script(_: web.Request) -> web.Response:
        await hold.wait()
        return web.Response(status=304)

    names = ("a", "b", "c", "d", "well")
    async with opened(
        tmp_path, server, '[schedule]\nlanes = 1\nslow_lanes = 2\n',
        *_apart(server, names), collect=HASTY,
    ) as room:  # fmt: skip
        for name in names[:4]:
            server.scripts[f"/{name}"] = script
            await room.poll(name)
        room.clock.now = START + 60 * MINUTE
        room.serves_feed("/well")
        asked_again = asyncio.Event()
        async with asyncio.TaskGroup() as group:
            polls = Polls(group, lambda: room.house, "tester", asked_again.set)
            await polls.claim()
            assert polls.running == 3
            async with asyncio.timeout(20):
                await asked_again.wait()
            hold.set()
            await polls.drain(20)
        assert (await room.state("well")).last_success == room.clock.now


async def test_what_else_is_due_is_claimed_at_once_when_polls_end_together(tmp_path, server):
    names = ("a", "b", "c", "d")
    async with opened(tmp_path, server, "[schedule]\nlanes = 2\n", *_apart(server, names)) as room:
        for name in names:
            server.answers(f"/{name}", status=404)
        asked_again = asyncio.Event()
        async with asyncio.TaskGroup() as group:
            polls = Polls(group, lambda: room.house, "tester", asked_again.set)
            assert await polls.claim() == 2
            async with asyncio.timeout(20):
                await asked_again.wait()
            assert await polls.claim() > 0
            await polls.drain(20)


@asynccontextmanager
async def crowded_room(folder: Path, server: Scripted, names: list[str]) -> AsyncIterator[Room]:
    """Four lanes, sources of one host that have been due for an hour, and one of another host that
    is due since less."""
    crowd = [_source(server, name) for name in names]
    lone = _source(server, "lone", "127.0.0.2")
    async with opened(folder, server, "[schedule]\nlanes = 4\n", *crowd, lone) as room:
        await room.poll("lone")
        room.clock.now = START + 60 * MINUTE
        yield room


async def test_a_host_of_many_sources_holds_no_lane_that_another_host_needs(tmp_path, server):
    hold, asked = asyncio.Event(), asyncio.Event()

    async def wait(_: web.Request) -> web.Response:
        await hold.wait()
        return web.Response(status=404)

    async def answer(_: web.Request) -> web.Response:
        asked.set()
        return web.Response(status=404)

    names = [f"feed{number}" for number in range(9)]
    server.scripts |= {f"/{name}": wait for name in names}
    async with crowded_room(tmp_path, server, names) as room:
        server.scripts["/lone"] = answer
        async with asyncio.TaskGroup() as group:
            polls = Polls(group, lambda: room.house, "tester", lambda: None)
            assert await polls.claim() == 3
            async with asyncio.timeout(20):
                await asked.wait()
            assert await polls.claim() == 0
            hold.set()
            await polls.drain(20)


async def test_a_host_of_many_sources_is_asked_for_all_of_them_in_the_end(tmp_path, server):
    names = [f"feed{number}" for number in range(5)]
    asked_again = asyncio.Event()
    async with crowded_room(tmp_path, server, names) as room:
        async with asyncio.TaskGroup() as group:
            polls = Polls(group, lambda: room.house, "tester", asked_again.set)
            while await polls.claim():
                await polls.drain(20)
        assert asked_again.is_set()
        states = [await room.state(name) for name in names]
    assert {state.last_poll for state in states} == {START + 60 * MINUTE}


async def test_a_lease_is_kept_alive_while_its_poll_waits(room):
    started, hold = asyncio.Event(), asyncio.Event()

    async def script(_: web.Request) -> web.Response:
        started.set()
        await hold.wait()
        return web.Response(status=404)

    room.server.scripts["/wire"] = script
    async with asyncio.TaskGroup() as group:
        polls = Polls(group, lambda: room.house, "tester", lambda: None)
        await polls.claim()
        await started.wait()
        room.clock.now += timedelta(seconds=50)
        await polls.claim()
        room.clock.now += timedelta(seconds=50)
        claimed = await room.house.store.claim(
            owner="other", now=room.clock.now, until=room.clock.now + MINUTE, limit=9,
            only=[SourceId("wire")],
        )  # fmt: skip
        hold.set()
        await polls.drain(20)
    assert claimed == ()
    assert (await room.state()).failures == 1


async def test_a_source_that_a_reload_took_away_is_let_go(room, caplog):
    async with asyncio.TaskGroup() as group:
        polls = Polls(group, lambda: room.house, "tester", lambda: None)
        assert await polls.claim() == 1
        room.house = replace(room.house, sources={})
        await polls.drain(20)
    assert await room.house.store.owners() == ()
    assert (room.asked(), caplog.records) == ([], [])
