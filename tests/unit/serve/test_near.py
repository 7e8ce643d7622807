from __future__ import annotations

from datetime import UTC, datetime

import orjson
import pytest

from swifeeds.emit.shelve import shelve
from swifeeds.model import Representation, Shelf
from swifeeds.serve.near import near_stories

TITLES = {"caucasus-talks": "Caucasus talks", "glacier-retreat": "Glaciers", "fr-only": "Seul"}


def shelf() -> Shelf:
    feeds = [
        {
            "scope": "story",
            "slug": slug,
            "language": "fr" if slug == "fr-only" else "en",
            "title": title,
            "html_url": f"https://x.example/en/stories/{slug}/",
        }
        for slug, title in TITLES.items()
    ]
    feeds.append({"scope": "all", "slug": None, "language": None, "title": "x", "html_url": "x"})
    body = orjson.dumps({"version": 1, "feeds": feeds})
    item = shelve(
        Representation(path="/feeds.json", media_type="application/json", body=body),
        None,
        now=datetime(2026, 5, 4, tzinfo=UTC),
    )
    assert item is not None
    return Shelf(items={item.path: item})


@pytest.mark.parametrize(
    ("path", "titles"),
    [
        ("/en/stories/caucasus-talk/", ["Caucasus talks"]),
        ("/en/stories/Caucasus/feed.rss", ["Caucasus talks"]),
        ("/en/glacier/", ["Glaciers"]),
        ("/en/stories/fr-only/", []),
        ("/wp-login.php", []),
        ("/", []),
    ],
)
def test_a_mistyped_address_finds_its_story(path, titles):
    assert [title for title, _ in near_stories(path, shelf(), "en")] == titles


def test_without_a_directory_nothing_is_near():
    assert near_stories("/en/stories/caucasus-talks/", Shelf(), "en") == ()
