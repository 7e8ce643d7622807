"""Check lists 2 and 3 over the whole path: fetched over HTTP, unpacked, handed over, read, stored.

The real command in a process of its own: the most memory that it or any of its children ever had,
beside the same command with a harmless document.
"""

from __future__ import annotations

import asyncio
import gzip
import sys
import zlib
from collections.abc import AsyncIterator
from pathlib import Path
from random import Random

import pytest
from aiohttp import web
from tests.acceptance.importing import configure
from tests.unit.egress.scripted import Scripted, scripted_server

MIB = 1024 * 1024
MOST = 64
"""MiB."""

SCALES = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=sys.stderr)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
"""A process counts the memory of the one that it was forked from, so that one must be small."""

PROGRAM = Path(sys.executable).parent / "swifeeds"

ITEM = "<item><title>A harbour {}</title><link>https://news.example/{}</link></item>"
FEED = "<rss version='2.0'><channel><title>News</title>@</channel></rss>"
HARMLESS = FEED.replace("@", ITEM.format(1, 1)).encode()


def long_feed(size: int) -> bytes:
    letters = Random(1).randbytes(size // 2).hex()
    text = f"<description>{letters}</description></item>"
    return FEED.replace("@", ITEM.format(1, 1).replace("</item>", text)).encode()


def addresses(size: int) -> bytes:
    entry = "<url><loc>https://news.example/2020/{}</loc><lastmod>2020-01-01</lastmod></url>"
    letters = Random(1).randbytes(150)
    names = (f"an-article-{n}-{letters[n % 100 :].hex()}" for n in range(size // 300))
    some = "".join(entry.format(name) for name in names)
    return f"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{some}</urlset>".encode()


BOMBS = {
    "nothing but zeros, packed": ("feed", zlib.compress(bytes(600 * MIB), 9), "deflate"),
    "as long as is taken, packed": ("feed", gzip.compress(long_feed(19 * MIB), 1), "gzip"),
    "packed twice": ("feed", gzip.compress(gzip.compress(bytes(300 * MIB), 9)), "gzip, gzip"),
    "a stored file of gzip": ("feed", gzip.compress(bytes(100 * MIB), 9), None),
    "as long as is taken of a feed": ("feed", long_feed(5 * MIB), None),
    "as long as is taken, not packed": ("feed", long_feed(9 * MIB), None),
    "a sitemap as long as is taken": ("sitemap", gzip.compress(addresses(18 * MIB), 6), "gzip"),
}


async def served(body: bytes, coding: str | None, request: web.Request) -> web.Response:
    headers = {"Content-Type": "application/xml"} | ({"Content-Encoding": coding} if coding else {})
    return web.Response(body=body, headers=headers)


@pytest.fixture
async def server() -> AsyncIterator[Scripted]:
    async with scripted_server() as server:
        yield server


async def weigh(
    server: Scripted, folder: Path, kind: str, body: bytes, coding: str | None
) -> tuple[int, str]:
    """The most MiB that a process of `swifeeds collect` had on this document, and what it said."""
    folder.mkdir()  # noqa: ASYNC240 - one folder on a local disk
    url = server.url("/document")
    more = f'[[sources]]\nid = "bomb"\nkind = "{kind}"\nurl = "{url}"\nlanguage = "en"\n'
    more += '[collect]\nallow_private = ["127.0.0.0/8"]\n'
    file = configure(folder, more=more)
    server.scripts["/document"] = lambda request: served(body, coding, request)
    command = (sys.executable, "-c", SCALES, PROGRAM, "collect", "-s", "bomb", "-c", file)
    pipe = asyncio.subprocess.PIPE
    weighed = await asyncio.create_subprocess_exec(*map(str, command), stdout=pipe, stderr=pipe)
    told, said = await weighed.communicate()
    return int(told) * 1024 // MIB, said.decode()


@pytest.mark.parametrize("bomb", BOMBS)
async def test_no_process_of_a_poll_grows_by_more_than_it_may(server, tmp_path, bomb):
    kind, body, coding = BOMBS[bomb]
    harmless = addresses(1000) if kind == "sitemap" else HARMLESS
    before, _ = await weigh(server, tmp_path / "harmless", kind, harmless, None)
    after, _ = await weigh(server, tmp_path / "bomb", kind, body, coding)
    assert after - before <= MOST
