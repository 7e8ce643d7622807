"""The public site over a real socket."""

from __future__ import annotations

import gzip
from dataclasses import replace
from datetime import timedelta

import brotli
import pytest
import zstandard
from tests.http.sample import LANGUAGES, NOW, PUBLICATION, locale_text, page_of, sample_shelf
from tests.http.served import Answer, Served, open_site, parse_answer

from swifeeds.emit.shelve import shelve
from swifeeds.model import Shelf
from swifeeds.serve.httpdate import http_date

FEED = "/de/stories/caucasus-talks/feed.rss"
PAGE = "/de/stories/caucasus-talks/"


def without_date(answer: Answer) -> list[tuple[str, str]]:
    return [(name, value) for name, value in answer.headers.items() if name != "Date"]


async def test_a_feed_comes_with_everything_a_reader_needs(site: Served):
    answer = await site.ask(FEED)
    item = sample_shelf().items[FEED]
    assert (answer.status, answer.body) == (200, item.body)
    assert answer.headers["Content-Type"] == "application/rss+xml; charset=utf-8"
    assert answer.headers["Content-Length"] == str(len(item.body))
    assert answer.headers["Content-Language"] == "de"
    assert answer.headers["ETag"] == item.etag
    assert answer.headers["Last-Modified"] == http_date(item.last_modified)
    assert answer.headers["Vary"] == "Accept-Encoding"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert answer.headers["Access-Control-Expose-Headers"] == "ETag, Link, Last-Modified"
    assert answer.headers.get_all("Link") == [", ".join(item.links)]
    assert answer.headers["Cache-Control"] == (
        "public, max-age=300, stale-while-revalidate=60, stale-if-error=86400"
    )


async def test_no_answer_names_the_software_below(site: Served):
    for path in (FEED, "/nothing", "/healthz"):
        assert (await site.ask(path)).headers["Server"] == "swifeeds"


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("OPTIONS *", 204),
        ("OPTIONS http://example.org", 204),
        ("CONNECT example.org:443", 405),
        ("GET http://example.org", 200),
        ("DELETE http://example.org", 405),
    ],
)
async def test_a_request_without_a_path_is_answered_like_any_other(site: Served, line, status):
    head = f"{line} HTTP/1.1\r\nHost: example.org\r\nConnection: close\r\n\r\n"
    answer = parse_answer(await site.raw(head.encode()))
    assert (answer.status, answer.headers["Server"]) == (status, "swifeeds")
    assert answer.headers["Allow"] == (None if status == 200 else "GET, HEAD, OPTIONS")


@pytest.mark.parametrize("path", [FEED, "/nothing", "/readyz"])
async def test_an_expectation_of_ones_own_is_refused_without_an_echo(site: Served, path):
    answer = await site.ask(path, Expect="<b>bananas</b>")
    assert (answer.status, answer.headers["Server"]) == (417, "swifeeds")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert b"bananas" not in answer.body


async def test_a_page_may_load_its_own_style_and_no_script(site: Served):
    answer = await site.ask(PAGE)
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
    assert "script-src 'self'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["Access-Control-Allow-Origin"] is None


async def test_head_says_what_get_says_without_the_body(site: Served):
    for path in (FEED, PAGE, "/nothing", "/assets/site.css", "/readyz"):
        get, head = await site.ask(path), await site.ask(path, "HEAD")
        assert head.body == b""
        assert (head.status, without_date(head)) == (get.status, without_date(get))


@pytest.mark.parametrize(
    ("coding", "unpack"),
    [
        ("gzip", gzip.decompress),
        ("br", brotli.decompress),
        ("zstd", zstandard.ZstdDecompressor().decompress),
    ],
)
async def test_each_coding_has_its_bytes_and_its_tag(site: Served, coding, unpack):
    plain = await site.ask(FEED)
    answer = await site.ask(FEED, Accept_Encoding=coding)
    assert answer.headers["Content-Encoding"] == coding
    assert unpack(answer.body) == plain.body
    assert answer.headers["ETag"] == f'{plain.headers["ETag"][:-1]}-{coding}"'
    again = await site.ask(FEED, Accept_Encoding=coding, If_None_Match=answer.headers["ETag"])
    assert (again.status, again.body) == (304, b"")


async def test_a_client_that_forbids_every_coding_is_told(site: Served):
    assert (await site.ask(FEED, Accept_Encoding="identity;q=0")).status == 406


async def test_a_304_carries_what_a_cache_must_refresh(site: Served):
    first = await site.ask(FEED)
    again = await site.ask(FEED, If_None_Match=first.headers["ETag"])
    assert (again.status, again.body) == (304, b"")
    for name in ("ETag", "Cache-Control", "Vary", "Last-Modified", "Link", "Date"):
        assert again.headers[name], name
    assert again.headers["Content-Type"] is None
    assert again.headers["Content-Encoding"] is None


async def test_a_known_date_gets_304_and_an_older_one_the_feed(site: Served):
    changed = sample_shelf().items[FEED].last_modified
    assert (await site.ask(FEED, If_Modified_Since=http_date(changed))).status == 304
    older = http_date(changed - timedelta(seconds=1))
    assert (await site.ask(FEED, If_Modified_Since=older)).status == 200


async def test_a_failed_precondition_sends_nothing(site: Served):
    answer = await site.ask(FEED, If_Match='"other"')
    assert (answer.status, answer.body) == (412, b"")


async def test_conditions_in_two_lines_count_as_one_list(site: Served):
    tag = sample_shelf().items[FEED].etag
    answer = await site.raw(
        f'GET {FEED} HTTP/1.1\r\nHost: x\r\nIf-None-Match: "a"\r\nIf-None-Match: {tag}\r\n'
        "Connection: close\r\n\r\n".encode()
    )
    assert answer.startswith(b"HTTP/1.1 304")


async def test_a_query_and_a_foreign_host_change_nothing(site: Served):
    plain = await site.ask(FEED)
    queried = await site.ask(f"{FEED}?utm_source=x&token=y")
    assert (queried.status, queried.body) == (200, plain.body)
    moved = await site.raw(
        b"GET /en/stories/old/ HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
    )
    assert b"evil.example" not in moved


async def test_a_whole_address_in_the_request_line_is_understood(site: Served):
    assert (await site.ask(f"http://evil.example{FEED}")).status == 200


async def test_pipelined_requests_are_answered_in_order(site: Served):
    paths = ["/robots.txt", FEED, "/nothing", PAGE]
    heads = [f"HEAD {path} HTTP/1.1\r\nHost: x\r\n" for path in paths]
    heads[-1] += "Connection: close\r\n"
    data = await site.raw("".join(f"{head}\r\n" for head in heads).encode())
    statuses = [part.split(b" ", 1)[0] for part in data.split(b"HTTP/1.1 ")[1:]]
    assert statuses == [b"200", b"200", b"404", b"200"]


async def test_an_old_client_is_served_and_closed(site: Served):
    data = await site.raw(f"GET {FEED} HTTP/1.0\r\n\r\n".encode())
    assert data.split(b"\r\n", 1)[0].endswith(b"200 OK")
    assert data.endswith(sample_shelf().items[FEED].body)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "TRACE"])
async def test_other_methods_are_refused_with_those_allowed(site: Served, method):
    answer = await site.ask(FEED, method)
    assert (answer.status, answer.headers["Allow"]) == (405, "GET, HEAD, OPTIONS")


async def test_options_tells_browsers_that_feeds_may_be_read(site: Served):
    answer = await site.ask(FEED, "OPTIONS", Origin="https://reader.example")
    assert (answer.status, answer.body) == (204, b"")
    assert answer.headers["Allow"] == "GET, HEAD, OPTIONS"
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "If-None-Match" in answer.headers["Access-Control-Allow-Headers"]
    closed = await site.ask(PAGE, "OPTIONS")
    assert closed.headers["Access-Control-Allow-Origin"] is None


async def test_the_start_speaks_the_readers_language(site: Served):
    answer = await site.ask("/", Accept_Language="ar-EG, en;q=0.5")
    assert answer.body == sample_shelf().items["/ar/"].body
    assert answer.headers["Content-Location"] == "/ar/"
    assert answer.headers["Vary"] == "Accept-Encoding, Accept-Language"
    assert (await site.ask("/")).headers["Content-Language"] == "en"


async def test_a_renamed_story_moves_for_good(site: Served):
    answer = await site.ask("/en/stories/old/")
    assert answer.status == 301
    assert answer.headers["Location"] == PAGE.replace("/de/", "/en/")
    assert b"/en/stories/caucasus-talks/" in answer.body
    slashless = await site.ask(PAGE.rstrip("/"))
    assert (slashless.status, slashless.headers["Location"]) == (301, PAGE)


async def test_what_was_withdrawn_is_gone_and_says_so(site: Served):
    answer = await site.ask("/en/articles/gone/")
    assert answer.status == 410
    assert locale_text("en", "This article was withdrawn by its publisher.") in answer.body
    assert b"/en/stories/caucasus-talks/" not in answer.body
    feed = await site.ask("/de/stories/ended/feed.rss")
    assert locale_text("de", "This story is no longer published here.") in feed.body
    assert b"/de/stories/caucasus-talks/" in feed.body
    assert feed.status == 410
    assert feed.headers["Content-Language"] == "de"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_nothing_found_is_said_in_ten_languages_with_near_stories(site: Served, language):
    answer = await site.ask(f"/{language}/stories/caucasus-talk/")
    assert answer.status == 404
    assert answer.headers["Content-Language"] == language
    assert f'<html lang="{language}"'.encode() in answer.body
    assert f'href="/{language}/stories/caucasus-talks/"'.encode() in answer.body


async def test_a_new_shelf_is_served_from_the_next_request_on(site: Served):
    changed = shelve(page_of("/en/new/", b"new"), None, now=NOW)
    assert changed is not None
    assert (await site.ask("/en/new/")).status == 404
    site.holder.swap(Shelf(items={"/en/new/": changed}, generation=2))
    assert (await site.ask("/en/new/")).body == b"new"
    assert (await site.ask(FEED)).status == 404


async def test_a_site_without_articles_says_so_at_its_start():
    sentence = locale_text("de", "There are no articles in this language yet.")
    async with open_site(Shelf()) as site:
        for answer in (await site.ask("/", Accept_Language="de"), await site.ask("/de/")):
            assert answer.status == 404
            assert sentence in answer.body


async def test_a_date_ahead_of_the_clock_is_not_sent():
    item = shelve(page_of("/en/", b"x"), None, now=NOW + timedelta(hours=1))
    assert item is not None
    async with open_site(Shelf(items={"/en/": item})) as site:
        answer = await site.ask("/en/")
    assert answer.status == 200
    assert answer.headers["Last-Modified"] is None
    assert answer.headers["ETag"] == item.etag


@pytest.mark.parametrize(
    ("before", "media_type"),
    [('rel="stylesheet" href="', "text/css"), ('<script src="', "text/javascript")],
)
async def test_style_and_script_may_be_kept_for_a_year_and_are_asked_for_by_digest(
    site: Served, before, media_type
):
    page = (await site.ask("/de/")).body.decode()
    address = page.partition(before)[2].partition('"')[0]
    asset = await site.ask(address)
    assert asset.status == 200
    assert "?v=" in address
    assert asset.headers["Content-Type"] == f"{media_type}; charset=utf-8"
    assert asset.headers["Cache-Control"] == "public, max-age=31536000"
    assert (await site.ask(address, If_None_Match=asset.headers["ETag"])).status == 304


async def test_robots_and_namespace_are_there(site: Served):
    robots = await site.ask("/robots.txt")
    assert robots.headers["Content-Type"].startswith("text/plain")
    assert b"Allow: /" in robots.body
    names = await site.ask("/ns/")
    assert b"legacy-import" in names.body
    assert (await site.ask("/ns/story")).headers["Location"] == "/ns/#story"


async def test_a_fault_of_ours_shows_nothing_of_itself(caplog):
    times = iter([NOW])
    async with open_site(clock=lambda: next(times)) as site:
        answer = await site.ask(FEED)
    assert answer.status == 500
    assert answer.headers["Cache-Control"] == "no-store"
    assert b"Traceback" not in answer.body
    assert b"StopIteration" not in answer.body
    assert locale_text("de", "Something went wrong") in answer.body
    assert f"answering {FEED} failed" in caplog.text


async def test_bytes_that_are_no_request_are_refused_without_a_trace(site: Served):
    for noise in (b"\x16\x03\x01\x02\x00\r\n\r\n", b"GET / HTTP/1.1\r\n\r\n", b"hello\r\n\r\n"):
        answer = await site.raw(noise)
        assert answer.startswith(b"HTTP/1.")
        assert b" 400 " in answer.split(b"\r\n", 1)[0]
        assert b"Traceback" not in answer


async def test_paths_that_climb_find_nothing(site: Served):
    for path in ("/../../etc/passwd", "/assets/../site.css", "/assets/%2e%2e/base.html", "//x/"):
        assert (await site.ask(path)).status == 404


async def test_below_a_path_readers_are_led_to_addresses_with_that_path():
    below = replace(PUBLICATION, base_url="https://example.org/news")
    async with open_site(publication=below) as site:
        slashless = await site.ask(PAGE.rstrip("/"))
        start = await site.ask("/")
    assert slashless.headers["Location"] == f"/news{PAGE}"
    assert start.headers["Content-Location"] == "/news/en/"
