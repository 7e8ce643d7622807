from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest
from aiohttp import web
from tests.unit.collect.sources import NOW, feed
from tests.unit.egress.scripted import Scripted, scripted_server, settings

from swifeeds.collect import Collector
from swifeeds.collect.robots import Robots
from swifeeds.egress import Egress, Policy
from swifeeds.errors import Refused, TimedOut, Unreachable
from swifeeds.model import Fetched, SourceKind

PRIVATE = b"User-agent: *\nDisallow: /private\nCrawl-delay: 7\n"


@pytest.fixture
async def server() -> AsyncIterator[Scripted]:
    async with scripted_server() as server:
        yield server


@pytest.fixture
async def egress() -> AsyncIterator[Egress]:
    async with Egress(settings(), Policy.SOURCES) as egress:
        yield egress


class Time:
    def __init__(self) -> None:
        self.now = NOW

    def __call__(self):
        return self.now


async def test_what_is_forbidden_is_never_asked_for_and_the_line_is_named(
    server: Scripted, egress: Egress
) -> None:
    server.answers("/robots.txt", PRIVATE)
    url = server.answers("/private/1", b"secret")
    with pytest.raises(Refused, match=r"forbids it \(line 2, .Disallow: /private.\); ask the pub"):
        await Collector(egress, lambda: NOW).collect(feed(server.url("/")), url, None)
    assert [request.path for request in server.asked] == ["/robots.txt"]


async def test_a_feed_is_there_to_be_polled_and_what_it_links_is_crawled(
    server: Scripted, egress: Egress
) -> None:
    server.answers("/robots.txt", b"User-agent: *\nDisallow: /\n")
    main, linked = server.answers("/feed", b"x"), server.answers("/article", b"x")
    collector = Collector(egress, lambda: NOW)
    assert isinstance(await collector.collect(feed(main), main, None), Fetched)
    with pytest.raises(Refused):
        await collector.collect(feed(main), linked, None)
    with pytest.raises(Refused):
        await collector.collect(feed(main, SourceKind.PAGE), main, None)


async def test_a_source_may_be_exempt(server: Scripted, egress: Egress) -> None:
    server.answers("/robots.txt", b"User-agent: *\nDisallow: /\n")
    url = server.answers("/", b"x")
    exempt = replace(feed(url, SourceKind.PAGE), robots=False)
    assert isinstance(await Collector(egress, lambda: NOW).collect(exempt, url, None), Fetched)
    assert [request.path for request in server.asked] == ["/"]


async def test_a_redirect_does_not_lead_past_it(server: Scripted, egress: Egress) -> None:
    server.answers("/robots.txt", PRIVATE)
    server.answers("/private/1", b"secret")
    url = server.redirects("/short", "/private/1")
    with pytest.raises(Refused, match="forbids it"):
        await Collector(egress, lambda: NOW).collect(feed(server.url("/")), url, None)


async def test_each_site_is_asked_once_a_day_however_many_wait_for_it(
    server: Scripted, egress: Egress
) -> None:
    server.answers("/robots.txt", PRIVATE)
    time = Time()
    robots = Robots(egress, time)
    async with asyncio.TaskGroup() as group:
        for number in range(5):
            group.create_task(robots.permit(server.url(f"/{number}")))
    time.now += timedelta(hours=23)
    await robots.permit(server.url("/"))
    assert len(server.asked) == 1
    time.now += timedelta(hours=2)
    await robots.permit(server.url("/"))
    await robots.permit(server.url("/", host="127.0.0.2"))
    assert len(server.asked) == 3


async def test_its_crawl_delay_is_the_gap(server: Scripted, egress: Egress) -> None:
    server.answers("/robots.txt", PRIVATE)
    assert await Robots(egress, lambda: NOW).permit(server.url("/")) == 7.0


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410])
async def test_a_site_without_one_allows_everything(
    server: Scripted, egress: Egress, status: int
) -> None:
    server.answers("/robots.txt", status=status)
    assert await Robots(egress, lambda: NOW).permit(server.url("/x")) == 0.0


@pytest.mark.parametrize("status", [429, 500, 503])
async def test_a_site_whose_robots_txt_cannot_be_had_is_left_alone_for_a_while(
    server: Scripted, egress: Egress, status: int
) -> None:
    server.answers("/robots.txt", status=status)
    time = Time()
    robots = Robots(egress, time)
    for _ in range(2):
        with pytest.raises(Unreachable, match=f"robots.txt answers {status}"):
            await robots.permit(server.url("/x"))
    assert len(server.asked) == 1
    server.answers("/robots.txt", PRIVATE)
    time.now += timedelta(minutes=11)
    await robots.permit(server.url("/x"))


async def test_a_robots_txt_that_leads_to_where_nobody_may_ask_is_asked_for_once(
    server: Scripted, egress: Egress
) -> None:
    server.redirects("/robots.txt", "ftp://127.0.0.1/robots.txt", 301)
    robots = Robots(egress, lambda: NOW)
    for path in ("/x", "/y"):
        with pytest.raises(Refused, match="was asked for first"):
            await robots.permit(server.url(path))
    assert len(server.asked) == 1


async def test_what_a_site_said_before_holds_while_it_is_down(
    server: Scripted, egress: Egress
) -> None:
    server.answers("/robots.txt", PRIVATE)
    time = Time()
    robots = Robots(egress, time)
    await robots.permit(server.url("/x"))
    server.answers("/robots.txt", status=503)
    time.now += timedelta(days=3)
    await robots.permit(server.url("/x"))
    with pytest.raises(Refused):
        await robots.permit(server.url("/private"))


async def test_a_site_that_cannot_be_reached_at_all_is_said_to_be_just_that(egress: Egress) -> None:
    with pytest.raises(Unreachable, match=r"^http://127\.0\.0\.1:1/x: no connection: "):
        await Robots(egress, lambda: NOW).permit("http://127.0.0.1:1/x")


async def test_a_site_that_does_not_answer_in_time_is_known_as_such(server: Scripted) -> None:
    hold = asyncio.Event()

    async def script(_: web.Request) -> web.Response:
        await hold.wait()
        return web.Response(status=404)

    server.scripts["/robots.txt"] = script
    async with Egress(settings(read_timeout=0.05), Policy.SOURCES) as egress:
        with pytest.raises(TimedOut, match="did not answer in time"):
            await Robots(egress, lambda: NOW).permit(server.url("/x"))
    hold.set()
