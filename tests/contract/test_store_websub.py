"""The outbox of WebSub: what changed is told to hubs and subscribers, once, whatever happens."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.contract.making import MINUTE, NOW, shelf_item

from swifeeds.model import Announcement, Errand, ErrandKind, HubLimits, HubMode, Notice, Redirect

HUB = "https://hub.example/"
TOPIC, OTHER = "/en/feed.atom", "/de/feed.atom"
LIMITS = HubLimits(subscriptions=9, subscriptions_per_host=9, pending=9, pending_per_host=9)
LEASE = timedelta(days=1)
HOUR = 60 * MINUTE
FIRST, LATER = (f'"{body.hex()}"' for body in (b"1", b"2"))


async def publish(store, body=b"1", *paths, at=NOW, hubs=(HUB,), gone=(), own=True):
    items = [shelf_item(path, body) for path in paths or (TOPIC,)]
    announcement = Announcement(at=at, topics=frozenset({TOPIC, OTHER}), hubs=hubs, own=own)
    return await store.publish(items, announcement=announcement, gone=gone)


def wish(callback="https://reader.example/a", **others) -> Errand:
    values = {
        "kind": ErrandKind.VERIFY,
        "topic": TOPIC,
        "since": NOW,
        "mode": HubMode.SUBSCRIBE,
        "lease": LEASE,
        "etag": FIRST,
    }
    return Errand(target=callback, **(values | others))


async def take(store, kind, *, now=NOW, limit=9, per_host=9):
    until = now + MINUTE
    return await store.take_errands(kind, now=now, until=until, limit=limit, per_host=per_host)


async def subscribe(store, callback="https://reader.example/a", *, now=NOW, **others):
    assert await store.ask_subscriber(wish(callback, since=now, **others), LIMITS)
    (errand,) = await take(store, ErrandKind.VERIFY, now=now)
    await store.confirm(errand, now)


async def waiting(store):
    return (await store.counts())["outbox"]


async def test_what_changed_is_pinged_and_what_did_not_is_not(store):
    await publish(store, b"1", TOPIC, "/en/")
    (ping,) = await take(store, ErrandKind.PING)
    assert (ping.topic, ping.target, ping.since) == (TOPIC, HUB, NOW)
    await store.finish_errand(ping, NOW)
    await publish(store, b"1", TOPIC, "/en/")
    assert await take(store, ErrandKind.PING) == ()


async def test_other_header_fields_over_equal_bytes_are_no_news(store):
    await publish(store, hubs=())
    announcement = Announcement(at=NOW, topics=frozenset({TOPIC}), hubs=(HUB,))
    item = shelf_item(TOPIC, b"1", links=("new",))
    assert await store.publish([item], announcement=announcement) == 2
    assert await waiting(store) == 0


async def test_two_changes_before_a_ping_are_one_ping_and_two_hubs_two(store):
    hubs = (HUB, "https://other.example/")
    await publish(store, b"1", hubs=hubs)
    await publish(store, b"2", hubs=hubs, at=NOW + MINUTE)
    taken = await take(store, ErrandKind.PING)
    assert [(one.target, one.since) for one in taken] == [(hub, NOW) for hub in hubs]


async def test_a_change_during_a_ping_is_pinged_again(store):
    await publish(store, b"1")
    (ping,) = await take(store, ErrandKind.PING)
    await publish(store, b"2")
    await store.finish_errand(ping, NOW + MINUTE)
    (again,) = await take(store, ErrandKind.PING, now=NOW + MINUTE)
    assert (again.since, again.failures) == (NOW + MINUTE, 0)
    await store.finish_errand(again, NOW + MINUTE)
    assert await waiting(store) == 0


async def test_what_was_taken_is_nobody_elses_until_its_time_is_over(store, other):
    await publish(store)
    assert len(await take(store, ErrandKind.PING)) == 1
    assert await take(other, ErrandKind.PING, now=NOW + MINUTE - timedelta(seconds=1)) == ()
    assert len(await take(other, ErrandKind.PING, now=NOW + MINUTE)) == 1


async def test_what_is_released_is_due_at_once(store):
    await publish(store)
    (ping,) = await take(store, ErrandKind.PING)
    await store.release_errand(ping)
    assert await take(store, ErrandKind.PING) == (ping,)


async def test_a_hub_that_fails_is_left_alone_with_all_it_has_to_hear(store):
    await publish(store, b"1", TOPIC, OTHER)
    first, _ = await take(store, ErrandKind.PING, limit=2)
    await store.retry_errand(first, NOW + HOUR)
    later = NOW + 2 * MINUTE
    await publish(store, b"2", "/fr/feed.atom", at=later)
    announcement = Announcement(at=later, topics=frozenset({"/it/feed.atom"}), hubs=(HUB,))
    await store.publish([shelf_item("/it/feed.atom")], announcement=announcement)
    assert await take(store, ErrandKind.PING, now=NOW + HOUR - MINUTE) == ()
    due = await take(store, ErrandKind.PING, now=NOW + HOUR)
    assert [one.failures for one in due] == [1, 1, 1]
    assert min(one.since for one in due) == NOW


async def test_a_hub_that_answers_again_gets_all_that_waits_at_once(store):
    await publish(store, b"1", TOPIC, OTHER)
    first, second = await take(store, ErrandKind.PING)
    await store.retry_errand(first, NOW + HOUR)
    await store.finish_errand(first, NOW)
    await store.release_errand(second)
    await store.revive_hub(HUB, NOW + MINUTE)
    (rest,) = await take(store, ErrandKind.PING, now=NOW + MINUTE)
    assert rest.failures == 0


async def test_hubs_no_longer_named_are_forgotten_with_their_notices(store):
    await publish(store, hubs=(HUB, "https://former.example/"))
    notice = Notice(kind="hub-failing", subject=HUB, message="m", at=NOW)
    former = replace(notice, subject="https://former.example/")
    source = replace(former, kind="source-failing")
    await store.tell([notice, former, source])
    await store.keep_hubs([HUB], "hub-failing")
    assert [one.target for one in await take(store, ErrandKind.PING)] == [HUB]
    assert set(await store.notices()) == {notice, source}
    await store.keep_hubs([], "hub-failing")
    assert (await waiting(store), await store.notices()) == (0, (source,))


async def test_a_subscription_begins_when_it_is_confirmed_and_gets_what_changes(store):
    await publish(store, b"1", hubs=())
    await subscribe(store, secret=b"\x00\x07s3cret")
    assert await take(store, ErrandKind.DELIVER) == ()
    await publish(store, b"2", hubs=(), at=NOW + MINUTE)
    (delivery,) = await take(store, ErrandKind.DELIVER, now=NOW + MINUTE)
    assert (delivery.topic, delivery.target) == (TOPIC, "https://reader.example/a")
    assert delivery.secret == b"\x00\x07s3cret"
    assert (await store.counts())["subscriptions"] == 1


async def test_what_was_published_between_request_and_confirmation_is_delivered(store):
    await publish(store, b"1", hubs=())
    assert await store.ask_subscriber(wish(), LIMITS)
    await publish(store, b"2", hubs=())
    (errand,) = await take(store, ErrandKind.VERIFY)
    await store.confirm(errand, NOW)
    assert len(await take(store, ErrandKind.DELIVER)) == 1


async def test_a_topic_that_went_before_the_confirmation_is_not_subscribed_to(store):
    await publish(store, b"1", hubs=())
    assert await store.ask_subscriber(wish(), LIMITS)
    await publish(store, b"1", OTHER, hubs=(), gone=[Redirect(path=TOPIC)])
    (errand,) = await take(store, ErrandKind.VERIFY)
    await store.confirm(errand, NOW)
    assert (await store.counts())["subscriptions"] == 0


async def test_a_slow_subscriber_has_one_delivery_waiting_however_much_changes(store):
    await publish(store, b"1", hubs=())
    await subscribe(store)
    for body in (b"2", b"3", b"4"):
        await publish(store, body, hubs=())
    assert await waiting(store) == 1


async def test_a_failed_delivery_waits_alone_and_a_new_change_does_not_hasten_it(store):
    await publish(store, b"1", hubs=())
    await subscribe(store)
    await subscribe(store, "https://reader.example/b")
    await publish(store, b"2", hubs=())
    first, second = await take(store, ErrandKind.DELIVER)
    await store.retry_errand(first, NOW + HOUR)
    await store.retry_errand(second, NOW + MINUTE)
    await publish(store, b"3", hubs=())
    (due,) = await take(store, ErrandKind.DELIVER, now=NOW + MINUTE)
    assert (due.target, due.failures) == (second.target, 1)
    assert (await store.counts())["outbox_failing"] == 2


async def test_subscribing_again_renews_the_lease_and_the_secret(store):
    await publish(store, b"1", hubs=())
    await subscribe(store, secret=b"old")
    await subscribe(store, secret=b"new", now=NOW + HOUR)
    assert (await store.counts())["subscriptions"] == 1
    assert await store.drop_expired(NOW + LEASE) == 0
    await publish(store, b"2", hubs=(), at=NOW + LEASE)
    (delivery,) = await take(store, ErrandKind.DELIVER, now=NOW + LEASE)
    assert delivery.secret == b"new"
    assert await store.drop_expired(NOW + LEASE + HOUR) == 1


async def test_a_lease_that_is_over_ends_the_subscription_and_what_it_was_to_get(store):
    await publish(store, b"1", hubs=())
    await subscribe(store)
    await subscribe(store, "https://reader.example/b", now=NOW + MINUTE)
    await publish(store, b"2", hubs=(), at=NOW + 2 * MINUTE)
    assert await store.drop_expired(NOW + LEASE) == 1
    (left,) = await take(store, ErrandKind.DELIVER, now=NOW + LEASE)
    assert left.target == "https://reader.example/b"
    await publish(store, b"3", hubs=(), at=NOW + LEASE + MINUTE)
    await store.finish_errand(left, NOW + LEASE)
    assert await waiting(store) == 0


async def test_unsubscribing_ends_it_once_confirmed(store):
    await publish(store, b"1", hubs=())
    await subscribe(store)
    await publish(store, b"2", hubs=())
    await subscribe(store, mode=HubMode.UNSUBSCRIBE, lease=None)
    assert (await store.counts())["subscriptions"] == await waiting(store) == 0


async def test_a_subscriber_that_is_gone_gets_nothing_any_more(store):
    await publish(store, b"1", hubs=())
    await subscribe(store)
    await subscribe(store, "https://reader.example/b")
    await publish(store, b"2", hubs=())
    first, second = await take(store, ErrandKind.DELIVER)
    await store.end_subscription(first)
    assert (await store.counts())["subscriptions"] == await waiting(store) == 1
    await store.finish_errand(second, NOW)


@pytest.mark.parametrize(
    ("gone", "reason"),
    [
        (Redirect(path=TOPIC), "it is no more"),
        (Redirect(path=TOPIC, location="/en/stories/new/feed.atom"),
         "it has moved to /en/stories/new/feed.atom"),
    ],
)  # fmt: skip
async def test_subscribers_of_a_topic_that_went_are_told_and_forgotten(store, gone, reason):
    await publish(store, b"1", TOPIC, OTHER, hubs=())
    await subscribe(store)
    await subscribe(store, topic=OTHER)
    await publish(store, b"2", TOPIC, hubs=())
    await publish(store, b"2", OTHER, hubs=(), gone=[gone])
    (denied,) = await take(store, ErrandKind.VERIFY)
    assert (denied.mode, denied.topic, denied.reason) == (HubMode.DENIED, TOPIC, reason)
    await store.finish_errand(denied, NOW)
    (left,) = await take(store, ErrandKind.DELIVER)
    assert left.topic == OTHER
    assert (await store.counts())["subscriptions"] == 1


async def test_without_our_own_hub_nobody_is_delivered_to_or_told(store):
    await publish(store, b"1", hubs=())
    await subscribe(store)
    await publish(store, b"2", hubs=(), own=False)
    await store.publish([], gone=[Redirect(path=TOPIC)])
    assert (await store.counts())["subscriptions"] == await waiting(store) == 0


async def test_a_newer_request_takes_the_place_of_one_that_waits(store):
    assert await store.ask_subscriber(wish(secret=b"old"), LIMITS)
    assert await store.ask_subscriber(wish(secret=b"new", mode=HubMode.UNSUBSCRIBE), LIMITS)
    (errand,) = await take(store, ErrandKind.VERIFY)
    assert (errand.secret, errand.mode, errand.lease) == (b"new", HubMode.UNSUBSCRIBE, LEASE)


async def test_a_request_that_comes_while_the_former_is_asked_is_asked_too(store):
    await publish(store, b"1", hubs=())
    assert await store.ask_subscriber(wish(), LIMITS)
    (errand,) = await take(store, ErrandKind.VERIFY)
    assert await store.ask_subscriber(wish(secret=b"new"), LIMITS)
    await store.confirm(errand, NOW)
    (again,) = await take(store, ErrandKind.VERIFY)
    assert again.secret == b"new"


@pytest.mark.parametrize(
    ("limits", "callback", "room"),
    [
        ({"pending": 1}, "https://third.example/", False),
        ({"pending": 2}, "https://third.example/", True),
        ({"pending_per_host": 1}, "https://READER.example:8443/z", False),
        ({"pending_per_host": 1}, "https://third.example/", True),
        ({"pending": 1}, "https://reader.example/b", True),
        ({"subscriptions": 1}, "https://third.example/", False),
        ({"subscriptions_per_host": 1}, "https://reader.example/z", False),
        ({"subscriptions_per_host": 1}, "https://third.example/", True),
        ({"subscriptions": 1}, "https://reader.example/a", True),
    ],
)
async def test_limits_hold_and_a_renewal_needs_no_room(store, limits, callback, room):
    """`a` is subscribed and `b` waits; a limit of one is reached by either."""
    await publish(store, b"1", hubs=())
    await subscribe(store)
    assert await store.ask_subscriber(wish("https://reader.example/b"), LIMITS)
    asked = wish(callback)
    assert await store.ask_subscriber(asked, replace(LIMITS, **limits)) is room
    assert await waiting(store) == 1 + (room and not callback.endswith("/b"))


async def test_a_full_hub_lets_subscribers_go(store):
    leaving = wish(mode=HubMode.UNSUBSCRIBE, lease=None)
    assert await store.ask_subscriber(leaving, replace(LIMITS, subscriptions=0))


async def test_hosts_take_turns_and_none_is_asked_by_too_many(store):
    for number in range(6):
        assert await store.ask_subscriber(wish(f"https://busy.example/{number}"), LIMITS)
    assert await store.ask_subscriber(wish("https://calm.example/"), LIMITS)
    taken = await take(store, ErrandKind.VERIFY, limit=3, per_host=2)
    assert [one.target for one in taken] == [
        "https://busy.example/0", "https://busy.example/1", "https://calm.example/",
    ]  # fmt: skip
    assert await take(store, ErrandKind.VERIFY, limit=3, per_host=2) == ()
    await store.finish_errand(taken[0], NOW)
    (after,) = await take(store, ErrandKind.VERIFY, limit=3, per_host=2)
    assert after.target == "https://busy.example/2"


async def test_a_number_is_not_given_again(store):
    await publish(store, b"1")
    (first,) = await take(store, ErrandKind.PING)
    await store.finish_errand(first, NOW)
    await publish(store, b"2")
    await store.finish_errand(first, NOW)
    assert await waiting(store) == 1


async def test_long_callbacks_are_told_apart(store):
    long = "https://reader.example/" + "a" * 900
    assert await store.ask_subscriber(wish(long + "1"), LIMITS)
    assert await store.ask_subscriber(wish(long + "2"), LIMITS)
    taken = await take(store, ErrandKind.VERIFY)
    assert [one.target for one in taken] == [long + "1", long + "2"]
