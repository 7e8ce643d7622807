"""The exported tree behind the real nginx answers as our own server does."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import aiohttp
import pytest
from multidict import CIMultiDict
from tests.acceptance.journey import run_command
from tests.acceptance.nginx import Nginx, needs_brotli, needs_nginx, nginx
from tests.acceptance.running import ANY_PORT
from tests.doors import open_public
from yarl import URL

from swifeeds.config import load_config
from swifeeds.emit.shelve import encode, etag_of, shelve
from swifeeds.model import Forwarding, Redirect, Representation, ShelfItem
from swifeeds.serve import ShelfHolder
from swifeeds.serve.httpdate import http_date
from swifeeds.service import House, visit_house
from swifeeds.service.exporting import export

pytestmark = [needs_nginx, pytest.mark.timeout(180)]

TALKS = "/ja/stories/caucasus-talks/feed.atom"
FORWARDINGS = (
    Forwarding(path="/rss.xml", location="/ar/feed.rss"),
    Forwarding(path="/alt/f%C3%BCr uns.xml", location="https://blog.example.org/über uns?a=1"),
    Forwarding(path="/old-$uri;.xml", location="/ja/feed.atom"),
    Forwarding(path="/now-renamed.xml", location="/ar/stories/old/feed.rss"),
    Forwarding(path="/now-gone.xml", location="/de/stories/ended/feed.rss"),
    Forwarding(path=TALKS, location="/en/feed.rss"),
    Forwarding(path="/old/{story}.xml", location="/en/stories/{story}/feed.rss"),
)
"""What the operator states: the plain ones are exported, and what stands goes before them."""

GONE = ("/en/articles/gone/", "/de/stories/ended/feed.rss", "/stories/ended/feed.atom")
MOVED = {
    "/en/stories/old/": "/en/stories/caucasus-talks/",
    "/ar/stories/old/feed.rss": "/ar/stories/caucasus-talks/feed.rss",
    "/stories/%C3%BCber/feed.json": "/stories/caucasus-talks/feed.json",
    "/en/stories/Caucasus-Talks/": "/en/stories/caucasus-talks/",
    "/de/elsewhere/": "https://www.example.org/?a=$b&c=\\d",
}  # fmt: skip

CONNECTION = {"date", "server", "connection", "keep-alive", "content-length", "transfer-encoding"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Both:
    """Our server and nginx, over the same shelf."""

    house: House
    tree: Path
    nginx: Nginx
    ours: str
    session: aiohttp.ClientSession
    paths: tuple[str, ...]

    async def ask(self, base: str, path: str, method: str = "GET", **fields: str) -> Answer:
        headers = {"Accept-Encoding": "identity"}
        headers |= {name.replace("_", "-"): value for name, value in fields.items()}
        url = URL(f"{base}{path}", encoded=True)
        async with self.session.request(
            method, url, headers=headers, allow_redirects=False
        ) as answer:
            body = await answer.read()
            return Answer(status=answer.status, headers=_fields(answer.headers), body=body)

    async def same(self, path: str, method: str = "GET", **fields: str) -> Answer:
        """What both answer, once it is shown that they answer the same."""
        ours = await self.ask(self.ours, path, method, **fields)
        theirs = await self.ask(self.nginx.base, path, method, **fields)
        assert theirs.status == ours.status, path
        assert theirs.headers == ours.headers, path
        assert theirs.body == ours.body, path
        return theirs


def _fields(headers: CIMultiDict[str]) -> dict[str, str]:
    """Field lines joined, but those of the connection and the tag, which is each server's own."""
    names = {name.lower() for name in headers} - CONNECTION - {"etag"}
    return {name: ", ".join(headers.getall(name)) for name in sorted(names)}


@asynccontextmanager
async def both(
    copied: Path,
    tmp_path: Path,
    *,
    brotli: bool = False,
    below: str = "",
    bare: bool = False,
    hub: bool = False,
) -> AsyncIterator[Both]:
    config = load_config(
        copied / "swifeeds.toml",
        {
            **ANY_PORT,
            "SWIFEEDS__SERVE__ADMIN_LISTEN": "127.0.0.1:0",
            "SWIFEEDS__SITE__BASE_URL": f"http://127.0.0.1:8080{below}",
            "SWIFEEDS__WEBSUB__SUBSCRIBE": "true",
        },
    )
    config = replace(config, forwardings=FORWARDINGS)
    clock: list[datetime] = []
    async with visit_house(config, now=lambda: clock[0]) as house:
        await house.store.open()
        if not bare:
            await house.store.publish(hostile(), gone=redirects())
        shelf = await house.store.shelf()
        dates = [item.last_modified for item in shelf.items.values()]
        clock.append(max(dates, default=datetime(2026, 1, 2, tzinfo=UTC)) + timedelta(hours=1))
        tree = tmp_path / "tree"
        await export(house, tree)
        holder = ShelfHolder()
        holder.swap(shelf)
        async with (
            open_public(house, holder) as door,
            nginx(
                tree, tmp_path / "nginx", brotli=brotli, hub=door.port if hub else None
            ) as server,
            aiohttp.ClientSession(auto_decompress=False) as session,
        ):
            yield Both(
                house=house,
                tree=tree,
                nginx=server,
                ours=f"http://127.0.0.1:{door.port}",
                session=session,
                paths=(*shelf.items, "/robots.txt", "/ns/", "/assets/site.css", "/assets/icon.svg"),
            )


HOSTILE = (
    "/de/stories/CASE/",
    "/de/stories/case/",
    "/de/stories/caf%C3%A9%20%26%20%24x%7B%7D/feed.rss",
    "/de/stories/~%5Ea%2B%28/",
    "/de/stories/%24uri%3B%23/feed.atom",
    f"/de/stories/{'long-' * 40}/",
)
"""Slugs that nobody sane would choose, as files and in the configuration of nginx."""


def hostile() -> list[ShelfItem]:
    texts = {"/": "text/html", "s": "application/rss+xml", "m": "application/atom+xml"}
    made = (
        Representation(
            path=path,
            media_type=f"{texts[path[-1]]}; charset=utf-8",
            body=f"<p>{path}</p>".encode() * 50,
            language="de",
            links=(f'<{path}>; rel="self"', f'<https://example.org/{"$x/" * 900}>; rel="hub"'),
        )
        for path in HOSTILE
    )
    shelved = (shelve(one, None, now=datetime(2026, 1, 2, tzinfo=UTC)) for one in made)
    return [item for item in shelved if item is not None]


def redirects() -> list[Redirect]:
    gone = [Redirect(path=path) for path in GONE]
    return [*gone, *(Redirect(path=path, location=there) for path, there in MOVED.items())]


@pytest.fixture
async def servers(copied, tmp_path):
    async with both(copied, tmp_path) as opened:
        yield opened


async def test_every_published_address_is_answered_byte_for_byte_with_the_same_fields(servers):
    assert len(servers.paths) > 350
    for path in servers.paths:
        plain = await servers.same(path)
        assert plain.status == 200
        assert "last-modified" in plain.headers
        coded = await servers.same(path, Accept_Encoding="gzip")
        assert ("content-encoding" in coded.headers) == (len(plain.body) >= 256), path
        await servers.same(path, "HEAD", Accept_Encoding="gzip")


@needs_brotli
async def test_brotli_is_sent_as_published_where_nginx_has_the_module(copied, tmp_path):
    async with both(copied, tmp_path, brotli=True) as servers:
        for path in servers.paths:
            answer = await servers.same(path, Accept_Encoding="br")
            assert answer.headers.get("content-encoding") == "br" or len(answer.body) < 256, path
        assert (await servers.same(TALKS, Accept_Encoding="gzip")).status == 200


async def test_what_a_reader_has_already_is_not_sent_again(servers):
    for path in servers.paths:
        first = await servers.ask(servers.nginx.base, path)
        since = first.headers["last-modified"]
        await not_modified(servers, path, If_Modified_Since=since)
    later = http_date(servers.house.now() + timedelta(days=1))
    await not_modified(servers, TALKS, If_Modified_Since=later)
    for coding in ("identity", "gzip"):
        url = URL(f"{servers.nginx.base}{TALKS}", encoded=True)
        async with servers.session.get(url, headers={"Accept-Encoding": coding}) as whole:
            tag = whole.headers["ETag"]
        again = await servers.ask(
            servers.nginx.base, TALKS, Accept_Encoding=coding, If_None_Match=tag
        )
        assert (again.status, again.body) == (304, b"")
    long_ago = http_date(servers.house.now() - timedelta(days=9000))
    assert (await servers.same(TALKS, If_Modified_Since=long_ago)).status == 200


async def not_modified(servers: Both, path: str, **fields: str) -> None:
    answer = await servers.same(path, **fields)
    assert (answer.status, answer.body) == (304, b""), path


@pytest.mark.parametrize("method", ["GET", "HEAD"])
async def test_the_plain_addresses_of_a_feed_that_was_replaced_lead_on_from_both(servers, method):
    for path, there in (
        ("/rss.xml", "/ar/feed.rss"),
        ("/alt/f%C3%BCr%20uns.xml", "https://blog.example.org/%C3%BCber%20uns?a=1"),
        ("/old-$uri;.xml", "/ja/feed.atom"),
        ("/now-renamed.xml", MOVED["/ar/stories/old/feed.rss"]),
    ):
        moved = await servers.same(path, method)
        assert (moved.status, moved.headers["location"]) == (301, there)
    assert (await servers.same("/now-gone.xml", method)).status == 410
    assert (await servers.same(TALKS, method)).status == 200


@pytest.mark.parametrize("method", ["GET", "HEAD"])
async def test_what_moved_went_or_never_was_is_told_with_the_same_words(servers, method):
    for path, there in (*MOVED.items(), ("/ns/story", "/ns/#story")):
        moved = await servers.same(path, method, Accept_Language="de")
        assert (moved.status, moved.headers["location"]) == (301, there)
    for path in GONE:
        assert (await servers.same(path, method)).status == 410
    for path in ("/nothing", "/de/nothing/", "/zq", "/zz/", "/de/feed.rss.gz",
                 "/de/index.html", "/404.html", "/de/404.html", "/.swifeeds/manifest.json",
                 "/.swifeeds/pages/de/404.html", "/de/stories", "/de/stories/"):  # fmt: skip
        assert (await servers.same(path, method)).status == 404
    for path in ("/de", "/en/stories/caucasus-talks", "/ns"):
        slashed = await servers.same(path, method)
        assert (slashed.status, slashed.headers["location"]) == (301, f"{path}/")
    led_on = await servers.same("/en/stories/old", method)
    assert led_on.headers["location"] == "/en/stories/caucasus-talks/"


@pytest.mark.parametrize(
    "wish",
    ["", "fr", "zh-TW,zh;q=0.9,en;q=0.8", "tlh, ar;q=0.5", "DE-ch", "*", "de;q=0, ru", "pt-BR"],
)
async def test_pages_without_a_language_are_chosen_as_the_reader_wishes(servers, wish):
    asked = {"Accept_Language": wish} if wish else {}
    for path in ("/", "/stories/caucasus-talks/"):
        page = await servers.same(path, **asked)
        assert page.status == 200
        assert page.headers["content-location"].endswith(path)
        assert page.headers["vary"] == "Accept-Encoding, Accept-Language"
        await servers.same(path, Accept_Encoding="gzip", **asked)
        await not_modified(servers, path, If_Modified_Since=page.headers["last-modified"], **asked)
    assert (await servers.same("/nothing", **asked)).status == 404


async def test_other_methods_are_answered_the_same(servers):
    for path in (TALKS, "/de/", "/feeds.json", "/nothing", "/nothing/feed.rss", *GONE, *MOVED):
        assert (await servers.same(path, "OPTIONS")).status == 204
        for method in ("POST", "DELETE", "PROPFIND"):
            assert (await servers.same(path, method)).status == 405


async def test_the_hub_is_asked_through_nginx_where_it_is_passed_on(copied, tmp_path):
    async with both(copied, tmp_path, hub=True) as servers:
        for method in ("GET", "OPTIONS", "DELETE"):
            assert (await servers.same("/hub", method)).headers["allow"] == "POST, OPTIONS"
        form = {"Content_Type": "application/x-www-form-urlencoded"}
        assert b"hub.mode must be" in (await servers.same("/hub", "POST", **form)).body
        assert (await servers.same("/de/", "POST")).status == 405
        assert (await servers.same(TALKS)).status == 200
        for method in ("GET", "POST"):
            assert b"nothing here" in (await servers.same("/websub/nobody", method)).body


async def test_a_query_changes_nothing_and_no_host_is_made_of_slashes(servers):
    assert (await servers.same(f"{TALKS}?utm=1")).status == 200
    assert (await servers.same("/de?x=//evil.example")).headers["location"] == "/de/"
    for path in ("//de", "///evil.example/%2e%2e/de", "/de%0d%0aSet-Cookie:a"):
        answer = await servers.ask(servers.nginx.base, path)
        assert answer.status == 404
        assert "location" not in answer.headers
        assert "set-cookie" not in answer.headers


async def test_a_site_without_an_article_is_served_too(copied, tmp_path):
    for file in copied.glob("demo.db*"):
        file.unlink()
    await asyncio.to_thread(run_command, "db", "migrate", "--config", copied / "swifeeds.toml")
    async with both(copied, tmp_path, bare=True) as servers:
        for path in ("/", "/ja/", "/ja/stories/", "/feed.rss", "/stories/"):
            assert (await servers.same(path, Accept_Language="ar")).status == 404
        for path in ("/robots.txt", "/ns/", "/assets/site.css"):
            assert (await servers.same(path)).status == 200
        assert (await servers.same("/feed.rss", "OPTIONS")).status == 204


async def test_a_site_below_a_path_is_served_there(copied, tmp_path):
    async with both(copied, tmp_path, below="/news") as servers:
        for path in (TALKS, "/de/", "/", "/de", "/en/stories/old/", "/nothing", *GONE, *HOSTILE):
            ours = await servers.ask(servers.ours, path)
            theirs = await servers.ask(servers.nginx.base, f"/news{path}")
            assert theirs == ours, path
            assert ours.headers.get("location", "/news").startswith("/news")


async def test_a_changed_article_reaches_nginx_with_its_files_alone(servers):
    house, (old,) = servers.house, await servers.house.store.shelf_items([TALKS])
    before = snapshot(servers.tree)
    again = await export(house, servers.tree)
    assert (again.written, again.removed, again.server) == (0, 0, False)
    assert snapshot(servers.tree) == before
    await house.store.publish([corrected(old)])
    done = await export(house, servers.tree)
    assert (done.written, done.server) == (4, False)
    name = TALKS[1:]
    changed = {file for file, seen in snapshot(servers.tree).items() if seen != before[file]}
    assert changed - {".swifeeds/manifest.json"} == {
        f"{name}{suffix}" for suffix in ("", ".gz", ".br", ".zst")
    }
    await servers.nginx.reload()
    sent = await servers.ask(servers.nginx.base, TALKS)
    assert sent.body == corrected(old).body
    assert sent.headers["last-modified"] == http_date(corrected(old).last_modified)


def corrected(item: ShelfItem) -> ShelfItem:
    body = item.body.replace(b"</feed>", b"<!-- corrected --></feed>")
    new = Representation(path=item.path, media_type=item.media_type, body=body)
    return replace(
        item,
        etag=etag_of(body),
        encodings=encode(new),
        last_modified=item.last_modified + timedelta(seconds=1),
        generation=item.generation + 1,
    )


def snapshot(tree: Path) -> dict[str, tuple[int, int]]:
    return {
        str(file.relative_to(tree)): (file.stat().st_mtime_ns, file.stat().st_ino)
        for file in tree.rglob("*")
        if file.is_file()
    }
