"""A delta holds what is new or different since a version, and nothing else."""

from __future__ import annotations

from datetime import timedelta

import feedparser
import pytest
from tests.unit.emit.newsroom import TODAY, alone, article, company, story_key

from swifeeds.emit import Earlier, compose_feed, render_and_shelve
from swifeeds.emit.delta import KEPT
from swifeeds.model import Encoding

PATHS = {suffix: f"/en/stories/talks/feed.{suffix}" for suffix in ("rss", "atom", "json")}


def publish(articles, shelf, at=0):
    feed = compose_feed(story_key("en"), [alone(one) for one in articles], company())
    versions = {path: item.versions for path, item in shelf.items()}
    now = TODAY + timedelta(seconds=at)
    items, _ = render_and_shelve(feed, (), Earlier(items=shelf, now=now, versions=versions))
    return {**shelf, **{item.path: item for item in items}}


def ids(body):
    return [entry.id.rpartition("/")[2] for entry in feedparser.parse(body).entries]


FIRST = [article("en", number) for number in range(5)]


@pytest.mark.parametrize("suffix", ["rss", "atom"])
def test_since_the_version_before_the_new_and_the_corrected_are_there(suffix):
    before = publish(FIRST, {})[PATHS[suffix]]
    shelf = publish(FIRST, {})
    corrected = article("en", 2, title="A better headline")
    after = publish([*FIRST[:2], corrected, *FIRST[3:], article("en", 9)], shelf, 1)[PATHS[suffix]]
    delta = after.deltas[before.etag]
    assert ids(delta[Encoding.IDENTITY]) == ["en9", "en2"]
    assert not feedparser.parse(delta[Encoding.IDENTITY]).bozo


def test_an_entry_that_left_is_no_change():
    shelf = publish(FIRST, {})
    after = publish(FIRST[1:], shelf, 1)[PATHS["rss"]]
    assert ids(after.deltas[shelf[PATHS["rss"]].etag][Encoding.IDENTITY]) == []


def test_where_every_entry_changed_there_is_no_delta():
    shelf = publish(FIRST[:1], {})
    after = publish([article("en", 0, title="Other")], shelf, 1)[PATHS["rss"]]
    assert not after.deltas
    assert len(after.versions) == 2


def test_where_most_of_a_feed_changed_there_is_no_delta_either():
    """Or four of them would cost the shelf as much as four more feeds."""
    shelf = publish(FIRST, {})
    later = [article("en", number, title="Other") for number in range(4)]
    after = publish([*later, FIRST[4]], shelf, 1)[PATHS["atom"]]
    assert not after.deltas
    after = publish([*FIRST[:4], article("en", 4, title="Other")], shelf, 1)[PATHS["atom"]]
    (delta,) = after.deltas.values()
    assert len(delta[Encoding.IDENTITY]) <= len(after.body) / 2


def test_json_has_no_deltas_and_nothing_has_where_none_are_wanted():
    shelf = publish(FIRST, {})
    assert not shelf[PATHS["json"]].versions
    feed = compose_feed(story_key("en"), [alone(one) for one in FIRST], company())
    items, _ = render_and_shelve(feed, (), Earlier(items={}, now=TODAY))
    assert not any(item.versions for item in items)


def test_few_versions_are_kept_and_each_has_its_own_delta():
    shelf = publish(FIRST, {})
    tags = [shelf[PATHS["atom"]].etag]
    for number in range(5, 12):
        more = [article("en", one) for one in range(5, number + 1)]
        shelf = publish([*FIRST, *more], shelf, number)
        tags.append(shelf[PATHS["atom"]].etag)
    item = shelf[PATHS["atom"]]
    assert [version.etag for version in item.versions] == tags[: -KEPT - 2 : -1]
    lengths = [len(ids(item.deltas[tag][Encoding.IDENTITY])) for tag in tags[-2 : -KEPT - 2 : -1]]
    assert lengths == [1, 2, 3, 4]


def test_a_feed_that_returns_to_an_earlier_version_does_not_know_itself_twice():
    shelf = publish(FIRST, {})
    more = publish([*FIRST, article("en", 9)], shelf, 1)
    back = publish(FIRST, more, 2)[PATHS["rss"]]
    assert len({version.etag for version in back.versions}) == len(back.versions) == 2
    assert back.etag not in back.deltas
