from __future__ import annotations

from datetime import timedelta

import orjson
from tests.http.locales import locale_of
from tests.unit.emit.newsroom import BASE, PUBLICATION, START, STORY_TITLES

from swifeeds.emit import FeedListing, absolute, directory, feed_path, opml, page_path
from swifeeds.markup import parse_xml
from swifeeds.model import FeedKey, Scope


def listing(scope=Scope.STORY, key="caucasus-talks", language="de", slug="talks", days=0, **more):
    feed_key = FeedKey(scope=scope, key=key, language=language)
    return FeedListing(
        key=feed_key,
        title=more.get("title", STORY_TITLES["de"]),
        name=more.get("title", STORY_TITLES["de"]),
        slug=slug,
        page_url=absolute(PUBLICATION, page_path(feed_key, slug)),
        urls=tuple(
            (suffix, absolute(PUBLICATION, feed_path(feed_key, suffix, slug)))
            for suffix in ("rss", "atom", "json")
        ),
        updated=START + timedelta(days=days),
        published=START,
        entries=3,
        subtitle="Alle Artikel",
    )


ALL = listing(Scope.ALL, "", "de", "", 2, title="Weltnachrichten")
EVERYTHING = listing(Scope.ALL, "", "", "", 1, title="World news (all languages)")


def test_feeds_json_has_the_shape_of_the_contract():
    representation = directory.render(PUBLICATION, [listing(), EVERYTHING])
    body = orjson.loads(representation.body)
    assert representation.path == "/feeds.json"
    assert representation.media_type == "application/json; charset=utf-8"
    assert body["version"] == 1
    assert body["generated"] == "2009-05-20T13:45:00Z"
    assert body["feeds"][0] == {
        "id": "tag:feeds.example.org,2026:story/caucasus-talks/de",
        "scope": "story",
        "slug": "talks",
        "language": "de",
        "title": "Kaukasus-Gespräche",
        "html_url": f"{BASE}/de/stories/talks/",
        "urls": {
            "rss": f"{BASE}/de/stories/talks/feed.rss",
            "atom": f"{BASE}/de/stories/talks/feed.atom",
            "json": f"{BASE}/de/stories/talks/feed.json",
        },
        "updated": "2009-05-19T13:45:00Z",
        "entries": 3,
    }
    assert body["feeds"][1]["language"] is None


def test_a_site_without_feeds_has_an_empty_directory():
    body = orjson.loads(directory.render(PUBLICATION, []).body)
    assert body == {"version": 1, "generated": None, "feeds": []}


def test_opml_groups_feeds_under_headings_of_the_language():
    representation = opml.render(PUBLICATION, [ALL, listing()], locale_of("de"))
    root = parse_xml(representation.body)
    assert representation.path == "/de/feeds.opml"
    assert representation.media_type == "text/x-opml; charset=utf-8"
    assert representation.language == "de"
    assert root.get("version") == "2.0"
    assert root.findtext("head/title") == "Weltnachrichten"
    everything, stories = root.findall("body/outline")
    assert stories.get("text") == locale_of("de").text("Stories") != "Stories"
    assert dict(stories[0].attrib) == {
        "type": "rss",
        "version": "RSS2",
        "category": "/story/caucasus-talks",
        "description": "Alle Artikel",
        "text": "Kaukasus-Gespräche",
        "title": "Kaukasus-Gespräche",
        "xmlUrl": f"{BASE}/de/stories/talks/feed.rss",
        "htmlUrl": f"{BASE}/de/stories/talks/",
        "language": "de",
    }
    assert everything[0].get("text") == "Weltnachrichten"
    assert everything[0].get("category") == "/all"


def test_the_opml_of_all_languages_lists_every_feed():
    representation = opml.render(PUBLICATION, [ALL, EVERYTHING, listing()], None)
    outlines = parse_xml(representation.body).findall(".//outline[@xmlUrl]")
    assert representation.path == "/feeds.opml"
    assert representation.language is None
    assert len(outlines) == 3
    assert [outline.get("language") for outline in outlines].count(None) == 1


def test_a_title_of_any_letters_keeps_the_opml_well_formed():
    odd = listing(title='\x00<"&>\N{RIGHT-TO-LEFT MARK}')
    outline = parse_xml(opml.render(PUBLICATION, [odd], None).body).find(".//outline[@xmlUrl]")
    assert outline.get("text") == '<"&>\N{RIGHT-TO-LEFT MARK}'


def test_directories_are_equal_to_the_byte_when_nothing_changed():
    feeds = [ALL, listing()]
    assert directory.render(PUBLICATION, feeds) == directory.render(PUBLICATION, feeds)
    german = locale_of("de")
    assert opml.render(PUBLICATION, feeds, german) == opml.render(PUBLICATION, feeds, german)
