"""Subscriptions of ours: asked for, granted, and what they bring is kept until it is read."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.contract.making import MINUTE, NOW, make_source

from swifeeds.model import Push, Pushed, SourceId, Validators

WIRE, OTHER = SourceId("wire"), SourceId("other")
PUSH = Push(
    source_id=WIRE,
    hub="https://hub.example/",
    topic="https://news.example/feed",
    token="t-1",
    secret=b"secret",
    next_at=NOW,
)


@pytest.fixture
async def kept(store):
    await store.register([make_source("wire"), make_source("other")], (), NOW)
    await store.begin_push(PUSH)
    return store


def body(text: bytes = b"<rss/>", source_id: SourceId = WIRE) -> Pushed:
    return Pushed(
        source_id=source_id, received=NOW, body=text, media_type="text/xml", charset="utf-8"
    )


async def only(store) -> Push:
    return (await store.pushes())[WIRE]


async def test_what_was_begun_is_due_and_is_known_by_its_token(kept):
    assert await kept.pushes() == {WIRE: PUSH}
    assert await kept.due_pushes(NOW, limit=9) == (PUSH,)
    assert await kept.due_pushes(NOW - MINUTE, limit=9) == ()
    assert await kept.push_at("t-1") == PUSH
    assert await kept.push_at("t-2") is None


async def test_of_two_who_would_ask_a_hub_one_does(kept, other):
    later = NOW + MINUTE
    assert await kept.ask_push(PUSH, NOW, later)
    assert not await other.ask_push(PUSH, NOW, later)
    assert await only(kept) == replace(PUSH, asked_at=NOW, next_at=later, failures=1)


async def test_a_grant_begins_a_lease_and_forgets_the_failures(kept):
    await kept.ask_push(PUSH, NOW, NOW + MINUTE)
    await kept.grant_push("t-1", until=NOW + 10 * MINUTE, next_at=NOW + 5 * MINUTE)
    found = await only(kept)
    assert (found.failures, found.next_at) == (0, NOW + 5 * MINUTE)
    assert (found.is_active(NOW), found.is_active(NOW + 10 * MINUTE)) == (True, False)


async def test_a_refusal_ends_it_and_no_question_is_answered_any_more(kept):
    await kept.ask_push(PUSH, NOW, NOW + MINUTE)
    await kept.grant_push("t-1", until=NOW + 10 * MINUTE, next_at=NOW)
    await kept.refuse_push("t-1", next_at=NOW + MINUTE)
    found = await only(kept)
    assert (found.until, found.asked_at, found.next_at) == (None, None, NOW + MINUTE)


async def test_bodies_are_read_in_their_order_one_of_each_source_at_a_time(kept):
    await kept.begin_push(replace(PUSH, source_id=OTHER, token="t-2"))
    for one in (body(b"1"), body(b"2"), body(b"3", OTHER)):
        assert await kept.keep_pushed(one, most=9)
    first, second = await kept.take_pushed(limit=9)
    assert (first.body, second.body) == (b"1", b"3")
    assert first == replace(body(b"1"), number=first.number)
    await kept.drop_pushed(first)
    assert [one.body for one in await kept.take_pushed(limit=9)] == [b"2", b"3"]


async def test_no_more_waits_than_there_is_room_for(kept):
    assert await kept.keep_pushed(body(), most=1)
    assert not await kept.keep_pushed(body(), most=1)
    assert not await kept.keep_pushed(body(source_id=OTHER), most=9)


async def test_what_ends_takes_what_it_brought_with_it(kept):
    await kept.keep_pushed(body(), most=9)
    await kept.begin_push(replace(PUSH, token="t-9"))
    assert await kept.take_pushed(limit=9) == ()
    assert await kept.push_at("t-1") is None
    await kept.keep_pushed(body(), most=9)
    await kept.end_push(WIRE)
    assert (await kept.pushes(), await kept.take_pushed(limit=9)) == ({}, ())


async def test_the_first_miss_stays_until_something_comes(kept):
    await kept.note_missed(WIRE, NOW)
    await kept.note_missed(WIRE, NOW + MINUTE)
    assert (await only(kept)).missed_since == NOW
    await kept.note_pushed(WIRE, NOW + 2 * MINUTE)
    found = await only(kept)
    assert (found.missed_since, found.pushed_at) == (None, NOW + 2 * MINUTE)


async def test_a_secret_is_shown_to_nobody(kept):
    assert "secret=" not in repr(await only(kept))


async def test_a_claim_that_is_given_addresses_brings_what_is_known_of_them(kept):
    given = {WIRE: "https://wire.example/feed", OTHER: "https://other.example/feed"}
    (lease,) = await kept.claim(owner="a", now=NOW, until=NOW + MINUTE, limit=9, only=[OTHER])
    await kept.keep(lease, [], {given[OTHER]: Validators(etag='"1"')})
    await kept.release(lease)
    leases = await kept.claim(owner="a", now=NOW, until=NOW + MINUTE, limit=9, addresses=given)
    assert {one.source_id for one in leases} == {WIRE, OTHER}
    for one in leases:
        assert one.known == {given[OTHER]: Validators(etag='"1"')}
        assert one.pushes == {WIRE: PUSH}


async def test_a_claim_that_is_given_no_addresses_says_nothing_of_subscriptions(kept):
    leases = await kept.claim(owner="a", now=NOW, until=NOW + MINUTE, limit=9)
    assert [one.pushes for one in leases] == [None, None]
