from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.emit.newsroom import PUBLICATION

from swifeeds.emit.addresses import (
    absolute,
    article_path,
    articles_at,
    feed_id,
    feed_path,
    first_sheet,
    moved_path,
    opml_path,
    page_path,
    story_place,
    tag_uri,
)
from swifeeds.model import FeedKey, Scope


@pytest.mark.parametrize(
    ("scope", "key", "language", "feed", "page"),
    [
        (Scope.STORY, "k", "de", "/de/stories/a-slug/feed.rss", "/de/stories/a-slug/"),
        (Scope.STORY, "k", "", "/stories/a-slug/feed.rss", "/"),
        (Scope.SECTION, "w", "pt-br", "/pt-br/sections/a-slug/feed.rss", "/pt-br/sections/a-slug/"),
        (Scope.SOURCE, "s", "ar", "/ar/sources/a-slug/feed.rss", "/ar/sources/a-slug/"),
        (Scope.SOURCE, "s", "", "/sources/a-slug/feed.rss", "/"),
        (Scope.ALL, "", "en", "/en/feed.rss", "/en/"),
        (Scope.ALL, "", "", "/feed.rss", "/"),
    ],
)
def test_the_addresses_are_those_of_the_contract(scope, key, language, feed, page):
    feed_key = FeedKey(scope=scope, key=key, language=language)
    assert feed_path(feed_key, "rss", "a-slug") == feed
    assert page_path(feed_key, "a-slug") == page


def test_directories_and_articles_have_addresses_of_their_own():
    assert opml_path("ja") == "/ja/feeds.opml"
    assert opml_path(None) == "/feeds.opml"
    assert article_path("ja", "0a1b") == "/ja/articles/0a1b/"
    assert absolute(PUBLICATION, "/ja/") == "https://feeds.example.org/ja/"


@given(st.text(min_size=1))
def test_a_name_is_one_path_segment_whatever_stands_in_it(name):
    slug = name.encode("utf-8", "ignore").decode() or "x"
    path = feed_path(FeedKey(scope=Scope.STORY, key="k", language="en"), "atom", slug)
    assert path.count("/") == 4
    assert path.isascii()
    assert not set(path) & set("?#<> \"'")


def test_ids_hold_no_address():
    assert tag_uri(PUBLICATION, "article", "0a1b") == "tag:feeds.example.org,2026:article/0a1b"
    key = FeedKey(scope=Scope.STORY, key="talks", language="de")
    assert feed_id(PUBLICATION, key) == "tag:feeds.example.org,2026:story/talks/de"


def test_every_feed_has_an_id_of_its_own():
    keys = [
        FeedKey(scope=scope, key=key, language=language)
        for scope, key in ((Scope.STORY, "a"), (Scope.SECTION, "a"), (Scope.SOURCE, "a"))
        for language in ("", "de", "en")
    ] + [FeedKey(scope=Scope.ALL, language=language) for language in ("", "de", "en")]
    assert len({feed_id(PUBLICATION, key) for key in keys}) == len(keys)


def test_an_id_stays_a_uri_when_a_name_has_other_letters():
    assert tag_uri(PUBLICATION, "story", "Görlitz 2") == (
        "tag:feeds.example.org,2026:story/G%C3%B6rlitz%202"
    )


@pytest.mark.parametrize(
    ("path", "moved"),
    [
        ("/stories/old/feed.rss", "/stories/new/feed.rss"),
        ("/pt-br/stories/old/", "/pt-br/stories/new/"),
        ("/de/stories/older/", None),
        ("/de/sections/old/", None),
        ("/de/articles/stories/old/", None),
    ],
)
def test_the_pages_and_feeds_of_a_renamed_story_move_with_it(path, moved):
    assert moved_path(path, "old", "new") == moved


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("/stories/talks/feed.rss", ("", "talks")),
        ("/pt-br/stories/k%C3%B6ln%2F1/archive/2/", ("pt-br", "köln/1")),
        ("/stories/stories/archive/1.rss", ("", "stories")),
        ("/de/stories/stories/2/", ("de", "stories")),
        ("/de/sections/stories/feed.rss", None),
        ("/de/stories/", None),
    ],
)
def test_an_address_tells_the_language_and_slug_of_its_story(path, place):
    assert story_place(path) == place


@pytest.mark.parametrize(
    ("path", "first"),
    [
        ("/de/stories/talks/2/", "/de/stories/talks/"),
        ("/de/stories/talks/archive/7/12/", "/de/stories/talks/archive/7/"),
        ("/de/stories/archive/3/", "/de/stories/archive/"),
        ("/de/stories/talks/archive/7/", None),
        ("/de/stories/7/", None),
        ("/de/stories/talks/archive/7.rss", None),
        ("/de/sections/world/2/", None),
    ],
)
def test_a_further_sheet_of_a_storys_list_knows_its_first(path, first):
    assert first_sheet(path) == first


def test_articles_are_found_by_the_paths_of_their_pages():
    paths = [article_path("de", "a/b"), "/de/articles/", "/de/stories/articles/", "/de/articles/x"]
    assert articles_at(paths) == {"a/b"}
