"""One article, one id: ours, or the one that subscribers of its former feed know."""

from __future__ import annotations

import feedparser
import orjson
import pytest
from tests.unit.emit.newsroom import PUBLICATION, alone, article, company, dossier, story_key

from swifeeds.emit import compose_entry, compose_feed, render_feed
from swifeeds.emit.identity import is_iri

OURS = "tag:feeds.example.org,2026:article/en3"


def ids_of(one):
    """The entry's id in each format."""
    feed = compose_feed(story_key("en"), [alone(one)], company())
    rss, atom, json = (made.body for made in render_feed(feed))
    return (
        feedparser.parse(rss).entries[0].id,
        feedparser.parse(atom).entries[0].id,
        orjson.loads(json)["items"][0]["id"],
    )


def test_an_article_that_brought_no_id_has_our_tag_in_every_format():
    assert ids_of(article("en", 3)) == (OURS, OURS, OURS)


@pytest.mark.parametrize(
    "guid",
    ["https://old.example/?p=17&x=%20#top", "urn:uuid:60a76c80-d399-11d9", "tag:a.b,2009:/7",
     "https://例え.jp/記事"],
)  # fmt: skip
def test_an_adopted_iri_is_the_id_in_every_format(guid):
    assert ids_of(article("en", 3, adopted_id=guid)) == (guid, guid, guid)


@pytest.mark.parametrize(
    "guid", ["post 17", "17", "N/A", "/news/17", "https://a.example/<b>", "https://a.example/%zz"]
)
def test_an_adopted_text_that_is_no_iri_stays_where_any_text_may_stand(guid):
    assert ids_of(article("en", 3, adopted_id=guid)) == (guid, OURS, guid)


@pytest.mark.parametrize("text", ["a:", ":b", "a b:c", "http://x/#a#b", "1a:b", "a:\ue000", ""])
def test_what_is_no_iri_is_seen(text):
    assert not is_iri(text)


def test_translations_are_named_by_the_ids_that_their_own_entries_have():
    one = dossier("en", 1)
    other = article("de", 1, adopted_id="alt-1")
    entry = compose_entry(
        type(one)(article=one.article, translations=(other,)), company(publication=PUBLICATION)
    )
    assert [link.id for link in entry.translations] == ["alt-1"]
