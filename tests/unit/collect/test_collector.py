from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest
from aiohttp import web
from tests.unit.collect.sources import NOW, feed
from tests.unit.egress.scripted import Scripted, scripted_server, settings

from swifeeds.collect import Collector
from swifeeds.egress import Egress, Policy
from swifeeds.errors import BadStatus, Refused
from swifeeds.model import Advice, Document, Fetched, Gone, NotModified, SourceKind, Validators

ETAG, MODIFIED = 'W/"a-1"', "Tue, 30 Jun 2026 10:00:00 GMT"


@pytest.fixture
async def server() -> AsyncIterator[Scripted]:
    async with scripted_server() as server:
        yield server


@pytest.fixture
async def collector() -> AsyncIterator[Collector]:
    async with Egress(settings(), Policy.SOURCES) as egress:
        yield Collector(egress, lambda: NOW)


async def test_a_document_comes_with_what_was_said_of_it(
    server: Scripted, collector: Collector
) -> None:
    url = server.answers(
        "/feed",
        b"<rss/>",
        Content_Type='Application/RSS+xml; charset="ISO-8859-1"',
        Content_Language="de",
        ETag=ETAG,
        Last_Modified=MODIFIED,
    )
    outcome = await collector.collect(feed(url), url, None)
    assert isinstance(outcome, Fetched)
    assert outcome.validators.digest
    assert outcome == Fetched(
        document=Document(
            source_id=feed(url).id,
            url=url,
            final_url=url,
            body=b"<rss/>",
            retrieved=NOW,
            media_type="application/rss+xml",
            charset="iso-8859-1",
            language="de",
        ),
        validators=Validators(
            etag=ETAG,
            last_modified=MODIFIED,
            digest=outcome.validators.digest,
            taken=NOW,
        ),
    )


async def test_validators_go_back_verbatim_and_an_unchanged_document_is_not_sent_again(
    server: Scripted, collector: Collector
) -> None:
    async def script(request: web.Request) -> web.Response:
        asked = (request.headers.get("If-None-Match"), request.headers.get("If-Modified-Since"))
        headers = {"ETag": ETAG, "Last-Modified": MODIFIED}
        return web.Response(status=304 if asked == (ETAG, MODIFIED) else 200, headers=headers)

    server.scripts["/feed"] = script
    url = server.url("/feed")
    first = await collector.collect(feed(url), url, None)
    assert isinstance(first, Fetched)
    assert await collector.collect(feed(url), url, first.validators) == NotModified(url=url)


async def test_nothing_modified_is_no_answer_to_who_has_nothing(
    server: Scripted, collector: Collector
) -> None:
    url = server.answers("/feed", status=304)
    with pytest.raises(BadStatus, match="answers 304 Not Modified"):
        await collector.collect(feed(url), url, Validators())


async def test_a_redirected_document_keeps_the_address_that_was_asked_for(
    server: Scripted, collector: Collector
) -> None:
    target = server.answers("/new", b"x")
    url = server.redirects("/old", "/new", 301)
    outcome = await collector.collect(feed(url), url, None)
    assert isinstance(outcome, Fetched)
    assert (outcome.document.url, outcome.document.final_url) == (url, target)


async def test_gone_is_an_outcome(server: Scripted, collector: Collector) -> None:
    url = server.answers("/feed", status=410)
    assert await collector.collect(feed(url), url, None) == Gone(url=url)


@pytest.mark.parametrize("status", [201, 204, 206, 302, 400, 403, 404, 429, 500, 503, 599])
async def test_other_statuses_are_errors_that_carry_retry_after(
    server: Scripted, collector: Collector, status: int
) -> None:
    url = server.answers("/feed", status=status, Retry_After="Wed, 01 Jul 2026 13:00:00 GMT")
    with pytest.raises(BadStatus, match=f"{url}: answers {status}") as error:
        await collector.collect(feed(url), url, None)
    assert error.value.status == status
    assert error.value.retry_after == "Wed, 01 Jul 2026 13:00:00 GMT"


async def test_a_feed_is_asked_for_as_a_feed_and_its_articles_as_pages(
    server: Scripted, collector: Collector
) -> None:
    main, linked = server.answers("/feed"), server.answers("/article")
    await collector.collect(feed(main), main, None)
    await collector.collect(feed(main), linked, None)
    await collector.collect(feed(main, SourceKind.PAGE), main, None)
    accepts = [
        request.headers["Accept"].partition(",")[0]
        for request in server.asked
        if request.path != "/robots.txt"
    ]
    assert accepts == ["application/atom+xml", "text/html", "text/html"]
    assert server.asked[0].headers["Accept-Language"] == "de-CH, *;q=0.1"


async def test_what_the_policy_refuses_is_refused(server: Scripted) -> None:
    url = server.answers("/feed")
    async with Egress(settings(allow_private=False), Policy.SOURCES) as egress:
        with pytest.raises(Refused):
            await Collector(egress, lambda: NOW).collect(feed(url), url, None)


async def test_the_same_body_is_unchanged_whatever_it_is_called(
    server: Scripted, collector: Collector
) -> None:
    url = server.answers("/feed", b"<rss/>", ETag=ETAG)
    first = await collector.collect(feed(url), url, None)
    assert isinstance(first, Fetched)
    server.answers("/feed", b"<rss/>", ETag='"b-2"')
    again = await collector.collect(feed(url), url, first.validators)
    assert again == NotModified(url=url, validators=replace(first.validators, etag='"b-2"'))
    server.answers("/feed", b"<rss></rss>", ETag='"b-2"')
    assert isinstance(await collector.collect(feed(url), url, first.validators), Fetched)


async def test_the_same_body_under_the_same_validators_is_nothing_to_write_down(
    server: Scripted, collector: Collector
) -> None:
    url = server.answers("/feed", b"<rss/>", ETag=ETAG)
    first = await collector.collect(feed(url), url, None)
    assert isinstance(first, Fetched)
    assert await collector.collect(feed(url), url, first.validators) == NotModified(url=url)


async def test_the_same_bytes_in_another_charset_are_another_document(
    server: Scripted, collector: Collector
) -> None:
    url = server.answers("/feed", b"<rss/>", Content_Type="text/xml; charset=utf-8")
    first = await collector.collect(feed(url), url, None)
    assert isinstance(first, Fetched)
    server.answers("/feed", b"<rss/>", Content_Type="text/xml; charset=windows-1251")
    assert isinstance(await collector.collect(feed(url), url, first.validators), Fetched)


async def test_the_same_body_is_read_again_by_another_program_or_under_another_configuration(
    server: Scripted,
) -> None:
    url = server.answers("/feed", b"<rss/>")
    async with Egress(settings(), Policy.SOURCES) as egress:
        first = await Collector(egress, lambda: NOW, reading="1").collect(feed(url), url, None)
        assert isinstance(first, Fetched)
        known, same, other = first.validators, feed(url), feed(url, language="fr")
        by_one, by_two = (Collector(egress, lambda: NOW, reading=one) for one in "12")
        assert await by_one.collect(same, url, known) == NotModified(url=url)
        assert isinstance(await by_one.collect(other, url, known), Fetched)
        assert isinstance(await by_two.collect(same, url, known), Fetched)


async def stuck(request: web.Request) -> web.Response:
    """A server that says "not modified" to whoever shows it a validator."""
    shown = "If-None-Match" in request.headers
    return web.Response(status=304 if shown else 200, body=b"<rss/>", headers={"ETag": ETAG})


async def test_what_would_be_read_otherwise_now_is_asked_for_in_full(server: Scripted) -> None:
    server.scripts["/feed"] = stuck
    url = server.url("/feed")
    async with Egress(settings(), Policy.SOURCES) as egress:
        by_one, by_two = (Collector(egress, lambda: NOW, reading=one) for one in "12")
        first = await by_one.collect(feed(url), url, None)
        assert isinstance(first, Fetched)
        known, forgotten = first.validators, replace(first.validators, digest=None)
        assert await by_one.collect(feed(url), url, known) == NotModified(url=url)
        assert isinstance(await by_one.collect(feed(url, language="fr"), url, known), Fetched)
        assert isinstance(await by_two.collect(feed(url), url, known), Fetched)
        assert isinstance(await by_one.collect(feed(url), url, forgotten), Fetched)


async def test_nothing_modified_is_not_believed_for_longer_than_a_week(server: Scripted) -> None:
    server.scripts["/feed"] = stuck
    url, clock = server.url("/feed"), [NOW]
    async with Egress(settings(), Policy.SOURCES) as egress:
        collector = Collector(egress, lambda: clock[0])
        first = await collector.collect(feed(url), url, None)
        assert isinstance(first, Fetched)
        clock[0] = NOW + timedelta(days=6, hours=23)
        assert await collector.collect(feed(url), url, first.validators) == NotModified(url=url)
        clock[0] = NOW + timedelta(days=8)
        in_full = await collector.collect(feed(url), url, first.validators)
    taken = replace(first.validators, taken=clock[0])
    assert in_full == NotModified(url=url, validators=taken)


async def test_what_an_answer_says_of_asking_again_comes_along(
    server: Scripted, collector: Collector
) -> None:
    target = server.answers("/new", b"x", Cache_Control="public, max-age=1800", Age="600")
    url = server.redirects("/old", "/new", 308)
    outcome = await collector.collect(feed(url), url, None)
    assert isinstance(outcome, Fetched)
    assert outcome.advice == Advice(fresh_for=timedelta(minutes=20), moved_to=target)


async def test_a_move_is_for_good_only_when_every_redirect_says_so(
    server: Scripted, collector: Collector
) -> None:
    server.answers("/new", b"x")
    server.redirects("/middle", "/new", 302)
    url = server.redirects("/old", "/middle", 301)
    outcome = await collector.collect(feed(url), url, None)
    assert isinstance(outcome, Fetched)
    assert outcome.advice.moved_to is None


async def test_a_moved_document_is_asked_for_at_its_new_address_and_keeps_its_own(
    server: Scripted, collector: Collector
) -> None:
    url, target = server.url("/old"), server.answers("/new", b"x")
    outcome = await collector.collect(feed(url), url, None, at=target)
    assert isinstance(outcome, Fetched)
    assert (outcome.document.url, outcome.document.final_url) == (url, target)
    assert [request.path for request in server.asked] == ["/new"]
