"""JSON Feed 1.1, checked against the text of its specification."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

import orjson
import pytest
from tests.unit.emit.newsroom import (
    BASE,
    LANGUAGES,
    PICTURE,
    STORY_TITLES,
    alone,
    article,
    company,
    dossier,
    story_key,
    wired,
)

from swifeeds.emit import compose_feed, jsonfeed
from swifeeds.model import Dating, FeedKey, Precision, Scope


def body_of(feed):
    return orjson.loads(jsonfeed.render(feed).body)


def sample(language="de"):
    return body_of(
        compose_feed(story_key(language), [dossier(language)], company(), editions=LANGUAGES)
    )


def test_version_is_the_first_member():
    feed = compose_feed(story_key("de"), [], company())
    assert jsonfeed.render(feed).body.startswith(b'{"version":"https://jsonfeed.org/version/1.1",')


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_of_the_specification_is_kept(language):
    feed = sample(language)
    assert feed["title"]
    assert feed["feed_url"] == f"{BASE}/{language}/stories/talks/feed.json"
    assert "author" not in feed
    identities = [item["id"] for item in feed["items"]]
    assert all(identities)
    assert len(set(identities)) == len(identities)
    for item in feed["items"]:
        assert ("content_html" in item) != ("content_text" in item)
        assert "<" not in item["summary"]
        for member in ("date_published", "date_modified"):
            assert datetime.fromisoformat(item[member]).tzinfo is not None
        assert all(attachment["mime_type"] for attachment in item["attachments"])
        assert all(author["name"] for author in item["authors"])
    assert all(re.fullmatch("_?[A-Za-z][A-Za-z_]*", name) for name in _names(feed))
    assert None not in _values(feed)


def _names(value):
    if isinstance(value, dict):
        return [*value, *(name for member in value.values() for name in _names(member))]
    return [name for member in value for name in _names(member)] if isinstance(value, list) else []


def _values(value):
    if isinstance(value, dict | list):
        members = value.values() if isinstance(value, dict) else value
        return [found for member in members for found in _values(member)]
    return [value]


def test_the_facts_of_an_entry_are_codes_with_their_sentence():
    own = sample()["items"][0]["_swifeeds"]
    assert own["credit"]["code"] == "with-agencies"
    assert own["credit"]["agencies"] == ["AFP", "Reuters"]
    assert "AFP und Reuters" in own["credit"]["text"]
    assert own["provenance"]["code"] == "legacy-import"
    assert own["contributions"] == "closed"
    assert own["feedback"] == "desk@press.example.org"
    assert own["trust"][0]["scheme"] == "JTI"
    assert own["trust"][0]["certificate"] == "https://jti.example.org/certificates/7"


def test_stories_and_translations_can_be_followed():
    own = sample("ja")["items"][0]["_swifeeds"]
    assert own["story"] == [
        {
            "id": "caucasus-talks",
            "title": STORY_TITLES["ja"],
            "url": f"{BASE}/ja/stories/talks/",
            "feed_url": f"{BASE}/ja/stories/talks/feed.json",
        }
    ]
    assert [link["language"] for link in own["translations"]] == [
        tag for tag in LANGUAGES if tag != "ja"
    ]
    assert own["translations"][0]["id"] == "tag:feeds.example.org,2026:article/en0"


def test_the_feed_explains_its_extension_and_names_its_other_languages():
    own = sample()["_swifeeds"]
    assert own["about"] == f"{BASE}/ns/"
    assert own["story"]["id"] == "caucasus-talks"
    assert {link["language"]: link["feed_url"] for link in own["translations"]}["ar"] == (
        f"{BASE}/ar/stories/talks/feed.json"
    )


def test_only_a_closed_story_has_expired():
    feed = compose_feed(story_key("de"), [], company())
    assert "expired" not in body_of(feed)
    assert body_of(replace(feed, expired=True))["expired"] is True


def test_pictures_are_attached_with_their_size():
    item = sample()["items"][0]
    assert item["image"] == PICTURE.url
    assert item["attachments"] == [
        {
            "url": PICTURE.url,
            "mime_type": "image/jpeg",
            "title": "The hall before the talks",
            "size_in_bytes": 48_213,
        }
    ]


def test_a_syndicated_item_names_its_source_and_never_an_external_url():
    feed = compose_feed(FeedKey(scope=Scope.ALL, language="en"), [wired()], company())
    item = body_of(feed)["items"][0]
    assert item["_swifeeds"]["source"] == {
        "name": "The Wire",
        "url": "https://wire.example.net/rss",
        "feed_url": "https://wire.example.net/rss",
    }
    assert "external_url" not in item


def test_a_day_precise_date_says_so():
    dating = Dating(read_from="phrase", precision=Precision.DAY)
    feed = compose_feed(
        FeedKey(scope=Scope.ALL, language="en"), [alone(article("en", 1, dating=dating))], company()
    )
    assert body_of(feed)["items"][0]["_swifeeds"]["precision"] == "day"
    assert "precision" not in sample()["items"][0]["_swifeeds"]


def test_an_item_without_content_has_text_all_the_same():
    feed = compose_feed(FeedKey(scope=Scope.ALL, language="en"), [wired()], company())
    bare = replace(feed, entries=(replace(feed.entries[0], content=None, summary=None),))
    assert body_of(bare)["items"][0]["content_text"] == feed.entries[0].title
