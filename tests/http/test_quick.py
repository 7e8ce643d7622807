"""The short way says what the long way says, for every request, and is taken where it may be."""

from __future__ import annotations

import asyncio
import tracemalloc
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.http.loops import BOTH, run_on
from tests.http.sample import NOW, PRESSED, page_of, sample_shelf
from tests.http.served import Answer, Served, Way, open_site, parse_answer

from swifeeds.emit.shelve import shelve
from swifeeds.model import Shelf
from swifeeds.serve.httpdate import http_date
from swifeeds.serve.negotiation import choose_encoding

FEED = "/de/stories/caucasus-talks/feed.rss"
ITEM = sample_shelf().items[FEED]
TAG = ITEM.etag
PRESSED_TAG = sample_shelf().items[PRESSED].etag
DATE = http_date(ITEM.last_modified)
LAST = b"GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"

PATHS = (
    FEED, f"{FEED}?utm=1", "/de/stories/caucasus-talks/", "/de/stories/caucasus-talks",
    "/feeds.json", "/", "/stories/caucasus-talks/", "/robots.txt", "/assets/site.css",
    "/assets/site.css?v=1", "/ns/story",
    "/en/stories/old/", "/en/articles/gone/", "/nothing", "//x", f"http://evil.example{FEED}",
)  # fmt: skip
TAGS = (
    TAG, f'{TAG[:-1]}-gzip"', f'{TAG[:-1]}-br"', f'{TAG[:-1]}-br11"', f'{TAG[:-1]}-zstd"',
    f'{PRESSED_TAG[:-1]}-br"', f'{PRESSED_TAG[:-1]}-br11"',
)  # fmt: skip
FIELDS = {
    "Accept-Encoding": (
        "gzip", "gzip, deflate, br", "gzip, deflate, br, zstd", "identity", "*", "identity;q=0",
        "gzip;q=0.1, br;q=0", "GZIP", "", "zstd;q=1, *;q=0", "x", "gzip;q=2",
    ),
    "If-None-Match": (
        *TAGS, f"W/{TAG}", "*", '"other"', f'"other", {TAG}', f'"a,b", W/{TAG}', "abc", '"',
        TAG[1:-1],
    ),
    "If-Modified-Since": (
        DATE, http_date(ITEM.last_modified - timedelta(days=1)), http_date(NOW + timedelta(days=1)),
        "yesterday", "Sunday, 06-Nov-94 08:49:37 GMT", DATE.lower(),
    ),
    "If-Match": (TAG, "*", '"other"'),
    "If-Unmodified-Since": (DATE, "Sunday, 06-Nov-94 08:49:37 GMT"),
    "Accept-Language": ("de", "ar, en;q=0.5"),
    "Range": ("bytes=0-10",),
    "If-Range": (TAG,),
    "A-IM": ("feed", "feed, gzip"),
    "Origin": ("https://reader.example",),
    "Connection": ("close", "keep-alive"),
    "Content-Length": ("0",),
}  # fmt: skip

field = st.sampled_from(sorted(FIELDS)).flatmap(
    lambda name: st.tuples(st.just(name), st.sampled_from(FIELDS[name]))
)
requests = st.builds(
    lambda method, path, version, fields: (method, path, version, tuple(fields)),
    st.sampled_from(("GET", "GET", "GET", "HEAD", "OPTIONS", "DELETE")),
    st.sampled_from((FEED, PRESSED, *PATHS)),
    st.sampled_from(("1.1", "1.1", "1.1", "1.0")),
    st.lists(field, max_size=4, unique_by=lambda one: "" if one[0] == "Connection" else one),
)


WISHES = st.text(alphabet="gzipbr*;q=0.1, ", max_size=20)


def written(method: str, path: str, version: str, fields: tuple[tuple[str, str], ...]) -> bytes:
    lines = [f"{method} {path} HTTP/{version}", "Host: x", *(f"{n}: {v}" for n, v in fields)]
    return "\r\n".join([*lines, "", ""]).encode()


def closing(request: bytes) -> bool:
    if b"HTTP/1.0\r\n" in request:
        return b"Connection: keep-alive" not in request
    return b"Connection: close" in request


def followed(request: bytes) -> bytes:
    """With another request after it, so that the server closes in the end."""
    return request if closing(request) else request + LAST


async def first_answer(site: Served, request: bytes) -> Answer:
    """What comes for `request` on a connection that goes on with another one after it."""
    answer = parse_answer(await site.raw(followed(request)))
    ends = answer.status in {204, 304, 412} or request.startswith(b"HEAD")
    length = 0 if ends else int(answer.headers["Content-Length"])
    rest = answer.body[length:]
    assert closing(request) or answer.status == 400 or rest.startswith(b"HTTP/1.1 200 OK"), (
        request,
        rest,
    )
    return replace(answer, body=answer.body[:length])


def meaning(answer: Answer) -> tuple[object, ...]:
    """Status, body, and the fields in any order. Date is the moment's; it must be there once."""
    assert len(answer.headers.get_all("Date")) == 1
    fields = sorted((name.lower(), value) for name, value in answer.headers.items())
    return answer.status, answer.body, [one for one in fields if one[0] != "date"]


@settings(max_examples=40, deadline=None)
@given(st.lists(requests, min_size=1, max_size=30))
def test_both_ways_give_the_same_answer_to_any_request(some):
    async def compare() -> None:
        async with open_site() as site, open_site(way=Way.LONG) as oracle:
            for request in map(written, *zip(*some, strict=True)):
                quick, slow = await first_answer(site, request), await first_answer(oracle, request)
                assert meaning(quick) == meaning(slow), request

    run_on(None, compare())


PLAIN = [
    (),
    (("Accept-Encoding", "gzip, deflate, br"),),
    (("Accept-Encoding", "identity"),),
    (("If-None-Match", TAG),),
    (("If-None-Match", '"something-older"'),),
    (("Accept-Encoding", "gzip"), ("If-None-Match", f'{TAG[:-1]}-gzip"')),
    (("Accept-Encoding", "br"), ("If-None-Match", f'{TAG[:-1]}-br11"')),
    (("If-Modified-Since", DATE),),
    (("If-None-Match", TAG), ("If-Modified-Since", "Sunday, 06-Nov-94 08:49:37 GMT")),
    (("Range", "bytes=0-1"),),
    (("User-Agent", "reader"), ("Accept", "*/*"), ("Cookie", "a=b")),
]


@BOTH
@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize("fields", PLAIN)
def test_plain_requests_take_the_short_way(loop_factory, method, fields):
    async def ask() -> None:
        request = written(method, FEED, "1.1", fields)
        async with open_site(way=Way.SHORT) as short, open_site(way=Way.LONG) as oracle:
            quick, slow = (
                parse_answer(await short.raw(followed(request))),
                await first_answer(oracle, request),
            )
            assert (quick.status, sorted(quick.headers.keys())) == (
                slow.status, sorted(slow.headers.keys()),
            )  # fmt: skip

    run_on(loop_factory, ask())


@pytest.mark.parametrize(
    "request_line",
    [
        written("GET", f"{FEED}?a=b", "1.1", ()),
        written("GET", FEED, "1.0", ()),
        written("GET", FEED, "1.1", (("Connection", "close"),)),
        written("POST", FEED, "1.1", (("Content-Length", "0"),)),
        written("GET", FEED, "1.1", (("Content-Length", "2"),)) + b"ab",
        written("GET", FEED, "1.1", (("A-IM", "feed"),)),
        written("GET", FEED, "1.1", (("If-Match", TAG),)),
        written("GET", FEED, "1.1", (("If-Unmodified-Since", DATE),)),
        written("GET", FEED, "1.1", (("If-None-Match", f"W/{TAG}"),)),
        written("GET", FEED, "1.1", (("If-None-Match", "*"),)),
        written("GET", FEED, "1.1", (("If-None-Match", '"a"'), ("If-None-Match", TAG))),
        written("GET", FEED, "1.1", (("If-None-Match", f'"a", {TAG}'),)),
        written("GET", FEED, "1.1", (("If-Modified-Since", "yesterday"),)),
        written("GET", FEED, "1.1", (("Accept-Encoding", "gzip"), ("Accept-Encoding", "br"))),
        written("GET", FEED, "1.1", (("Accept-Encoding", "identity;q=0"),)),
        written("GET", "/", "1.1", ()),
        written("GET", "/en/stories/old/", "1.1", ()),
    ],
)
async def test_whatever_is_not_plain_is_left_to_the_application(request_line):
    async with open_site(way=Way.SHORT) as site:
        assert parse_answer(await site.raw(followed(request_line))).status == 404


@BOTH
def test_requests_in_a_row_on_one_connection_keep_their_order_and_their_bodies(loop_factory):
    async def ask() -> None:
        async with open_site() as site:
            row = [
                written("HEAD", FEED, "1.1", ()),
                written("GET", FEED, "1.1", (("If-None-Match", TAG),)),
                written("GET", FEED, "1.1", (("Content-Length", "4"),)) + b"body",
                written("GET", f"{FEED}?a", "1.1", (("If-None-Match", TAG),)),
                written("HEAD", "/nothing", "1.1", ()),
                *[written("GET", FEED, "1.1", (("If-None-Match", TAG),))] * 40,
            ]
            data = await site.raw(b"".join(row) + LAST)
            statuses = [part[:3] for part in data.split(b"HTTP/1.1 ")[1:]]
            assert statuses == [b"200", b"304", b"200", b"304", b"404", *[b"304"] * 40, b"200"]

    run_on(loop_factory, ask())


async def test_a_new_shelf_changes_the_ready_answers_that_it_changes_and_no_others():
    changed = shelve(page_of(FEED, b"new" * 100), ITEM, now=NOW)
    async with open_site(way=Way.SHORT) as site:
        request = written("GET", FEED, "1.1", ())
        assert parse_answer(await site.raw(followed(request))).headers["ETag"] == TAG
        other = written("GET", "/feeds.json", "1.1", ())
        before = parse_answer(await site.raw(followed(other)))
        items = {**sample_shelf().items, FEED: changed}
        site.holder.swap(Shelf(items=items, generation=2))
        answer = parse_answer(await site.raw(followed(request)))
        assert answer.headers["ETag"] == changed.etag
        assert answer.body.startswith(b"new")
        after = parse_answer(await site.raw(followed(other)))
        assert after.headers.items() == before.headers.items()
        site.holder.swap(Shelf(generation=3))
        assert parse_answer(await site.raw(followed(request))).status == 404


async def test_the_date_of_a_ready_answer_is_the_clocks_second_and_never_goes_stale():
    moments = iter([NOW, NOW.replace(microsecond=999_999), *[NOW + timedelta(seconds=5)] * 9])
    async with open_site(way=Way.SHORT, clock=lambda: next(moments)) as site:
        request = written("HEAD", FEED, "1.1", ())
        first = parse_answer(await site.raw(followed(request))).headers["Date"]
        assert first == http_date(NOW)
        async with asyncio.timeout(20):
            while (
                later := parse_answer(await site.raw(followed(request))).headers["Date"]
            ) == first:
                pass
        assert later == http_date(NOW + timedelta(seconds=5))


async def test_ready_answers_are_thrown_away_when_the_clock_was_set_back():
    """Last-Modified must not lie in the future (RFC 9110 8.8.2.1): the long way leaves it out."""
    moments = iter([NOW, NOW.replace(microsecond=999_999), *[NOW - timedelta(days=1)] * 9])
    async with open_site(way=Way.SHORT, clock=lambda: next(moments)) as site:
        request = written("HEAD", FEED, "1.1", ())
        assert parse_answer(await site.raw(followed(request))).status == 200
        async with asyncio.timeout(20):
            while parse_answer(await site.raw(followed(request))).status == 200:
                pass


async def test_wishes_of_any_length_are_answered_and_only_short_ones_kept():
    async def ask(wish: str) -> Answer:
        request = written("HEAD", FEED, "1.1", (("Accept-Encoding", wish),))
        return await first_answer(site, request)

    async with open_site() as site:
        assert (await ask("gzip")).headers["Content-Encoding"] == "gzip"
        tracemalloc.start()
        for number in range(50):
            answer = await ask(f"gzip, {number:08000}")
            assert answer.headers["Content-Encoding"] == "gzip"
        grown, _ = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert grown < 50 * 8000 / 2


@given(
    st.lists(
        st.text(alphabet="gzipbr*;q=0.1, ", max_size=20), min_size=70, max_size=100, unique=True
    )
)
@settings(max_examples=3, deadline=None)
def test_ever_new_wishes_for_a_coding_do_not_fill_the_memory(wishes):
    async def ask() -> None:
        async with open_site() as site:
            for wish in wishes:
                request = written("HEAD", FEED, "1.1", (("Accept-Encoding", wish),))
                answer = await first_answer(site, request)
                sizes = {coding: len(body) for coding, body in ITEM.encodings.items()}
                chosen = choose_encoding(wish.strip(" "), sizes)
                assert answer.headers["Content-Encoding"] == (
                    None if chosen in {None, "identity"} else chosen
                )

    run_on(None, ask())


async def test_who_holds_brotli_bytes_from_before_they_were_pressed_is_sent_nothing_new(site):
    fields = {"Accept_Encoding": "br"}
    whole = await site.ask(PRESSED, **fields)
    before = f'{PRESSED_TAG[:-1]}-br"'
    again = await site.ask(PRESSED, If_None_Match=before, **fields)
    assert whole.headers["ETag"] == f'{PRESSED_TAG[:-1]}-br11"'
    assert (again.status, again.headers["ETag"]) == (304, before)
