"""Connections that say nothing, take nothing, or are too many, on real sockets and both loops."""

from __future__ import annotations

import asyncio
import logging
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import replace
from ipaddress import IPv4Network

import pytest
from tests.http.loops import BOTH, run_on
from tests.http.sample import NOW, page_of, sample_shelf
from tests.http.served import SETTINGS, Served, open_site

from swifeeds.emit.shelve import shelve
from swifeeds.model import Shelf
from swifeeds.serve import ServeSettings
from swifeeds.serve.clients import client_of

FEED = "/de/stories/caucasus-talks/feed.rss"
ASK = f"GET {FEED} HTTP/1.1\r\nHost: x\r\n\r\n".encode()
HASTY = replace(SETTINGS, header_timeout=0.2, send_timeout=0.2)
LONG = shelve(page_of("/long/", bytes(range(256)) * 800), None, now=NOW)
ASK_LONG = b"GET /long/ HTTP/1.1\r\nHost: x\r\nAccept-Encoding: identity\r\n\r\n"

Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]


@asynccontextmanager
async def client(site: Served) -> AsyncIterator[Streams]:
    reader, writer = await asyncio.open_connection("127.0.0.1", site.port)
    try:
        yield reader, writer
    finally:
        writer.close()
        with suppress(ConnectionError):
            await writer.wait_closed()


async def status(streams: Streams, request: bytes = ASK) -> int:
    """The status of one answer on a connection that stays; its body is read too."""
    reader, writer = streams
    writer.write(request)
    head = await reader.readuntil(b"\r\n\r\n")
    length = next(
        (int(line[15:]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-len")),
        0,
    )
    await reader.readexactly(length)
    return int(head.split()[1])


async def is_cut_off(reader: asyncio.StreamReader) -> bool:
    with suppress(ConnectionError):
        while await reader.read(65536):
            pass
    return True


@BOTH
@pytest.mark.parametrize("said", [b"", b"GET", b"GET / HTTP/1.1\r\nHost: x\r\nAccept:"])
def test_who_never_finishes_a_request_is_closed_and_others_are_served(loop_factory, said):
    async def watch() -> None:
        async with open_site(settings=HASTY) as site, AsyncExitStack() as stack:
            silent = [await stack.enter_async_context(client(site)) for _ in range(50)]
            for _, writer in silent:
                writer.write(said)
            assert (await site.ask(FEED)).status == 200
            for reader, _ in silent:
                assert await reader.read() == b""

    run_on(loop_factory, watch())


@BOTH
def test_a_byte_now_and_then_is_no_request(loop_factory):
    async def drip() -> None:
        async with open_site(settings=HASTY) as site, client(site) as (reader, writer):
            writer.write(b"GET / HTTP/1.1\r\nHost: x\r\nX: ")
            closed = asyncio.create_task(is_cut_off(reader))
            while not closed.done():
                writer.write(b"y")
                await asyncio.wait([closed], timeout=0.02)

    run_on(loop_factory, drip())


@BOTH
def test_half_a_request_after_a_whole_one_is_closed_too(loop_factory):
    async def half() -> None:
        async with open_site(settings=HASTY) as site, client(site) as streams:
            assert await status(streams) == 200
            streams[1].write(b"GET / HTTP/1.1\r\n")
            assert await streams[0].read() == b""

    run_on(loop_factory, half())


@BOTH
def test_who_rests_between_two_requests_is_not_hurried(loop_factory):
    async def rest() -> None:
        async with (
            open_site(settings=HASTY) as site,
            client(site) as resting,
            client(site) as silent,
        ):
            assert await status(resting) == 200
            assert await silent[0].read() == b""  # the time for a header is over
            assert await status(resting) == 200

    run_on(loop_factory, rest())


@BOTH
def test_who_rests_after_a_body_that_came_in_two_parts_is_not_hurried(loop_factory):
    head = f"POST {FEED} HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\n".encode()

    async def rest() -> None:
        async with open_site(settings=HASTY) as site, client(site) as resting:
            assert await status(resting, head) == 405
            resting[1].write(b"body")
            await asyncio.sleep(0.1)  # the body is read by now
            async with client(site) as silent:
                assert await silent[0].read() == b""  # the time for a header is over
            assert await status(resting) == 200

    run_on(loop_factory, rest())


@BOTH
def test_who_rests_too_long_is_closed(loop_factory):
    async def rest() -> None:
        settings = replace(SETTINGS, keep_alive=0.1)
        async with open_site(settings=settings) as site, client(site) as streams:
            assert await status(streams) == 200
            assert await streams[0].read() == b""

    run_on(loop_factory, rest())


@asynccontextmanager
async def clients_that_never_read(site: Served, count: int) -> AsyncIterator[list[socket.socket]]:
    """Each asks for 60 MB and takes nothing of it."""
    opened = []
    for _ in range(count):
        one = socket.socket()
        one.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        one.setblocking(False)
        await asyncio.get_running_loop().sock_connect(one, ("127.0.0.1", site.port))
        await asyncio.get_running_loop().sock_sendall(one, ASK_LONG * 300)
        opened.append(one)
    try:
        yield opened
    finally:
        for one in opened:
            one.close()


def greedy_site(settings: ServeSettings):
    items = {**sample_shelf().items, "/long/": LONG}
    return open_site(Shelf(items=items), settings=settings)


@BOTH
def test_150_clients_that_never_read_are_cut_off_and_another_is_served(loop_factory, caplog):
    async def gorge() -> None:
        async with greedy_site(HASTY) as site, clients_that_never_read(site, 150):
            assert (await site.ask(FEED)).status == 200
            while any(connection.writing_paused for connection in site.gate.open):
                assert (await site.ask(FEED)).status == 200

    run_on(loop_factory, gorge())
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []


@BOTH
def test_a_client_that_does_not_read_holds_little_of_ours(loop_factory):
    async def measure() -> None:
        async with greedy_site(SETTINGS) as site, clients_that_never_read(site, 5):
            while sum(connection.writing_paused for connection in site.gate.open) < 5:
                await site.ask(FEED)
            for connection in site.gate.open:
                transport = connection.transport
                assert transport is not None
                assert transport.get_write_buffer_size() <= 2 * len(LONG.body)
                held = transport.get_extra_info("socket")
                # The kernel counts double, and grants no more than its own limit.
                assert held.getsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF) <= 2 * 256 * 1024

    run_on(loop_factory, measure())


@BOTH
def test_one_client_gets_no_more_than_its_share(loop_factory):
    async def crowd() -> None:
        settings = replace(SETTINGS, connections_per_client=3, proxies=())
        async with open_site(settings=settings) as site, AsyncExitStack() as stack:
            three = [await stack.enter_async_context(client(site)) for _ in range(3)]
            assert [await status(one) for one in three] == [200] * 3
            for _ in range(20):
                async with client(site) as (reader, _writer):
                    answer = await reader.read()
                    assert answer.startswith(b"HTTP/1.1 503 ")
                    assert b"Retry-After: 10" in answer
            assert [await status(one) for one in three] == [200] * 3
            three[0][1].close()
            while len(site.gate.open) == 3:
                await asyncio.wait_for(three[0][0].read(), 20)
            async with client(site) as again:
                assert await status(again) == 200

    run_on(loop_factory, crowd())


@BOTH
def test_a_proxy_may_have_more_but_nobody_more_than_there_is(loop_factory):
    async def crowd() -> None:
        settings = replace(SETTINGS, connections=5, connections_per_client=2)
        async with open_site(settings=settings) as site, AsyncExitStack() as stack:
            five = [await stack.enter_async_context(client(site)) for _ in range(5)]
            assert [await status(one) for one in five] == [200] * 5
            async with client(site) as (reader, _):
                assert (await reader.read()).startswith(b"HTTP/1.1 503 ")

    run_on(loop_factory, crowd())


def smuggled() -> Iterator[bytes]:
    line, host = f"POST {FEED} HTTP/1.1\r\n", "Host: x\r\n"
    yield f"{line}{host}Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n".encode()
    yield f"{line}{host}Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello!".encode()
    yield f"{line}{host}Content-Length: +5\r\n\r\nhello".encode()
    yield f"{line}{host}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n".encode()
    line = f"GET {FEED} HTTP/1.1\r\n"
    yield f"{line}\r\n".encode()
    yield f"{line}{host}{host}\r\n".encode()
    yield f"{line}Host : x\r\n\r\n".encode()
    yield f"{line}{host}X: a\r\n b\r\n\r\n".encode()
    yield f"{line}{host}X: a\nY: b\r\n\r\n".encode()
    yield f"{line}{host}X: a\x00b\r\n\r\n".encode()
    yield f"GET {FEED} HTTP/9.9\r\n{host}\r\n".encode()


@pytest.mark.parametrize("request_bytes", list(smuggled()))
async def test_a_request_that_two_servers_would_read_differently_is_refused(
    site: Served, request_bytes, caplog
):
    """Also on a connection that has had an answer from the short way before."""
    for asked_before in (False, True):
        async with client(site) as streams:
            assert not asked_before or await status(streams) == 200
            streams[1].write(request_bytes + ASK)
            answers = (await streams[0].read()).split(b"HTTP/1.")[1:]
            assert [answer[2:5] for answer in answers] == [b"400"]
            assert b"aiohttp" not in answers[0]
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []


def test_an_ipv6_network_is_one_client_and_a_proxy_is_none():
    assert client_of(("2001:db8::1", 1, 0, 0)) == client_of(("2001:db8::ffff:2", 2, 0, 0))
    assert client_of(("2001:db8::1", 1, 0, 0)) != client_of(("2001:db8:0:1::1", 1, 0, 0))
    assert client_of(("192.0.2.1", 1)) == client_of(("::ffff:192.0.2.1", 1, 0, 0)) is not None
    assert client_of(("192.0.2.1", 1)) != client_of(("192.0.2.2", 1))
    assert client_of(("192.0.2.1", 1), (IPv4Network("192.0.2.0/24"),)) is None
    assert client_of(("fe80::1%eth0", 1, 0, 2)) is not None
    assert client_of("") is None
