"""Which topics there are, what a subscriber is asked, when something is tried again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qsl, urlsplit

import pytest
from tests.contract.making import shelf_item

from swifeeds.deliver.hub_rules import delivery_links, intent_address, next_try, place_of
from swifeeds.model import Errand, ErrandKind, HubMode, Redirect, Shelf

BASE = "https://feeds.example.org/news"
NOW = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)
HUB = f'<{BASE}/hub>; rel="hub"'
SHELF = Shelf(
    items={
        "/en/feed.atom": shelf_item("/en/feed.atom", links=('<x>; rel="self"', HUB)),
        "/en/archive/1.atom": shelf_item("/en/archive/1.atom"),
        "/en/other.atom": shelf_item("/en/other.atom", links=('<https://h.example/>; rel="hub"',)),
    },
    redirects={
        "/en/old.atom": Redirect(path="/en/old.atom", location="/en/feed.atom"),
        "/en/gone.atom": Redirect(path="/en/gone.atom"),
    },
)


def test_a_topic_is_the_address_of_a_feed_to_the_letter():
    assert place_of(f"{BASE}/en/feed.atom", BASE, SHELF) == "/en/feed.atom"


@pytest.mark.parametrize(
    "topic",
    [
        "https://other.example/en/feed.atom", "https://feeds.example.org/en/feed.atom",
        f"{BASE}/en/feed.atom?a=1", f"{BASE}/en/feed.atom#a", f"{BASE}/EN/feed.atom",
        f"{BASE}//en/feed.atom", f"{BASE}/en/./feed.atom", f"{BASE}/en/feed%2Eatom", BASE,
        f"{BASE}.evil.example/en/feed.atom", f"{BASE}@evil.example/", "/en/feed.atom",
        f"{BASE}/en/archive/1.atom", f"{BASE}/en/other.atom",
    ],
)  # fmt: skip
def test_anything_else_is_no_topic(topic):
    assert place_of(topic, BASE, SHELF).status == 404


def test_a_feed_that_moved_says_where_it_is_and_one_that_went_that_it_did():
    moved = place_of(f"{BASE}/en/old.atom", BASE, SHELF)
    assert (moved.status, moved.sentence) == (
        404, f"That feed has moved: subscribe to {BASE}/en/feed.atom",
    )  # fmt: skip
    assert place_of(f"{BASE}/en/gone.atom", BASE, SHELF).status == 410


def asked(callback="https://reader.example/push", **others):
    values = {"mode": HubMode.SUBSCRIBE, "lease": timedelta(days=1)} | others
    errand = Errand(
        kind=ErrandKind.VERIFY, topic="/en/feed.atom", target=callback, since=NOW, **values
    )
    return intent_address(errand, f"{BASE}/en/feed.atom", "ch-_4")


def test_a_subscriber_is_asked_with_mode_topic_challenge_and_lease():
    assert dict(parse_qsl(urlsplit(asked()).query)) == {
        "hub.mode": "subscribe",
        "hub.topic": f"{BASE}/en/feed.atom",
        "hub.challenge": "ch-_4",
        "hub.lease_seconds": "86400",
    }


def test_the_end_of_a_subscription_is_asked_without_a_lease():
    query = dict(parse_qsl(urlsplit(asked(mode=HubMode.UNSUBSCRIBE)).query))
    assert query.keys() == {"hub.mode", "hub.topic", "hub.challenge"}


def test_a_denial_gives_the_reason_and_asks_nothing():
    query = dict(parse_qsl(urlsplit(asked(mode=HubMode.DENIED, reason="it is no more")).query))
    assert query.keys() == {"hub.mode", "hub.topic", "hub.reason"}
    assert query["hub.reason"] == "it is no more"


@pytest.mark.parametrize(
    ("callback", "start"),
    [
        ("https://reader.example", "https://reader.example?hub.mode="),
        ("https://reader.example/a?", "https://reader.example/a?hub.mode="),
        ("https://reader.example/a?b=c%26d", "https://reader.example/a?b=c%26d&hub.mode="),
    ],
)
def test_the_callbacks_own_query_stays_in_front(callback, start):
    assert asked(callback).startswith(start)


def test_waits_grow_to_an_hour_and_for_a_hub_to_five_minutes():
    waits = [(next_try(failures, NOW) - NOW).total_seconds() for failures in range(8)]
    assert waits == [10, 30, 90, 270, 810, 2430, 3600, 3600]
    assert next_try(10**6, NOW) - NOW == timedelta(hours=1)
    hub = [(next_try(failures, NOW, hub=True) - NOW).total_seconds() for failures in range(6)]
    assert hub == [10, 30, 90, 270, 300, 300]


def test_a_delivery_says_its_topic_and_its_hub():
    links = delivery_links(f"{BASE}/en/feed.atom", BASE)
    assert links == f'{HUB}, <{BASE}/en/feed.atom>; rel="self"'
