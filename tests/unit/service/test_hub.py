"""The built-in hub against real subscribers: every case of the WebSub test list (hub 100 to 106),
and what else happens in the world."""

from __future__ import annotations

import hashlib
import hmac
from datetime import UTC, datetime, timedelta

import pytest
from tests.unit.service.newsstand import (
    BASE,
    OWN,
    PATH,
    TOPIC,
    Clock,
    closed_port,
    open_stand,
    subscriber,
)
from tests.unit.service.test_house import bring

from swifeeds.deliver import own_hub
from swifeeds.emit.links import hub_field
from swifeeds.model import ErrandKind, Redirect
from swifeeds.service.owners import new_owner
from swifeeds.service.work import settle

DAY = 86400


@pytest.fixture
def reader(server):
    return subscriber(server)


async def test_a_typical_request_is_noted_verified_and_delivered(stand, reader):
    reply = await stand.request(reader.callback)
    assert reply.status == 202
    assert stand.woken
    assert (await stand.count(), reader.questions) == (0, [])
    assert await stand.send() == 1
    (question,) = reader.questions
    assert len(question.pop("hub.challenge")) >= 32
    assert question == {
        "hub.mode": "subscribe", "hub.topic": TOPIC, "hub.lease_seconds": str(10 * DAY),
    }  # fmt: skip
    assert reader.deliveries == []
    await stand.publish(b"second")
    await stand.send()
    (delivery,) = reader.deliveries
    assert delivery.body == b"second"
    assert delivery.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert delivery.headers["Link"] == f'<{own_hub(BASE)}>; rel="hub", <{TOPIC}>; rel="self"'
    assert "X-Hub-Signature" not in delivery.headers
    assert await stand.count("outbox") == 0


async def test_with_a_secret_every_delivery_is_signed_over_its_very_bytes(stand, reader):
    await stand.subscribe(reader.callback, secret="s3crét")
    await stand.publish("zweite Ausgabe, größer".encode())
    await stand.send()
    (delivery,) = reader.deliveries
    expected = hmac.new("s3crét".encode(), delivery.body, hashlib.sha256).hexdigest()
    assert delivery.headers["X-Hub-Signature"] == f"sha256={expected}"


async def test_extra_parameters_change_nothing(stand, reader):
    reply = await stand.ask(
        {"hub.mode": "subscribe", "hub.topic": TOPIC, "hub.callback": reader.callback,
         "hub.verify": "async", "foo": "bar", "hub.unheard": "of"},
    )  # fmt: skip
    assert reply.status == 202
    await stand.send()
    await stand.publish(b"second")
    await stand.send()
    assert reader.bodies == [b"second"]


async def test_subscribing_again_renews_and_does_not_double(stand, reader):
    await stand.subscribe(reader.callback, lease_seconds="7200")
    stand.clock.pass_(hours=1, minutes=30)
    await stand.subscribe(reader.callback, lease_seconds="7200", secret="new")
    stand.clock.pass_(hours=1)
    await stand.publish(b"second")
    await stand.send()
    assert reader.bodies == [b"second"]
    assert "X-Hub-Signature" in reader.deliveries[0].headers
    assert await stand.count() == 1


async def test_unsubscribing_is_verified_and_then_nothing_comes(stand, reader):
    await stand.subscribe(reader.callback)
    reply = await stand.request(reader.callback, "unsubscribe")
    assert reply.status == 202
    await stand.send()
    question = reader.questions[-1]
    assert (question["hub.mode"], question["hub.topic"]) == ("unsubscribe", TOPIC)
    assert "hub.lease_seconds" not in question
    await stand.publish(b"second")
    assert await stand.send() == 0
    assert (await stand.count(), reader.deliveries) == (0, [])


async def test_nobody_is_unsubscribed_against_his_will(stand, reader):
    await stand.subscribe(reader.callback)
    reader.said = b"no"
    assert (await stand.request(reader.callback, "unsubscribe")).status == 202
    await stand.send()
    await stand.publish(b"second")
    await stand.send()
    assert reader.bodies == [b"second"]


@pytest.mark.parametrize(
    ("suffix", "media_type"),
    [
        ("json", "application/feed+json; charset=utf-8"),
        ("rss", "application/rss+xml; charset=utf-8"),
    ],
)
async def test_every_format_is_a_topic_of_its_own_with_its_content_type(
    stand, reader, suffix, media_type
):
    path = f"/en/feed.{suffix}"
    await stand.publish(b"{}", path, media_type=media_type, language="en")
    await stand.subscribe(reader.callback, topic=BASE + path)
    await stand.publish(b"other topic")
    await stand.publish(b'{"items":[]}', path, media_type=media_type, language="en")
    await stand.send()
    (delivery,) = reader.deliveries
    assert delivery.body == b'{"items":[]}'
    assert delivery.headers["Content-Type"] == media_type
    assert delivery.headers["Content-Language"] == "en"
    assert f'<{BASE}{path}>; rel="self"' in delivery.headers["Link"]


async def test_a_callback_keeps_its_own_query(stand, server):
    reader = subscriber(server)
    await stand.subscribe(f"{reader.callback}?feed=7&x=%26")
    assert {"feed": "7", "x": "&"}.items() <= reader.questions[0].items()
    await stand.publish(b"second")
    await stand.send()
    assert server.asked[-1].query_string == "feed=7&x=%26"


@pytest.mark.parametrize(
    "verdict",
    [
        {"said": b"something else"},
        {"said": b""},
        {"said": b"x" * 100_000},
        {"verdict": 404},
        {"verdict": 500},
        {"verdict": 302, "headers": {"Location": "/elsewhere"}},
    ],
    ids=["other", "nothing", "much", "404", "500", "302"],
)
async def test_whoever_does_not_say_the_challenge_back_is_not_subscribed(
    stand, server, reader, verdict
):
    server.answers("/elsewhere")
    for name, value in verdict.items():
        setattr(reader, name, value)
    await stand.subscribe(reader.callback)
    await stand.publish(b"second")
    stand.clock.pass_(days=1)
    assert await stand.count() == 0
    assert {request.path for request in server.asked} == {"/push"}
    assert reader.deliveries == []


async def test_a_challenge_is_never_the_same(stand, reader):
    await stand.subscribe(reader.callback)
    await stand.subscribe(reader.callback)
    assert len({question["hub.challenge"] for question in reader.questions}) == 2


async def test_a_subscriber_that_cannot_be_reached_is_asked_three_times(stand):
    await stand.subscribe(f"http://127.0.0.1:{closed_port()}/push")
    asked = 1
    for _ in range(5):
        stand.clock.pass_(hours=1)
        asked += await stand.send()
    assert asked == 3
    assert await stand.count() == await stand.count("outbox") == 0


async def test_a_slow_subscriber_gets_the_newest_bytes_and_not_each_version(stand, reader):
    await stand.subscribe(reader.callback)
    for body in (b"second", b"third", b"fourth"):
        await stand.publish(body)
    assert await stand.send() == 1
    assert reader.bodies == [b"fourth"]


@pytest.mark.parametrize("status", [301, 400, 404, 429, 500, 503])
async def test_a_failed_delivery_is_tried_again_later_with_what_is_newest_then(
    stand, server, reader, status
):
    await stand.subscribe(reader.callback)
    reader.status, reader.headers = status, {"Location": server.answers("/elsewhere")}
    await stand.publish(b"second")
    await stand.send()
    stand.clock.pass_(seconds=9)
    assert await stand.send() == 0
    await stand.publish(b"third")
    stand.clock.pass_(seconds=1)
    reader.status = 200
    assert await stand.send() == 1
    assert reader.bodies == [b"second", b"third"]
    assert "/elsewhere" not in {request.path for request in server.asked}
    assert await stand.count("outbox") == 0


async def test_410_ends_the_subscription(stand, reader):
    await stand.subscribe(reader.callback)
    reader.status = 410
    await stand.publish(b"second")
    await stand.send()
    assert await stand.count() == await stand.count("outbox") == 0


async def test_a_delivery_is_given_up_after_a_day_and_the_subscription_stays(stand, reader, caplog):
    await stand.subscribe(reader.callback)
    reader.status = 500
    await stand.publish(b"second")
    for _ in range(26):
        await stand.send()
        stand.clock.pass_(hours=1)
    assert any("delivery given up" in message for message in caplog.messages)
    assert await stand.count("outbox") == 0
    reader.status = 200
    await stand.publish(b"third")
    await stand.send()
    assert reader.bodies[-1] == b"third"
    assert await stand.count() == 1


async def test_a_lease_ends(stand, reader):
    await stand.subscribe(reader.callback, lease_seconds=str(2 * DAY))
    assert reader.questions[0]["hub.lease_seconds"] == str(2 * DAY)
    stand.clock.pass_(days=2, seconds=-1)
    await stand.publish(b"second")
    await stand.send()
    assert reader.bodies == [b"second"]
    stand.clock.pass_(seconds=1)
    await stand.publish(b"third")
    await stand.send()
    assert reader.bodies == [b"second"]
    assert await stand.count() == 0


@pytest.mark.parametrize(("asked", "granted"), [("5", 3600), (str(365 * DAY), 30 * DAY)])
async def test_a_lease_stays_in_its_bounds_and_the_subscriber_is_told(
    stand, reader, asked, granted
):
    await stand.subscribe(reader.callback, lease_seconds=asked)
    assert reader.questions[0]["hub.lease_seconds"] == str(granted)


async def test_subscribers_of_a_withdrawn_topic_are_told_and_forgotten(stand, reader):
    await stand.subscribe(reader.callback)
    await stand.end(Redirect(path=PATH))
    await stand.send()
    assert reader.questions[-1] == {
        "hub.mode": "denied", "hub.topic": TOPIC, "hub.reason": "it is no more",
    }  # fmt: skip
    assert await stand.count() == await stand.count("outbox") == 0
    assert (await stand.request(reader.callback)).status == 410


async def test_a_moved_topic_leads_its_subscribers_to_where_it_is(stand, reader):
    await stand.subscribe(reader.callback)
    await stand.publish(b"there", "/en/stories/new/feed.atom")
    await stand.end(Redirect(path=PATH, location="/en/stories/new/feed.atom"))
    await stand.send()
    assert reader.questions[-1]["hub.mode"] == "denied"
    assert "/en/stories/new/feed.atom" in reader.questions[-1]["hub.reason"]
    reply = await stand.request(reader.callback)
    assert reply.status == 404
    assert f"{BASE}/en/stories/new/feed.atom" in reply.text


async def test_what_was_published_before_a_crash_is_delivered_after_the_restart(tmp_path, server):
    reader, clock = subscriber(server), Clock()
    async with open_stand(tmp_path, clock=clock) as stand:
        await stand.publish(b"first")
        await stand.subscribe(reader.callback, secret="s")
        await stand.publish(b"second")
    async with open_stand(tmp_path, clock=clock) as stand:
        assert await stand.send() == 1
        assert reader.bodies == [b"second"]
        assert "X-Hub-Signature" in reader.deliveries[0].headers
        assert await stand.send() == 0


async def test_what_was_being_sent_in_a_crash_is_sent_again(tmp_path, server):
    reader, clock = subscriber(server), Clock()
    async with open_stand(tmp_path, clock=clock) as stand:
        await stand.publish(b"first")
        await stand.subscribe(reader.callback)
        await stand.publish(b"second")
        until = clock() + timedelta(minutes=1)
        assert await stand.store.take_errands(
            ErrandKind.DELIVER, now=clock(), until=until, limit=1, per_host=1
        )
    async with open_stand(tmp_path, clock=clock) as stand:
        assert await stand.send() == 0
        clock.pass_(minutes=1)
        assert await stand.send() == 1
        assert reader.bodies == [b"second"]


async def test_a_request_that_was_noted_before_a_restart_is_verified_after_it(tmp_path, server):
    reader = subscriber(server)
    async with open_stand(tmp_path) as stand:
        await stand.publish(b"first")
        assert (await stand.request(reader.callback)).status == 202
    async with open_stand(tmp_path) as stand:
        await stand.send()
        assert len(reader.questions) == 1
        assert await stand.count() == 1


async def test_a_hub_that_is_turned_on_or_off_is_published_with_every_feed_and_once(tmp_path):
    for websub, named in (("", False), (OWN, True), ("", False)):
        async with open_stand(tmp_path, websub, Clock(datetime.now(UTC))) as stand:
            if not named:
                await bring(stand.house, f"a{named}", "wire")
            assert (await settle(stand.house, new_owner())).published
            assert (await settle(stand.house, new_owner())).published == 0
            shelf = await stand.store.shelf()
            for suffix in ("rss", "atom", "json"):
                item = shelf.items[f"/en/feed.{suffix}"]
                assert (hub_field(own_hub(BASE)) in item.links) is named
                assert (own_hub(BASE).encode() in item.body) is named
        async with open_stand(tmp_path, websub) as stand:
            assert (await settle(stand.house, new_owner())).published == 0


async def test_what_the_service_publishes_is_a_topic_and_a_page_is_none(tmp_path, server):
    reader = subscriber(server)
    async with open_stand(tmp_path, clock=Clock(datetime.now(UTC))) as stand:
        await bring(stand.house, "a", "wire")
        await settle(stand.house, new_owner())
        stand.shelf.swap(await stand.store.shelf())
        topics = [path for path in stand.shelf.current.items if "feed." in path]
        assert len(topics) == 12
        for path in topics:
            await stand.subscribe(reader.callback, topic=BASE + path)
        for path in ("/en/", "/feeds.opml", "/feeds.json", "/en/sources/wire/"):
            assert (await stand.request(reader.callback, topic=BASE + path)).status == 404
        stand.clock.pass_(seconds=3)
        await bring(stand.house, "b", "wire")
        await settle(stand.house, new_owner())
        while await stand.send():
            pass
        items = (await stand.store.shelf()).items
        assert sorted(reader.bodies) == sorted(items[path].body for path in topics)
